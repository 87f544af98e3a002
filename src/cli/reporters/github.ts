/**
 * Issues and findings as workflow commands, which GitHub shows beside the line they are about
 * (docs.github.com, "Workflow commands for GitHub Actions").
 */
import type { Discrepancy } from "../../core/analysis.ts";
import { KINDS } from "../../core/checks/kinds.ts";
import type { Issue, Place } from "../../core/report/issue.ts";

type Level = "error" | "warning" | "notice";

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** In a property the signs that end one are escaped as well. */
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

function annotation(level: Level, place: Place, title: string, message: string): string {
  const { file, line, column } = place;
  return `::${level} file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(title)}::${escapeData(message)}\n`;
}

export function formatIssuesForGithub(issues: readonly Issue[]): string {
  return issues
    .map((issue) => {
      const written = issue.written === "" ? "" : `written: ${issue.written}\n`;
      return annotation(
        issue.severity,
        issue,
        issue.rule,
        `${written}${issue.message}\n→ ${issue.next}`,
      );
    })
    .join("");
}

/** Notices, each at the first of the claims that it puts in doubt. */
export function formatFindingsForGithub(discrepancies: readonly Discrepancy[]): string {
  return discrepancies
    .map((discrepancy) => {
      const first = discrepancy.about[0] ?? discrepancy.claims[0];
      if (!first) return "";
      const title = `${KINDS[discrepancy.kind].title} (${discrepancy.severity}${discrepancy.isStale ? ", open again" : ""})`;
      return annotation(
        "notice",
        first.place,
        title,
        `${discrepancy.summary}\n${discrepancy.computation.join("\n")}\n${discrepancy.id}`,
      );
    })
    .join("");
}
