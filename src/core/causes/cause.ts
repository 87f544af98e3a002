/** Why claims may disagree: hypotheses with evidence, one in each file. */
import type { CheckContext, Finding } from "../checks/check.ts";
import type { DiscrepancyKind } from "../checks/kinds.ts";
import type { Claim } from "../dataset/dataset.ts";
import type { FigureIndex } from "./figure-index.ts";
import type { CauseKind, Support } from "./kinds.ts";

export interface Cause {
  readonly kind: CauseKind;
  readonly support: Support;
  /** The claim in question first, then the claims on which the hypothesis rests. */
  readonly claims: readonly Claim[];
  /** One or two sentences for readers. */
  readonly note: string;
}

/** What a hypothesis may look at. */
export interface CauseContext extends CheckContext {
  readonly figures: FigureIndex;
}

/** One claim that a finding makes doubtful. */
export interface Doubt {
  readonly finding: Finding;
  readonly claim: Claim;
  /** What it cannot be right beside: the claims that stand or, where nothing stands, the other sides; none where the finding is a computation. */
  readonly against: readonly Claim[];
  /** Nothing stands, so that neither side is the one in error. */
  readonly isDisputed: boolean;
}

export interface Hypothesis {
  readonly kind: Exclude<CauseKind, "unexplained">;
  /** The kinds of discrepancy that it can say something about. */
  readonly explains: readonly DiscrepancyKind[];
  /** The causes that fit, best first; none when the hypothesis does not fit. */
  explain(context: CauseContext, doubt: Doubt): readonly Omit<Cause, "kind">[];
}
