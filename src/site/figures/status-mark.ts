import type { Status } from "../../core/verdicts/status.ts";
import { svgElement } from "./svg.ts";

export const severities = ["note", "minor", "major"] as const;
export type Severity = (typeof severities)[number];

type Shape = "solid" | "hollow" | "line";

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
 * the same with one of them chosen; the same with neither.
 */
const statusShapes: Readonly<Record<Status, readonly string[]>> = {
  single: [bar("solid", 6, 5, 8)],
  agrees: [bar("solid", 5, 2, 10), bar("solid", 5, 8, 10)],
  rounds: [bar("solid", 8, 2, 5), bar("hollow", 2, 8, 16)],
  "scope differs": [bar("solid", 0, 5, 7), path("line", "M10 1V13"), bar("solid", 13, 5, 7)],
  conflicts: [bar("solid", 1, 2, 8), bar("solid", 11, 8, 8)],
  decided: [bar("solid", 1, 2, 8), bar("hollow", 11, 8, 8)],
  open: [bar("hollow", 1, 2, 8), bar("hollow", 11, 8, 8)],
};

/** A disc that fills: how much a discrepancy matters. Not bars, which tell of statuses. */
const severityShapes: Readonly<Record<Severity, readonly string[]>> = {
  note: [disc("hollow")],
  minor: [disc("hollow"), path("solid", "M10 2A5 5 0 0 1 10 12Z")],
  major: [disc("solid")],
};

function disc(shape: Shape): string {
  return svgElement("circle", {
    class: `status-${shape}`,
    cx: 10,
    cy: 7,
    r: shape === "solid" ? 5 : 4.4,
  });
}

function miniature(shapes: readonly string[], left: number): string {
  return svgElement(
    "svg",
    {
      viewBox: `${left} 0 ${20 - 2 * left} 14`,
      width: 20 - 2 * left,
      height: 14,
      "aria-hidden": "true",
    },
    shapes,
  );
}

/** The picture of a status; the word always stands beside it. */
export function statusMark(status: Status): string {
  return miniature(statusShapes[status], 0);
}

/** The picture of a severity; the word always stands beside it. */
export function severityMark(severity: Severity): string {
  return miniature(severityShapes[severity], 4);
}

/** The class that gives a status its colour: `status--scope-differs`. */
export function statusClass(status: Status): string {
  return `status status--${status.replaceAll(" ", "-")}`;
}
