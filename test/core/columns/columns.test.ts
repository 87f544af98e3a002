import { expect, test } from "vitest";
import { buildColumns } from "../../../src/core/columns/columns.ts";
import { aClaim, anAvailabilityClaim, aPriceClaim, aSubject } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

const columnsOf = (sources: NonNullable<Parameters<typeof analysisOf>[0]>["sources"]) =>
  buildColumns(
    analysisOf({
      subjects: { "acme/one": aSubject({ aliases: [{ name: "Uno", kind: "spelling" }] }) },
      ...(sources && { sources }),
    }),
    { valueText: (id) => `text of ${id}`, particulars: (id) => `particulars of ${id}` },
  );

test("every column has an entry for each live claim, in the order of the dataset", () => {
  const { claims } = columnsOf({
    "beta/review": [
      aClaim(),
      aClaim({ value: "55", retired: { on: "2026-02-02", because: "It was a slip." } }),
    ],
    "acme/card": [aClaim(), aPriceClaim("2")],
  });
  expect(claims.key).toEqual(["c1", "c2", "c1"]);
  for (const [name, column] of Object.entries(claims)) expect(column, name).toHaveLength(3);
});

test("records are listed once, with every name, the canonical one first", () => {
  const columns = columnsOf({
    "acme/card": [aClaim(), aClaim({ metric: "bench-hard" })],
    "beta/review": [aClaim()],
  });
  expect(columns.subjects).toEqual([{ id: "acme/one", names: ["One", "Uno"] }]);
  expect(columns.metrics.map(({ id }) => id)).toEqual(["bench", "bench-hard"]);
  expect(columns.sources).toEqual([
    { id: "acme/card", publisher: "Acme", names: ["A document", "Acme"] },
    { id: "beta/review", publisher: "Beta", names: ["A document", "Beta"] },
  ]);
  expect(columns.claims).toMatchObject({
    subject: [0, 0, 0],
    metric: [0, 1, 0],
    source: [0, 0, 1],
  });
});

test.each([
  ["a figure as printed", aClaim({ value: "54.60" }), { value: "54.60", unit: "percent" }],
  [
    "a listed price, which is exact",
    aPriceClaim("2"),
    { value: "2", unit: "usd-per-million-tokens", listed: 1 },
  ],
  [
    "a described price, which is not",
    aPriceClaim("2", { qualifier: "about" }),
    { qualifier: "about", listed: 0 },
  ],
  [
    "an answer without a unit to read it in",
    anAvailabilityClaim("no"),
    { value: "no", unit: null },
  ],
  [
    "a price that is not to be had, likewise",
    aPriceClaim("not-available", { quote: "not sold" }),
    { value: "not-available", unit: null },
  ],
  [
    "a relation in words",
    aClaim({
      measure: "relation",
      relation: "beats",
      value: undefined,
      "compared-with": "acme/zero",
    }),
    { value: "text of acme/card#c1", unit: null },
  ],
  [
    "a difference with its direction",
    aClaim({ measure: "difference", direction: "down", "compared-with": "acme/zero", value: "3" }),
    { direction: -1, unit: "points" },
  ],
  [
    "a level without",
    aClaim(),
    { direction: 0, qualifier: null, status: "single", particulars: "particulars of acme/card#c1" },
  ],
])("a claim gives %s", (_, claim, expected) => {
  const { claims, units, qualifiers, statuses } = columnsOf({ "acme/card": [claim] });
  const row = {
    value: claims.value[0],
    unit: units[claims.unit[0] ?? -1] ?? null,
    qualifier: qualifiers[claims.qualifier[0] ?? -1] ?? null,
    status: statuses[claims.status[0] ?? -1],
    direction: claims.direction[0],
    listed: claims.listed[0],
    particulars: claims.particulars[0],
  };
  expect(row).toMatchObject(expected);
});

test("the columns know which dataset they were made from", () => {
  const one = columnsOf({ "acme/card": [aClaim()] });
  expect(columnsOf({ "acme/card": [aClaim()] }).hash).toBe(one.hash);
  expect(columnsOf({ "acme/card": [aClaim({ value: "55" })] }).hash).not.toBe(one.hash);
});

test("discrepancies point to their kind and to their claims, metrics to their family", () => {
  const { claims, discrepancies, families, kinds, metrics } = columnsOf({
    "acme/card": [aClaim({ metric: "bench-hard", value: "7" }), aClaim({ value: "54.6" })],
    "beta/review": [aClaim({ value: "60" })],
  });
  expect(discrepancies.claims).toEqual([[1, 2]]);
  expect(kinds[discrepancies.kind[0] ?? -1]).toEqual({
    id: "value-conflict",
    title: "Value conflict",
    isConflict: true,
  });
  expect(discrepancies.of).toEqual(["acme/one/bench"]);
  expect(discrepancies.severity).toEqual(["major"]);
  expect(metrics.every(({ family }) => families[family] !== undefined)).toBe(true);
  expect(claims.key).toHaveLength(3);
});
