import { describe, expect, test } from "vitest";
import { compareDecimals } from "../../../src/core/quantity/decimal.ts";
import { claimFacets, claimRows } from "../../../src/site/views/claim-table.ts";
import {
  aClaim,
  aDateClaim,
  anAvailabilityClaim,
  aPriceClaim,
  aSource,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";

const rowsOf = (parts: DatasetParts) => claimRows(analysisOf(parts));

test("the table has a row for each live claim, in the order of the dataset", () => {
  const retired = aClaim({
    value: "54.8",
    retired: { on: "2026-02-02", because: "It was a slip." },
  });
  expect(
    rowsOf({
      sources: { "beta/review": [aClaim({ value: "54.9" })], "acme/card": [aClaim(), retired] },
    }),
  ).toMatchObject([
    {
      id: "acme/card#c1",
      path: "/sources/acme/card/#c1",
      valueText: "54.6%",
      factPath: "/facts/acme/one/bench/",
      source: { id: "acme/card", publisher: "Acme" },
      status: "conflicts",
    },
    { id: "beta/review#c1" },
  ]);
});

test("figures sort by what they stand for, and what has no figure has nothing to sort by", () => {
  const rows = rowsOf({
    sources: {
      "acme/card": [
        aClaim({ value: "55" }),
        aClaim({ value: "54.6" }),
        aClaim({ value: "54.9" }),
        aClaim({ value: "50", qualifier: "over", metric: "bench-hard" }),
        aClaim({ value: "not-reported" }),
        aClaim({ measure: "relation", relation: "best", value: undefined }),
        aClaim({
          measure: "difference",
          direction: "down",
          value: "21",
          "compared-with": "acme/zero",
        }),
        aPriceClaim("0.10"),
        anAvailabilityClaim("yes"),
        aDateClaim("1970-01-03"),
      ],
    },
  });
  const sorted = rows
    .filter(({ sortValue }) => sortValue !== "")
    .sort((one, other) => compareDecimals(one.sortValue, other.sortValue));
  expect(sorted.map(({ valueText }) => valueText)).toEqual([
    "−21 points",
    "$0.10",
    "3 January 1970",
    "over 50%",
    "54.6%",
    "54.9%",
    "55%",
  ]);
  expect(
    rows.filter(({ sortValue }) => sortValue === "").map(({ valueText }) => valueText),
  ).toEqual(["not reported", "is the best", "yes"]);
});

describe("the facets", () => {
  const parts: DatasetParts = {
    sources: {
      "acme/card": aSource({
        title: "The card",
        claims: keyed([
          aClaim({ "measured-by": "acme" }),
          aClaim({ subject: "acme/zero", value: "33.2" }),
          aPriceClaim("2"),
        ]),
      }),
      "beta/review": aSource({
        title: "A review",
        claims: keyed([aClaim({ value: "54.9" }), aClaim({ subject: "acme/zero", value: "33" })]),
      }),
    },
  };
  const analysis = analysisOf(parts);
  const rows = claimRows(analysis);
  const facets = claimFacets(analysis, rows);
  const optionsOf = (name: string) =>
    facets
      .find((facet) => facet.name === name)
      ?.options.map(({ value, text, count }) => `${value} = ${text}: ${count}`);

  test("name each record by its words, the most frequent first", () => {
    expect(optionsOf("subject")).toEqual(["acme/one = One: 3", "acme/zero = Zero: 2"]);
    expect(optionsOf("metric")).toEqual(["bench = Bench: 4", "input-price = Input price: 1"]);
    expect(optionsOf("source")).toEqual([
      "acme/card = Acme: The card: 3",
      "beta/review = Beta: A review: 2",
    ]);
  });

  test("name the statuses in the order that readers meet everywhere", () => {
    expect(optionsOf("status")).toEqual([
      "single = single: 1",
      "rounds = rounds: 2",
      "conflicts = conflicts: 2",
    ]);
  });

  test("hold every claim once", () => {
    for (const facet of facets)
      expect(
        facet.options.reduce((sum, { count }) => sum + count, 0),
        facet.name,
      ).toBe(rows.length);
  });
});
