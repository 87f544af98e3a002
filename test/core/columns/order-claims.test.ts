import { describe, expect, test } from "vitest";
import {
  figureTextOf,
  type Grouping,
  type SortColumn,
} from "../../../src/core/columns/explorer.ts";
import { groupClaims, orderClaims } from "../../../src/core/columns/order-claims.ts";
import { aClaim, anAvailabilityClaim, aPriceClaim, aSource } from "../../builders/authored.ts";
import { keyed } from "../../builders/dataset.ts";
import { explorerOf } from "../../builders/explorer.ts";

const explorer = explorerOf({
  sources: {
    "acme/card": aSource({
      title: "Zebra",
      claims: keyed([
        aClaim({ value: "55" }),
        anAvailabilityClaim("yes"),
        aClaim({ subject: "acme/zero", value: "9.5" }),
      ]),
    }),
    "beta/review": aSource({
      title: "A review",
      published: "2025-12-01",
      claims: keyed([aClaim({ value: "54.9" }), aPriceClaim("2"), aClaim({ value: "54.6" })]),
    }),
  },
});
const all = Int32Array.from({ length: explorer.size }, (_, row) => row);
const order = (column: SortColumn | null, isDescending = false, group: Grouping | null = null) =>
  Array.from(
    orderClaims(explorer, all, { sort: column && { column, isDescending }, group }),
    (row) => figureTextOf(explorer, row),
  );

describe("claims are ordered", () => {
  test("as in the dataset, where nothing is chosen", () => {
    expect(order(null)).toEqual(["55%", "yes", "9.5%", "54.9%", "$2", "54.6%"]);
  });

  test("by figure within a unit, with what has none last, up and down", () => {
    expect(order("figure")).toEqual(["9.5%", "54.6%", "54.9%", "55%", "$2", "yes"]);
    expect(order("figure", true)).toEqual(["$2", "55%", "54.9%", "54.6%", "9.5%", "yes"]);
  });

  test("by the words that are shown, and among equals as in the dataset", () => {
    expect(order("subject")).toEqual(["55%", "yes", "54.9%", "$2", "54.6%", "9.5%"]);
    expect(order("metric")).toEqual(["yes", "55%", "9.5%", "54.9%", "54.6%", "$2"]);
  });

  test("by publisher and title", () => {
    expect(order("source", true)).toEqual(["54.9%", "$2", "54.6%", "55%", "yes", "9.5%"]);
  });

  test("by the time for which they are said", () => {
    expect(order("date")).toEqual(["54.9%", "$2", "54.6%", "55%", "yes", "9.5%"]);
  });

  test("by status in the order that readers meet everywhere", () => {
    expect(order("status").slice(0, 3)).toEqual(["yes", "9.5%", "$2"]);
  });
});

describe("groups", () => {
  const groups = (group: Grouping, start = 0, end = explorer.size) =>
    groupClaims(
      explorer,
      orderClaims(explorer, all, { sort: { column: "figure", isDescending: false }, group }),
      group,
      start,
      end,
    ).map(({ rows, size }) => [Array.from(rows, (row) => figureTextOf(explorer, row)), size]);

  test("hold the claims of one fact, sorted within", () => {
    expect(groups("fact")).toEqual([
      [["yes"], 1],
      [["54.6%", "54.9%", "55%"], 3],
      [["$2"], 1],
      [["9.5%"], 1],
    ]);
  });

  test("hold the claims of one source, or of one benchmark", () => {
    expect(groups("source")).toEqual([
      [["9.5%", "55%", "yes"], 3],
      [["54.6%", "54.9%", "$2"], 3],
    ]);
    expect(groups("metric").map(([, size]) => size)).toEqual([1, 4, 1]);
  });

  test("that a page cuts say how large they are as a whole", () => {
    expect(groups("fact", 2, 5)).toEqual([
      [["54.9%", "55%"], 3],
      [["$2"], 1],
    ]);
  });
});
