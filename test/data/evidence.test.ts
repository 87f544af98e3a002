import { describe, expect, test } from "vitest";
import { countWords, LONGEST_QUOTE } from "../../src/core/dataset/claim-resolution.ts";
import { verifyEvidence } from "../../src/core/evidence/verify.ts";
import { isReadableIn } from "../../src/core/quantity/written.ts";
import { formatPlace } from "../../src/core/report/issue.ts";
import { dataset, texts, textsFolder } from "./live-dataset.ts";

const sources = [...dataset.sources.values()];
const claims = sources.flatMap((source) => source.claims);

/** How many claims of each source rest on which form of evidence, for whoever reads the test's output. */
function countsPerSource(): string {
  const lines = sources.map(({ id, claims: stated }) => {
    const count = (form: string) => stated.filter(({ evidence }) => evidence.form === form).length;
    return `  ${id}: ${count("quote")} quotes, ${count("cell")} cells, ${count("record")} records`;
  });
  return lines.join("\n");
}

test("every quote stands in its source's text and every cell resolves, as far as this machine can tell", () => {
  if (texts === null) {
    console.log(
      `The folder ${textsFolder} is not there: quotes and cells are NOT compared with their texts here, only among themselves.\n${countsPerSource()}`,
    );
  } else {
    console.log(
      `Quotes and cells compared with the texts in ${textsFolder}:\n${countsPerSource()}`,
    );
    const { issues, counts } = verifyEvidence(dataset, texts);
    expect(issues.map((issue) => `${formatPlace(issue)} ${issue.rule}: ${issue.written}`)).toEqual(
      [],
    );
    expect([...counts.keys()]).toEqual(sources.map(({ id }) => id));
  }
  // What needs no text: whatever claims to stand in one names it.
  const unnamed = sources.filter(
    (source) =>
      source.text === null && source.claims.some(({ evidence }) => evidence.form !== "record"),
  );
  expect(unnamed.map(({ id }) => id)).toEqual([]);
});

describe("whether or not the texts are there", () => {
  test(`no quote is longer than ${LONGEST_QUOTE} words`, () => {
    const long = claims.filter(
      ({ evidence }) => evidence.form === "quote" && countWords(evidence.quote) > LONGEST_QUOTE,
    );
    expect(long.map(({ id }) => id)).toEqual([]);
  });

  test("every value can be read out of its own words or cell, unless the claim says how a date is inferred", () => {
    const unreadable = claims.filter(({ quantity, evidence, binding }) => {
      if (quantity === null || evidence.form === "record") return false;
      if (quantity.kind === "date" && binding.kind === "inferred") return false;
      return !isReadableIn(quantity, evidence.form === "quote" ? evidence.quote : evidence.text);
    });
    expect(unreadable.map(({ id }) => id)).toEqual([]);
  });

  test("the founding documents rest on words and cells alone", () => {
    const recorded = sources
      .filter(({ text }) => text !== null)
      .flatMap((source) => source.claims.filter(({ evidence }) => evidence.form === "record"));
    expect(recorded.map(({ id }) => id)).toEqual([]);
  });

  test("no text belongs to two sources", () => {
    const named = sources.map(({ text }) => text).filter((text) => text !== null);
    expect(new Set(named).size).toBe(named.length);
  });
});
