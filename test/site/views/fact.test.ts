import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { factIndex, factSummary, factView } from "../../../src/site/views/fact.ts";
import { aClaim, aPriceClaim } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const link = (path: string) => path;

describe("what is particular about a fact", () => {
  const difference = (other: unknown, overrides: AuthoredFields = {}) =>
    aClaim({
      measure: "difference",
      direction: "up",
      value: "21",
      "compared-with": other,
      ...overrides,
    });

  test.each<[string, AuthoredFields, string]>([
    ["a plain level has nothing", aClaim(), ""],
    [
      "its conditions",
      aClaim({ conditions: { subset: "hard", grader: "strict" } }),
      "subset hard, grader strict",
    ],
    ["what it is compared with", difference("acme/zero"), "difference from Zero"],
    [
      "both",
      difference("acme/zero", { conditions: { subset: "hard" } }),
      "subset hard; difference from Zero",
    ],
    [
      "the other side with its own conditions",
      difference({
        subject: "acme/zero",
        conditions: { snapshot: "s", "reasoning-effort": "high" },
      }),
      "difference from Zero (snapshot s, reasoning effort high)",
    ],
    [
      "the other side with another metric",
      difference({ subject: "acme/zero", metric: "bench-hard" }),
      "difference from Zero, Bench Hard",
    ],
    [
      "the kind of change",
      aClaim({
        measure: "percent-change",
        direction: "up",
        value: "21",
        "compared-with": "acme/zero",
      }),
      "change in percent from Zero",
    ],
    [
      "a rank",
      aClaim({
        measure: "relation",
        relation: "best",
        value: undefined,
        among: "small, cheap models",
      }),
      "rank",
    ],
  ])("%s", (_, claim, particulars) => {
    const analysis = analysisOf({ sources: { "beta/review": [claim] } });
    const [fact] = analysis.facts.values();
    expect(fact && factSummary(analysis, fact).particulars).toBe(particulars);
  });
});

const parts: DatasetParts = {
  sources: {
    "acme/card": [
      aClaim({ "measured-by": "acme" }),
      aClaim({ value: "61", conditions: { subset: "easy" } }),
      aClaim({ subject: "acme/zero", value: "33.2" }),
      aClaim({
        measure: "difference",
        direction: "up",
        value: "21.4",
        "compared-with": "acme/zero",
      }),
      aClaim({
        subject: "beta/rival",
        measure: "difference",
        direction: "up",
        value: "2",
        "compared-with": "acme/zero",
      }),
      aPriceClaim("2"),
    ],
    "beta/review": [aClaim({ value: "54.9" }), aClaim({ value: "54.9" })],
  },
};

describe("a fact's page", () => {
  const analysis = analysisOf(parts);
  const view = (id: string) => factView(analysis, known(analysis.facts, id), link);

  test("counts sources and claims apart", () => {
    expect(view("acme/one/bench")).toMatchObject({
      sources: 2,
      claims: 3,
      status: "conflicts",
      title: "One on Bench",
      path: "/facts/acme/one/bench/",
      standing: { text: "54.6%" },
    });
  });

  test("shows every claim in full, the discrepancies, and the strip", () => {
    const { claimViews, discrepancies, strip } = view("acme/one/bench");
    expect(claimViews.map(({ id }) => id)).toEqual([
      "acme/card#c1",
      "beta/review#c1",
      "beta/review#c2",
    ]);
    expect(discrepancies.map(({ id }) => id)).toEqual(["value-conflict/acme/one/bench"]);
    expect(strip.rows).toHaveLength(2);
  });

  test("leads to the same subject and metric under other conditions and as a change", () => {
    expect(view("acme/one/bench").variants.map(({ id }) => id)).toEqual([
      "acme/one/bench/difference-vs-acme.zero",
      "acme/one/bench/subset-easy",
    ]);
    expect(view("acme/one/bench/subset-easy").variants.map(({ id }) => id)).toContain(
      "acme/one/bench",
    );
  });

  test("leads to the levels of other subjects, from a level only", () => {
    expect(view("acme/one/bench").others.map(({ id }) => id)).toEqual(["acme/zero/bench"]);
    expect(view("acme/one/bench/difference-vs-acme.zero").others).toEqual([]);
  });
});

test("the index lists every fact once, under its subject", () => {
  const analysis = analysisOf(parts);
  const groups = factIndex(analysis);
  expect(groups.map(({ subject, facts }) => [subject.text, facts.length])).toEqual([
    ["One", 4],
    ["Zero", 1],
    ["Rival", 1],
  ]);
  const ids = groups.flatMap(({ facts }) => facts.map(({ id }) => id));
  expect(new Set(ids)).toEqual(new Set(analysis.facts.keys()));
});
