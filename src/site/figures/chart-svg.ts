import { barKey, describeBars, drawBars } from "./chart-bars-svg.ts";
import {
  type ChartDefinition,
  type ChartGroup,
  type ChartPoint,
  directionWords,
  type ValuesDefinition,
} from "./chart-definition.ts";
import { type ChartKind, chartElement } from "./chart-element.ts";
import { describeMatrix, drawMatrix } from "./chart-matrix-svg.ts";
import { describeScatter, drawScatter } from "./chart-scatter-svg.ts";
import { type MarkRole, markRoles, pointMark, roleWords } from "./marks.ts";
import { logPixelScale, pixelScale, pixelSpan } from "./strip-scale.ts";
import { svgElement, svgLink, svgText } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";

interface ChartLayout {
  readonly kind: ChartKind;
  readonly width: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly labelWidth: number;
}

const groupSize = 15;
const smallSize = 13;
const rowHeight = 18;
const groupPadding = 8;
const groupLabelHeight = 20;
const sectionHeight = 40;
const topHeight = 46;
const pointRadius = 4.5;

/**
 * The chart as SVG. Two elements, `chart--wide` and `chart--narrow`, of which the styles show one.
 */
export function chartSvg(definition: ChartDefinition): string {
  return drawChart(definition, "wide") + drawChart(definition, "narrow");
}

/** One of the two drawings of a chart. */
export function drawChart(definition: ChartDefinition, kind: ChartKind): string {
  switch (definition.form) {
    case "values":
      return drawValues(definition, kind === "wide" ? wideLayout(definition) : narrowLayout);
    case "scatter":
      return drawScatter(definition, kind);
    case "bars":
      return drawBars(definition, kind);
    case "matrix":
      return drawMatrix(definition, kind);
    default:
      return definition satisfies never;
  }
}

/** What the drawing says, for those who do not see it. */
export function describeChart(definition: ChartDefinition): string {
  switch (definition.form) {
    case "values":
      return describeValues(definition);
    case "scatter":
      return describeScatter(definition);
    case "bars":
      return describeBars(definition);
    case "matrix":
      return describeMatrix(definition);
    default:
      return definition satisfies never;
  }
}

function describeValues({ description, groups }: ValuesDefinition): string {
  const sentences = groups.map(
    ({ label, section, points }) =>
      `${section === undefined ? "" : `${section}, `}${label}: ${points.map((point) => `${point.label} ${point.valueText}, ${roleWords[point.role]}`).join("; ")}.`,
  );
  return [description, ...sentences].join(" ");
}

/** The marks that a chart uses, in the order in which its key lists them, each with its word. */
export function chartKey(definition: ChartDefinition): { word: string; svg: string }[] {
  if (definition.form === "bars") return barKey(definition);
  const used = new Set(rolesOf(definition));
  return markRoles
    .filter((role) => used.has(role))
    .map((role) => ({
      word: role === "scope" && definition.form === "scatter" ? "another setting" : roleWords[role],
      svg: svgElement(
        "svg",
        {
          class: "chart-key-mark",
          viewBox: "0 0 14 14",
          width: 14,
          height: 14,
          "aria-hidden": "true",
        },
        [pointMark(role, 7, 7, pointRadius)],
      ),
    }));
}

function rolesOf(definition: Exclude<ChartDefinition, { form: "bars" }>): MarkRole[] {
  switch (definition.form) {
    case "values":
      return definition.groups.flatMap(({ points }) => points.map(({ role }) => role));
    case "scatter":
      return definition.points.map(({ vertical, setting }) =>
        setting === null ? vertical.role : "scope",
      );
    case "matrix":
      return definition.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.role ?? []));
    default:
      return definition satisfies never;
  }
}

function wideLayout({ groups }: ValuesDefinition): ChartLayout {
  const width = 640;
  const labels = groups.map(({ label }) => textWidth(label, groupSize, 600));
  const labelWidth = Math.min(170, Math.max(60, ...labels));
  return { kind: "wide", width, labelWidth, plotLeft: labelWidth + 24, plotRight: width - 12 };
}

