import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  compareDecimals,
  multiply,
  subtract,
  toDecimal,
} from "../../../src/core/quantity/decimal.ts";
import {
  halfOpen,
  type Interval,
  intervalContains,
  point,
} from "../../../src/core/quantity/interval.ts";
import {
  divideIntervals,
  multiplyIntervals,
  percentChange,
  subtractIntervals,
} from "../../../src/core/quantity/interval-arithmetic.ts";
import { assertProperty } from "../../builders/properties.ts";

const notation = (interval: Interval | null) =>
  interval &&
  `${interval.lowIncluded ? "[" : "("}${interval.low ?? ""}, ${interval.high ?? ""}${interval.highIncluded ? "]" : ")"}`;

test.each([
  ["figures", halfOpen("54.55", "54.65"), halfOpen("33.15", "33.25"), "(21.3, 21.5)"],
  ["exact prices", point("2"), point("2.5"), "[-0.5, -0.5]"],
  ["a figure and one over X", halfOpen("54.55", "54.65"), halfOpen("49.5", null), "(, 5.15)"],
  ["one under X and a figure", halfOpen(null, "50.5"), halfOpen("9.5", "10.5"), "(, 41)"],
])("the differences of %s are all those between their values", (_, one, other, expected) => {
  expect(notation(subtractIntervals(one, other))).toBe(expected);
});

test.each([
  ["exact prices", point("2"), point("0.1"), "[20, 20]"],
  ["figures", halfOpen("9.5", "10.5"), halfOpen("1.5", "2.5"), "(3.8, 7)"],
  ["one over X and a figure", halfOpen("9.5", null), point("2"), "[4.75, )"],
  ["a figure that may be zero", halfOpen("9.5", "10.5"), halfOpen("-0.5", "0.5"), null],
  ["one that may be negative", halfOpen("-0.5", "0.5"), halfOpen("9.5", "10.5"), null],
  ["one under X, which may be anything", halfOpen(null, "10.5"), point("2"), null],
])("the quotients of %s are those between positive values, or none", (_, one, other, expected) => {
  expect(notation(divideIntervals(one, other))).toBe(expected);
});

test.each([
  ["exact figures", point("2"), point("0.75"), "[1.5, 1.5]"],
  ["figures", halfOpen("9.5", "10.5"), halfOpen("0.5", "1.5"), "[4.75, 15.75)"],
  ["a figure and nothing", halfOpen("9.5", "10.5"), point("0"), "[0, 0)"],
  ["one over X", halfOpen("9.5", null), point("2"), "[19, )"],
  ["one that may be negative", halfOpen("-0.5", "0.5"), point("2"), null],
  ["one under X, which may be anything", halfOpen(null, "10.5"), point("2"), null],
])("the products of %s are those of values from zero on, or none", (_, one, other, expected) => {
  expect(notation(multiplyIntervals(one, other))).toBe(expected);
});

test.each([
  ["exact prices", point("2"), point("2.5"), "[-20, -20]"],
  ["exact prices upwards", point("0.12"), point("0.1"), "[20, 20]"],
  ["a doubling", point("2"), point("1"), "[100, 100]"],
  ["from nothing", point("2"), point("0"), null],
])("a change in percent is of the other side: %s", (_, one, other, expected) => {
  expect(notation(percentChange(one, other))).toBe(expected);
});

describe("whatever values the operands stand for", () => {
  const operands = fc
    .tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 0, max: 99 }),
    )
    .map(([low, width, share]) => {
      const [from, to] = [toDecimal(`${low}.5`), toDecimal(`${low + width}.5`)];
      return {
        interval: halfOpen(from, to),
        value: add(from, multiply(subtract(to, from), toDecimal((share / 100).toFixed(2)))),
      };
    });

  test("their difference is among the differences", () => {
    assertProperty(
      fc.property(operands, operands, (one, other) =>
        intervalContains(
          subtractIntervals(one.interval, other.interval),
          subtract(one.value, other.value),
        ),
      ),
    );
  });

  test("their quotient is among the quotients: q × other may be one", () => {
    assertProperty(
      fc.property(operands, operands, (one, other) => {
        const quotients = divideIntervals(one.interval, other.interval);
        if (!quotients?.low || !quotients.high) throw new Error("positive values have quotients");
        expect(
          compareDecimals(multiply(quotients.low, other.value), one.value),
        ).toBeLessThanOrEqual(0);
        expect(
          compareDecimals(multiply(quotients.high, other.value), one.value),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
