/**
 * The change log of the data: rows that a command appends from two states of the dataset. Replayed, they give every
 * claim that ever stood in the ledger, every decision and every discrepancy, so nothing leaves without a row.
 */
import { z } from "zod";
import type { Analysis, Discrepancy } from "../analysis.ts";
import type { Claim, Dataset, Verdict } from "../dataset/dataset.ts";
import { compareText, type Issue } from "../report/issue.ts";
import { CLAIM_FIELDS, type ClaimField, changedFields, digestSource } from "./claim-state.ts";

/** Below the data folder. */
export const CHANGE_LOG_FILE = "changes.ndjson";

const GENERATED =
  "by npm run data:log, which appends rows from two states of the data; do not edit";
const FORMAT = 1;

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const text = z.string().min(1);

const row = z.discriminatedUnion("what", [
  z.strictObject({
    date,
    what: z.literal("claims-added"),
    source: text,
    keys: z.array(text).min(1),
  }),
  z.strictObject({
    date,
    what: z.literal("claim-corrected"),
    id: text,
    field: z.enum(Object.keys(CLAIM_FIELDS) as [ClaimField, ...ClaimField[]]),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
  z.strictObject({
    date,
    what: z.literal("claim-retired"),
    id: text,
    after: text.nullable(),
    note: text,
  }),
  z.strictObject({ date, what: z.literal("claim-restored"), id: text }),
  z.strictObject({
    date,
    what: z.literal("verdict-given"),
    id: text,
    before: text.nullable(),
    after: text,
    judged: text,
    note: text,
  }),
  z.strictObject({ date, what: z.literal("verdict-reopened"), id: text, note: text }),
  z.strictObject({ date, what: z.literal("verdict-withdrawn"), id: text, before: text }),
  z.strictObject({
    date,
    what: z.enum(["discrepancies-found", "discrepancies-gone"]),
    ids: z.array(text).min(1),
    note: text,
  }),
]);

const header = z.strictObject({
  generated: z.string(),
  format: z.literal(FORMAT),
  sources: z.record(z.string(), z.string()),
});

/** One change, or a group of the same sort on one day. */
export type ChangeRow = z.infer<typeof row>;

export interface ChangeLog {
  /** A hash of each source's claims in the state for which the log was last written. */
  readonly sources: Readonly<Record<string, string>>;
  /** In the order in which they were written. */
  readonly rows: readonly ChangeRow[];
}

/** Where a log is none, counted from one, and why. */
export interface ChangeLogFault {
  readonly line: number;
  readonly fault: string;
}

export const EMPTY_LOG: ChangeLog = { sources: {}, rows: [] };

/** Reads the file, one JSON object a line. */
export function parseChangeLog(content: string): ChangeLog | ChangeLogFault {
  const lines = content.split("\n").filter((line) => line !== "");
  const parsed: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    try {
      parsed.push(JSON.parse(line));
    } catch {
      return { line: index + 1, fault: "is not JSON" };
    }
  }
  const head = header.safeParse(parsed[0]);
  if (!head.success) return { line: 1, fault: "is not the head of a change log of this format" };
  const rows: ChangeRow[] = [];
  for (const [index, candidate] of parsed.slice(1).entries()) {
    const result = row.safeParse(candidate);
    if (!result.success) return { line: index + 2, fault: "is no row of a change log" };
    rows.push(result.data);
  }
  return { sources: head.data.sources, rows };
}

export const isChangeLogFault = (result: ChangeLog | ChangeLogFault): result is ChangeLogFault =>
  "fault" in result;

/** The text of the file; its first line says that it is generated, and by what. */
export function formatChangeLog({ sources, rows }: ChangeLog): string {
  const head = { generated: GENERATED, format: FORMAT, sources };
  return [head, ...rows].map((line) => `${JSON.stringify(line)}\n`).join("");
}

interface LoggedVerdict {
  readonly text: string;
  readonly judged: string;
  readonly isOpenAgain: boolean;
}

/** What the rows of a log say of the state after them. */
interface Replayed {
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly retired: ReadonlySet<string>;
  readonly verdicts: ReadonlyMap<string, LoggedVerdict>;
  readonly discrepancies: ReadonlySet<string>;
}

function replay(rows: readonly ChangeRow[]): Replayed {
  const keys = new Map<string, Set<string>>();
  const retired = new Set<string>();
  const verdicts = new Map<string, LoggedVerdict>();
  const discrepancies = new Set<string>();
  for (const change of rows) {
    switch (change.what) {
      case "claims-added": {
        const known = keys.get(change.source) ?? new Set();
        for (const key of change.keys) known.add(key);
        keys.set(change.source, known);
        break;
      }
      case "claim-retired":
        retired.add(change.id);
        break;
      case "claim-restored":
        retired.delete(change.id);
        break;
      case "verdict-given":
        verdicts.set(change.id, { text: change.after, judged: change.judged, isOpenAgain: false });
        break;
      case "verdict-reopened": {
        const given = verdicts.get(change.id);
        if (given) verdicts.set(change.id, { ...given, isOpenAgain: true });
        break;
      }
      case "verdict-withdrawn":
        verdicts.delete(change.id);
        break;
      case "discrepancies-found":
        for (const id of change.ids) discrepancies.add(id);
        break;
      case "discrepancies-gone":
        for (const id of change.ids) discrepancies.delete(id);
        break;
      case "claim-corrected":
        break;
      default:
        change satisfies never;
    }
  }
  return { keys, retired, verdicts, discrepancies };
}

/** Every claim of every source, retired ones included. */
export const everyClaim = (dataset: Dataset): Claim[] =>
  [...dataset.sources.values()].flatMap((source) => source.claims);

/** Ids of claims that the log knows and the dataset holds neither live nor retired. */
export function removedClaims(log: ChangeLog, dataset: Dataset): string[] {
  return [...replay(log.rows).keys].flatMap(([source, keys]) => {
    const held = new Set(dataset.sources.get(source)?.claims.map((claim) => claim.key));
    return [...keys].filter((key) => !held.has(key)).map((key) => `${source}#${key}`);
  });
}

const verdictText = ({ outcome, stands }: Verdict): string =>
  stands.length === 0 ? outcome : `${outcome}: ${stands.join(", ")}`;

/** Rows for claims that were added, retired or restored since the log, and for corrections since a state before. */
function claimRows(
  log: Replayed,
  before: Iterable<Claim>,
  after: Dataset,
  day: string,
): ChangeRow[] {
  const rows: ChangeRow[] = [];
  for (const source of [...after.sources.values()].sort((one, other) =>
    compareText(one.id, other.id),
  )) {
    const logged = log.keys.get(source.id);
    const keys = source.claims.map((claim) => claim.key).filter((key) => !logged?.has(key));
    if (keys.length > 0)
      rows.push({
        date: day,
        what: "claims-added",
        source: source.id,
        keys: keys.sort(compareText),
      });
  }
  const old = new Map([...before].map((claim) => [claim.id, claim] as const));
  for (const claim of everyClaim(after).sort((one, other) => compareText(one.id, other.id))) {
    const { id, retired } = claim;
    const predecessor = old.get(id);
    for (const change of predecessor ? changedFields(predecessor, claim) : [])
      rows.push({ date: day, what: "claim-corrected", id, ...change });
    if (retired && !log.retired.has(id))
      rows.push({
        date: day,
        what: "claim-retired",
        id,
        after: retired.movedTo,
        note: retired.because,
      });
    if (!retired && log.retired.has(id)) rows.push({ date: day, what: "claim-restored", id });
  }
  return rows;
}

function verdictRows(
  log: Replayed,
  { dataset, discrepancies }: Analysis,
  day: string,
): ChangeRow[] {
  const rows: ChangeRow[] = [];
  const inOrder = [...dataset.verdicts.values()].sort((one, other) =>
    compareText(one.discrepancy, other.discrepancy),
  );
  for (const verdict of inOrder) {
    const id = verdict.discrepancy;
    const last = log.verdicts.get(id);
    const isStale = discrepancies.get(id)?.isStale ?? false;
    const decision = verdictText(verdict);
    const isSame = last?.text === decision && last.judged === verdict.judged;
    if (!isSame || (last.isOpenAgain && !isStale)) {
      rows.push({
        date: day,
        what: "verdict-given",
        id,
        before: last?.text ?? null,
        after: decision,
        judged: verdict.judged,
        note: isSame ? "The claims are again as they were judged." : verdict.reason,
      });
    }
    if (isStale && !(isSame && last.isOpenAgain)) {
      rows.push({
        date: day,
        what: "verdict-reopened",
        id,
        note: "The claims that it judged have changed since.",
      });
    }
  }
  for (const [id, { text: before }] of log.verdicts) {
    if (!dataset.verdicts.has(id)) rows.push({ date: day, what: "verdict-withdrawn", id, before });
  }
  return rows;
}

/** A state of the data before the one that is logged. */
export interface EarlierState {
  readonly dataset: Dataset;
  /** What the checks of today find in it; null where they cannot run on it any more. */
  readonly discrepancies: ReadonlyMap<string, unknown> | null;
}

const BY_CLAIMS = "Claims were added or changed.";
const BY_CHECKS = "A check was added or changed.";
const BY_EITHER = "Claims or checks were added or changed.";
const AT_FIRST = "Found when the change log was begun.";
const NOTES = [AT_FIRST, BY_CLAIMS, BY_CHECKS, BY_EITHER] as const;

function discrepancyRows(
  log: Replayed,
  before: EarlierState | null,
  { discrepancies }: Analysis,
  day: string,
): ChangeRow[] {
  const old = before?.discrepancies;
  const noteOn = (isByClaims: boolean) => {
    if (before === null) return AT_FIRST;
    if (!old) return BY_EITHER;
    return isByClaims ? BY_CLAIMS : BY_CHECKS;
  };
  const group = (
    what: "discrepancies-found" | "discrepancies-gone",
    notes: ReadonlyMap<string, string>,
  ): ChangeRow[] =>
    NOTES.flatMap((note) => {
      const ids = [...notes].filter(([, own]) => own === note).map(([id]) => id);
      return ids.length === 0 ? [] : [{ date: day, what, ids: ids.sort(compareText), note }];
    });
  const found = [...discrepancies.keys()].filter((id) => !log.discrepancies.has(id));
  const gone = [...log.discrepancies].filter((id) => !discrepancies.has(id));
  // What the checks of today find in the earlier claims as well is news of the checks.
  return [
    ...group("discrepancies-found", new Map(found.map((id) => [id, noteOn(!old?.has(id))]))),
    ...group("discrepancies-gone", new Map(gone.map((id) => [id, noteOn(old?.has(id) ?? false)]))),
  ];
}

const digests = (dataset: Dataset): Record<string, string> =>
  Object.fromEntries(
    [...dataset.sources.values()]
      .map((source) => [source.id, digestSource(source)] as const)
      .sort(([one], [other]) => compareText(one, other)),
  );

/**
 * The log with rows for what happened to the claims between two states; verdicts and discrepancies are left alone.
 *
 * @param before each claim as it was last seen
 */
export function logClaims(
  log: ChangeLog,
  before: Iterable<Claim>,
  after: Dataset,
  day: string,
): ChangeLog {
  return {
    sources: digests(after),
    rows: [...log.rows, ...claimRows(replay(log.rows), before, after, day)],
  };
}

/**
 * The log with rows for everything that happened between two states. What `removedClaims` finds has to be settled before.
 *
 * @param before the state for which the log was last written; null for a log without rows of discrepancies
 * @param day the date of the rows, in ISO form
 */
export function logChanges(
  log: ChangeLog,
  before: EarlierState | null,
  after: Analysis,
  day: string,
): ChangeLog {
  const claims = logClaims(log, before ? everyClaim(before.dataset) : [], after.dataset, day);
  const logged = replay(log.rows);
  return {
    sources: claims.sources,
    rows: [
      ...claims.rows,
      ...discrepancyRows(logged, before, after, day),
      ...verdictRows(logged, after, day),
    ],
  };
}

/** The sources whose claims are not as they were when the log was last written, gone ones included. */
export function unloggedSources(log: ChangeLog, dataset: Dataset): string[] {
  const now = digests(dataset);
  return [...new Set([...Object.keys(log.sources), ...Object.keys(now)])]
    .filter((id) => log.sources[id] !== now[id])
    .sort(compareText);
}

/**
 * What is wrong with a change log beside the data that it is about: it is none, it lacks rows, or a claim has left without
 * being retired.
 *
 * @param root how the data folder is called in reports
 */
export function lintChangeLog(content: string, analysis: Analysis, root: string): Issue[] {
  const file = `${root}/${CHANGE_LOG_FILE}`;
  const log = parseChangeLog(content);
  if (isChangeLogFault(log)) {
    return [
      {
        file,
        line: log.line,
        column: 1,
        rule: "change-log",
        severity: "error",
        written: (content.split("\n")[log.line - 1] ?? "").slice(0, 80),
        message: `this line ${log.fault}: the file is written by a command, never by hand`,
        next: `Take back the edit with git restore ${file}; delete the file and run npm run data:log to write it anew from the history.`,
      },
    ];
  }
  const removed = removedClaims(log, analysis.dataset).map((id): Issue => {
    const [source = "", key = ""] = id.split("#");
    return {
      ...(analysis.dataset.sources.get(source)?.place ?? { file, line: 1, column: 1 }),
      rule: "removed-claim",
      severity: "error",
      written: "",
      message: `the claim ${id} stood in the ledger and is gone, and with it the address to which others may have linked`,
      next: `Put ${key} back, and give it retired: with on:, because: and, if another claim takes its place, moved-to:.`,
      record: id,
    };
  });
  const what = describeUnlogged(log, analysis);
  if (what === "") return removed;
  return [
    ...removed,
    {
      file,
      line: 1,
      column: 1,
      rule: "change-log",
      severity: "warning",
      written: "",
      message: `the change log lacks rows for what has changed since it was written: ${what}`,
      next: "Run npm run data:log before you commit, and commit the file with the data.",
    },
  ];
}

const LONGEST_LIST = 3;

function describeUnlogged(log: ChangeLog, analysis: Analysis): string {
  const logged = replay(log.rows);
  const list = (noun: string, ids: readonly string[]) =>
    ids.length === 0
      ? []
      : [
          `${noun} ${ids.slice(0, LONGEST_LIST).join(", ")}${ids.length > LONGEST_LIST ? ` and ${ids.length - LONGEST_LIST} more` : ""}`,
        ];
  const decided = verdictRows(logged, analysis, "").flatMap((change) =>
    "id" in change ? [change.id] : [],
  );
  const found = [...analysis.discrepancies.keys()].filter((id) => !logged.discrepancies.has(id));
  const gone = [...logged.discrepancies].filter((id) => !analysis.discrepancies.has(id));
  return [
    ...list("claims of", unloggedSources(log, analysis.dataset)),
    ...list("verdicts on", [...new Set(decided)]),
    ...list("new discrepancies", found),
    ...list("discrepancies that are gone", gone),
  ].join("; ");
}

/** What the log tells of one discrepancy, the earliest first. */
export function historyOfDiscrepancy(log: ChangeLog, { id }: Pick<Discrepancy, "id">): ChangeRow[] {
  return log.rows.filter((change) =>
    "ids" in change ? change.ids.includes(id) : "id" in change && change.id === id,
  );
}

/** What the log tells of one source and its claims, the earliest first. */
export function historyOfSource(log: ChangeLog, source: string): ChangeRow[] {
  return log.rows.filter((change) =>
    "source" in change
      ? change.source === source
      : "id" in change && change.what.startsWith("claim-") && change.id.startsWith(`${source}#`),
  );
}
