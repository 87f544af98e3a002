import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import { describeSides, describeValue, joinWords } from "../facts/describe.ts";
import { hasUnstatedBaseline } from "../facts/fact.ts";
import { areSimultaneous } from "../facts/time.ts";
import {
  doAllIntervalsMeet,
  doIntervalsMeet,
  type Interval,
  negateInterval,
} from "../quantity/interval.ts";
import { intervalOf, toBaseUnit } from "../quantity/quantity.ts";
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
            summary: `${describeSides(dataset, involved)}: ${describeAgreement(dataset, involved)}.`,
            computation: describeIntervals(dataset, involved),
          }),
        ),
      );
    }
    return findings;
  },
};

/** Agreement is not transitive: two figures that both agree with a third may exclude each other. */
function describeAgreement(dataset: Dataset, claims: readonly Claim[]): string {
  const widened = claims.filter((claim) => agreesByItsWord(dataset, claim, claims));
  const room = [...new Set(widened.map((claim) => describeRoom(dataset, claim)))];
  const how =
    room.length === 0
      ? "at the precision in which they are printed"
      : `as worded, since ${joinWords(room)}`;
  return doAllIntervalsMeet(claims.flatMap(({ interval }) => interval ?? []))
    ? `these agree ${how}`
    : `each of these agrees with another ${how}, but not all with one another`;
}

/** Whether a claim agrees with another only because of the word beside its figure: without "over", 60 and 64 would be a conflict. */
function agreesByItsWord(dataset: Dataset, claim: Claim, claims: readonly Claim[]): boolean {
  const digits = digitsAlone(dataset, claim);
  if (digits === null) return false;
  return claims.some(
    ({ interval }) =>
      interval !== null &&
      claim.interval !== null &&
      doIntervalsMeet(claim.interval, interval) &&
      !doIntervalsMeet(digits, interval),
  );
}

/** What a figure would stand for without the word beside it, as it is compared; null where there is no such word. */
function digitsAlone(dataset: Dataset, claim: Claim): Interval | null {
  const { quantity, qualifier, unit, measure, direction } = claim;
  if (quantity === null || qualifier === null) return null;
  const isListed =
    known(dataset.metrics, claim.metric).kind === "price" &&
    measure === "level" &&
    unit !== "percent";
  const printed = intervalOf(quantity, { isListed });
  if (printed === null) return null;
  const base = toBaseUnit(printed, unit);
  const isDecrease =
    direction === "down" && (measure === "difference" || measure === "percent-change");
  return isDecrease ? negateInterval(base) : base;
}

/** What the word beside a figure leaves open. */
function describeRoom(dataset: Dataset, claim: Claim): string {
  const value = `“${describeValue(dataset, claim)}”`;
  const isDate = claim.quantity?.kind === "date";
  if (claim.printedInterval?.high === null)
    return `${value} is open ${isDate ? "to later days" : "above"}`;
  if (claim.printedInterval?.low === null)
    return `${value} is open ${isDate ? "to earlier days" : "below"}`;
  return `${value} allows for more than its digits`;
}
