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

/** What the status of a fact or claim needs to know of a discrepancy. */
export interface StatusGround {
  readonly isConflict: boolean;
  readonly kind: string;
  /** The outcome of a verdict that still holds; null without one, or when it is stale. */
  readonly outcome: string | null;
}

/**
 * The status of a fact or claim from the discrepancies it stands in and from who answers: a
 * conflict outweighs a difference of scope, which outweighs rounding.
 *
 * @param isShared whether more than one source answers
 * @param doMeet whether the figures of the fact have values in common; where they have none and yet no check objects, they
 * answer for different times, or from baselines that nobody states
 */
export function statusOf(
  discrepancies: readonly StatusGround[],
  isShared: boolean,
  doMeet = true,
): Status {
  let [isConflict, isOpen, isScope, isRounding] = [false, false, false, false];
  for (const discrepancy of discrepancies) {
    if (discrepancy.isConflict) {
      if (discrepancy.outcome === null) return "conflicts";
      isConflict = true;
      isOpen ||= discrepancy.outcome === "open";
    }
    isScope ||= discrepancy.kind === "scope-difference";
    isRounding ||= discrepancy.kind === "rounding";
  }
  if (isConflict) return isOpen ? "open" : "decided";
  if (isScope) return "scope differs";
  if (isRounding) return "rounds";
  if (!isShared) return "single";
  return doMeet ? "agrees" : "scope differs";
}
