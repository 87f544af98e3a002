import {
  type ChartGroup,
  type ChartPoint,
  directionWords,
  type ValuesDefinition,
} from "./chart-definition.ts";
import { type ChartKind, chartElement, chartWidths } from "./chart-element.ts";
import { type ChartRemarks, chartRemarks } from "./chart-remarks.ts";
import { type ChartRow, chartRows, splitLabel } from "./chart-rows.ts";
import { pointMark, roleWords } from "./marks.ts";
import { logPixelScale, pixelScale, pixelSpan } from "./strip-scale.ts";
import { svgElement, svgLink, svgText } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";

interface Layout {
  readonly kind: ChartKind;
  readonly width: number;
  /** Room for the names of models. */
  readonly labelWidth: number;
  /** Where the names of rows end, before the plot; they have none where nothing tells rows apart. */
  readonly rowNameEnd: number;
  readonly plotLeft: number;
  readonly plotRight: number;
}

/** What every group of a chart is drawn with. */
interface Frame {
  readonly layout: Layout;
  readonly scale: (at: number) => number;
  readonly signOf: ChartRemarks["signOf"];
}

const groupSize = 15;
const smallSize = 13;
const signSize = 10;
const rowHeight = 18;
const groupPadding = 8;
const groupLabelHeight = 20;
const sectionHeight = 40;
const topHeight = 46;
const pointRadius = 4.5;
/** From this height on a reader at the foot no longer sees the axis at the top. */
const tallPlot = 600;

/** What the drawing says, for those who do not see it. */
export function describeValues({ description, groups }: ValuesDefinition): string {
  const sentences = groups.map(({ label, section, points }) => {
    const stated = points.map(
      (point) =>
        `${point.row === undefined ? "" : `${point.row}, `}${point.label} ${point.valueText}, ${roleWords[point.role]}`,
    );
    return `${section === undefined ? "" : `${section}, `}${label}: ${stated.join("; ")}.`;
  });
  return [description, ...sentences].join(" ");
}

function layoutOf({ groups }: ValuesDefinition, kind: ChartKind): Layout {
  const width = chartWidths[kind];
  const rowNames = groups.flatMap(({ points }) => points.flatMap(({ row }) => row ?? []));
  const rowNameWidth = Math.max(0, ...rowNames.map((name) => textWidth(name, smallSize)));
  if (kind === "narrow") {
    const plotLeft = rowNameWidth === 0 ? 0 : rowNameWidth + 10;
    return { kind, width, labelWidth: width, rowNameEnd: rowNameWidth, plotLeft, plotRight: 348 };
  }
  const widths = groups.flatMap(({ label }) => {
    const { name, detail } = splitLabel(label);
    return [textWidth(name, groupSize), textWidth(detail, smallSize)];
  });
  const labelWidth = Math.min(170, Math.max(60, ...widths));
  const rowNameEnd = labelWidth + (rowNameWidth === 0 ? 0 : rowNameWidth + 16);
  const plotLeft = rowNameEnd + (rowNameWidth === 0 ? 24 : 10);
  return { kind, width, labelWidth, rowNameEnd, plotLeft, plotRight: width - 12 };
}

/** Figures by model on one axis. */
export function drawValues(
  definition: ValuesDefinition,
  kind: ChartKind,
  description: string,
): string {
  const { axis } = definition;
  const layout = layoutOf(definition, kind);
  const { width, plotLeft, plotRight } = layout;
  const toPixels = axis.scale === "log" ? logPixelScale : pixelScale;
  const scale = toPixels({ from: Number(axis.from), to: Number(axis.to) }, plotLeft, plotRight);
  const frame: Frame = { layout, scale, signOf: chartRemarks(definition).signOf };
  const heading = [axis.label, directionWords[definition.direction]].filter((part) => part !== "");
  const headingLeft = kind === "wide" ? plotLeft : 0;
  const headingLines = wrapText(heading.join("; "), smallSize, width - headingLeft, 2);
  const top = topHeight + (headingLines.length - 1) * 16;
  let y = top;
  let section: string | undefined;
  const headings: string[] = [];
  const groups = definition.groups.map((group) => {
    if (group.section !== undefined && group.section !== section) {
      const lines = wrapText(group.section, groupSize, width, 2, 600);
      headings.push(drawSection(lines, layout, y));
      y += sectionHeight + (lines.length - 1) * groupLabelHeight;
    }
    section = group.section;
    const drawn = drawGroup(group, frame, y);
    y = drawn.bottom;
    return drawn;
  });
  const widestTick = Math.max(0, ...axis.ticks.map(({ label }) => textWidth(label, smallSize)));
  const tickSpacing = (plotRight - plotLeft) / Math.max(1, axis.ticks.length - 1);
  // Where labels would run into one another, only every second or third tick is drawn.
  const step = Math.max(1, Math.ceil((widestTick + 12) / tickSpacing));
  const ticks = axis.ticks.filter((_, index) => index % step === 0);
  const tickLabels = (baseline: number) =>
    ticks.map(({ at, label }) => {
      const half = textWidth(label, smallSize) / 2;
      const middle = Math.min(Math.max(scale(Number(at)), half), width - half);
      return svgText(middle, baseline, "chart-tick", label, "middle");
    });
  const isTall = y - top > tallPlot;
  const picture = [
    ...headingLines.map((line, index) =>
      svgText(headingLeft, 13 + index * 16, "chart-axis-label", line),
    ),
    ...tickLabels(top - 12),
    ...ticks.flatMap(({ at }) => {
      const x = scale(Number(at));
      const className = Number(at) === Number(axis.from) ? "chart-baseline" : "chart-grid";
      return groups.map(({ gridTop, bottom }) =>
        svgElement("line", { class: className, x1: x, x2: x, y1: gridTop, y2: bottom }),
      );
    }),
    ...headings,
    ...groups.map((group) => group.picture),
    ...(isTall ? tickLabels(y + 18) : []),
  ].join("");
  const words = groups.map((group) => group.words).join("");
  return chartElement(
    { kind, width, height: y + (isTall ? 24 : 4) },
    { title: definition.title, description },
    picture,
    words,
  );
}

