import { describe, expect, test } from "vitest";
import { aClaim, aDateClaim, aMetric, aPriceClaim } from "../../builders/authored.ts";
import { BENCH, causeKindsOf, causesOf, notesOf, RELEASE } from "./causes-of.ts";

const own = (value: string, overrides = {}) =>
  aClaim({ value, "measured-by": "acme", ...overrides });

describe("a figure was made shorter, but not by rounding once", () => {
  test.each([
    ["64.6", "64", "64% is 64.6% cut off instead of rounded."],
    ["54.2", "55", "55% is 54.2% rounded up."],
    ["84.46", "85", "85% is 84.46% rounded twice, over 84.5."],
    ["54.67", "54.6", "54.6% is 54.67% cut off instead of rounded."],
  ])("%s became %s", (right, stated, note) => {
    const sources = { "acme/card": [own(right)], "beta/review": [aClaim({ value: stated })] };
    expect(causesOf({ sources }, BENCH)).toEqual([
      ["rounding", "fair", "beta/review#c1", "acme/card#c1"],
    ]);
    expect(notesOf({ sources }, BENCH)).toEqual([note]);
  });

  test.each([
    ["64.6", "63", "another whole number"],
    ["54.6", "54.9", "figures of one precision"],
  ])("but %s not %s: %s", (right, stated) => {
    const sources = { "acme/card": [own(right)], "beta/review": [aClaim({ value: stated })] };
    expect(causeKindsOf({ sources }, BENCH)).not.toContain("rounding");
  });

  test("nor where its own source states it with more digits elsewhere", () => {
    const sources = {
      "acme/card": [own("64.6")],
      "beta/review": [aClaim({ value: "64" }), aClaim({ value: "63.9" })],
    };
    expect(causesOf({ sources }, BENCH).filter(([kind]) => kind === "rounding")).toEqual([]);
  });
});

test("a single digit is met by rounding up more easily", () => {
  const sources = { "acme/card": [own("2.2")], "beta/review": [aClaim({ value: "3" })] };
  expect(causesOf({ sources }, BENCH)[0]?.slice(0, 2)).toEqual(["rounding", "weak"]);
});

describe("two sides that agree with a third figure, which stands, and not with one another", () => {
  const parts = (one: string, other: string) => ({
    sources: {
      "acme/card": [own("72.5")],
      "beta/review": [aClaim({ value: one })],
      "gamma/review": [aClaim({ value: other })],
    },
  });

  test("each made it shorter in its own way", () => {
    expect(causesOf(parts("73", "72"), BENCH)).toEqual([
      ["rounding", "strong", "beta/review#c1", "gamma/review#c1", "acme/card#c1"],
    ]);
    expect(notesOf(parts("73", "72"), BENCH)).toEqual([
      "72.5% stands: 73% is that rounded, and 72% is that cut off instead of rounded.",
    ]);
  });

  test("but not where one of them is accused by it", () => {
    expect(causeKindsOf(parts("73", "71"), BENCH)).not.toContain("rounding");
  });
});

describe("thousands of 1,024", () => {
  const WINDOW = "value-conflict/acme/one/context-window";
  const tokens = (value: string) => aClaim({ metric: "context-window", value });
  const parts = (full: string, called: string) => ({
    sources: { "acme/card": [tokens(full)], "beta/review": [tokens(called)] },
  });

  test.each([
    [
      "262,144",
      "256K",
      "262,144 tokens are 256 × 1,024: in 256K tokens each 1,024 count as a thousand.",
    ],
    [
      "131,072",
      "128,000",
      "131,072 tokens are 128 × 1,024: in 128,000 tokens each 1,024 count as a thousand.",
    ],
    [
      "256K",
      "262,144",
      "262,144 tokens are 256 × 1,024: in 256K tokens each 1,024 count as a thousand.",
    ],
  ])("tell %s from %s", (one, other, note) => {
    expect(causesOf(parts(one, other), WINDOW)[0]?.slice(0, 2)).toEqual(["rounding", "strong"]);
    expect(notesOf(parts(one, other), WINDOW)[0]).toBe(note);
  });

  test("but do not make 250K of 262,144", () => {
    expect(causeKindsOf(parts("262,144", "250K"), WINDOW)).toEqual(["unexplained"]);
  });
});

