import type { Claim, Metric, TimeSpan } from "../dataset/dataset.ts";
import { dateSpan } from "../quantity/calendar.ts";

/** Whether two spans may share a day, or lie no further apart than a number of days. */
export function mayTimesOverlap(one: TimeSpan, other: TimeSpan, steadyDays = 0): boolean {
  const [oneFrom, oneTo] = [dateSpan(one.notBefore).first, dateSpan(one.notAfter).afterLast];
  const [otherFrom, otherTo] = [
    dateSpan(other.notBefore).first,
    dateSpan(other.notAfter).afterLast,
  ];
  return oneFrom < otherTo + steadyDays && otherFrom < oneTo + steadyDays;
}

/** Whether two claims of one fact are made for times that may overlap; always so for what does not vary in time. */
export function areSimultaneous(one: Claim, other: Claim, metric: Metric): boolean {
  return !metric.variesInTime || mayTimesOverlap(one.asOf, other.asOf, metric.steadyDays);
}
