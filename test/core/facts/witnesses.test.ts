import { describe, expect, test } from "vitest";
import { aClaim, aSource } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const of = (published: string, claim: AuthoredFields) =>
  aSource({ published, claims: keyed([claim]) });
const primary = { "acme/card": [aClaim({ "measured-by": "acme" })] };

function conflictOf(sources: NonNullable<DatasetParts["sources"]>) {
  const found = analysisOf({ sources }).discrepancies.get("value-conflict/acme/one/bench");
  if (!found) throw new Error("There is no conflict.");
  return {
    witnesses: found.witnesses,
    shared: found.sharedErrors.map(({ claims, publishers, counted }) => ({
      claims: claims.map(({ id }) => id),
      publishers,
      counted,
    })),
  };
}

test("two sources that print the same wrong figure are one witness: the earlier one", () => {
  const wrong = aClaim({ value: "53.7" });
  expect(
    conflictOf({
      ...primary,
      "beta/review": of("2026-01-03", wrong),
      "gamma/digest": of("2026-01-02", wrong),
    }),
  ).toEqual({
    witnesses: ["acme", "gamma"],
    shared: [
      {
        claims: ["beta/review#c1", "gamma/digest#c1"],
        publishers: ["beta", "gamma"],
        counted: "gamma",
      },
    ],
  });
});

test("a shared error takes no witness from whoever has a figure of its own beside it", () => {
  const wrong = aClaim({ value: "53.7" });
  const board = aSource({ published: "2026-01-03", claims: keyed([wrong, aClaim()]) });
  expect(
    conflictOf({ ...primary, "beta/review": of("2026-01-02", wrong), "gamma/board": board }),
  ).toEqual({
    witnesses: ["acme", "beta", "gamma"],
    shared: [
      {
        claims: ["beta/review#c1", "gamma/board#c1"],
        publishers: ["beta", "gamma"],
        counted: "beta",
      },
    ],
  });
});

test("a shared error is that of those who print it, though they credit it to the primary", () => {
  const credited = aClaim({ value: "53.7", "attributed-to": "acme" });
  expect(
    conflictOf({
      ...primary,
      "beta/review": of("2026-01-02", credited),
      "gamma/digest": of("2026-01-03", aClaim({ value: "53.7" })),
    }),
  ).toEqual({
    witnesses: ["acme", "beta"],
    shared: [
      {
        claims: ["beta/review#c1", "gamma/digest#c1"],
        publishers: ["beta", "gamma"],
        counted: "beta",
      },
    ],
  });
});

describe("a shared figure betrays nothing", () => {
  const [beta, gamma] = ["beta/review", "gamma/digest"];
  const both = (value: string, other = value) => ({
    [beta]: [aClaim({ value })],
    [gamma]: [aClaim({ value: other })],
  });
  test.each<[string, NonNullable<DatasetParts["sources"]>, readonly string[]]>([
    [
      "that is round, and so hit upon by chance",
      { ...primary, ...both("60") },
      ["acme", "beta", "gamma"],
    ],
    [
      "of few digits, whatever its zeros",
      { ...primary, ...both("0.120") },
      ["acme", "beta", "gamma"],
    ],
    ["that is not the same", { ...primary, ...both("53.7", "53.8") }, ["acme", "beta", "gamma"]],
    [
      "that a third prints as well",
      { ...primary, ...both("53.7"), "delta/board": [aClaim({ value: "53.7" })] },
      ["acme", "beta", "delta", "gamma"],
    ],
    [
      "where no primary says which figure is wrong",
      { ...both("53.7"), "delta/board": [aClaim()] },
      ["beta", "delta", "gamma"],
    ],
    [
      "by sources of one origin",
      {
        ...primary,
        [beta]: [aClaim({ value: "53.7" })],
        [gamma]: [aClaim({ value: "53.7", "attributed-to": "beta" })],
      },
      ["acme", "beta"],
    ],
  ])("%s", (_, sources, witnesses) => {
    expect(conflictOf(sources)).toEqual({ witnesses, shared: [] });
  });
});
