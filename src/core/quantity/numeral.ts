import {
  add,
  compareDecimals,
  type Decimal,
  multiply,
  powerOfTen,
  subtract,
  toDecimal,
} from "./decimal.ts";

/**
 * A printed numeral: its value and the unit of its last printed digit, both in plain decimals.
 * `54.6` is 54.6 with step 0.1; `1 million` is 1000000 with step 1000000.
 */
export interface Numeral {
  readonly printed: string;
  readonly value: Decimal;
  readonly step: Decimal;
}

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  trillion: 12,
};

/** Pattern of one numeral; group 1 sign, 2 digits, 3 multiplier. Suffix letters must not run into a word. */
const NUMERAL_PATTERN =
  "([+−-])?(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)(?:[ \\u00a0-]?([Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion|bn|mn|[KkMB])(?![A-Za-z]))?";

const WHOLE_NUMERAL = new RegExp(`^${NUMERAL_PATTERN}$`);
/** A numeral in a running text. */
const RUNNING_PATTERN = `(?<![A-Za-z0-9.,])(?<![A-Za-z]-)${NUMERAL_PATTERN}(?![0-9])(?!o\\b)`;
const RUNNING_NUMERAL = new RegExp(RUNNING_PATTERN, "g");
const NUMERAL_HERE = new RegExp(RUNNING_PATTERN, "y");

/** Figures recur, in a dataset and in the words that carry them: each is worked out once, and its object shared. */
const known = new Map<string, Numeral>();
const MOST_KNOWN = 20_000;

function numeralFrom(
  printed: string,
  sign: string | undefined,
  digits: string,
  multiplier: string | undefined,
): Numeral {
  const before = known.get(printed);
  if (before) return before;
  const numeral = workOut(printed, sign, digits, multiplier);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(printed, numeral);
  return numeral;
}

function workOut(
  printed: string,
  sign: string | undefined,
  digits: string,
  multiplier: string | undefined,
): Numeral {
  const plain = digits.replaceAll(",", "");
  const places = plain.includes(".") ? plain.length - plain.indexOf(".") - 1 : 0;
  const exponent = MULTIPLIERS[multiplier?.toLowerCase() ?? ""] ?? 0;
  const scale = powerOfTen(exponent);
  const magnitude = multiply(toDecimal(plain.startsWith(".") ? `0${plain}` : plain), scale);
  const isNegative = sign === "-" || sign === "−";
  return {
    printed,
    value: isNegative ? multiply(magnitude, "-1") : magnitude,
    step: multiply(powerOfTen(-places), scale),
  };
}

/** Read one numeral that is the whole text; null when it is none. */
export function parseNumeral(text: string): Numeral | null {
  const trimmed = text.trim();
  const match = WHOLE_NUMERAL.exec(trimmed);
  return match ? numeralFrom(trimmed, match[1], match[2] ?? "", match[3]) : null;
}

/** Every numeral in a running text, with the place where it begins. Digits inside names (`x3`, `4o`, `One-4.1`) do not count. */
export function findNumerals(text: string): { numeral: Numeral; index: number; end: number }[] {
  return [...text.matchAll(RUNNING_NUMERAL)].map((match) => ({
    numeral: numeralFrom(match[0], match[1], match[2] ?? "", match[3]),
    index: match.index,
    end: match.index + match[0].length,
  }));
}

/** The numeral of a running text that begins at a place, with or without its sign; null when none does. */
export function numeralAt(text: string, index: number): Numeral | null {
  NUMERAL_HERE.lastIndex = index;
  const match = NUMERAL_HERE.exec(text);
  return match ? numeralFrom(match[0], match[1], match[2] ?? "", match[3]) : null;
}

/** The same numeral with the step that a number of significant digits gives. */
export function withSignificantDigits(numeral: Numeral, digits: number): Numeral {
  const magnitude = numeral.value.replace("-", "");
  const whole = magnitude.split(".")[0] ?? "0";
  // The exponent of the leading digit: digits before the point, or zeros after it.
  const leading =
    whole !== "0" ? whole.length - 1 : -((/^0\.(0*)/.exec(magnitude)?.[1]?.length ?? 0) + 1);
  return { ...numeral, step: powerOfTen(leading - digits + 1) };
}

/** Half of a numeral's step: the reach of the interval on either side. */
function halfStep(numeral: Numeral): Decimal {
  return multiply(numeral.step, "0.5");
}

/** Numerals of one value are printed alike when their steps agree too. */
export function areNumeralsEqual(one: Numeral, other: Numeral): boolean {
  return (
    compareDecimals(one.value, other.value) === 0 && compareDecimals(one.step, other.step) === 0
  );
}

export const upperEdge = (numeral: Numeral): Decimal => add(numeral.value, halfStep(numeral));
export const lowerEdge = (numeral: Numeral): Decimal => subtract(numeral.value, halfStep(numeral));
