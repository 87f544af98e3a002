import { intervalMark, type MarkRole, type PixelSpan, pointMark, roleWords } from "./marks.ts";
import {
  type AxisDomain,
  type AxisKind,
  type AxisTick,
  axisTicks,
  crowdedRows,
  isDrawable,
  pixelScale,
  pixelSpan,
  printedPlaces,
  stripDomain,
} from "./strip-scale.ts";
import { escapeText, svgElement, svgLink, svgText } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";

export type StripRole = MarkRole;

/** `large` on pages of facts and discrepancies, `medium` in lists, `inline` inside a sentence. */
export type StripSize = "large" | "medium" | "inline";

/** One source's figure. */
export interface StripRow {
  /** Who states it, short: a publisher. */
  readonly label: string;
  /** The figure as readers see it: `54.6%`, `$0.10`, `about 66%`, `14 Apr 2025`. */
  readonly valueText: string;
  /** Ends of what the figure stands for, as decimal text in the axis' unit; `null` is open to that side. */
  readonly low: string | null;
  readonly high: string | null;
  /** A single point: `low` and `high` are the same. */
  readonly exact: boolean;
  /** "about": the ends dissolve. */
  readonly fades: boolean;
  readonly role: StripRole;
  /** Where the claim is shown, already a path under the base. */
  readonly href: string | null;
  /** A few words under the name: "repeats OpenAI", "in its table". */
  readonly note?: string | undefined;
}

interface StripAxis {
  /** What is counted: "percent of tasks solved", "USD per 1M input tokens". */
  readonly label: string;
  /** On a `calendar` axis `low` and `high` count days since 1970-01-01. */
  readonly kind: AxisKind;
  /** Decimal text (`54.5`) or, on a calendar, an ISO date, to a tick's label. */
  readonly formatTick: (value: string) => string;
}

/** One question and every source's answer, on one axis. */
export interface StripDefinition {
  /** The question in words, the drawing's accessible name: "GPT-4.1 on SWE-bench Verified". */
  readonly title: string;
  readonly axis: StripAxis;
  /** Drawn in this order. Rows without both ends keep their words and get no bar. */
  readonly rows: readonly StripRow[];
}

/** Whether a strip of these rows would show anything. */
export function canDrawStrip(definition: StripDefinition): boolean {
  return isDrawable(definition.rows);
}

/**
 * The precision strip: each source's figure drawn as the interval that it stands for. Overlap is
 * agreement, a gap is a conflict.
 *
 * `large` gives two SVG elements, `strip--wide` and `strip--narrow`, of which the styles show one.
 *
 * @throws RangeError where no row has an end (see `canDrawStrip`)
 */
export function precisionStrip(definition: StripDefinition, size: StripSize): string {
  switch (size) {
    case "large":
      return (
        drawLarge(definition, wideLayout(definition)) +
        drawLarge(definition, narrowLayout(definition))
      );
    case "medium":
      return drawMedium(definition);
    case "inline":
      return drawInline(definition);
    default:
      return size satisfies never;
  }
}

/** What the drawing says, for those who do not see it. */
export function describeStrip({ rows }: StripDefinition): string {
  return rows.map((row) => `${row.label}: ${row.valueText}, ${roleWords[row.role]}.`).join(" ");
}

const labelSize = 15;
const smallSize = 13;

interface LargeLayout {
  readonly kind: "wide" | "narrow";
  readonly width: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  /** Right edge of the figures' column. */
  readonly valueRight: number;
  /** Room for a name before it wraps. */
  readonly labelWidth: number;
  readonly barThickness: number;
}

/** Names, figures, plot and status words in columns. */
function wideLayout({ rows }: StripDefinition): LargeLayout {
  const width = 640;
  const labels = rows.map((row) => textWidth(row.label, labelSize, 600));
  const values = rows.map((row) => textWidth(row.valueText, labelSize, 600));
  const words = rows.map((row) => textWidth(roleWords[row.role], smallSize, 600));
  const valueWidth = Math.max(...values);
  // Long figures take room from long names, which can wrap, rather than from the plot.
  const labelWidth = Math.min(valueWidth > 150 ? 120 : 170, Math.max(70, ...labels));
  const valueRight = labelWidth + 18 + valueWidth;
  return {
    kind: "wide",
    width,
    labelWidth,
    valueRight,
    plotLeft: valueRight + 20,
    plotRight: width - Math.max(...words) - 16,
    barThickness: 11,
  };
}

