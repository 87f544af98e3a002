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

const found = (parts: DatasetParts, kind = "arithmetic") =>
  [...analysisOf(parts).discrepancies.values()].filter((discrepancy) => discrepancy.kind === kind);
const own = (value: string, overrides: AuthoredFields = {}) => aClaim({ value, ...overrides });
const other = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({ subject: "acme/zero", value, ...overrides });
const difference = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({
    measure: "difference",
    direction: "up",
    "compared-with": "acme/zero",
    value,
    ...overrides,
  });
const ratio = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({ measure: "ratio", "compared-with": "acme/zero", value, ...overrides });
const percent = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({
    measure: "percent-change",
    direction: "up",
    "compared-with": "acme/zero",
    value,
    ...overrides,
  });
const inOne = (...claims: AuthoredFields[]) => found({ sources: { "acme/card": claims } });

describe("a stated change that does not follow from its operands is found", () => {
  test.each<[string, AuthoredFields[]]>([
    ["a difference", [own("54.6"), other("33.2"), difference("26.6")]],
    [
      "a difference in the wrong direction",
      [own("54.6"), other("33.2"), difference("21.4", { direction: "down" })],
    ],
    ["a ratio", [own("60"), other("20"), ratio("4")]],
    ["a ratio downwards", [own("20"), other("60"), ratio("2", { direction: "down" })]],
    [
      "a percentage of a price",
      [
        aPriceClaim("2.00"),
        aPriceClaim("2.50", { subject: "acme/zero" }),
        { ...percent("26", { direction: "down" }), metric: "input-price" },
      ],
    ],
    [
      "a ratio that is said to be exceeded",
      [own("60"), other("50"), ratio("2", { qualifier: "over" })],
    ],
    [
      "a percentage that is said to be exceeded",
      [own("60"), other("40"), percent("100", { qualifier: "over" })],
    ],
    [
      "a ratio of prices downwards",
      [
        aPriceClaim("0.40"),
        aPriceClaim("2.00", { subject: "acme/zero" }),
        { ...ratio("10", { direction: "down" }), metric: "input-price" },
      ],
    ],
    [
      "a percentage that fits neither as percent nor as points",
      [own("54.6"), other("33.2"), percent("5")],
    ],
  ])("%s", (_, claims) => {
    expect(inOne(...claims)).toMatchObject([
      {
        id: "arithmetic/acme/card#c3",
        kind: "arithmetic",
        scope: "within",
        about: [{ id: "acme/card#c3" }],
      },
    ]);
  });
});

describe("a stated change is left alone", () => {
  test.each<[string, AuthoredFields[]]>([
    ["that follows", [own("54.6"), other("33.2"), difference("21.4")]],
    ["that follows at the precision of its operands", [own("55"), other("33"), difference("21.4")]],
    [
      "that follows downwards",
      [own("33.2"), other("54.6"), difference("21.4", { direction: "down" })],
    ],
    ["that is about right", [own("54.6"), other("33.2"), difference("21", { qualifier: "about" })]],
    [
      "that is a ratio downwards and follows",
      [own("20"), other("60"), ratio("3", { direction: "down" })],
    ],
    [
      "that follows only from a figure that its source rounds in a chart",
      [
        own("54.6"),
        own("55", { cell: { row: "One", column: "Bench", text: "55" } }),
        other("33.2"),
        difference("22.1"),
      ],
    ],
    [
      "that is a price ten times cheaper",
      [
        aPriceClaim("0.20"),
        aPriceClaim("2.00", { subject: "acme/zero" }),
        { ...ratio("10", { direction: "down" }), metric: "input-price" },
      ],
    ],
    [
      "that is more than doubled, however far",
      [own("52.9"), other("5.2"), percent("100", { qualifier: "over" })],
    ],
    [
      "between two metrics that follows from theirs",
      [
        own("54.6"),
        own("33.2", { metric: "bench-hard" }),
        difference("21.4", { "compared-with": { subject: "acme/one", metric: "bench-hard" } }),
      ],
    ],
    [
      "whose operands were retired",
      [
        own("54.6", { retired: { on: "2026-02-01", because: "Misread." } }),
        other("33.2"),
        difference("26.6"),
      ],
    ],
    ["over which the ratio lies", [own("52.9"), other("18.2"), ratio("2", { qualifier: "over" })]],
    [
      "that follows from one of several figures",
      [own("54.6"), own("60"), other("33.2"), difference("26.8")],
    ],
    ["of which a side has no figure", [own("54.6"), difference("26.6")]],
    ["of which a side is not reported", [own("54.6"), other("not-reported"), difference("26.6")]],
    [
      "of which the baseline is not stated",
      [own("54.6"), other("33.2"), difference("26.6", { "compared-with": "unstated" })],
    ],
    [
      "of which the direction is not stated",
      [own("33.2"), other("54.6"), difference("21.4", { direction: "unstated" })],
    ],
    ["from what may be zero, which gives no ratio", [own("54.6"), other("0"), ratio("7")]],
    [
      "whose operands stand under another condition",
      [own("54.6", { conditions: { subset: "hard" } }), other("33.2"), difference("26.6")],
    ],
    ["that is no change", [own("54.6"), other("33.2")]],
  ])("%s", (_, claims) => {
    expect(inOne(...claims)).toEqual([]);
  });
});

