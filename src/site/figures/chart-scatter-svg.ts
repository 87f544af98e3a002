import { directionWords, type ScatterAxis, type ScatterDefinition } from "./chart-definition.ts";
import { type ChartKind, chartElement, chartWidths } from "./chart-element.ts";
import { chartRemarks } from "./chart-remarks.ts";
import { splitLabel } from "./chart-rows.ts";
import { pointMark, roleWords } from "./marks.ts";
import { logPixelScale, pixelScale } from "./strip-scale.ts";
import { svgElement, svgLink, svgText } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";

const smallSize = 13;
const signSize = 10;
/** Room for the words of a setting under a model's name. */
const settingWidths: Readonly<Record<ChartKind, number>> = { wide: 130, narrow: 100 };
const pointRadius = 5;
const plotTop = 34;
const settingHeight = 15;
const heights: Readonly<Record<ChartKind, number>> = { wide: 400, narrow: 380 };

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the drawing says, for those who do not see it. */
export function describeScatter({ description, points, frontier }: ScatterDefinition): string {
  const sentences = points.map(
    ({ label, horizontal, vertical, setting }, index) =>
      `${label}: ${vertical.valueText} at ${horizontal.valueText}${setting === null ? "" : `, ${setting}`}${frontier?.includes(index) ? ", on the line" : ""}.`,
  );
  return [description, ...sentences].join(" ");
}

