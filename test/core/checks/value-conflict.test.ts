import { describe, expect, test } from "vitest";
import { aClaim, aDateClaim, aPriceClaim, aSource } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const conflicts = (parts: DatasetParts) =>
  [...analysisOf(parts).discrepancies.values()].filter(({ kind }) => kind === "value-conflict");
const between = (one: AuthoredFields, other: AuthoredFields) =>
  conflicts({ sources: { "acme/card": [one], "beta/review": [other] } });
const change = (overrides: AuthoredFields) =>
  aClaim({ measure: "difference", direction: "up", "compared-with": "acme/zero", ...overrides });
const price = aPriceClaim;
const window = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({ metric: "context-window", value, ...overrides });

describe("figures of one fact conflict where they share no value", () => {
  test.each<[string, AuthoredFields, AuthoredFields]>([
    ["54.6 and 54.9", aClaim(), aClaim({ value: "54.9" })],
    ["33.2 and 33.3, which are neighbours", aClaim({ value: "33.2" }), aClaim({ value: "33.3" })],
    ["54 and 55", aClaim({ value: "54" }), aClaim({ value: "55" })],
    ["55.6 and 55", aClaim({ value: "55.6" }), aClaim({ value: "55" })],
    ["50–54 and 55", aClaim({ value: "50–54" }), aClaim({ value: "55" })],
    ["about 66 and 68", aClaim({ value: "66", qualifier: "about" }), aClaim({ value: "68" })],
    ["nearly 90 and 91", aClaim({ value: "90", qualifier: "nearly" }), aClaim({ value: "91" })],
    ["over 60 and 59", aClaim({ value: "60", qualifier: "over" }), aClaim({ value: "59" })],
    ["under 60 and 61", aClaim({ value: "60", qualifier: "under" }), aClaim({ value: "61" })],
    ["$0.10 and $0.12", price("0.10"), price("0.12")],
    ["$2 and $2.40, since listed prices are exact", price("2"), price("2.40")],
    ["1,000,000 and 1,047,576", window("1,000,000"), window("1,047,576")],
    [
      "up to 128K and 200K, since a limit of up to X is X",
      window("128K", { qualifier: "up-to" }),
      window("200K"),
    ],
    [
      "5 seconds and 6,000 milliseconds",
      aClaim({ metric: "latency", value: "5" }),
      aClaim({ metric: "latency", value: "6,000", unit: "milliseconds" }),
    ],
    ["+5 and −5 points", change({ value: "5" }), change({ value: "5", direction: "down" })],
    ["+21.4 and +21.5 points", change({ value: "21.4" }), change({ value: "21.5" })],
    [
      "equal conditions, stated in another order",
      aClaim({ conditions: { subset: "a", grader: "b" } }),
      aClaim({ value: "54.9", conditions: { grader: "b", subset: "a" } }),
    ],
  ])("%s", (_, one, other) => {
    expect(between(one, other).map(({ claims }) => claims.map(({ id }) => id))).toEqual([
      ["acme/card#c1", "beta/review#c1"],
    ]);
  });
});

