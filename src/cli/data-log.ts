/** `npm run data:log`: appends to the change log of the data what has happened since its last committed state. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Analysis, analyse } from "../core/analysis.ts";
import {
  CHANGE_LOG_FILE,
  type ChangeLog,
  type EarlierState,
  EMPTY_LOG,
  everyClaim,
  formatChangeLog,
  isChangeLogFault,
  logChanges,
  logClaims,
  parseChangeLog,
  removedClaims,
  unloggedSources,
} from "../core/changes/change-log.ts";
import type { Claim, Dataset } from "../core/dataset/dataset.ts";
import { isCalendarDay } from "../core/quantity/calendar.ts";
import {
  type Commit,
  commitsOf,
  GitFault,
  readCommittedFolder,
  resolveCommit,
  shortName,
} from "./git-history.ts";
import { loadFolder, readCommit } from "./load-data.ts";
import { fail, readArguments } from "./options.ts";

const USAGE = `npm run data:log [-- <git ref>] [--date YYYY-MM-DD]

Appends to ${CHANGE_LOG_FILE} what has happened to the data since the state for which the committed log was written.
Rows that are not committed yet are written anew. Where no log is committed, it is begun from the history of git.

  <git ref>     the state to compare with, where the command does not find it by itself
  --date        the date of the new rows; that of the last commit when left out
  --data        the data folder (src/data)`;

const { values, positionals } = readArguments(USAGE, {
  allowPositionals: true,
  options: { data: { type: "string", default: "src/data" }, date: { type: "string" } },
});
const folder = values.data;
const file = join(folder, CHANGE_LOG_FILE);

/** How far back a state is looked for that the log was written for. */
const MOST_COMMITS = 40;

function committedLog(head: Commit): ChangeLog | null {
  const text = readCommittedFolder(head, folder, [CHANGE_LOG_FILE]).get(CHANGE_LOG_FILE);
  if (text === undefined) return null;
  const log = parseChangeLog(text);
  if (!isChangeLogFault(log)) return log;
  throw new GitFault(
    `${file}:${log.line}:1: this line ${log.fault}, as it is committed. Restore the file from an earlier commit, or remove it with git rm and run this again to write it anew.`,
  );
}

/** A state, and what the checks of today find in it where they can run. */
function earlierState(dataset: Dataset): EarlierState {
  try {
    return { dataset, discrepancies: analyse(dataset).discrepancies };
  } catch {
    // Data of an older form need not hang together under the schemas of today.
    return { dataset, discrepancies: null };
  }
}

/** The newest commit whose data are those for which the log was written. */
function findBase(log: ChangeLog): EarlierState {
  for (const commit of commitsOf(folder).slice(0, MOST_COMMITS)) {
    const { dataset } = readCommit(commit, folder);
    if (unloggedSources(log, dataset).length === 0) return earlierState(dataset);
  }
  throw new GitFault(
    `None of the last commits has the data for which ${file} was written. Name the one to compare with: npm run data:log -- <git ref>`,
  );
}

/** A log of the claims from the first commit on. */
function beginFromHistory(now: Analysis, day: string): ChangeLog {
  let log = EMPTY_LOG;
  // Each claim as it was last seen: a state that is read in part may lack some.
  const seen = new Map<string, Claim>();
  for (const commit of commitsOf(folder).reverse()) {
    const { dataset, faults } = readCommit(commit, folder);
    if (faults.length > 0)
      console.error(
        `${shortName(commit)} is read in part: under the rules of today its data have faults.`,
      );
    log = logClaims(log, seen.values(), dataset, commit.day);
    for (const claim of everyClaim(dataset)) seen.set(claim.id, claim);
  }
  return logChanges(logClaims(log, seen.values(), now.dataset, day), null, now, day);
}

function countRows(log: ChangeLog, from: number): string {
  const counts = new Map<string, number>();
  for (const row of log.rows.slice(from)) {
    const size = "keys" in row ? row.keys.length : "ids" in row ? row.ids.length : 1;
    counts.set(row.what, (counts.get(row.what) ?? 0) + size);
  }
  return [...counts].map(([what, count]) => `  ${what.replaceAll("-", " ")}: ${count}`).join("\n");
}

try {
  if (values.date !== undefined && !isCalendarDay(values.date))
    fail(`${values.date} is no day of the calendar. Write --date YYYY-MM-DD.`);
  const now = loadFolder(folder);
  const head = resolveCommit("HEAD");
  const day = values.date ?? head.day;
  const committed = committedLog(head);
  const log =
    committed === null
      ? beginFromHistory(now, day)
      : logChanges(
          committed,
          positionals[0] === undefined
            ? findBase(committed)
            : earlierState(readCommit(resolveCommit(positionals[0]), folder).dataset),
          now,
          day,
        );
  const removed = removedClaims(log, now.dataset);
  if (removed.length > 0) {
    fail(
      `Nothing leaves without a row, and a claim that leaves keeps its place. These are gone:\n${removed.map((id) => `  ${id}`).join("\n")}\nPut them back, and give each retired: with on:, because: and, if another claim takes its place, moved-to:.`,
    );
  }
  const latest = committed?.rows.at(-1)?.date;
  if (latest !== undefined && day < latest)
    fail(`The log ends on ${latest}, and rows of ${day} would stand before. Give a later --date.`);
  const text = formatChangeLog(log);
  if (existsSync(file) && readFileSync(file, "utf8") === text) {
    console.log(`${file} tells of every change; nothing to write.`);
  } else {
    writeFileSync(file, text);
    const rows = countRows(log, committed?.rows.length ?? 0);
    console.log(
      `Wrote ${file}${rows === "" ? ", without a new row." : `. New in it:\n${rows}`}\nCommit it with the data.`,
    );
  }
} catch (error) {
  if (!(error instanceof GitFault)) throw error;
  fail(error.message);
}
