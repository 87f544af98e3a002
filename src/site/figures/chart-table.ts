/** The figures of a chart as a table: what stands beside the drawing, and what its CSV file holds. */
import type { ChartDefinition, ChartPoint } from "./chart-definition.ts";
import { roleWords } from "./marks.ts";

interface ChartTableCell {
  readonly text: string;
  readonly href?: string | null | undefined;
}

export interface ChartTable {
  readonly columns: readonly { readonly label: string; readonly isNumber: boolean }[];
  /** One cell for each column; the first is the row's name. */
  readonly rows: readonly (readonly ChartTableCell[])[];
}

const words = (label: string) => ({ label, isNumber: false });
const numbers = (label: string) => ({ label, isNumber: true });

/** A table of everything that a chart draws, one row for each mark, or for a matrix each fact. */
export function chartTable(definition: ChartDefinition): ChartTable {
  switch (definition.form) {
    case "values": {
      const hasSections = definition.groups.some(({ section }) => section !== undefined);
      const hasNotes = definition.groups.some(({ points }) =>
        points.some(({ breakNote }) => breakNote !== undefined),
      );
      return {
        columns: [
          words("Model"),
          ...(hasSections ? [words("Measured")] : []),
          ...(definition.rowName === undefined ? [] : [words(definition.rowName)]),
          words("Source"),
          numbers(definition.unit),
          words("Status"),
          ...(hasNotes ? [words("Note")] : []),
        ],
        rows: definition.groups.flatMap(({ label, href, section, points }) =>
          points.map((point) => [
            { text: label, href },
            ...(hasSections ? [{ text: section ?? "" }] : []),
            ...(definition.rowName === undefined ? [] : [{ text: point.row ?? "" }]),
            { text: point.label, href: point.href },
            { text: point.valueText },
            { text: roleWords[point.role] },
            ...(hasNotes ? [{ text: point.breakNote ?? "" }] : []),
          ]),
        ),
      };
    }
    case "scatter": {
      const { horizontal, vertical, points, frontier } = definition;
      const cells = (point: ChartPoint) => [
        { text: point.valueText, href: point.href },
        { text: `${point.label}, ${roleWords[point.role]}` },
      ];
      return {
        columns: [
          words("Model"),
          numbers(`${horizontal.name}, ${horizontal.unit}`),
          words(`${horizontal.name}: source`),
          numbers(`${vertical.name}, ${vertical.unit}`),
          words(`${vertical.name}: source`),
          words("Setting"),
          ...(frontier === null ? [] : [words("On the line")]),
          words("Note"),
        ],
        rows: points.map((point, index) => [
          { text: point.label, href: point.href },
          ...cells(point.horizontal),
          ...cells(point.vertical),
          { text: point.setting ?? "" },
          ...(frontier === null ? [] : [{ text: frontier.includes(index) ? "yes" : "no" }]),
          {
            text: [point.horizontal.breakNote, point.vertical.breakNote]
              .filter((note) => note !== undefined)
              .join("; "),
          },
        ]),
      };
    }
    case "bars":
      return {
        columns: [
          words(definition.rowName),
          ...definition.parts.map(({ name }) => numbers(name)),
          numbers(`All ${definition.unit}`),
        ],
        rows: definition.rows.map(({ label, href, parts }) => [
          { text: label, href },
          ...definition.parts.map((_, index): ChartTableCell => {
            const part = parts.find((each) => each.part === index);
            return part ? { text: String(part.count), href: part.href } : { text: "0" };
          }),
          { text: String(parts.reduce((sum, { count }) => sum + count, 0)) },
        ]),
      };
    case "matrix":
      return {
        columns: [words("Fact"), ...definition.columns.map(({ label }) => words(label))],
        rows: definition.rows.map(({ label, href, cells }) => [
          { text: label, href },
          ...cells.map(
            (cell): ChartTableCell =>
              cell === null
                ? { text: "" }
                : { text: `${cell.valueText}, ${roleWords[cell.role]}`, href: cell.href },
          ),
        ]),
      };
    default:
      return definition satisfies never;
  }
}
