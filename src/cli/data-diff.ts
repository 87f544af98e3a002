/** `npm run data:diff -- <git ref>`: what the data say otherwise than they did there, and what that touches. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareStates } from "../core/changes/compare-states.ts";
import { touchedArticles } from "../core/changes/touched-articles.ts";
import { GitFault, resolveCommit, shortName } from "./git-history.ts";
import { loadCommit, loadFolder } from "./load-data.ts";
import { fail, readArguments } from "./options.ts";
import { readProseFolder } from "./prose-folder.ts";
import {
  type ChangeReport,
  formatChangesAsMarkdown,
  formatChangesForTerminal,
} from "./reporters/changes.ts";
import { textFor } from "./reporters/terminal-text.ts";

const USAGE = `npm run data:diff -- <git ref> [--markdown]

Compares the data with those of a commit: which claims, facts, standings and discrepancies differ, which verdicts are
open again, and which articles use something that changed. Both are read under the checks of today.

  <git ref>     a branch, a tag or a hash; nothing is checked out
  --markdown    as text for a pull request
  --data        the data folder (src/data)
  --content     the prose folder (content beside the data)`;

const { values, positionals } = readArguments(USAGE, {
  allowPositionals: true,
  options: {
    markdown: { type: "boolean" },
    data: { type: "string", default: "src/data" },
    content: { type: "string" },
  },
});
const [ref, ...others] = positionals;
if (ref === undefined || others.length > 0) fail(USAGE);
else {
  try {
    const commit = resolveCommit(ref);
    const before = loadCommit(commit, values.data);
    const after = loadFolder(values.data);
    const content = values.content ?? join(dirname(values.data), "content");
    const prose = existsSync(content) ? readProseFolder(content) : new Map<string, string>();
    const changes = compareStates(before, after);
    const report: ChangeReport = {
      since: `${ref === commit.id ? shortName(commit) : ref} (${commit.day})`,
      changes,
      articles: touchedArticles(changes, after, prose),
      before,
      after,
    };
    console.log(
      values.markdown
        ? formatChangesAsMarkdown(report).trimEnd()
        : formatChangesForTerminal(report, textFor(process.stdout)),
    );
  } catch (error) {
    if (!(error instanceof GitFault)) throw error;
    fail(error.message);
  }
}
