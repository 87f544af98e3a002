import { describe, expect, test } from "vitest";
import {
  describeConditions,
  describeFact,
  describeSides,
  describeValue,
  joinWords,
  publisherName,
} from "../../../src/core/facts/describe.ts";
import { groupFacts } from "../../../src/core/facts/fact.ts";
import { RELATIONS } from "../../../src/core/schema/vocabulary.ts";
import { aClaim, aDateClaim, anAvailabilityClaim, aPriceClaim } from "../../builders/authored.ts";
import { soundDataset } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

function soleClaim(claim: AuthoredFields) {
  const dataset = soundDataset({ sources: { "beta/review": [claim] } });
  const [fact] = groupFacts(dataset).values();
  const [found] = fact?.claims ?? [];
  if (!fact || !found) throw new Error("the claim is not in the dataset");
  return { dataset, fact, claim: found };
}
const relation = (overrides: AuthoredFields) =>
  aClaim({ measure: "relation", value: undefined, ...overrides });

test.each([
  [{}, ""],
  [{ snapshot: "2026-01-01" }, "snapshot 2026-01-01"],
  [{ snapshot: "s", modality: "image+text" }, "snapshot s, modality image, text"],
] as const)("conditions %j read as %j", (conditions, text) => {
  expect(describeConditions(conditions)).toBe(text);
});

describe("a fact reads as the question it is", () => {
  test.each<[AuthoredFields, string]>([
    [aClaim(), "One on Bench"],
    [aClaim({ conditions: { subset: "Hard" } }), "One on Bench (subset Hard)"],
    [aPriceClaim("2"), "One: input price"],
    [
      aPriceClaim("2", { conditions: { "prompt-tier": "≤200K" } }),
      "One: input price (prompt-length tier ≤200K)",
    ],
    [
      aClaim({ measure: "difference", direction: "up", "compared-with": "acme/zero", value: "21" }),
      "One on Bench, difference from Zero",
    ],
    [
      aClaim({
        measure: "ratio",
        "compared-with": { subject: "acme/zero", metric: "bench-hard" },
        value: "2",
      }),
      "One on Bench, ratio to Zero, Bench Hard",
    ],
    [
      aClaim({
        measure: "percent-change",
        direction: "up",
        "compared-with": { subject: "acme/zero", conditions: { snapshot: "s" } },
        value: "21",
      }),
      "One on Bench, change in percent from Zero (snapshot s)",
    ],
    [relation({ relation: "beats", "compared-with": "acme/zero" }), "One on Bench, against Zero"],
    [relation({ relation: "best", among: "all" }), "One on Bench, rank"],
  ])("%#", (authored, text) => {
    const { dataset, fact } = soleClaim(authored);
    expect(describeFact(dataset, fact)).toBe(text);
  });
});

describe("a claim reads as what it states", () => {
  test.each<[AuthoredFields, string]>([
    [aClaim(), "54.6%"],
    [aClaim({ value: "54.60", qualifier: "about" }), "about 54.60%"],
    [aPriceClaim("0.10"), "$0.10"],
    [
      aClaim({
        measure: "difference",
        direction: "up",
        "compared-with": "acme/zero",
        value: "21.4",
      }),
      "+21.4 points",
    ],
    [
      aClaim({
        measure: "difference",
        direction: "down",
        "compared-with": "acme/zero",
        value: "21.4",
      }),
      "−21.4 points",
    ],
    [
      aClaim({
        measure: "percent-change",
        direction: "down",
        "compared-with": "acme/zero",
        value: "26",
        qualifier: "nearly",
      }),
      "nearly −26%",
    ],
    [aClaim({ measure: "ratio", direction: "up", "compared-with": "acme/zero", value: "2" }), "2×"],
    [
      aClaim({
        measure: "ratio",
        direction: "down",
        "compared-with": "acme/zero",
        value: "10",
        qualifier: "about",
      }),
      "about 10× less",
    ],
    [aDateClaim("2026-01"), "January 2026"],
    [anAvailabilityClaim("no"), "no"],
    [aPriceClaim("not-available"), "not available"],
    [aClaim({ metric: "licence", value: "open" }), "open weights"],
    [relation({ relation: "beats", "compared-with": "acme/zero" }), "beats Zero"],
    [
      relation({ relation: "beats", over: "most", "compared-with": "acme/zero" }),
      "beats Zero in most cases",
    ],
    [relation({ relation: "beats", over: "unstated", "compared-with": "acme/zero" }), "beats Zero"],
    [
      relation({ relation: "cheapest", among: "small models" }),
      "is the cheapest among small models",
    ],
    [relation({ relation: "first" }), "is the first"],
  ])("%#", (authored, text) => {
    const { dataset, claim } = soleClaim(authored);
    expect(describeValue(dataset, claim)).toBe(text);
  });

  test.each(RELATIONS)("and so does one that names the relation %s", (name) => {
    const { dataset, claim } = soleClaim(
      relation({ relation: name, "compared-with": "acme/zero" }),
    );
    expect(describeValue(dataset, claim)).toMatch(/^[a-z ]+ Zero$/);
  });
});

test.each([
  [[], ""],
  [["A"], "A"],
  [["A", "B"], "A and B"],
  [["A", "B", "C"], "A, B and C"],
])("%j join to %j", (words, text) => {
  expect(joinWords(words)).toBe(text);
});

test("sides say who states what: a publisher once, its figures together, equal figures with all who state them", () => {
  const dataset = soundDataset({
    sources: {
      "acme/card": [aClaim()],
      "acme/post": [aClaim({ value: "55" }), aClaim()],
      "beta/review": [aClaim({ value: "54.9" })],
      "gamma/digest": [aClaim({ value: "54.9" })],
    },
  });
  const claims = [...dataset.claims.values()];
  expect(describeSides(dataset, claims)).toBe(
    "Acme states 54.6% and 55%; Beta and Gamma state 54.9%",
  );
  expect(claims.map((claim) => publisherName(dataset, claim))).toEqual([
    "Acme",
    "Acme",
    "Acme",
    "Beta",
    "Gamma",
  ]);
});
