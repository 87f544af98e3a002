import { describe, expect, test } from "vitest";
import { aClaim, aPrice, aPriceClaim } from "../../builders/authored.ts";
import type { DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";
import { causesOf, notesOf } from "./causes-of.ts";

const own = (value: string, overrides = {}) =>
  aClaim({ value, "measured-by": "acme", ...overrides });
const FINDING = "arithmetic/beta/review#c1";

/** What a review states of One beside Zero, when the card has these figures. */
const beside = (statement: AuthoredFields, ...card: AuthoredFields[]): DatasetParts => ({
  sources: {
    "acme/card": card,
    "beta/review": [
      aClaim({
        measure: "percent-change",
        direction: "up",
        "compared-with": "acme/zero",
        quote: `by ${String(statement.value)}`,
        ...statement,
      }),
    ],
  },
});
const kinds = (parts: DatasetParts) => causesOf(parts, FINDING).map(([kind]) => kind);

describe("a change follows from other operands", () => {
  test("compared with another subject", () => {
    const parts = beside(
      { value: "83.4" },
      own("54.6"),
      own("40.0", { subject: "acme/zero" }),
      own("29.77", { subject: "acme/one-mini" }),
    );
    expect(causesOf(parts, FINDING)).toEqual([
      ["other-baseline", "strong", "beta/review#c1", "acme/card#c1", "acme/card#c3"],
    ]);
    expect(notesOf(parts, FINDING)).toEqual([
      "+83.4% follows from other figures: One 54.6% (Acme) against One mini 29.77% (Acme) gives +83.41%. 3 such computations were tried, and one gives it.",
    ]);
  });

  test("of another subject's figure", () => {
    const parts = beside(
      { value: "83.4" },
      own("54.6"),
      own("40.0", { subject: "acme/zero" }),
      own("73.36", { subject: "acme/one-mini" }),
    );
    expect(kinds(parts)).toEqual(["other-row"]);
  });

  test("under other conditions on both sides", () => {
    const parts = beside(
      { value: "83.4" },
      own("54.6"),
      own("40.0", { subject: "acme/zero" }),
      own("36.68", { conditions: { subset: "hard" } }),
      own("20.0", { subject: "acme/zero", conditions: { subset: "hard" } }),
    );
    expect(kinds(parts)).toEqual(["other-conditions"]);
  });

  test("with another snapshot of the baseline", () => {
    const parts = beside(
      { value: "83.4" },
      own("54.6"),
      own("40.0", { subject: "acme/zero" }),
      own("29.77", { subject: "acme/zero", conditions: { snapshot: "2024-01-01" } }),
    );
    expect(kinds(parts)).toEqual(["other-snapshot"]);
  });

  test("with the figure of another column", () => {
    const parts = {
      ...beside(
        { metric: "input-price", value: "83.2", direction: "down" },
        aPriceClaim("0.40"),
        aPriceClaim("0.42", { metric: "blended-price" }),
        aPriceClaim("2.50", { subject: "acme/zero" }),
      ),
      metrics: { "output-price": aPrice({ name: "Output price" }) },
    };
    expect(causesOf(parts, FINDING)).toEqual([
      ["other-column", "strong", "beta/review#c1", "acme/card#c2", "acme/card#c3"],
    ]);
  });

  test("compared the other way round, as a share of the larger figure", () => {
    const parts = beside({ value: "26.7" }, own("54.6"), own("40.0", { subject: "acme/zero" }));
    expect(kinds(parts)).toEqual(["other-baseline"]);
  });

  test("by what is left instead of what is gone", () => {
    const parts = beside(
      { metric: "input-price", value: "16.8", direction: "down" },
      aPriceClaim("0.42"),
      aPriceClaim("2.50", { subject: "acme/zero" }),
    );
    expect(kinds(parts)).toEqual(["other-baseline"]);
  });

  test("with the sides of a ratio exchanged", () => {
    const parts = beside(
      { measure: "ratio", unit: "ratio", value: "0.73", direction: undefined },
      own("54.6"),
      own("40.0", { subject: "acme/zero" }),
    );
    expect(kinds(parts)).toEqual(["other-baseline"]);
  });
});

describe("a round figure with one telling digit", () => {
  const half = { metric: "input-price", value: "60", direction: "down" };
  const card = [aPriceClaim("3.00"), aPriceClaim("5.00", { subject: "acme/zero" })];

  test("is what is left of the statement's own operands", () => {
    expect(causesOf(beside(half, ...card), FINDING)).toEqual([
      ["other-baseline", "strong", "beta/review#c1", "acme/card#c1", "acme/card#c2"],
    ]);
  });

  test("and figures that others repeat are one attempt", () => {
    const parts = beside(half, ...card);
    const sources = { ...parts.sources, "gamma/review": card };
    expect(notesOf({ ...parts, sources }, FINDING)).toEqual(
      notesOf(beside(half, ...card), FINDING),
    );
  });
});

test("a change in conflict with another is computed again as well", () => {
  const change = (value: string) =>
    aClaim({
      metric: "input-price",
      measure: "percent-change",
      direction: "down",
      "compared-with": "acme/zero",
      value,
      quote: `by ${value}`,
    });
  const sources = {
    "acme/card": [aPriceClaim("3.00"), aPriceClaim("5.00", { subject: "acme/zero" }), change("40")],
    "beta/review": [change("60")],
  };
  const id = "value-conflict/acme/one/input-price/percent-change-vs-acme.zero";
  expect(causesOf({ sources }, id)[0]?.slice(0, 2)).toEqual(["other-baseline", "strong"]);
});

describe("it does not", () => {
  const zero = own("40.0", { subject: "acme/zero" });

  test("where no other operands give it", () => {
    const parts = beside(
      { value: "83.4" },
      own("54.6"),
      zero,
      own("31", { subject: "acme/one-mini" }),
    );
    expect(kinds(parts)).toEqual(["unexplained"]);
  });

  test("where its figure has one telling digit, which many computations give", () => {
    const parts = beside(
      { value: "80" },
      own("54.6"),
      zero,
      own("30.33", { subject: "acme/one-mini" }),
    );
    expect(kinds(parts)).toEqual(["unexplained"]);
  });

  test("where so many were tried that one had to fit", () => {
    const subjects = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `acme/m-${index}`,
        { name: `M ${index}`, kind: "model", description: "Another invented model." },
      ]),
    );
    const others = Array.from({ length: 60 }, (_, index) =>
      own(index === 0 ? "29.77" : `${60 + index}.3`, { subject: `acme/m-${index}` }),
    );
    const parts = { ...beside({ value: "83" }, own("54.6"), zero, ...others), subjects };
    expect(kinds(parts)).toEqual(["unexplained"]);
  });
});
