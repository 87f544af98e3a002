/** Tolerated faults: each exception takes issues away, and one that takes none away is an issue itself. */
import type { Exception } from "../dataset/dataset.ts";
import type { Issue } from "../report/issue.ts";
import { proposeName } from "../report/near-name.ts";
import { isRuleName, RULE_NAMES } from "./rules.ts";

/** Whether the issue is of the rule and place that are excepted: a file, a claim, or another record by its id. */
export function isExcepted(issue: Issue, exception: Exception): boolean {
  if (issue.rule !== exception.rule) return false;
  const { place } = exception;
  return (
    issue.file === place ||
    issue.file.endsWith(`/${place}`) ||
    issue.record === place ||
    // A verdict stands in the file of its discrepancy.
    issue.file.endsWith(`/verdicts/${place}.yaml`)
  );
}

/** The issues that no exception covers, and one for each exception that covers none. */
export function applyExceptions(
  issues: readonly Issue[],
  exceptions: readonly Exception[],
): Issue[] {
  const remaining = issues.filter(
    (issue) => !exceptions.some((exception) => isExcepted(issue, exception)),
  );
  const unneeded = exceptions.filter(
    (exception) => !issues.some((issue) => isExcepted(issue, exception)),
  );
  return [...remaining, ...unneeded.map(describeUnneeded)];
}

function describeUnneeded({ rule, place, location }: Exception): Issue {
  const isKnown = isRuleName(rule);
  return {
    ...location,
    rule: "unneeded-exception",
    severity: "error",
    written: `${rule} at ${place}`,
    message: isKnown
      ? `nothing at ${place} breaks the rule ${rule}, so there is nothing to tolerate`
      : `there is no rule ${rule}`,
    next: isKnown
      ? "Take the exception out, or correct its place:."
      : proposeName(rule, RULE_NAMES, "take the exception out"),
  };
}
