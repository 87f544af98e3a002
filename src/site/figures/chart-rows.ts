/** The rows of a chart of figures: equal figures of several sources are one mark with all their names. */
import type { ChartPoint } from "./chart-definition.ts";

export interface ChartRow {
  /** Whose mark is drawn: the first of them, which is the standing one where there is one. */
  readonly point: ChartPoint;
  /** The figure as it is written beside the mark. */
  readonly text: string;
  /** Who states it, each publisher once, with the claim to which its name leads. */
  readonly sources: readonly ChartPoint[];
}

/** Figures that stand for the same values and stand alike to the others, in the order of the first of each. */
export function chartRows(points: readonly ChartPoint[]): ChartRow[] {
  const rows = new Map<string, ChartPoint[]>();
  for (const point of points) {
    const key = keyOf(point);
    const row = rows.get(key);
    if (row) row.push(point);
    else rows.set(key, [point]);
  }
  return [...rows.values()].flatMap((equal) => {
    const [point] = equal;
    if (point === undefined) return [];
    const sources = new Map<string, ChartPoint>();
    for (const each of equal) if (!sources.has(each.label)) sources.set(each.label, each);
    const text = point.role === "standing" ? point.valueText : commonText(equal);
    return [{ point, text, sources: [...sources.values()] }];
  });
}

/** A figure that agrees with the standing one to the digit shares its mark. */
function keyOf({ row, value, low, high, role, breakNote }: ChartPoint): string {
  const standing = role === "standing" ? "agrees" : role;
  return JSON.stringify([row, value, low, high, standing, breakNote]);
}

/** How most of them print it: `1 million` for `1M`, `1 million` and `1 million`; of equally many the shortest. */
function commonText(points: readonly ChartPoint[]): string {
  const counts = new Map<string, number>();
  for (const { valueText } of points) counts.set(valueText, (counts.get(valueText) ?? 0) + 1);
  const [[text = ""] = []] = [...counts].sort(
    ([one, count], [other, others]) => others - count || one.length - other.length,
  );
  return text;
}

/** `GPT-X (2026-01-01)` as the name and what of it is meant, which is written more quietly. */
export function splitLabel(label: string): { readonly name: string; readonly detail: string } {
  const parts = /^(.+?) \((.+)\)$/u.exec(label);
  return { name: parts?.[1] ?? label, detail: parts?.[2] ?? "" };
}
