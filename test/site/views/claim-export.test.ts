import { describe, expect, test } from "vitest";
import { compareSources } from "../../../src/core/columns/compare-sources.ts";
import { formatExport } from "../../../src/site/views/claim-export.ts";
import { aClaim, aPriceClaim, aSource } from "../../builders/authored.ts";
import { keyed } from "../../builders/dataset.ts";
import { explorerOf } from "../../builders/explorer.ts";

const explorer = explorerOf({
  sources: {
    "acme/card": aSource({
      title: "The card, first | last",
      url: "https://acme.example/card",
      claims: keyed([aClaim({ "measured-by": "acme" }), aPriceClaim("2.00")]),
    }),
    "beta/review.2": aSource({
      title: "A review",
      claims: keyed([aClaim({ value: "54.9", "attributed-to": "acme" })]),
    }),
  },
});
const context = {
  explorer,
  addressOf: (path: string) => `https://ledger.example${path}`,
  view: "https://ledger.example/claims/?metric=bench",
};
const LIST = { kind: "list", rows: [2, 0] } as const;
const comparison = () => {
  const rows = Int32Array.from({ length: explorer.size }, (_, row) => row);
  return {
    kind: "comparison",
    sources: [0, 1],
    facts: compareSources(explorer, rows, [0, 1], false),
  } as const;
};

describe("a list", () => {
  test("as CSV has a line for each row that is shown, in its order, under a header", () => {
    const lines = formatExport(context, LIST, "csv").trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^id,model,measure,particulars,figure,publisher,source,/);
    expect(lines[1]).toMatch(/^beta\/review\.2#c1,One,Bench,,54\.9%,Beta,A review,/);
    expect(lines[2]).toMatch(/^acme\/card#c1,One,Bench,,54\.6%,Acme,"The card, first \| last",/);
  });

  test("as JSON says which view of which dataset it is, and who is behind each figure", () => {
    const { view, dataset, claims } = JSON.parse(formatExport(context, LIST, "json"));
    expect(view).toBe(context.view);
    expect(dataset).toBe(explorer.columns.hash);
    expect(claims).toMatchObject([
      {
        id: "beta/review.2#c1",
        figure: "54.9%",
        measuredBy: null,
        attributedTo: "Acme",
        status: "conflicts",
        url: "https://ledger.example/sources/beta/review.2/#c1",
        fact: "https://ledger.example/facts/acme/one/bench/",
        discrepancies: ["https://ledger.example/discrepancies/value-conflict/acme/one/bench/"],
      },
      { id: "acme/card#c1", measuredBy: "Acme", sourceUrl: "https://acme.example/card" },
    ]);
  });

  test("as Markdown is a table whose sources are cited below it, once each", () => {
    const text = formatExport({ ...context }, { kind: "list", rows: [0, 1, 2] }, "markdown");
    const lines = text.split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "| Model | Benchmark or measure | Figure | Source | Status |",
      "| --- | --- | ---: | --- | --- |",
      "| One | Bench | [54.6%](https://ledger.example/sources/acme/card/#c1) | Acme[^1] | conflicts |",
      "| One | Input price | [$2.00](https://ledger.example/sources/acme/card/#c2) | Acme[^1] | single |",
      "| One | Bench | [54.9%](https://ledger.example/sources/beta/review.2/#c1) | Beta[^2] | conflicts |",
    ]);
    expect(lines.filter((line) => line.startsWith("[^"))).toEqual([
      "[^1]: Acme, “The card, first | last”, 2026-01-01. <https://acme.example/card>",
      "[^2]: Beta, “A review”, 2026-01-01. <https://example.com/document>",
    ]);
    expect(text).toContain(
      `Release Ledger, <${context.view}>, dataset ${explorer.columns.hash.slice(0, 12)}.`,
    );
  });
});

describe("sources side by side", () => {
  test("as CSV have a column each, empty where one is silent", () => {
    expect(formatExport(context, comparison(), "csv").split("\r\n")).toEqual([
      "fact,url,acme/card,beta/review.2",
      "One: Bench,https://ledger.example/facts/acme/one/bench/,54.6%,54.9%",
      "One: Input price,https://ledger.example/facts/acme/one/input-price/,$2.00,",
      "",
    ]);
  });

  test("as JSON have a list of claims each", () => {
    const { facts } = JSON.parse(formatExport(context, comparison(), "json"));
    expect(facts[1]).toMatchObject({
      fact: "One: Input price",
      answers: { "acme/card": [{ figure: "$2.00" }], "beta/review.2": [] },
    });
  });

  test("as Markdown say who is silent", () => {
    const lines = formatExport(context, comparison(), "markdown").split("\n");
    expect(lines[0]).toBe("| Fact | Acme[^1] | Beta[^2] |");
    expect(lines[3]).toBe(
      "| [One: Input price](https://ledger.example/facts/acme/one/input-price/) | [$2.00](https://ledger.example/sources/acme/card/#c2) | silent |",
    );
  });
});
