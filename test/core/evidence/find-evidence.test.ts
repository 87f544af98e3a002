import { describe, expect, test } from "vitest";
import { isCellInText, isQuoteInText } from "../../../src/core/evidence/find-evidence.ts";

describe("a quote stands in a text", () => {
  const text =
    "On the Bench, One scores 54.6%,\n  up from “33.2%” (that\u00a0is, by 21.4).\n\nIt costs \\$2.00, not $0.10.";

  test.each([
    "One scores 54.6%",
    "54.6%",
    "scores 54.6%, up from",
    'up from "33.2%"',
    "up from ‘‘33.2%".replaceAll("‘‘", "“"),
    "that is, by 21.4",
    "It costs $2.00",
    "  One scores\n54.6%  ",
    "not $0.10",
  ])("that has its words as one run: %j", (quote) => {
    expect(isQuoteInText(quote, text)).toBe(true);
  });

  test.each([
    ["with another figure", "One scores 54.9%"],
    ["with words left out", "One scores up from"],
    ["in another case", "one scores 54.6%"],
    ["with words of its own", "One scores only 54.6%"],
    ["that ends within a figure", "One scores 54"],
    ["that ends within the decimals of a figure", "It costs $2.0"],
    ["that begins within a figure", "4.6%, up from"],
    ["that begins behind the point of a figure", "10."],
    ["that begins within a word", "cores 54.6%"],
    ["that ends within a word", "One sco"],
  ])("but not one %s", (_, quote) => {
    expect(isQuoteInText(quote, text)).toBe(false);
  });

  test.each([
    ["the figure at the end of a sentence", "by 12", "It fell by 12. Then it rose."],
    ["the figure before a comma", "fell by 12", "It fell by 12, then rose."],
    ["the figure before its unit", "fell by 12", "It fell by 12% then."],
    ["the text as a whole", "It fell by 12", "It fell by 12"],
    ["the second place, where the first is within a word", "one is", "Anyone is; one is"],
  ])("cut at the border of a figure: %s", (_, quote, whole) => {
    expect(isQuoteInText(quote, whole)).toBe(true);
  });

  test("but not the empty one", () => {
    expect(isQuoteInText("", text)).toBe(false);
    expect(isQuoteInText(" \n", text)).toBe(false);
  });
});

const cell = (row: string, column: string, text: string, table: string | null = null) =>
  ({ form: "cell", table, row, column, text }) as const;

describe("a cell stands in a Markdown table", () => {
  const text = `
# Results

Some words | with a bar.

## Coding

| Benchmark | One | One mini |
| :-- | --: | :-: |
| Bench, Verified [2] | 54.6% | 23.6% |
| Bench \\| Hard | 10% | - |

## Prices

| Model | Input | Output |
|---|---|---|
| One | $2.00 | $8.00 |
| One mini | $0.40 | $1.60 |
`;

  test.each([
    ["under its headers", cell("Bench, Verified [2]", "One", "54.6%")],
    ["in the last column", cell("Bench, Verified [2]", "One mini", "23.6%")],
    ["in the last row", cell("One mini", "Output", "$1.60")],
    ["in the table below its heading", cell("Bench, Verified [2]", "One", "54.6%", "Coding")],
    ["in the table whose first column has that header", cell("One", "Input", "$2.00", "Model")],
    ["behind an escaped bar", cell("Bench | Hard", "One", "10%", "Coding")],
    ["that holds a dash", cell("Bench | Hard", "One mini", "-", "Coding")],
  ])("%s", (_, evidence) => {
    expect(isCellInText(evidence, text)).toBe(true);
  });

  test.each([
    ["of the wrong row", cell("Bench | Hard", "One", "54.6%")],
    ["of the wrong column", cell("Bench, Verified [2]", "One mini", "54.6%")],
    ["with another figure", cell("Bench, Verified [2]", "One", "54.9%")],
    ["with a part of its figure", cell("Bench, Verified [2]", "One", "54")],
    ["of a row that is not there", cell("Bench, Unverified", "One", "54.6%")],
    ["of a column that is not there", cell("Bench, Verified [2]", "Zero", "54.6%")],
    ["of the wrong table", cell("Bench, Verified [2]", "One", "54.6%", "Prices")],
    ["of a heading above the nearest", cell("Bench, Verified [2]", "One", "54.6%", "Results")],
    ["of a table that is not there", cell("One", "Input", "$2.00", "Speed")],
    ["of another table's column", cell("One", "One mini", "$8.00")],
    ["that is a header", cell("Model", "Input", "Input")],
  ])("but not one %s", (_, evidence) => {
    expect(isCellInText(evidence, text)).toBe(false);
  });
});

describe("a cell stands in a table that lost its markup", () => {
  const lines = (text: string) => text.trim().split(" ").join("\n\n");
  // Variant Input Output / One … / Mini … / Nano …, then words, then a second table with the same rows.
  const text = lines(
    "Words Variant Input Output One $2.00 $8.00 Mini $0.40 $1.60 Nano $0.10 $0.40 Words Model Cached Blended Extra One $0.50 $1.84 x Mini $0.10 $0.42 y Nano $0.025 $0.12 z End",
  );

  test.each([
    ["in the first row", cell("One", "Input", "$2.00", "Variant")],
    ["in the last column", cell("One", "Output", "$8.00", "Variant")],
    ["in the last row", cell("Nano", "Output", "$0.40", "Variant")],
    ["in a middle row", cell("Mini", "Input", "$0.40", "Variant")],
    ["of the second table", cell("Nano", "Blended", "$0.12", "Model")],
    ["in a middle column of the second table", cell("Mini", "Cached", "$0.10", "Model")],
  ])("%s", (_, evidence) => {
    expect(isCellInText(evidence, text)).toBe(true);
  });

  test.each([
    ["of the wrong row", cell("Nano", "Input", "$2.00", "Variant")],
    ["of the neighbouring row", cell("Mini", "Input", "$0.10", "Variant")],
    ["of the wrong column", cell("Nano", "Input", "$0.40", "Variant")],
    ["of the other wrong column", cell("Nano", "Output", "$0.10", "Variant")],
    ["with another figure", cell("Nano", "Input", "$0.12", "Variant")],
    ["of a later table with the same row", cell("Nano", "Input", "$0.025", "Variant")],
    [
      "of a later table with the same row, one column on",
      cell("Nano", "Output", "$0.12", "Variant"),
    ],
    ["of an earlier table", cell("Nano", "Cached", "$0.10", "Model")],
    ["without the table's name", cell("Nano", "Input", "$0.10")],
    ["of a table that is not there", cell("Nano", "Input", "$0.10", "Price")],
    ["of a column that is not there", cell("Nano", "Cached", "$0.10", "Variant")],
    ["of a row that is not there", cell("Zero", "Input", "$2.00", "Variant")],
    ["whose row header is not at the head of a row", cell("$8.00", "Input", "Mini", "Variant")],
  ])("but not one %s", (_, evidence) => {
    expect(isCellInText(evidence, text)).toBe(false);
  });

  test("and not across a table wider than any that is read", () => {
    const wide = [
      "Corner",
      ...Array.from({ length: 13 }, (_, index) => `h${index}`),
      "row",
      ...Array.from({ length: 13 }, (_, index) => `c${index}`),
    ].join("\n");
    expect(isCellInText(cell("row", "h12", "c12", "Corner"), wide)).toBe(false);
  });
});
