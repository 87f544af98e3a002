import { describe, expect, test } from "vitest";
import { authoredSource } from "../../../src/core/schema/source.ts";
import { aClaim, aSource } from "../../builders/authored.ts";

const faultsOf = (source: unknown): string[] =>
  authoredSource
    .safeParse(source)
    .error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
const bound = (date: string) => ({ date, because: "It says so." });

describe("a source is accepted", () => {
  test.each([
    ["with the day of publication", aSource()],
    [
      "undated, between two days with their reasons",
      aSource({
        published: undefined,
        "not-before": bound("2026-01-01"),
        "not-after": bound("2026-02-01"),
      }),
    ],
    [
      "whose text dates itself",
      aSource({
        "states-date": {
          date: "2026-01-03",
          quote: "as of the third",
          because: "It is of January.",
        },
      }),
    ],
    [
      "between two equal days",
      aSource({
        published: undefined,
        "not-before": bound("2026-01-01"),
        "not-after": bound("2026-01-01"),
      }),
    ],
    ["with claims by key", aSource({ claims: { "one-4.1-bench": aClaim() } })],
  ])("%s", (_, source) => {
    expect(faultsOf(source)).toEqual([]);
  });
});

describe("a source is refused", () => {
  test.each([
    ["without an address", aSource({ url: undefined }), /^url: /],
    ["with an address that is none", aSource({ url: "example.com" }), /^url: is not an absolute/],
    ["without any date", aSource({ published: undefined }), /has no date/],
    [
      "with only one of two bounds",
      aSource({ published: undefined, "not-before": bound("2026-01-01") }),
      /has no date/,
    ],
    [
      "between days the wrong way round",
      aSource({
        published: undefined,
        "not-before": bound("2026-02-01"),
        "not-after": bound("2026-01-01"),
      }),
      /lies before not-before \(2026-02-01\)/,
    ],
    [
      "published on a day that is none",
      aSource({ published: "2026-02-30" }),
      /is not a day of the calendar/,
    ],
    [
      "whose text dates itself without words",
      aSource({ "states-date": { date: "2026-01-03", because: "It is of January." } }),
      /^states-date\.quote: /,
    ],
    ["without claims", aSource({ claims: undefined }), /^claims: /],
    [
      "with a key that cannot be an anchor",
      aSource({ claims: { "Bench One": aClaim() } }),
      /^claims\.Bench One: /,
    ],
    ["with an unknown kind", aSource({ kind: "rumour" }), /^kind: /],
    ["with a grade or any other unknown field", aSource({ trust: "high" }), /trust/],
  ])("%s", (_, source, message) => {
    expect(faultsOf(source)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });
});
