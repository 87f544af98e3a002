import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AuthoredChart } from "../../../src/core/lint/prose/chart-front-matter.ts";
import { chartFrontMatter } from "../../../src/core/lint/prose/chart-front-matter.ts";
import { intervalContains } from "../../../src/core/quantity/interval.ts";
import {
  type BarsDefinition,
  type ChartPoint,
  countPart,
  type MatrixDefinition,
  type ScatterDefinition,
  type ScatterPoint,
  type ValuesDefinition,
} from "../../../src/site/figures/chart-definition.ts";
import { chartTable } from "../../../src/site/figures/chart-table.ts";
import { chartCsv } from "../../../src/site/views/chart-export.ts";
import { frontierOf } from "../../../src/site/views/chart-scatter.ts";
import { chartView } from "../../../src/site/views/charts.ts";
import { aClaim, aPriceClaim, aVerdict } from "../../builders/authored.ts";
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
    expect(definition.notes).toEqual(["Bench Hard: no figure for Zero; Acme: not reported."]);
  });

  test("says of which row a figure is missing, where another row of the model has one", () => {
    const long = { subset: "long" };
    const { notes } = draw<ValuesDefinition>(
      {
        sources: {
          "acme/card": [
            aClaim({ value: "50", conditions: { subset: "short" } }),
            aClaim({ value: "not-reported", conditions: long }),
            aClaim({ value: "not-reported", subject: "acme/zero", conditions: long }),
          ],
        },
      },
      { ...fields, metrics: ["bench"], rows: "subset", sequence: ["short", "long"] },
    );
    expect(notes).toEqual(["Bench, subset long: no figure for One and Zero; Acme: not reported."]);
  });

  test("does not call a higher limit better", () => {
    const windowClaim = aClaim({
      metric: "context-window",
      value: "1000",
      unit: "tokens",
      quote: "reads 1000 tokens",
    });
    const { direction } = draw<ValuesDefinition>(
      { sources: { "acme/card": [windowClaim] } },
      { ...fields, metrics: ["context-window"] },
    );
    expect([direction, definition.direction]).toEqual(["none", "higher"]);
  });

  test("says a setting of several words without the name of its condition", () => {
    const { groups } = draw<ValuesDefinition>(
      {
        sources: {
          "acme/card": [
            aClaim({ conditions: { subset: "489 problems", format: "diff" } }),
            aClaim({ value: "50" }),
          ],
        },
      },
      { ...fields, metrics: ["bench"] },
    );
    expect(groups.map(({ section }) => section)).toEqual([
      "Bench",
      "Bench, 489 problems, format diff",
    ]);
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

  const measured = (value: string, by: string) => aClaim({ value, "measured-by": by });

  test("names the primary source first, whichever name comes first in the alphabet", () => {
    const sources = {
      "acme/card": [measured("54.6", "gamma")],
      "gamma/digest": [measured("54.6", "gamma")],
    };
    for (const shows of ["sources", "standing"]) {
      const { groups } = draw<ValuesDefinition>(
        { sources },
        { ...fields, metrics: ["bench"], shows },
      );
      expect(groups[0]?.points[0]?.label).toBe("Gamma");
    }
  });

  const both: DatasetParts = {
    sources: {
      "acme/card": [measured("54.6", "acme"), aPriceClaim("2")],
      "beta/review": [measured("54.9", "beta")],
    },
  };
  const [conflict] = analysisOf(both).discrepancies.values();
  const decided: DatasetParts = {
    ...both,
    verdicts: {
      [conflict?.id ?? ""]: aVerdict({
        judged: conflict?.judged,
        outcome: "both-stand",
        stands: ["acme/card#c1", "beta/review#c1"],
      }),
    },
  };

  test("draws every figure that the editors let stand, each with its source", () => {
    const { groups } = draw<ValuesDefinition>(decided, {
      ...fields,
      metrics: ["bench"],
      shows: "standing",
    });
    expect(groups[0]?.points.map(({ label, valueText, role }) => [label, valueText, role])).toEqual(
      [
        ["Acme", "54.6%", "standing"],
        ["Beta", "54.9%", "standing"],
      ],
    );
  });

  test("places a model by the first of several figures that stand, and tells the others", () => {
    const { points } = draw<ScatterDefinition>(decided, {
      form: "against",
      horizontal: "input-price",
      vertical: "bench",
    });
    expect(points.map(({ vertical }) => [vertical.valueText, vertical.breakNote])).toEqual([
      ["54.6%", "Beta states 54.9%, which stands as well"],
    ]);
  });

  test("lists the sources that only its notes speak of", () => {
    const authored = chartFrontMatter.parse({ ...head, ...fields, shows: "standing" });
    const { sources } = chartView(
      analysisOf({
        sources: {
          "acme/card": [measured("54.6", "acme")],
          "beta/review": [aClaim({ value: "54.9" })],
          "gamma/digest": [aClaim({ metric: "bench-hard", value: "not-reported" })],
          "delta/blog": [aPriceClaim("2")],
        },
      }),
      "mine",
      authored,
      link,
    );
    expect(sources.map(({ publisher }) => publisher)).toEqual(["Acme", "Beta", "Gamma"]);
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
    expect(groups.map(({ points }) => points.map(({ row, label }) => [row, label]))).toEqual([
      [
        ["short", "Acme"],
        ["long", "Acme"],
      ],
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
      ["Not drawn, since no source in the ledger states an input price for it: One."],
    ]);
    const { notes: several } = draw<ScatterDefinition>(
      { sources: { "acme/card": [aClaim(), aClaim({ subject: "acme/zero" })] } },
      fields,
    );
    expect(several?.[0]).toContain("states an input price for them: One and Zero.");
  });

  test("has no note on a price that is the same in other digits", () => {
    const { points } = draw<ScatterDefinition>(
      {
        sources: {
          "acme/card": [aClaim(), aPriceClaim("2")],
          "beta/review": [aPriceClaim("2.00", { "as-of": "2027-06-01" }), aPriceClaim("2.00")],
        },
      },
      fields,
    );
    expect(points.map(({ horizontal }) => horizontal.breakNote)).toEqual([undefined]);
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

test("bars come longest first, with a count in words and the sum of all", () => {
  const records = draw<BarsDefinition>(
    { sources: { "acme/card": [aClaim()], "beta/review": [aClaim(), aPriceClaim("2")] } },
    { form: "records" },
  );
  expect(records.rows.map(({ label }) => label.split(":")[0])).toEqual(["Beta", "Acme"]);
  expect(records.notes).toEqual(["Together 3 claims of 2 sources."]);
  const rounded = { part: 2, href: null };
  expect([1, 2].map((count) => countPart(records, { ...rounded, count }))).toEqual([
    "1 that rounds",
    "2 that round",
  ]);
  const kinds = draw<BarsDefinition>(parts, { form: "kinds" });
  const note = { part: 2, href: null };
  expect([1, 2].map((count) => countPart(kinds, { ...note, count }))).toEqual([
    "1 note",
    "2 notes",
  ]);
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