/** Drawn for 360 pixels: words above each bar, and the plot takes the whole width. */
function narrowLayout({ rows }: StripDefinition): LargeLayout {
  const width = 360;
  const values = rows.map((row) => textWidth(row.valueText, labelSize, 600));
  return {
    kind: "narrow",
    width,
    labelWidth: Math.min(200, width - Math.max(...values) - 14),
    valueRight: width,
    plotLeft: 0,
    plotRight: width,
    barThickness: 12,
  };
}

function drawLarge(definition: StripDefinition, layout: LargeLayout): string {
  const domain = stripDomain(definition.rows, definition.axis.kind);
  const whole = drawPanel(definition, definition.rows, domain, layout, 0);
  const pixelsPerUnit = (layout.plotRight - layout.plotLeft) / (domain.to - domain.from);
  const crowded = crowdedRows(definition.rows, pixelsPerUnit);
  const lens = crowded === null ? null : drawLens(definition, crowded, domain, layout, whole);
  const height = lens?.bottom ?? whole.bottom;
  return frame(
    definition,
    `strip strip--large strip--${layout.kind}`,
    layout.width,
    height,
    [whole.words, lens?.words ?? ""].join(""),
    [whole.picture, lens?.picture ?? ""].join(""),
  );
}

interface Drawn {
  /** Marks and axis: a picture. */
  readonly picture: string;
  /** Names and figures: text and links. */
  readonly words: string;
  readonly bottom: number;
  /** Baseline of the axis. */
  readonly axisY: number;
}

interface PlacedRow {
  readonly row: StripRow;
  readonly labelLines: readonly string[];
  readonly noteLines: readonly string[];
  /** Where the status word stands: beside the plot or the name, or on a line of its own under the name. */
  readonly word: { readonly x: number; readonly line: number };
  /** Centre of the bar. */
  readonly barY: number;
  /** Baseline of the first line of words. */
  readonly textY: number;
  readonly bottom: number;
}

const lineHeight = 18;
const noteLineHeight = 16;

function placeRows(rows: readonly StripRow[], layout: LargeLayout, top: number): PlacedRow[] {
  let y = top;
  return rows.map((row) => {
    const placed =
      layout.kind === "wide" ? placeWideRow(row, layout, y) : placeNarrowRow(row, layout, y);
    y = placed.bottom;
    return placed;
  });
}

function wrapWords(row: StripRow, layout: LargeLayout) {
  return {
    labelLines: wrapText(row.label, labelSize, layout.labelWidth, 2, 600),
    noteLines: row.note === undefined ? [] : wrapText(row.note, smallSize, layout.valueRight, 2),
  };
}

function placeWideRow(row: StripRow, layout: LargeLayout, top: number): PlacedRow {
  const { labelLines, noteLines } = wrapWords(row, layout);
  const height = labelLines.length * lineHeight + noteLines.length * noteLineHeight;
  // The bar is level with the name, not with the middle of name and note.
  const barY = top + 17;
  return {
    row,
    labelLines,
    noteLines,
    word: { x: layout.plotRight + 16, line: 0 },
    barY,
    textY: barY + 5,
    bottom: top + Math.max(34, height + 16),
  };
}

function placeNarrowRow(row: StripRow, layout: LargeLayout, top: number): PlacedRow {
  const { labelLines, noteLines } = wrapWords(row, layout);
  const lastLine = labelLines.length - 1;
  const beside = textWidth(labelLines[lastLine] ?? "", labelSize, 600) + 10;
  const end = beside + textWidth(roleWords[row.role], smallSize) + 10;
  const free =
    lastLine > 0 ? layout.width : layout.valueRight - textWidth(row.valueText, labelSize, 600);
  const hasRoom = end <= free;
  const lines = labelLines.length + (hasRoom ? 0 : 1);
  const height = lines * lineHeight + noteLines.length * noteLineHeight;
  return {
    row,
    labelLines,
    noteLines,
    word: hasRoom ? { x: beside, line: lastLine } : { x: 0, line: lastLine + 1 },
    barY: top + height + 18,
    textY: top + 17,
    bottom: top + height + 38,
  };
}

