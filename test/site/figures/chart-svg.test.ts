import { describe, expect, it } from "vitest";
import { baselineAxis } from "../../../src/site/figures/chart-axis.ts";
import {
  type ChartPoint,
  serializeForScript,
  type ValuesDefinition,
} from "../../../src/site/figures/chart-definition.ts";
import { chartRemarks } from "../../../src/site/figures/chart-remarks.ts";
import { chartRows } from "../../../src/site/figures/chart-rows.ts";
import {
  chartKey,
  chartSvg,
  describeChart,
  hasStatusWords,
} from "../../../src/site/figures/chart-svg.ts";
import { textWidth } from "../../../src/site/figures/text-width.ts";

function aPoint(point: Partial<ChartPoint>): ChartPoint {
  return {
    label: "Maker",
    valueText: "54.6%",
    value: "54.6",
    low: "54.55",
    high: "54.65",
    role: "standing",
    href: null,
    ...point,
  };
}

const definition: ValuesDefinition = {
  form: "values",
  id: "chart",
  title: "Benchmark by model",
  description: "Every figure of every source.",
  unit: "Percent",
  direction: "higher",
  axis: baselineAxis("Percent solved", ["54.65", "54.95", "33.25"], "0", (value) => `${value}%`),
  groups: [
    {
      label: "Model One",
      href: "/models/one/",
      points: [
        aPoint({ href: "/sources/a/#x" }),
        aPoint({ label: "Digest", role: "agrees", href: "/sources/b/#x" }),
        aPoint({
          label: "Herald",
          valueText: "54.9%",
          value: "54.9",
          low: "54.85",
          high: "54.95",
          role: "conflicts",
        }),
      ],
    },
    {
      label: "Model Two",
      href: null,
      points: [aPoint({ valueText: "about 33%", value: "33", low: "31.5", high: "34.5" })],
    },
  ],
};

describe("baselineAxis", () => {
  it.each([
    [
      "reaches the next round tick",
      ["54.95"],
      "0",
      "60",
      ["0", "10", "20", "30", "40", "50", "60"],
    ],
    [
      "ends on a tick that is the highest figure",
      ["60"],
      "0",
      "60",
      ["0", "10", "20", "30", "40", "50", "60"],
    ],
    ["keeps cents", ["0.4", "0.12"], "0", "0.4", ["0.0", "0.1", "0.2", "0.3", "0.4"]],
    ["starts where it is told", ["95"], "50", "100", ["50", "60", "70", "80", "90", "100"]],
    ["stands without figures", [], "0", "1", ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]],
  ])("%s", (_title, values, baseline, to, ticks) => {
    const axis = baselineAxis("Score", values, baseline, (value) => value);
    expect(axis.to).toBe(to);
    expect(axis.ticks.map(({ at }) => at)).toEqual(ticks);
  });

  it("tells the baseline in its label", () => {
    expect(baselineAxis("Score", ["95"], "50", (value) => `${value}%`).label).toBe(
      "Score, axis from 50%",
    );
  });
});

