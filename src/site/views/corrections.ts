/** What was wrong in the ledger, for the page of corrections. */
import type { Analysis } from "../../core/analysis.ts";
import type { ChangeLog } from "../../core/changes/change-log.ts";
import { known } from "../../core/dataset/dataset.ts";
import { formatDate } from "../../core/quantity/calendar.ts";
import { compareText } from "../../core/report/issue.ts";
import { claimPath, discrepancyPath } from "../addresses.ts";
import type { Link } from "./claim.ts";
import { additionsByDay, claimChanges, type DayCount, type HistoryEntry } from "./history.ts";

export interface Retirement {
  readonly on: string;
  readonly date: string;
  readonly source: string;
  readonly because: string;
  readonly path: string;
}

/** Claims that were retired, the latest first. */
export function retirements({ dataset }: Analysis): Retirement[] {
  return [...dataset.retired.values()]
    .map((claim) => ({
      on: claim.retired?.on ?? "",
      date: formatDate(claim.retired?.on ?? ""),
      source: known(dataset.sources, claim.source).title,
      because: claim.retired?.because ?? "",
      path: claimPath(claim.id),
    }))
    .sort((one, other) => compareText(other.on, one.on) || compareText(one.path, other.path));
}

export interface CorrectionsView {
  readonly retired: readonly Retirement[];
  /** Verdicts that opened again, the latest first. */
  readonly reopened: readonly { readonly date: string; readonly discrepancy: Link }[];
  /** Corrected claims by day, the latest day first. */
  readonly corrected: readonly {
    readonly date: string;
    readonly entries: readonly HistoryEntry[];
  }[];
  /** Claims that were entered, as counts by day, the latest first. */
  readonly added: readonly DayCount[];
}

export function correctionsView(analysis: Analysis, log: ChangeLog): CorrectionsView {
  const corrected = new Map<string, HistoryEntry[]>();
  for (const entry of claimChanges(analysis, log)) {
    // A retirement is listed from the data, which say where the claim went.
    if (entry.fields.length === 0) continue;
    corrected.set(entry.on, [...(corrected.get(entry.on) ?? []), entry]);
  }
  const reopened = log.rows.flatMap((row) =>
    row.what === "verdict-reopened"
      ? [
          {
            date: formatDate(row.date),
            discrepancy: {
              text: analysis.discrepancies.get(row.id)?.summary ?? row.id,
              path: discrepancyPath(row.id),
            },
          },
        ]
      : [],
  );
  return {
    retired: retirements(analysis),
    reopened: reopened.reverse(),
    corrected: [...corrected]
      .sort(([one], [other]) => compareText(other, one))
      .map(([on, entries]) => ({ date: formatDate(on), entries })),
    added: additionsByDay(log.rows),
  };
}
