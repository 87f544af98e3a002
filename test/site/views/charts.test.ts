import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AuthoredChart } from "../../../src/core/lint/prose/chart-front-matter.ts";
import { chartFrontMatter } from "../../../src/core/lint/prose/chart-front-matter.ts";
import { intervalContains } from "../../../src/core/quantity/interval.ts";
import type {
  BarsDefinition,
  ChartPoint,
  MatrixDefinition,
  ScatterDefinition,
  ScatterPoint,
  ValuesDefinition,
} from "../../../src/site/figures/chart-definition.ts";
import { chartTable } from "../../../src/site/figures/chart-table.ts";
import { chartCsv } from "../../../src/site/views/chart-export.ts";
import { frontierOf } from "../../../src/site/views/chart-scatter.ts";
import { chartView } from "../../../src/site/views/charts.ts";
import { aClaim, aPriceClaim } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

const link = (path: string) => `/base${path}`;
const head = { title: "A chart", summary: "What it shows.", order: 1 };

function draw<Definition>(parts: DatasetParts, fields: object): Definition {
  const authored: AuthoredChart = chartFrontMatter.parse({ ...head, ...fields });
  return chartView(analysisOf(parts), "mine", authored, link).definition as Definition;
}

const parts: DatasetParts = {
  sources: {
    "acme/card": [
      aClaim({ "measured-by": "acme" }),
      aClaim({ subject: "acme/zero", value: "33.2" }),
      aClaim({ value: "61", conditions: { subset: "easy" } }),
      aClaim({ metric: "bench-hard", value: "12" }),
      aClaim({ metric: "bench-hard", subject: "acme/zero", value: "not-reported" }),
      aPriceClaim("2"),
      aPriceClaim("10", { subject: "acme/zero" }),
    ],
    "beta/review": [aClaim({ value: "54.9" }), aPriceClaim("2.00")],
    "gamma/digest": [aClaim({ value: "55" })],
  },
};

describe("a chart of figures", () => {
  const fields = { form: "values", metrics: ["bench", "bench-hard"], shows: "sources" };
  const definition = draw<ValuesDefinition>(parts, fields);

  test("has a section for each metric and setting, and says whose figure is missing", () => {
    expect(definition.groups.map(({ section, label }) => [section, label])).toEqual([
      ["Bench", "One"],
      ["Bench", "Zero"],
      ["Bench, subset easy", "One"],
      ["Bench Hard", "One"],
    ]);
    expect(definition.notes).toEqual(["Bench Hard, no figure for Zero (Acme: not reported)."]);
  });

  test("draws each point at the value of the claim to which it leads", () => {
    const { claims } = analysisOf(parts).dataset;
    const points = definition.groups.flatMap((group) => group.points);
    expect(points).toHaveLength(6);
    for (const point of points) {
      const [, source = "", key = ""] = /\/sources\/(.+)\/#(.+)$/.exec(point.href ?? "") ?? [];
      const claim = claims.get(`${source}#${key}`);
      expect(claim?.interval && intervalContains(claim.interval, point.value)).toBe(true);
      expect(point.valueText).toBe(`${claim?.quantity?.printed}%`);
    }
  });

  test("begins at zero, or where it is told and the label tells", () => {
    expect(definition.axis).toMatchObject({ from: "0", label: "Percent, axis from 0%" });
    const cut = draw<ValuesDefinition>(parts, { ...fields, metrics: ["bench"], from: "30" });
    expect(cut.axis).toMatchObject({ from: "30", label: "Bench, percent, axis from 30%" });
  });

  test("refuses a baseline above a figure, and metrics of different units", () => {
    expect(() => draw(parts, { ...fields, from: "20" })).toThrow("begins above 12%");
    expect(() => draw(parts, { ...fields, metrics: ["bench", "input-price"] })).toThrow("one unit");
  });

  test("with what stands alone, names who states something else", () => {
    const { groups } = draw<ValuesDefinition>(parts, { ...fields, shows: "standing" });
    expect(groups[0]?.points).toEqual([
      expect.objectContaining({ valueText: "54.6%", breakNote: "Beta states 54.9%" }),
    ]);
  });

  test("takes subjects in the order named, and keeps the conditions wanted", () => {
    const { groups } = draw<ValuesDefinition>(parts, {
      ...fields,
      subjects: ["acme/zero", "acme/one"],
      keep: { subset: ["hard"] },
    });
    expect(groups.map(({ section, label }) => `${section} ${label}`)).toEqual([
      "Bench Zero",
      "Bench One",
      "Bench Hard One",
    ]);
  });

  test("lays the values of a condition in rows, in their sequence, each with its name", () => {
    const { groups } = draw<ValuesDefinition>(
      {
        sources: {
          "acme/card": [
            aClaim({ value: "50", conditions: { subset: "long" } }),
            aClaim({ value: "80", conditions: { subset: "short" } }),
          ],
        },
      },
      { ...fields, metrics: ["bench"], rows: "subset", sequence: ["short", "long"] },
    );
    expect(groups.map(({ points }) => points.map(({ label }) => label))).toEqual([
      ["short, Acme", "long, Acme"],
    ]);
  });
});

