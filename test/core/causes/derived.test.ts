import { describe, expect, test } from "vitest";
import { aClaim, aDateClaim, aPrice, aPriceClaim, aSubject } from "../../builders/authored.ts";
import type { DatasetParts } from "../../builders/dataset.ts";
import { causeKindsOf, causesOf, notesOf, PRICE, RELEASE } from "./causes-of.ts";

const prices = (card: [string, string], review: [string, string]): DatasetParts => {
  const list = ([input, output]: [string, string]) => [
    aPriceClaim(input),
    aPriceClaim(output, { metric: "output-price" }),
  ];
  return {
    metrics: { "output-price": aPrice({ name: "Output price" }) },
    sources: { "acme/card": list(card), "beta/review": list(review) },
  };
};
const OUTPUT = "value-conflict/acme/one/output-price";

describe("a figure that follows from an earlier doubtful one of its source", () => {
  test.each([
    [
      "in the same ratio",
      "0.10",
      "0.40",
      "0.12",
      "0.48",
      "strong",
      "$0.48 is 4 × $0.12, as $0.40 is 4 × $0.10.",
    ],
    [
      "in a ratio without end",
      "0.30",
      "0.10",
      "0.36",
      "0.12",
      "strong",
      "$0.12 is to $0.36 as $0.10 is to $0.30.",
    ],
    [
      "at the same distance",
      "1.10",
      "1.52",
      "1.47",
      "1.89",
      "fair",
      "$1.89 is $1.47 + 0.42, as $1.52 is $1.10 + 0.42.",
    ],
    [
      "with the same sum",
      "1.10",
      "1.52",
      "1.47",
      "1.15",
      "weak",
      "$1.15 and $1.47 have the same sum as $1.52 and $1.10.",
    ],
  ])("%s", (_, input, output, wrong, derived, support, note) => {
    const parts = prices([input, output], [wrong, derived]);
    expect(causesOf(parts, OUTPUT)).toEqual([
      ["derived", support, "beta/review#c2", "beta/review#c1", "acme/card#c2", "acme/card#c1"],
    ]);
    expect(notesOf(parts, OUTPUT)[0]).toContain(note);
  });

  test("strongly where the registry says that the one follows from the other, however few digits it has", () => {
    const parts = prices(["0.006", "0.36"], ["0.009", "0.54"]);
    const metrics = {
      "output-price": aPrice({
        name: "Output price",
        "follows-from": {
          measure: "multiple",
          of: "input-price",
          times: "60",
          because: "An hour has sixty minutes.",
        },
      }),
    };
    const supportOf = (each: DatasetParts) => causesOf(each, OUTPUT)[0]?.slice(0, 2);
    expect(supportOf(parts)).toEqual(["derived", "weak"]);
    expect(supportOf({ ...parts, metrics })).toEqual(["derived", "strong"]);
  });

  test.each([
    ["in no relation", "0.10", "0.40", "0.12", "0.57"],
    ["of one that is right", "0.12", "0.40", "0.12", "0.48"],
  ])("but not %s", (_, input, output, wrong, derived) => {
    expect(causeKindsOf(prices([input, output], [wrong, derived]), OUTPUT)).toEqual([
      "unexplained",
    ]);
  });

  test("the first of them follows from nothing", () => {
    expect(causeKindsOf(prices(["0.10", "0.40"], ["0.12", "0.48"]), PRICE)).toEqual([
      "unexplained",
    ]);
  });
});

describe("a date that is wrong by as much as an earlier one of its source", () => {
  const events = (mini: string): DatasetParts => ({
    subjects: {
      "acme/ones": aSubject({ name: "The Ones", kind: "family" }),
      "acme/one": aSubject({ family: "acme/ones" }),
      "acme/one-mini": aSubject({ name: "One mini", family: "acme/ones" }),
    },
    sources: {
      "acme/card": [
        aDateClaim("2025-04-14"),
        aDateClaim("2025-04-14", { subject: "acme/one-mini" }),
      ],
      "beta/review": [aDateClaim("2025-04-28"), aDateClaim(mini, { subject: "acme/one-mini" })],
    },
  });

  test("carries its error", () => {
    const parts = events("2025-04-28");
    expect(causesOf(parts, "date-conflict/acme/one-mini/release-date")[0]?.slice(0, 4)).toEqual([
      "derived",
      "strong",
      "beta/review#c2",
      "beta/review#c1",
    ]);
    expect(causeKindsOf(parts, RELEASE)).toEqual(["transcription"]);
  });

  test("or, wrong by another time, does not", () => {
    expect(causeKindsOf(events("2025-05-03"), "date-conflict/acme/one-mini/release-date")).toEqual([
      "unexplained",
    ]);
  });
});

test("a change that its source computed from its own doubtful figure", () => {
  const own = (value: string, overrides = {}) =>
    aClaim({ value, "measured-by": "acme", ...overrides });
  const gain = {
    measure: "difference",
    direction: "up",
    unit: "points",
    "compared-with": "acme/zero",
  };
  const sources = {
    "acme/card": [
      own("54.6"),
      own("33.2", { subject: "acme/zero" }),
      own("21.4", { ...gain, quote: "21.4 points" }),
    ],
    "beta/review": [
      aClaim({ value: "58.9" }),
      aClaim({ value: "33.2", subject: "acme/zero" }),
      aClaim({ value: "25.7", ...gain, quote: "25.7 points" }),
    ],
  };
  const id = "value-conflict/acme/one/bench/difference-vs-acme.zero";
  expect(causesOf({ sources }, id)[0]).toEqual([
    "derived",
    "strong",
    "beta/review#c3",
    "beta/review#c1",
    "beta/review#c2",
  ]);
  expect(notesOf({ sources }, id)[0]).toContain("Of these, 58.9% does not stand.");
});

describe("a statement", () => {
  const beats = (overrides = {}) =>
    aClaim({
      value: undefined,
      measure: "relation",
      relation: "beats",
      over: "all",
      "compared-with": "acme/zero",
      quote: "better than Zero",
      ...overrides,
    });
  const figures = [
    aClaim({ "measured-by": "acme" }),
    aClaim({ value: "71.3", subject: "acme/zero", "measured-by": "acme" }),
  ];

  test("that the maker of the subject makes as well may be taken over", () => {
    const sources = { "acme/card": [...figures, beats()], "beta/review": [beats()] };
    expect(causesOf({ sources }, "ordering-conflict/beta/review#c1")).toEqual([
      ["derived", "fair", "beta/review#c1", "acme/card#c3"],
    ]);
    expect(causeKindsOf({ sources }, "ordering-conflict/acme/card#c3")).toEqual([]);
  });

  test("that nobody else makes is not", () => {
    const sources = { "acme/card": figures, "beta/review": [beats()] };
    expect(causeKindsOf({ sources }, "ordering-conflict/beta/review#c1")).toEqual([]);
  });
});