describe("the operands of a statement", () => {
  const elsewhere = {
    "beta/board": [own("60", { "measured-by": "beta" }), other("30", { "measured-by": "beta" })],
  };

  test("are its own source's figures, even where another's would give it", () => {
    expect(
      found({
        sources: { ...elsewhere, "acme/card": [own("54.6"), other("33.2"), difference("30")] },
      }),
    ).toMatchObject([{ scope: "within" }]);
  });

  test("are those that stand, where its own source has none", () => {
    expect(found({ sources: { ...elsewhere, "acme/card": [difference("30")] } })).toEqual([]);
    const [wrong] = found({ sources: { ...elsewhere, "acme/card": [difference("21.4")] } });
    expect(wrong).toMatchObject({
      scope: "between",
      claims: [{ id: "acme/card#c1" }, { id: "beta/board#c1" }, { id: "beta/board#c2" }],
    });
  });

  test("are all figures where none stands, so that it is accused only if it follows from none", () => {
    const disputed = { "beta/review": [own("54.6"), other("33.2")], "gamma/digest": [own("60")] };
    expect(found({ sources: { ...disputed, "acme/card": [difference("26.8")] } })).toEqual([]);
    expect(found({ sources: { ...disputed, "acme/card": [difference("40")] } })).toHaveLength(1);
  });

  test("are the same claims wherever a document repeats a figure", () => {
    const claims = {
      a: own("54.6"),
      b: own("54.6"),
      statement: difference("26.6"),
      zero: other("33.2"),
    };
    const { a, b, ...rest } = claims;
    const claimsOf = (order: AuthoredFields) =>
      found({ sources: { "acme/card": aSource({ claims: order }) } }).map(
        ({ claims: involved, judged }) => [involved.map(({ key }) => key).sort(), judged],
      );
    expect(claimsOf({ b, ...rest, a })).toEqual(claimsOf({ a, b, ...rest }));
  });
});

describe("what is shown", () => {
  const [wrong] = inOne(own("54.6"), other("33.2"), difference("26.6"));

  test("is the working, with the range that precision allows", () => {
    expect(wrong?.computation).toEqual([
      "stated: +26.6 points, which stands for [26.55, 26.65)",
      "by its own figures: One 54.6% (Acme) − Zero 33.2% (Acme) gives (21.3, 21.5): does not follow",
      "neither its own figures nor those that stand give what is stated: it does not follow",
    ]);
    expect(wrong?.summary).toBe(
      "Acme states +26.6 points for One on Bench, difference from Zero; its own figures give +21.4 points.",
    );
  });

  test.each([
    ["26.6", "major"],
    ["21.6", "minor"],
  ])("is major from five percent of the stated figure on: %s is %s", (value, severity) => {
    expect(inOne(own("54.6"), other("33.2"), difference(value))).toMatchObject([{ severity }]);
  });

  test("puts the statement in doubt and not the figures that show it", () => {
    const analysis = analysisOf({
      sources: {
        "acme/card": aSource({ claims: keyed([own("54.6"), other("33.2"), difference("26.6")]) }),
      },
    });
    expect(analysis.claimStatuses.get("acme/card#c3")).toBe("conflicts");
    expect(analysis.claimStatuses.get("acme/card#c1")).toBe("single");
    expect(analysis.factStatuses.get("acme/one/bench")).toBe("single");
  });
});

