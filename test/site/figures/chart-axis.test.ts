import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDecimals } from "../../../src/core/quantity/decimal.ts";
import { baselineAxis, factorAxis } from "../../../src/site/figures/chart-axis.ts";
import { assertProperty, plainNumerals } from "../../builders/properties.ts";

const dollars = (value: string) => `$${value}`;
const factors = (...values: string[]) => factorAxis("Price", values, dollars);
const positive = plainNumerals.filter((value) => compareDecimals(value, "0") > 0);

describe("an axis of factors", () => {
  test.each<[string, string[], string[]]>([
    ["from the round figure below to the one above", ["0.3", "1.5"], ["0.2", "0.5", "1", "2"]],
    [
      "no further than figures that are round themselves",
      ["0.10", "2.00"],
      ["0.1", "0.2", "0.5", "1", "2"],
    ],
    ["in order of value and not of text", ["10", "9"], ["5", "10"]],
    ["with a length even for a single figure", ["5"], ["5", "10"]],
    ["with a length even for a single figure between ticks", ["3"], ["2", "5"]],
    ["over several powers of ten", ["2", "150"], ["2", "5", "10", "20", "50", "100", "200"]],
    ["for no figures at all", [], ["1", "2"]],
  ])("goes %s", (_, values, ticks) => {
    const axis = factors(...values);
    expect(axis.ticks.map(({ at }) => at)).toEqual(ticks);
    expect([axis.from, axis.to]).toEqual([ticks[0], ticks.at(-1)]);
  });

  test("says what its lengths are, and labels its ticks as it is told", () => {
    expect(factors("1")).toEqual({
      label: "Price, logarithmic scale",
      from: "1",
      to: "2",
      ticks: [
        { at: "1", label: "$1" },
        { at: "2", label: "$2" },
      ],
      scale: "log",
    });
  });

  test("holds every figure between its ends, which are ticks, and none is zero", () => {
    assertProperty(
      fc.property(fc.array(positive, { minLength: 1, maxLength: 8 }), (values) => {
        const { from, to, ticks } = factors(...values);
        expect(compareDecimals(from, "0")).toBe(1);
        expect(compareDecimals(from, to)).toBe(-1);
        for (const value of values) {
          expect(compareDecimals(from, value)).toBeLessThanOrEqual(0);
          expect(compareDecimals(value, to)).toBeLessThanOrEqual(0);
        }
        expect([ticks[0]?.at, ticks.at(-1)?.at]).toEqual([from, to]);
      }),
    );
  });

  test("does not depend on the order of its figures", () => {
    assertProperty(
      fc.property(fc.array(positive, { maxLength: 8 }), (values) => {
        expect(factors(...values.toReversed())).toEqual(factors(...values));
      }),
    );
  });
});

describe("an axis from a baseline", () => {
  test.each<[string, string[], string, string[]]>([
    [
      "to above the highest figure",
      ["54.6", "33.2"],
      "0",
      ["0", "10", "20", "30", "40", "50", "60"],
    ],
    ["to a figure that is a tick", ["60"], "0", ["0", "10", "20", "30", "40", "50", "60"]],
    ["from where it is told", ["95"], "90", ["90", "91", "92", "93", "94", "95"]],
  ])("goes %s", (_, values, baseline, ticks) => {
    const axis = baselineAxis("Score", values, baseline, (value) => `${value}%`);
    expect(axis.ticks.map(({ at }) => at)).toEqual(ticks);
    expect(axis.label).toBe(`Score, axis from ${baseline}%`);
    expect([axis.from, axis.to]).toEqual([ticks[0], ticks.at(-1)]);
  });

  test("has a length and ticks even where nothing stands above the baseline", () => {
    const axis = baselineAxis("Score", [], "0", (value) => value);
    expect(Number(axis.to)).toBeGreaterThan(0);
    expect(axis.ticks.length).toBeGreaterThan(1);
  });
});
