import { svgElement } from "./svg.ts";

/** The statuses of a fact as shown to readers: one list everywhere. */
export const readerStatuses = [
  "single",
  "agrees",
  "rounds",
  "scope differs",
  "conflicts",
  "decided",
  "open",
] as const;
export type ReaderStatus = (typeof readerStatuses)[number];

export const severities = ["note", "minor", "major"] as const;
export type Severity = (typeof severities)[number];

type Shape = "solid" | "hollow" | "line" | "dashed";

function bar(shape: Shape, x: number, y: number, width: number): string {
  // Strokes lie on the outline, so hollow bars are drawn smaller by one stroke.
  const inset = shape === "solid" ? 0 : 0.625;
  return svgElement("rect", {
    class: `status-${shape}`,
    x: x + inset,
    y: y + inset,
    width: width - 2 * inset,
    height: 4 - 2 * inset,
  });
}

function path(shape: Shape, d: string): string {
  return svgElement("path", { class: `status-${shape}`, d });
}

/**
 * Each status is a precision strip in miniature, two sources' bars on one axis: one bar; two that cover
 * each other; a precise one above a wide one; two that a line keeps apart; two without common ground;
 * the same with one of them struck; the same with nothing decided between them.
 */
const statusShapes: Readonly<Record<ReaderStatus, readonly string[]>> = {
  single: [bar("solid", 6, 5, 8)],
  agrees: [bar("solid", 5, 2, 10), bar("solid", 5, 8, 10)],
  rounds: [bar("solid", 8, 2, 5), bar("hollow", 2, 8, 16)],
  "scope differs": [bar("dashed", 1, 5, 7), path("line", "M10 0V14"), bar("dashed", 12, 5, 7)],
  conflicts: [bar("solid", 1, 2, 8), bar("solid", 11, 8, 8)],
  decided: [bar("solid", 1, 2, 8), bar("hollow", 11, 8, 8), path("line", "M9.5 13L20 7")],
  open: [bar("hollow", 1, 2, 8), bar("hollow", 11, 8, 8)],
};

/** One, two or three bars: how much a discrepancy matters. */
const severityShapes: Readonly<Record<Severity, readonly string[]>> = {
  note: [bar("hollow", 2, 5, 16)],
  minor: [bar("solid", 2, 2, 16), bar("hollow", 2, 8, 16)],
  major: [bar("solid", 2, 2, 16), bar("solid", 2, 8, 16)],
};

function miniature(shapes: readonly string[]): string {
  return svgElement(
    "svg",
    { viewBox: "0 0 20 14", width: 20, height: 14, "aria-hidden": "true" },
    shapes,
  );
}

/** The picture of a status; the word always stands beside it. */
export function statusMark(status: ReaderStatus): string {
  return miniature(statusShapes[status]);
}

/** The picture of a severity; the word always stands beside it. */
export function severityMark(severity: Severity): string {
  return miniature(severityShapes[severity]);
}

/** The class that gives a status its colour: `status--scope-differs`. */
export function statusClass(status: ReaderStatus): string {
  return `status status--${status.replaceAll(" ", "-")}`;
}
