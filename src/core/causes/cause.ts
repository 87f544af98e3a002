/**
 * Why figures may disagree: hypotheses with evidence, tried in the order of this list, innocent ones first. A closed union with an
 * exhaustive registry, like the kinds of discrepancy.
 */
import type { Finding } from "../checks/check.ts";
import type { Claim, Dataset } from "../dataset/dataset.ts";
import type { Fact } from "../facts/fact.ts";
import type { Standing } from "../verdicts/standing.ts";

export const CAUSE_KINDS = [
  "other-conditions",
  "other-column",
  "other-row",
  "derived",
  "unexplained",
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

export const CAUSES: Readonly<
  Record<CauseKind, { readonly title: string; readonly summary: string }>
> = {
  "other-conditions": {
    title: "Other conditions",
    summary:
      "The same figure is stated for the same question under other conditions: another snapshot, subset or grader.",
  },
  "other-column": {
    title: "Other column",
    summary:
      "The same figure is stated for another measure of the same subject, such as the next column of a price list.",
  },
  "other-row": {
    title: "Other row",
    summary: "The same figure is stated for another subject on the same measure.",
  },
  derived: {
    title: "Derived from another figure",
    summary:
      "The figure stands to another doubtful figure of its source as the two that stand do to one another.",
  },
  unexplained: {
    title: "Unexplained",
    summary: "No hypothesis fits.",
  },
};

export interface Cause {
  readonly kind: CauseKind;
  /** The claim in question first, then the claims on which the hypothesis rests. */
  readonly claims: readonly Claim[];
  readonly note: string;
}

/** What a hypothesis may look at. */
export interface CauseContext {
  readonly dataset: Dataset;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly figures: FigureIndex;
}

/** Levels by figure: which claims state it, whatever their question. */
export type FigureIndex = ReadonlyMap<string, readonly Claim[]>;

/** One hypothesis about one doubtful claim of a finding; null when it does not fit. */
export interface Hypothesis {
  readonly kinds: readonly CauseKind[];
  explain(context: CauseContext, finding: Finding, doubtful: Claim): Cause | null;
}
