/** `npm run data:check`: all faults of the authored data and prose, each with its place and the next step, and what the checks found; exit code 1 if a fault is an error. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { CHANGE_LOG_FILE, lintChangeLog } from "../core/changes/change-log.ts";
import { lintAuthored } from "../core/lint/lint-authored.ts";
import { selectFindings } from "../core/report/findings.ts";
import { compareIssues } from "../core/report/issue.ts";
import { readDataFolder } from "./data-folder.ts";
import { fail, readArguments } from "./options.ts";
import { readProseFolder } from "./prose-folder.ts";
import {
  formatForGithub,
  REPORT_OPTIONS,
  REPORT_USAGE,
  readReportOptions,
} from "./report-options.ts";
import { formatCheckReport, REPORT_SCHEMAS } from "./reporters/json.ts";
import {
  formatFindingsForTerminal,
  formatIssuesForTerminal,
  summariseIssues,
} from "./reporters/terminal.ts";
import { textFor } from "./reporters/terminal-text.ts";

const USAGE = `npm run data:check [-- options]

Checks the authored data and the prose beside them: faults with their places, then what the sources disagree about.

${REPORT_USAGE}
  --data <dir>                  the data folder (src/data)
  --content <dir>               the prose folder (content beside the data)`;

const { values } = readArguments(USAGE, {
  options: {
    data: { type: "string", default: "src/data" },
    content: { type: "string" },
    "json-schema": { type: "boolean" },
    ...REPORT_OPTIONS,
  },
});
const { format, level } = readReportOptions(values);
if (values["json-schema"]) {
  console.log(JSON.stringify(z.toJSONSchema(REPORT_SCHEMAS.checkReport), null, 2));
  process.exit(0);
}
// Prose belongs to the data beside it; other data may come without.
const content = values.content ?? join(dirname(values.data), "content");
const hasProse = existsSync(content);
if (!existsSync(values.data) || (values.content !== undefined && !hasProse)) {
  const [missing, option] = existsSync(values.data)
    ? [content, "the prose folder with --content"]
    : [values.data, "the data folder with --data"];
  fail(`There is no folder ${missing}. Run from the project's folder, or give ${option} <dir>.`);
}
const root = values.data;
const {
  dataset,
  analysis,
  issues: found,
} = lintAuthored(
  { root, files: readDataFolder(root) },
  hasProse ? { root: content, files: readProseFolder(content) } : null,
);
const log = join(root, CHANGE_LOG_FILE);
const issues =
  analysis !== null && existsSync(log)
    ? [...found, ...lintChangeLog(readFileSync(log, "utf8"), analysis, root)].sort(compareIssues)
    : found;

if (format === "json") {
  const findings = selectFindings(analysis?.discrepancies.values() ?? [], level);
  process.stdout.write(
    formatCheckReport({ root, dataset, analysis, isPartial: false, issues }, findings),
  );
} else if (format === "github") {
  process.stdout.write(formatForGithub(issues, analysis, level));
} else {
  if (issues.length > 0)
    console.error(`${formatIssuesForTerminal(issues, textFor(process.stderr))}\n`);
  if (analysis !== null && level !== "none" && dataset.claims.size > 0)
    console.log(`${formatFindingsForTerminal(analysis, level, textFor(process.stdout), root)}\n`);
  console.log(
    `${root}: ${dataset.sources.size} sources, ${dataset.claims.size} claims, ${dataset.metrics.size} metrics, ${dataset.subjects.size} subjects: ${summariseIssues(issues)}.`,
  );
}
process.exitCode = issues.some((issue) => issue.severity === "error") ? 1 : 0;
