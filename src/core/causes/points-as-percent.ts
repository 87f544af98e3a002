import { type ChangeMeasure, recomputeChange } from "../checks/operands.ts";
import { byPrecision, judgesOf, type Working } from "../checks/recomputation.ts";
import { known } from "../dataset/dataset.ts";
import { describeValue } from "../facts/describe.ts";
import type { Hypothesis } from "./cause.ts";

const OTHER: Readonly<Partial<Record<string, ChangeMeasure>>> = {
  "percent-change": "difference",
  difference: "percent-change",
};
const MEANT: Readonly<Partial<Record<string, string>>> = {
  difference: "as a difference in points",
  "percent-change": "as a change in percent",
};

/** A difference in points called a change in percent, or the reverse: the operands give the figure as the other one. */
export const pointsAsPercent: Hypothesis = {
  kind: "points-as-percent",
  explains: ["unit-misuse", "value-conflict"],
  explain(context, { claim, against, isDisputed }) {
    const other = OTHER[claim.measure];
    const isShare = known(context.dataset.metrics, claim.metric).unit === "percent";
    // A dispute of many sides is not about what one of them calls its figure.
    if (isDisputed && against.length > 1) return [];
    if (other === undefined || !isShare || claim.interval === null) return [];
    const working = judgesOf(recomputeChange(context, claim, other))
      .filter(({ outcome, off }) => outcome !== "does not follow" && off !== null)
      .sort(byPrecision)[0];
    if (!working) return [];
    return [
      {
        support: "strong",
        claims: [claim, ...working.claims],
        note: `${describeValue(context.dataset, claim)} is right ${MEANT[other]}: ${working.text} gives ${inUnitOf(other, working)}.`,
      },
    ];
  },
};

/** A result, which is printed in the unit that the source uses, in the unit that it has. */
function inUnitOf(measure: ChangeMeasure, { figure, gives }: Working): string {
  if (figure === null) return gives;
  return measure === "difference"
    ? figure.replaceAll("%", " points")
    : figure.replaceAll(" points", "%");
}
