/** What stands under a chart about single marks of it, and the sign that leads from the mark there. */
import type { ChartDefinition, ChartPoint, ScatterPoint } from "./chart-definition.ts";

export interface ChartRemarks {
  /** A sentence each, without its full stop; equal ones once. */
  readonly list: readonly { readonly sign: string; readonly text: string }[];
  /** The sign beside a mark; an empty text where nothing is said of it. */
  readonly signOf: (mark: ChartPoint | ScatterPoint) => string;
}

/** `*` where there is one remark, numbers where there are several. */
export function chartRemarks(definition: ChartDefinition): ChartRemarks {
  const said = remarksByMark(definition);
  const texts = [...new Set(said.values())];
  const signs = new Map(
    texts.map((text, index) => [text, texts.length === 1 ? "*" : String(index + 1)]),
  );
  return {
    list: [...signs].map(([text, sign]) => ({ sign, text })),
    signOf: (mark) => signs.get(said.get(mark) ?? "") ?? "",
  };
}

/** `GPT-X, Bench: Maker states 54.6%; Digest states 54.9%`. */
function remarksByMark(definition: ChartDefinition): Map<ChartPoint | ScatterPoint, string> {
  const remarks = new Map<ChartPoint | ScatterPoint, string>();
  switch (definition.form) {
    case "values":
      for (const { label, section, points } of definition.groups)
        for (const point of points) {
          const place = [label, section, point.row].filter((part) => part !== undefined);
          const [remark] = remarkOn(point);
          if (remark !== undefined) remarks.set(point, `${place.join(", ")}: ${remark}`);
        }
      return remarks;
    case "scatter":
      for (const point of definition.points) {
        const own = [point.horizontal, point.vertical].flatMap(remarkOn);
        if (own.length > 0) remarks.set(point, `${point.label}: ${own.join("; ")}`);
      }
      return remarks;
    case "bars":
    case "matrix":
      return remarks;
    default:
      return definition satisfies never;
  }
}

const remarkOn = ({ label, valueText, breakNote }: ChartPoint): string[] =>
  breakNote === undefined ? [] : [`${label} states ${valueText}; ${breakNote}`];
