import { describe, expect, test } from "vitest";
import {
  aClaim,
  aDateClaim,
  aMetric,
  anAvailabilityClaim,
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

describe("two limits of one condition, of which one is a length of time", () => {
  const bounded = {
    ...metrics,
    "video-limit": aMetric({
      name: "Video limit",
      kind: "limit",
      family: "video-limit",
      unit: "minutes",
      bounds: "context-length",
      conditions: ["channel"],
    }),
  };
  const card = [window("512,000"), aClaim({ metric: "video-limit", value: "90" })];
  const linesAt = (length: string, claims = card) => {
    const sources = { "acme/card": claims, "beta/review": [scoreAt(length)] };
    const { discrepancies } = analysisOf({ metrics: bounded, sources });
    return [...discrepancies.values()].map(({ computation }) => computation.slice(0, 2));
  };

  test.each(["512K", "90 minutes", "1.5 hours", "<120 minutes", "100 words"])(
    "neither excludes %s",
    (length) => {
      expect(linesAt(length)).toEqual([]);
    },
  );

  test.each([
    [
      "2M",
      "the condition asks for at least 1,500,000 tokens",
      "Acme: 512,000 tokens reaches to 512,000.5 tokens",
    ],
    [
      "600,000 tokens",
      "the condition asks for at least 599,999.5 tokens",
      "Acme: 512,000 tokens reaches to 512,000.5 tokens",
    ],
    [
      "120 minutes",
      "the condition asks for at least 119.5 minutes",
      "Acme: 90 minutes reaches to 90.5 minutes",
    ],
    [
      ">2.0 hours",
      "the condition asks for at least 2 hours",
      "Acme: 90 minutes reaches to 90.5 minutes",
    ],
  ])("the one in its unit excludes %s", (length, ...lines) => {
    expect(linesAt(length)).toEqual([lines]);
  });

  test("what names no unit has that of the only limit", () => {
    const only = {
      ...bounded,
      "context-window": { ...bounded["context-window"], bounds: undefined },
    };
    const sources = { "acme/card": card, "beta/review": [scoreAt("120")] };
    expect([...analysisOf({ metrics: only, sources }).discrepancies.keys()]).toEqual([
      "impossible/acme/one/recall/context-length-120",
    ]);
  });

  test("what names no unit is left alone where it could have several", () => {
    const words = {
      ...bounded,
      "word-limit": { ...bounded["context-window"], name: "Word limit", unit: "words" },
    };
    const sources = { "acme/card": card, "beta/review": [scoreAt("2M")] };
    expect([...analysisOf({ metrics: words, sources }).discrepancies]).toEqual([]);
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

  test("but of errors there may be more than a hundred in a hundred", () => {
    const errors = { ...metrics, errors: aMetric({ name: "Errors", better: "lower" }) };
    const kindsOf = (claim: AuthoredFields) => [
      ...analysisOf({ metrics: errors, sources: { "beta/review": [claim] } }).discrepancies.keys(),
    ];
    expect(kindsOf(aClaim({ metric: "errors", value: "104.3" }))).toEqual([]);
    expect(kindsOf({ ...change("130"), metric: "errors" })).toEqual([]);
  });
});

describe("what can never exceed another figure of the same subject", () => {
  const offer = (overrides: AuthoredFields) =>
    aMetric({
      kind: "availability",
      family: "availability",
      unit: "yes-no",
      better: "neither",
      conditions: ["channel"],
      "varies-in-time": "yes",
      ...overrides,
    });
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
    planned: offer({ name: "Planned", planned: "yes" }),
    deprecated: offer({ name: "Deprecated", family: "retirement" }),
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
      "data from between the releases in two channels",
      [
        dated("cutoff", "2026-06"),
        dated("release-date", "2026-03-10", { conditions: { channel: "api" } }),
        dated("release-date", "2026-09-10", { conditions: { channel: "app" } }),
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

  const of = (published: string, ...claims: AuthoredFields[]) =>
    aSource({ published, claims: keyed(claims) });
  const excluded = (sources: DatasetParts["sources"]) =>
    [...analysisOf({ metrics: registry, sources: sources ?? {} }).discrepancies.values()]
      .filter(({ kind }) => kind === "impossible")
      .map(({ claims }) => claims.map(({ id }) => id));

  test("the full price of its own time binds a cached price, though another stands today", () => {
    expect(
      excluded({
        "acme/card": of("2026-01-01", aPriceClaim("2")),
        "acme/later": of("2026-06-01", aPriceClaim("4")),
        "beta/review": of("2026-01-01", cached("3")),
      }),
    ).toEqual([["acme/card#c1", "beta/review#c1"]]);
  });

  test("a source's own figure binds, though others dispute it or state a greater one", () => {
    const review = of("2026-01-01", aPriceClaim("2"), cached("3"));
    const others = (price: string) => of("2026-01-01", aPriceClaim(price));
    expect(excluded({ "beta/review": review, "gamma/digest": others("5") })).toEqual([
      ["beta/review#c1", "beta/review#c2"],
    ]);
    expect(excluded({ "beta/review": review, "acme/card": others("5") })).toEqual([
      ["beta/review#c1", "beta/review#c2"],
    ]);
  });

  test("a disputed date excludes nothing, but an undisputed one of another channel does", () => {
    const sources = {
      "beta/review": [dated("cutoff", "2026-06"), dated("release-date", "2026-03-10")],
      "gamma/digest": [dated("release-date", "2026-04-10")],
    };
    const inApp = dated("release-date", "2026-05-10", { conditions: { channel: "app" } });
    expect(
      excluded({
        ...sources,
        "beta/review": [dated("cutoff", "2026-06")],
        "delta/list": [dated("release-date", "2026-03-10")],
      }),
    ).toEqual([]);
    expect(excluded({ ...sources, "delta/list": [inApp] })).toEqual([
      ["beta/review#c1", "delta/list#c1"],
    ]);
  });

  describe("what is offered has begun and has not ended", () => {
    const inApp = { conditions: { channel: "app" } };
    const offered = (value: string, overrides: AuthoredFields = {}) =>
      anAvailabilityClaim(value, { ...inApp, ...overrides });
    const dates = [
      dated("release-date", "2026-03-10", inApp),
      dated("end-date", "2026-06-30", inApp),
    ];
    const said = (published: string, claim: AuthoredFields, given = dates) =>
      excluded({ "acme/card": given, "beta/review": of(published, claim) });

    test.each<[string, string, AuthoredFields, boolean]>([
      ["the day before it begins", "2026-03-09", offered("yes"), true],
      ["the day on which it begins", "2026-03-10", offered("yes"), false],
      ["its last day", "2026-06-30", offered("yes"), false],
      ["the day after its last", "2026-07-01", offered("yes"), true],
      [
        "some day of the month in which it begins",
        "2026-03-01",
        offered("yes", { "as-of": "2026-03" }),
        false,
      ],
      ["the month before", "2026-03-01", offered("yes", { "as-of": "2026-02" }), true],
      [
        "a later day than that of the document",
        "2026-03-01",
        offered("yes", { "as-of": "2026-03-10" }),
        false,
      ],
      ["no offer", "2026-03-09", offered("no"), false],
      ["another channel", "2026-03-09", offered("yes", { conditions: { channel: "api" } }), false],
      ["no channel in particular", "2026-03-09", offered("yes", { conditions: undefined }), false],
      ["what is planned", "2026-03-09", offered("yes", { metric: "planned" }), false],
      ["a property", "2026-07-01", offered("yes", { metric: "deprecated" }), false],
    ])("%s", (_, published, claim, isFound) => {
      expect(said(published, claim)).toHaveLength(isFound ? 1 : 0);
    });

    test("unless the date is disputed", () => {
      const sources = {
        "gamma/digest": [dated("release-date", "2026-03-10", inApp)],
        "delta/list": [dated("release-date", "2026-03-20", inApp)],
        "beta/review": of("2026-03-01", offered("yes")),
      };
      expect(excluded(sources)).toEqual([]);
    });

    test("and the finding says when", () => {
      const analysis = analysisOf({
        metrics: registry,
        sources: { "acme/card": dates, "beta/review": of("2026-07-15", offered("yes")) },
      });
      const finding = analysis.discrepancies.get("impossible/acme/one/availability/channel-app");
      expect(finding?.summary).toBe(
        "Beta states yes for One: availability (channel app), but Acme states 30 June 2026 for One: last day (channel app), which would be earlier.",
      );
      expect(finding?.computation).toEqual([
        "Beta: One: availability (channel app) is yes, said of 15 July 2026",
        "Acme: One: last day (channel app) is 30 June 2026",
      ]);
      expect(finding?.about.map(({ id }) => id)).toEqual(["beta/review#c1"]);
    });
  });

  test("a cached price of one time and a full one of another exclude nothing", () => {
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
    "the condition asks for at least 500,000 tokens",
    "Acme: 128,000 tokens reaches to 128,000.5 tokens",
    "the condition lies above what the subject accepts",
  ]);
});