describe("chartSvg", () => {
  const svg = chartSvg(definition);

  it("is the same text every time and survives JSON", () => {
    expect(chartSvg(JSON.parse(JSON.stringify(definition)))).toBe(svg);
  });

  it("carries no style attribute, script or handler, and no broken number", () => {
    expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=|NaN|Infinity|undefined/u);
    expect(svg).not.toMatch(/\d\.\d{3}/u);
  });

  it("is drawn twice, for wide and for narrow places", () => {
    expect(svg).toContain('class="chart chart--wide" viewBox="0 0 640 ');
    expect(svg).toContain('class="chart chart--narrow" viewBox="0 0 360 ');
  });

  it("says in words what it shows, the direction too", () => {
    expect(svg).toContain("<title>Benchmark by model</title>");
    expect(svg).toContain(`<desc>${describeChart(definition)}</desc>`);
    expect(svg).toContain("Percent solved, axis from 0%; higher is better");
  });

  it("marks every figure by a shape of its role", () => {
    const wide = svg.slice(0, svg.indexOf("</svg>"));
    expect(wide.match(/<circle class="mark mark--standing"/gu)).toHaveLength(2);
    expect(wide.match(/<polygon class="mark mark--conflicts"/gu)).toHaveLength(1);
  });

  it("names every source, those of equal figures beside one mark and in their order", () => {
    const wide = svg.slice(0, svg.indexOf("</svg>"));
    const names = [...wide.matchAll(/class="chart-source">([^<]+) </gu)].map(([, name]) => name);
    expect(names).toEqual(["Maker,", "Digest", "Herald", "Maker"]);
    expect(wide.match(/>54\.6% </gu)).toHaveLength(1);
    expect(wide).not.toContain("mark--agrees");
  });

  it("keeps the words of a model on one side of its marks", () => {
    const groups = [
      {
        label: "Edge",
        href: null,
        points: ["59", "30"].map((value) =>
          aPoint({ value, low: value, high: value, valueText: `${value}%`, label: "A long name" }),
        ),
      },
    ];
    const wide = chartSvg({ ...definition, groups }).split("</svg>")[0] ?? "";
    const marks = [...wide.matchAll(/ cx="([\d.]+)"/gu)].map(([, x]) => Number(x));
    const figures = [...wide.matchAll(/<text x="([\d.]+)"[^>]*class="chart-value"/gu)].map(
      ([, x]) => Number(x),
    );
    expect(marks).toHaveLength(2);
    expect(figures.map((x, index) => x < (marks[index] ?? 0))).toEqual([true, true]);
  });

  it.each([
    ["at both ends of the axis", "3", "58"],
    ["where neither side has room for both", "20", "58"],
  ])("covers no mark with words where a model's marks lie %s", (_, ...values) => {
    const points = values.map((value) =>
      aPoint({ value, low: value, high: value, valueText: `${value}%`, label: "A long name" }),
    );
    const drawn = chartSvg({ ...definition, groups: [{ label: "Both", href: null, points }] });
    for (const drawing of drawn.split("</svg>").slice(0, 2)) {
      const marks = [...drawing.matchAll(/ cx="([\d.]+)"/gu)].map(([, x]) => Number(x));
      const figures = [...drawing.matchAll(/<text x="([\d.]+)"[^>]*class="chart-value"/gu)];
      const width = textWidth("58% A long name", 13);
      figures.forEach(([, x], index) => {
        const mark = marks[index] ?? 0;
        expect(Number(x) > mark || Number(x) + width < mark).toBe(true);
      });
      expect(figures).toHaveLength(2);
    }
  });

  it("writes many names in several lines, none beyond the edge", () => {
    const points = ["Alpha Review", "Beta Review", "Gamma Review", "Delta Review", "Epsilon"].map(
      (label) => aPoint({ label, value: "30", low: "30", high: "30", valueText: "30%" }),
    );
    const svg = chartSvg({ ...definition, groups: [{ label: "Many", href: null, points }] });
    const narrow = svg.slice(svg.indexOf("chart--narrow"));
    const places = [
      ...narrow.matchAll(/<text x="([\d.]+)" y="([\d.]+)" class="chart-source">([^<]+)/gu),
    ];
    expect(new Set(places.map(([, , y]) => y)).size).toBeGreaterThan(1);
    for (const [, x, , text = ""] of places)
      expect(Number(x) + textWidth(text.trim(), 13)).toBeLessThanOrEqual(360);
  });

  it("begins a row with what tells it apart, once for figures of the same", () => {
    const rows = ["8K", "128K", "128K"].map((row, index) =>
      aPoint({ row, value: String(20 + index), valueText: `${20 + index}%` }),
    );
    const groups = [{ label: "One", href: null, points: rows }];
    const wide = chartSvg({ ...definition, rowName: "Length", groups }).split("</svg>")[0] ?? "";
    const names = [...wide.matchAll(/class="chart-label"[^>]*>([^<]+)</gu)].map(([, name]) => name);
    expect(names).toEqual(["8K", "128K"]);
    const end = Number(/<text x="([\d.]+)"[^>]*class="chart-label"/u.exec(wide)?.[1]);
    const axis = Number(/class="chart-baseline" x1="([\d.]+)"/u.exec(wide)?.[1]);
    expect(end).toBeLessThan(axis);
  });

  it("says the axis again at the foot of a long chart, and only there", () => {
    const ticks = (count: number) => {
      const groups = Array.from({ length: count }, (_, index) => ({
        label: `Model ${index}`,
        href: null,
        points: [aPoint({})],
      }));
      const wide = chartSvg({ ...definition, groups }).split("</svg>")[0] ?? "";
      return wide.match(/class="chart-tick"/gu)?.length ?? 0;
    };
    expect(ticks(30)).toBe(ticks(2) * 2);
  });

  it("writes what of a model was run under or beside its name, more quietly", () => {
    const groups = [{ label: "One (2026-01-01)", href: "/models/one/", points: [aPoint({})] }];
    const drawn = chartSvg({ ...definition, groups });
    expect(drawn).toContain('aria-label="One 2026-01-01"');
    expect(drawn).toMatch(
      /class="chart-group">One <\/text><text[^>]*class="chart-source">2026-01-01/u,
    );
  });

  it("draws no line without its label", () => {
    const narrow =
      chartSvg({
        ...definition,
        axis: baselineAxis("Tokens", ["600000"], "0", (value) => `${value} tokens`),
      }).split("</svg>")[1] ?? "";
    const lines = new Set(
      [...narrow.matchAll(/<line class="chart-(?:grid|baseline)" x1="([\d.]+)" x2="\1"/gu)].map(
        ([, x]) => x,
      ),
    );
    expect(lines.size).toBe(narrow.match(/class="chart-tick"/gu)?.length);
    expect(lines.size).toBeLessThan(7);
  });

  it("links every mark that has an address", () => {
    expect(svg).toContain('href="/sources/a/#x"');
    expect(svg).toContain('<a href="/sources/b/#x" aria-label="Digest, 54.6%, agrees">');
    expect(svg).toContain('href="/models/one/"');
  });

  it("draws an interval only where it is wider than its mark", () => {
    expect(svg.slice(0, svg.indexOf("</svg>")).match(/chart-interval--/gu)).toHaveLength(1);
  });

  it("keeps words inside the drawing", () => {
    const nearEdge = {
      ...definition.groups[1],
      label: "Edge",
      href: null,
      points: [aPoint({ value: "60", valueText: "60.0%" })],
    };
    const drawn = chartSvg({ ...definition, groups: [nearEdge] });
    const x = Number(/<text x="([\d.]+)"[^>]*>60\.0% </u.exec(drawn)?.[1]);
    expect(x).toBeLessThan(610);
  });

  it("escapes what sources write", () => {
    const hostile = { ...definition, title: "<script>alert(1)</script>" };
    expect(chartSvg(hostile)).not.toContain("<script>");
  });
});

