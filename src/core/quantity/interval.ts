import { add, compareDecimals, type Decimal, divide, negate, subtract } from "./decimal.ts";

/**
 * The values that a printed figure stands for. `null` is an open end. A figure with a last
 * printed digit is half open, `[low, high)`; a listed price or a count of its own is a closed point.
 */
export interface Interval {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

export const point = (value: Decimal): Interval => ({
  low: value,
  high: value,
  lowIncluded: true,
  highIncluded: true,
});

export const halfOpen = (low: Decimal | null, high: Decimal | null): Interval => ({
  low,
  high,
  lowIncluded: low !== null,
  highIncluded: false,
});

/** Whether the interval ends below where the other begins, with nothing in common. */
function endsBelow(lower: Interval, upper: Interval): boolean {
  if (lower.high === null || upper.low === null) return false;
  const order = compareDecimals(lower.high, upper.low);
  return order < 0 || (order === 0 && !(lower.highIncluded && upper.lowIncluded));
}

/** Whether two intervals have a value in common: symmetric, but not transitive. */
export function doIntervalsMeet(one: Interval, other: Interval): boolean {
  return !endsBelow(one, other) && !endsBelow(other, one);
}

/**
 * Whether every two of the intervals have a value in common: so it is when the one that ends first does not end below the one
 * that begins last.
 */
export function doAllIntervalsMeet(intervals: readonly Interval[]): boolean {
  let [endsFirst, beginsLast] = [intervals[0], intervals[0]];
  if (!endsFirst || !beginsLast) return true;
  for (const interval of intervals) {
    // Equal figures share one object, and it has been weighed.
    if (interval === endsFirst || interval === beginsLast) continue;
    if (doesEndBefore(interval, endsFirst)) endsFirst = interval;
    if (doesBeginAfter(interval, beginsLast)) beginsLast = interval;
  }
  return !endsBelow(endsFirst, beginsLast);
}

/** Of two ends at one value the one that leaves the value out comes first. */
function doesEndBefore(one: Interval, other: Interval): boolean {
  if (one.high === null) return false;
  if (other.high === null) return true;
  const order = compareDecimals(one.high, other.high);
  return order < 0 || (order === 0 && !one.highIncluded && other.highIncluded);
}

function doesBeginAfter(one: Interval, other: Interval): boolean {
  if (one.low === null) return false;
  if (other.low === null) return true;
  const order = compareDecimals(one.low, other.low);
  return order > 0 || (order === 0 && !one.lowIncluded && other.lowIncluded);
}

export function intervalContains(interval: Interval, value: Decimal): boolean {
  return doIntervalsMeet(interval, point(value));
}

/** The distance between two intervals that do not meet; zero when they touch or meet. */
export function gapBetween(one: Interval, other: Interval): Decimal {
  if (endsBelow(one, other)) return subtract(other.low as Decimal, one.high as Decimal);
  if (endsBelow(other, one)) return subtract(one.low as Decimal, other.high as Decimal);
  return "0";
}

/** The interval of the negated values. */
export function negateInterval(interval: Interval): Interval {
  return {
    low: interval.high === null ? null : negate(interval.high),
    high: interval.low === null ? null : negate(interval.low),
    lowIncluded: interval.highIncluded,
    highIncluded: interval.lowIncluded,
  };
}

/** Where an interval is marked and sorted: its middle, or the one end that it has; null for one without ends. */
export function middleOf({ low, high }: Pick<Interval, "low" | "high">): Decimal | null {
  return low === null || high === null ? (low ?? high) : divide(add(low, high), "2");
}

/** The smallest interval that holds both. */
export function hull(one: Interval, other: Interval): Interval {
  const lowOrder = one.low === null || other.low === null ? 0 : compareDecimals(one.low, other.low);
  const highOrder =
    one.high === null || other.high === null ? 0 : compareDecimals(one.high, other.high);
  const isLowOpen = one.low === null || other.low === null;
  const isHighOpen = one.high === null || other.high === null;
  return {
    low: isLowOpen ? null : lowOrder <= 0 ? one.low : other.low,
    lowIncluded: isLowOpen
      ? false
      : lowOrder === 0
        ? one.lowIncluded || other.lowIncluded
        : lowOrder < 0
          ? one.lowIncluded
          : other.lowIncluded,
    high: isHighOpen ? null : highOrder >= 0 ? one.high : other.high,
    highIncluded: isHighOpen
      ? false
      : highOrder === 0
        ? one.highIncluded || other.highIncluded
        : highOrder > 0
          ? one.highIncluded
          : other.highIncluded,
  };
}