describe("two dates with no day between them", () => {
  test.each([
    [
      "2025-04-14",
      "2025-04-15",
      "14 April 2025 and 15 April 2025 are a single day apart: one may count to the eve, or in another time zone.",
    ],
    [
      "2024-05-31",
      "2024-06",
      "No day lies between 31 May 2024 and June 2024: one may count up to an end and the other from a beginning.",
    ],
  ])("%s and %s", (right, stated, note) => {
    const sources = { "acme/card": [aDateClaim(right)], "beta/review": [aDateClaim(stated)] };
    expect(notesOf({ sources }, RELEASE)).toEqual([note]);
  });

  test("but not two days apart", () => {
    const sources = {
      "acme/card": [aDateClaim("2025-04-14")],
      "beta/review": [aDateClaim("2025-04-16")],
    };
    expect(causeKindsOf({ sources }, RELEASE)).toEqual(["unexplained"]);
  });
});

describe("a result", () => {
  const claimed = (value: string, measure: string, overrides = {}) =>
    aClaim({ measure, "compared-with": "acme/zero", value, quote: `by ${value}`, ...overrides });
  const figures = [own("54.6"), own("38.2", { subject: "acme/zero" })];

  test("is cut off instead of rounded", () => {
    const sources = {
      "acme/card": [own("52.9"), own("18.2", { subject: "acme/zero" })],
      "beta/review": [claimed("2", "ratio", { unit: "ratio" })],
    };
    expect(notesOf({ sources }, "arithmetic/beta/review#c1")).toEqual([
      "One 52.9% (Acme) and Zero 18.2% (Acme) give 2.9×; 2× is that cut off instead of rounded.",
    ]);
  });

  test("is computed from figures that were rounded first", () => {
    const sources = {
      "acme/card": figures,
      "beta/review": [claimed("17.0", "difference", { direction: "up", unit: "points" })],
    };
    expect(causesOf({ sources }, "arithmetic/beta/review#c1")).toEqual([
      ["rounding", "fair", "beta/review#c1", "acme/card#c1", "acme/card#c2"],
    ]);
  });

  test("of a level that follows from others is cut off as well", () => {
    const parts = {
      metrics: {
        discount: aMetric({
          name: "Discount",
          kind: "property",
          family: "price",
          "follows-from": {
            measure: "percent-change",
            of: "input-price",
            against: "blended-price",
            direction: "down",
            because: "The discount is by how much it costs less.",
          },
        }),
      },
      sources: {
        "acme/card": [
          aPriceClaim("0.79"),
          aPriceClaim("3.00", { metric: "blended-price" }),
          aClaim({ metric: "discount", value: "73" }),
        ],
      },
    };
    expect(notesOf(parts, "arithmetic/acme/card#c3")).toEqual([
      "One, input price $0.79 (Acme) against One, blended price $3.00 (Acme) gives 73.7%; 73% is that cut off instead of rounded.",
    ]);
    const other = [aClaim({ metric: "discount", value: "72" })];
    const sources = { ...parts.sources, "beta/review": other };
    expect(causeKindsOf({ ...parts, sources }, "arithmetic/beta/review#c1")).toEqual([
      "unexplained",
    ]);
  });

  test("is neither", () => {
    const sources = {
      "acme/card": figures,
      "beta/review": [claimed("23.5", "difference", { direction: "up", unit: "points" })],
    };
    expect(causeKindsOf({ sources }, "arithmetic/beta/review#c1")).toEqual(["unexplained"]);
  });
});