describe("each computation ends in how the statement stands to it", () => {
  /** The last words of each line, for a statement that no figures of its own document give. */
  const outcomes = (...claims: AuthoredFields[]) =>
    found({
      sources: {
        "acme/card": [
          own("54.6", { "measured-by": "acme" }),
          other("33.2", { "measured-by": "acme" }),
        ],
        "beta/review": [own("60"), other("20"), ...claims],
      },
    }).flatMap(({ computation }) => computation.slice(1, -1));

  test.each<[string, string, AuthoredFields[]]>([
    ["follows: the figures as printed give it", "follows", [difference("21.4")]],
    [
      "follows when rounded: only values that the figures stand for give it",
      "follows when rounded",
      [difference("21.45")],
    ],
    ["does not follow: no such value gives it", "does not follow", [difference("30.0")]],
  ])("%s", (_, outcome, claims) => {
    expect(outcomes(...claims)).toEqual([
      "by its own figures: One 60% (Beta) − Zero 20% (Beta) gives (39, 41): does not follow",
      expect.stringMatching(
        new RegExp(
          `^by the figures that stand: One 54\\.6% \\(Acme\\) − Zero 33\\.2% \\(Acme\\) gives \\(21\\.3, 21\\.5\\): ${outcome}$`,
        ),
      ),
    ]);
  });

  test("and only the first computations of many are shown, those from the most precise figures", () => {
    const charts = ["54.6", "55", "54.60", "54.600", "50"].map((value) => own(value));
    const [finding] = inOne(...charts, other("33.2"), difference("30"));
    expect(finding?.computation).toHaveLength(7);
    expect(finding?.computation[1]).toContain("One 54.600% (Acme)");
    expect(finding?.computation.at(-2)).toBe(
      "by its own figures: 1 more computations from less precise figures, of which none follows",
    );
  });
});

describe("whose figures decide", () => {
  const card = [own("54.6", { "measured-by": "acme" }), other("33.2", { "measured-by": "acme" })];

  test("a statement that follows from its own figures is left alone, even where they are wrong", () => {
    const findings = found({
      sources: { "acme/card": card, "beta/review": [own("60"), other("33.2"), difference("26.8")] },
    });
    expect(findings).toEqual([]);
  });

  test("one that follows only from the figures that stand contradicts its own document", () => {
    const [finding] = found({
      sources: { "acme/card": card, "beta/review": [own("60"), other("33.2"), difference("21.4")] },
    });
    expect(finding).toMatchObject({
      scope: "within",
      claims: [{ id: "beta/review#c1" }, { id: "beta/review#c2" }, { id: "beta/review#c3" }],
    });
    expect(finding?.summary).toMatch(
      /; its own figures give \+26\.8 points, though those that stand give what it states\.$/,
    );
  });

  test("one whose document states one side is accused only if neither it nor what stands gives it", () => {
    const review = (value: string) =>
      found({ sources: { "acme/card": card, "beta/review": [own("60"), difference(value)] } });
    expect(review("26.8")).toEqual([]);
    expect(review("21.4")).toEqual([]);
    expect(review("30.0")).toMatchObject([{ scope: "between" }]);
  });
});

describe("what a statement leaves open is supplied with every answer", () => {
  const subjects = {
    "acme/zeros": { name: "Zeros", kind: "family", description: "An invented family." },
    "acme/zero": { name: "Zero", kind: "model", description: "Invented.", family: "acme/zeros" },
    "acme/zero-mini": {
      name: "Zero mini",
      kind: "model",
      description: "Invented.",
      family: "acme/zeros",
    },
  };
  const overFamily = (value: string, family = "acme/zeros") =>
    found({
      subjects,
      sources: {
        "acme/card": [
          own("54.6"),
          other("33.2"),
          aClaim({ subject: "acme/zero-mini", value: "20.0" }),
          difference(value, { "compared-with": family }),
        ],
      },
    });

  test.each(["acme/zeros", "acme"])("%s is each of its models", (family) => {
    expect(overFamily("21.4", family)).toEqual([]);
    expect(overFamily("34.6", family)).toEqual([]);
    expect(overFamily("40.0", family)).toMatchObject([{ about: [{ id: "acme/card#c4" }] }]);
  });

  test("a condition that nobody states is one that both sides share", () => {
    const hard = { conditions: { subset: "hard" } };
    const claims = (value: string, condition: AuthoredFields = hard) => [
      own("54.6", hard),
      other("33.2", condition),
      difference(value),
    ];
    expect(inOne(...claims("21.4"))).toEqual([]);
    expect(inOne(...claims("40.0"))).toHaveLength(1);
    expect(inOne(...claims("40.0", { conditions: { subset: "easy" } }))).toEqual([]);
  });
});