function drawPanel(
  definition: StripDefinition,
  rows: readonly StripRow[],
  domain: AxisDomain,
  layout: LargeLayout,
  top: number,
): Drawn {
  const { plotLeft, plotRight } = layout;
  const scale = pixelScale(domain, plotLeft, plotRight);
  const placed = placeRows(rows, layout, top + 6);
  const axisY = (placed.at(-1)?.bottom ?? top) + 2;
  const spanOf = (row: StripRow) => pixelSpan(row, scale, plotLeft, plotRight);
  const standing = rows.find((row) => row.role === "standing");
  const picture = [
    ...bandStretches(placed, layout, top, axisY).map(([from, to]) =>
      drawBand(standing === undefined ? null : spanOf(standing), from, to),
    ),
    ...placed.map(({ row, barY }) => {
      const span = spanOf(row);
      return (
        drawTrack(span, barY, plotLeft, plotRight) + drawMark(row, span, barY, layout.barThickness)
      );
    }),
    drawAxis(definition, domain, scale, layout, axisY),
  ];
  const words = placed.map((one) => drawWords(one, layout));
  const axisLabelLines = wrapText(definition.axis.label, smallSize, plotRight - plotLeft, 2);
  const labelTop = axisY + 40;
  picture.push(
    ...axisLabelLines.map((line, index) =>
      svgText(plotLeft, labelTop + index * noteLineHeight, "strip-axis-label", line),
    ),
  );
  return {
    picture: picture.join(""),
    words: words.join(""),
    axisY,
    bottom: labelTop + (axisLabelLines.length - 1) * noteLineHeight + 6,
  };
}

/**
 * The rows that lie too close again, on a magnified axis; the stretch it shows is marked on the whole
 * axis. The whole axis stays: an axis with a break would hide how far away the far source is.
 */
