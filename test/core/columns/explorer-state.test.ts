import { describe, expect, test } from "vitest";
import {
  type ExplorerState,
  formatExplorerState,
  INITIAL_STATE,
  parseExplorerState,
  rangeUnitOf,
  toggleOption,
} from "../../../src/core/columns/explorer-state.ts";
import { aClaim, aPriceClaim } from "../../builders/authored.ts";
import { explorerOf } from "../../builders/explorer.ts";

const explorer = explorerOf({
  sources: {
    "acme/card": [
      aClaim(),
      aClaim({ subject: "acme/zero", value: "33" }),
      aPriceClaim("2"),
      aPriceClaim("3", { metric: "blended-price" }),
      aClaim({ metric: "latency", value: "3" }),
      aClaim({ metric: "latency", value: "900", unit: "milliseconds" }),
    ],
  },
});
const parse = (query: string) => parseExplorerState(new URLSearchParams(query), explorer);

const STATES: readonly [string, Partial<ExplorerState>, string][] = [
  ["nothing", {}, ""],
  [
    "several values of a facet",
    { facets: { subject: ["acme/one", "acme/zero"] } },
    "?subject=acme/one,acme/zero",
  ],
  ["a status of two words", { facets: { status: ["single"] } }, "?status=single"],
  ["words", { text: "54.6% & more" }, "?q=54.6%25%20%26%20more"],
  ["bounds", { from: "$0.10", to: "2" }, "?from=%240.10&to=2"],
  ["days", { since: "2025-04-14", until: "2025-05-01" }, "?since=2025-04-14&until=2025-05-01"],
  ["a sorting", { sort: { column: "figure", isDescending: true } }, "?sort=-figure"],
  ["a grouping", { group: "fact" }, "?group=fact"],
  [
    "a comparison",
    { isComparison: true, isSharedOnly: true, facets: { source: ["acme/card"] } },
    "?source=acme/card&view=side-by-side&facts=shared",
  ],
  ["a density and a page", { isCompact: true, page: 3 }, "?density=compact&page=3"],
];

test.each(STATES)("%s stands in the address, readably, and is read back", (_, part, query) => {
  const state = { ...INITIAL_STATE, ...part };
  expect(formatExplorerState(state)).toBe(query);
  expect(parse(query)).toEqual(state);
});

test.each([
  "?subject=acme/none",
  "?colour=red",
  "?sort=colour",
  "?group=colour",
  "?view=upside-down",
  "?since=2025-13-01",
  "?page=0",
  "?page=-1",
  "?page=1e9",
])("%s says nothing that the explorer knows, and is passed over", (query) => {
  expect(parse(query)).toEqual(INITIAL_STATE);
});

test("a facet may be repeated in the address, and its known values count", () => {
  expect(parse("?subject=acme/one&subject=acme/none,acme/zero,acme/one").facets).toEqual({
    subject: ["acme/one", "acme/zero"],
  });
});

test("an option is added and taken out, and the first page is shown again", () => {
  const one = toggleOption({ ...INITIAL_STATE, page: 4 }, "subject", "acme/one", true);
  expect(one).toEqual({ ...INITIAL_STATE, facets: { subject: ["acme/one"] } });
  const two = toggleOption(one, "subject", "acme/zero", true);
  expect(two.facets).toEqual({ subject: ["acme/one", "acme/zero"] });
  expect(toggleOption(two, "subject", "acme/one", false).facets).toEqual({
    subject: ["acme/zero"],
  });
  expect(toggleOption(one, "subject", "acme/one", false)).toEqual(INITIAL_STATE);
});

describe("bounds are meant", () => {
  test.each([
    ["in nothing, where nothing is chosen", {}, null],
    ["in the unit of a benchmark", { metric: ["bench"] }, "percent"],
    [
      "in the unit that several measures share",
      { metric: ["input-price", "blended-price"] },
      "usd-per-million-tokens",
    ],
    ["in nothing, where measures differ in kind", { metric: ["bench", "input-price"] }, null],
    ["in the unit that is chosen", { unit: ["seconds"] }, "seconds"],
    [
      "in the first of units that convert into one another",
      { unit: ["milliseconds", "seconds"] },
      "milliseconds",
    ],
    ["in nothing, where units differ", { unit: ["percent", "seconds"] }, null],
    ["in nothing, where what has no figure is chosen", { unit: ["none"] }, null],
    [
      "in the chosen unit before that of the benchmark",
      { metric: ["bench"], unit: ["seconds"] },
      "seconds",
    ],
  ] as const)("%s", (_, facets, unit) => {
    expect(rangeUnitOf({ ...INITIAL_STATE, facets }, explorer)).toBe(unit);
  });
});