describe("figures do not conflict", () => {
  test.each<[string, AuthoredFields, AuthoredFields]>([
    ["54.6 and 55, which agree by rounding", aClaim(), aClaim({ value: "55" })],
    ["54.6 and 54.60", aClaim(), aClaim({ value: "54.60" })],
    ["50–54 and 54", aClaim({ value: "50–54" }), aClaim({ value: "54" })],
    ["about 66 and 67", aClaim({ value: "66", qualifier: "about" }), aClaim({ value: "67" })],
    ["over 60 and 61", aClaim({ value: "60", qualifier: "over" }), aClaim({ value: "61" })],
    ["over 60 and 60", aClaim({ value: "60", qualifier: "over" }), aClaim({ value: "60" })],
    [
      "at least 60 and at most 70",
      aClaim({ value: "60", qualifier: "at-least" }),
      aClaim({ value: "70", qualifier: "at-most" }),
    ],
    ["$2 and $2.00", price("2"), price("2.00")],
    ["about $2 and $2.40", price("2", { qualifier: "about" }), price("2.40")],
    ["1 million and 1,047,576", window("1 million"), window("1,047,576")],
    [
      "up to 1 million and 1,047,576",
      window("1 million", { qualifier: "up-to" }),
      window("1,047,576"),
    ],
    [
      "1,000,000 to one significant digit and 1,047,576",
      window("1,000,000", { "significant-digits": "1" }),
      window("1,047,576"),
    ],
    [
      "5 seconds and 5,000 milliseconds",
      aClaim({ metric: "latency", value: "5" }),
      aClaim({ metric: "latency", value: "5,000", unit: "milliseconds" }),
    ],
    [
      "prices of two prompt tiers",
      price("1.25", { conditions: { "prompt-tier": "≤200K" } }),
      price("2.50", { conditions: { "prompt-tier": ">200K" } }),
    ],
    [
      "prices of two modalities",
      price("0.10", { conditions: { modality: ["text", "image", "video"] } }),
      price("0.70", { conditions: { modality: "audio" } }),
    ],
    ["two metrics of one family", aClaim(), aClaim({ metric: "bench-hard", value: "12" })],
    ["two subjects", aClaim(), aClaim({ subject: "acme/one-mini", value: "12" })],
    ["a level and a change", aClaim(), change({ value: "21.4" })],
    [
      "changes from two models",
      change({ value: "21.4" }),
      change({ value: "2", "compared-with": "beta/rival" }),
    ],
    [
      "a ratio and a percentage",
      aClaim({ measure: "ratio", "compared-with": "acme/zero", value: "2" }),
      aClaim({
        measure: "percent-change",
        direction: "up",
        "compared-with": "acme/zero",
        value: "100",
      }),
    ],
    [
      "2 times as much and 10 times less",
      aClaim({ measure: "ratio", direction: "up", "compared-with": "acme/zero", value: "2" }),
      aClaim({ measure: "ratio", direction: "down", "compared-with": "acme/zero", value: "10" }),
    ],
    ["a figure and an unknown", price("2"), price("unknown")],
    ["a figure and not reported", price("2"), price("not-reported")],
    ["a figure and not available, which is a status", price("2"), price("not-available")],
    ["dates, which have a kind of their own", aDateClaim("2026-01-01"), aDateClaim("2026-01-03")],
    [
      "changes of which neither source says from what",
      change({ value: "21.4", "compared-with": "unstated" }),
      change({ value: "50", "compared-with": "unstated" }),
    ],
    [
      "a retired claim",
      aClaim(),
      aClaim({ value: "12", retired: { on: "2026-02-01", because: "It was another model's." } }),
    ],
  ])("%s", (_, one, other) => {
    expect(between(one, other)).toEqual([]);
  });
});

describe("time", () => {
  const at = (published: string, claim: AuthoredFields) =>
    aSource({ published, claims: keyed([claim]) });
  const twoPrices = (later: string) =>
    conflicts({
      sources: { "acme/card": at("2026-01-01", price("2")), "acme/later": at(later, price("3")) },
    });

  test("prices conflict while the older is presumed to hold", () => {
    expect(twoPrices("2026-02-01")).toHaveLength(1);
  });

  test("prices do not conflict at times that cannot overlap", () => {
    expect(twoPrices("2026-02-02")).toEqual([]);
  });

  test("scores conflict whenever they were published", () => {
    expect(
      conflicts({
        sources: {
          "acme/card": at("2020-01-01", aClaim()),
          "beta/review": at("2026-01-01", aClaim({ value: "54.9" })),
        },
      }),
    ).toHaveLength(1);
  });

  test("a claim is made for the time that it states, not for that of its source", () => {
    const then = price("3", { "as-of": "2026-01-01" });
    expect(
      conflicts({
        sources: {
          "acme/card": at("2026-01-01", price("2")),
          "acme/later": at("2026-06-01", then),
        },
      }),
    ).toHaveLength(1);
  });
});

