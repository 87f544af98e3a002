import { expect, test } from "vitest";
import { buildColumns } from "../../../src/core/columns/columns.ts";
import { formatExplorerState } from "../../../src/core/columns/explorer-state.ts";
import { explorerStateFor, isWhollyIn } from "../../../src/core/columns/search-address.ts";
import { createClaimSearch } from "../../../src/core/columns/search-claims.ts";
import { aClaim, aPriceClaim, aSource } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

const columns = buildColumns(
  analysisOf({
    sources: {
      "acme/card": aSource({
        claims: {
          score: aClaim({ value: "54.6" }),
          price: aPriceClaim("0.12"),
          maker: aClaim({ subject: "acme", metric: "bench-hard", value: "20–24" }),
        },
      }),
      "beta/review": aSource({ claims: { score: aClaim({ value: "60" }) } }),
    },
  }),
  { valueText: (id) => id, particulars: () => "" },
);
const search = createClaimSearch(columns);

const addressOf = (query: string) => {
  const state = explorerStateFor(columns, search(query));
  return state && formatExplorerState(state);
};

test.each([
  ["names", "One Bench", "?metric=bench&subject=acme/one"],
  ["a source by its publisher", "Beta Bench", "?metric=bench&source=beta/review"],
  ["a publisher that is also a subject: what it publishes", "Acme", "?source=acme/card"],
  ["a kind of discrepancy", "value conflicts", "?discrepancy=value-conflict"],
  ["a figure in the unit of its claims", "54.6", "?unit=percent&from=54.6&to=54.6"],
  ["a figure in a unit that was meant", "$0.12", "?unit=usd-per-million-tokens&from=0.12&to=0.12"],
  ["a figure and a name", "bench 60", "?metric=bench&unit=percent&from=60&to=60"],
  ["a figure that nobody states: nothing", "99.9", null],
  ["a range: nothing, since bounds are single figures", "20–24", null],
  ["what means nothing: nothing", "xyzzy", null],
])("%s", (_, query, address) => {
  expect(addressOf(query)).toBe(address);
});

test("the explorer shows the very claims found, unless a name means either of two kinds", () => {
  expect(isWhollyIn(search("One Bench"))).toBe(true);
  expect(isWhollyIn(search("Acme"))).toBe(false);
  expect(isWhollyIn(search("54.6"))).toBe(false);
});