const narrowLayout: ChartLayout = {
  kind: "narrow",
  width: 360,
  labelWidth: 360,
  plotLeft: 0,
  plotRight: 348,
};

function drawValues(definition: ValuesDefinition, layout: ChartLayout): string {
  const { axis } = definition;
  const { width, plotLeft, plotRight } = layout;
  const toPixels = axis.scale === "log" ? logPixelScale : pixelScale;
  const scale = toPixels({ from: Number(axis.from), to: Number(axis.to) }, plotLeft, plotRight);
  const heading = [axis.label, directionWords[definition.direction]].filter((part) => part !== "");
  const headingLeft = layout.kind === "wide" ? plotLeft : 0;
  const headingLines = wrapText(heading.join("; "), smallSize, width - headingLeft, 2);
  const top = topHeight + (headingLines.length - 1) * 16;
  let y = top;
  let section: string | undefined;
  const headings: string[] = [];
  const groups = definition.groups.map((group) => {
    if (group.section !== undefined && group.section !== section) {
      headings.push(drawSection(group.section, layout, y));
      y += sectionHeight;
    }
    section = group.section;
    const drawn = drawGroup(group, layout, scale, y);
    y = drawn.bottom;
    return drawn;
  });
  const widestTick = Math.max(0, ...axis.ticks.map(({ label }) => textWidth(label, smallSize)));
  const tickSpacing = (plotRight - plotLeft) / Math.max(1, axis.ticks.length - 1);
  // Where labels would run into one another, only every second or third tick has one.
  const labelStep = Math.max(1, Math.ceil((widestTick + 12) / tickSpacing));
  const picture = [
    ...headingLines.map((line, index) =>
      svgText(headingLeft, 13 + index * 16, "chart-axis-label", line),
    ),
    ...axis.ticks.flatMap(({ at, label }, index) => {
      const x = scale(Number(at));
      const half = textWidth(label, smallSize) / 2;
      const className = Number(at) === Number(axis.from) ? "chart-baseline" : "chart-grid";
      return [
        ...groups.map(({ gridTop, bottom }) =>
          svgElement("line", { class: className, x1: x, x2: x, y1: gridTop, y2: bottom }),
        ),
        index % labelStep === 0
          ? svgText(
              Math.min(Math.max(x, half), width - half),
              top - 12,
              "chart-tick",
              label,
              "middle",
            )
          : "",
      ];
    }),
    ...headings,
    ...groups.map((group) => group.picture),
  ].join("");
  const words = groups.map((group) => group.words).join("");
  return chartElement(
    { kind: layout.kind, width, height: y + 4 },
    { title: definition.title, description: describeChart(definition) },
    picture,
    words,
  );
}

/** What the groups below share; a strong line, since lengths across it do not compare. */
function drawSection(heading: string, layout: ChartLayout, top: number): string {
  const [line = heading] = wrapText(heading, groupSize, layout.width, 1, 600);
  return [
    svgElement("line", { class: "chart-break", x1: 0, x2: layout.width, y1: top + 6, y2: top + 6 }),
    svgText(0, top + 28, "chart-section", line),
  ].join("");
}

interface DrawnGroup {
  readonly picture: string;
  readonly words: string;
  /** Where grid lines begin: under the model's name where it stands on the plot. */
  readonly gridTop: number;
  readonly bottom: number;
}

