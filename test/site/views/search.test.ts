import { expect, test } from "vitest";
import { searchColumns, searchExamples } from "../../../src/site/views/search.ts";
import { aClaim, aPriceClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

test("the columns speak in the words of the pages: what a relation says, and what is particular about a question", () => {
  const { claims } = searchColumns(
    analysisOf({
      sources: {
        "acme/card": [
          aClaim({ conditions: { subset: "hard" } }),
          aClaim({
            measure: "relation",
            relation: "beats",
            over: "most",
            value: undefined,
            "compared-with": "acme/zero",
          }),
          aClaim({
            measure: "difference",
            direction: "up",
            value: "21",
            "compared-with": { subject: "acme/zero", conditions: { snapshot: "s1", grader: "g" } },
          }),
        ],
      },
    }),
  );
  expect(claims.value).toEqual(["54.6", "beats Zero in most cases", "21"]);
  expect(claims.particulars).toEqual([
    "subset hard",
    "against Zero",
    "difference from Zero (snapshot s1, grader g)",
  ]);
});

test("examples are drawn from the dataset: its benchmark, a figure in conflict, a model with a price, a publisher", () => {
  const analysis = analysisOf({
    sources: {
      "acme/card": [aClaim({ "measured-by": "acme" }), aPriceClaim("2"), aPriceClaim("2")],
      "beta/review": [aClaim({ value: "54.9" })],
    },
  });
  expect(searchExamples(analysis).map(({ query }) => query)).toEqual([
    "Bench",
    "54.9%",
    "One input price",
    "Acme",
  ]);
  expect(searchExamples(analysisOf({ sources: { "acme/card": [] } }))).toEqual([]);
});
