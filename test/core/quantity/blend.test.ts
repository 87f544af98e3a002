import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageAt,
  averagesOver,
  commonRatio,
  doesMixGive,
  formatFraction,
  irreconcilable,
  type MixPrices,
  mixesThatGive,
  type StatedBlend,
  shareOnScale,
  simplestMixes,
} from "../../../src/core/quantity/blend.ts";
import { compareDecimals, divide } from "../../../src/core/quantity/decimal.ts";
import { halfOpen, point } from "../../../src/core/quantity/interval.ts";
import { assertProperty } from "../../builders/properties.ts";

const LIST: MixPrices = ["4", "1", "16"];
const TENTH: MixPrices = ["0.4", "0.1", "1.6"];
const about = (low: string, high: string, prices: MixPrices = LIST): StatedBlend => ({
  prices,
  stated: halfOpen(low, high),
});
const exactly = (value: string, prices: MixPrices = LIST): StatedBlend => ({
  prices,
  stated: point(value),
});
const shown = (blends: readonly StatedBlend[]) =>
  mixesThatGive(blends).map((mix) => mix.map((share) => formatFraction(share, 4)).join(" "));

describe("the mixes that give an average", () => {
  test.each<[string, StatedBlend[], string[]]>([
    ["are all mixes when nothing is asked", [], ["1 0 0", "0 1 0", "0 0 1"]],
    ["are a corner at the price of one kind alone", [exactly("1")], ["0 1 0"]],
    ["are a line for an exact average", [exactly("10")], ["0 0.4 0.6", "0.5 0 0.5"]],
    [
      "are a band between the ends of an interval",
      [about("7", "10")],
      ["0 0.6 0.4", "0 0.4 0.6", "0.5 0 0.5", "0.75 0 0.25"],
    ],
    ["are none above the dearest price", [exactly("16.5")], []],
    ["are none below the cheapest price", [about("0.5", "0.9")], []],
    [
      "are those that give every one of several",
      [exactly("10"), exactly("4", ["4", "4", "4"])],
      ["0 0.4 0.6", "0.5 0 0.5"],
    ],
    [
      "are a point where two lines cross",
      [exactly("10"), exactly("2.5", ["2", "1", "3.5"])],
      ["0 0.4 0.6"],
    ],
  ])("%s", (_, blends, corners) => {
    expect(shown(blends).sort()).toEqual([...corners].sort());
  });

  test("are open upwards where the average is only bounded from below", () => {
    expect(shown([{ prices: LIST, stated: halfOpen("16", null) }])).toEqual(["0 0 1"]);
  });
});

describe("averages that are irreconcilable", () => {
  test.each<[string, StatedBlend[], number[][]]>([
    ["none when one mix gives all", [exactly("10"), exactly("1", TENTH)], []],
    ["a pair", [exactly("10"), about("1.05", "1.15", TENTH)], [[0, 1]]],
    [
      "every pair of three",
      [exactly("10"), exactly("1.1", TENTH), exactly("1.2", TENTH)],
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    ],
    [
      "one alone that no mix gives, and no pair because of it",
      [exactly("99"), exactly("1", TENTH)],
      [[0]],
    ],
    [
      "three of which every two go together",
      [
        exactly("0.5", ["1", "0", "0"]),
        exactly("0.5", ["0", "1", "0"]),
        exactly("0.5", ["0", "0", "1"]),
      ],
      [[0, 1, 2]],
    ],
  ])("%s", (_, blends, sets) => {
    expect(irreconcilable(blends)).toEqual(sets);
  });
});

test.each<[MixPrices, MixPrices, string | null]>([
  [LIST, TENTH, "10"],
  [TENTH, LIST, "0.1"],
  [["2", "0.5", "8"], ["0.4", "0.1", "1.5"], null],
  [["1", "1", "1"], ["3", "3", "3"], null],
  [LIST, ["0", "1", "4"], null],
])("%j is %j times a factor: %s", (prices, others, ratio) => {
  expect(commonRatio(prices, others)).toBe(ratio);
});

test("the simplest mixes come first, in lowest terms", () => {
  expect(simplestMixes(exactly("10"), 10, 3)).toEqual([
    [1, 0, 1],
    [0, 2, 3],
    [1, 2, 4],
  ]);
});

test("a figure at an open end of the interval is not given", () => {
  expect(doesMixGive([1, 0, 1], about("9", "10"))).toBe(false);
  expect(doesMixGive([1, 0, 1], about("10", "11"))).toBe(true);
});

const prices: fc.Arbitrary<MixPrices> = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 1, max: 4000 })))
  .map((cents) => cents.map((cent) => divide(String(cent), "100")) as unknown as MixPrices);
const parts = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 40 })))
  .filter((each) => each.some((part) => part > 0)) as fc.Arbitrary<[number, number, number]>;

describe("for any prices", () => {
  test("averages computed from one mix are never irreconcilable", () => {
    assertProperty(
      fc.property(fc.array(prices, { minLength: 1, maxLength: 4 }), parts, (lists, mix) => {
        const blends = lists.map((list) => {
          const average = averageAt(mix, list);
          // Six places are kept of it: the interval is what they stand for.
          return {
            prices: list,
            stated: { ...point(average), low: subtractLast(average), high: addLast(average) },
          };
        });
        expect(mixesThatGive(blends)).not.toEqual([]);
        expect(irreconcilable(blends)).toEqual([]);
      }),
      100,
    );
  });

  test("every corner of the region is a mix and gives an average within the interval", () => {
    assertProperty(
      fc.property(
        prices,
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 1, max: 300 }),
        (list, low, width) => {
          const stated = halfOpen(divide(String(low), "100"), divide(String(low + width), "100"));
          const region = mixesThatGive([{ prices: list, stated }]);
          for (const mix of region) {
            expect(mix.every(({ numerator }) => numerator >= 0n)).toBe(true);
            expect(mix.reduce((sum, share) => sum + shareOnScale(share), 0)).toBeCloseTo(1, 9);
          }
          const range = averagesOver(region, list);
          if (!range) return;
          expect(
            compareDecimals(formatFraction(range.low, 8), stated.low as string),
          ).toBeGreaterThanOrEqual(0);
          expect(
            compareDecimals(formatFraction(range.high, 8), stated.high as string),
          ).toBeLessThanOrEqual(0);
        },
      ),
    );
  });

  test("a mix in whole parts that gives the average lies in a region that is not empty", () => {
    assertProperty(
      fc.property(prices, parts, (list, mix) => {
        const average = averageAt(mix, list);
        const blend = { prices: list, stated: halfOpen(subtractLast(average), addLast(average)) };
        expect(doesMixGive(mix, blend)).toBe(true);
        expect(mixesThatGive([blend])).not.toEqual([]);
        for (const simple of simplestMixes(blend, 12, 3))
          expect(doesMixGive(simple, blend)).toBe(true);
      }),
      60,
    );
  });
});

const LAST = "0.000001";
const addLast = (value: string) => divide(String(BigInt(toMillionths(value)) + 1n), "1000000");
const subtractLast = (value: string) => divide(String(BigInt(toMillionths(value)) - 1n), "1000000");
const toMillionths = (value: string) => divide(value, LAST, 0);
