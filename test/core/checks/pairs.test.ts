import { describe, expect, test } from "vitest";
import {
  answerPairsWhere,
  answersOf,
  claimsOfPairs,
  describeIntervals,
  describeTime,
  formatInterval,
  pairsWhere,
  printDifferentFigures,
} from "../../../src/core/checks/pairs.ts";
import type { Claim } from "../../../src/core/dataset/dataset.ts";
import { type Fact, groupFacts } from "../../../src/core/facts/fact.ts";
import { halfOpen, point } from "../../../src/core/quantity/interval.ts";
import { aClaim, aDateClaim, aPriceClaim } from "../../builders/authored.ts";
import { soundClaim, soundDataset } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const dataset = soundDataset({
  sources: {
    "beta/review": [aClaim({ value: "55" }), aClaim()],
    "acme/card": [aClaim()],
    "gamma/digest": [aClaim()],
  },
});
const claims = [...dataset.claims.values()];
const ids = (pairs: readonly (readonly { id: string }[])[]) =>
  pairs.map((pair) => pair.map(({ id }) => id).join(" "));

test("pairs are unordered, and no claim is a pair with itself", () => {
  expect(ids(pairsWhere(claims, () => true))).toEqual([
    "acme/card#c1 beta/review#c1",
    "acme/card#c1 beta/review#c2",
    "acme/card#c1 gamma/digest#c1",
    "beta/review#c1 beta/review#c2",
    "beta/review#c1 gamma/digest#c1",
    "beta/review#c2 gamma/digest#c1",
  ]);
});

test("the claims of pairs stand once each, in the order of sources and documents", () => {
  expect(claimsOfPairs(pairsWhere([...claims].reverse(), () => true))).toEqual(claims);
});

describe("answers", () => {
  const answers = (sources: Readonly<Record<string, readonly AuthoredFields[]>>) => {
    const answered = soundDataset({ sources });
    const [fact] = groupFacts(answered).values();
    return answersOf(answered, fact as Fact);
  };
  const isDifferent = (one: Claim, other: Claim) =>
    one.quantity?.printed !== other.quantity?.printed;

  test("are told once, with every claim that gives them", () => {
    expect(
      answers({
        "beta/review": [aClaim({ value: "55" }), aClaim()],
        "acme/card": [aClaim()],
      }).map((answer) => answer.claims.map(({ id }) => id)),
    ).toEqual([["acme/card#c1", "beta/review#c2"], ["beta/review#c1"]]);
  });

  test.each([
    ["another qualifier", aClaim({ qualifier: "about" })],
    ["other significant digits", aClaim({ "significant-digits": "1" })],
    ["the same figure printed longer", aClaim({ value: "54.60" })],
  ])("with %s are different ones", (_, claim) => {
    expect(answers({ "acme/card": [aClaim()], "beta/review": [claim] })).toHaveLength(2);
  });

  test("are the same at another time only where the metric does not vary in time", () => {
    const later = { "as-of": "2026-03-01" };
    expect(answers({ "acme/card": [aClaim()], "beta/review": [aClaim(later)] })).toHaveLength(1);
    expect(
      answers({ "acme/card": [aPriceClaim("2")], "beta/review": [aPriceClaim("2", later)] }),
    ).toHaveLength(2);
  });

  test("in pairs bring in every claim that gives one of the two", () => {
    const given = answers({
      "beta/review": [aClaim({ value: "55" }), aClaim()],
      "acme/card": [aClaim()],
    });
    const found = answerPairsWhere(given, isDifferent);
    expect(ids(found?.pairs ?? [])).toEqual(["acme/card#c1 beta/review#c1"]);
    expect(found?.claims.map(({ id }) => id)).toEqual([
      "acme/card#c1",
      "beta/review#c1",
      "beta/review#c2",
    ]);
    expect(answerPairsWhere(given, () => false)).toBeNull();
  });

  test("in pairs lie within one source only if all of them do", () => {
    const two = [aClaim({ value: "55" }), aClaim()];
    expect(answerPairsWhere(answers({ "acme/card": two }), isDifferent)?.scope).toBe("within");
    expect(
      answerPairsWhere(answers({ "acme/card": two, "beta/review": [aClaim()] }), isDifferent)
        ?.scope,
    ).toBe("between");
  });
});

test.each([
  [halfOpen("54.55", "54.65"), "[54.55, 54.65)"],
  [halfOpen("49.5", null), "[49.5, ∞)"],
  [halfOpen(null, "50.5"), "(−∞, 50.5)"],
  [point("2"), "exactly 2"],
  [{ low: "-21.5", high: "-20.5", lowIncluded: false, highIncluded: true }, "(-21.5, -20.5]"],
])("an interval is written as in mathematics: %#", (interval, text) => {
  expect(formatInterval(interval)).toBe(text);
});