describe("the time between two dates", () => {
  const date = (name: string) => ({
    name,
    kind: "date",
    family: "dates",
    unit: "date",
    better: "neither",
    definition: "An invented date.",
  });
  const metrics = { "shutdown-date": date("Shutdown") };
  const period = (value: string, unit: string, overrides: AuthoredFields = {}) =>
    aClaim({
      metric: "shutdown-date",
      measure: "difference",
      direction: "up",
      "compared-with": { subject: "acme/one", metric: "release-date" },
      value,
      unit,
      ...overrides,
    });
  const between = (from: string, to: string, claim: AuthoredFields) =>
    found({
      metrics,
      sources: {
        "acme/card": [
          aClaim({ metric: "release-date", value: from }),
          aClaim({ metric: "shutdown-date", value: to }),
          claim,
        ],
      },
    });

  test.each<[string, string, string, AuthoredFields]>([
    ["to the same day of a later month", "2025-04-14", "2025-07-14", period("3", "months")],
    [
      "about so many months",
      "2025-04-14",
      "2025-08-10",
      period("3", "months", { qualifier: "about" }),
    ],
    ["weeks", "2025-04-14", "2025-04-28", period("2", "weeks")],
    ["days, which are counted exactly", "2025-04-14", "2025-04-28", period("14", "days")],
    ["years", "2023-03-14", "2025-03-01", period("2", "years")],
    ["from a month without a day", "2025-04", "2025-07-14", period("3", "months")],
    [
      "in no stated direction",
      "2025-07-14",
      "2025-04-14",
      period("3", "months", { direction: "unstated" }),
    ],
    ["backwards", "2025-07-14", "2025-04-14", period("3", "months", { direction: "down" })],
  ])("follows: %s", (_, from, to, claim) => {
    expect(between(from, to, claim)).toEqual([]);
  });

  test.each<[string, string, string, AuthoredFields]>([
    ["another number of months", "2025-04-14", "2025-07-14", period("2", "months")],
    ["fewer days, by one", "2025-04-14", "2025-04-28", period("13", "days")],
    [
      "in the wrong direction",
      "2025-04-14",
      "2025-07-14",
      period("3", "months", { direction: "down" }),
    ],
  ])("does not follow: %s", (_, from, to, claim) => {
    expect(between(from, to, claim)).toMatchObject([{ id: "arithmetic/acme/card#c3" }]);
  });

  test("follows or not where one date names a channel and the other has it", () => {
    const inApp = { conditions: { channel: "app" } };
    const shutdown = { ...date("Shutdown"), conditions: ["channel"] };
    const weeks = (value: string, ofRelease = inApp) =>
      found({
        metrics: { "shutdown-date": shutdown },
        sources: {
          "acme/card": [
            aClaim({ metric: "release-date", value: "2025-04-14", ...ofRelease }),
            aClaim({ metric: "shutdown-date", value: "2025-04-28", ...inApp }),
            period(value, "weeks", inApp),
          ],
        },
      });
    expect(weeks("2")).toEqual([]);
    expect(weeks("4")).toMatchObject([{ id: "arithmetic/acme/card#c3" }]);
    expect(weeks("4", { conditions: { channel: "api" } })).toEqual([]);
  });

  test("is one fact, in whatever unit it is counted", () => {
    const kinds = (...claims: AuthoredFields[]) =>
      [...analysisOf({ metrics, sources: { "acme/card": claims } }).discrepancies.values()].map(
        ({ kind }) => kind,
      );
    expect(kinds(period("3", "months"), period("91", "days"))).toEqual(["rounding"]);
    expect(kinds(period("3", "months"), period("2", "weeks"))).toEqual(["value-conflict"]);
  });

  test("is shown in the unit of the statement", () => {
    const [finding] = between("2025-04-14", "2025-07-14", period("2", "months"));
    expect(finding?.summary).toBe(
      "Acme states +2 months for One: shutdown, difference from One, Release date; its own figures give +3 months.",
    );
    expect(finding?.computation[1]).toBe(
      "by its own figures: One, shutdown 14 July 2025 (Acme) − One, release date 14 April 2025 (Acme) gives exactly 3: does not follow",
    );
  });
});

