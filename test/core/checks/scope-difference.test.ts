import { describe, expect, test } from "vitest";
import {
  aClaim,
  aDateClaim,
  aMetric,
  anAvailabilityClaim,
  aPriceClaim,
  aSource,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const found = (parts: DatasetParts) =>
  [...analysisOf(parts).discrepancies.values()].filter(({ kind }) => kind === "scope-difference");
const between = (
  one: AuthoredFields | AuthoredFields[],
  other: AuthoredFields | AuthoredFields[],
) => found({ sources: { "acme/card": [one].flat(), "beta/review": [other].flat() } });
const at = (published: string, claim: AuthoredFields) =>
  aSource({ published, claims: keyed([claim]) });
const change = (overrides: AuthoredFields) =>
  aClaim({ measure: "difference", direction: "up", "compared-with": "acme/zero", ...overrides });

describe("figures offered for one question differ in scope", () => {
  test.each<[string, AuthoredFields, AuthoredFields, string]>([
    [
      "by another metric of the family",
      aPriceClaim("0.10"),
      aPriceClaim("0.12", { metric: "blended-price" }),
      "metric",
    ],
    [
      "by another metric, even where the figures are equal",
      aClaim(),
      aClaim({ metric: "bench-hard" }),
      "metric",
    ],
    [
      "by a stated subset and none",
      aClaim(),
      aClaim({ value: "61", conditions: { subset: "easy" } }),
      "subset",
    ],
    [
      "by two graders",
      aClaim({ conditions: { grader: "a" } }),
      aClaim({ value: "61", conditions: { grader: "b" } }),
      "grader",
    ],
    [
      "by two snapshots",
      aClaim({ conditions: { snapshot: "a" } }),
      aClaim({ value: "61", conditions: { snapshot: "b" } }),
      "snapshot",
    ],
    [
      "by two conditions at once",
      aClaim({ conditions: { grader: "a" } }),
      aClaim({ value: "61", conditions: { subset: "easy" } }),
      "grader and subset",
    ],
    [
      "by a tier that only one of them states",
      aPriceClaim("2"),
      aPriceClaim("4", { conditions: { "prompt-tier": ">200K" } }),
      "prompt-length tier",
    ],
    [
      "by measure",
      change({ value: "21.4" }),
      aClaim({
        measure: "percent-change",
        direction: "up",
        "compared-with": "acme/zero",
        value: "21",
      }),
      "measure",
    ],
    [
      "by baseline",
      change({ value: "21.4" }),
      change({ value: "2", "compared-with": "beta/rival" }),
      "baseline",
    ],
  ])("%s", (_, one, other, reason) => {
    expect(between(one, other)).toMatchObject([
      {
        severity: "minor",
        scope: "between",
        claims: [{ id: "acme/card#c1" }, { id: "beta/review#c1" }],
        summary: expect.stringMatching(
          new RegExp(`differ in ${reason.split(" and ").join(" \\(.*\\) and ")} \\(`),
        ),
      },
    ]);
  });

  test.each<[string, AuthoredFields, AuthoredFields, string]>([
    ["prices", aPriceClaim("2"), aPriceClaim("3"), "2026-06-01"],
    ["availabilities", anAvailabilityClaim("no"), anAvailabilityClaim("yes"), "2026-01-02"],
    ["a price and its absence", aPriceClaim("2"), aPriceClaim("not-available"), "2026-06-01"],
  ])("by time, not by value: %s for times that cannot overlap", (_, one, other, later) => {
    const { discrepancies } = analysisOf({
      sources: { "acme/card": at("2026-01-01", one), "acme/later": at(later, other) },
    });
    expect([...discrepancies.values()]).toMatchObject([
      {
        kind: "scope-difference",
        summary: expect.stringContaining("differ in time (1 January 2026 / "),
      },
    ]);
  });
});

describe("figures are no difference of scope", () => {
  test.each<[string, AuthoredFields | AuthoredFields[], AuthoredFields | AuthoredFields[]]>([
    ["of one fact, which conflict", aClaim(), aClaim({ value: "54.9" })],
    ["of one fact, which agree", aClaim(), aClaim({ value: "55" })],
    [
      "of two prompt tiers",
      aPriceClaim("1.25", { conditions: { "prompt-tier": "≤200K" } }),
      aPriceClaim("2.50", { conditions: { "prompt-tier": ">200K" } }),
    ],
    [
      "of two modalities",
      aPriceClaim("0.10", { conditions: { modality: ["text", "image", "video"] } }),
      aPriceClaim("0.70", { conditions: { modality: "audio" } }),
    ],
    [
      "of two channels",
      aClaim({ metric: "context-window", value: "1M", conditions: { channel: "api" } }),
      aClaim({ metric: "context-window", value: "128K", conditions: { channel: "app" } }),
    ],
    ["of two families", aClaim(), aPriceClaim("2")],
    ["of two subjects", aClaim(), aClaim({ subject: "acme/zero", metric: "bench-hard" })],
    [
      "of metrics in units that cannot be compared",
      aClaim(),
      aClaim({ metric: "bench-earnings", value: "400" }),
    ],
    ["a level and a change", aClaim(), change({ value: "21.4" })],
    ["under other conditions, but equal", aClaim(), aClaim({ conditions: { subset: "easy" } })],
    [
      "where the sources share a member",
      [aClaim(), aClaim({ metric: "bench-hard", value: "12" })],
      aClaim(),
    ],
    [
      "where they share one and each has another",
      [aPriceClaim("2"), aPriceClaim("0.50", { metric: "cached-price" })],
      [aPriceClaim("2"), aPriceClaim("1.84", { metric: "blended-price" })],
    ],
    [
      "within one source, which tells them apart itself",
      [aClaim(), aClaim({ metric: "bench-hard", value: "12" })],
      [],
    ],
    [
      "of a count, which is of its own set",
      aClaim({ metric: "models", value: "3" }),
      aClaim({ metric: "sizes", value: "4" }),
    ],
    [
      "of relations",
      aClaim({
        measure: "relation",
        relation: "beats",
        "compared-with": "acme/zero",
        value: undefined,
      }),
      aClaim({
        measure: "relation",
        relation: "beats",
        "compared-with": "beta/rival",
        value: undefined,
      }),
    ],
    [
      "of availabilities of two channels",
      anAvailabilityClaim("yes", { conditions: { channel: "api" } }),
      anAvailabilityClaim("no"),
    ],
    [
      "of a name and a figure of another metric",
      aPriceClaim("not-available"),
      aPriceClaim("1.84", { metric: "blended-price" }),
    ],
  ])("%s", (_, one, other) => {
    const count = (name: string) =>
      aMetric({ name, kind: "count", unit: "count", family: "models" });
    expect(
      found({
        metrics: {
          "bench-earnings": aMetric({ name: "Bench earnings", unit: "usd" }),
          "cached-price": aMetric({
            name: "Cached price",
            kind: "price",
            family: "price",
            unit: "usd-per-million-tokens",
          }),
          models: count("Models"),
          sizes: count("Sizes"),
        },
        sources: { "acme/card": [one].flat(), "beta/review": [other].flat() },
      }),
    ).toEqual([]);
  });

  test("of an answer that says nothing and one of another time", () => {
    expect(
      found({
        sources: {
          "acme/card": at("2026-01-01", anAvailabilityClaim("unknown")),
          "acme/later": at("2026-06-01", anAvailabilityClaim("yes")),
        },
      }),
    ).toEqual([]);
    expect(
      found({
        sources: {
          "acme/card": at("2026-01-01", aPriceClaim("not-reported")),
          "acme/later": at("2026-06-01", aPriceClaim("2")),
        },
      }),
    ).toEqual([]);
  });

  test("of equal answers of two times", () => {
    expect(
      found({
        sources: {
          "acme/card": at("2026-01-01", aPriceClaim("2")),
          "acme/later": at("2026-06-01", aPriceClaim("2.00")),
        },
      }),
    ).toEqual([]);
  });

  test("of dates at two precisions, however late they were published", () => {
    expect(
      found({
        sources: {
          "acme/card": at("2026-01-01", aDateClaim("2026-01-01")),
          "acme/later": at("2026-06-01", aDateClaim("2026-01")),
        },
      }),
    ).toEqual([]);
  });
});

const notice = {
  "notice-date": aMetric({
    name: "Notice date",
    kind: "date",
    family: "notice-date",
    unit: "date",
    better: "neither",
  }),
};

describe("changes are no difference of scope", () => {
  const price = (metric: string, overrides: AuthoredFields) =>
    aPriceClaim("20", {
      metric,
      measure: "percent-change",
      unit: "percent",
      direction: "down",
      "compared-with": "acme/zero",
      ...overrides,
    });
  const times = (metric: string, compared: AuthoredFields) =>
    aPriceClaim("4", { metric, measure: "ratio", unit: "ratio", "compared-with": compared });
  const ofItself = { subject: "acme/one", metric: "blended-price" };
  const weeks = (metric: string | undefined) =>
    aDateClaim("3", {
      unit: "weeks",
      measure: "difference",
      direction: "up",
      "compared-with": metric === undefined ? "acme/zero" : { subject: "acme/zero", metric },
    });
  test.each<[string, AuthoredFields, AuthoredFields]>([
    [
      "of two metrics in two measures",
      price("input-price", {}),
      times("blended-price", { subject: "acme/zero" }),
    ],
    [
      "of two metrics from two baselines",
      price("input-price", {}),
      price("blended-price", { "compared-with": "beta/rival" }),
    ],
    [
      "from another metric of the same subject",
      times("input-price", ofItself),
      times("input-price", { subject: "acme/zero" }),
    ],
    ["of dates from dates of two events", weeks(undefined), weeks("notice-date")],
  ])("%s", (_, one, other) => {
    const parts = { metrics: notice, sources: { "acme/card": [one], "beta/review": [other] } };
    expect(found(parts)).toEqual([]);
    expect(found({ ...parts, sources: { "acme/card": [other], "beta/review": [one] } })).toEqual(
      [],
    );
  });

  test("but those of two metrics, told alike from one baseline, are", () => {
    expect(between(price("input-price", {}), price("blended-price", {}))).toHaveLength(1);
  });
});

describe("a difference of scope", () => {
  test("is at most one per subject and family, whatever the reasons", () => {
    const differences = found({
      sources: {
        "acme/card": [aClaim(), aPriceClaim("2"), aClaim({ subject: "acme/one-mini" })],
        "beta/review": [
          aClaim({ metric: "bench-hard", value: "12" }),
          aPriceClaim("1.84", { metric: "blended-price" }),
          aClaim({ subject: "acme/one-mini", metric: "bench-hard", value: "3" }),
        ],
        "gamma/digest": [aClaim({ value: "61", conditions: { subset: "easy" } })],
      },
    });
    expect(differences.map(({ id }) => id)).toEqual([
      "scope-difference/acme/one-mini/bench",
      "scope-difference/acme/one/bench",
      "scope-difference/acme/one/price",
    ]);
    expect(differences[1]).toMatchObject({
      summary:
        "Figures of One that look like answers to one question differ in metric (Bench / Bench Hard) and subset (not stated / easy); each may stand.",
      facts: ["acme/one/bench", "acme/one/bench-hard", "acme/one/bench/subset-easy"],
      claims: [{ id: "acme/card#c1" }, { id: "beta/review#c1" }, { id: "gamma/digest#c1" }],
    });
  });

  test.each<[string, AuthoredFields, AuthoredFields, string]>([
    [
      "a condition that one leaves out",
      aClaim(),
      aClaim({ value: "61", conditions: { subset: "easy" } }),
      "subset: not stated (Acme), easy (Beta)",
    ],
    [
      "two measures",
      change({ value: "21.4" }),
      aClaim({
        measure: "percent-change",
        direction: "up",
        "compared-with": "acme/zero",
        value: "21",
      }),
      "measure: a difference (Acme), a change in percent (Beta)",
    ],
    [
      "two baselines",
      change({ value: "21.4" }),
      change({ value: "2", "compared-with": "beta/rival" }),
      "baseline: Zero (Acme), Rival (Beta)",
    ],
    [
      "another measure, from another baseline",
      change({ value: "21.4" }),
      aClaim({
        measure: "percent-change",
        direction: "up",
        "compared-with": "beta/rival",
        value: "21",
      }),
      "baseline: Zero (Acme), Rival (Beta)",
    ],
    [
      "two snapshots of a baseline",
      change({ value: "21.4" }),
      change({
        value: "2",
        "compared-with": { subject: "acme/zero", conditions: { snapshot: "2026-01" } },
      }),
      "baseline: Zero (Acme), Zero, snapshot 2026-01 (Beta)",
    ],
  ])("says in words who is on which side: %s", (_, one, other, line) => {
    const [difference] = between(one, other);
    expect(difference?.computation[0]).toBe(line);
  });

  test("names the metric of a baseline that has another one", () => {
    const since = (subject: string) =>
      aDateClaim("3", {
        unit: "weeks",
        measure: "difference",
        direction: "up",
        "compared-with": { subject, metric: "notice-date" },
      });
    const [difference] = found({
      metrics: notice,
      sources: { "acme/card": [since("acme/zero")], "beta/review": [since("beta/rival")] },
    });
    expect(difference?.computation[0]).toBe(
      "baseline: Zero, notice date (Acme), Rival, notice date (Beta)",
    );
  });

  test("says of each figure what it answers, and for when", () => {
    const [difference] = between(
      aPriceClaim("0.10"),
      aPriceClaim("0.12", { metric: "blended-price" }),
    );
    expect(difference?.computation).toEqual([
      "metric: Input price (Acme), Blended price (Beta)",
      "Acme: One: input price: $0.10, said for 1 January 2026",
      "Beta: One: blended price: $0.12, said for 1 January 2026",
    ]);
  });
});

describe("a condition left out", () => {
  const offered = (value: string, channel?: string) =>
    anAvailabilityClaim(value, channel === undefined ? {} : { conditions: { channel } });
  const both = [offered("yes", "api"), offered("no", "app")];

  test("puts the claim in doubt where the answer depends on it, and not those that show it", () => {
    const [difference] = between(both, offered("yes"));
    expect(difference?.about.map(({ id }) => id)).toEqual(["beta/review#c1"]);
    expect(difference?.claims).toHaveLength(3);
    expect(difference?.summary).toContain("channel (api / app / not stated)");
  });

  test("puts figures in doubt as well", () => {
    const [difference] = between(
      [
        aClaim({ value: "46.0", conditions: { grader: "regex", subset: "easy" } }),
        aClaim({ value: "54.0", conditions: { grader: "model", subset: "easy" } }),
      ],
      aClaim({ value: "46.0", conditions: { subset: "easy" } }),
    );
    expect(difference?.about.map(({ id }) => id)).toContain("beta/review#c1");
  });

  test.each<[string, AuthoredFields[], AuthoredFields[]]>([
    [
      "the answers are the same under each",
      [offered("yes", "api"), offered("yes", "app")],
      [offered("yes")],
    ],
    ["only one answer is known", [offered("yes", "api")], [offered("yes")]],
    [
      "those who tell them apart answer without it too",
      [...both, offered("yes")],
      [offered("yes")],
    ],
    ["the same source tells the answers apart", [], [...both, offered("yes")]],
    [
      "the answers are of another time",
      [
        anAvailabilityClaim("yes", { conditions: { channel: "api" }, "as-of": "2020-01-01" }),
        anAvailabilityClaim("no", { conditions: { channel: "app" }, "as-of": "2020-01-01" }),
      ],
      [offered("yes")],
    ],
  ])("is silent where %s", (_, one, other) => {
    expect(between(one, other)).toEqual([]);
  });
});
