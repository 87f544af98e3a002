/**
 * Arithmetic on intervals (Moore, "Interval Analysis", 1966): every value that the result can take when the operands take any
 * value they stand for. An end is included when both ends that make it are.
 */
import { compareDecimals, type Decimal, divide, multiply, subtract } from "./decimal.ts";
import type { Interval } from "./interval.ts";

/** All differences `one − other`; null when an open end leaves nothing to say. */
export function subtractIntervals(one: Interval, other: Interval): Interval {
  return {
    low: one.low === null || other.high === null ? null : subtract(one.low, other.high),
    high: one.high === null || other.low === null ? null : subtract(one.high, other.low),
    lowIncluded: one.lowIncluded && other.highIncluded,
    highIncluded: one.highIncluded && other.lowIncluded,
  };
}

/** All quotients `one ÷ other` of positive values; null when an operand may be zero or negative. */
export function divideIntervals(one: Interval, other: Interval): Interval | null {
  const isPositive = (value: Decimal | null) => value !== null && compareDecimals(value, "0") > 0;
  if (!isPositive(one.low) || !isPositive(other.low)) return null;
  return {
    low: other.high === null ? null : divide(one.low as Decimal, other.high),
    high: one.high === null ? null : divide(one.high, other.low as Decimal),
    lowIncluded: one.lowIncluded && other.highIncluded,
    highIncluded: one.highIncluded && other.lowIncluded,
  };
}

/** All products of values that are zero or more; null when a factor may be negative. */
export function multiplyIntervals(one: Interval, other: Interval): Interval | null {
  const isNegative = (value: Decimal | null) => value === null || compareDecimals(value, "0") < 0;
  if (isNegative(one.low) || isNegative(other.low)) return null;
  return {
    low: multiply(one.low as Decimal, other.low as Decimal),
    high: one.high === null || other.high === null ? null : multiply(one.high, other.high),
    lowIncluded: one.lowIncluded && other.lowIncluded,
    highIncluded: one.highIncluded && other.highIncluded,
  };
}

/** All changes from `other` to `one` in percent of `other`: `(one ÷ other − 1) × 100`. */
export function percentChange(one: Interval, other: Interval): Interval | null {
  const ratio = divideIntervals(one, other);
  if (ratio === null) return null;
  const inPercent = (value: Decimal | null) =>
    value === null ? null : multiply(subtract(value, "1"), "100");
  return { ...ratio, low: inPercent(ratio.low), high: inPercent(ratio.high) };
}
