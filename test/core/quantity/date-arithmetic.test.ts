import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  daysBetween,
  monthsBetween,
  periodInDays,
} from "../../../src/core/quantity/date-arithmetic.ts";
import { compareDecimals, roundToPlaces } from "../../../src/core/quantity/decimal.ts";
import { halfOpen, type Interval } from "../../../src/core/quantity/interval.ts";
import { intervalOf, isQuantity, parseQuantity } from "../../../src/core/quantity/quantity.ts";
import { assertProperty, days } from "../../builders/properties.ts";

function dateOf(iso: string, qualifier?: "about" | "over"): Interval {
  const quantity = parseQuantity(iso, "date");
  const interval = isQuantity(quantity) ? intervalOf(quantity, { qualifier }) : null;
  if (interval === null) throw new Error(`${iso} is no date`);
  return interval;
}
const range = ({ low, high }: Interval) =>
  [low, high].map((end) => end && Number(roundToPlaces(end, 3)));

describe("the days between two dates", () => {
  test.each([
    ["2025-04-28", "2025-04-14", 14, 14],
    ["2025-04-14", "2025-04-28", -14, -14],
    ["2025-04-14", "2025-04-14", 0, 0],
    ["2024-03-01", "2024-02-28", 2, 2],
    ["2025-05", "2025-04-14", 17, 47],
    ["2025", "2024", 1, 730],
  ])("%s after %s: from %d to %d", (own, other, low, high) => {
    expect(range(daysBetween(dateOf(own), dateOf(other)))).toEqual([low, high]);
  });

  test("have no end where a date has none", () => {
    expect(daysBetween(dateOf("2025-04-14", "over"), dateOf("2025-04-01"))).toEqual({
      low: "13",
      high: null,
      lowIncluded: true,
      highIncluded: false,
    });
  });
});

describe("the months between two dates", () => {
  test.each([
    ["2025-07-14", "2025-04-14", 3, 3],
    ["2025-04-14", "2025-07-14", -3, -3],
    ["2025-07-20", "2025-04-14", 3.194, 3.214],
    ["2025-07-13", "2025-04-14", 2.935, 3],
    ["2025-06-01", "2025-03-16", 2.516, 2.571],
    ["2026-04-14", "2025-04-14", 12, 12],
    ["2025-02-28", "2025-01-31", 1, 1],
    ["2025-03-01", "2025-01-31", 1.032, 1.036],
    ["2025-03-30", "2025-01-31", 1.968, 2],
    ["2025-03-31", "2025-01-31", 2, 2],
    ["2025-07", "2025-04-14", 2.548, 3.607],
  ])("%s after %s: from %d to %d", (own, other, low, high) => {
    expect(range(monthsBetween(dateOf(own), dateOf(other)))).toEqual([low, high]);
  });
});

test.each([
  ["14", "days", 13.5, 14.5],
  ["2", "weeks", 10.5, 17.5],
  ["3", "months", 70, 108.5],
  ["1", "years", 182.5, 549],
] as const)("a period of %s %s has %d to %d days", (printed, unit, low, high) => {
  const quantity = parseQuantity(printed, unit);
  const interval = isQuantity(quantity) ? intervalOf(quantity) : null;
  expect(interval && range(periodInDays(interval, unit))).toEqual([low, high]);
});

describe("whatever the dates", () => {
  test("backwards is the same with the other sign", () => {
    assertProperty(
      fc.property(days, days, (one, other) => {
        for (const between of [daysBetween, monthsBetween]) {
          const [low = 0, high = 0] = range(between(dateOf(one), dateOf(other)));
          expect(range(between(dateOf(other), dateOf(one)))).toEqual([
            -(high ?? 0) + 0,
            -(low ?? 0) + 0,
          ]);
        }
      }),
    );
  });

  test("a month has 28 to 31 days", () => {
    assertProperty(
      fc.property(days, days, (one, other) => {
        const [interval, count] = [
          monthsBetween(dateOf(one), dateOf(other)),
          daysBetween(dateOf(one), dateOf(other)),
        ];
        const [low, high] = [Number(interval.low), Number(interval.high)];
        const length = Math.abs(Number(count.low));
        expect(length).toBeGreaterThanOrEqual(
          Math.floor(Math.min(Math.abs(low), Math.abs(high)) * 28),
        );
        expect(length).toBeLessThanOrEqual(Math.ceil(Math.max(Math.abs(low), Math.abs(high)) * 31));
      }),
    );
  });

  test("its range has its lower end first", () => {
    assertProperty(
      fc.property(days, days, (one, other) => {
        const { low, high } = monthsBetween(
          dateOf(one),
          halfOpen(dateOf(other).low, dateOf(other).high),
        );
        expect(compareDecimals(low as string, high as string)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