test("intervals are told once a figure, with everybody who states it", () => {
  expect(describeIntervals(dataset, claims)).toEqual([
    "Acme, Beta, Gamma: 54.6% stands for [54.55, 54.65)",
    "Beta: 55% stands for [54.5, 55.5)",
  ]);
});

test.each<[string, readonly AuthoredFields[], readonly string[]]>([
  [
    "in the unit of the figure",
    [aClaim({ metric: "latency", value: "180", unit: "milliseconds" })],
    ["Beta: 180 ms stands for [179.5, 180.5)"],
  ],
  [
    "as in the unit of comparison as well, where units differ",
    [
      aClaim({ metric: "latency", value: "180", unit: "milliseconds" }),
      aClaim({ metric: "latency", value: "0.2" }),
    ],
    [
      "Beta: 180 ms stands for [179.5, 180.5), compared as [0.1795, 0.1805) seconds",
      "Beta: 0.2 seconds stands for [0.15, 0.25)",
    ],
  ],
  [
    "as in days for periods between two dates",
    [
      { value: "26", unit: "weeks" },
      { value: "6", unit: "months" },
    ].map((period) =>
      aDateClaim(period.value, {
        ...period,
        measure: "difference",
        direction: "up",
        "compared-with": "acme/zero",
      }),
    ),
    [
      "Beta: +26 weeks stands for [25.5, 26.5), compared as [178.5, 185.5) days",
      "Beta: +6 months stands for [5.5, 6.5), compared as [154, 201.5) days",
    ],
  ],
  [
    "below zero for a decrease",
    [
      aPriceClaim("26", {
        measure: "percent-change",
        unit: "percent",
        direction: "down",
        "compared-with": "acme/zero",
      }),
    ],
    ["Beta: −26% stands for (-26.5, -25.5]"],
  ],
])("the values of a figure are told %s", (_, stated, lines) => {
  const of = soundDataset({ sources: { "beta/review": stated } });
  expect(describeIntervals(of, [...of.claims.values()])).toEqual(lines);
});

test("a date stands for itself", () => {
  const dates = soundDataset({ sources: { "acme/card": [aDateClaim("2026-01-01")] } });
  expect(describeIntervals(dates, [...dates.claims.values()])).toEqual(["Acme: 1 January 2026"]);
});

test.each([
  [undefined, "1 January 2026"],
  ["2025-12", "December 2025"],
  [
    { "not-before": "2025-12-01", "not-after": "2026", because: "It says so." },
    "between 1 December 2025 and 2026",
  ],
])("the time of a claim as of %j reads %s", (asOf, text) => {
  expect(describeTime(soundClaim(aClaim({ "as-of": asOf })))).toBe(text);
});

describe("different figures", () => {
  const down = { measure: "difference", direction: "down", "compared-with": "acme/zero" };
  test.each<[string, AuthoredFields, AuthoredFields, boolean]>([
    ["one figure", aClaim(), aClaim(), false],
    ["one figure in more digits", aClaim(), aClaim({ value: "54.60" }), false],
    ["one amount", aPriceClaim("2"), aPriceClaim("2.00"), false],
    [
      "one listed price in two units",
      aPriceClaim("12.00"),
      aPriceClaim("0.012", { unit: "usd-per-thousand-tokens" }),
      false,
    ],
    [
      "two listed prices in two units",
      aPriceClaim("12.00"),
      aPriceClaim("0.013", { unit: "usd-per-thousand-tokens" }),
      true,
    ],
    ["a figure and its rounding", aClaim(), aClaim({ value: "55" }), true],
    [
      "one figure up and down",
      aClaim({ ...down, value: "5" }),
      aClaim({ ...down, value: "5", direction: "up" }),
      true,
    ],
    [
      "one number in two units",
      aClaim({ metric: "latency", value: "5" }),
      aClaim({ metric: "latency", value: "5", unit: "milliseconds" }),
      true,
    ],
    [
      "one number in two ways of printing",
      aClaim({ metric: "context-window", value: "1M" }),
      aClaim({ metric: "context-window", value: "1,000,000" }),
      false,
    ],
    ["a figure and a range", aClaim({ value: "50" }), aClaim({ value: "50–54" }), true],
    ["a figure and a name", aPriceClaim("2"), aPriceClaim("not-available"), true],
    ["one date at two precisions", aDateClaim("2026-01-01"), aDateClaim("2026-01"), true],
    ["one name", aPriceClaim("unknown"), aPriceClaim("unknown"), false],
  ])("%s: %#", (_, one, other, differ) => {
    expect(printDifferentFigures(soundClaim(one), soundClaim(other))).toBe(differ);
    expect(printDifferentFigures(soundClaim(other), soundClaim(one))).toBe(differ);
  });
});
