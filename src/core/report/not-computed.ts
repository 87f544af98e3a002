/** Which checks had nothing to compute a statement from, so that their silence says nothing about it. */
import { recomputeLevel } from "../checks/arithmetic-of-levels.ts";
import type { CheckContext } from "../checks/check.ts";
import type { DiscrepancyKind } from "../checks/kinds.ts";
import { isChange, recomputeChange } from "../checks/operands.ts";
import { judgesOf, type Recomputation, type Working } from "../checks/recomputation.ts";
import { type Claim, known } from "../dataset/dataset.ts";

/** The checks that could compute none of the claims again: nobody states the operands, or the source leaves out its baseline. */
export function kindsNotComputed(
  context: CheckContext,
  claims: readonly Claim[],
): DiscrepancyKind[] {
  const [first] = claims;
  if (!first || claims.some((claim) => canBeComputed(context, claim))) return [];
  if (isChange(first.measure)) return ["arithmetic", "unit-misuse"];
  const { followsFrom, mixOf } = known(context.dataset.metrics, first.metric);
  // A level that follows from no other is not what these checks are about: on it they have nothing to leave out.
  return first.measure === "level" && (followsFrom !== null || mixOf !== null)
    ? ["arithmetic"]
    : [];
}

function canBeComputed(context: CheckContext, claim: Claim): boolean {
  const recomputation: Recomputation | null = isChange(claim.measure)
    ? recomputeChange(context, claim, claim.measure)
    : recomputeLevel(context, claim);
  return recomputation !== null && judgesOf(recomputation).some(hasResult);
}

/** Operands from which nothing comes out, such as a divisor that may be zero, leave a working without any. */
const hasResult = ({ figure, width, off }: Working): boolean =>
  figure !== null || width !== null || off !== null;
