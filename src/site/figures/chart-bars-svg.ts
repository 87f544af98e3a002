import { type BarPattern, type BarsDefinition, countPart } from "./chart-definition.ts";
import { type ChartKind, chartElement, chartWidths } from "./chart-element.ts";
import { pixelScale } from "./strip-scale.ts";
import { svgElement, svgLink, svgText } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";

const labelSize = 15;
const smallSize = 13;
const topHeight = 46;
const barHeight = 14;
const lineHeight = 19;

/** What the drawing says, for those who do not see it. */
export function describeBars(definition: BarsDefinition): string {
  const sentences = definition.rows.map(({ label, parts }) => {
    const counts = parts.map((part) => countPart(definition, part));
    return `${label}: ${counts.join(", ")}.`;
  });
  return [definition.description, ...sentences].join(" ");
}

/** The parts in use, each with a piece of its pattern. */
export function barKey(definition: BarsDefinition): { word: string; svg: string }[] {
  const used = new Set(definition.rows.flatMap(({ parts }) => parts.map(({ part }) => part)));
  return definition.parts.flatMap(({ name, pattern }, index) =>
    used.has(index)
      ? [
          {
            word: name,
            svg: svgElement(
              "svg",
              {
                class: "chart-key-mark",
                viewBox: "0 0 22 14",
                width: 22,
                height: 14,
                "aria-hidden": "true",
              },
              [barPart(pattern, 0, 20, 0)],
            ),
          },
        ]
      : [],
  );
}

/** Counts as stacked bars, each under its name and above its counts in words. */
export function drawBars(definition: BarsDefinition, kind: ChartKind): string {
  const { axis, parts, rows, unit } = definition;
  const width = chartWidths[kind];
  const scale = pixelScale({ from: Number(axis.from), to: Number(axis.to) }, 0, width - 16);
  const drawn: string[] = [];
  const words: string[] = [];
  let y = topHeight;
  for (const row of rows) {
    const total = row.parts.reduce((sum, { count }) => sum + count, 0);
    const lines = wrapText(row.label, labelSize, width, 2);
    words.push(
      svgLink(
        row.href,
        row.label,
        lines.map((line, index) =>
          svgText(0, y + 18 + index * lineHeight, "chart-group", `${line} `),
        ),
      ),
    );
    const top = y + 6 + lines.length * lineHeight;
    let count = 0;
    for (const part of row.parts) {
      const from = scale(count);
      count += part.count;
      drawn.push(barPart(parts[part.part]?.pattern ?? "plain", from, scale(count), top));
    }
    let x = 0;
    let line = 0;
    const put = (text: string, href: string | null, className: string) => {
      const own = textWidth(text, smallSize);
      if (x > 0 && x + own > width) {
        x = 0;
        line += 1;
      }
      const baseline = top + barHeight + 16 + line * lineHeight;
      words.push(
        svgLink(href, `${text}, ${row.label}`, [svgText(x, baseline, className, `${text} `)]),
      );
      x += own + 14;
    };
    for (const part of row.parts) put(countPart(definition, part), part.href, "chart-source");
    if (row.parts.length > 1) put(`${total} ${unit}`, null, "chart-total");
    y = top + barHeight + 20 + line * lineHeight + 10;
  }
  const picture = [
    svgText(0, 13, "chart-axis-label", axis.label),
    ...axis.ticks.flatMap(({ at, label }) => {
      const x = scale(Number(at));
      const half = textWidth(label, smallSize) / 2;
      return [
        svgElement("line", {
          class: Number(at) === Number(axis.from) ? "chart-baseline" : "chart-grid",
          x1: x,
          x2: x,
          y1: topHeight - 6,
          y2: topHeight,
        }),
        svgText(Math.max(x, half), topHeight - 12, "chart-tick", label, "middle"),
      ];
    }),
    ...drawn,
  ].join("");
  return chartElement(
    { kind, width, height: y },
    { title: definition.title, description: describeBars(definition) },
    picture,
    words.join(""),
  );
}

/** Lines across a part, in pixels apart; patterns without any are told by their fill. */
const hatching: Readonly<
  Partial<Record<BarPattern, { readonly slant: number; readonly gap: number }>>
> = {
  dotted: { slant: 0, gap: 4 },
  crossed: { slant: -barHeight / 2, gap: 6 },
};

/** One part of a bar: a box of its pattern, with lines across it that need no colour to be told apart. */
function barPart(pattern: BarPattern, from: number, to: number, top: number): string {
  const isHollow = ["hollow", "open", "quiet"].includes(pattern) || hatching[pattern] !== undefined;
  const inset = isHollow ? 0.75 : 0;
  // A gap between neighbours, taken from the longer ones only.
  const right = to - from > 4 ? to - 1.5 : to;
  const box = svgElement("rect", {
    class: `bar bar--${pattern}`,
    x: from + inset,
    y: top + inset,
    width: Math.max(right - from - inset * 2, 0.75),
    height: barHeight - inset * 2,
  });
  const lines = hatching[pattern];
  if (lines === undefined) return box;
  const path: string[] = [];
  // In a narrow part the lines are steeper, so that it has at least one.
  const reach = Math.min(Math.abs(lines.slant), Math.max(0, (right - from) / 2 - 1.5));
  const slant = Math.sign(lines.slant) * reach;
  if (right - from < 4) return box;
  for (let x = from + Math.min(lines.gap / 2, 1.4) + reach; x < right - reach; x += lines.gap) {
    const lower = Math.round((x - slant) * 100) / 100;
    const upper = Math.round((x + slant) * 100) / 100;
    path.push(`M${lower} ${top + barHeight - 1}L${upper} ${top + 1}`);
  }
  return path.length === 0
    ? box
    : box + svgElement("path", { class: `bar-lines bar-lines--${pattern}`, d: path.join("") });
}