/** What the groups below share; a strong line, since lengths across it do not compare. */
function drawSection(lines: readonly string[], layout: Layout, top: number): string {
  return [
    svgElement("line", { class: "chart-break", x1: 0, x2: layout.width, y1: top + 6, y2: top + 6 }),
    ...lines.map((line, index) =>
      svgText(0, top + 28 + index * groupLabelHeight, "chart-section", line),
    ),
  ].join("");
}

interface DrawnGroup {
  readonly picture: string;
  readonly words: string;
  /** Where grid lines begin: under the model's name where it stands on the plot. */
  readonly gridTop: number;
  readonly bottom: number;
}

function drawGroup(group: ChartGroup, frame: Frame, top: number): DrawnGroup {
  const { layout, scale } = frame;
  const isWide = layout.kind === "wide";
  const label = drawLabel(group.label, layout, top + groupPadding);
  const firstRow = isWide ? top + groupPadding : label.bottom;
  let rowTop = firstRow;
  let name: string | undefined;
  const rows = placeWords(group.points, frame).map((words) => {
    const { point } = words.row;
    const placed = {
      ...words,
      y: rowTop + rowHeight / 2,
      name: point.row === name ? "" : point.row,
    };
    name = point.row;
    rowTop += words.lines.length * rowHeight;
    return placed;
  });
  const rowsBottom = rowTop + groupPadding;
  const bottom = isWide ? Math.max(label.bottom + groupPadding, rowsBottom) : rowsBottom;
  const picture = [
    svgElement("line", { class: "chart-grid", x1: 0, x2: layout.width, y1: top, y2: top }),
    ...rows.map(({ row: { point }, y }) => drawInterval(point, frame, y)),
    ...rows.map(({ row: { point }, y }) =>
      pointMark(point.role, scale(Number(point.value)), y, pointRadius),
    ),
  ].join("");
  const words = [
    svgLink(group.href, label.text, label.lines),
    ...rows.map(
      (row) =>
        (row.name ? svgText(layout.rowNameEnd, row.y + 4.5, "chart-label", row.name, "end") : "") +
        drawWords(row, frame, row.y),
    ),
  ].join("");
  return { picture, words, gridTop: isWide ? top : firstRow - 2, bottom };
}

/** A model's name, and more quietly what of it was run: beside it where there is room, or under it. */
function drawLabel(label: string, layout: Layout, top: number) {
  const { name, detail } = splitLabel(label);
  const nameLines = wrapText(name, groupSize, layout.labelWidth, 3);
  const lastWidth = textWidth(`${nameLines.at(-1) ?? ""} `, groupSize);
  const isBeside =
    detail !== "" && lastWidth + textWidth(detail, smallSize) + 4 <= layout.labelWidth;
  const detailLines = detail === "" ? [] : wrapText(detail, smallSize, layout.labelWidth, 3);
  const nameBottom = top + nameLines.length * groupLabelHeight;
  return {
    text: detail === "" ? name : `${name} ${detail}`,
    lines: [
      ...nameLines.map((line, index) =>
        svgText(0, top + 14 + index * groupLabelHeight, "chart-group", `${line} `),
      ),
      ...(isBeside
        ? [svgText(lastWidth + 4, nameBottom - 6, "chart-source", detail)]
        : detailLines.map((line, index) =>
            svgText(0, nameBottom + 10 + index * 17, "chart-source", `${line} `),
          )),
    ],
    bottom: nameBottom + (isBeside ? 0 : detailLines.length * 17),
  };
}

