import { describe, expect, test } from "vitest";
import { CAUSE_KINDS, CAUSES } from "../../../src/core/causes/cause.ts";
import { HYPOTHESES } from "../../../src/core/causes/explain.ts";
import { aClaim, aPrice, aPriceClaim } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

const causesOf = (parts: DatasetParts, id: string) =>
  (analysisOf(parts).causes.get(id) ?? []).map(({ kind, claims }) => [
    kind,
    ...claims.map((claim) => claim.id),
  ]);

test("causes, their descriptions and the hypotheses that give them are one list", () => {
  expect(Object.keys(CAUSES)).toEqual([...CAUSE_KINDS]);
  const given = HYPOTHESES.flatMap(({ kinds }) => kinds);
  expect([...given, "unexplained"].sort()).toEqual([...CAUSE_KINDS].sort());
});

const PRICE = "value-conflict/acme/one/input-price";
const BENCH = "value-conflict/acme/one/bench";

describe("a doubtful figure is explained by where else it stands", () => {
  test("in the next column of the same subject", () => {
    const parts = {
      sources: {
        "acme/card": [aPriceClaim("0.10"), aPriceClaim("0.12", { metric: "blended-price" })],
        "beta/review": [aPriceClaim("0.12")],
      },
    };
    expect(causesOf(parts, PRICE)).toEqual([["other-column", "beta/review#c1", "acme/card#c2"]]);
  });

  test("in another row of the same measure", () => {
    const parts = {
      sources: {
        "acme/card": [aPriceClaim("0.10"), aPriceClaim("0.40", { subject: "acme/one-mini" })],
        "beta/review": [aPriceClaim("0.40")],
      },
    };
    expect(causesOf(parts, PRICE)).toEqual([["other-row", "beta/review#c1", "acme/card#c2"]]);
  });

  test("under other conditions, which come before any other relation", () => {
    const parts = {
      sources: {
        "acme/card": [
          aClaim({ "measured-by": "acme" }),
          aClaim({ value: "46.2", conditions: { subset: "hard" }, "measured-by": "acme" }),
          aClaim({ value: "46.2", subject: "acme/zero", "measured-by": "acme" }),
        ],
        "beta/review": [aClaim({ value: "46.2" })],
      },
    };
    expect(causesOf(parts, BENCH)).toEqual([
      ["other-conditions", "beta/review#c1", "acme/card#c2"],
    ]);
  });

  test("but not in its own document, nor with a rival's subject", () => {
    const parts = {
      sources: {
        "acme/card": [aPriceClaim("0.10")],
        "beta/card": [aPriceClaim("0.12", { subject: "beta/rival" })],
        "gamma/review": [aPriceClaim("0.12"), aPriceClaim("0.12", { metric: "blended-price" })],
      },
    };
    expect(causesOf(parts, PRICE)).toEqual([["unexplained", "gamma/review#c1"]]);
  });

  test("and not where the figure stands everywhere", () => {
    const everywhere = Array.from({ length: 7 }, (_, index) => `price-${index}`);
    const parts = {
      metrics: Object.fromEntries(everywhere.map((id) => [id, aPrice({ name: `Price ${id}` })])),
      sources: {
        "acme/card": [
          aPriceClaim("0.10"),
          ...everywhere.map((metric) => aPriceClaim("0.12", { metric })),
        ],
        "beta/review": [aPriceClaim("0.12")],
      },
    };
    expect(causesOf(parts, PRICE)).toEqual([["unexplained", "beta/review#c1"]]);
  });
});

test("a figure computed from another wrong one is derived from it", () => {
  const parts = {
    metrics: { "output-price": aPrice({ name: "Output price" }) },
    sources: {
      "acme/card": [aPriceClaim("0.10"), aPriceClaim("0.40", { metric: "output-price" })],
      "beta/review": [aPriceClaim("0.12"), aPriceClaim("0.48", { metric: "output-price" })],
    },
  };
  expect(causesOf(parts, "value-conflict/acme/one/output-price")).toEqual([
    ["derived", "beta/review#c2", "beta/review#c1"],
  ]);
});

test("a source's repetition of one figure is explained once", () => {
  const parts = {
    sources: {
      "acme/card": [aPriceClaim("0.10")],
      "beta/review": [aPriceClaim("0.12"), aPriceClaim("0.12")],
    },
  };
  expect(causesOf(parts, PRICE)).toHaveLength(1);
});

test("figures that agree have no cause", () => {
  const parts = { sources: { "acme/card": [aClaim()], "beta/review": [aClaim({ value: "55" })] } };
  expect(causesOf(parts, "rounding/acme/one/bench")).toEqual([]);
});
