import { describe, expect, test } from "vitest";
import {
  aClaim,
  aDateClaim,
  aMetric,
  aPrice,
  aPriceClaim,
  aSource,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const metrics = {
  recall: aMetric({
    name: "Recall",
    family: "recall",
    conditions: ["context-length", "subset", "channel"],
  }),
  "context-window": aMetric({
    name: "Context window",
    kind: "limit",
    family: "context-window",
    unit: "tokens",
    bounds: "context-length",
    conditions: ["channel"],
  }),
};
const analysed = (sources: DatasetParts["sources"]) =>
  analysisOf({ metrics, sources: sources ?? {} });
const found = (sources: DatasetParts["sources"]) =>
  [...analysed(sources).discrepancies.values()].filter(({ kind }) => kind === "impossible");
const scoreAt = (length: string, overrides: AuthoredFields = {}) =>
  aClaim({
    metric: "recall",
    value: "10.2",
    conditions: { "context-length": length },
    ...overrides,
  });
const window = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({ metric: "context-window", value, ...overrides });

describe("a score under a condition that the limit of its subject excludes is found", () => {
  test.each<[string, AuthoredFields, AuthoredFields]>([
    ["at a million for 128,000 tokens", scoreAt("1M"), window("128,000")],
    ["at a million for up to 128K", scoreAt("1M"), window("128K", { qualifier: "up-to" })],
    ["at a million for less than 200K", scoreAt("1M"), window("200K", { qualifier: "under" })],
    ["at 256K for about 128K", scoreAt("256K"), window("128K", { qualifier: "about" })],
    ["beyond 256K", scoreAt(">256K"), window("128,000")],
    ["from 256K", scoreAt("≥256K"), window("128,000")],
    ["from 256K, in two characters", scoreAt(">=256K"), window("128,000")],
    [
      "through the channel that the limit names",
      scoreAt("1M", { conditions: { "context-length": "1M", channel: "app" } }),
      window("64,000", { conditions: { channel: "app" } }),
    ],
    [
      "whatever else the condition says",
      scoreAt("1M", { conditions: { "context-length": "1M", subset: "two needles" } }),
      window("128,000"),
    ],
  ])("%s", (_, score, limit) => {
    expect(found({ "acme/card": [limit], "beta/review": [score] })).toMatchObject([
      {
        severity: "major",
        scope: "between",
        claims: [{ id: "acme/card#c1" }, { id: "beta/review#c1" }],
        about: [{ id: "beta/review#c1" }],
      },
    ]);
  });
});

describe("a score is possible", () => {
  test.each<[string, AuthoredFields[]]>([
    ["at what the limit is", [scoreAt("128K"), window("128,000")]],
    ["at a length that rounds to the limit", [scoreAt("128K"), window("127,900")]],
    ["at a million for 1,047,576 tokens", [scoreAt("1M"), window("1,047,576")]],
    ["from a million on for about a million", [scoreAt("≥1M"), window("1 million")]],
    ["below 128K, which bounds nothing from below", [scoreAt("<128K"), window("64,000")]],
    ["up to 128K, which bounds nothing from below", [scoreAt("≤128K"), window("64,000")]],
    ["below 128K, in two characters", [scoreAt("<=128K"), window("64,000")]],
    ["under a condition that is no figure", [scoreAt("long"), window("64,000")]],
    ["without the condition", [aClaim({ metric: "recall" }), window("64,000")]],
    ["where nobody states a limit", [scoreAt("1M")]],
    [
      "where the limit is another subject's",
      [scoreAt("1M"), window("64,000", { subject: "acme/zero" })],
    ],
    ["where the limit is open above", [scoreAt("1M"), window("128K", { qualifier: "over" })]],
    [
      "where the limit holds in one channel only",
      [scoreAt("1M"), window("64,000", { conditions: { channel: "app" } })],
    ],
    [
      "through another channel than the one that the limit names",
      [
        scoreAt("1M", { conditions: { "context-length": "1M", channel: "api" } }),
        window("64,000", { conditions: { channel: "app" } }),
      ],
    ],
    [
      "through one channel of which the limit is higher",
      [scoreAt("1M"), window("64,000"), window("1M", { conditions: { channel: "api" } })],
    ],
    [
      "if there is none: it was not reported",
      [scoreAt("1M", { value: "not-reported" }), window("64,000")],
    ],
    [
      "if it is a difference from another subject",
      [
        scoreAt("1M", { measure: "difference", direction: "up", "compared-with": "acme/zero" }),
        window("64,000"),
      ],
    ],
  ])("%s", (_, claims) => {
    expect(found({ "acme/card": claims })).toEqual([]);
  });

  test("where sources dispute the limit", () => {
    expect(
      found({
        "beta/review": [window("64,000"), scoreAt("1M")],
        "gamma/digest": [window("128,000")],
      }),
    ).toEqual([]);
  });

  test("where the metric is no limit of that condition", () => {
    const sources = { "acme/card": [scoreAt("1M"), window("64,000")] };
    const unbounded = {
      ...metrics,
      "context-window": { ...metrics["context-window"], bounds: undefined },
    };
    expect([...analysisOf({ metrics: unbounded, sources }).discrepancies]).toEqual([]);
  });
});

describe("a share lies between nothing and all", () => {
  const change = (value: string) =>
    aClaim({ value, measure: "difference", direction: "up", "compared-with": "acme/zero" });
  test.each<[string, AuthoredFields, boolean]>([
    ["130%", aClaim({ value: "130" }), true],
    ["101%", aClaim({ value: "101" }), true],
    ["100%", aClaim({ value: "100" }), false],
    ["99.99%", aClaim({ value: "99.99" }), false],
    ["0%", aClaim({ value: "0" }), false],
    ["over 95%", aClaim({ value: "95", qualifier: "over" }), false],
    ["130 points more", change("130"), true],
    ["60 points more", change("60"), false],
    [
      "130 percent more, which is no share",
      aClaim({
        value: "130",
        measure: "percent-change",
        direction: "up",
        "compared-with": "acme/zero",
      }),
      false,
    ],
    ["a price of 130", aPriceClaim("130"), false],
  ])("%s", (_, claim, isFound) => {
    expect(found({ "beta/review": [claim] })).toHaveLength(isFound ? 1 : 0);
  });
});

describe("what can never exceed another figure of the same subject", () => {
  const registry = {
    ...metrics,
    "input-price": aPrice(),
    "cached-price": aPrice({ name: "Cached price", "never-above": ["input-price"] }),
    "example-length": aMetric({
      name: "Example length",
      kind: "limit",
      family: "example-length",
      unit: "tokens",
      "never-above": ["context-window"],
    }),
    "release-date": aMetric({
      name: "Release date",
      kind: "date",
      family: "release-date",
      unit: "date",
      better: "neither",
      conditions: ["channel"],
      marks: "beginning",
    }),
    cutoff: aMetric({
      name: "Cutoff",
      kind: "date",
      family: "cutoff",
      unit: "date",
      better: "neither",
      "never-above": ["release-date"],
    }),
    "end-date": aMetric({
      name: "Last day",
      kind: "date",
      family: "end-date",
      unit: "date",
      better: "neither",
      conditions: ["channel"],
      marks: "end",
    }),
  };
  const cached = (value: string, overrides: AuthoredFields = {}) =>
    aPriceClaim(value, { metric: "cached-price", ...overrides });
  const dated = (metric: string, value: string, overrides: AuthoredFields = {}) =>
    aDateClaim(value, { metric, ...overrides });

  test.each<[string, AuthoredFields[], boolean]>([
    ["a cached price above the full one", [cached("3"), aPriceClaim("2")], true],
    ["a cached price of the full one", [cached("2.00"), aPriceClaim("2")], false],
    ["a cached price below it", [cached("0.50"), aPriceClaim("2")], false],
    [
      "a cached price of another tier",
      [cached("3", { conditions: { "prompt-tier": ">200K" } }), aPriceClaim("2")],
      false,
    ],
    [
      "a longer example than the window",
      [
        aClaim({ metric: "example-length", value: "500,000" }),
        aClaim({ metric: "context-window", value: "128,000" }),
      ],
      true,
    ],
    [
      "an example of the window",
      [
        aClaim({ metric: "example-length", value: "128K" }),
        aClaim({ metric: "context-window", value: "128,000" }),
      ],
      false,
    ],
    [
      "data from after the release",
      [dated("cutoff", "2026-06"), dated("release-date", "2026-03-10")],
      true,
    ],
    [
      "data from after the release in one channel",
      [
        dated("cutoff", "2026-06"),
        dated("release-date", "2026-03-10", { conditions: { channel: "app" } }),
      ],
      true,
    ],
    [
      "data up to the month of the release",
      [dated("cutoff", "2026-03"), dated("release-date", "2026-03-10")],
      false,
    ],
    [
      "an end before the beginning",
      [dated("end-date", "2026-03-01"), dated("release-date", "2026-03-10")],
      true,
    ],
    [
      "an end on the day of the beginning",
      [dated("end-date", "2026-03-10"), dated("release-date", "2026-03-10")],
      false,
    ],
    [
      "an end in one channel before the beginning in another, but after that in a third",
      [
        dated("end-date", "2026-03-01", { conditions: { channel: "app" } }),
        dated("release-date", "2026-03-10", { conditions: { channel: "api" } }),
        dated("release-date", "2026-01-10"),
      ],
      false,
    ],
  ])("%s", (_, claims, isFound) => {
    const analysis = analysisOf({ metrics: registry, sources: { "acme/card": claims } });
    const kinds = [...analysis.discrepancies.values()].map(({ kind }) => kind);
    expect(kinds).toEqual(isFound ? ["impossible"] : []);
  });

  test("a cached price of one time and a full one of another exclude nothing", () => {
    const of = (published: string, claim: AuthoredFields) =>
      aSource({ published, claims: keyed([claim]) });
    const analysis = analysisOf({
      metrics: registry,
      sources: {
        "acme/card": of("2026-01-01", cached("3")),
        "acme/later": of("2026-06-01", aPriceClaim("2")),
      },
    });
    const kinds = [...analysis.discrepancies.values()].map(({ kind }) => kind);
    expect(kinds).not.toContain("impossible");
  });
});

test("the finding is one for each question, puts every score in doubt and never the limit", () => {
  const analysis = analysed({
    "acme/card": [window("128,000")],
    "beta/review": [scoreAt("1M")],
    "gamma/digest": [scoreAt("1M")],
  });
  expect([...analysis.discrepancies.keys()]).toEqual([
    "impossible/acme/one/recall/context-length-1m",
  ]);
  expect(analysis.claimStatuses.get("beta/review#c1")).toBe("conflicts");
  expect(analysis.claimStatuses.get("gamma/digest#c1")).toBe("conflicts");
  expect(analysis.claimStatuses.get("acme/card#c1")).toBe("single");
  expect(analysis.factStatuses.get("acme/one/context-window")).toBe("single");
});

test("the finding says what excludes what", () => {
  const [finding] = found({ "acme/card": [window("128,000"), scoreAt("1M")] });
  expect(finding).toMatchObject({ scope: "within" });
  expect(finding?.summary).toBe(
    "Acme states 10.2% for One on Recall (context length 1M), but Acme states 128,000 tokens for One: context window.",
  );
  expect(finding?.computation).toEqual([
    "the condition asks for at least 500000",
    "Acme: 128,000 tokens reaches to 128000.5",
    "the condition lies above what the subject accepts",
  ]);
});
