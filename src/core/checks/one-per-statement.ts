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
  const byId = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const others = byId.get(finding.id);
    if (others) others.push(finding);
    else byId.set(finding.id, [finding]);
  }
  // Joined in the order of their summaries, so that it does not depend on which was found first.
  return [...byId.values()].map((alike) =>
    alike.length === 1
      ? alike[0]
      : alike.sort((one, other) => compareText(one.summary, other.summary)).reduce(join),
  );
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
