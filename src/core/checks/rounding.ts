import { type Claim, known } from "../dataset/dataset.ts";
import { describeSides } from "../facts/describe.ts";
import { hasUnstatedBaseline } from "../facts/fact.ts";
import { areSimultaneous } from "../facts/time.ts";
import { doAllIntervalsMeet, doIntervalsMeet } from "../quantity/interval.ts";
import type { Check, Finding } from "./check.ts";
import { answerPairsWhere, answersOf, describeIntervals, printDifferentFigures } from "./pairs.ts";
import { withWords } from "./words.ts";

/** Different figures of one fact that have values in common, and so agree at their stated precision. */
export const rounding: Check = {
  kind: "rounding",
  run({ dataset, facts }) {
    const findings: Finding[] = [];
    for (const fact of facts.values()) {
      if (hasUnstatedBaseline(fact)) continue;
      const metric = known(dataset.metrics, fact.metric);
      const found = answerPairsWhere(
        answersOf(dataset, fact).filter(({ first }) => first.interval !== null),
        (one, other) =>
          one.interval !== null &&
          other.interval !== null &&
          one.quantity?.kind === other.quantity?.kind &&
          printDifferentFigures(one, other) &&
          areSimultaneous(one, other, metric) &&
          doIntervalsMeet(one.interval, other.interval),
      );
      if (found === null) continue;
      const { claims: involved, scope } = found;
      findings.push(
        withWords(
          {
            id: `rounding/${fact.id}`,
            kind: "rounding",
            severity: "note",
            scope,
            facts: [fact.id],
            claims: involved,
            about: involved,
            size: null,
          },
          () => ({
            summary: `${describeSides(dataset, involved)}: ${describeAgreement(involved)}.`,
            computation: describeIntervals(dataset, involved),
          }),
        ),
      );
    }
    return findings;
  },
};

/** Agreement is not transitive: two figures that both agree with a third may exclude each other. */
function describeAgreement(claims: readonly Claim[]): string {
  return doAllIntervalsMeet(claims.flatMap(({ interval }) => interval ?? []))
    ? "these agree at the precision in which they are printed"
    : "each of these agrees with another at the precision in which they are printed, but not all with one another";
}
