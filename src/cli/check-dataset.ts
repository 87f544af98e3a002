/** `npm run check:dataset -- <dir>`: runs the engine on any folder of authored data, and prints what it found. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type Analysis, analyse } from "../core/analysis.ts";
import type { Dataset } from "../core/dataset/dataset.ts";
import { lintAuthored } from "../core/lint/lint-authored.ts";
import { readDataFolder } from "./data-folder.ts";
import { fail, readArguments } from "./options.ts";
import {
  formatForGithub,
  REPORT_OPTIONS,
  REPORT_USAGE,
  readReportOptions,
} from "./report-options.ts";
import { formatDatasetReport, REPORT_SCHEMAS } from "./reporters/json.ts";
import {
  formatFindingsForTerminal,
  formatIssuesForTerminal,
  summariseIssues,
} from "./reporters/terminal.ts";
import { PLAIN_TEXT, textFor } from "./reporters/terminal-text.ts";

const USAGE = `npm run check:dataset -- <dir> [options]

Runs the checks on a folder of authored data: subjects/, metrics/, sources/ and, if there are any, releases/,
verdicts/ and exceptions.yaml, in the form of src/data (src/data/README.md). Prose is not needed.

${REPORT_USAGE}
  --out <file>                  write the report there instead`;

const FOLDERS = ["sources", "subjects", "metrics"] as const;

const { values, positionals } = readArguments(USAGE, {
  allowPositionals: true,
  options: { out: { type: "string" }, "json-schema": { type: "boolean" }, ...REPORT_OPTIONS },
});
const { format, level } = readReportOptions(values);
if (values["json-schema"]) {
  console.log(JSON.stringify(z.toJSONSchema(REPORT_SCHEMAS.datasetReport), null, 2));
  process.exit(0);
}
const root = datasetFolder(positionals);
const {
  dataset,
  analysis: whole,
  issues,
} = lintAuthored({ root, files: readDataFolder(root) }, null);
const analysis = whole ?? analyseRest(dataset);
const checked = { root, dataset, analysis, isPartial: whole === null, issues };
const text = values.out === undefined ? textFor(process.stdout) : PLAIN_TEXT;
const report =
  format === "json"
    ? formatDatasetReport(checked)
    : format === "github"
      ? formatForGithub(issues, analysis, level)
      : `${[
          ...(issues.length > 0 ? [formatIssuesForTerminal(issues, text)] : []),
          ...(analysis === null || level === "none" || dataset.claims.size === 0
            ? []
            : [formatFindingsForTerminal(analysis, level, text, root)]),
          summary(),
        ].join("\n\n")}\n`;
if (values.out === undefined) process.stdout.write(report);
else {
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, report);
  // Beside the report, so that it can be read in a log.
  console.error(`Wrote ${values.out}. ${summary()}`);
}
process.exitCode = issues.some((issue) => issue.severity === "error") ? 1 : 0;

/** The folder that is meant, or the end of the command with what is amiss. */
function datasetFolder([folder, ...others]: readonly string[]): string {
  if (folder === undefined || others.length > 0) return fail(USAGE);
  const typed = folder.replace(/(.)\/+$/, "$1");
  if (!existsSync(typed))
    return fail(
      `There is no folder ${typed}. Give the folder that holds sources/, subjects/ and metrics/.`,
    );
  if (!statSync(typed).isDirectory())
    return fail(`${typed} is a file. Give the folder that holds sources/, subjects/ and metrics/.`);
  const has = (name: string, below: string) => existsSync(join(below, name));
  if (FOLDERS.some((name) => has(name, typed))) return typed;
  const below = ["src/data", "data", ...readdirSync(typed)]
    .map((name) => join(typed, name))
    .find((path) => FOLDERS.every((name) => has(name, path)));
  return fail(
    `${typed} holds none of the folders ${FOLDERS.map((name) => `${name}/`).join(", ")}, so it is no dataset. ${
      below === undefined
        ? "src/data/README.md shows how one is laid out; test/fixtures/datasets/scores is a small one."
        : `Did you mean ${below}?`
    }`,
  );
}

/** What the checks find among the records without fault; null where these do not hang together. */
function analyseRest(rest: Dataset): Analysis | null {
  try {
    return analyse(rest);
  } catch {
    // A record that others refer to has a fault, which is reported.
    return null;
  }
}

function summary(): string {
  const counts = `${root}: ${dataset.sources.size} sources, ${dataset.claims.size} claims, ${dataset.metrics.size} metrics, ${dataset.subjects.size} subjects: ${summariseIssues(issues)}`;
  if (whole !== null || dataset.claims.size === 0) return `${counts}.`;
  return `${counts}. ${
    analysis === null
      ? "The checks did not run: mend the faults first."
      : `The checks ran on what has no fault; mend the faults for the whole.${describeLeftOut()}`
  }`;
}

/** The sources whose own faults keep all of their claims out of the checks. */
function describeLeftOut(): string {
  const left = new Set(
    issues.flatMap(({ file }) => {
      const [, id] = /\/sources\/([^/]+\/[^/]+)\.ya?ml$/.exec(file) ?? [];
      return id === undefined || dataset.sources.has(id) ? [] : [id];
    }),
  );
  return left.size === 0 ? "" : ` No claim was taken from ${[...left].join(", ")}.`;
}
