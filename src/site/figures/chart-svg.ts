import { barKey, describeBars, drawBars } from "./chart-bars-svg.ts";
import type { ChartDefinition } from "./chart-definition.ts";
import type { ChartKind } from "./chart-element.ts";
import { describeMatrix, drawMatrix } from "./chart-matrix-svg.ts";
import { chartRows } from "./chart-rows.ts";
import { describeScatter, drawScatter } from "./chart-scatter-svg.ts";
import { describeValues, drawValues } from "./chart-values-svg.ts";
import { type MarkRole, markRoles, pointMark, roleWords } from "./marks.ts";
import { svgElement } from "./svg.ts";

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
      return drawValues(definition, kind, describeChart(definition));
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

/** The marks that a chart uses, in the order in which its key lists them, each with its word. A chart of one mark needs no key. */
export function chartKey(definition: ChartDefinition): { word: string; svg: string }[] {
  if (definition.form === "bars") return barKey(definition);
  const used = new Set(rolesOf(definition));
  if (used.size === 1) return [];
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

/** Whether its key or its labels have words for how claims stand beside one another, which readers can look up. */
export function hasStatusWords(definition: ChartDefinition): boolean {
  if (definition.form === "bars") return definition.areStatuses === true;
  return definition.form === "matrix" || chartKey(definition).length > 0;
}

function rolesOf(definition: Exclude<ChartDefinition, { form: "bars" }>): MarkRole[] {
  switch (definition.form) {
    case "values":
      return definition.groups.flatMap(({ points }) =>
        chartRows(points).map(({ point }) => point.role),
      );
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
