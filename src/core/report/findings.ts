/** What the checks found, ordered, counted and selected for reports and lists. */
import type { Discrepancy } from "../analysis.ts";
import { DISCREPANCY_KINDS, type DiscrepancyKind, type Severity } from "../checks/kinds.ts";
import { compareDecimals } from "../quantity/decimal.ts";
import { compareText } from "./issue.ts";

/** The sharpest first. */
export const SEVERITIES = ["major", "minor", "note"] as const satisfies readonly Severity[];

/** Sharpest first: severity, between sources before within one, then kind, then size. */
export function compareDiscrepancies(one: Discrepancy, other: Discrepancy): number {
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    Number(one.scope === "within") - Number(other.scope === "within") ||
    DISCREPANCY_KINDS.indexOf(one.kind) - DISCREPANCY_KINDS.indexOf(other.kind) ||
    compareDecimals(other.size ?? "0", one.size ?? "0") ||
    compareText(one.id, other.id)
  );
}

/** Whether the editors have decided on the claims as they are now. */
export const hasFreshVerdict = (discrepancy: Discrepancy): boolean =>
  discrepancy.verdict !== null && !discrepancy.isStale;

/** How many findings a report names one by one: all, the major ones that nobody has decided, or none. */
export const FINDING_LEVELS = ["all", "major", "none"] as const;
export type FindingLevel = (typeof FINDING_LEVELS)[number];

/** The findings of a level, sharpest first. */
export function selectFindings(
  discrepancies: Iterable<Discrepancy>,
  level: FindingLevel,
): Discrepancy[] {
  if (level === "none") return [];
  return [...discrepancies]
    .filter(
      (discrepancy) =>
        level === "all" || (discrepancy.severity === "major" && !hasFreshVerdict(discrepancy)),
    )
    .sort(compareDiscrepancies);
}

export interface FindingCounts {
  readonly kind: DiscrepancyKind;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Those of all severities whose verdict holds. */
  readonly decided: number;
  /** Those whose verdict judged claims that have changed since. */
  readonly reopened: number;
}

/** Counts of each kind of which something was found, in the order of the kinds. */
export function countFindings(discrepancies: Iterable<Discrepancy>): FindingCounts[] {
  const all = [...discrepancies];
  return DISCREPANCY_KINDS.flatMap((kind) => {
    const here = all.filter((discrepancy) => discrepancy.kind === kind);
    const count = (severity: Severity) =>
      here.filter((discrepancy) => discrepancy.severity === severity).length;
    return here.length === 0
      ? []
      : [
          {
            kind,
            bySeverity: { major: count("major"), minor: count("minor"), note: count("note") },
            decided: here.filter(hasFreshVerdict).length,
            reopened: here.filter((discrepancy) => discrepancy.isStale).length,
          },
        ];
  });
}
