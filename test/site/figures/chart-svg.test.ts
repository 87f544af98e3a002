import { describe, expect, it } from "vitest";
import { baselineAxis } from "../../../src/site/figures/chart-axis.ts";
import {
  type ChartPoint,
  serializeForScript,
  type ValuesDefinition,
} from "../../../src/site/figures/chart-definition.ts";
import { chartKey, chartSvg, describeChart } from "../../../src/site/figures/chart-svg.ts";

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
    expect(wide.match(/<circle class="mark mark--agrees"/gu)).toHaveLength(1);
    expect(wide.match(/<polygon class="mark mark--conflicts"/gu)).toHaveLength(1);
  });

  it("names the standing and what differs, and leaves to the table what agrees", () => {
    expect(svg).toContain(">Herald<");
    expect(svg).toContain(">54.9% <");
    expect(svg).not.toContain(">Digest<");
  });

  it("links every mark that has an address", () => {
    expect(svg).toContain('href="/sources/a/#x"');
    expect(svg).toContain('<a href="/sources/b/#x" aria-label="54.6% Digest, agrees">');
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
  expect(chartKey(definition).map(({ word }) => word)).toEqual(["stands", "agrees", "conflicts"]);
});

it("the definition beside a chart cannot close its script element", () => {
  const text = serializeForScript({ ...definition, title: "</script><!--" });
  expect(text).not.toContain("<");
  expect(JSON.parse(text).title).toBe("</script><!--");
});
