import { describe, expect, test } from "vitest";
import {
  claimLists,
  claimWords,
  explorerColumns,
  openedClaims,
} from "../../../src/site/views/explorer.ts";
import { aClaim, aPriceClaim, aSource, aSubject } from "../../builders/authored.ts";
import { analysisOf, keyed } from "../../builders/dataset.ts";

const analysis = analysisOf({
  subjects: { "acme/one": aSubject({ aliases: [{ name: "Uno", kind: "spelling" }] }) },
  sources: {
    "acme/card": aSource({
      title: "The card",
      claims: keyed([
        aClaim({ quote: "reaches 54.6 here", "measured-by": "acme", "attributed-to": "gamma" }),
        aClaim({ subject: "acme/zero", value: "33.2", quote: "reaches 54.6 and 33.2 here" }),
        aClaim({ value: "54.8", retired: { on: "2026-02-02", because: "It was a slip." } }),
        aPriceClaim("2.00", {
          quote: undefined,
          cell: { row: "Input", column: "One", text: "$2.00" },
          "as-written": { subject: "Uno" },
        }),
      ]),
    }),
    "beta/review": aSource({
      title: "A review",
      claims: keyed([
        aClaim({
          value: "54.9",
          quote: undefined,
          record: { copy: "an archive", seen: "54.9 in a chart" },
        }),
        aClaim({ subject: "acme/zero", value: "33.2", quote: "reaches 54.6 and 33.2 here" }),
      ]),
    }),
  },
});

test("the words of all claims hold each text once, in the order of the claims", () => {
  const { hash, texts, text } = claimWords(analysis);
  expect(hash).toBe(explorerColumns(analysis).hash);
  expect(text.map((position) => texts[position])).toEqual([
    "reaches 54.6 here",
    "reaches 54.6 and 33.2 here",
    "Input One $2.00 Uno",
    "54.9 in a chart",
    "reaches 54.6 and 33.2 here",
  ]);
  expect(texts).toHaveLength(4);
});

test("an opened claim shows its evidence, its place and who is behind it", () => {
  const opened = openedClaims(analysis, "acme/card");
  expect(Object.keys(opened)).toEqual(["c1", "c2", "c4"]);
  expect(opened.c1).toEqual({
    evidence: { form: "quote", quote: "reaches 54.6 here" },
    where: "Results, paragraph 1",
    deepLink: "https://example.com/document#:~:text=reaches%2054.6%20here",
    notes: ["Measured by Acme.", "Attributed to Gamma."],
  });
  expect(opened.c4).toMatchObject({ deepLink: null, notes: ["As written: subject “Uno”."] });
});

describe("without a script", () => {
  const lists = claimLists(analysis);
  test("there is a way to the claims by source, model, benchmark and other measure, the most first", () => {
    expect(lists.claims).toBe(5);
    expect(
      lists.sources.map(({ publisher, text, path, count }) => [publisher, text, path, count]),
    ).toEqual([
      ["Acme", "The card", "/sources/acme/card/", 3],
      ["Beta", "A review", "/sources/beta/review/", 2],
    ]);
    expect(lists.subjects.map(({ path, count }) => [path, count])).toEqual([
      ["/models/acme/one/", 3],
      ["/models/acme/zero/", 2],
    ]);
    expect(lists.scores.map(({ text, count }) => [text, count])).toEqual([["Bench", 4]]);
    expect(lists.otherMetrics.map(({ path }) => path)).toEqual(["/benchmarks/input-price/"]);
  });

  test("every list of claims holds each once", () => {
    for (const list of [lists.sources, lists.subjects, [...lists.scores, ...lists.otherMetrics]])
      expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(lists.claims);
  });

  test("there is a way by kind of discrepancy, those without any included", () => {
    expect(lists.kinds.find(({ path }) => path.endsWith("/value-conflict/"))?.count).toBe(1);
    expect(lists.kinds.some(({ count }) => count === 0)).toBe(true);
  });
});
