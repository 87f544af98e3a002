/** A computed figure as readers see it: with as many digits as its operands support, and no more. */
import {
  absolute,
  add,
  compareDecimals,
  type Decimal,
  divide,
  multiply,
  negate,
  powerOfTen,
  roundToPlaces,
  subtract,
  toDecimal,
} from "../quantity/decimal.ts";
import { type Interval, middleOf } from "../quantity/interval.ts";
import { formatFigure } from "../quantity/quantity.ts";
import type { UnitName } from "../quantity/units.ts";
import type { Derivation } from "./derivation.ts";

/** Whether a minus is shown: a change of −26%, but 26% less. */
export type SignShown = "minus" | "none";

/**
 * The figure with the finest last digit for which what is printed still holds every value that the result can take. Read as any
 * figure of the ledger (DESIGN §4), it stands for what rounds to it, and with "about" for one unit of its last digit more on
 * either side. Where that leaves no digit worth printing, the range itself is given.
 */
export function formatDerived(derivation: Derivation, sign: SignShown = "minus"): string {
  const { unit } = derivation;
  const interval = sign === "none" ? magnitude(derivation.interval) : derivation.interval;
  const { low, high } = interval;
  if (low === null) return `at most ${write(ceiling(high as Decimal, fineStep(high)), unit)}`;
  if (high === null) return `at least ${write(floor(low, fineStep(low)), unit)}`;
  const width = subtract(high, low);
  if (width === "0") return formatExact(low, unit);
  // Days are counted, not measured: a reader takes a round number of them for an exact one.
  if (unit === "days") return formatRange(interval, unit);

  const middle = middleOf(interval) as Decimal;
  const finest = leadingExponent(width) - 1;
  for (let exponent = finest; exponent <= finest + 3; exponent++) {
    const rounded = roundTo(middle, exponent);
    if (!holds(rounded, exponent, "1.5", interval)) continue;
    const figure = write({ value: rounded, exponent }, unit);
    // Nobody can see which zeros before the point are digits, so there the word is never left out.
    if (exponent <= 0 && holds(rounded, exponent, "0.5", interval)) return figure;
    if (compareDecimals(absolute(rounded), multiply(powerOfTen(exponent), "2")) >= 0)
      return `about ${figure}`;
    break;
  }
  return formatRange(interval, unit);
}

/** Every value that the result can take, in words: `16.5 to 16.7 points`, `exactly $0.40`. */
export function formatDerivedRange({ interval, unit }: Derivation): string {
  const { low, high } = interval;
  if (low === null || high === null) return formatDerived({ interval, unit } as Derivation);
  return low === high ? `exactly ${formatExact(low, unit)}` : formatRange(interval, unit);
}

interface Rounded {
  readonly value: Decimal;
  /** Of its last digit, as a power of ten. */
  readonly exponent: number;
}

/** Ends rounded outwards, with two digits of the range's own width, and without zeros that both end in. */
function formatRange({ low, high }: Interval, unit: UnitName): string {
  const finest = leadingExponent(subtract(high as Decimal, low as Decimal)) - 1;
  const ends = [floor(low as Decimal, finest).value, ceiling(high as Decimal, finest).value];
  let exponent = finest;
  while (
    exponent < 0 &&
    ends.every((end) => toDecimal(roundTo(end, exponent + 1)) === toDecimal(end))
  )
    exponent++;
  const [from, to] = ends.map((value): Rounded => ({ value, exponent })) as [Rounded, Rounded];
  const whole = write(to, unit);
  // A sign stands at both figures, a word once behind them.
  const isWord = /\s\p{L}/u.test(whole);
  return `${isWord ? writeNumber(from, unit) : write(from, unit)} to ${whole}`;
}

/** Significant digits to which a quotient that does not end is rounded. */
const DIGITS = 3;
/** Significant digits up to which a result is printed whole. */
const MOST_DIGITS = 4;

/** Nothing but rounding is left to say, and a printed figure stands for what rounds to it. */
function formatExact(value: Decimal, unit: UnitName): string {
  const digits = value.replace(/^-?0*\.?0*/, "").replace(".", "");
  if (!value.includes(".") || digits.length <= MOST_DIGITS) {
    const places = value.split(".")[1]?.length ?? 0;
    return write({ value, exponent: -places }, unit);
  }
  const exponent = Math.min(0, fineStep(value));
  return write({ value: roundTo(value, exponent), exponent }, unit);
}

const fineStep = (value: Decimal | null): number => leadingExponent(value ?? "0") - (DIGITS - 1);

function magnitude(interval: Interval): Interval {
  const { low, high, lowIncluded, highIncluded } = interval;
  if (low !== null && compareDecimals(low, "0") >= 0) return interval;
  return {
    low: high === null ? null : negate(high),
    high: low === null ? null : negate(low),
    lowIncluded: highIncluded,
    highIncluded: lowIncluded,
  };
}

/** The exponent of the first digit that is not zero: 1 for 16.6, −2 for 0.04. */
function leadingExponent(value: Decimal): number {
  const [whole = "0", fraction = ""] = value.replace("-", "").split(".");
  if (whole !== "0") return whole.length - 1;
  return -((/^0*/.exec(fraction)?.[0].length ?? 0) + 1);
}

function roundTo(value: Decimal, exponent: number): Decimal {
  if (exponent <= 0) return roundToPlaces(value, -exponent);
  const step = powerOfTen(exponent);
  return multiply(roundToPlaces(divide(value, step), 0), step);
}

function floor(value: Decimal, exponent: number): Rounded {
  const rounded = roundTo(value, exponent);
  const isAbove = compareDecimals(rounded, value) > 0;
  return { value: isAbove ? subtract(rounded, powerOfTen(exponent)) : rounded, exponent };
}

function ceiling(value: Decimal, exponent: number): Rounded {
  const below = floor(negate(value), exponent);
  return { value: negate(below.value), exponent };
}

/** Whether the values within a number of steps of a figure, the upper end excluded, hold an interval. */
function holds(figure: Decimal, exponent: number, steps: string, interval: Interval): boolean {
  const reach = multiply(powerOfTen(exponent), steps);
  const atLow = compareDecimals(interval.low as Decimal, subtract(figure, reach));
  const atHigh = compareDecimals(interval.high as Decimal, add(figure, reach));
  return atLow >= 0 && (atHigh < 0 || (atHigh === 0 && !interval.highIncluded));
}

const isMoney = (unit: UnitName) => unit === "usd" || unit === "usd-per-million-tokens";

/** Digits as readers write them: thousands set apart, cents in full. */
function writeNumber({ value, exponent }: Rounded, unit: UnitName): string {
  const places = Math.max(-exponent, 0);
  const text = roundToPlaces(absolute(value), isMoney(unit) && places === 1 ? 2 : places);
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const sign = compareDecimals(value, "0") < 0 ? "−" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

function write(rounded: Rounded, unit: UnitName): string {
  const number = writeNumber(rounded, unit);
  return number.startsWith("−")
    ? `−${formatFigure(number.slice(1), unit)}`
    : formatFigure(number, unit);
}
