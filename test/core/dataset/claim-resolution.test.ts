import { describe, expect, test } from "vitest";
import { countWords, LONGEST_QUOTE } from "../../../src/core/dataset/claim-resolution.ts";
import {
  aClaim,
  aDateClaim,
  aMetric,
  anAvailabilityClaim,
  aPrice,
  aPriceClaim,
  aSource,
  aSubject,
} from "../../builders/authored.ts";
import { type DatasetParts, keyed, load, soundClaim } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

/** Rule and message of what is wrong with a claim of `beta/review`. */
const faultsOf = (claim: AuthoredFields, parts: DatasetParts = {}) =>
  load({ ...parts, sources: { "beta/review": [claim] } }).issues;
const change = (overrides: AuthoredFields = {}) =>
  aClaim({
    measure: "difference",
    direction: "up",
    "compared-with": "acme/zero",
    value: "21.4",
    ...overrides,
  });

describe("the binding of a claim", () => {
  const aliases = [
    { name: "1", kind: "abbreviation" },
    { name: "Uno", kind: "garbled", inferred: "The figures beside it are those of One." },
  ];
  const parts = {
    subjects: { "acme/one": aSubject({ aliases }) },
    metrics: { bench: aMetric({ aliases: [{ name: "The Bench", kind: "spelling" }] }) },
  };

  test.each<[string, AuthoredFields, object]>([
    ["is exact where the source uses the canonical names", aClaim(), { kind: "exact" }],
    [
      "is exact where it writes the canonical name out",
      aClaim({ "as-written": { subject: "One", metric: "Bench" } }),
      { kind: "exact" },
    ],
    [
      "is exact where only the figure is written otherwise",
      aClaim({ "as-written": { value: "fifty-four point six" } }),
      { kind: "exact" },
    ],
    [
      "is an alias where the source uses a declared name",
      aClaim({ "as-written": { subject: "1" } }),
      { kind: "alias" },
    ],
    [
      "is an alias where it does so for the metric",
      aClaim({ "as-written": { metric: "The Bench" } }),
      { kind: "alias" },
    ],
    [
      "is inferred where the claim says why it means this",
      aClaim({ inferred: "The table is about One." }),
      { kind: "inferred", reasons: ["The table is about One."] },
    ],
    [
      "is inferred where the name could mean something else",
      aClaim({ "as-written": { subject: "Uno" } }),
      { kind: "inferred", reasons: ["The figures beside it are those of One."] },
    ],
    [
      "gives every reason once",
      aClaim({
        inferred: "The figures beside it are those of One.",
        "as-written": { subject: "Uno", metric: "The Bench" },
      }),
      { kind: "inferred", reasons: ["The figures beside it are those of One."] },
    ],
  ])("%s", (_, claim, binding) => {
    expect(soundClaim(claim, parts).binding).toEqual(binding);
  });

  test("is refused to a name that is declared nowhere, or for something else", () => {
    expect(faultsOf(aClaim({ "as-written": { subject: "Eins" } }), parts)).toMatchObject([
      {
        rule: "undeclared-name",
        written: '"Eins"',
        message: '"Eins" is no declared name of acme/one',
        next: "Declare it under aliases: in data/subjects/acme/one.yaml, with its kind.",
      },
    ]);
    expect(
      faultsOf(aClaim({ subject: "acme/zero", "as-written": { subject: "1" } }), parts),
    ).toMatchObject([{ rule: "undeclared-name" }]);
  });
});