/** Models between two axes, with the line that joins those that no other one beats. */
export function drawScatter(definition: ScatterDefinition, kind: ChartKind): string {
  const { horizontal, vertical, points, frontier } = definition;
  const width = chartWidths[kind];
  const tickWidth = Math.max(...vertical.ticks.map(({ label }) => textWidth(label, smallSize)));
  const plot: Box = {
    left: tickWidth + 10,
    right: width - 14,
    top: plotTop,
    bottom: plotTop + heights[kind],
  };
  // Marks at the ends keep clear of the figures beside the axes.
  const toX = scaleOf(horizontal, plot.left + 10, plot.right - 4);
  const toY = scaleOf(vertical, plot.bottom, plot.top);
  const horizontalLines = axisWords(horizontal, width - plot.left, 2);
  const placed = points.map((point, index) => ({
    ...point,
    index,
    x: toX(Number(point.horizontal.value)),
    y: toY(Number(point.vertical.value)),
  }));
  const marks: Box[] = placed.map(({ x, y }) => boxAround(x, y));
  const line = (frontier ?? []).flatMap((index) => placed[index] ?? []);
  const steps = stepsThrough(line);
  const taken = [
    ...marks,
    ...steps.slice(1).flatMap((step, index) => boxAlong(steps[index], step)),
  ];
  const { signOf } = chartRemarks(definition);
  const labels = placed.map((point, index) => {
    const { name, detail } = splitLabel(point.label);
    const text = detail === "" ? name : `${name} ${detail}`;
    const lines =
      point.setting === null ? [] : wrapText(point.setting, smallSize, settingWidths[kind], 3);
    const mark = points[index];
    const sign = mark === undefined ? "" : signOf(mark);
    const nameWidth = textWidth(text, smallSize);
    const size = {
      width: Math.max(
        nameWidth + (sign === "" ? 0 : textWidth(sign, signSize) + 2),
        ...lines.map((line) => textWidth(line, smallSize)),
      ),
      height: 17 + lines.length * settingHeight,
    };
    const box = placeLabel(point.x, point.y, size, plot, width, taken);
    taken.push(box);
    return { text, lines, sign, nameWidth, box };
  });
  const picture = [
    svgText(0, 13, "chart-axis-label", axisWords(vertical, width, 1).join(" ")),
    ...vertical.ticks.flatMap(({ at, label }) => {
      const y = toY(Number(at));
      return [
        svgElement("line", {
          class: Number(at) === Number(vertical.from) ? "chart-baseline" : "chart-grid",
          x1: plot.left,
          x2: plot.right,
          y1: y,
          y2: y,
        }),
        svgText(plot.left - 6, y + 4.5, "chart-tick", label, "end"),
      ];
    }),
    ...horizontalTicks(horizontal, toX, plot, width),
    ...horizontalLines.map((text, index) =>
      svgText(plot.left, plot.bottom + 42 + index * 16, "chart-axis-label", text),
    ),
    line.length < 2
      ? ""
      : svgElement("polyline", {
          class: "chart-frontier",
          points: steps
            .map(([x, y]) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`)
            .join(" "),
        }),
    ...placed.map(({ x, y, vertical: figure, setting }) =>
      pointMark(setting === null ? figure.role : "scope", x, y, pointRadius),
    ),
  ].join("");
  const words = placed
    .map((point, index) => {
      const label = labels[index];
      if (label === undefined) return "";
      const { text, lines, sign, nameWidth, box } = label;
      const spoken = [text, ...lines].join(" ");
      const isAlert = point.vertical.role === "conflicts" ? " chart-value--conflicts" : "";
      return svgLink(
        point.vertical.href,
        `${spoken}, ${point.vertical.valueText} at ${point.horizontal.valueText}, ${point.vertical.label}, ${roleWords[point.vertical.role]}`,
        [
          svgElement("rect", {
            x: point.x - 9,
            y: point.y - 9,
            width: 18,
            height: 18,
            "fill-opacity": "0",
          }),
          svgText(box.left, box.top + 13, `chart-label${isAlert}`, `${text} `),
          ...lines.map((line, at) =>
            svgText(box.left, box.top + 13 + (at + 1) * settingHeight, "chart-source", `${line} `),
          ),
        ],
      ).concat(
        sign === "" ? "" : svgText(box.left + nameWidth + 2, box.top + 9, "chart-sign", sign),
      );
    })
    .join("");
  return chartElement(
    { kind, width, height: plot.bottom + 34 + horizontalLines.length * 16 },
    { title: definition.title, description: describeScatter(definition) },
    picture,
    words,
  );
}

const scaleOf = (axis: ScatterAxis, from: number, to: number) =>
  (axis.scale === "log" ? logPixelScale : pixelScale)(
    { from: Number(axis.from), to: Number(axis.to) },
    from,
    to,
  );

function axisWords(axis: ScatterAxis, width: number, lines: number): string[] {
  const parts = [axis.label, directionWords[axis.direction]].filter((part) => part !== "");
  return wrapText(parts.join("; "), smallSize, width, lines);
}

/** Ticks from left to right; one whose label would run into the last one is not drawn. */
function horizontalTicks(
  axis: ScatterAxis,
  toX: (at: number) => number,
  plot: Box,
  width: number,
): string[] {
  let reach = Number.NEGATIVE_INFINITY;
  return axis.ticks.flatMap(({ at, label }) => {
    const x = toX(Number(at));
    const half = textWidth(label, smallSize) / 2;
    const middle = Math.min(Math.max(x, half), width - half);
    const isFree = middle - half > reach + 8;
    if (!isFree) return [];
    reach = middle + half;
    return [
      svgElement("line", {
        class: "chart-grid",
        x1: x,
        x2: x,
        y1: plot.top,
        y2: plot.bottom,
      }),
      svgText(middle, plot.bottom + 19, "chart-tick", label, "middle"),
    ];
  });
}

/** Between two points of a frontier nothing better is to be had than the cheaper one: steps, not a slope. */
function stepsThrough(
  points: readonly { readonly x: number; readonly y: number }[],
): (readonly [number, number])[] {
  return points.flatMap(({ x, y }, index) => {
    const last = points[index - 1];
    return last === undefined ? [[x, y] as const] : [[x, last.y] as const, [x, y] as const];
  });
}

const boxAround = (x: number, y: number): Box => ({
  left: x - 8,
  right: x + 8,
  top: y - 8,
  bottom: y + 8,
});

/** The room of a piece of the line. */
function boxAlong(
  from: readonly [number, number] | undefined,
  [x, y]: readonly [number, number],
): Box[] {
  if (from === undefined) return [];
  return [
    {
      left: Math.min(from[0], x) - 3,
      right: Math.max(from[0], x) + 3,
      top: Math.min(from[1], y) - 3,
      bottom: Math.max(from[1], y) + 3,
    },
  ];
}

const doOverlap = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

/** The first place beside a mark where a label covers nothing and stays inside; the right of it where there is none. */
function placeLabel(
  x: number,
  y: number,
  size: { readonly width: number; readonly height: number },
  plot: Box,
  width: number,
  taken: readonly Box[],
): Box {
  const boxAt = (left: number, top: number): Box => ({
    left,
    right: left + size.width,
    top,
    bottom: top + size.height,
  });
  // Further lines hang under the name, and those of a label above its mark stand over it.
  const more = size.height - 17;
  const choices = [0, 16, -16, 30, -30].flatMap((shift) => [
    boxAt(x + 10, y - 8.5 + shift - (shift < 0 ? more : 0)),
    boxAt(x - 10 - size.width, y - 8.5 + shift - (shift < 0 ? more : 0)),
    ...(shift === 0
      ? []
      : [boxAt(x - size.width / 2, y - 8.5 + shift * 1.15 - (shift < 0 ? more : 0))]),
  ]);
  const isFree = (box: Box) =>
    box.left >= plot.left + 2 &&
    box.right <= width &&
    box.top >= plot.top - 14 &&
    box.bottom <= plot.bottom &&
    !taken.some((other) => doOverlap(box, other));
  return choices.find(isFree) ?? boxAt(Math.min(x + 10, width - size.width), y - 8.5);
}
