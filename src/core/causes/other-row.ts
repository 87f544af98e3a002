import type { Hypothesis } from "./cause.ts";
import { areKin, explainByMatch, sharedConditions } from "./figure-elsewhere.ts";
import { explainByOperands, isAboutChange, isComputation } from "./other-operands.ts";

/**
 * The figure is that of another subject on the same measure: another row of a table. A rival's row counts where one document has both
 * rows; without that, only a model of the same maker is easily taken for this one.
 */
export const otherRow: Hypothesis = {
  kind: "other-row",
  explains: ["value-conflict", "date-conflict", "arithmetic", "impossible"],
  explain(context, doubt) {
    const computed = isAboutChange(doubt) ? explainByOperands(context, doubt, "other-row") : [];
    if (computed.length > 0 || isComputation(doubt)) return computed;
    const documents = new Set([doubt.claim, ...doubt.against].map(({ source }) => source));
    return explainByMatch(
      context,
      doubt,
      (claim, match) =>
        match.metric === claim.metric &&
        match.subject !== claim.subject &&
        sharedConditions(match.conditions) === sharedConditions(claim.conditions) &&
        (documents.has(match.source) || areKin(context, match.subject, claim.subject)),
    );
  },
};