function drawInterval(point: ChartPoint, { layout, scale }: Frame, y: number): string {
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

/** A figure or a name beside a mark. */
interface Word {
  readonly text: string;
  readonly width: number;
  /** The claim to which it leads; null for the figure itself, which leads where the first name does. */
  readonly source: ChartPoint | null;
}

interface PlacedWords {
  readonly row: ChartRow;
  /** Left edge of every line. */
  readonly start: number;
  readonly lines: readonly (readonly Word[])[];
}

const wordGap = 6;

/**
 * The words of all rows of a model: on one side of their marks, the right one where all of them fit there, and in several lines
 * where they fit on neither. Only where a side has no room for some row does each have its own.
 */
function placeWords(points: readonly ChartPoint[], { layout, scale }: Frame): PlacedWords[] {
  const edge =
    layout.kind === "wide" ? layout.plotLeft + 4 : layout.plotLeft === 0 ? 0 : layout.plotLeft + 4;
  const rows = chartRows(points).map((row) => {
    const x = scale(Number(row.point.value));
    const span = pixelSpan(row.point, scale, layout.plotLeft, layout.plotRight);
    const words = wordsOf(row);
    return {
      row,
      words,
      width: widthOf(words),
      // The figure and its first name are never parted.
      least: widthOf(words.slice(0, 2)),
      right: Math.max(x, span?.to ?? x) + 9,
      left: Math.min(x, span?.from ?? x) - 9,
    };
  });
  const leastRight = Math.min(...rows.map(({ right }) => layout.width - right));
  const leastLeft = Math.min(...rows.map(({ left }) => left - edge));
  const wrapsRight = rows.every(({ right, least }) => right + least <= layout.width);
  const wrapsLeft = rows.every(({ left, least }) => left - least >= edge);
  const fitsRight = rows.every(({ right, width }) => right + width <= layout.width);
  const fitsLeft = rows.every(({ left, width }) => left - width >= edge);
  return rows.map(({ row, words, width: own, least, right, left }) => {
    const isRight =
      wrapsRight || wrapsLeft
        ? fitsRight || (!fitsLeft && wrapsRight && (leastRight >= leastLeft || !wrapsLeft))
        : right + own <= layout.width || layout.width - right >= left - edge;
    const room = isRight ? layout.width - right : left - edge;
    // Words that fit on neither side lie over the interval, never over the edge.
    const lines = brokenAt(words, room >= least ? room : layout.width - edge);
    const width = Math.max(...lines.map(widthOf));
    const start = isRight ? Math.min(right, layout.width - width) : left - width;
    return { row, start: Math.max(edge, start), lines };
  });
}

function wordsOf({ point, text, sources }: ChartRow): Word[] {
  const figure = { text, width: textWidth(text, smallSize, 600), source: null };
  const names = sources.map((source, index) => {
    const name = index < sources.length - 1 ? `${source.label},` : source.label;
    const sign = source === point && point.breakNote !== undefined ? signSize * 1.4 : 0;
    return { text: name, width: textWidth(name, smallSize) + sign, source };
  });
  return [figure, ...names];
}

const widthOf = (words: readonly Word[]): number =>
  words.reduce((sum, { width }) => sum + width, 0) + (words.length - 1) * wordGap;

/** Words in lines of a width; the figure keeps its first name beside it. */
function brokenAt(words: readonly Word[], room: number): Word[][] {
  const lines: Word[][] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (
      last !== undefined &&
      ((last.length === 1 && lines.length === 1) || widthOf([...last, word]) <= room)
    )
      last.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** The figure and who states it. Each name leads to its claim, the mark and the figure to that of the first. */
function drawWords(
  { row, start, lines }: PlacedWords,
  { scale, signOf }: Frame,
  y: number,
): string {
  const { point, text } = row;
  const isAlert = point.role === "conflicts" ? " chart-value--conflicts" : "";
  const mark = scale(Number(point.value));
  return lines
    .flatMap((line, index) => {
      const baseline = y + 4.5 + index * rowHeight;
      let x = start;
      return line.map(({ text: shown, width, source }) => {
        const left = x;
        x += width + wordGap;
        if (source === null) return "";
        const name = svgText(left, baseline, "chart-source", `${shown} `);
        const sign = source === point ? signOf(point) : "";
        const signed =
          sign === ""
            ? ""
            : svgText(left + textWidth(shown, smallSize) + 1, baseline - 4, "chart-sign", sign);
        if (source !== point)
          return svgLink(
            source.href,
            `${source.label}, ${source.valueText}, ${roleWords[source.role]}`,
            [hitArea(left, y + index * rowHeight, width), name],
          );
        const printed = source.valueText === text ? "" : `, printed ${source.valueText}`;
        const from = Math.min(mark - 9, start);
        const to = Math.max(mark + 9, left + width);
        return (
          svgLink(source.href, `${text} ${source.label}${printed}, ${roleWords[point.role]}`, [
            hitArea(from, y, to - from),
            svgText(start, baseline, `chart-value${isAlert}`, `${text} `),
            name,
          ]) + signed
        );
      });
    })
    .join("");
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