describe("a value conflict", () => {
  const [found] = conflicts({
    sources: {
      "acme/card": [aClaim(), aClaim({ value: "55" })],
      "beta/review": [aClaim({ value: "54.9" })],
      "gamma/digest": [aClaim({ value: "55", qualifier: "about" })],
    },
  });

  test("has the kind and the fact for its id", () => {
    expect(found?.id).toBe("value-conflict/acme/one/bench");
    expect(found?.facts).toEqual(["acme/one/bench"]);
  });

  test("lists the claims in at least one disjoint pair, and not 55, which agrees with both", () => {
    expect(found?.claims.map(({ id }) => id)).toEqual(["acme/card#c1", "beta/review#c1"]);
  });

  test("says who states what, and shows the computation", () => {
    expect(found?.summary).toBe("Acme states 54.6%; Beta states 54.9%.");
    expect(found?.computation).toEqual([
      "Acme: 54.6% stands for [54.55, 54.65)",
      "Beta: 54.9% stands for [54.85, 54.95)",
      "[54.55, 54.65) and [54.85, 54.95) have no value in common: the gap between them is 0.2; the figures are 0.5% of the larger one apart",
    ]);
  });

  test("tells every two figures that exclude each other once, the widest apart first", () => {
    const [conflict] = conflicts({
      sources: {
        "acme/card": [aClaim({ value: "54.6" }), aClaim({ value: "55.9" })],
        "beta/review": [aClaim({ value: "54.60" }), aClaim({ value: "70.2" })],
      },
    });
    expect(conflict?.computation.slice(4).map((line) => line.split(" have ")[0])).toEqual([
      "[54.55, 54.65) and [70.15, 70.25)",
      "[54.595, 54.605) and [70.15, 70.25)",
      "[55.85, 55.95) and [70.15, 70.25)",
      "[54.55, 54.65) and [55.85, 55.95)",
      "[55.85, 55.95) and [54.595, 54.605)",
    ]);
  });

  test("tells six of them, and counts the rest", () => {
    const values = ["1", "3", "5", "7", "9"];
    const [conflict] = conflicts({
      sources: { "acme/card": values.map((value) => aClaim({ value })) },
    });
    expect(conflict?.computation).toHaveLength(values.length + 6 + 1);
    expect(conflict?.computation.at(-1)).toBe("and 4 more such pairs");
  });

  test("tells figures of two units in the one in which they are compared", () => {
    const latency = (value: string, unit: string) => aClaim({ metric: "latency", value, unit });
    const [conflict] = between(latency("180", "milliseconds"), latency("0.5", "seconds"));
    expect(conflict?.computation.at(-1)).toMatch(
      /^\[0\.1795, 0\.1805\) and \[0\.45, 0\.55\) seconds have no value in common: the gap between them is 0\.2695 seconds;/,
    );
  });

  test("says of neighbours that they touch", () => {
    const [touching] = between(aClaim({ value: "33.2" }), aClaim({ value: "33.3" }));
    expect(touching?.computation.at(-1)).toContain("they touch but share no value");
  });

  test("lies within a source that contradicts itself, and between sources otherwise", () => {
    const [within] = conflicts({ sources: { "acme/card": [aClaim(), aClaim({ value: "54.9" })] } });
    expect([within?.scope, found?.scope]).toEqual(["within", "between"]);
  });

  test.each([
    ["54.6", "54.9", "minor"],
    ["95.1", "100.0", "minor"],
    ["95", "100", "major"],
    ["54.6", "44.6", "major"],
    ["0.10", "0.12", "major"],
    ["-1", "1", "major"],
    ["0", "1", "major"],
  ])(
    "of %s and %s is %s: major from five percent of the larger figure on",
    (one, other, severity) => {
      expect(between(aClaim({ value: one }), aClaim({ value: other }))[0]?.severity).toBe(severity);
    },
  );

  test("is as severe as its widest pair", () => {
    const [three] = conflicts({
      sources: {
        "acme/card": [aClaim()],
        "beta/review": [aClaim({ value: "54.9" })],
        "gamma/digest": [aClaim({ value: "12" })],
      },
    });
    expect(three?.severity).toBe("major");
    expect(three?.claims).toHaveLength(3);
  });
});