describe("a chart of one metric against another", () => {
  const fields = {
    form: "against",
    horizontal: "input-price",
    vertical: "bench",
    line: "frontier",
  };
  const definition = draw<ScatterDefinition>(parts, fields);

  test("puts each model at the figures that stand, and leaves settings of their own off the line", () => {
    expect(
      definition.points.map(({ label, horizontal, vertical, setting }) => [
        label,
        horizontal.value,
        vertical.value,
        setting,
      ]),
    ).toEqual([
      ["One", "2", "54.6", null],
      ["One", "2", "61", "subset easy"],
      ["Zero", "10", "33.2", null],
    ]);
    expect(definition.frontier).toEqual([0]);
  });

  test("says who is missing for want of the other figure", () => {
    const { points, notes } = draw<ScatterDefinition>(
      { sources: { "acme/card": [aClaim()] } },
      fields,
    );
    expect([points.length, notes]).toEqual([
      0,
      ["Not drawn, since no source in the ledger states input price for it: One."],
    ]);
  });
});

test("no point of a frontier is beaten by another, and every other one is", () => {
  const figure = (value: number): ChartPoint => ({
    label: "Maker",
    valueText: "",
    value: String(value),
    low: null,
    high: null,
    role: "standing",
    href: null,
  });
  const points = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.boolean()),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(points, (all) => {
      const drawn = all.map(
        ([price, score, isApart]): ScatterPoint => ({
          label: "",
          href: null,
          horizontal: figure(price),
          vertical: figure(score),
          setting: isApart ? "apart" : null,
        }),
      );
      const line = new Set(frontierOf(drawn, { better: "lower" }, { better: "higher" }));
      all.forEach(([price, score, isApart], index) => {
        const isBeaten = all.some(
          ([otherPrice, otherScore, isOtherApart]) =>
            !isOtherApart &&
            otherPrice <= price &&
            otherScore >= score &&
            (otherPrice < price || otherScore > score),
        );
        expect(line.has(index)).toBe(!isApart && !isBeaten);
      });
    }),
  );
});

test("the matrix has a cell for each publisher that states a fact, leading to its claim", () => {
  const { columns, rows } = draw<MatrixDefinition>(parts, { form: "agreement", least: "2" });
  expect(columns.map(({ label }) => label)).toEqual(["Acme", "Beta", "Gamma"]);
  expect(
    rows.map(({ label, cells }) => [
      label,
      cells.map((cell) => cell && `${cell.valueText} ${cell.role}`),
    ]),
  ).toEqual([
    ["One on Bench", ["54.6% standing", "54.9% conflicts", "55% rounds"]],
    ["One: input price", ["$2 standing", "$2.00 agrees", null]],
  ]);
});

test("records count every claim of a source once, by status", () => {
  const { rows, parts: names } = draw<BarsDefinition>(parts, { form: "records" });
  const counts = Object.fromEntries(
    rows.map(({ label, parts: own }) => [
      label.split(":")[0],
      own.map(({ part, count }) => `${count} ${names[part]?.name}`),
    ]),
  );
  expect(Object.keys(counts)).toEqual(["Acme", "Beta", "Gamma"]);
  const totals = rows.map(({ parts: own }) => own.reduce((sum, { count }) => sum + count, 0));
  expect(totals).toEqual([7, 2, 1]);
  expect(counts.Beta).toContain("1 conflicts");
});

test("kinds count every discrepancy once", () => {
  const { rows } = draw<BarsDefinition>(parts, { form: "kinds" });
  const total = rows.flatMap(({ parts: own }) => own.map(({ count }) => count));
  expect(total.reduce((sum, count) => sum + count, 0)).toBe(analysisOf(parts).discrepancies.size);
});

test("the CSV file is the table, with addresses, title and where it comes from", () => {
  const definition = draw<ValuesDefinition>(parts, {
    form: "values",
    metrics: ["bench"],
    shows: "sources",
  });
  const address = "https://ledger.example/base/charts/mine/";
  const [header, ...lines] = chartCsv(definition, address)
    .trimEnd()
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/"([^"]*)"|([^,]+)|(?<=,)(?=,)/g)].map(
        ([whole, quoted]) => quoted ?? whole,
      ),
    );
  const { columns, rows } = chartTable(definition);
  expect(header).toEqual([
    ...columns.map(({ label }) => label),
    "Model (address)",
    "Source (address)",
    "Chart",
    "Release Ledger",
  ]);
  expect(lines.map((line) => line.slice(0, columns.length))).toEqual(
    rows.map((row) => row.map(({ text }) => text)),
  );
  expect(lines[0]?.slice(columns.length)).toEqual([
    "https://ledger.example/base/models/acme/one/",
    "https://ledger.example/base/sources/acme/card/#c1",
    "A chart",
    address,
  ]);
});
