import type { Claim, Dataset } from "../dataset/dataset.ts";
import type { Fact } from "../facts/fact.ts";
import type { Standing } from "../verdicts/standing.ts";
import type { DiscrepancyKind, Severity } from "./kinds.ts";

/** What a check may look at. */
export interface CheckContext {
  readonly dataset: Dataset;
  readonly facts: ReadonlyMap<string, Fact>;
  /** What stands for each fact by its claims alone: a check never reads the verdict on its own findings. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/** What a check found, before verdicts are looked up. */
export interface Finding {
  /** `<kind>/<fact>`, or `<kind>/<claim>` for a statement: it survives new claims. */
  readonly id: string;
  readonly kind: DiscrepancyKind;
  readonly severity: Severity;
  readonly scope: "within" | "between";
  readonly facts: readonly string[];
  /** Every claim that the finding rests on, operands included, in order of source and document. */
  readonly claims: readonly Claim[];
  /** Those of the claims that it puts in doubt; the others only show it. */
  readonly about: readonly Claim[];
  /** One sentence: who states what. */
  readonly summary: string;
  /** The working, one step a line. */
  readonly computation: readonly string[];
  /** The size of the disagreement for sorting, as decimal text: a share of the larger figure, days, or null. */
  readonly size: string | null;
}

/** One kind of check. Its result must not depend on the order of anything. */
export interface Check {
  readonly kind: DiscrepancyKind;
  run(context: CheckContext): readonly Finding[];
}
