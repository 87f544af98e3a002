import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { baselineAxis, factorAxis } from "../../../src/site/figures/chart-axis.ts";
import {
  type BarPattern,
  barPatterns,
  type ChartDefinition,
  type ChartPoint,
} from "../../../src/site/figures/chart-definition.ts";
import { chartFile, filePalette } from "../../../src/site/figures/chart-file.ts";
import { chartPlot } from "../../../src/site/figures/chart-plot.ts";
import { chartSvg, drawChart } from "../../../src/site/figures/chart-svg.ts";
import { chartTable } from "../../../src/site/figures/chart-table.ts";
import { markRoles } from "../../../src/site/figures/marks.ts";

const aPoint = (point: Partial<ChartPoint> = {}): ChartPoint => ({
  label: "Maker",
  valueText: "54.6%",
  value: "54.6",
  low: "44",
  high: "64",
  role: "standing",
  href: "/sources/a/#x",
  ...point,
});
const head = { id: "drawn-mine", title: "Score & price", description: "What it shows." };
const percent = (value: string) => `${value}%`;
const axis = baselineAxis("Score, percent", ["80"], "0", percent);

/** A chart of each form, with every mark and every pattern. */
const definitions: readonly ChartDefinition[] = [
  {
    ...head,
    form: "values",
    unit: "Percent",
    direction: "higher",
    axis,
    groups: [
      {
        label: "One",
        href: "/models/one/",
        section: "Bench, format diff",
        points: markRoles.map((role) => aPoint({ role })),
      },
      {
        label: "Two",
        href: null,
        section: "Bench",
        points: [aPoint({ breakNote: "other words" })],
      },
    ],
    notes: ["Nobody states Three."],
  },
  {
    ...head,
    form: "scatter",
    horizontal: {
      ...factorAxis("Price, USD", ["0.1", "75"], (value) => `$${value}`),
      name: "Price",
      unit: "USD",
      direction: "lower",
    },
    vertical: { ...axis, name: "Score", unit: "Percent", direction: "higher" },
    points: [
      ["One", "0.1", "20"],
      ["Two", "2", "54"],
      ["Three", "2.1", "54"],
      ["Four", "75", "54.5"],
    ].map(([label = "", price = "", score = ""], index) => ({
      label,
      href: null,
      horizontal: aPoint({ value: price, valueText: `$${price}` }),
      vertical: aPoint({ value: score, valueText: percent(score) }),
      setting: index === 3 ? "a scaffold" : null,
    })),
    frontier: [0, 1],
  },
  {
    ...head,
    form: "bars",
    rowName: "Source",
    unit: "claims",
    axis: baselineAxis("Claims", ["280"], "0", (value) => value),
    parts: barPatterns.map((pattern) => ({ name: pattern, pattern })),
    rows: [
      {
        label: "Maker",
        href: "/sources/a/",
        parts: barPatterns.map((_, part) => ({ part, count: 40, href: "/claims/?a=b&c=d" })),
      },
    ],
  },
  {
    ...head,
    form: "matrix",
    columns: [
      { label: "Maker", href: null },
      { label: "Digest", href: "/sources/b/" },
    ],
    rows: markRoles.map((role) => ({
      label: `One ${role}`,
      href: "/facts/one/",
      cells: [{ valueText: "54.6%", role, href: "/sources/a/#x" }, null],
    })),
  },
];
const origin = {
  address: "https://ledger.example/charts/mine/",
  sources: ["Maker, “A card”, 1 January 2026"],
  datasetHash: "0123456789abcdef",
};

describe.each(definitions.map((definition) => [definition.form, definition] as const))(
  "a chart of %s",
  (_form, definition) => {
    const drawn = chartSvg(definition);
    const file = chartFile(definition, origin);

    it("has title and description, and nothing that the policy refuses", () => {
      for (const svg of [drawn, file]) {
        expect(svg).toContain("<title>Score &amp; price</title>");
        expect(svg).toContain("<desc>What it shows. ");
        expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=|NaN|Infinity|undefined/u);
      }
    });

    it("is one text every time and survives JSON", () => {
      expect(chartSvg(JSON.parse(JSON.stringify(definition)))).toBe(drawn);
    });

    it("keeps every word inside the drawing", () => {
      for (const [, width = "", body = ""] of drawn.matchAll(
        /<svg [^>]* width="(\d+)"[^>]*>(.*?)<\/svg>/gsu,
      )) {
        for (const [, x = ""] of body.matchAll(/<text x="([-\d.]+)"/gu)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThan(Number(width));
        }
      }
    });

    it("as a file carries its title, sources and the ledger's address, and no class", () => {
      expect(file).toContain(">Score &amp; price</text>");
      expect(file).toContain("Maker, “A card”, 1 January 2026");
      expect(file).toContain("https://ledger.example/charts/mine/, dataset 0123456789ab.");
      expect(file).not.toContain("class=");
      expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    });

    it("as a file holds texts to their width and leads to whole addresses", () => {
      const texts = [...file.matchAll(/<text[^>]*>/gu)].map(([text]) => text);
      expect(texts.filter((text) => !text.includes("textLength="))).toEqual([]);
      for (const [, href = ""] of file.matchAll(/ href="([^"]*)"/gu))
        expect(href).toMatch(/^https:\/\/ledger\.example\//u);
    });

    it("is drawn live with a dot for each figure of the table", () => {
      const { rows } = chartTable(definition);
      const { dots } = chartPlot(definition);
      const figures =
        definition.form === "values" || definition.form === "scatter"
          ? rows.length
          : rows.flatMap(([, ...cells]) => cells.filter(({ href }) => href)).length;
      expect(dots).toHaveLength(figures);
      for (const { x, y } of dots) expect([x, y].every(Number.isFinite)).toBe(true);
    });
  },
);

