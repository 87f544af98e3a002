import { describe, expect, test } from "vitest";
import {
  aClaim,
  aDateClaim,
  aMetric,
  aPriceClaim,
  aSource,
  aSubject,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
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

describe("the set decides who can be a counter-example", () => {
  const best = (overrides: AuthoredFields) =>
    says({ relation: "best", "compared-with": undefined, ...overrides });
  const figures = {
    "acme/card": [scores("acme/one", "54.6"), scores("acme/zero", "60.3")],
    "beta/card": [scores("beta/rival", "50.1")],
  };
  const count = (statement: AuthoredFields, sources: DatasetParts["sources"] = figures) =>
    orderings({ sources: { ...sources, "gamma/review": [statement] } }).length;

  test("all models where no set is stated", () => {
    expect(count(best({}))).toBe(1);
  });

  test("nobody where the set is known by its name alone", () => {
    expect(count(best({ among: "models that we like" }))).toBe(0);
    expect(count(best({ among: "the market", rivals: "all" }))).toBe(1);
  });

  test("only others for whoever is ahead of every other provider", () => {
    expect(count(best({ rivals: "other-organisations" }))).toBe(0);
    expect(count(best({ rivals: "own-organisation" }))).toBe(1);
    expect(
      count(best({ rivals: "other-organisations" }), {
        ...figures,
        "beta/card": [scores("beta/rival", "70.2")],
      }),
    ).toBe(1);
  });

  test("the members of a family, and what is said of a family is said of them", () => {
    const families = {
      "acme/ones": aSubject({ name: "Ones", kind: "family" }),
      "acme/one": aSubject({ family: "acme/ones" }),
      "acme/zero": aSubject({ name: "Zero", family: "acme/ones" }),
    };
    const among = (statement: AuthoredFields) =>
      orderings({ subjects: families, sources: { ...figures, "gamma/review": [statement] } });
    expect(among(best({ "compared-with": "acme/ones" }))).toHaveLength(1);
    expect(
      among(says({ subject: "acme/ones", "compared-with": "beta/rival", over: "all" })),
    ).toEqual([]);
    const [finding] = among(
      says({
        subject: "acme/ones",
        relation: "loses-to",
        "compared-with": "beta/rival",
        over: "all",
      }),
    );
    expect(finding?.computation[0]).toContain("2 pairs of figures contradict it");
  });

  test.each([
    ["came before the statement", "2025-12-01", 1],
    ["came on its day", "2026-01-01", 1],
    ["came after it", "2026-02-01", 0],
    ["came in a month of which it was a day", "2026-01", 0],
  ])("a rival that %s", (_, released, found) => {
    const dates = {
      metrics: {
        "release-date": aMetric({
          name: "Release date",
          kind: "date",
          family: "release-date",
          unit: "date",
          better: "neither",
          marks: "beginning",
        }),
      },
    };
    expect(
      orderings({
        ...dates,
        sources: {
          "acme/card": [scores("acme/one", "54.6")],
          "beta/card": [
            scores("beta/rival", "60.3"),
            aDateClaim(released, { subject: "beta/rival" }),
          ],
          "gamma/review": [best({})],
        },
      }),
    ).toHaveLength(found);
  });

  test("a rival that nobody had measured by then", () => {
    const of = (published: string, ...claims: AuthoredFields[]) =>
      aSource({ published, claims: keyed(claims) });
    const measured = (published: string) =>
      orderings({
        sources: {
          "acme/card": [scores("acme/one", "54.6")],
          "beta/card": of(published, scores("beta/rival", "60.3")),
          "gamma/review": [best({})],
        },
      });
    expect(measured("2025-12-01")).toHaveLength(1);
    expect(measured("2026-02-01")).toEqual([]);
  });

  test.each<[string, AuthoredFields, number]>([
    [
      "was measured on another metric by then",
      scores("beta/rival", "60.3", { metric: "bench-hard" }),
      1,
    ],
    ["was offered at a price by then", aPriceClaim("2", { subject: "beta/rival" }), 1],
    ["was only dated", aDateClaim("2027-01-01", { subject: "beta/rival" }), 0],
  ])("a rival that %s", (_, earlier, found) => {
    const of = (published: string, claim: AuthoredFields) =>
      aSource({ published, claims: keyed([claim]) });
    expect(
      orderings({
        sources: {
          "acme/card": [scores("acme/one", "54.6")],
          "beta/early": of("2025-12-01", earlier),
          "beta/late": of("2026-02-01", scores("beta/rival", "60.3")),
          "gamma/review": [best({})],
        },
      }),
    ).toHaveLength(found);
  });
});

describe("where sources are at odds over a figure", () => {
  const found = (statement: AuthoredFields, own: readonly string[], other: readonly string[]) =>
    orderings({
      sources: {
        ...Object.fromEntries(
          own.map((value, index) => [
            `${["acme", "beta"][index]}/one`,
            [scores("acme/one", value)],
          ]),
        ),
        ...Object.fromEntries(
          other.map((value, index) => [
            `${["acme", "beta"][index]}/zero`,
            [scores("acme/zero", value)],
          ]),
        ),
        "gamma/review": [statement],
      },
    });

  test.each<[string, AuthoredFields, readonly string[], readonly string[], number]>([
    ["all of them contradict", says(), ["30.1", "35.2"], ["50.1"], 1],
    ["all on both sides do", says(), ["30.1", "35.2"], ["50.1", "55.2"], 1],
    ["one bears the statement out", says(), ["30.1", "52.2"], ["50.1"], 0],
    ["one is even", says(), ["30.1", "50.1"], ["50.1"], 0],
    ["a match is with none of them", says({ relation: "matches" }), ["30.1", "35.2"], ["50.1"], 1],
    ["a match is with one of them", says({ relation: "matches" }), ["30.1", "50.1"], ["50.1"], 0],
  ])("%s", (_, statement, own, other, count) => {
    expect(found(statement, own, other)).toHaveLength(count);
  });

  test("that is said", () => {
    const [finding] = found(says(), ["30.1", "35.2"], ["50.1"]);
    expect(finding?.computation.at(-1)).toBe(
      "sources are at odds over these figures; the statement is contradicted whichever of them is right",
    );
  });

  test("settled figures decide alone where there are any", () => {
    const settled = orderings({
      metrics: overall,
      sources: {
        "acme/card": [
          scores("acme/one", "54.6", { metric: "bench-hard" }),
          scores("acme/zero", "33.2", { metric: "bench-hard" }),
          scores("acme/zero", "50.1"),
        ],
        "beta/one": [scores("acme/one", "30.1")],
        "delta/one": [scores("acme/one", "35.2")],
        "gamma/review": [across("all")],
      },
    });
    expect(settled).toEqual([]);
  });
});

describe("prices are compared as of one time", () => {
  const of = (published: string, ...claims: AuthoredFields[]) =>
    aSource({ published, claims: keyed(claims) });
  const cheapest = (overrides: AuthoredFields = {}) =>
    says({
      metric: "input-price",
      relation: "cheapest",
      "compared-with": "acme",
      quote: "the cheapest of them",
      ...overrides,
    });
  const found = (then: string, statement: AuthoredFields) =>
    orderings({
      sources: {
        "acme/old-list": of(then, aPriceClaim("0.05", { subject: "acme/zero" })),
        "acme/list": of("2026-01-01", aPriceClaim("0.10")),
        "beta/review": of("2026-01-01", statement),
      },
    });

  test("a price that may have held counts", () => {
    expect(found("2025-12-20", cheapest())).toHaveLength(1);
  });

  test("one of another time does not", () => {
    expect(found("2025-06-01", cheapest())).toEqual([]);
    expect(found("2026-06-01", cheapest())).toEqual([]);
  });

  test("“ever” looks back, and not ahead", () => {
    expect(found("2025-06-01", cheapest({ ever: "yes" }))).toHaveLength(1);
    expect(found("2026-06-01", cheapest({ ever: "yes" }))).toEqual([]);
  });
});

describe("more than one way to be wrong", () => {
  test("a source's own figures contradict it where those that stand do not", () => {
    const found = orderings({
      sources: {
        "acme/card": [
          scores("acme/one", "54.6", { "measured-by": "acme" }),
          scores("acme/zero", "33.2", { "measured-by": "acme" }),
        ],
        "beta/review": [says(), scores("acme/one", "30.1"), scores("acme/zero", "33.2")],
      },
    });
    expect(found).toMatchObject([{ scope: "within", about: [{ id: "beta/review#c1" }] }]);
  });

  test("a match that is off by little is minor, and by much major", () => {
    const matched = (own: string) =>
      orderings({
        sources: {
          "acme/card": [scores("acme/one", own), scores("acme/zero", "54.9")],
          "beta/review": [says({ relation: "matches" })],
        },
      }).map(({ severity }) => severity);
    expect(matched("54.6")).toEqual(["minor"]);
    expect(matched("33.2")).toEqual(["major"]);
  });

  test("a superlative over many benchmarks falls with a rival that is ahead on most of them", () => {
    const leads = (bench: string, hard: string) =>
      orderings({
        metrics: overall,
        sources: {
          "acme/card": [
            scores("acme/one", "54.6"),
            scores("acme/one", "54.6", { metric: "bench-hard" }),
            scores("acme/zero", bench),
            scores("acme/zero", hard, { metric: "bench-hard" }),
          ],
          "beta/review": [
            says({ metric: "overall", relation: "best", over: "all", "compared-with": "acme" }),
          ],
        },
      }).length;
    expect(leads("60.1", "60.1")).toBe(1);
    expect(leads("60.1", "40.1")).toBe(0);
  });

  test("a superlative falls flatly by one rival, whoever else is behind", () => {
    const severity = (zeroOnHard: string) =>
      orderings({
        metrics: { ...overall, "bench-third": aMetric({ name: "Bench Third" }) },
        sources: {
          "acme/card": [
            scores("acme/one", "54.6"),
            scores("acme/one", "54.6", { metric: "bench-hard" }),
            scores("acme/one-mini", "20.1"),
            scores("acme/zero", "60.1"),
            scores("acme/zero", "60.1", { metric: "bench-third" }),
            scores("acme/one", "54.6", { metric: "bench-third" }),
            scores("acme/zero", zeroOnHard, { metric: "bench-hard" }),
          ],
          "beta/review": [says({ metric: "overall", relation: "best", "compared-with": "acme" })],
        },
      }).map((finding) => finding.severity);
    expect(severity("60.1")).toEqual(["major"]);
    expect(severity("50.1")).toEqual(["minor"]);
  });

  test("“largest” and “smallest” go by size, whatever is better", () => {
    const sized = (relation: string) =>
      orderings({
        sources: {
          "acme/card": [
            aClaim({ metric: "context-window", value: "128K" }),
            aClaim({ metric: "context-window", subject: "acme/zero", value: "1M" }),
          ],
          "beta/review": [says({ metric: "context-window", relation, "compared-with": "acme" })],
        },
      }).length;
    expect(sized("largest")).toBe(1);
    expect(sized("smallest")).toBe(0);
  });

  test("the count and the rule by which it decides are told", () => {
    const [finding] = orderings({
      metrics: overall,
      sources: {
        "acme/card": [
          scores("acme/one", "50.1"),
          scores("acme/zero", "54.6"),
          scores("acme/one", "50.1", { metric: "bench-hard" }),
          scores("acme/zero", "40.2", { metric: "bench-hard" }),
        ],
        "beta/review": [across("all")],
      },
    });
    expect(finding?.computation[0]).toBe(
      "1 pair of figures contradicts it, 1 bears it out (said of all: one pair contradicts it)",
    );
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

describe("in words", () => {
  const summary = (
    metric: string,
    own: AuthoredFields,
    other: AuthoredFields,
    statement: AuthoredFields,
    metrics: DatasetParts["metrics"] = {},
  ) => {
    const [finding] = orderings({
      metrics,
      sources: {
        "acme/card": [
          aClaim({ metric, ...own }),
          aClaim({ metric, subject: "acme/zero", ...other }),
        ],
        "beta/review": [says({ metric, ...statement })],
      },
    });
    return finding?.summary;
  };
  const errors = { errors: aMetric({ name: "Errors", family: "errors", better: "lower" }) };

  test("a metric of which less is better says so", () => {
    expect(summary("errors", { value: "6.2" }, { value: "5.1" }, {}, errors)).toBe(
      "Beta states that One beats Zero, on Errors, where less is better; but One on Errors is 6.2%, and Zero on Errors is 5.1%.",
    );
    expect(
      summary(
        "latency",
        { value: "0.5" },
        { value: "0.2" },
        {
          relation: "fastest",
          "compared-with": "acme",
        },
      ),
    ).toBe(
      "Beta states that One is the fastest among the models of Acme, on latency; but the latency of One is 0.5 seconds, and that of Zero is 0.2 seconds.",
    );
  });

  test.each([
    ["beats", "3", "undercuts Zero"],
    ["loses-to", "1", "is dearer than Zero"],
    ["matches", "3", "costs as much as Zero"],
    ["at-least", "3", "is no dearer than Zero"],
    ["at-most", "1", "is no cheaper than Zero"],
  ])("of prices: %s", (relation, own, words) => {
    expect(summary("input-price", { value: own }, { value: "2" }, { relation })).toBe(
      `Beta states that One ${words}, on input price; but the input price of One is $${own}, and that of Zero is $2.`,
    );
  });

  test("a family has its article", () => {
    const [finding] = orderings({
      subjects: {
        "acme/family": aSubject({ name: "One family", kind: "family" }),
        "acme/one": aSubject({ family: "acme/family" }),
        "acme/zero": aSubject({ name: "Zero", family: "acme/family" }),
      },
      sources: {
        "acme/card": [scores("acme/one", "50.1"), scores("acme/zero", "54.6")],
        "beta/review": [says({ relation: "best", "compared-with": "acme/family" })],
      },
    });
    expect(finding?.summary).toMatch(/^Beta states that One is the best among the One family, on/);
  });
});