describe("how an unqualified mention is read", () => {
  const because = "It is the one that was measured.";
  const subjects = {
    "acme/one": aSubject({
      unqualified: [{ for: ["score"], conditions: { snapshot: "2026-01-01" }, because }],
    }),
  };
  const metrics = {
    bench: aMetric({
      unqualified: [{ conditions: { grader: "usual" }, because: "It is the usual one." }],
    }),
  };

  test("adds the condition to a claim that states none, and says so", () => {
    const claim = soundClaim(aClaim(), { subjects });
    expect(claim).toMatchObject({
      statedConditions: {},
      conditions: { snapshot: "2026-01-01" },
      binding: { kind: "inferred", reasons: [because] },
    });
  });

  test("leaves a claim alone that states the condition", () => {
    const claim = soundClaim(aClaim({ conditions: { snapshot: "2025-12-01" } }), { subjects });
    expect(claim).toMatchObject({
      statedConditions: { snapshot: "2025-12-01" },
      conditions: { snapshot: "2025-12-01" },
      binding: { kind: "exact" },
    });
  });

  test("applies to the kinds of metric that it names only", () => {
    expect(soundClaim(aPriceClaim("2"), { subjects })).toMatchObject({
      conditions: {},
      binding: { kind: "exact" },
    });
  });

  test("applies to every kind where it names none", () => {
    const everywhere = {
      "acme/one": aSubject({ unqualified: [{ conditions: { snapshot: "2026-01-01" }, because }] }),
    };
    expect(soundClaim(aPriceClaim("2"), { subjects: everywhere }).conditions).toEqual({
      snapshot: "2026-01-01",
    });
  });

  test("of subject and of metric add up, beside what is stated", () => {
    const claim = soundClaim(aClaim({ conditions: { subset: "hard" } }), { subjects, metrics });
    expect(claim.conditions).toEqual({ snapshot: "2026-01-01", subset: "hard", grader: "usual" });
    expect(claim.binding).toEqual({ kind: "inferred", reasons: [because, "It is the usual one."] });
  });

  test("of two conditions at once applies only where the claim states neither", () => {
    const both = {
      bench: aMetric({
        unqualified: [{ conditions: { grader: "usual", subset: "all" }, because }],
      }),
    };
    expect(
      soundClaim(aClaim({ conditions: { grader: "other" } }), { metrics: both }).conditions,
    ).toEqual({ grader: "other" });
  });

  test("holds for what a claim is compared with, too", () => {
    const zero = {
      "acme/zero": aSubject({
        name: "Zero",
        unqualified: [{ for: ["score"], conditions: { snapshot: "2025-06-01" }, because }],
      }),
    };
    const claim = soundClaim(change({ conditions: { subset: "hard" } }), {
      subjects: zero,
      metrics,
    });
    expect(claim.comparedWith).toEqual({
      subject: "acme/zero",
      metric: null,
      conditions: { snapshot: "2025-06-01", subset: "hard", grader: "usual" },
    });
    expect(claim.binding.kind).toBe("inferred");
  });
});

describe("what a claim is compared with", () => {
  test("shares the conditions of the metric, and not those of the model", () => {
    const claim = soundClaim(
      change({
        conditions: { subset: "hard", snapshot: "2026-01-01", "reasoning-effort": "high" },
      }),
    );
    expect(claim.comparedWith?.conditions).toEqual({ subset: "hard" });
  });

  test("may state conditions of its own", () => {
    const claim = soundClaim(
      change({
        conditions: { subset: "hard" },
        "compared-with": {
          subject: "acme/zero",
          conditions: { subset: "easy", snapshot: "2025-01-01" },
        },
      }),
    );
    expect(claim.comparedWith?.conditions).toEqual({ subset: "easy", snapshot: "2025-01-01" });
  });

  test("shares nothing when it is another metric", () => {
    const claim = soundClaim(
      change({
        conditions: { subset: "hard" },
        "compared-with": { subject: "acme/zero", metric: "bench-hard" },
      }),
    );
    expect(claim.comparedWith).toEqual({
      subject: "acme/zero",
      metric: "bench-hard",
      conditions: {},
    });
  });

  test("may be the same model under other conditions, but not under the same", () => {
    const itself = (conditions: AuthoredFields) =>
      change({ "compared-with": { subject: "acme/one", conditions } });
    expect(faultsOf(itself({ snapshot: "2025-01-01" }))).toEqual([]);
    expect(faultsOf(itself({}))).toMatchObject([
      {
        rule: "self-comparison",
        message: "compares acme/one with itself under the same conditions",
      },
    ]);
    expect(faultsOf(change({ "compared-with": "acme/one" }))).toMatchObject([
      { rule: "self-comparison" },
    ]);
  });
});

