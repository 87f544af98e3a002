import { describe, expect, test } from "vitest";
import { aClaim, aMetric, aPriceClaim, aSubject } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const orderings = (parts: DatasetParts) =>
  [...analysisOf(parts).discrepancies.values()].filter(({ kind }) => kind === "ordering-conflict");

const QUOTE = "One 54.6% beats Zero";
const says = (overrides: AuthoredFields = {}) =>
  aClaim({
    value: undefined,
    unit: undefined,
    measure: "relation",
    relation: "beats",
    "compared-with": "acme/zero",
    quote: QUOTE,
    ...overrides,
  });
const scores = (subject: string, value: string, overrides: AuthoredFields = {}) =>
  aClaim({ subject, value, quote: `${value} of them`, ...overrides });

const overall = {
  overall: aMetric({
    name: "Overall",
    kind: "property",
    family: "overall",
    unit: "name",
    covers: "all-scores",
    conditions: [],
  }),
};
const across = (over: string, overrides: AuthoredFields = {}) =>
  says({ metric: "overall", over, ...overrides });

describe("a relation is contradicted by figures that exclude it", () => {
  test.each<[string, AuthoredFields, string, string, boolean]>([
    ["beats, and is ahead", says(), "54.6", "50.1", false],
    ["beats, and is behind", says(), "50.1", "54.6", true],
    ["beats, and the figures overlap", says(), "55", "54.6", false],
    ["loses to, and is behind", says({ relation: "loses-to" }), "50.1", "54.6", false],
    ["loses to, and is ahead", says({ relation: "loses-to" }), "54.6", "50.1", true],
    ["matches, and the figures overlap", says({ relation: "matches" }), "55", "54.6", false],
    ["matches, and they do not", says({ relation: "matches" }), "54.6", "54.9", true],
    ["at least, and is even", says({ relation: "at-least" }), "55", "54.6", false],
    ["at least, and is behind", says({ relation: "at-least" }), "50.1", "54.6", true],
    ["at most, and is ahead", says({ relation: "at-most" }), "54.6", "50.1", true],
    ["similar, which is no measure", says({ relation: "similar" }), "10.1", "54.6", false],
  ])("%s", (_, statement, own, other, isFound) => {
    const found = orderings({
      sources: {
        "acme/card": [scores("acme/one", own), scores("acme/zero", other)],
        "beta/review": [statement],
      },
    });
    expect(found.map(({ id }) => id)).toEqual(isFound ? ["ordering-conflict/beta/review#c1"] : []);
  });

  test("the lower figure is ahead where lower is better", () => {
    const cheaper = aPriceClaim("0.10", {
      value: undefined,
      measure: "relation",
      relation: "cheapest",
      over: "all",
      "compared-with": "acme",
      quote: "the cheapest of all",
    });
    const prices = (own: string) => ({
      sources: {
        "acme/card": [aPriceClaim(own), aPriceClaim("0.12", { subject: "acme/zero" })],
        "beta/review": [cheaper],
      },
    });
    expect(orderings(prices("0.10"))).toEqual([]);
    expect(orderings(prices("0.15"))).toHaveLength(1);
  });

  test("figures under different conditions are not compared", () => {
    const found = orderings({
      sources: {
        "acme/card": [
          scores("acme/one", "50.1", { conditions: { subset: "a" } }),
          scores("acme/zero", "54.6", { conditions: { subset: "b" } }),
        ],
        "beta/review": [says()],
      },
    });
    expect(found).toEqual([]);
  });

  test("a rival outside the named set is no counter-example", () => {
    const best = says({ relation: "best", over: "all", "compared-with": "acme" });
    const found = orderings({
      sources: {
        "acme/card": [scores("acme/one", "54.6"), scores("acme/zero", "50.1")],
        "beta/card": [scores("beta/rival", "60.3")],
        "gamma/review": [best],
      },
    });
    expect(found).toEqual([]);
  });
});

describe("how many counter-examples it takes depends on the words", () => {
  const behindOn = (count: number): readonly AuthoredFields[] =>
    ["bench", "bench-hard", "bench-third"].flatMap((metric, index) => [
      scores("acme/one", index < count ? "50.1" : "54.6", { metric }),
      scores("acme/zero", "52.3", { metric }),
    ]);
  const third = { ...overall, "bench-third": aMetric({ name: "Bench Third" }) };

  test.each([
    ["all", 0, false],
    ["all", 1, true],
    ["most", 1, false],
    ["most", 2, true],
    ["many", 2, false],
    ["many", 3, true],
    ["some", 2, false],
    ["some", 3, true],
    ["unstated", 1, false],
    ["unstated", 2, true],
  ])("%s, behind on %i of three", (over, count, isFound) => {
    const found = orderings({
      metrics: third,
      sources: { "acme/card": behindOn(count), "beta/review": [across(over)] },
    });
    expect(found).toHaveLength(isFound ? 1 : 0);
  });

  test("claims that a source makes in the same words are one statement", () => {
    const found = orderings({
      metrics: third,
      subjects: { "acme/old": aSubject({ name: "Old" }) },
      sources: {
        "acme/card": [...behindOn(3), scores("acme/old", "60.3")],
        "beta/review": [across("all"), across("all", { "compared-with": "acme/old" })],
      },
    });
    expect(found.map(({ about }) => about.map(({ id }) => id))).toEqual([
      ["beta/review#c1", "beta/review#c2"],
    ]);
  });

  test("the figures that contradict a statement keep their own status", () => {
    const analysis = analysisOf({
      metrics: third,
      sources: { "acme/card": behindOn(3), "beta/review": [across("all")] },
    });
    expect(analysis.claimStatuses.get("beta/review#c1")).toBe("conflicts");
    expect(analysis.claimStatuses.get("acme/card#c1")).toBe("single");
  });
});
