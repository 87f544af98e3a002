import type { Hypothesis } from "./cause.ts";
import { differingNames, explainByMatch, isSameCell } from "./figure-elsewhere.ts";
import { explainByOperands, isAboutChange, isComputation } from "./other-operands.ts";

/** The figure is that of another snapshot of the same model. */
export const otherSnapshot: Hypothesis = {
  kind: "other-snapshot",
  explains: ["value-conflict", "date-conflict", "arithmetic", "impossible"],
  explain(context, doubt) {
    const computed = isAboutChange(doubt)
      ? explainByOperands(context, doubt, "other-snapshot")
      : [];
    if (computed.length > 0 || isComputation(doubt)) return computed;
    return explainByMatch(context, doubt, (claim, match) => {
      const differing = differingNames(claim.conditions, match.conditions);
      return isSameCell(claim, match) && differing.length === 1 && differing[0] === "snapshot";
    });
  },
};