describe("the interval of a claim", () => {
  test.each<[string, AuthoredFields, string]>([
    ["a score, by its last digit", aClaim(), "54.55 54.65"],
    ["a listed price, exactly", aPriceClaim("2.00"), "2 2"],
    ["a described price", aPriceClaim("2", { qualifier: "about" }), "0.5 3.5"],
    [
      "a difference of prices, which nobody lists",
      aPriceClaim("2", { measure: "difference", direction: "up", "compared-with": "acme/zero" }),
      "1.5 2.5",
    ],
    [
      "a limit of up to X, as X",
      aClaim({ metric: "context-window", value: "1 million", qualifier: "up-to" }),
      "500000 1500000",
    ],
    ["up to X of anything else, from above", aClaim({ qualifier: "up-to" }), " 54.65"],
    [
      "significant digits that the source vouches for",
      aClaim({ metric: "context-window", value: "1 million", "significant-digits": "2" }),
      "950000 1050000",
    ],
    ["a change downwards, below zero", change({ direction: "down" }), "-21.45 -21.35"],
    [
      "a ratio downwards, without sign",
      aClaim({ measure: "ratio", direction: "down", "compared-with": "acme/zero", value: "10" }),
      "9.5 10.5",
    ],
    [
      "milliseconds, in seconds",
      aClaim({ metric: "latency", value: "250", unit: "milliseconds" }),
      "0.2495 0.2505",
    ],
    ["a date, in days", aDateClaim("1970-01"), "0 31"],
  ])("is that of %s", (_, claim, expected) => {
    const { interval } = soundClaim(claim);
    expect(`${interval?.low ?? ""} ${interval?.high ?? ""}`).toBe(expected);
  });

  test("is also kept as printed, without sign and in its own unit", () => {
    const { interval, printedInterval } = soundClaim(
      aClaim({
        metric: "latency",
        measure: "difference",
        direction: "down",
        "compared-with": "acme/zero",
        value: "250",
        unit: "milliseconds",
      }),
    );
    expect([interval?.low, interval?.high]).toEqual(["-0.2505", "-0.2495"]);
    expect([printedInterval?.low, printedInterval?.high]).toEqual(["249.5", "250.5"]);
  });

  test.each([
    anAvailabilityClaim("yes"),
    aPriceClaim("not-available"),
    aClaim({
      measure: "relation",
      relation: "beats",
      "compared-with": "acme/zero",
      value: undefined,
    }),
  ])("of a name or a relation is none: %#", (claim) => {
    expect(soundClaim(claim)).toMatchObject({ interval: null, printedInterval: null });
  });
});

describe("the unit of a claim", () => {
  test.each<[string, AuthoredFields, string]>([
    ["a level has the metric's", aClaim(), "percent"],
    ["a difference of percentages has points", change(), "points"],
    [
      "a difference of anything else has the metric's",
      aPriceClaim("2", { measure: "difference", direction: "up", "compared-with": "acme/zero" }),
      "usd-per-million-tokens",
    ],
    [
      "a ratio has none but itself",
      aClaim({ measure: "ratio", "compared-with": "acme/zero", value: "2" }),
      "ratio",
    ],
    [
      "a change in percent has percent",
      aPriceClaim("20", {
        measure: "percent-change",
        direction: "down",
        "compared-with": "acme/zero",
      }),
      "percent",
    ],
    ["a source may call points percent", change({ unit: "percent" }), "percent"],
    [
      "a source may call percent points",
      aClaim({
        measure: "percent-change",
        direction: "up",
        "compared-with": "acme/zero",
        value: "21",
        unit: "points",
      }),
      "points",
    ],
    [
      "a difference of dates has days",
      aDateClaim("14", {
        measure: "difference",
        direction: "up",
        "compared-with": "acme/zero",
      }),
      "days",
    ],
    [
      "a source may count the time between two dates in months",
      aDateClaim("3", {
        measure: "difference",
        direction: "up",
        "compared-with": "acme/zero",
        unit: "months",
      }),
      "months",
    ],
    [
      "a source may use another unit of the dimension",
      aClaim({ metric: "latency", value: "2", unit: "minutes" }),
      "minutes",
    ],
  ])("%s", (_, claim, unit) => {
    expect(soundClaim(claim).unit).toBe(unit);
  });

  test.each<[string, AuthoredFields, string]>([
    [
      "tokens of a score",
      aClaim({ unit: "tokens" }),
      "tokens is no unit of a level of bench, which is in percent",
    ],
    [
      "points of a level",
      aClaim({ unit: "points" }),
      "points is no unit of a level of bench, which is in percent",
    ],
    [
      "percent of a limit",
      aClaim({ metric: "context-window", unit: "percent", value: "54.6" }),
      "percent is no unit of a level of context-window, which is in tokens",
    ],
    [
      "seconds between two dates",
      aDateClaim("3", {
        measure: "difference",
        direction: "up",
        "compared-with": "acme/zero",
        unit: "seconds",
      }),
      "seconds is no unit of a difference of release-date, which is in days",
    ],
    [
      "days of a duration in seconds",
      aClaim({ metric: "latency", unit: "days" }),
      "days is no unit of a level of latency, which is in seconds",
    ],
  ])("is refused: %s", (_, claim, message) => {
    expect(faultsOf(claim)).toMatchObject([{ rule: "value", message }]);
  });
});

