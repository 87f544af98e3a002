import { describe, expect, test } from "vitest";
import { claimIdOf } from "../../../src/core/columns/explorer.ts";
import { type ExplorerState, INITIAL_STATE } from "../../../src/core/columns/explorer-state.ts";
import { FACET_NAMES, type FacetName } from "../../../src/core/columns/facets.ts";
import { filterClaims } from "../../../src/core/columns/filter-claims.ts";
import {
  aClaim,
  aDateClaim,
  anAvailabilityClaim,
  aPriceClaim,
  aSource,
} from "../../builders/authored.ts";
import { keyed } from "../../builders/dataset.ts";
import { explorerOf } from "../../builders/explorer.ts";

const explorer = explorerOf({
  sources: {
    "acme/card": aSource({
      title: "The card",
      claims: {
        score: aClaim({ "measured-by": "acme" }),
        zero: aClaim({ subject: "acme/zero", value: "33.2" }),
        price: aPriceClaim("2.00"),
        gain: aClaim({
          measure: "difference",
          direction: "up",
          value: "21.4",
          unit: "points",
          "compared-with": "acme/zero",
        }),
      },
    }),
    "beta/review": aSource({
      title: "A review",
      published: "2026-03-01",
      accessed: "2026-03-02",
      claims: {
        score: aClaim({ value: "54.9", "measured-by": "acme" }),
        rounded: aClaim({ subject: "acme/zero", value: "33", "attributed-to": "gamma" }),
        own: aClaim({ subject: "beta/rival", value: "60", "measured-by": "beta" }),
        offered: anAvailabilityClaim("yes"),
        released: aDateClaim("2026-01-05", { "as-of": "2026-01" }),
      },
    }),
    "delta/copy": aSource({
      title: "A copy",
      repeats: [{ source: "acme/card", because: "It says so." }],
      claims: keyed([aClaim({ subject: "acme/one-mini", value: "40" })]),
    }),
  },
});

type Choice = Partial<Record<FacetName, readonly string[]>>;
const filter = (
  facets: Choice,
  rest: Partial<ExplorerState> = {},
  text: Uint8Array | null = null,
) => filterClaims(explorer, { ...INITIAL_STATE, ...rest, facets }, text);
const idsOf = (facets: Choice, rest: Partial<ExplorerState> = {}) =>
  Array.from(filter(facets, rest).rows, (row) => claimIdOf(explorer, row));
const countsOf = (facets: Choice, name: FacetName, rest: Partial<ExplorerState> = {}) => {
  const own = explorer.facets.find((facet) => facet.name === name);
  const counts = filter(facets, rest).countsOf(name);
  return Object.fromEntries(
    (own?.options ?? []).flatMap(({ id }, at) => (counts[at] ? [[id, counts[at]] as const] : [])),
  );
};

describe("what is left", () => {
  test.each<[string, Choice, readonly string[]]>([
    ["of a model", { subject: ["acme/zero"] }, ["acme/card#zero", "beta/review#rounded"]],
    [
      "of one option or another of a facet",
      { subject: ["acme/one-mini", "beta/rival"] },
      ["beta/review#own", "delta/copy#c1"],
    ],
    [
      "of one facet and another",
      { subject: ["acme/one"], source: ["acme/card"], metric: ["bench"] },
      ["acme/card#score", "acme/card#gain"],
    ],
    ["by status", { status: ["conflicts"] }, ["acme/card#score", "beta/review#score"]],
    [
      "by kind of discrepancy",
      { discrepancy: ["rounding"] },
      ["acme/card#zero", "beta/review#rounded"],
    ],
    ["by severity", { severity: ["note"] }, ["acme/card#zero", "beta/review#rounded"]],
    ["by who states it", { publisher: ["delta"] }, ["delta/copy#c1"]],
    ["by who measured it", { "measured-by": ["acme"] }, ["acme/card#score", "beta/review#score"]],
    ["by whom it is attributed to", { "attributed-to": ["gamma"] }, ["beta/review#rounded"]],
    [
      "as measured by its publisher",
      { independence: ["measured"] },
      ["acme/card#score", "beta/review#own"],
    ],
    [
      "as repeated: credited to another, unless that one prints another figure, or from a document that is repeated",
      { independence: ["repeated"] },
      ["beta/review#rounded", "delta/copy#c1"],
    ],
    ["by kind of statement", { measure: ["difference"] }, ["acme/card#gain"]],
    ["by kind of measure", { kind: ["price"] }, ["acme/card#price"]],
    ["by unit", { unit: ["points"] }, ["acme/card#gain"]],
    ["without a figure", { unit: ["none"] }, ["beta/review#offered"]],
  ])("%s", (_, facets, expected) => {
    expect(idsOf(facets)).toEqual(expected);
  });

  test.each<[string, Choice, Partial<ExplorerState>, readonly string[]]>([
    [
      "between bounds, once a benchmark says in what",
      { metric: ["bench"] },
      { from: "33.1", to: "54.6" },
      ["acme/card#score", "acme/card#zero", "delta/copy#c1"],
    ],
    [
      "in spite of bounds that nothing gives a unit to",
      { subject: ["beta/rival"] },
      { from: "1", to: "2" },
      ["beta/review#own"],
    ],
    [
      "in spite of a bound that is no figure",
      { metric: ["input-price"] },
      { from: "cheap" },
      ["acme/card#price"],
    ],
    [
      "said for a time",
      { subject: ["acme/one"], metric: ["release-date", "availability"] },
      { since: "2026-01-20", until: "2026-02-20" },
      ["beta/review#released"],
    ],
    [
      "said since a day",
      { subject: ["acme/zero"] },
      { since: "2026-03-01" },
      ["beta/review#rounded"],
    ],
    ["said until a day", { subject: ["acme/zero"] }, { until: "2026-02-28" }, ["acme/card#zero"]],
  ])("%s", (_, facets, rest, expected) => {
    expect(idsOf(facets, rest)).toEqual(expected);
  });

  test("of the words that were typed", () => {
    const text = new Uint8Array(explorer.size);
    text[1] = 1;
    text[5] = 1;
    expect([...filter({}, {}, text).rows]).toEqual([1, 5]);
    expect([...filter({ source: ["acme/card"] }, {}, text).rows]).toEqual([1]);
  });
});

describe("a count", () => {
  test("promises what choosing gives, for every option of every facet", () => {
    for (const choice of [{}, { subject: ["acme/one"] }, { status: ["rounds"] }] as Choice[])
      for (const name of FACET_NAMES.filter((own) => !(own in choice)))
        for (const [id, count] of Object.entries(countsOf(choice, name)))
          expect(idsOf({ ...choice, [name]: [id] }).length, `${name}=${id}`).toBe(count);
  });

  test("of a facet does not change by what is chosen in it", () => {
    expect(countsOf({ subject: ["acme/zero"] }, "subject")).toEqual(countsOf({}, "subject"));
    expect(countsOf({ subject: ["acme/zero"] }, "source")).toEqual({
      "acme/card": 1,
      "beta/review": 1,
    });
  });

  test("leaves out what bounds exclude, in every facet", () => {
    expect(countsOf({ metric: ["bench"] }, "metric", { from: "54.9", to: "54.9" })).toEqual({
      bench: 1,
    });
  });
});
