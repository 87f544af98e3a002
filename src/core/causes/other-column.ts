import { known } from "../dataset/dataset.ts";
import type { Hypothesis } from "./cause.ts";
import { explainByMatch } from "./figure-elsewhere.ts";
import { explainByOperands, isAboutChange, isComputation } from "./other-operands.ts";

/** The figure is that of another metric of the same family and subject: the next column of a table. */
export const otherColumn: Hypothesis = {
  kind: "other-column",
  // A date of the same family is another event, which is true at another time.
  explains: ["value-conflict", "arithmetic", "impossible"],
  explain(context, doubt) {
    const family = (metric: string) => known(context.dataset.metrics, metric).family;
    const computed = isAboutChange(doubt) ? explainByOperands(context, doubt, "other-column") : [];
    if (computed.length > 0 || isComputation(doubt)) return computed;
    return explainByMatch(
      context,
      doubt,
      (claim, match) =>
        match.subject === claim.subject &&
        match.metric !== claim.metric &&
        family(match.metric) === family(claim.metric),
    );
  },
};
