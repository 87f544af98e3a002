/** Issues and findings for people. */
import type { Analysis, Discrepancy } from "../../core/analysis.ts";
import { KINDS } from "../../core/checks/kinds.ts";
import {
  countFindings,
  type FindingLevel,
  SEVERITIES,
  selectFindings,
} from "../../core/report/findings.ts";
import { formatPlace, type Issue } from "../../core/report/issue.ts";
import { PLAIN_TEXT, type TerminalText } from "./terminal-text.ts";

/** Issues: place and rule, what was written, why not, what next. */
export function formatIssuesForTerminal(
  issues: readonly Issue[],
  text: TerminalText = PLAIN_TEXT,
): string {
  return issues
    .map((issue) => {
      const severity = text.paint(issue.severity, issue.severity);
      const lines = [`${text.paint("strong", formatPlace(issue))}  ${severity}  ${issue.rule}`];
      if (issue.written !== "") lines.push(text.wrap(`written: ${issue.written}`, "  "));
      lines.push(text.wrap(issue.message, "  "), text.wrap(`→ ${issue.next}`, "  "));
      return lines.join("\n");
    })
    .join("\n\n");
}

/** `3 faults in 2 files`, or that there is none. */
export function summariseIssues(issues: readonly Issue[]): string {
  if (issues.length === 0) return "no faults";
  const files = new Set(issues.map((issue) => issue.file)).size;
  const warnings = issues.filter((issue) => issue.severity === "warning").length;
  const part =
    warnings === 0
      ? ""
      : warnings === issues.length
        ? `, ${count(warnings, "a warning", "all warnings")}`
        : `, ${count(warnings, "one of them a warning", `${warnings} of them warnings`)}`;
  return `${count(issues.length, "1 fault", `${issues.length} faults`)} in ${count(files, "1 file", `${files} files`)}${part}`;
}

const count = (number: number, one: string, more: string) => (number === 1 ? one : more);

/** The data of the ledger itself: commands take them unless told otherwise, and the site shows what was found in them. */
export const OWN_DATA = "src/data";

/**
 * A table of what was found by kind and severity, then the findings of the level, most severe first.
 *
 * @param root the data folder, so that the next step can be typed as it is printed
 */
export function formatFindingsForTerminal(
  analysis: Analysis,
  level: FindingLevel,
  text: TerminalText = PLAIN_TEXT,
  root: string = OWN_DATA,
): string {
  const discrepancies = [...analysis.discrepancies.values()];
  if (discrepancies.length === 0)
    return "Findings: none. The claims contradict one another nowhere.";
  const shown = selectFindings(discrepancies, level);
  const blocks = [formatTable(discrepancies, text)];
  if (shown.length > 0)
    blocks.push(
      text.wrap(
        root === OWN_DATA
          ? "npm run explain -- <id> shows the whole reasoning of a finding; on the site it stands at /discrepancies/<id>/, with / for #."
          : `npm run explain -- <id> --data ${root} shows the whole reasoning of a finding.`,
        "",
      ),
    );
  for (const severity of SEVERITIES) {
    const here = shown.filter((discrepancy) => discrepancy.severity === severity);
    if (here.length === 0) continue;
    const title =
      level === "all" ? severity : `${severity}, and no verdict that holds: ${here.length}`;
    blocks.push(text.paint("heading", title.charAt(0).toUpperCase() + title.slice(1)));
    for (const kind of new Set(here.map((discrepancy) => discrepancy.kind))) {
      const ofKind = here.filter((discrepancy) => discrepancy.kind === kind);
      blocks.push(
        [
          text.paint("strong", `${KINDS[kind].title} (${ofKind.length})`),
          ...ofKind.map((discrepancy) => formatFinding(discrepancy, text)),
        ].join("\n"),
      );
    }
  }
  return blocks.join("\n\n");
}

function formatFinding(discrepancy: Discrepancy, text: TerminalText): string {
  const { verdict, isStale } = discrepancy;
  const decision =
    verdict === null
      ? []
      : [
          isStale
            ? text.paint(
                "warning",
                `    open again: the verdict of ${verdict.decided} judged other claims`,
              )
            : `    decided on ${verdict.decided}: ${verdict.outcome}`,
        ];
  const first = discrepancy.about[0] ?? discrepancy.claims[0];
  return [
    `  ${discrepancy.id}${discrepancy.scope === "within" ? "  (within one source)" : ""}`,
    text.wrap(discrepancy.summary, "    "),
    ...decision,
    ...(first ? [text.paint("quiet", `    ${formatPlace(first.place)}`)] : []),
  ].join("\n");
}

function formatTable(discrepancies: readonly Discrepancy[], text: TerminalText): string {
  const counts = countFindings(discrepancies);
  const columns = [...SEVERITIES, "decided", "open again"] as const;
  const rows = counts.map(({ kind, bySeverity, decided, reopened }) => ({
    title: KINDS[kind].title,
    numbers: [...SEVERITIES.map((severity) => bySeverity[severity]), decided, reopened],
  }));
  const total = {
    title: "Together",
    numbers: columns.map((_, index) =>
      rows.reduce((sum, row) => sum + (row.numbers[index] ?? 0), 0),
    ),
  };
  const titleWidth = Math.max(...[...rows, total].map(({ title }) => title.length));
  const line = (title: string, cells: readonly string[]) =>
    `  ${title.padEnd(titleWidth)}${cells.map((cell, index) => `  ${cell.padStart(columns[index]?.length ?? 0)}`).join("")}`;
  const numbers = (row: { readonly title: string; readonly numbers: readonly number[] }) =>
    line(
      row.title,
      row.numbers.map((number) => (number === 0 ? "·" : String(number))),
    );
  return [
    text.paint("heading", `Findings: ${discrepancies.length}`),
    text.paint("quiet", line("", columns)),
    ...rows.map(numbers),
    numbers(total),
  ].join("\n");
}