describe("what means nothing is refused", () => {
  const dates = (measure: string) =>
    aDateClaim("3", { measure, direction: "up", "compared-with": "acme/zero" });

  test.each(["ratio", "percent-change"])("a %s of dates", (measure) => {
    expect(faultsOf(dates(measure))).toMatchObject([
      {
        rule: "value",
        message: `a ${measure} of dates means nothing, and release-date is a date`,
        next: expect.stringContaining("difference"),
      },
    ]);
  });

  test("a day of the week on what is no date", () => {
    expect(faultsOf(aClaim({ weekday: "monday", quote: "54.6 on Monday" }))).toMatchObject([
      { rule: "value", message: "stands on a claim that states no date" },
    ]);
  });
});

describe("a value is refused", () => {
  test.each<[string, AuthoredFields, string]>([
    [
      "with a sign of currency",
      aPriceClaim("$2", { quote: "$2" }),
      '"$2" is not a figure; write the digits as printed, without sign of currency or unit',
    ],
    [
      "with its unit",
      aClaim({ value: "54.6%" }),
      '"54.6%" is not a figure; write the digits as printed, without sign of currency or unit',
    ],
    [
      "as a range upside down",
      aClaim({ value: "54–50", quote: "54–50" }),
      '"54–50" is a range upside down; write "50–54" if that is what the source says',
    ],
    [
      "as a date that is none",
      aDateClaim("2026-02-30"),
      '"2026-02-30" is not a date: no calendar has this day',
    ],
    [
      "as a figure for a date",
      aDateClaim("54.6"),
      '"54.6" is not a date; write YYYY-MM-DD, YYYY-MM or YYYY',
    ],
    [
      "as yes for a figure",
      aClaim({ value: "yes" }),
      "yes answers a question, but bench is measured in percent",
    ],
    ["as a figure for yes or no", anAvailabilityClaim("54.6"), "is neither yes nor no"],
    ["as a word for yes or no", anAvailabilityClaim("perhaps"), "is neither yes nor no"],
    [
      "as a name that is not registered",
      aClaim({ metric: "licence", value: "opne" }),
      "is not a registered value of licence",
    ],
    [
      "as unknown for a change",
      change({ value: "unknown" }),
      '"unknown" is not a figure; write the digits as printed, without sign of currency or unit',
    ],
  ])("%s", (_, claim, message) => {
    expect(faultsOf(claim).map((issue) => [issue.rule, issue.message])).toContainEqual([
      "value",
      message,
    ]);
  });

  test("with the near name for a name that is not registered", () => {
    expect(faultsOf(aClaim({ metric: "licence", value: "opne" }))[0]?.next).toMatch(
      /^Did you mean open\?/,
    );
  });
});

