/** The one list of statuses that readers meet (DESIGN §5). */
export const STATUSES = [
  "single",
  "agrees",
  "rounds",
  "scope differs",
  "conflicts",
  "decided",
  "open",
] as const;
export type Status = (typeof STATUSES)[number];

/** What each status means, in one sentence. */
export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  single: "One source states it.",
  agrees: "Several sources state the same figure.",
  rounds: "Sources print different figures that agree at their precision.",
  "scope differs": "Sources answer what looks like one question with figures for different ones.",
  conflicts: "It cannot be right beside what another source, or its own, states.",
  decided: "It is in conflict, and the editors have decided on evidence.",
  open: "It is in conflict, and what would settle it is not at hand.",
};

interface StatusGround {
  readonly isConflict: boolean;
  readonly kind: string;
  /** The outcome of a verdict that still holds; null without one, or when it is stale. */
  readonly outcome: string | null;
}

/**
 * The status of a fact or claim from the discrepancies it stands in and the number of sources that answer: a
 * conflict outweighs a difference of scope, which outweighs rounding.
 *
 * @param doMeet whether the figures of the fact have values in common; where they have none and yet no check objects, they
 * answer for different times, or from baselines that nobody states
 */
export function statusOf(
  discrepancies: readonly StatusGround[],
  sources: number,
  doMeet = true,
): Status {
  const conflicts = discrepancies.filter((discrepancy) => discrepancy.isConflict);
  if (conflicts.some((conflict) => conflict.outcome === null)) return "conflicts";
  if (conflicts.some((conflict) => conflict.outcome === "open")) return "open";
  if (conflicts.length > 0) return "decided";
  if (discrepancies.some((discrepancy) => discrepancy.kind === "scope-difference"))
    return "scope differs";
  if (discrepancies.some((discrepancy) => discrepancy.kind === "rounding")) return "rounds";
  if (sources <= 1) return "single";
  return doMeet ? "agrees" : "scope differs";
}
