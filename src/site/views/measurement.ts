import { MUTATIONS } from "../../core/mutations/mutation.ts";
import type { Results } from "../../core/mutations/record.ts";
import { divide, multiply, roundToPlaces } from "../../core/quantity/decimal.ts";

export interface ErrorRow {
  readonly title: string;
  readonly summary: string | null;
  readonly injected: number;
  readonly found: string;
  readonly right: string;
}

export interface MeasurementView {
  /** One row a kind of error, and all of them together at the foot. */
  readonly rows: readonly ErrorRow[];
  readonly total: ErrorRow;
  readonly injected: number;
  readonly claims: number;
  readonly unchecked: string;
}

/** `38 (95%)`: whole percent, so that few cases do not look like many. */
function withShare(part: number, whole: number): string {
  if (whole === 0) return "0";
  const percent = roundToPlaces(multiply(divide(String(part), String(whole)), "100"), 0);
  return `${part} (${percent}%)`;
}

/** What the engine found of the errors that were put in on purpose. */
export function measurementView(results: Results): MeasurementView {
  const sum = (field: "injected" | "found" | "right") =>
    results.tally.reduce((total, row) => total + row[field], 0);
  const row = (
    title: string,
    summary: string | null,
    counts: { injected: number; found: number; right: number },
  ): ErrorRow => ({
    title,
    summary,
    injected: counts.injected,
    found: withShare(counts.found, counts.injected),
    right: withShare(counts.right, counts.injected),
  });
  const all = { injected: sum("injected"), found: sum("found"), right: sum("right") };
  return {
    rows: results.tally.map((each) =>
      row(MUTATIONS[each.kind].title, MUTATIONS[each.kind].summary, each),
    ),
    total: row("All", null, all),
    injected: all.injected,
    claims: results.claims,
    unchecked: withShare(results.unchecked, results.claims),
  };
}