describe("a level that follows from others", () => {
  const discount = {
    name: "Discount",
    kind: "price",
    family: "discount",
    unit: "percent",
    better: "higher",
    definition: "An invented discount.",
    "follows-from": {
      measure: "percent-change",
      of: "cached-price",
      against: "input-price",
      direction: "down",
      because: "It is by how much the one lies below the other.",
    },
  };
  const words = {
    name: "Window in words",
    kind: "property",
    family: "window",
    unit: "words",
    better: "higher",
    definition: "An invented conversion.",
    "follows-from": {
      measure: "multiple",
      of: "context-window",
      times: "0.75",
      because: "An invented rule of thumb.",
    },
  };
  const weekday = {
    name: "Weekday",
    kind: "property",
    family: "dates",
    unit: "name",
    better: "neither",
    definition: "An invented weekday.",
    names: [
      { name: "monday", label: "Monday" },
      { name: "tuesday", label: "Tuesday" },
    ],
    "follows-from": { measure: "weekday", of: "release-date", because: "The calendar says so." },
  };
  const metrics = {
    "cached-price": aPrice({ name: "Cached price" }),
    discount,
    words,
    weekday,
  };
  const stated = (...claims: AuthoredFields[]) =>
    found({ metrics, sources: { "acme/card": claims } });
  const prices = [aPriceClaim("2.00"), aPriceClaim("0.50", { metric: "cached-price" })];

  test("a discount is by how much one price lies below another", () => {
    expect(stated(...prices, aClaim({ metric: "discount", value: "75" }))).toEqual([]);
    const [wrong] = stated(...prices, aClaim({ metric: "discount", value: "50" }));
    expect(wrong).toMatchObject({
      id: "arithmetic/acme/card#c3",
      severity: "major",
      scope: "within",
    });
    expect(wrong?.summary).toBe("Acme states 50% for One: discount; its own figures give 75%.");
  });

  test("a conversion is good for the digits of its rule", () => {
    const tokens = aClaim({ metric: "context-window", value: "1000000" });
    const inWords = (value: string) => aClaim({ metric: "words", value });
    expect(stated(tokens, inWords("750000"))).toEqual([]);
    expect(stated(tokens, inWords("754000"))).toEqual([]);
    expect(stated(tokens, inWords("800000"))).toMatchObject([{ id: "arithmetic/acme/card#c2" }]);
  });

  test("a day of the week is that of the date in its own document, or else of the one that stands", () => {
    const release = aDateClaim("2025-04-14");
    const day = (value: string) => aClaim({ metric: "weekday", value });
    expect(stated(release, day("monday"))).toEqual([]);
    const [wrong] = stated(release, day("tuesday"));
    expect(wrong).toMatchObject({ severity: "major", size: null });
    expect(wrong?.summary).toBe(
      "Acme states Tuesday for One: weekday; its own figures give Monday.",
    );
    expect(stated(aDateClaim("2025-04"), day("tuesday"))).toEqual([]);
    expect(
      found({
        metrics,
        sources: { "acme/card": [release], "beta/review": [day("tuesday")] },
      }),
    ).toMatchObject([{ id: "arithmetic/beta/review#c1", scope: "between" }]);
  });

  test("nothing follows where a side has no figure", () => {
    expect(stated(aPriceClaim("2.00"), aClaim({ metric: "discount", value: "50" }))).toEqual([]);
  });
});

describe("a date with the day of the week", () => {
  const dated = (value: string, weekday: string) =>
    aDateClaim(value, { weekday, quote: `${weekday}, the day of ${value}` });

  test("is checked against the calendar", () => {
    expect(inOne(dated("2025-04-14", "monday"))).toEqual([]);
    const [wrong] = inOne(dated("2025-04-14", "tuesday"));
    expect(wrong).toMatchObject({ scope: "within", claims: [{ id: "acme/card#c1" }] });
    expect(wrong?.summary).toBe(
      "Acme states Tuesday for One: release date; its own figures give Monday.",
    );
    expect(wrong?.computation).toContain(
      "by its own figures: the calendar for 14 April 2025 gives Monday: does not follow",
    );
  });

  test("is checked by the date that stands where its own is no single day", () => {
    const sources = (weekday: string) => ({
      sources: {
        "acme/card": [aDateClaim("2025-04-14")],
        "beta/review": [dated("2025-04", weekday)],
      },
    });
    expect(found(sources("monday"))).toEqual([]);
    expect(found(sources("friday"))).toMatchObject([{ id: "arithmetic/beta/review#c1" }]);
  });
});

