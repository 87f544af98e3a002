import { describe, expect, test } from "vitest";
import { verifyEvidence } from "../../../src/core/evidence/verify.ts";
import { aClaim, aSource } from "../../builders/authored.ts";
import { keyed, soundDataset } from "../../builders/dataset.ts";

const TEXT = "On the Bench, One scores 54.6%.\n\n| Model | Bench |\n|---|---|\n| One | 54.6% |\n";
const aQuote = aClaim({ quote: "One scores 54.6%" });
const aCell = aClaim({ cell: { table: "Model", row: "One", column: "Bench", text: "54.6%" } });
const aRecord = aClaim({ record: { copy: "a screenshot", seen: "by eye" } });

const verify = (
  claims: Parameters<typeof keyed>[0],
  text: string | undefined,
  texts: Record<string, string> = { "card.txt": TEXT },
) =>
  verifyEvidence(
    soundDataset({ sources: { "acme/card": aSource({ text, claims: keyed(claims) }) } }),
    new Map(Object.entries(texts)),
  );

describe("evidence against the stored texts", () => {
  test("that stands there is counted by form, and without issue", () => {
    const { issues, counts } = verify([aQuote, aQuote, aCell, aRecord], "card.txt");
    expect(issues).toEqual([]);
    expect(counts.get("acme/card")).toEqual({ quotes: 2, cells: 1, records: 1 });
  });

  test("is a fault at the claim where a quote does not stand in the text", () => {
    const { issues } = verify(
      [aQuote, aClaim({ value: "54.9", quote: "One scores 54.9%" })],
      "card.txt",
    );
    expect(issues).toMatchObject([
      {
        rule: "quote-not-found",
        written: "One scores 54.9%",
        record: "acme/card#c2",
        file: "data/sources/acme/card.yaml",
      },
    ]);
    expect(issues[0]?.message).toContain("card.txt");
  });

  test("is a fault at the claim where a cell does not resolve", () => {
    const { issues } = verify(
      [aClaim({ cell: { row: "Zero", column: "Bench", text: "54.6%" } })],
      "card.txt",
    );
    expect(issues).toMatchObject([
      { rule: "cell-not-found", written: "Zero × Bench: 54.6%", record: "acme/card#c1" },
    ]);
  });

  test.each([
    ["is not in the folder", "other.txt", /other\.txt is not in the folder/],
    ["is not named", undefined, /names no stored text/],
  ])("is one fault of the source where its text %s, never skipped", (_, text, message) => {
    const { issues, counts } = verify([aQuote, aCell], text);
    expect(issues).toMatchObject([
      { rule: "missing-file", severity: "error", message: expect.stringMatching(message) },
    ]);
    expect(counts.get("acme/card")).toEqual({ quotes: 0, cells: 0, records: 0 });
  });

  test("needs no text for what was only recorded, and says why nothing was compared", () => {
    const { issues, skipped } = verify([aRecord], undefined, {});
    expect(issues).toEqual([]);
    expect([...skipped]).toEqual([
      ["acme/card", "rests on records of copies whose text is not held"],
    ]);
    expect([...verify([aQuote], "card.txt").skipped]).toEqual([]);
  });

  test("includes the words by which a source dates itself, whatever its claims rest on", () => {
    const dated = (quote: string, text: string | undefined) =>
      verifyEvidence(
        soundDataset({
          sources: {
            "acme/card": aSource({
              text,
              "states-date": { date: "2026-01-01", quote, because: "Its first line." },
              claims: keyed([aRecord]),
            }),
          },
        }),
        new Map([["card.txt", TEXT]]),
      ).issues.map(({ rule }) => rule);
    expect(dated("On the Bench", "card.txt")).toEqual([]);
    expect(dated("On the first of January", "card.txt")).toEqual(["quote-not-found"]);
    expect(dated("On the Bench", undefined)).toEqual(["missing-file"]);
  });

  test("is verified for one source alone where that is asked", () => {
    const dataset = soundDataset({
      sources: {
        "acme/card": aSource({ text: "card.txt", claims: keyed([aQuote]) }),
        "beta/review": aSource({ text: "gone.txt", claims: keyed([aQuote]) }),
      },
    });
    const { issues, counts } = verifyEvidence(dataset, new Map([["card.txt", TEXT]]), "acme/card");
    expect(issues).toEqual([]);
    expect([...counts.keys()]).toEqual(["acme/card"]);
  });

  test("includes the words by which a document dates itself", () => {
    const dated = (quote: string) =>
      verifyEvidence(
        soundDataset({
          sources: {
            "acme/card": aSource({
              text: "card.txt",
              "states-date": { date: "2026-01-03", quote, because: "It says so." },
            }),
          },
        }),
        new Map([["card.txt", TEXT]]),
      ).issues;
    expect(dated("One scores")).toEqual([]);
    expect(dated("On the third of January")).toMatchObject([
      { rule: "quote-not-found", written: "On the third of January" },
    ]);
  });

  test("of a retired claim is verified as well, since its anchor still shows it", () => {
    const retired = aClaim({
      quote: "One scores 12%",
      value: "12",
      retired: { on: "2026-02-01", because: "It was read from another line." },
    });
    expect(verify([retired], "card.txt").issues).toHaveLength(1);
  });
});

describe("a recorded search for the words of a quotation", () => {
  const quoting = (search: Record<string, string>) =>
    aClaim({
      quote: "it says “One scores 54.6%”",
      quotation: {
        document: "the card",
        "looked-for": [
          { in: "the card", source: "acme/card", result: "not-found", on: "2026-02-01", ...search },
        ],
      },
    });
  const rulesOf = (search: Record<string, string>, text = TEXT) =>
    verifyEvidence(
      soundDataset({
        sources: {
          "acme/card": aSource({ text: "card.txt", claims: keyed([aRecord]) }),
          "beta/review": aSource({ text: "review.txt", claims: keyed([quoting(search)]) }),
        },
      }),
      new Map([
        ["card.txt", text],
        ["review.txt", "And it says “One scores 54.6%”."],
      ]),
    ).issues.map(({ rule }) => rule);

  test("is repeated where the text is at hand", () => {
    expect(rulesOf({ extent: "whole" })).toEqual(["search-differs"]);
    expect(rulesOf({ extent: "whole", result: "found" })).toEqual([]);
    expect(rulesOf({ extent: "whole" }, "Nothing of the kind.")).toEqual([]);
  });

  test("of excerpts says how much was held", () => {
    const excerpts = { extent: "excerpts" };
    expect(rulesOf({ ...excerpts, words: "3" }, "Nothing of it.")).toEqual([]);
    expect(rulesOf({ ...excerpts, words: "4" }, "Nothing of it.")).toEqual(["search-differs"]);
  });
});
