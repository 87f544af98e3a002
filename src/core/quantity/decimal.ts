/**
 * Exact arithmetic on decimal text. `big.js` does the sums; nothing outside this folder sees
 * its objects, so that a figure is always text and never a binary float.
 *
 * Figures are short, so most sums are done on whole numbers of units of the last place (54.6 is 546 tenths). A whole number
 * below 2^53 is exact, whatever type holds it; where a figure or a result could be longer than that, `big.js` takes over.
 */
import Big from "big.js";

/** A decimal number as canonical text: no exponent, no sign on zero, no trailing zeros. */
export type Decimal = string;

/** Canonical text of a plain decimal numeral (`"0.10"` → `"0.1"`); throws on anything else. */
export function toDecimal(numeral: string): Decimal {
  const short = scaled(numeral);
  return short ? decimalText(short.units, short.places) : canonical(new Big(numeral));
}

function canonical(value: Big): Decimal {
  const text = value.toFixed();
  return text === "-0" ? "0" : text;
}

/** A short decimal as a whole number of units of its last place; null for text that is long or no plain numeral. */
interface Scaled {
  readonly units: number;
  readonly places: number;
}

/** More digits than this may not be exact. */
const MOST_DIGITS = 15;
const POWERS: readonly number[] = Array.from({ length: MOST_DIGITS + 1 }, (_, power) =>
  Number(`1${"0".repeat(power)}`),
);

function scaled(text: string): Scaled | null {
  const { length } = text;
  const isNegative = text.charCodeAt(0) === 45;
  let index = isNegative ? 1 : 0;
  // The sign and the point are no digits.
  if (length === index || length - index > MOST_DIGITS + 1) return null;
  let units = 0;
  let point = -1;
  for (; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) units = units * 10 + (code - 48);
    else if (code === 46 && point < 0) point = index;
    else return null;
  }
  if (point < 0)
    return length > MOST_DIGITS ? null : { units: isNegative ? -units : units, places: 0 };
  // A point needs digits on both sides.
  if (point === length - 1 || point === (isNegative ? 1 : 0)) return null;
  return { units: isNegative ? -units : units, places: length - point - 1 };
}

/** Units of a finer last place, by which two decimals become comparable. */
const inPlaces = ({ units, places }: Scaled, wanted: number): number =>
  units * (POWERS[wanted - places] as number);

function decimalText(units: number, places: number): Decimal {
  if (units === 0) return "0";
  if (places === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(places + 1, "0");
  const point = digits.length - places;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === 48) end--;
  const text =
    end === point
      ? digits.slice(0, point)
      : `${digits.slice(0, point)}.${digits.slice(point, end)}`;
  return units < 0 ? `-${text}` : text;
}

export function add(one: Decimal, other: Decimal): Decimal {
  const [a, b] = [scaled(one), scaled(other)];
  if (a && b) {
    const places = Math.max(a.places, b.places);
    const [left, right] = [inPlaces(a, places), inPlaces(b, places)];
    const sum = left + right;
    if (areExact(left, right, sum)) return decimalText(sum, places);
  }
  return canonical(new Big(one).plus(other));
}

const areExact = (left: number, right: number, result: number): boolean =>
  Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(result);

export function subtract(one: Decimal, other: Decimal): Decimal {
  const [a, b] = [scaled(one), scaled(other)];
  if (a && b) {
    const places = Math.max(a.places, b.places);
    const [left, right] = [inPlaces(a, places), inPlaces(b, places)];
    const rest = left - right;
    if (areExact(left, right, rest)) return decimalText(rest, places);
  }
  return canonical(new Big(one).minus(other));
}

export function multiply(one: Decimal, other: Decimal): Decimal {
  const [a, b] = [scaled(one), scaled(other)];
  if (a && b) {
    const product = a.units * b.units;
    if (Number.isSafeInteger(product)) return decimalText(product, a.places + b.places);
  }
  return canonical(new Big(one).times(other));
}

/** Quotient to `places` decimal places, rounded half up; the only operation here that rounds. */
export function divide(one: Decimal, other: Decimal, places = 20): Decimal {
  const [a, b] = [scaled(one), scaled(other)];
  const shift = a && b ? places + b.places - a.places : -1;
  if (a && b && b.units !== 0 && shift >= 0) {
    const dividend = BigInt(Math.abs(a.units)) * 10n ** BigInt(shift);
    const divisor = BigInt(Math.abs(b.units));
    const quotient = (2n * dividend + divisor) / (2n * divisor);
    if (quotient === 0n) return "0";
    const digits = String(quotient).padStart(places + 1, "0");
    const whole = digits.slice(0, digits.length - places);
    const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
    const sign = a.units < 0 === b.units < 0 ? "" : "-";
    return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
  }
  const Divider = Big();
  Divider.DP = places;
  return canonical(new Divider(one).div(other));
}

export function negate(value: Decimal): Decimal {
  const short = scaled(value);
  return short ? decimalText(-short.units, short.places) : canonical(new Big(value).times(-1));
}

export function absolute(value: Decimal): Decimal {
  const short = scaled(value);
  return short ? decimalText(Math.abs(short.units), short.places) : canonical(new Big(value).abs());
}

/** Negative, zero or positive, as for sorting. */
export function compareDecimals(one: Decimal, other: Decimal): -1 | 0 | 1 {
  if (one === other) return 0;
  const [a, b] = [scaled(one), scaled(other)];
  if (a && b) {
    const places = Math.max(a.places, b.places);
    const [left, right] = [inPlaces(a, places), inPlaces(b, places)];
    if (areExact(left, right, 0)) return left < right ? -1 : left > right ? 1 : 0;
  }
  const [x, y] = [PLAIN.exec(one), PLAIN.exec(other)];
  return x && y ? compareParts(x, y) : new Big(one).cmp(other);
}

/** Sign, whole part without leading zeros, and decimal places without trailing zeros, of a plain numeral of any length. */
const PLAIN = /^(-?)(?=\d)0*(\d*)(?:\.(\d*?)0*)?$/;

/** Compares digit by digit: quotients are long, and only their first places differ. */
function compareParts(one: RegExpExecArray, other: RegExpExecArray): -1 | 0 | 1 {
  const [, sign = "", whole = "", places = ""] = one;
  const [, otherSign = "", otherWhole = "", otherPlaces = ""] = other;
  const isZero = whole === "" && places === "";
  const isOtherZero = otherWhole === "" && otherPlaces === "";
  if (isZero && isOtherZero) return 0;
  const isNegative = sign === "-" && !isZero;
  const isOtherNegative = otherSign === "-" && !isOtherZero;
  if (isNegative !== isOtherNegative) return isNegative ? -1 : 1;
  const isSame = whole === otherWhole && places === otherPlaces;
  if (isSame) return 0;
  const isLess =
    whole.length !== otherWhole.length
      ? whole.length < otherWhole.length
      : whole !== otherWhole
        ? whole < otherWhole
        : places < otherPlaces;
  return isLess === isNegative ? 1 : -1;
}

/** Ten to a whole power, exactly. */
export function powerOfTen(exponent: number): Decimal {
  return exponent >= 0 ? `1${"0".repeat(exponent)}` : `0.${"0".repeat(-exponent - 1)}1`;
}

/** Round half up to a number of decimal places, keeping trailing zeros: for text that readers see. */
export function roundToPlaces(value: Decimal, places: number): string {
  return new Big(value).toFixed(places, Big.roundHalfUp);
}
