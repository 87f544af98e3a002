import { type Claim, known } from "../dataset/dataset.ts";
import { describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims, factIdOf } from "../facts/fact.ts";
import { describeStep } from "./arithmetic.ts";
import type { Check, CheckContext, Finding } from "./check.ts";
import { type ChangeMeasure, follows, isChange, type Operands, operandsOf } from "./operands.ts";

/** What the figure is when it is not what it is called. */
const OTHER_MEASURE: Readonly<Partial<Record<ChangeMeasure, ChangeMeasure>>> = {
  "percent-change": "difference",
  difference: "percent-change",
};

/**
 * The measure that a claim's figure fits although the source calls it another: a change in percent that is one in points, or the reverse.
 * Null when it fits as it is called, or fits neither way. Only for metrics that are themselves in percent.
 */
export function asOtherMeasure(
  context: CheckContext,
  claim: Claim,
  operands: readonly Operands[],
): ChangeMeasure | null {
  if (!isChange(claim.measure) || known(context.dataset.metrics, claim.metric).unit !== "percent")
    return null;
  const other = OTHER_MEASURE[claim.measure];
  if (other === undefined || operands.length === 0 || follows(claim, claim.measure, operands))
    return null;
  return follows(claim, other, operands) ? other : null;
}

const WORDS: Readonly<Record<ChangeMeasure, string>> = {
  difference: "percentage points",
  "percent-change": "percent",
  ratio: "times",
};

/** Percentage points called percent, or the reverse. */
export const unitMisuse: Check = {
  kind: "unit-misuse",
  run(context) {
    const findings: Finding[] = [];
    for (const claim of context.dataset.claims.values()) {
      if (!isChange(claim.measure)) continue;
      const operands = operandsOf(context, claim);
      const meant = asOtherMeasure(context, claim, operands);
      if (meant === null) continue;
      const { measure } = claim;
      const fitting = operands.filter((pair) => follows(claim, meant, [pair]));
      const involved = [
        ...new Set([claim, ...fitting.flatMap(({ own, other }) => [own, other])]),
      ].sort(compareClaims);
      findings.push({
        id: `unit-misuse/${claim.id}`,
        kind: "unit-misuse",
        severity: "minor",
        scope: involved.every((each) => each.source === claim.source) ? "within" : "between",
        facts: [factIdOf(claim)],
        claims: involved,
        about: [claim],
        summary: `${publisherName(context.dataset, claim)} calls ${describeValue(context.dataset, claim)} a change in ${WORDS[measure]}; as such it does not follow, as ${WORDS[meant]} it does.`,
        computation: [
          ...fitting.map(
            (pair) => `in ${WORDS[measure]}: ${describeStep(context, pair, claim, measure)}`,
          ),
          ...fitting.map(
            (pair) => `in ${WORDS[meant]}: ${describeStep(context, pair, claim, meant)}`,
          ),
        ],
        size: null,
      });
    }
    return findings;
  },
};