it("the palette of files is the light one of the pages", () => {
  const css = readFileSync(new URL("../../../src/styles/tokens.css", import.meta.url), "utf8");
  for (const [name, value] of Object.entries(filePalette))
    expect(css).toContain(`--${name}: light-dark(${value},`);
});

it("a section is a break: a strong line and a heading", () => {
  const [values] = definitions;
  const svg = values ? chartSvg(values) : "";
  expect(svg.match(/class="chart-break"/gu)).toHaveLength(4);
  expect(svg).toContain(">Bench, format diff</text>");
});

it("labels of a scatter cover neither marks nor one another", () => {
  const scatter = definitions[1];
  const wide = scatter ? chartSvg(scatter).split("</svg>")[0] : "";
  const places = [
    ...(wide ?? "").matchAll(/<text x="([\d.]+)" y="([\d.]+)" class="chart-label/gu),
  ].map(([, x, y]) => `${x} ${y}`);
  expect(new Set(places).size).toBe(4);
});

it("a scatter says the setting of a mark under its name, and draws no line without its label", () => {
  const scatter = definitions[1];
  const svg = scatter ? chartSvg(scatter) : "";
  expect(svg).toMatch(
    /class="chart-label">Four <\/text><text[^>]*class="chart-source">a scaffold </u,
  );
  for (const drawing of svg.split("</svg>").slice(0, 2)) {
    const lines = [...drawing.matchAll(/<line class="chart-grid" x1="([\d.]+)" x2="\1"/gu)];
    const labels = [...drawing.matchAll(/class="chart-tick" text-anchor="middle"/gu)];
    expect(lines).toHaveLength(labels.length);
  }
});

it("labels have a halo of the paper's colour, which lines do not strike through", () => {
  const scatter = definitions[1];
  const file = scatter ? chartFile(scatter, origin) : "";
  expect(file).toMatch(/<text[^>]*stroke="#fcfbf8"[^>]*paint-order="stroke"[^>]*>Two</u);
});

it("the narrow matrix names the source beside every mark, and the wide one cuts no answer", () => {
  const answer = "beats every other model of its kind in all of the cases";
  const matrix = definitions.find(({ form }) => form === "matrix");
  if (matrix?.form !== "matrix") throw new Error("There is no matrix.");
  const [row] = matrix.rows;
  const [cell] = row?.cells ?? [];
  if (!row || !cell) throw new Error("There is no cell.");
  const columns = Array.from({ length: 6 }, (_, index) => ({
    label: `Source ${index}`,
    href: null,
  }));
  const cells = columns.map(() => ({ ...cell, valueText: answer }));
  const drawings = chartSvg({
    ...matrix,
    columns,
    rows: [row, row].map((each) => ({ ...each, cells })),
  }).split("</svg>");
  for (const drawing of drawings.slice(0, 2)) {
    const words = [...drawing.matchAll(/class="chart-value">([^<]+)</gu)].map(([, text]) => text);
    expect(words.join("")).toBe(`${answer} `.repeat(12));
  }
  expect(drawings[1]?.match(/class="chart-source">Source \d /gu)).toHaveLength(12);
});

it("even a narrow part of a bar is told from its neighbours by its filling", () => {
  const bars = definitions.find(({ form }) => form === "bars");
  if (bars?.form !== "bars") throw new Error("There are no bars.");
  const part = (pattern: BarPattern) => barPatterns.indexOf(pattern);
  const svg = drawChart(
    {
      ...bars,
      rows: (["full", "crossed"] as const).map((pattern) => ({
        label: pattern,
        href: null,
        parts: [{ part: part(pattern), count: 4, href: null }],
      })),
    },
    "wide",
  );
  expect(svg).toContain('class="bar bar--full"');
  expect(svg).toContain('class="bar-lines bar-lines--crossed"');
});
