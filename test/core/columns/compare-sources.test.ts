import { describe, expect, test } from "vitest";
import {
  comparedSources,
  compareSources,
  pairsInCommon,
} from "../../../src/core/columns/compare-sources.ts";
import { factIdOf, figureTextOf } from "../../../src/core/columns/explorer.ts";
import { INITIAL_STATE } from "../../../src/core/columns/explorer-state.ts";
import { filterClaims } from "../../../src/core/columns/filter-claims.ts";
import { aClaim, aPriceClaim } from "../../builders/authored.ts";
import { explorerOf } from "../../builders/explorer.ts";

const explorer = explorerOf({
  sources: {
    "acme/card": [aClaim(), aPriceClaim("2"), aClaim({ subject: "acme/zero", value: "33" })],
    "beta/review": [aClaim({ value: "54.9" }), aClaim({ value: "55" }), aPriceClaim("2.00")],
    "gamma/note": [aClaim({ subject: "acme/zero", value: "33.2" })],
  },
});

const compare = (
  source: readonly string[],
  isSharedOnly = false,
  facets: Readonly<Record<string, readonly string[]>> = {},
) => {
  const state = { ...INITIAL_STATE, facets: { source, ...facets } };
  const { rows } = filterClaims(explorer, state, null);
  return compareSources(explorer, rows, comparedSources(explorer, state), isSharedOnly).map(
    ({ fact, answers }) => [
      factIdOf(explorer, fact),
      ...answers.map((cell) => cell.map((row) => figureTextOf(explorer, row)).join(", ")),
    ],
  );
};

describe("sources side by side", () => {
  test("have a row for each fact that one of them answers, and an empty cell where one is silent", () => {
    expect(compare(["acme/card", "beta/review"])).toEqual([
      ["acme/one/bench", "54.6%", "54.9%, 55%"],
      ["acme/one/input-price", "$2", "$2.00"],
      ["acme/zero/bench", "33%", ""],
    ]);
  });

  test("stand in the order in which they were chosen", () => {
    expect(compare(["gamma/note", "acme/card"])[2]).toEqual(["acme/zero/bench", "33.2%", "33%"]);
  });

  test("may be held to the facts that two or more answer", () => {
    expect(compare(["acme/card", "gamma/note"], true)).toEqual([
      ["acme/zero/bench", "33%", "33.2%"],
    ]);
  });

  test("are filtered by fact: what a filter hides is not silence", () => {
    expect(
      compare(["acme/card", "beta/review"], false, { publisher: ["acme"], metric: ["bench"] }),
    ).toEqual([
      ["acme/one/bench", "54.6%", "54.9%, 55%"],
      ["acme/zero/bench", "33%", ""],
    ]);
  });
});

test("pairs with most facts in common are proposed first", () => {
  const all = Int32Array.from({ length: explorer.size }, (_, row) => row);
  const idOf = (position: number) => explorer.columns.sources[position]?.id;
  expect(
    pairsInCommon(explorer, all, 2).map(({ sources, shared }) => [...sources.map(idOf), shared]),
  ).toEqual([
    ["acme/card", "beta/review", 2],
    ["acme/card", "gamma/note", 1],
  ]);
});
