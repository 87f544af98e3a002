/** Which figures of an explainer have changed in the data since its text was last looked over. */
import type { Analysis } from "../../core/analysis.ts";
import type { ChangeRow } from "../../core/changes/change-log.ts";
import type { ClaimField } from "../../core/changes/claim-state.ts";
import type { Claim } from "../../core/dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../../core/facts/describe.ts";
import type { Mention } from "../../core/lint/prose/mentions.ts";
import { formatDate } from "../../core/quantity/calendar.ts";
import { claimPath, discrepancyPath } from "../addresses.ts";

export interface FigureChange {
  readonly date: string;
  readonly text: string;
  readonly path: string;
}

/** Fields that change what a reader takes from the figure; a corrected place or quote does not. */
const TELLING: ReadonlySet<ClaimField> = new Set([
  "question",
  "value",
  "unit",
  "qualifier",
  "direction",
  "relation",
  "time",
]);

/**
 * What happened after a day to the claims that an explainer shows and to the other claims of their facts, in the order of the log.
 *
 * @param rows of the change log
 * @param since the day of the explainer's last change, in ISO form; what happened on that day its writer has seen
 */
export function changesSince(
  analysis: Analysis,
  rows: readonly ChangeRow[],
  mentions: readonly Mention[],
  since: string,
): FigureChange[] {
  const { dataset } = analysis;
  const ids = (kind: Mention["kind"]) =>
    mentions.filter((mention) => mention.kind === kind).map(({ id }) => id);
  const claims = new Set(ids("claim"));
  const facts = new Set([
    ...ids("fact"),
    ...[...claims].flatMap((id) => analysis.factOfClaim.get(id)?.id ?? []),
  ]);
  const shown = new Set(ids("discrepancy"));

  const concerns = (id: string) => {
    const fact = analysis.factOfClaim.get(id);
    return claims.has(id) || (fact !== undefined && facts.has(fact.id));
  };
  const isAbout = (id: string) =>
    shown.has(id) ||
    (analysis.discrepancies.get(id)?.facts.some((fact) => facts.has(fact)) ?? false);
  const nameOf = (id: string) => {
    const claim = dataset.claims.get(id) ?? dataset.retired.get(id);
    return claim ? `${publisherName(dataset, claim)} on ${describeFact(dataset, claim)}` : id;
  };
  const ofClaim = ({ date }: ChangeRow, id: string, what: string): FigureChange[] =>
    concerns(id)
      ? [{ date: formatDate(date), text: `${nameOf(id)}: ${what}`, path: claimPath(id) }]
      : [];
  const ofDiscrepancy = ({ date }: ChangeRow, id: string, what: string): FigureChange[] => {
    const summary = analysis.discrepancies.get(id)?.summary;
    return summary !== undefined && isAbout(id)
      ? [{ date: formatDate(date), text: `${what}: ${summary}`, path: discrepancyPath(id) }]
      : [];
  };

  return rows
    .filter(({ date }) => date > since)
    .flatMap((row): FigureChange[] => {
      switch (row.what) {
        case "claims-added":
          return row.keys.flatMap((key) => {
            const claim: Claim | undefined = dataset.claims.get(`${row.source}#${key}`);
            return claim
              ? ofClaim(row, claim.id, `a new claim, ${describeValue(dataset, claim)}`)
              : [];
          });
        case "claim-corrected":
          return TELLING.has(row.field)
            ? ofClaim(
                row,
                row.id,
                `corrected from ${row.before ?? "nothing"} to ${row.after ?? "nothing"}`,
              )
            : [];
        case "claim-retired":
          return ofClaim(row, row.id, "retired");
        case "claim-restored":
          return ofClaim(row, row.id, "restored");
        case "verdict-given":
          return ofDiscrepancy(row, row.id, "Decided");
        case "verdict-reopened":
          return ofDiscrepancy(row, row.id, "Open again");
        case "verdict-withdrawn":
          return ofDiscrepancy(row, row.id, "Verdict withdrawn");
        case "discrepancies-found":
          return row.ids.flatMap((id) => ofDiscrepancy(row, id, "Found"));
        // What it was about is no longer known; a change of its claims has a row of its own.
        case "discrepancies-gone":
          return [];
        default:
          return row satisfies never;
      }
    });
}
