import type { Claim } from "../dataset/dataset.ts";
import { known } from "../dataset/dataset.ts";
import type { Cause, CauseContext, Doubt, Hypothesis } from "./cause.ts";
import { differingNames, explainByMatch, isSameCell } from "./figure-elsewhere.ts";
import { explainByOperands, isAboutChange, isComputation } from "./other-operands.ts";

/** The figure is that of the same question under other conditions, or the two sides each ran the test. */
export const otherConditions: Hypothesis = {
  kind: "other-conditions",
  explains: ["value-conflict", "arithmetic", "impossible"],
  explain(context, doubt) {
    const computed = isAboutChange(doubt)
      ? explainByOperands(context, doubt, "other-conditions")
      : [];
    if (computed.length > 0 || isComputation(doubt)) return computed;
    const matched = explainByMatch(
      context,
      doubt,
      (claim, match) =>
        isSameCell(claim, match) &&
        differingNames(claim.conditions, match.conditions).some((name) => name !== "snapshot") &&
        !leavesOut(claim, match),
    );
    return [...matched, ...explainByOtherRun(context, doubt)];
  },
};

/** Whether a claim states none of the conditions in which a match differs from it, and the match states them all. */
export const leavesOut = (claim: Claim, match: Claim): boolean =>
  differingNames(claim.conditions, match.conditions).every(
    (name) => claim.statedConditions[name] === undefined && match.conditions[name] !== undefined,
  );

/** Two organisations that each ran a test need not come to one figure, and neither need be wrong. */
function explainByOtherRun(
  { dataset }: CauseContext,
  { claim, against, finding }: Doubt,
): Omit<Cause, "kind">[] {
  if (finding.kind !== "value-conflict" || claim.measuredBy === null) return [];
  const other = against.find(
    ({ measuredBy }) => measuredBy !== null && measuredBy !== claim.measuredBy,
  );
  if (!other) return [];
  const names = [claim, other]
    .map(({ measuredBy }) => known(dataset.subjects, measuredBy as string).name)
    .sort();
  return [
    {
      support: "fair",
      claims: [claim, other],
      note: `${names.join(" and ")} each measured it themselves, and two runs of one test need not come to the same figure.`,
    },
  ];
}