describe("evidence", () => {
  test.each<[string, AuthoredFields, object]>([
    [
      "a quote without the value",
      aClaim({ quote: "One scores well" }),
      {
        rule: "value-not-in-evidence",
        message: 'the value "54.6" cannot be read out of these words',
      },
    ],
    [
      "a quote with another figure",
      aClaim({ quote: "One scores 54.9%" }),
      { rule: "value-not-in-evidence" },
    ],
    [
      "a cell with another figure",
      aClaim({ cell: { row: "One", column: "Bench", text: "54.9%" } }),
      { rule: "value-not-in-evidence", written: '"54.9%"' },
    ],
    [
      "a quote that is too long",
      aClaim({ quote: `54.6 ${"word ".repeat(LONGEST_QUOTE)}`.trim() }),
      { rule: "long-quote", message: "the quote has 26 words; at most 25 are allowed" },
    ],
  ])("is refused: %s", (_, claim, issue) => {
    expect(faultsOf(claim)).toMatchObject([issue]);
  });

  test.each<[string, AuthoredFields, string]>([
    [
      "of a figure",
      aClaim({ metric: "latency", unit: "days" }),
      "Write unit: milliseconds or unit: seconds or unit: minutes or unit: hours, or leave it out for seconds.",
    ],
    [
      "of the time between two dates",
      aDateClaim("3", {
        measure: "difference",
        direction: "up",
        unit: "seconds",
        "compared-with": "acme/zero",
        quote: "3 seconds",
      }),
      "Write unit: days or unit: weeks or unit: months or unit: years, or leave it out for days.",
    ],
  ])("is told which units there are: %s", (_, claim, next) => {
    expect(faultsOf(claim)).toMatchObject([{ next }]);
  });

  test("in weeks of a period that is counted in months is told where weeks can stand", () => {
    const parts = {
      metrics: { notice: aMetric({ name: "Notice", unit: "months", family: "notice" }) },
      sources: { "acme/card": [aClaim({ metric: "notice", value: "6", unit: "weeks" })] },
    };
    expect(load(parts).issues).toMatchObject([
      {
        next: "Write unit: months or unit: years, or leave it out for months. What lies between two dates may be in weeks: measure: difference of the later date, with compared-with: the earlier one.",
      },
    ]);
  });

  test.each<[string, AuthoredFields, object[]]>([
    ["in full", { quote: "Monday, January 5, 2026" }, []],
    ["by three letters, in any case", { quote: "MON, January 5, 2026" }, []],
    [
      "not at all",
      { quote: "January 5, 2026" },
      [{ rule: "value-not-in-evidence", message: expect.stringContaining("monday") }],
    ],
    [
      "inside of another word",
      { quote: "Mondays are dull; January 5, 2026" },
      [{ rule: "value-not-in-evidence" }],
    ],
  ])("carries a day of the week: %s", (_, words, issues) => {
    expect(faultsOf(aDateClaim("2026-01-05", { weekday: "monday", ...words }))).toMatchObject(
      issues,
    );
  });

  test("may be a quote of exactly as many words as are allowed", () => {
    expect(faultsOf(aClaim({ quote: `54.6 ${"word ".repeat(LONGEST_QUOTE - 1)}`.trim() }))).toEqual(
      [],
    );
  });

  test("of a record need not carry the value, since we do not hold its text", () => {
    expect(faultsOf(aClaim({ record: { copy: "a copy", seen: "by eye" } }))).toEqual([]);
  });

  test("of a date in relative words needs the reason for which it is read so", () => {
    const today = aDateClaim("2026-01-01", { quote: "One is out today" });
    expect(faultsOf(today)).toMatchObject([{ rule: "value-not-in-evidence" }]);
    expect(faultsOf({ ...today, inferred: "The document is of that day." })).toEqual([]);
  });

  test("that tells a figure in words is answered with how such a figure is entered", () => {
    const inWords = (value: string) => faultsOf(aClaim({ value, quote: "One answers a third" }));
    expect(inWords("33")).toEqual([]);
    expect(inWords("34")).toMatchObject([{ next: expect.stringContaining('a third "33"') }]);
    expect(faultsOf(aClaim({ quote: "a fine score" }))).toMatchObject([
      { next: expect.not.stringContaining("a third") },
    ]);
  });

  test("of a figure needs the figure, whatever reason is given", () => {
    expect(
      faultsOf(aClaim({ quote: "One scores well", inferred: "Everybody knows." })),
    ).toMatchObject([{ rule: "value-not-in-evidence" }]);
  });

  test.each([
    ["One scores 54.6%", 3],
    ["One — scores … 54.6 %", 3],
    ["", 0],
    [" one\ntwo ", 2],
    ["state-of-the-art", 1],
  ])("counts words by letters and figures: %j has %i", (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

describe("conditions", () => {
  test("that the metric does not know are refused, with what to do", () => {
    expect(faultsOf(aClaim({ conditions: { modality: "audio" } }))).toMatchObject([
      {
        rule: "undeclared-condition",
        written: '"audio"',
        message: "the metric bench does not vary by modality",
        next: "Declare modality under conditions: in data/metrics/bench.yaml, or leave it out here.",
      },
    ]);
  });

  test("that belong to a model may stand on any metric", () => {
    expect(
      faultsOf(
        aPriceClaim("2", { conditions: { snapshot: "2026-01-01", "reasoning-effort": "high" } }),
      ),
    ).toEqual([]);
  });
});

describe("the time for which a claim is made", () => {
  test("is that of its source", () => {
    expect(soundClaim(aClaim()).asOf).toEqual({ notBefore: "2026-01-01", notAfter: "2026-01-01" });
  });

  test("is the span of an undated source", () => {
    const bound = (date: string) => ({ date, because: "It says so." });
    const undated = aSource({
      published: undefined,
      "not-before": bound("2025-12-01"),
      "not-after": bound("2026-02-01"),
      claims: keyed([aClaim()]),
    });
    const { dataset } = load({ sources: { "acme/card": undated } });
    expect(dataset.claims.get("acme/card#c1")?.asOf).toEqual({
      notBefore: "2025-12-01",
      notAfter: "2026-02-01",
    });
  });

  test("is what the claim says, at the precision that it says", () => {
    expect(soundClaim(aClaim({ "as-of": "2025-07" })).asOf).toEqual({
      notBefore: "2025-07",
      notAfter: "2025-07",
    });
    const span = { "not-before": "2025", "not-after": "2026-01", because: "It says so." };
    expect(soundClaim(aClaim({ "as-of": span })).asOf).toEqual({
      notBefore: "2025",
      notAfter: "2026-01",
    });
  });
});

describe("unknown ids in a claim", () => {
  test.each<[string, AuthoredFields, string, string]>([
    [
      "subject",
      aClaim({ subject: "acme/oen" }),
      "no subject acme/oen is registered",
      "Did you mean acme/one? Otherwise add data/subjects/acme/oen.yaml.",
    ],
    [
      "metric",
      aClaim({ metric: "bnech" }),
      "no metric bnech is registered",
      "Did you mean bench? Otherwise add data/metrics/bnech.yaml.",
    ],
    [
      "measured-by",
      aClaim({ "measured-by": "acmee" }),
      "no subject acmee is registered",
      "Did you mean acme? Otherwise add data/subjects/acmee.yaml.",
    ],
    [
      "attributed-to",
      aClaim({ "attributed-to": "bta" }),
      "no subject bta is registered",
      "Did you mean beta? Otherwise add data/subjects/bta.yaml.",
    ],
    [
      "compared-with",
      change({ "compared-with": "acme/zreo" }),
      "no subject acme/zreo is registered",
      "Did you mean acme/zero? Otherwise add data/subjects/acme/zreo.yaml.",
    ],
    [
      "metric of the other side",
      change({ "compared-with": { subject: "acme/zero", metric: "bench-hrad" } }),
      "no metric bench-hrad is registered",
      "Did you mean bench-hard? Otherwise add data/metrics/bench-hrad.yaml.",
    ],
  ])("%s: with its near name", (_, claim, message, next) => {
    expect(faultsOf(claim)).toMatchObject([
      { rule: "unknown-reference", message, next, record: "beta/review#c1" },
    ]);
  });

  test("are reported together", () => {
    expect(
      faultsOf(aClaim({ subject: "acme/oen", metric: "bnech", "measured-by": "acmee" })),
    ).toHaveLength(3);
  });
});

test("a faulty claim is left out of the dataset, its neighbours are not", () => {
  const { dataset, issues } = load({
    sources: { "beta/review": [aClaim(), aClaim({ quote: "nothing" }), aClaim()] },
  });
  expect(issues).toHaveLength(1);
  expect([...dataset.claims.keys()]).toEqual(["beta/review#c1", "beta/review#c3"]);
});

test("a claim keeps what the source says beside what it means", () => {
  const written = { subject: "One", value: "fifty-four" };
  expect(
    soundClaim(aClaim({ "as-written": written, "measured-by": "acme", "attributed-to": "gamma" }), {
      metrics: { "input-price": aPrice() },
    }),
  ).toMatchObject({
    asWritten: { subject: "One", metric: null, value: "fifty-four", unit: null },
    measuredBy: "acme",
    attributedTo: "gamma",
    where: "Results, paragraph 1",
    place: { file: "data/sources/beta/review.yaml", line: 8, column: 3 },
  });
});
