import { Index } from "flexsearch";
import { describe, expect, test } from "vitest";
import {
  type ClaimWords,
  type CreateTextIndex,
  createClaimText,
} from "../../../src/core/columns/claim-text.ts";
import { claimIdOf } from "../../../src/core/columns/explorer.ts";
import { aClaim, aMetric, aPriceClaim, aSource, aSubject } from "../../builders/authored.ts";
import { keyed } from "../../builders/dataset.ts";
import { explorerOf } from "../../builders/explorer.ts";

const explorer = explorerOf({
  subjects: {
    "acme/one": aSubject({ aliases: [{ name: "Ünö Prime", kind: "spelling" }] }),
  },
  metrics: { bench: aMetric({ name: "Graphwalks", definition: "Invented." }) },
  sources: {
    "acme/card": aSource({
      title: "The card",
      claims: keyed([aClaim(), aClaim({ subject: "acme/zero", value: "33.2" })]),
    }),
    "beta/review": aSource({
      title: "Cheaper and smaller",
      claims: keyed([
        aPriceClaim("1.25"),
        aClaim({ metric: "context-window", value: "1,047,576" }),
      ]),
    }),
  },
});
const WORDS: ClaimWords = {
  hash: explorer.columns.hash,
  texts: ["an extraordinary gain", "a modest one", "beats everybody"],
  text: [0, 1, 1, 2],
};
const createIndex: CreateTextIndex = (options) => new Index(options) as ReturnType<CreateTextIndex>;

const searching = (words: ClaimWords | null) => {
  const text = createClaimText(explorer, createIndex);
  for (const _ of text.addNames());
  if (words) for (const _ of text.addWords(words));
  return (query: string) => {
    const found = text.find(query);
    return (
      found && [...found.keys()].filter((row) => found[row]).map((row) => claimIdOf(explorer, row))
    );
  };
};
const find = searching(WORDS);

describe("claims are found", () => {
  test.each([
    ["by the beginning of a name", "graphw", ["acme/card#c1", "acme/card#c2"]],
    [
      "by an alias, without its accents",
      "uno prime",
      ["acme/card#c1", "beta/review#c1", "beta/review#c2"],
    ],
    ["by publisher", "beta", ["beta/review#c1", "beta/review#c2"]],
    ["by the title of the document", "cheaper", ["beta/review#c1", "beta/review#c2"]],
    ["by figure", "33.2", ["acme/card#c2"]],
    ["by figure, with commas or without", "1047576", ["beta/review#c2"]],
    ["by the words of the source", "extraord", ["acme/card#c1"]],
    ["by words that stand in different places", "zero modest 33", ["acme/card#c2"]],
    ["in spite of a missing letter", "grphwalks", ["acme/card#c1", "acme/card#c2"]],
    ["in spite of swapped letters", "extraoridnary", ["acme/card#c1"]],
    ["in spite of a letter too many", "graphwallks", ["acme/card#c1", "acme/card#c2"]],
    ["in spite of a wrong letter", "graphwolks", ["acme/card#c1", "acme/card#c2"]],
    ["not at all, where one word is nowhere", "graphwalks nowhere", []],
  ])("%s", (_, query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  test("only as written, where it is a figure or a short word", () => {
    expect(find("33.3")).toEqual([]);
    expect(find("zro")).toEqual([]);
  });
});

test("names are found before the words have come", () => {
  const early = searching(null);
  expect(early("graphwalks")).toEqual(["acme/card#c1", "acme/card#c2"]);
  expect(early("extraordinary")).toEqual([]);
});

test("nothing typed asks for nothing", () => {
  expect(find("  ,; ")).toBeNull();
});

test("words of another dataset are refused", () => {
  expect(() => searching({ ...WORDS, hash: "another" })).toThrow("another version");
});

test("words are taken in by steps", () => {
  const text = createClaimText(explorer, createIndex);
  const many = { ...WORDS, texts: Array.from({ length: 100 }, (_, at) => `word${at}`) };
  expect([...text.addWords(many)]).toHaveLength(5);
});
