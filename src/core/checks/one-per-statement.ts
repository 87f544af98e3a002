import { compareClaims } from "../facts/fact.ts";
import { compareText } from "../report/issue.ts";
import type { Finding } from "./check.ts";
import type { Severity } from "./kinds.ts";

const SEVERITIES: readonly Severity[] = ["note", "minor", "major"];

/**
 * One finding for each id: a statement with two faults of one kind, such as two names that are both garbled, is one discrepancy that
 * tells both, since one would hide the other.
 */
export function onePerStatement(findings: readonly Finding[]): Finding[] {
  const byId = new Map<string, Finding>();
  // In the order of their summaries, so that it does not depend on which was found first.
  for (const finding of [...findings].sort((one, other) =>
    compareText(one.summary, other.summary),
  )) {
    const before = byId.get(finding.id);
    byId.set(finding.id, before ? join(before, finding) : finding);
  }
  return [...byId.values()];
}

function join(one: Finding, other: Finding): Finding {
  const isWorse = SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(other.severity);
  return {
    ...one,
    severity: isWorse ? other.severity : one.severity,
    scope: one.scope === other.scope ? one.scope : "between",
    facts: [...new Set([...one.facts, ...other.facts])].sort(compareText),
    claims: [...new Set([...one.claims, ...other.claims])].sort(compareClaims),
    about: [...new Set([...one.about, ...other.about])].sort(compareClaims),
    summary: `${one.summary} ${other.summary}`,
    computation: [...new Set([...one.computation, ...other.computation])],
  };
}
