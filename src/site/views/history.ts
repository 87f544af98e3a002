/** What the change log tells of one record, in words and with links. */
import type { Analysis } from "../../core/analysis.ts";
import {
  type ChangeLog,
  type ChangeRow,
  historyOfDiscrepancy,
  historyOfSource,
} from "../../core/changes/change-log.ts";
import { CLAIM_FIELDS, type ClaimField } from "../../core/changes/claim-state.ts";
import { describeFact, publisherName } from "../../core/facts/describe.ts";
import { formatDate } from "../../core/quantity/calendar.ts";
import { compareText } from "../../core/report/issue.ts";
import { claimPath } from "../addresses.ts";
import type { Link } from "./claim.ts";
import { OUTCOMES } from "./discrepancy.ts";

/** One thing that happened, and when. */
export interface HistoryEntry {
  /** In ISO form. */
  readonly on: string;
  readonly date: string;
  readonly text: string;
  /** The claim that it happened to; null for anything else. */
  readonly claim: Link | null;
  /** For a correction: what stood in each field, and what stands there now. */
  readonly fields: readonly {
    readonly name: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly note: string | null;
}

const entry = (
  { date }: ChangeRow,
  text: string,
  more: Partial<Omit<HistoryEntry, "on" | "date" | "text">> = {},
): HistoryEntry => ({
  on: date,
  date: formatDate(date),
  text,
  claim: null,
  fields: [],
  note: null,
  ...more,
});

/** A decision as the log keeps it, `stands: <ids>`, in the words of readers. */
function outcomeText(logged: string): string {
  const outcome = logged.split(":")[0] ?? "";
  return Object.hasOwn(OUTCOMES, outcome) ? OUTCOMES[outcome as keyof typeof OUTCOMES] : outcome;
}

function claimLink({ dataset }: Analysis, id: string): Link {
  const claim = dataset.claims.get(id) ?? dataset.retired.get(id);
  return {
    text: claim ? `${publisherName(dataset, claim)} on ${describeFact(dataset, claim)}` : id,
    path: claimPath(id),
  };
}

/** What happened to a claim or a discrepancy; what only says that claims were added has no entry. */
function describeRow(analysis: Analysis, row: ChangeRow): HistoryEntry | null {
  switch (row.what) {
    case "claims-added":
      return null;
    case "claim-corrected":
      return entry(row, "Corrected", {
        claim: claimLink(analysis, row.id),
        fields: [
          {
            name: CLAIM_FIELDS[row.field],
            before: fieldText(analysis, row.field, row.before),
            after: fieldText(analysis, row.field, row.after),
          },
        ],
      });
    case "claim-retired":
      return entry(row, "Retired", { claim: claimLink(analysis, row.id), note: row.note });
    case "claim-restored":
      return entry(row, "Restored", { claim: claimLink(analysis, row.id) });
    case "verdict-given":
      return entry(
        row,
        row.before === null
          ? `Decided: ${outcomeText(row.after)}`
          : `Decided anew: ${outcomeText(row.after)}; before: ${outcomeText(row.before)}`,
        { note: row.note },
      );
    case "verdict-reopened":
      return entry(row, "Open again", { note: row.note });
    case "verdict-withdrawn":
      return entry(row, `Verdict withdrawn; it was: ${outcomeText(row.before)}`);
    case "discrepancies-found":
      return entry(row, "First found", { note: row.note });
    case "discrepancies-gone":
      return entry(row, "No longer found", { note: row.note });
    default:
      return row satisfies never;
  }
}

/** A question is told in words where it is still asked; otherwise its id is all there is. */
function fieldText({ dataset, facts }: Analysis, field: ClaimField, text: string | null): string {
  const fact = field === "question" && text !== null ? facts.get(text) : undefined;
  return fact ? describeFact(dataset, fact) : (text ?? "nothing");
}

/** Entries of rows in their order; what was corrected in one claim on one day is one entry. */
function describeRows(analysis: Analysis, rows: readonly ChangeRow[]): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  let last: ChangeRow | null = null;
  for (const row of rows) {
    const described = describeRow(analysis, row);
    if (described === null) continue;
    const previous = entries.at(-1);
    const isSameClaim =
      row.what === "claim-corrected" &&
      last?.what === "claim-corrected" &&
      last.id === row.id &&
      last.date === row.date;
    if (previous && isSameClaim)
      entries.splice(-1, 1, { ...previous, fields: [...previous.fields, ...described.fields] });
    else entries.push(described);
    last = row;
  }
  return entries;
}

/** When a discrepancy was found, decided, opened again; the earliest first. */
export function discrepancyHistory(
  analysis: Analysis,
  log: ChangeLog,
  discrepancy: { readonly id: string },
): HistoryEntry[] {
  return describeRows(analysis, historyOfDiscrepancy(log, discrepancy)).map((described, index) =>
    // What was gone for a while and is back was found before.
    described.text === "First found" && index > 0
      ? { ...described, text: "Found again" }
      : described,
  );
}

export interface SourceHistory {
  /** How many claims were entered each day, the latest first. */
  readonly added: readonly DayCount[];
  /** What was corrected and retired, the latest first. */
  readonly changes: readonly HistoryEntry[];
}

/** What happened to the claims of a source. */
export function sourceHistory(analysis: Analysis, log: ChangeLog, source: string): SourceHistory {
  const rows = historyOfSource(log, source);
  return { added: additionsByDay(rows), changes: describeRows(analysis, rows).reverse() };
}

export interface DayCount {
  readonly on: string;
  readonly date: string;
  readonly count: number;
}

/** How many claims were entered each day, the latest first. */
export function additionsByDay(rows: readonly ChangeRow[]): DayCount[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.what === "claims-added")
      counts.set(row.date, (counts.get(row.date) ?? 0) + row.keys.length);
  }
  return [...counts]
    .map(([on, count]) => ({ on, date: formatDate(on), count }))
    .sort((one, other) => compareText(other.on, one.on));
}

/** Corrected and retired claims, in the order of the log. */
export function claimChanges(analysis: Analysis, log: ChangeLog): HistoryEntry[] {
  return describeRows(
    analysis,
    log.rows.filter(({ what }) => what.startsWith("claim-")),
  );
}
