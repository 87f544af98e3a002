import { describe, expect, test } from "vitest";
import { buildColumns } from "../../../src/core/columns/columns.ts";
import { createClaimSearch } from "../../../src/core/columns/search-claims.ts";
import {
  aClaim,
  aDateClaim,
  aMetric,
  aPriceClaim,
  aSource,
  aSubject,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

/** A searcher over the claims of a dataset. */
function searcher(parts: DatasetParts) {
  const analysis = analysisOf(parts);
  const columns = buildColumns(analysis, { valueText: (id) => id, particulars: () => "" });
  const search = createClaimSearch(columns);
  const idOf = (row: number) =>
    `${columns.sources[columns.claims.source[row] ?? -1]?.id}#${columns.claims.key[row]}`;
  return {
    /** Claims found, in their order. */
    claims: (query: string) => search(query).claims.map(({ row }) => idOf(row)),
    /** Claims found, each with how its figure stands to the one sought. */
    figures: (query: string) =>
      search(query).claims.map(({ row, figure }) => `${idOf(row)} ${figure}`),
    names: (query: string) =>
      search(query).names.map(
        ({ kind, record, alias }) => `${kind} ${record.id}${alias === null ? "" : ` as ${alias}`}`,
      ),
    result: (query: string) => search(query),
    sought: (query: string) => search(query).sought?.text ?? null,
  };
}

const tokens = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({ metric: "context-window", value, ...overrides });

describe("a figure finds the claims equal to it, then those that round to it, then those it rounds to", () => {
  const { figures, claims, sought } = searcher({
    sources: {
      "acme/card": aSource({
        claims: {
          score: aClaim({ value: "54.6" }),
          price: aPriceClaim("0.12", { subject: "acme/one-mini" }),
          window: tokens("1M"),
          small: tokens("128K", { subject: "acme/one-mini" }),
          day: aDateClaim("2025-04-14"),
          open: aClaim({ metric: "bench-hard", value: "50", qualifier: "over" }),
          gain: aClaim({
            measure: "difference",
            direction: "up",
            "compared-with": "acme/zero",
            value: "12",
          }),
          factor: aClaim({ measure: "ratio", "compared-with": "acme/zero", value: "3" }),
        },
      }),
      "beta/review": aSource({
        claims: {
          score: aClaim({ value: "55" }),
          rival: aClaim({ subject: "beta/rival", value: "54.9" }),
          price: aPriceClaim("0.10", { subject: "acme/one-mini" }),
          window: tokens("1,000,000"),
          exact: tokens("1,047,576", { subject: "beta/rival" }),
          month: aDateClaim("2025-04"),
          span: aClaim({ metric: "bench-hard", subject: "beta/rival", value: "20–24" }),
        },
      }),
    },
  });

  const scores = ["acme/card#score equal", "beta/review#score sought-rounds-to-it"];
  const cents = ["acme/card#price equal"];
  const windows = [
    "acme/card#window equal",
    "beta/review#window equal",
    "beta/review#exact rounds-to-sought",
  ];
  const exactWindows = ["acme/card#window equal", "beta/review#window equal"];
  const smallWindow = ["acme/card#small equal"];
  const days = ["acme/card#day equal", "beta/review#month sought-rounds-to-it"];
  const spans = ["beta/review#span equal"];

  test.each<[string, string[]]>([
    ["54.6", scores],
    ["54.6%", scores],
    ["54.6 %", scores],
    ["54.60", ["acme/card#score equal", "beta/review#score sought-rounds-to-it"]],
    [
      "55",
      [
        "beta/review#score equal",
        "acme/card#score rounds-to-sought",
        "beta/review#rival rounds-to-sought",
      ],
    ],
    ["0.12", cents],
    ["$0.12", cents],
    ["12 cents", cents],
    ["12¢", cents],
    ["0.12 dollars", cents],
    ["0.1", ["beta/review#price equal", "acme/card#price rounds-to-sought"]],
    ["12 points", ["acme/card#gain equal"]],
    ["12%", ["acme/card#gain equal"]],
    ["12", ["acme/card#gain equal"]],
    ["3x", ["acme/card#factor equal"]],
    ["1M", windows],
    ["1 million", windows],
    ["1 million tokens", windows],
    ["1,000,000", exactWindows],
    ["1000000", exactWindows],
    ["1,047,576", ["beta/review#exact equal", "acme/card#window sought-rounds-to-it"]],
    ["128K", smallWindow],
    ["128,000", smallWindow],
    ["14 April 2025", days],
    ["April 14, 2025", days],
    ["Apr 14, 2025", days],
    ["2025-04-14", days],
    ["April 2025", ["beta/review#month equal", "acme/card#day rounds-to-sought"]],
    ["2025", ["acme/card#day rounds-to-sought", "beta/review#month rounds-to-sought"]],
    ["20–24", spans],
    ["20-24", spans],
    ["20 to 24", spans],
    ["22", ["beta/review#span sought-rounds-to-it"]],
  ])("%s", (query, found) => {
    expect(figures(query)).toEqual(found);
    expect(sought(query)).toBe(query);
  });

  test.each([
    ["a unit that is another one", "54.6 tokens"],
    ["a price that the figure, being listed, does not round to", "$0.124"],
    ["a day of another month", "14 May 2025"],
    ["a figure that no claim states", "99.9"],
  ])("not %s", (_, query) => {
    expect(figures(query)).toEqual([]);
    expect(sought(query)).toBe(query);
  });

  test("a one-sided figure is found by its own value and by no other that it would allow", () => {
    expect(figures("50")).toEqual(["acme/card#open equal"]);
    expect(claims("75")).toEqual([]);
  });

  test("words beside a sought figure widen it as they do in a source", () => {
    expect(claims("about 54.7")).toEqual(["acme/card#score", "beta/review#score"]);
    expect(claims("about 54.7")).not.toContain("beta/review#rival");
    expect(claims("over 54.8")).toContain("beta/review#rival");
  });
});

describe("a name finds its claims", () => {
  const { claims, names, result } = searcher({
    subjects: {
      "acme/orca-4.1": aSubject({
        name: "Orca-4.1",
        aliases: [
          { name: "Big Fish", kind: "abbreviation" },
          { name: "4.1", kind: "abbreviation" },
        ],
      }),
      "acme/orca-4.1-mini": aSubject({ name: "Orca-4.1 mini" }),
      "acme/orca-4.1-nano": aSubject({
        name: "Orca-4.1 nano",
        aliases: [{ name: "Nano", kind: "abbreviation" }],
      }),
      "beta/squid-2.5-pro": aSubject({ name: "Squid 2.5 Pro" }),
    },
    metrics: {
      "deep-bench": aMetric({
        name: "Deep-Bench",
        aliases: [{ name: "DB Verified", kind: "spelling" }],
      }),
      "multilingual-task": aMetric({ name: "Deep-Bench Multilingual" }),
    },
    sources: {
      "acme/card": aSource({
        title: "Orca-4.1 mini in the wild",
        claims: {
          big: aClaim({ subject: "acme/orca-4.1", metric: "deep-bench", value: "54.6" }),
          mini: aClaim({ subject: "acme/orca-4.1-mini", metric: "deep-bench", value: "23.6" }),
          price: aPriceClaim("0.12", { subject: "acme/orca-4.1-nano" }),
          company: aClaim({ subject: "acme", metric: "bench", value: "7" }),
        },
      }),
      "beta/review": aSource({
        title: "A second look",
        claims: {
          big: aClaim({
            subject: "acme/orca-4.1",
            metric: "multilingual-task",
            value: "54.6",
          }),
          nano: aPriceClaim("0.10", { subject: "acme/orca-4.1-nano" }),
          squid: aClaim({ subject: "beta/squid-2.5-pro", metric: "deep-bench", value: "63.8" }),
          company: aClaim({ subject: "acme", metric: "bench", value: "7" }),
        },
      }),
    },
  });

  const big = ["acme/card#big", "beta/review#big"];
  const nano = ["acme/card#price", "beta/review#nano"];
  const deepBench = ["acme/card#big", "acme/card#mini", "beta/review#squid"];

  test.each<[string, string, string[]]>([
    ["as registered", "Orca-4.1", big],
    ["in capitals", "ORCA-4.1", big],
    ["in small letters, parted by a space", "orca 4.1", big],
    ["written as one word", "orca4.1", big],
    ["between other punctuation", "“Orca–4.1”?", big],
    ["among words that join", "what is the Orca-4.1", big],
    ["by an alias", "big fish", big],
    ["of a metric", "deep bench", deepBench],
    ["of a metric by an alias", "db verified", deepBench],
    [
      "of a publisher, which is also a subject",
      "Beta",
      ["beta/review#big", "beta/review#nano", "beta/review#squid", "beta/review#company"],
    ],
    [
      "the longest one: a model and not the one whose name it begins with",
      "Orca-4.1 mini",
      ["acme/card#mini"],
    ],
    ["the shorter one: a model and not those whose names go on", "Orca-4.1", big],
    ["the longest one of a metric", "Deep-Bench Multilingual", ["beta/review#big"]],
    [
      "of two models: the claims of both",
      "orca-4.1 mini, orca-4.1 nano",
      ["acme/card#mini", "acme/card#price", "beta/review#nano"],
    ],
    ["of a model and of a metric: what concerns both", "deep-bench orca-4.1", ["acme/card#big"]],
    ["by the beginning of a word", "multil", ["beta/review#big"]],
    [
      "by the beginnings of two words, of a model and of a metric",
      "orc multi",
      ["beta/review#big"],
    ],
    ["by a part of it", "nano", nano],
    ["by a part of a model's and a part of a metric's", "nano price", nano],
    ["by two parts, each of which is an alias of some model", "4.1 nano", nano],
    ["by two parts, of which one is an alias of another model", "4.1 mini", ["acme/card#mini"]],
    ["by the words of its id", "multilingual task", ["beta/review#big"]],
    ["by two parts, of which one could be a figure", "2.5 pro", ["beta/review#squid"]],
    ["in a question", "how much is the price of orca-4.1 nano", nano],
  ])("%s", (_, query, found) => {
    expect(claims(query)).toEqual(found);
  });

  test("with a figure: what has both", () => {
    expect(claims("54.6")).toEqual(big);
    expect(claims("deep-bench 54.6")).toEqual(["acme/card#big"]);
    expect(claims("54.6 deep-bench multilingual")).toEqual(["beta/review#big"]);
    expect(claims("nano 12 cents")).toEqual(["acme/card#price"]);
    expect(claims("nano 54.6")).toEqual([]);
  });

  test("of a source with a name or a figure: what that source states", () => {
    expect(claims("beta orca-4.1")).toEqual(["beta/review#big"]);
    expect(claims("Beta deep-bench")).toEqual(["beta/review#squid"]);
    expect(claims("beta 0.10")).toEqual(["beta/review#nano"]);
    expect(claims("A second look nano")).toEqual(["beta/review#nano"]);
  });

  test("of an organisation: what it publishes and what is said about it", () => {
    expect(claims("acme")).toEqual([
      "acme/card#big",
      "acme/card#mini",
      "acme/card#price",
      "acme/card#company",
      "beta/review#company",
    ]);
    expect(claims("acme 54.6")).toEqual(["acme/card#big"]);
  });

  test("is not taken from the title of a document where something bears it", () => {
    expect(claims("mini")).toEqual(["acme/card#mini"]);
    expect(claims("wild")).toHaveLength(4);
  });

  test.each(["xyzzy", "orca-4.1 xyzzy", "xyzzy 54.6", "", "  ", "?", "of the"])(
    "%j, which holds a word that fits nothing or no word, finds no claim",
    (query) => {
      expect(claims(query)).toEqual([]);
    },
  );

  test.each([
    ["a letter that is missing", "Sqid 2.5", ["beta/review#squid"]],
    ["two letters that are swapped", "ocra-4.1 mini", ["acme/card#mini"]],
    ["a name written together", "deepbnech orca-4.1", ["acme/card#big"]],
  ])("in spite of %s", (_, query, found) => {
    expect(claims(query)).toEqual(found);
    expect(result(query).corrected).toHaveLength(1);
  });

  test("is not corrected where it is short, a figure, or too far", () => {
    for (const query of ["orc4", "dep", "squad rhino", "54.7"])
      expect(result(query).corrected).toEqual([]);
  });

  test("is given with those whose names go on from it, whose claims are left out", () => {
    expect(result("Orca-4.1").nearNames.map(({ record }) => record.id)).toEqual([
      "acme/orca-4.1-mini",
      "acme/orca-4.1-nano",
    ]);
    expect(claims("Orca-4.1")).toEqual(big);
  });

  test("in a question as people type it", () => {
    expect(claims("what did Beta say about nano?")).toEqual(["beta/review#nano"]);
    expect(claims("how much does nano cost")).toEqual(nano);
    expect(result("what did Beta say about nano?").words).toBe("Beta nano?");
  });

  test("a word that fits nothing is named", () => {
    expect(result("orca-4.1 xyzzy").unread).toEqual(["xyzzy"]);
    expect(result("orca-4.1").unread).toEqual([]);
  });

  test("is given with the spelling under which it was found, once for each record", () => {
    expect(names("Orca-4.1")).toEqual(["subject acme/orca-4.1"]);
    expect(names("big fish")).toEqual(["subject acme/orca-4.1 as Big Fish"]);
    expect(names("orca-4.1 big fish")).toEqual(["subject acme/orca-4.1"]);
    expect(names("acme")).toEqual(["subject acme", "source acme/card as Acme"]);
    expect(names("orca-4.1 xyzzy")).toEqual(["subject acme/orca-4.1"]);
    expect(names("multilingual task")).toEqual(["metric multilingual-task"]);
    expect(names("54.6")).toEqual([]);
  });
});

describe("discrepancies", () => {
  const { claims, result } = searcher({
    metrics: { speed: aMetric({ name: "Speed" }) },
    sources: {
      "acme/card": aSource({ claims: { score: aClaim({ value: "54.6" }) } }),
      "beta/review": aSource({
        claims: { score: aClaim({ value: "60" }), other: aClaim({ metric: "speed", value: "7" }) },
      }),
    },
  });

  test.each(["bench conflicts", "who disagrees on Bench?", "value conflicts", "discrepancies"])(
    "%s asks for them, and finds their claims alone",
    (query) => {
      expect(result(query)).toMatchObject({ isAboutConflicts: true, discrepancies: [0] });
      expect(claims(query)).toEqual(["acme/card#score", "beta/review#score"]);
    },
  );

  test("stand beside claims that take part in them", () => {
    expect(result("Bench")).toMatchObject({ isAboutConflicts: false, discrepancies: [0] });
    expect(result("speed").discrepancies).toEqual([]);
    expect(claims("speed conflicts")).toEqual([]);
  });
});

test("where no figure is the one sought, the nearest are given, each once, the nearest first", () => {
  const { result } = searcher({
    sources: {
      "acme/card": [aClaim({ value: "54.6" }), aClaim({ metric: "bench-hard", value: "30" })],
      "beta/review": [aClaim({ value: "54.60" }), aClaim({ metric: "bench-hard", value: "57" })],
    },
  });
  expect(result("54.8").nearest).toEqual([0, 3, 1]);
  expect(result("hard 54.8").nearest).toEqual([3, 1]);
  expect(result("54.6").nearest).toEqual([]);
  expect(result("54.8 tokens").nearest).toEqual([]);
});