describe("what averages prices", () => {
  const metrics = {
    "cached-price": aPrice({ name: "Cached price" }),
    "blended-price": aPrice({
      name: "Blended price",
      "mix-of": ["input-price", "cached-price"],
    }),
  };
  const model = (subject: string, [input, cached, blended]: readonly [string, string, string]) => [
    aPriceClaim(input, { subject }),
    aPriceClaim(cached, { subject, metric: "cached-price" }),
    aPriceClaim(blended, { subject, metric: "blended-price" }),
  ];
  const inTable = (...claims: AuthoredFields[]) =>
    found({ metrics, sources: { "acme/card": claims } });

  test("lies between the least and the greatest of them", () => {
    expect(inTable(...model("acme/one", ["2.00", "0.50", "1.00"]))).toEqual([]);
    expect(inTable(...model("acme/one", ["2.00", "0.50", "0.40"]))).toMatchObject([
      { id: "arithmetic/acme/card#c3" },
    ]);
  });

  test("is to another average as their prices are, whatever the mix", () => {
    const one = model("acme/one", ["2.00", "0.50", "1.00"]);
    const mini = (blended: string) => model("acme/one-mini", ["0.40", "0.10", blended]);
    expect(inTable(...one, ...mini("0.20"))).toEqual([]);
    const both = inTable(...one, ...mini("0.25"));
    expect(both.map(({ id, severity }) => [id, severity])).toEqual([
      ["arithmetic/acme/card#c3", "minor"],
      ["arithmetic/acme/card#c6", "minor"],
    ]);
    expect(both[1]?.summary).toBe(
      "Acme states $0.25 for One mini: blended price; no one mix of its prices gives that beside $1.00 for One.",
    );
  });

  test("that lies beyond them is refuted by that, and says nothing about other averages", () => {
    const table = [
      ...model("acme/one", ["2.00", "0.50", "1.00"]),
      ...model("acme/one-mini", ["0.40", "0.10", "0.90"]),
    ];
    const analysis = analysisOf({ metrics, sources: { "acme/card": table } });
    const [finding, ...rest] = [...analysis.discrepancies.values()];
    expect(rest).toEqual([]);
    expect(finding?.claims.map(({ key }) => key)).toEqual(["c4", "c5", "c6"]);
    const causes = analysis.causes.get("arithmetic/acme/card#c6");
    expect(causes?.map(({ kind }) => kind)).toEqual(["unexplained"]);
  });

  test("in another unit than theirs is compared with others all the same", () => {
    const perQuestion = { ...metrics["blended-price"], unit: "usd" };
    const listed = (subject: string, input: string, cost: string) => [
      ...model(subject, [input, input, "0"]).slice(0, 2),
      aPriceClaim(cost, { subject, metric: "blended-price" }),
    ];
    const claims = [
      ...listed("acme/one", "2.00", "0.010"),
      ...listed("acme/one-mini", "0.40", "0.005"),
    ];
    const sources = { "acme/card": claims };
    const findings = found({ metrics: { ...metrics, "blended-price": perQuestion }, sources });
    expect(findings).toHaveLength(2);
  });

  test("of scores is told as such", () => {
    const mean = { ...metrics, mean: aMetric({ name: "Mean", "mix-of": ["bench", "bench-hard"] }) };
    const scores = (subject: string, [bench, hard, value]: readonly [string, string, string]) => [
      aClaim({ subject, value: bench }),
      aClaim({ subject, metric: "bench-hard", value: hard }),
      aClaim({ subject, metric: "mean", value }),
    ];
    const [finding] = found({
      metrics: mean,
      sources: {
        "acme/card": [
          ...scores("acme/one", ["80.0", "40.0", "60.0"]),
          ...scores("acme/zero", ["40.0", "20.0", "25.0"]),
        ],
      },
    });
    expect(finding?.summary).toBe(
      "Acme states 60.0% for One on Mean; no one mix of its scores gives that beside 25.0% for Zero.",
    );
    expect(finding?.computation[0]).toMatch(/^the scores of One and Zero /);
  });

  test("may differ where the prices do not go together", () => {
    expect(
      inTable(
        ...model("acme/one", ["2.00", "0.50", "1.00"]),
        ...model("acme/one-mini", ["0.40", "0.20", "0.25"]),
      ),
    ).toEqual([]);
  });

  test("changes by no less and no more than they do", () => {
    const change = (value: string) => [
      ...model("acme/one", ["2.00", "0.50", "1.00"]).slice(0, 2),
      ...model("acme/zero", ["2.50", "1.25", "1.00"]).slice(0, 2),
      { ...percent(value, { direction: "down" }), metric: "blended-price" },
    ];
    expect(inTable(...change("26"))).toEqual([]);
    const [wrong] = inTable(...change("83"));
    expect(wrong?.summary).toMatch(/; its own figures give −60% to −20%\.$/);
  });
});

