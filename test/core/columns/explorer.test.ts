import { describe, expect, test } from "vitest";
import {
  claimIdOf,
  discrepanciesOf,
  type Explorer,
  factIdOf,
  factTextOf,
  figureTextOf,
} from "../../../src/core/columns/explorer.ts";
import { describeValue } from "../../../src/core/facts/describe.ts";
import {
  aClaim,
  aDateClaim,
  anAvailabilityClaim,
  aPriceClaim,
  aSource,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import { explorerOf } from "../../builders/explorer.ts";

// What a browser reads out of the columns is what the engine knows.

const PARTS: DatasetParts = {
  sources: {
    "acme/card": aSource({
      title: "The card",
      claims: {
        "bench-one": aClaim({ "measured-by": "acme" }),
        "one-price": aPriceClaim("2.00"),
        "drop-bench": aClaim({
          measure: "percent-change",
          direction: "down",
          value: "26",
          "compared-with": "acme/zero",
        }),
        "times-less": aClaim({
          measure: "ratio",
          direction: "down",
          value: "10",
          unit: "ratio",
          "compared-with": "acme/zero",
        }),
        "best-of-all": aClaim({ measure: "relation", relation: "best", value: undefined }),
        released: aDateClaim("2026-01-03"),
        offered: anAvailabilityClaim("no"),
        "hard-subset": aClaim({ conditions: { subset: "hard" }, value: "12", qualifier: "about" }),
      },
    }),
    "beta/review": aSource({
      title: "A review",
      claims: keyed([aClaim({ value: "54.9" }), aPriceClaim("2.40"), aClaim({ value: "55" })]),
    }),
  },
};
const analysis = analysisOf(PARTS);
const explorer = explorerOf(PARTS);
const claims = [...analysis.dataset.claims.values()];
const each = <T>(read: (explorer: Explorer, row: number) => T): T[] =>
  claims.map((_, row) => read(explorer, row));

describe("the columns give back", () => {
  test("the id of each claim, in the order of the dataset", () => {
    expect(each(claimIdOf)).toEqual(claims.map(({ id }) => id));
  });

  test("the fact that each answers", () => {
    expect(each((own, row) => factIdOf(own, own.fact[row] ?? -1))).toEqual(
      claims.map(({ id }) => analysis.factOfClaim.get(id)?.id),
    );
  });

  test("what each states, in the words of the pages", () => {
    expect(each(figureTextOf)).toEqual(
      claims.map((claim) => describeValue(analysis.dataset, claim)),
    );
  });

  test("the discrepancies that rest on each", () => {
    const found = each((own, row) => discrepanciesOf(own, row).map(({ id }) => id));
    expect(found).toEqual(
      claims.map(({ id }) => (analysis.discrepanciesOfClaim.get(id) ?? []).map((own) => own.id)),
    );
    expect(found.flat()).not.toEqual([]);
  });
});

test("a fact is called by model, measure and what is particular about it", () => {
  const row = claims.findIndex(({ key }) => key === "hard-subset");
  expect(factTextOf(explorer, explorer.fact[row] ?? -1)).toEqual({
    title: "One: Bench",
    particulars: "subset hard",
  });
});
