import { describe, expect, test } from "vitest";
import { HYPOTHESES } from "../../../src/core/causes/explain.ts";
import { CAUSE_KINDS, CAUSES, SUPPORT_MEANINGS, SUPPORTS } from "../../../src/core/causes/kinds.ts";
import { aClaim, aDateClaim, aPriceClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";
import { BENCH, causeKindsOf, causesOf, notesOf, PRICE, RELEASE } from "./causes-of.ts";

test("causes, their descriptions and the hypotheses that give them are one list in one order", () => {
  expect(Object.keys(CAUSES)).toEqual([...CAUSE_KINDS]);
  expect([...HYPOTHESES.map(({ kind }) => kind), "unexplained"]).toEqual([...CAUSE_KINDS]);
  expect(Object.keys(SUPPORT_MEANINGS)).toEqual([...SUPPORTS]);
});

const own = (value: string, overrides = {}) =>
  aClaim({ value, "measured-by": "acme", ...overrides });

describe("which claim is asked about", () => {
  test("the one that conflicts with what stands, and no claim that agrees with it", () => {
    const parts = {
      sources: {
        "acme/card": [own("54.6")],
        "beta/review": [aClaim({ value: "71.3" })],
        "gamma/review": [aClaim({ value: "55" })],
      },
    };
    expect(causesOf(parts, BENCH)).toEqual([["unexplained", "weak", "beta/review#c1"]]);
    expect(notesOf(parts, BENCH)).toEqual(["No hypothesis fits 71.3%."]);
  });

  test("where nothing stands both sides, and neither is accused", () => {
    const parts = {
      sources: {
        "beta/review": [aClaim({ value: "46.2" })],
        "gamma/review": [aClaim({ value: "64.2" })],
      },
    };
    expect(causesOf(parts, BENCH)).toEqual([
      ["transcription", "strong", "beta/review#c1", "gamma/review#c1"],
    ]);
    expect(notesOf(parts, BENCH)).toEqual([
      "Beta’s 46.2% is Gamma’s 64.2% with two neighbouring digits swapped.",
    ]);
  });

  test("a dispute that nothing explains is said to be one, once", () => {
    const parts = {
      sources: {
        "beta/review": [aClaim({ value: "46.2" })],
        "gamma/review": [aClaim({ value: "71.3" })],
      },
    };
    expect(causesOf(parts, BENCH)).toEqual([
      ["unexplained", "weak", "beta/review#c1", "gamma/review#c1"],
    ]);
  });

  test("a source's repetition of one figure is explained once", () => {
    const parts = {
      sources: {
        "acme/card": [aPriceClaim("0.10"), aPriceClaim("0.12", { metric: "blended-price" })],
        "beta/review": [aPriceClaim("0.12"), aPriceClaim("0.12")],
      },
    };
    expect(causeKindsOf(parts, PRICE)).toEqual(["other-column"]);
  });
});

describe("which causes are listed", () => {
  const swapped = { "acme/card": [own("54.6")], "beta/review": [aClaim({ value: "56.4" })] };

  test("the better supported one first, and of equals the more innocent one", () => {
    const parts = {
      sources: {
        ...swapped,
        "acme/other": [own("56.4", { conditions: { subset: "hard" } })],
      },
    };
    expect(causeKindsOf(parts, BENCH)).toEqual(["dropped-condition", "transcription"]);
  });

  test("none that is weak beside one that is strong", () => {
    const parts = {
      sources: {
        "acme/card": [
          aDateClaim("2025-04-14"),
          aDateClaim("2025-04-28", { metric: "release-date", conditions: { channel: "app" } }),
        ],
        "beta/review": [aDateClaim("2025-04-28")],
      },
    };
    expect(causesOf(parts, RELEASE)).toEqual([
      ["other-time", "strong", "beta/review#c1", "acme/card#c2"],
    ]);
  });

  test("at most three", () => {
    const values = ["45.6", "65.4", "546", "44.6", "5.46", "56.4"];
    const parts = {
      sources: Object.fromEntries([
        ["acme/card", [own("54.6")]],
        ...values.map((value, index) => [`beta/review-${index}`, [aClaim({ value })]]),
      ]),
    };
    expect(causesOf(parts, BENCH)).toHaveLength(3);
  });

  test("none for kinds that explain themselves", () => {
    const parts = {
      sources: { "acme/card": [aClaim()], "beta/review": [aClaim({ value: "55" })] },
    };
    expect(causesOf(parts, "rounding/acme/one/bench")).toEqual([]);
  });
});

test("the order of sources changes nothing", () => {
  const sources = {
    "acme/card": [own("54.6"), own("46.2", { conditions: { subset: "hard" } })],
    "beta/review": [aClaim({ value: "46.2" })],
    "gamma/review": [aClaim({ value: "71.3" })],
  };
  const backwards = Object.fromEntries(Object.entries(sources).reverse());
  expect([...analysisOf({ sources: backwards }).causes]).toEqual([
    ...analysisOf({ sources }).causes,
  ]);
});
