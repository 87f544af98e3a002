import { describe, expect, test } from "vitest";
import { orderFigures, parseFigureBound } from "../../../src/core/columns/figure-order.ts";
import type { UnitName } from "../../../src/core/quantity/units.ts";

/** Figures as `value unit`, with a leading minus for a direction down; without a unit for words. */
function ordered(...figures: readonly string[]) {
  const parts = figures.map((figure): [string, UnitName?] => {
    const at = figure.lastIndexOf(" ");
    return at < 0 ? [figure] : [figure.slice(0, at), figure.slice(at + 1) as UnitName];
  });
  const units = [...new Set(parts.flatMap(([, unit]) => unit ?? []))];
  const order = orderFigures({
    units,
    claims: {
      value: parts.map(([value]) => value.replace(/^-/, "")),
      unit: parts.map(([, unit]) => (unit ? units.indexOf(unit) : -1)),
      direction: parts.map(([value]) => (value.startsWith("-") ? -1 : 0)),
    },
  });
  return { order, figures };
}

const sorted = (...figures: readonly string[]) => {
  const { order } = ordered(...figures);
  return figures
    .map((figure, row) => ({ figure, place: order.low[row] ?? -1 }))
    .filter(({ place }) => place >= 0)
    .sort((one, other) => one.place - other.place)
    .map(({ figure }) => figure);
};

/** Which figures lie between two bounds. */
function within(from: string, to: string, unit: UnitName, ...figures: readonly string[]) {
  const { order } = ordered(...figures);
  const places = order.between(from, to, unit);
  return (
    places &&
    figures.filter((_, row) => {
      const [low, high] = [order.low[row] ?? -1, order.high[row] ?? -1];
      return low >= 0 && high >= places.first && low <= places.last;
    })
  );
}

describe("figures stand in the order of what they say", () => {
  test.each([
    ["by value, not by text", ["9.5 percent", "10 percent", "54.9 percent", "55 percent"]],
    [
      "beyond what a binary float tells apart",
      ["0.10000000000000000001 usd", "0.10000000000000000002 usd"],
    ],
    ["below zero when they go down", ["-26 points", "-3 points", "21.4 points"]],
    ["after conversion to one unit", ["900 milliseconds", "2 seconds", "1 minutes"]],
    ["as counts in words", ["128K tokens", "1 million tokens", "1,047,576 tokens"]],
    ["as dates", ["2025 date", "2025-04-14 date", "2025-07 date"]],
  ])("%s", (_, figures) => {
    expect(sorted(...figures.toReversed())).toEqual(figures);
  });

  test("units that cannot be compared stand apart", () => {
    expect(sorted("5 percent", "3 usd", "1 percent")).toEqual(["1 percent", "5 percent", "3 usd"]);
  });

  test("equal figures share a place, however printed; words have none", () => {
    const { order } = ordered("0.1 usd", "0.10 usd", "yes");
    expect([...order.low]).toEqual([0, 0, -1]);
  });

  test("ten times less is as large as ten times more", () => {
    const { order } = ordered("-10 ratio", "10 ratio");
    expect(order.low[0]).toBe(order.low[1]);
  });
});

describe("bounds", () => {
  const SCORES = ["54 percent", "54.6 percent", "54.9 percent", "55 percent", "0.5 usd"];
  test.each([
    ["hold themselves", "54.6", "55", ["54.6 percent", "54.9 percent", "55 percent"]],
    ["may be open above", "54.9", "", ["54.9 percent", "55 percent"]],
    ["may be open below", "", "54.6", ["54 percent", "54.6 percent"]],
    ["need not be figures that are there", "54.1", "54.7", ["54.6 percent"]],
    ["upside down hold nothing", "55", "54", []],
    ["are read with their sign of unit", "54.6%", "54.90 %", ["54.6 percent", "54.9 percent"]],
  ])("%s", (_, from, to, expected) => {
    expect(within(from, to, "percent", ...SCORES)).toEqual(expected);
  });

  test("hold a range that reaches into them", () => {
    expect(within("53", "60", "percent", "50–54 percent", "40–45 percent")).toEqual([
      "50–54 percent",
    ]);
  });

  test("are in a unit, and convert", () => {
    expect(within("1", "2", "minutes", "30 seconds", "90 seconds", "2 minutes")).toEqual([
      "90 seconds",
      "2 minutes",
    ]);
  });

  test("of dates hold the whole month or year", () => {
    expect(
      within("2025-04", "2025-06", "date", "2025-03-31 date", "2025-04-14 date", "2025-07 date"),
    ).toEqual(["2025-04-14 date"]);
  });

  test("that are no figures hold for nothing", () => {
    expect(within("many", "", "percent", ...SCORES)).toBeNull();
  });

  test("in a unit that no claim has hold nothing", () => {
    expect(within("1", "", "tokens", ...SCORES)).toEqual([]);
  });
});

test.each([
  ["$0.10", "usd-per-million-tokens", ["0.1", "0.1"]],
  ["−26", "points", ["-26", "-26"]],
  ["-26%", "percent", ["-26", "-26"]],
  ["1M", "tokens", ["1000000", "1000000"]],
  ["2025", "date", ["20089", "20453"]],
  ["", "percent", null],
  ["about", "percent", null],
  ["14 April", "date", null],
] as const)("the bound %j in %s is read as %j", (text, unit, expected) => {
  expect(parseFigureBound(text, unit)).toEqual(expected);
});
