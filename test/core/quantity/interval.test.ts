import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDecimals } from "../../../src/core/quantity/decimal.ts";
import {
  doIntervalsMeet,
  gapBetween,
  halfOpen,
  hull,
  type Interval,
  intervalContains,
  negateInterval,
  point,
} from "../../../src/core/quantity/interval.ts";
import { assertProperty, plainNumerals } from "../../builders/properties.ts";

/** Intervals of every shape: points, half open, closed and open, bounded or not. */
const intervals: fc.Arbitrary<Interval> = fc
  .tuple(
    plainNumerals,
    plainNumerals,
    fc.boolean(),
    fc.boolean(),
    fc.constantFrom("both", "low", "high", "point"),
  )
  .map(([one, other, lowIncluded, highIncluded, bounds]) => {
    const [low, high] = compareDecimals(one, other) <= 0 ? [one, other] : [other, one];
    if (bounds === "point" || compareDecimals(low, high) === 0) return point(low);
    if (bounds === "low") return { low, high: null, lowIncluded, highIncluded: false };
    if (bounds === "high") return { low: null, high, lowIncluded: false, highIncluded };
    return { low, high, lowIncluded, highIncluded };
  });

const MEETINGS: readonly (readonly [string, Interval, Interval, boolean])[] = [
  ["54.6 and 55", halfOpen("54.55", "54.65"), halfOpen("54.5", "55.5"), true],
  ["54.6 and 54.9", halfOpen("54.55", "54.65"), halfOpen("54.85", "54.95"), false],
  ["33.2 and 33.3, which touch", halfOpen("33.15", "33.25"), halfOpen("33.25", "33.35"), false],
  ["a point and the interval that begins there", point("54.55"), halfOpen("54.55", "54.65"), true],
  [
    "a point and the interval that ends before it",
    point("54.65"),
    halfOpen("54.55", "54.65"),
    false,
  ],
  ["equal points", point("2"), point("2.00"), true],
  ["different points", point("2"), point("2.40"), false],
  ["over 50 and 54", halfOpen("49.5", null), halfOpen("53.5", "54.5"), true],
  ["over 50 and 49", halfOpen("49.5", null), halfOpen("48.5", "49.5"), false],
  ["under 50 and 51", halfOpen(null, "50.5"), halfOpen("50.5", "51.5"), false],
  ["under 50 and over 60", halfOpen(null, "50.5"), halfOpen("59.5", null), false],
  ["over 50 and over 60", halfOpen("49.5", null), halfOpen("59.5", null), true],
];

describe("whether two intervals meet", () => {
  test.each(MEETINGS)("%s: as expected, from either side", (_, one, other, meet) => {
    expect(doIntervalsMeet(one, other)).toBe(meet);
    expect(doIntervalsMeet(other, one)).toBe(meet);
  });

  test("does not depend on their order", () => {
    assertProperty(
      fc.property(
        intervals,
        intervals,
        (one, other) => doIntervalsMeet(one, other) === doIntervalsMeet(other, one),
      ),
    );
  });

  test("is certain of an interval and itself", () => {
    assertProperty(fc.property(intervals, (interval) => doIntervalsMeet(interval, interval)));
  });

  test("is the same for the negated values", () => {
    assertProperty(
      fc.property(
        intervals,
        intervals,
        (one, other) =>
          doIntervalsMeet(one, other) ===
          doIntervalsMeet(negateInterval(one), negateInterval(other)),
      ),
    );
  });

  test("is certain where they share a value", () => {
    assertProperty(
      fc.property(intervals, intervals, plainNumerals, (one, other, value) => {
        fc.pre(intervalContains(one, value) && intervalContains(other, value));
        return doIntervalsMeet(one, other);
      }),
    );
  });

  test("is not transitive: 55 meets 54.6 and 54.9, which do not meet", () => {
    const [low, wide, high] = [
      halfOpen("54.55", "54.65"),
      halfOpen("54.5", "55.5"),
      halfOpen("54.85", "54.95"),
    ];
    expect([
      doIntervalsMeet(low, wide),
      doIntervalsMeet(wide, high),
      doIntervalsMeet(low, high),
    ]).toEqual([true, true, false]);
  });
});

test.each([
  ["54.55", true],
  ["54.6", true],
  ["54.649999", true],
  ["54.65", false],
  ["54.5499", false],
])("a half-open interval holds its low edge and not its high one: %s %s", (value, isIn) => {
  expect(intervalContains(halfOpen("54.55", "54.65"), value)).toBe(isIn);
});

describe("the gap between two intervals", () => {
  test.each([
    [halfOpen("54.55", "54.65"), halfOpen("54.85", "54.95"), "0.2"],
    [halfOpen("33.15", "33.25"), halfOpen("33.25", "33.35"), "0"],
    [halfOpen("54.55", "54.65"), halfOpen("54.5", "55.5"), "0"],
    [point("2"), point("2.40"), "0.4"],
    [halfOpen("49.5", null), halfOpen("20", "21"), "28.5"],
  ])("is exact, and zero where they touch", (one, other, gap) => {
    expect(gapBetween(one, other)).toBe(gap);
    expect(gapBetween(other, one)).toBe(gap);
  });

  test("is more than zero only where they do not meet", () => {
    assertProperty(
      fc.property(
        intervals,
        intervals,
        (one, other) => gapBetween(one, other) === "0" || !doIntervalsMeet(one, other),
      ),
    );
  });
});

describe("the hull of two intervals", () => {
  test("does not depend on their order", () => {
    assertProperty(
      fc.property(intervals, intervals, (one, other) => {
        const [here, there] = [hull(one, other), hull(other, one)];
        const isSameEdge = (a: string | null, b: string | null) =>
          a === null || b === null ? a === b : compareDecimals(a, b) === 0;
        return (
          isSameEdge(here.low, there.low) &&
          isSameEdge(here.high, there.high) &&
          here.lowIncluded === there.lowIncluded &&
          here.highIncluded === there.highIncluded
        );
      }),
    );
  });

  test("holds every value of either", () => {
    assertProperty(
      fc.property(intervals, intervals, plainNumerals, (one, other, value) => {
        fc.pre(intervalContains(one, value) || intervalContains(other, value));
        return intervalContains(hull(one, other), value);
      }),
    );
  });

  test("of an interval and itself is the interval", () => {
    assertProperty(
      fc.property(intervals, (interval) => {
        expect(hull(interval, interval)).toEqual(interval);
      }),
    );
  });

  test("is open where either is open", () => {
    expect(hull(halfOpen("49.5", null), point("20"))).toEqual({
      low: "20",
      high: null,
      lowIncluded: true,
      highIncluded: false,
    });
  });
});

test("negating twice changes nothing", () => {
  assertProperty(
    fc.property(intervals, (interval) => {
      const twice = negateInterval(negateInterval(interval));
      expect([twice.lowIncluded, twice.highIncluded]).toEqual([
        interval.lowIncluded,
        interval.highIncluded,
      ]);
      expect(doIntervalsMeet(twice, interval)).toBe(true);
    }),
  );
});

test("the negation of [20.5, 21.5) is (-21.5, -20.5]", () => {
  expect(negateInterval(halfOpen("20.5", "21.5"))).toEqual({
    low: "-21.5",
    high: "-20.5",
    lowIncluded: false,
    highIncluded: true,
  });
});