function drawGroup(
  group: ChartGroup,
  layout: ChartLayout,
  scale: (at: number) => number,
  top: number,
): DrawnGroup {
  const isWide = layout.kind === "wide";
  const labelLines = wrapText(group.label, groupSize, layout.labelWidth, 3);
  const firstRow = top + groupPadding + (isWide ? 0 : labelLines.length * groupLabelHeight);
  const rows = group.points.map((point, index) => ({
    point,
    y: firstRow + index * rowHeight + rowHeight / 2,
  }));
  const labelsBottom = top + groupPadding * 2 + labelLines.length * groupLabelHeight;
  const rowsBottom = firstRow + rows.length * rowHeight + groupPadding;
  const bottom = isWide ? Math.max(labelsBottom, rowsBottom) : rowsBottom;
  const labels = labelLines.map((line, index) =>
    svgText(0, top + groupPadding + 14 + index * groupLabelHeight, "chart-group", `${line} `),
  );
  const hasStanding = group.points.some(({ role }) => role === "standing");
  const isAlone = group.points.length === 1;
  const picture = [
    svgElement("line", { class: "chart-grid", x1: 0, x2: layout.width, y1: top, y2: top }),
    ...rows.map(({ point, y }) => drawInterval(point, layout, scale, y)),
    ...rows.map(({ point, y }) =>
      pointMark(point.role, scale(Number(point.value)), y, pointRadius),
    ),
  ].join("");
  const words = [
    svgLink(group.href, group.label, labels),
    ...rows.map(({ point, y }) =>
      drawPointWords(point, layout, scale, y, {
        hasLabel: isAlone || !hasStanding || point.role !== "agrees" || point.isNamed !== undefined,
        hasSource: !isAlone || point.isNamed !== undefined || point.breakNote !== undefined,
      }),
    ),
  ].join("");
  return { picture, words, gridTop: isWide ? top : firstRow - 2, bottom };
}

function drawInterval(
  point: ChartPoint,
  layout: ChartLayout,
  scale: (at: number) => number,
  y: number,
): string {
  const span = pixelSpan(point, scale, layout.plotLeft, layout.plotRight);
  // Narrower than its mark, an interval would only blur it.
  if (span === null || span.to - span.from < pointRadius * 2) return "";
  return svgElement("line", {
    class: `chart-interval chart-interval--${point.role}`,
    x1: span.from,
    x2: span.to,
    y1: y,
    y2: y,
  });
}

/**
 * A figure and its source in words beside the mark. Only what a reader looks for is named: the standing,
 * and whatever differs from it. What agrees is one more mark under it, named in the table.
 */
function drawPointWords(
  point: ChartPoint,
  layout: ChartLayout,
  scale: (at: number) => number,
  y: number,
  show: { readonly hasLabel: boolean; readonly hasSource: boolean },
): string {
  const x = scale(Number(point.value));
  if (!show.hasLabel) {
    // No words: a clear patch keeps the mark a link.
    const label = `${point.valueText} ${point.label}, ${roleWords[point.role]}`;
    return point.href === null ? "" : svgLink(point.href, label, [hitArea(x - 9, y, 18)]);
  }
  const span = pixelSpan(point, scale, layout.plotLeft, layout.plotRight);
  const source = show.hasSource ? `${point.label}${point.breakNote ? " *" : ""}` : "";
  const valueWidth = textWidth(point.valueText, smallSize, 600);
  const width = valueWidth + (source === "" ? 0 : 6 + textWidth(source, smallSize));
  const right = Math.max(x, span?.to ?? x) + 9;
  const isRight = right + width <= layout.width;
  const left = Math.min(x, span?.from ?? x) - 9 - width;
  // Words that fit on neither side begin at the edge and lie over the interval, never over the edge.
  const start = isRight ? right : Math.max(0, left);
  const isAlert = point.role === "conflicts" ? " chart-value--conflicts" : "";
  const words = [
    hitArea(isRight ? x - 9 : start, y, width + 18),
    svgText(start, y + 4.5, `chart-value${isAlert}`, `${point.valueText} `),
    source === "" ? "" : svgText(start + valueWidth + 6, y + 4.5, "chart-source", source),
  ];
  // What is read aloud begins with what is seen, in its order.
  const label = `${point.valueText} ${source === "" ? point.label : source}, ${roleWords[point.role]}`;
  return svgLink(point.href, label, words);
}

function hitArea(x: number, y: number, width: number): string {
  return svgElement("rect", {
    x,
    y: y - rowHeight / 2,
    width,
    height: rowHeight,
    "fill-opacity": "0",
  });
}
