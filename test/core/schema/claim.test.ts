import { describe, expect, test } from "vitest";
import { authoredClaim } from "../../../src/core/schema/claim.ts";
import { aClaim } from "../../builders/authored.ts";

/** Messages of what is wrong with a claim; empty when it is accepted. */
const faultsOf = (claim: unknown): string[] =>
  authoredClaim.safeParse(claim).error?.issues.map((issue) => issue.message) ?? [];

const aQuotation = (overrides = {}) => ({
  document: "the system card",
  "looked-for": [{ in: "the system card", extent: "whole", result: "not-found", on: "2026-02-01" }],
  ...overrides,
});

describe("a claim is accepted", () => {
  test.each([
    ["as a level by default", aClaim()],
    ["with a cell", aClaim({ cell: { row: "One", column: "Bench", text: "54.6" } })],
    ["with a record", aClaim({ record: { copy: "a copy", seen: "by eye" } })],
    [
      "as a difference with direction and operand",
      aClaim({
        measure: "difference",
        direction: "up",
        "compared-with": "acme/zero",
        value: "21.4",
      }),
    ],
    [
      "as a ratio without direction",
      aClaim({
        measure: "ratio",
        "compared-with": { subject: "acme/zero", conditions: { snapshot: "s" } },
        value: "2",
      }),
    ],
    [
      "as a relation without value",
      aClaim({
        measure: "relation",
        relation: "beats",
        "compared-with": "acme/zero",
        value: undefined,
        quote: "One beats Zero",
      }),
    ],
    [
      "as a change from what the source does not say",
      aClaim({ measure: "ratio", "compared-with": "unstated", value: "2" }),
    ],
    [
      "as a difference of which the source does not say which way",
      aClaim({
        measure: "difference",
        direction: "unstated",
        "compared-with": "acme/zero",
        value: "2",
      }),
    ],
    ["as a quotation with the search for its words", aClaim({ quotation: aQuotation() })],
    [
      "with the time for which it is made",
      aClaim({ "as-of": { "not-before": "2025", "not-after": "2026-01", because: "It says so." } }),
    ],
  ])("%s", (_, claim) => {
    expect(faultsOf(claim)).toEqual([]);
  });

  test("and its measure is then a level unless it says otherwise", () => {
    expect(authoredClaim.parse(aClaim()).measure).toBe("level");
  });
});

describe("a claim is refused", () => {
  test.each([
    ["without evidence", aClaim({ quote: undefined }), /exactly one of quote, cell or record/],
    [
      "with two forms of evidence",
      aClaim({ quote: "54.6", record: { copy: "a", seen: "b" } }),
      /stands beside quote; keep exactly one/,
    ],
    [
      "with all three",
      aClaim({
        quote: "54.6",
        cell: { row: "a", column: "b", text: "54.6" },
        record: { copy: "a", seen: "b" },
      }),
      /stands beside quote and record/,
    ],
    [
      "as a relation that names none",
      aClaim({ measure: "relation" }),
      /is a relation but names none/,
    ],
    [
      "as a level with a relation",
      aClaim({ relation: "beats" }),
      /no relation; set measure: relation/,
    ],
    ["without a value", aClaim({ value: undefined, quote: "words" }), /has no value/],
    [
      "as a difference without operand",
      aClaim({ measure: "difference", direction: "up" }),
      /difference without operands; add compared-with/,
    ],
    ["as a ratio without operand", aClaim({ measure: "ratio" }), /ratio without operands/],
    [
      "as a change without direction",
      aClaim({ measure: "percent-change", "compared-with": "acme/zero" }),
      /without direction/,
    ],
    [
      "as a quotation for whose words nobody looked",
      aClaim({ quotation: aQuotation({ "looked-for": [] }) }),
      /./,
    ],
    [
      "as a quotation of no document",
      aClaim({ quotation: aQuotation({ document: undefined }) }),
      /./,
    ],
    ["with an unknown field", aClaim({ note: "x" }), /note/],
    ["with a figure that is a number", { ...aClaim(), value: 54.6 }, /expected string/],
    ["with an unknown unit", aClaim({ unit: "bananas" }), /percent/],
    ["without its place in the source", aClaim({ where: undefined }), /expected string/],
    ["with a part of a condition missing", aClaim({ conditions: { subset: "" } }), /is empty/],
  ])("%s", (_, claim, message) => {
    expect(faultsOf(claim)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });
});
