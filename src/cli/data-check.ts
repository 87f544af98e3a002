/** `npm run data:check`: all faults of the authored data and prose, each with its place and the next step; exit code 1 if one is an error. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { lintAuthored } from "../core/lint/lint-authored.ts";
import { readDataFolder } from "./data-folder.ts";
import { readProseFolder } from "./prose-folder.ts";
import { formatIssuesForTerminal, summariseIssues } from "./reporters/terminal.ts";

const { values } = parseArgs({
  options: { data: { type: "string", default: "src/data" }, content: { type: "string" } },
});
// Prose belongs to the data beside it; other data may come without.
const content = values.content ?? join(dirname(values.data), "content");
const hasProse = existsSync(content);
if (!existsSync(values.data) || (values.content !== undefined && !hasProse)) {
  const [missing, option] = existsSync(values.data)
    ? [content, "the prose folder with --content"]
    : [values.data, "the data folder with --data"];
  console.error(
    `There is no folder ${missing}. Run from the project's folder, or give ${option} <dir>.`,
  );
  process.exit(1);
}
const { dataset, issues } = lintAuthored(
  { root: values.data, files: readDataFolder(values.data) },
  hasProse ? { root: content, files: readProseFolder(content) } : null,
);
if (issues.length > 0) console.error(`${formatIssuesForTerminal(issues)}\n`);
console.log(
  `${values.data}: ${dataset.sources.size} sources, ${dataset.claims.size} claims, ${dataset.metrics.size} metrics, ${dataset.subjects.size} subjects: ${summariseIssues(issues)}.`,
);
process.exitCode = issues.some((issue) => issue.severity === "error") ? 1 : 0;
