import { expect, test } from "vitest";
import type { QuotationSearch } from "../../../src/core/dataset/dataset.ts";
import {
  describeHeld,
  describeSearch,
  quotedWords,
} from "../../../src/core/evidence/describe-search.ts";

const aSearch = (overrides: Partial<QuotationSearch> = {}): QuotationSearch => ({
  in: "the card",
  source: null,
  extent: "whole",
  held: null,
  words: null,
  wasFound: false,
  on: "2026-02-01",
  ...overrides,
});

test.each([
  ["says “One is ahead”, no less", "One is ahead"],
  ['says "One is ahead", no less', "One is ahead"],
  ["One is ahead of its day", "One is ahead of its day"],
  ["it’s ahead", "it’s ahead"],
])("the words quoted in %s are %s", (quote, words) => {
  expect(quotedWords({ evidence: { form: "quote", quote } })).toBe(words);
});

test("a cell or a record quotes no words", () => {
  expect(quotedWords({ evidence: { form: "record", copy: "a copy", seen: "by eye" } })).toBeNull();
});

test.each([
  [aSearch(), "the whole of the card"],
  [aSearch({ extent: "excerpts" }), "the excerpts that are held of the card"],
  [aSearch({ extent: "excerpts", words: 950 }), "the 950 words that are held of the card"],
  [aSearch({ extent: "excerpts", words: 12500 }), "the 12,500 words that are held of the card"],
])("how much was searched is told in words", (search, text) => {
  expect(describeHeld(search)).toBe(text);
});

test("a search is told with its copy, day and result", () => {
  expect(describeSearch(aSearch({ held: "a stored copy" }))).toBe(
    "the whole of the card (a stored copy) on 1 February 2026: not found",
  );
  expect(describeSearch(aSearch({ wasFound: true }))).toBe(
    "the whole of the card on 1 February 2026: found",
  );
});
