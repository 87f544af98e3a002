import type { Analysis } from "../../core/analysis.ts";
import { KINDS } from "../../core/checks/kinds.ts";
import { describeFact, publisherName } from "../../core/facts/describe.ts";
import { MUTATIONS } from "../../core/mutations/mutation.ts";
import type { Declaration, Results } from "../../core/mutations/record.ts";
import { divide, multiply, roundToPlaces } from "../../core/quantity/decimal.ts";
import { claimPath, discrepancyPath } from "../addresses.ts";

interface ErrorRow {
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

interface MissedError {
  readonly title: string;
  readonly path: string;
  /** What was done to the claim. */
  readonly note: string;
  readonly result: string;
}

/** The errors that nothing found or that were named as something else; claims that have left the dataset since are left out. */
export function missedErrors(
  { dataset }: Analysis,
  declared: Declaration,
  results: Results,
): MissedError[] {
  return declared.mutations.flatMap((mutation, index) => {
    const outcome = results.outcomes[index];
    const claim = dataset.claims.get(mutation.claim);
    if (!claim || !outcome || outcome.isRight) return [];
    return [
      {
        title: `${publisherName(dataset, claim)} on ${describeFact(dataset, claim)}`,
        path: claimPath(claim.id),
        note: mutation.note,
        result:
          outcome.foundAs.length === 0 ? "not found" : `found as ${outcome.foundAs.join(", ")}`,
      },
    ];
  });
}

interface JudgedFinding {
  readonly title: string;
  /** Null for a discrepancy that the engine reports no more. */
  readonly path: string | null;
  readonly why: string;
}

/** Discrepancies on which somebody who read them against the sources has remarked, each by its kind and what it is about. */
export function judgedFindings(
  { dataset, discrepancies }: Analysis,
  judged: readonly { readonly id: string; readonly why: string }[],
): JudgedFinding[] {
  return judged.map(({ id, why }) => {
    const found = discrepancies.get(id);
    const claim = found?.about[0];
    return {
      title:
        found && claim
          ? `${KINDS[found.kind].title}, ${publisherName(dataset, claim)} on ${describeFact(dataset, claim)}`
          : id,
      path: found ? discrepancyPath(id) : null,
      why,
    };
  });
}
