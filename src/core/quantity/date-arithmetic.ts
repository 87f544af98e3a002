/**
 * What lies between two dates. A date of a month or a year is one of its days, so the result is a range; days are whole, so the
 * ends of the range are included. Dates are intervals of days since 1970-01-01, half open, as `intervalOf` gives them.
 */
import { civilDate, epochDay } from "./calendar.ts";
import {
  add,
  compareDecimals,
  type Decimal,
  divide,
  multiply,
  negate,
  subtract,
} from "./decimal.ts";
import type { Interval } from "./interval.ts";
import type { UnitName } from "./units.ts";

/** The days from the other date to the own one: positive when the own one is later. */
export function daysBetween(own: Interval, other: Interval): Interval {
  const difference = (one: Decimal | null, another: Decimal | null) =>
    one === null || another === null ? null : subtract(one, another);
  return closed(difference(own.low, lastDay(other)), difference(lastDay(own), other.low));
}

/**
 * The months from the other date to the own one, as a calendar counts them: whole ones from a day to the same day of another
 * month, and of what is left over a share of a month of 28 to 31 days. From 14 April to 14 July are three months exactly, to
 * 20 July between 3.19 and 3.22.
 */
export function monthsBetween(own: Interval, other: Interval): Interval {
  const extreme = (one: Decimal | null, another: Decimal | null, end: "low" | "high") =>
    one === null || another === null ? null : monthsFrom(Number(another), Number(one))[end];
  return closed(extreme(own.low, lastDay(other), "low"), extreme(lastDay(own), other.low, "high"));
}

const LONGEST_MONTH = "31";
const SHORTEST_MONTH = "28";
/** Days of a unit of time, at least and at most. */
const DAYS_OF: Readonly<Partial<Record<UnitName, readonly [Decimal, Decimal]>>> = {
  weeks: ["7", "7"],
  months: [SHORTEST_MONTH, LONGEST_MONTH],
  years: ["365", "366"],
};

/**
 * A stated period in days, so that what one source counts in weeks and another in months can be set side by side: three months
 * are 70 to 108 days and a half, since the 3 itself stands for values from 2.5 to 3.5. In the unit in which it is printed, without sign.
 */
export function periodInDays(printed: Interval, unit: UnitName): Interval {
  const [least, most] = DAYS_OF[unit] ?? ["1", "1"];
  return {
    ...printed,
    low: printed.low === null ? null : multiply(printed.low, least),
    high: printed.high === null ? null : multiply(printed.high, most),
  };
}

/**
 * The months from one day to a later or earlier one, at least and at most. Whole months are counted as long as they fit, and then the days that are
 * left: from 16 March to 1 June that is 2 months and 16 days, as people would say it, and not 3 months less 15 days.
 */
function monthsFrom(from: number, to: number): { low: Decimal; high: Decimal } {
  if (to < from) {
    const { low, high } = monthsFrom(to, from);
    return { low: negate(high), high: negate(low) };
  }
  const [first, last] = [civilDate(from), civilDate(to)];
  const begun = 12 * (last.year - first.year) + last.month - first.month;
  const whole = monthsLater(first, begun) <= to ? begun : begun - 1;
  const days = String(to - monthsLater(first, whole));
  const [most, least] = [divide(days, SHORTEST_MONTH), divide(days, LONGEST_MONTH)];
  return {
    low: add(String(whole), least),
    // However short the month, a part of it is no more than all of it.
    high: add(String(whole), compareDecimals(most, "1") > 0 ? "1" : most),
  };
}

/** The same day so many months later, or the last one of that month where it is shorter. */
function monthsLater({ year, month, day }: ReturnType<typeof civilDate>, months: number): number {
  const count = 12 * year + month - 1 + months;
  const firstOf = (monthCount: number) =>
    epochDay(Math.floor(monthCount / 12), (monthCount % 12) + 1, 1);
  return Math.min(firstOf(count) + day, firstOf(count + 1)) - 1;
}

const lastDay = ({ high }: Interval): Decimal | null =>
  high === null ? null : subtract(high, "1");

const closed = (low: Decimal | null, high: Decimal | null): Interval => ({
  low,
  high,
  lowIncluded: low !== null,
  highIncluded: high !== null,
});