function drawLens(
  definition: StripDefinition,
  indices: readonly number[],
  wholeDomain: AxisDomain,
  layout: LargeLayout,
  whole: Drawn,
): Drawn {
  const rows = indices.flatMap((index) => definition.rows[index] ?? []);
  const domain = stripDomain(rows, definition.axis.kind);
  const scale = pixelScale(wholeDomain, layout.plotLeft, layout.plotRight);
  const marked = svgElement("line", {
    class: "strip-lens",
    x1: scale(domain.from),
    x2: scale(domain.to),
    y1: whole.axisY,
    y2: whole.axisY,
  });
  const headingY = whole.bottom + 30;
  const heading = svgText(
    0,
    headingY,
    "strip-lens-heading",
    "The thick stretch of the axis, magnified",
  );
  const panel = drawPanel(definition, rows, domain, layout, headingY + 12);
  return { ...panel, picture: marked + heading + panel.picture };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * Where the standing's band is drawn: through all rows where the words stand beside the plot, behind the
 * bars alone where they stand on it.
 */
function bandStretches(
  placed: readonly PlacedRow[],
  layout: LargeLayout,
  top: number,
  axisY: number,
): (readonly [from: number, to: number])[] {
  if (layout.kind === "wide") return [[top, axisY]];
  const reach = layout.barThickness - 1;
  return placed.map(({ barY }) => [barY - reach, barY + reach] as const);
}

/** The standing's interval through all rows: what lies on it agrees. */
function drawBand(span: PixelSpan | null, top: number, bottom: number): string {
  if (span === null) return "";
  const edges = [span.openFrom ? null : span.from, span.openTo ? null : span.to];
  const isPoint = span.to - span.from < 1;
  return [
    svgElement("rect", {
      class: "strip-band",
      x: isPoint ? span.from - 1 : span.from,
      y: top,
      width: Math.max(2, span.to - span.from),
      height: bottom - top,
    }),
    ...(isPoint ? [span.from] : edges).map((x) =>
      x === null
        ? ""
        : svgElement("line", { class: "strip-band-edge", x1: x, x2: x, y1: top, y2: bottom }),
    ),
  ].join("");
}

/** The hairline a bar lies on; it stops at the bar, so that hollow bars stay hollow. */
function drawTrack(span: PixelSpan | null, y: number, left: number, right: number): string {
  const stretches =
    span === null
      ? [[left, right] as const]
      : [[left, span.from - 4] as const, [span.to + 4, right] as const];
  return stretches
    .filter(([from, to]) => to - from > 4)
    .map(([x1, x2]) => svgElement("line", { class: "strip-track", x1, x2, y1: y, y2: y }))
    .join("");
}

function drawMark(row: StripRow, span: PixelSpan | null, y: number, thickness: number): string {
  if (span === null) return "";
  if (row.exact) return pointMark(row.role, span.from, y, thickness / 2 + 0.5);
  const isSlight = row.role === "rounds" || row.role === "scope";
  return intervalMark(row.role, span, y, isSlight ? thickness - 1 : thickness, row.fades);
}

function drawAxis(
  definition: StripDefinition,
  domain: AxisDomain,
  scale: (at: number) => number,
  layout: LargeLayout,
  y: number,
): string {
  const { plotLeft, plotRight } = layout;
  const ticks = fittingTicks(definition, domain, plotRight - plotLeft);
  return [
    svgElement("line", { class: "strip-axis", x1: plotLeft, x2: plotRight, y1: y, y2: y }),
    ...ticks.flatMap(({ at, label }) => {
      const x = scale(at);
      const half = textWidth(label, smallSize) / 2;
      // A label at the edge of the drawing is moved inside; its tick stays where it is.
      const labelX = Math.min(Math.max(x, half), layout.width - half);
      return [
        svgElement("line", { class: "strip-axis", x1: x, x2: x, y1: y, y2: y + 5 }),
        svgText(labelX, y + 20, "strip-tick", label, "middle"),
      ];
    }),
  ].join("");
}

/**
 * As many round ticks as leave air between their labels and have no more decimals than the figures have:
 * beside prices of $0.10 and $0.12, a tick at $0.105 would promise a precision nobody claimed.
 */
function fittingTicks(
  { axis, rows }: StripDefinition,
  domain: AxisDomain,
  width: number,
): AxisTick[] {
  const places = Math.max(...rows.map(({ valueText }) => printedPlaces(valueText)));
  const choices = [7, 6, 5, 4, 3, 2]
    .map((count) => axisTicks(domain, axis.kind, count, axis.formatTick))
    .filter((ticks) => {
      const widest = Math.max(0, ...ticks.map(({ label }) => textWidth(label, smallSize)));
      return ticks.length * (widest + 22) <= width;
    });
  const isPlain = (ticks: readonly AxisTick[]) =>
    ticks.length > 1 &&
    (axis.kind === "calendar" || ticks.every(({ label }) => printedPlaces(label) <= places));
  return choices.find(isPlain) ?? choices[0] ?? axisTicks(domain, axis.kind, 1, axis.formatTick);
}

function drawWords(placed: PlacedRow, layout: LargeLayout): string {
  const { row, labelLines, noteLines, textY } = placed;
  const weight = row.role === "standing" ? " strip-strong" : "";
  const word = roleWords[row.role];
  const name = labelLines.map((line, index) =>
    // The space is not drawn; it keeps the words of the link apart where they are read as text.
    svgText(0, textY + index * lineHeight, `strip-label${weight}`, `${line} `),
  );
  const value = svgText(layout.valueRight, textY, `strip-value${weight}`, row.valueText, "end");
  const wordMark = svgText(
    placed.word.x,
    textY + placed.word.line * lineHeight,
    `strip-word strip-word--${row.role}`,
    word,
  );
  const wordLines = Math.max(labelLines.length, placed.word.line + 1);
  const notesY = textY + wordLines * lineHeight - 1;
  const notes = noteLines.map((line, index) =>
    svgText(0, notesY + index * noteLineHeight, "strip-note", line),
  );
  const label = `${row.label} ${row.valueText}, ${word}`;
  return svgLink(row.href, label, [...name, value]) + wordMark + notes.join("");
}

/**
 * The SVG element. A drawing that holds links is a group with a picture in it: inside `role="img"` links
 * could be focused but not heard.
 */
function frame(
  definition: StripDefinition,
  className: string,
  width: number,
  height: number,
  words: string,
  picture: string,
): string {
  const hasLinks = words.includes("<a ");
  const title = svgElement("title", {}, [escapeText(definition.title)]);
  const description = svgElement("desc", {}, [escapeText(describeStrip(definition))]);
  const box = { class: className, viewBox: `0 0 ${pixelText(width)} ${pixelText(height)}` };
  const size = { width, height };
  return hasLinks
    ? svgElement("svg", { ...box, ...size, role: "group", "aria-label": definition.title }, [
        svgElement("g", { role: "img" }, [title, description, picture]),
        words,
      ])
    : svgElement("svg", { ...box, ...size, role: "img" }, [title, description, picture, words]);
}

function pixelText(value: number): string {
  return String(round(value));
}

/** Bars without words, for a list whose items are words already. */
function drawMedium(definition: StripDefinition): string {
  const width = 280;
  const left = 2;
  const right = width - 2;
  const pitch = 12;
  const domain = stripDomain(definition.rows, definition.axis.kind);
  const scale = pixelScale(domain, left, right);
  const drawn = definition.rows.filter((row) => row.low !== null || row.high !== null);
  const axisY = drawn.length * pitch + 5;
  const standing = drawn.find((row) => row.role === "standing");
  const ticks = fittingTicks(definition, domain, width);
  const ends = [ticks[0], ticks.length > 1 ? ticks.at(-1) : undefined].flatMap(
    (tick) => tick ?? [],
  );
  const picture = [
    drawBand(standing === undefined ? null : pixelSpan(standing, scale, left, right), 0, axisY),
    ...drawn.map((row, index) => {
      const y = index * pitch + pitch / 2 + 2;
      const span = pixelSpan(row, scale, left, right);
      return drawMark(row, span, y, 7);
    }),
    svgElement("line", { class: "strip-axis", x1: left, x2: right, y1: axisY, y2: axisY }),
    ...ticks.map(({ at }) =>
      svgElement("line", {
        class: "strip-axis",
        x1: scale(at),
        x2: scale(at),
        y1: axisY,
        y2: axisY + 3,
      }),
    ),
    ...ends.map(({ at, label }) => {
      const half = textWidth(label, smallSize) / 2;
      const x = Math.min(Math.max(scale(at), half), width - half);
      return svgText(x, axisY + 17, "strip-tick", label, "middle");
    }),
  ].join("");
  return frame(definition, "strip strip--medium", width, axisY + 22, "", picture);
}

/**
 * A word's height: two lanes, what agrees with the standing above, what does not below, or one lane where
 * nothing disagrees. Whether the lanes share a column of ink is all that can be read at this size.
 */
function drawInline(definition: StripDefinition): string {
  const width = 60;
  const height = 18;
  const domain = stripDomain(definition.rows, definition.axis.kind);
  const scale = pixelScale(domain, 0, width);
  const isApart = (role: StripRole) => role === "conflicts" || role === "scope";
  const isTwoLane = definition.rows.some((row) => isApart(row.role));
  // Wide bars first, so that the precise ones lie on top of them.
  const order: readonly StripRole[] = ["scope", "rounds", "agrees", "standing", "conflicts"];
  const marks = order.flatMap((role) =>
    definition.rows
      .filter((row) => row.role === role)
      .map((row) => {
        const y = isTwoLane ? (isApart(role) ? 13.5 : 4.5) : 9;
        const span = pixelSpan(row, scale, 0, width);
        if (span === null) return "";
        return row.exact
          ? pointMark(role, Math.min(Math.max(span.from, 4), width - 4), y, 3.25)
          : intervalMark(role, span, y, role === "rounds" ? 6 : 7, false);
      }),
  );
  const line = svgElement("line", { class: "strip-track", x1: 0, x2: width, y1: 9, y2: 9 });
  const picture = (isTwoLane ? line : "") + [...new Set(marks)].join("");
  return frame(definition, "strip strip--inline", width, height, "", picture);
}
