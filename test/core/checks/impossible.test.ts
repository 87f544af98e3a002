import { describe, expect, test } from "vitest";
import { aClaim, aMetric } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const metrics = {
  recall: aMetric({ name: "Recall", family: "recall", conditions: ["context-length", "subset"] }),
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
    "Acme states 10.2% for One on Recall (context length 1M), but Acme states 128,000 tokens for the context window of One.",
  );
  expect(finding?.computation).toEqual([
    "the condition asks for at least 500000",
    "Acme: 128,000 tokens reaches to 128000.5",
    "the condition lies above what the subject accepts",
  ]);
});
