import { formatPlace, type Issue } from "../../core/report/issue.ts";

/** Issues for people: place and rule, what was written, why not, what next. No colour, so that it reads the same everywhere. */
export function formatIssuesForTerminal(issues: readonly Issue[]): string {
  return issues
    .map((issue) => {
      const lines = [`${formatPlace(issue)}  ${issue.severity}  ${issue.rule}`];
      if (issue.written !== "") lines.push(`  written: ${issue.written}`);
      lines.push(`  ${issue.message}`, `  → ${issue.next}`);
      return lines.join("\n");
    })
    .join("\n\n");
}

/** `3 faults in 2 files`, or that there is none. */
export function summariseIssues(issues: readonly Issue[]): string {
  if (issues.length === 0) return "no faults";
  const files = new Set(issues.map((issue) => issue.file)).size;
  return `${issues.length} ${issues.length === 1 ? "fault" : "faults"} in ${files} ${files === 1 ? "file" : "files"}`;
}
