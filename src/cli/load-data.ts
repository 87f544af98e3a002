/** Data that a command needs without fault: what is wrong with them ends it, with everything that has to be mended. */
import { existsSync } from "node:fs";
import { type Analysis, analyse } from "../core/analysis.ts";
import { buildDataset } from "../core/dataset/build-dataset.ts";
import type { Dataset } from "../core/dataset/dataset.ts";
import { isExcepted } from "../core/lint/exceptions.ts";
import type { Issue } from "../core/report/issue.ts";
import { readDataFolder } from "./data-folder.ts";
import { type Commit, GitFault, readCommittedFolder, shortName } from "./git-history.ts";
import { fail } from "./options.ts";
import { formatIssuesForTerminal, OWN_DATA } from "./reporters/terminal.ts";

const DATA_ENDINGS = [".yaml", ".yml"];

function readFiles(
  files: ReadonlyMap<string, string>,
  root: string,
): { dataset: Dataset; faults: Issue[] } {
  const { dataset, issues } = buildDataset(files, root);
  const faults = issues.filter(
    (issue) => !dataset.exceptions.some((exception) => isExcepted(issue, exception)),
  );
  return { dataset, faults };
}

/** The data in the folder, analysed; ends the command where they have faults. */
export function loadFolder(folder: string): Analysis {
  if (!existsSync(folder)) {
    return fail(
      `There is no folder ${folder}. Run from the project's folder, or give the data folder with --data <dir>.`,
    );
  }
  const { dataset, faults } = readFiles(readDataFolder(folder), folder);
  if (faults.length === 0) return analyse(dataset);
  return fail(
    `${formatIssuesForTerminal(faults)}\n\nThe data have faults: mend them first; ${folder === OWN_DATA ? "npm run data:check" : `npm run check:dataset -- ${folder}`} lists all of them.`,
  );
}

/** The data as a commit has them, and what is wrong with them under the rules of today. Throws a `GitFault` where it has none. */
export function readCommit(
  commit: Commit,
  folder: string,
): { readonly dataset: Dataset; readonly faults: readonly Issue[] } {
  const files = readCommittedFolder(commit, folder, DATA_ENDINGS);
  if (files.size === 0) {
    throw new GitFault(
      `At ${shortName(commit)} (${commit.day}) there are no data in ${folder}. Name a later commit: git log --oneline -- ${folder} lists those that touch it.`,
    );
  }
  return readFiles(files, `${shortName(commit)}:${folder}`);
}

const MOST_FAULTS = 5;

/** The data of a commit, analysed; throws a `GitFault` where it has none, or data that cannot be read any more. */
export function loadCommit(commit: Commit, folder: string): Analysis {
  const { dataset, faults } = readCommit(commit, folder);
  if (faults.length === 0) return analyse(dataset);
  const more = faults.length > MOST_FAULTS ? `\n\nand ${faults.length - MOST_FAULTS} more` : "";
  throw new GitFault(
    `${formatIssuesForTerminal(faults.slice(0, MOST_FAULTS))}${more}\n\nThe data at ${shortName(commit)} (${commit.day}) have faults, or are of a format that is read no more. Name a later commit: git log --oneline -- ${folder} lists those that touch it.`,
  );
}
