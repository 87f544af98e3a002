/**
 * Exact arithmetic on decimal text. `big.js` does the sums; nothing outside this folder sees
 * its objects, so that a figure is always text and never a binary float.
 */
import Big from "big.js";

/** A decimal number as canonical text: no exponent, no sign on zero, no trailing zeros. */
export type Decimal = string;

/** Canonical text of a plain decimal numeral (`"0.10"` → `"0.1"`); throws on anything else. */
export function toDecimal(numeral: string): Decimal {
  return canonical(new Big(numeral));
}

function canonical(value: Big): Decimal {
  const text = value.toFixed();
  return text === "-0" ? "0" : text;
}

export function add(one: Decimal, other: Decimal): Decimal {
  return canonical(new Big(one).plus(other));
}

export function subtract(one: Decimal, other: Decimal): Decimal {
  return canonical(new Big(one).minus(other));
}

export function multiply(one: Decimal, other: Decimal): Decimal {
  return canonical(new Big(one).times(other));
}

/** Quotient to `places` decimal places, rounded half up; the only operation here that rounds. */
export function divide(one: Decimal, other: Decimal, places = 20): Decimal {
  const Divider = Big();
  Divider.DP = places;
  return canonical(new Divider(one).div(other));
}

export function negate(value: Decimal): Decimal {
  return canonical(new Big(value).times(-1));
}

export function absolute(value: Decimal): Decimal {
  return canonical(new Big(value).abs());
}

/** Negative, zero or positive, as for sorting. */
export function compareDecimals(one: Decimal, other: Decimal): -1 | 0 | 1 {
  return new Big(one).cmp(other);
}

/** Ten to a whole power, exactly. */
export function powerOfTen(exponent: number): Decimal {
  return exponent >= 0 ? `1${"0".repeat(exponent)}` : `0.${"0".repeat(-exponent - 1)}1`;
}

/** Round half up to a number of decimal places, keeping trailing zeros: for text that readers see. */
export function roundToPlaces(value: Decimal, places: number): string {
  return new Big(value).toFixed(places, Big.roundHalfUp);
}