it("the key lists the roles in use, once each, in one order", () => {
  const [one, ...others] = definition.groups;
  const about = aPoint({ value: "55", low: "54.5", high: "55.5", role: "rounds" });
  const groups = one ? [{ ...one, points: [about, ...one.points] }, ...others] : [];
  expect(chartKey({ ...definition, groups }).map(({ word }) => word)).toEqual([
    "stands",
    "rounds",
    "conflicts",
  ]);
});

it("a chart of one kind of mark has no key, and no words to look up", () => {
  const plain = { ...definition, groups: definition.groups.slice(1) };
  expect([chartKey(plain), hasStatusWords(plain)]).toEqual([[], false]);
  expect(hasStatusWords(definition)).toBe(true);
});

it("equal figures in other words are written as most sources print them", () => {
  const million = { value: "1000000", low: "950000", high: "1050000", role: "rounds" } as const;
  const rows = chartRows([
    aPoint({ ...million, label: "Maker", valueText: "up to 1 million" }),
    aPoint({ ...million, label: "Digest", valueText: "1M" }),
    aPoint({ ...million, label: "Digest", valueText: "1 million" }),
    aPoint({ ...million, label: "Herald", valueText: "1 million" }),
    aPoint({ ...million, label: "Herald", valueText: "1 million", role: "conflicts" }),
  ]);
  expect(rows.map(({ text, sources }) => [text, sources.map(({ label }) => label)])).toEqual([
    ["1 million", ["Maker", "Digest", "Herald"]],
    ["1 million", ["Herald"]],
  ]);
});

describe("chartRemarks", () => {
  const remarksOn = (...notes: string[]) =>
    chartRemarks({
      ...definition,
      groups: [
        { label: "One", href: null, points: notes.map((breakNote) => aPoint({ breakNote })) },
      ],
    }).list;

  it("has a star for one remark and numbers for several, equal ones once", () => {
    expect(remarksOn("Digest states 55%")).toEqual([
      { sign: "*", text: "One: Maker states 54.6%; Digest states 55%" },
    ]);
    expect(remarksOn("a", "b", "a").map(({ sign }) => sign)).toEqual(["1", "2"]);
  });

  it("has a sign in the drawing for each mark of which something is said", () => {
    const points = ["a", "b"].map((breakNote, index) =>
      aPoint({ breakNote, value: String(20 + index) }),
    );
    const svg = chartSvg({ ...definition, groups: [{ label: "One", href: null, points }] });
    const signs = [...svg.matchAll(/class="chart-sign">([^<]+)</gu)].map(([, sign]) => sign);
    expect(signs).toEqual(["1", "2", "1", "2"]);
  });
});

it("the definition beside a chart cannot close its script element", () => {
  const text = serializeForScript({ ...definition, title: "</script><!--" });
  expect(text).not.toContain("<");
  expect(JSON.parse(text).title).toBe("</script><!--");
});