describe("two forms of one figure", () => {
  const metrics = {
    earnings: {
      name: "Earnings",
      kind: "score",
      family: "bench",
      unit: "usd",
      better: "higher",
      definition: "Money earned on invented tasks.",
      conditions: ["subset"],
      "proportional-to": "bench",
    },
  };
  const row = (subject: string, money: string, share: string) => [
    aClaim({ subject, metric: "earnings", value: money, quote: `earns $${money} here` }),
    aClaim({ subject, value: share }),
  ];
  const inTable = (...rows: AuthoredFields[][]) =>
    found({ metrics, sources: { "acme/card": rows.flat() } });

  test("have the proportion of the other rows", () => {
    expect(
      inTable(
        row("acme/one", "34K", "14.4"),
        row("acme/zero", "29K", "12.4"),
        row("acme/one-mini", "31K", "13.1"),
      ),
    ).toEqual([]);
  });

  test("that have another than most are listed, both of them, and only them", () => {
    const [finding, ...rest] = inTable(
      row("acme/one", "34K", "14.4"),
      row("acme/zero", "29K", "9.7"),
      row("acme/one-mini", "31K", "13.1"),
      row("beta/rival", "41K", "17.4"),
    );
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      id: "arithmetic/acme/card#c3",
      severity: "minor",
      scope: "within",
      about: [{ id: "acme/card#c3" }, { id: "acme/card#c4" }],
    });
    expect(finding?.summary).toBe(
      "Acme states $29K beside 9.7% for Zero on Earnings; no other row of its table has that proportion.",
    );
  });
});

test("a row that is out is shown at its own figure, though the one beside it stands first", () => {
  const earnings = aMetric({ name: "Earnings", unit: "usd", "proportional-to": "bench" });
  const row = (subject: string, money: string, share: string) => [
    aClaim({ subject, value: share }),
    aClaim({ subject, metric: "earnings", value: money, quote: `earns $${money} here` }),
  ];
  const claims = [
    row("acme/one", "34K", "14.4"),
    row("acme/zero", "29K", "9.7"),
    row("acme/one-mini", "31K", "13.1"),
  ].flat();
  const [finding] = found({ metrics: { earnings }, sources: { "acme/card": claims } });
  expect(finding?.about.map(({ key }) => key)).toEqual(["c4", "c3"]);
});

test("a ratio of two metrics names the metric of either side, proper names as they are written", () => {
  const metrics = {
    "poly-vox": aMetric({ name: "PolyVox" }),
    plain: aMetric({ name: "Plain price", kind: "price" }),
  };
  const workings = (metric: string, compared: string) =>
    found({
      metrics,
      sources: {
        "acme/card": [
          aClaim({ metric, value: "60.0" }),
          aClaim({ metric: compared, value: "20.0" }),
          aClaim({
            metric,
            measure: "ratio",
            value: "5",
            "compared-with": { subject: "acme/one", metric: compared },
          }),
        ],
      },
    }).map(({ computation }) => computation[1]);
  expect(workings("poly-vox", "plain")).toEqual([
    "by its own figures: One, PolyVox 60.0% (Acme) ÷ One, plain price 20.0% (Acme) gives (2.99, 3.01): does not follow",
  ]);
});
