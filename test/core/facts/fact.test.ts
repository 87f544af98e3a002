import { describe, expect, test } from "vitest";
import {
  compareClaims,
  differingConditions,
  factIdOf,
  groupFacts,
} from "../../../src/core/facts/fact.ts";
import { aClaim, aMetric, aPriceClaim } from "../../builders/authored.ts";
import { soundClaim, soundDataset } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const difference = (overrides: AuthoredFields = {}) =>
  aClaim({
    measure: "difference",
    direction: "up",
    "compared-with": "acme/zero",
    value: "21.4",
    ...overrides,
  });

describe("the id of a fact", () => {
  test.each<[string, AuthoredFields, string]>([
    ["subject and metric", aClaim(), "acme/one/bench"],
    [
      "conditions in the order of the vocabulary",
      aClaim({ conditions: { subset: "Hard", snapshot: "2026-01-01" } }),
      "acme/one/bench/snapshot-2026-01-01_subset-hard",
    ],
    [
      "prompt tiers apart, whose signs do not stand in a path",
      aPriceClaim("2", { conditions: { "prompt-tier": "≤200K" } }),
      "acme/one/input-price/prompt-tier-at-most-200k",
    ],
    [
      "",
      aPriceClaim("4", { conditions: { "prompt-tier": ">200K" } }),
      "acme/one/input-price/prompt-tier-over-200k",
    ],
    [
      "",
      aPriceClaim("4", { conditions: { "prompt-tier": "<200K" } }),
      "acme/one/input-price/prompt-tier-under-200k",
    ],
    [
      "",
      aPriceClaim("4", { conditions: { "prompt-tier": "≥200K" } }),
      "acme/one/input-price/prompt-tier-at-least-200k",
    ],
    [
      "a set of modalities whatever their order",
      aPriceClaim("2", { conditions: { modality: ["video", "image"] } }),
      "acme/one/input-price/modality-image-and-video",
    ],
    [
      "a difference and what it is compared with",
      difference(),
      "acme/one/bench/difference-vs-acme.zero",
    ],
    [
      "the same difference downwards",
      difference({ direction: "down" }),
      "acme/one/bench/difference-vs-acme.zero",
    ],
    [
      "a ratio, without direction",
      aClaim({ measure: "ratio", "compared-with": "acme/zero", value: "2" }),
      "acme/one/bench/ratio-vs-acme.zero",
    ],
    [
      "a ratio downwards, which is another",
      aClaim({ measure: "ratio", direction: "down", "compared-with": "acme/zero", value: "2" }),
      "acme/one/bench/ratio-down-vs-acme.zero",
    ],
    [
      "a change in percent",
      aClaim({
        measure: "percent-change",
        direction: "up",
        "compared-with": "acme/zero",
        value: "21",
      }),
      "acme/one/bench/percent-change-vs-acme.zero",
    ],
    [
      "another metric on the other side",
      difference({ "compared-with": { subject: "acme/zero", metric: "bench-hard" } }),
      "acme/one/bench/difference-vs-acme.zero-bench-hard",
    ],
    [
      "conditions of the other side that differ",
      difference({
        "compared-with": { subject: "acme/zero", conditions: { snapshot: "2025-12-01" } },
      }),
      "acme/one/bench/difference-vs-acme.zero_snapshot-2025-12-01",
    ],
    [
      "not those that are the same on both sides",
      difference({ conditions: { subset: "Hard" } }),
      "acme/one/bench/subset-hard/difference-vs-acme.zero",
    ],
    [
      "that a source does not say from what a change is",
      difference({ "compared-with": "unstated" }),
      "acme/one/bench/difference-vs-unstated",
    ],
    [
      "a relation and its other side",
      aClaim({
        measure: "relation",
        relation: "beats",
        "compared-with": "acme/zero",
        value: undefined,
      }),
      "acme/one/bench/relation-vs-acme.zero",
    ],
    [
      "a relation within a set",
      aClaim({ measure: "relation", relation: "best", among: "All models!", value: undefined }),
      "acme/one/bench/relation-best_among-all-models",
    ],
  ])("names %s", (_, claim, id) => {
    expect(factIdOf(soundClaim(claim))).toBe(id);
  });

  test("leaves out value, unit, qualifier, source and time, which are the answers", () => {
    const answers = [
      aClaim(),
      aClaim({ value: "55", qualifier: "about" }),
      aClaim({ value: "54.6", unit: "percent", "as-of": "2025" }),
    ];
    expect(new Set(answers.map((claim) => factIdOf(soundClaim(claim)))).size).toBe(1);
  });
});

test("conditions that both sides share are not repeated", () => {
  expect(
    differingConditions(
      { snapshot: "a", subset: "b" },
      { snapshot: "a", subset: "c", grader: "d" },
    ),
  ).toEqual({ subset: "c", grader: "d" });
});

describe("facts", () => {
  const dataset = soundDataset({
    sources: {
      "beta/review": [
        aClaim({ value: "55" }),
        aClaim({ value: "12", retired: { on: "2026-02-01", because: "It was another model's." } }),
      ],
      "acme/card": [aClaim({ metric: "bench-hard" }), aClaim(), aClaim({ value: "54.60" })],
    },
  });
  const facts = groupFacts(dataset);

  test("are the questions that claims answer, in order of id", () => {
    expect([...facts.keys()]).toEqual(["acme/one/bench", "acme/one/bench-hard"]);
  });

  test("hold their claims by source, then in the order of the document, and no retired ones", () => {
    expect(facts.get("acme/one/bench")?.claims.map(({ id }) => id)).toEqual([
      "acme/card#c2",
      "acme/card#c3",
      "beta/review#c1",
    ]);
  });

  test("compare claims of one source by place", () => {
    const [first, second] = facts.get("acme/one/bench")?.claims ?? [];
    if (!first || !second) throw new Error("the fact has too few claims");
    expect(Math.sign(compareClaims(first, second))).toBe(-1);
    expect(Math.sign(compareClaims(second, first))).toBe(1);
  });
});

test("claims of one question are one fact, whether a condition was stated or read", () => {
  const metrics = {
    bench: aMetric({
      unqualified: [{ conditions: { grader: "usual" }, because: "It is the usual one." }],
    }),
  };
  const facts = groupFacts(
    soundDataset({
      metrics,
      sources: {
        "acme/card": [
          aClaim(),
          aClaim({ conditions: { grader: "usual" } }),
          aClaim({ conditions: { grader: "other" } }),
        ],
      },
    }),
  );
  expect([...facts].map(([id, { claims }]) => [id, claims.length])).toEqual([
    ["acme/one/bench/grader-other", 1],
    ["acme/one/bench/grader-usual", 2],
  ]);
});
