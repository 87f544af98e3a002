import { describe, expect, test } from "vitest";
import { aClaim, aDateClaim, aMetric } from "../../builders/authored.ts";
import { BENCH, causeKindsOf, causesOf, notesOf, RELEASE } from "./causes-of.ts";

const own = (value: string, overrides = {}) =>
  aClaim({ value, "measured-by": "acme", ...overrides });

describe("a slip makes what is stated of what stands", () => {
  test.each([
    ["54.6", "56.4", "56.4% is 54.6% with two neighbouring digits swapped."],
    ["54.6", "5.46", "5.46% is 54.6% with the decimal point or a zero moved."],
    ["50", "15", "15% is 50% misheard: “fifteen” and “fifty” sound alike."],
  ])("%s became %s", (right, stated, note) => {
    const sources = { "acme/card": [own(right)], "beta/review": [aClaim({ value: stated })] };
    expect(causeKindsOf({ sources }, BENCH)).toEqual(["transcription"]);
    expect(notesOf({ sources }, BENCH)).toEqual([note]);
  });

  test("a day and a month became one another", () => {
    const sources = {
      "acme/card": [aDateClaim("2025-04-05")],
      "beta/review": [aDateClaim("2025-05-04")],
    };
    expect(causesOf({ sources }, RELEASE)).toEqual([
      ["transcription", "strong", "beta/review#c1", "acme/card#c1"],
    ]);
  });

  test("but not where the last digit alone differs", () => {
    const sources = { "acme/card": [own("54.6")], "beta/review": [aClaim({ value: "54.9" })] };
    expect(causeKindsOf({ sources }, BENCH)).toEqual(["unexplained"]);
  });

  test("but not where both have run the test themselves", () => {
    const sources = {
      "acme/card": [own("54.6")],
      "beta/board": [aClaim({ value: "56.4", "measured-by": "beta" })],
    };
    expect(causeKindsOf({ sources }, BENCH)).not.toContain("transcription");
  });
});

describe("a result", () => {
  const gain = (value: string) =>
    aClaim({
      measure: "difference",
      direction: "up",
      unit: "points",
      "compared-with": "acme/zero",
      value,
      quote: `up ${value} points`,
    });
  const figures = [own("54.6"), own("38.0", { subject: "acme/zero" })];

  test("is a digit away from what its operands give", () => {
    const sources = { "acme/card": figures, "beta/review": [gain("26.6")] };
    expect(causesOf({ sources }, "arithmetic/beta/review#c1")).toEqual([
      ["transcription", "strong", "beta/review#c1", "acme/card#c1", "acme/card#c2"],
    ]);
    expect(notesOf({ sources }, "arithmetic/beta/review#c1")).toEqual([
      "54.6% and 38.0% give +16.6 points; +26.6 points is that with one digit off, 2 for 1.",
    ]);
  });

  test("is further away", () => {
    const sources = { "acme/card": figures, "beta/review": [gain("27.9")] };
    expect(causeKindsOf({ sources }, "arithmetic/beta/review#c1")).toEqual(["unexplained"]);
  });
});

describe("a garbled name beside the figure", () => {
  const parts = (kind: string) => ({
    metrics: { bench: aMetric({ aliases: [{ name: "Bensh", kind }] }) },
    sources: {
      "acme/card": [own("54.6")],
      "beta/review": [
        aClaim({ value: "71.3", "as-written": { metric: "Bensh" }, quote: "71.3 on Bensh" }),
      ],
    },
  });

  test("makes a slip in the figure likelier", () => {
    expect(causesOf(parts("garbled"), BENCH)).toEqual([
      ["transcription", "weak", "beta/review#c1"],
    ]);
    expect(notesOf(parts("garbled"), BENCH)).toEqual([
      "Beta writes “Bensh” for Bench: where the name is garbled, the figure beside it may be too.",
    ]);
  });

  test("but another spelling does not", () => {
    expect(causeKindsOf(parts("spelling"), BENCH)).toEqual(["unexplained"]);
  });
});
