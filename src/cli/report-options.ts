/** How a report is printed: the options that the checking commands share. */
import type { Analysis } from "../core/analysis.ts";
import { FINDING_LEVELS, type FindingLevel, selectFindings } from "../core/report/findings.ts";
import type { Issue } from "../core/report/issue.ts";
import { readChoice } from "./options.ts";
import { formatFindingsForGithub, formatIssuesForGithub } from "./reporters/github.ts";

export const REPORT_OPTIONS = {
  format: { type: "string" },
  findings: { type: "string" },
} as const;

export const REPORT_USAGE = `  --format people|json|github   people (default); one JSON document; annotations for GitHub. With json
                                or github run npm run --silent, so that nothing else is printed.
  --findings all|major|none     which findings to name one by one: all, the major ones without a verdict
                                that holds (default), or none. JSON holds all unless told otherwise.
  --json-schema                 print the JSON Schema of --format json, and stop`;

export interface ReportOptions {
  readonly format: "people" | "json" | "github";
  readonly level: FindingLevel;
}

export function readReportOptions(values: {
  readonly format?: string | undefined;
  readonly findings?: string | undefined;
}): ReportOptions {
  const format = readChoice("format", values.format ?? "people", ["people", "json", "github"]);
  const level = readChoice(
    "findings",
    values.findings ?? (format === "json" ? "all" : "major"),
    FINDING_LEVELS,
  );
  return { format, level };
}

/** Annotations for issues, and for the findings of a level. */
export function formatForGithub(
  issues: readonly Issue[],
  analysis: Analysis | null,
  level: FindingLevel,
): string {
  const findings = selectFindings(analysis?.discrepancies.values() ?? [], level);
  return formatIssuesForGithub(issues) + formatFindingsForGithub(findings);
}
