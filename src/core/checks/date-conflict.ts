import type { Claim, Dataset } from "../dataset/dataset.ts";
import { describeSides, describeValue } from "../facts/describe.ts";
import { compareDecimals, subtract } from "../quantity/decimal.ts";
import { doIntervalsMeet, gapBetween, type Interval } from "../quantity/interval.ts";
import type { Check, Finding } from "./check.ts";
import { answerPairsWhere, answersOf, type ClaimPair, describeIntervals } from "./pairs.ts";
import { withWords } from "./words.ts";

const isDate = (claim: Claim): claim is Claim & { interval: Interval } =>
  claim.interval !== null && claim.quantity?.kind === "date";

/** Dates of one event whose spans, at their precision, have no day in common. */
export const dateConflict: Check = {
  kind: "date-conflict",
  run({ dataset, facts }) {
    const findings: Finding[] = [];
    for (const fact of facts.values()) {
      const found = answerPairsWhere(
        answersOf(dataset, fact).filter(({ first }) => isDate(first)),
        (one, other) => !doIntervalsMeet(one.interval as Interval, other.interval as Interval),
      );
      if (found === null) continue;
      const { claims: involved, scope } = found;
      const widest = found.pairs.reduce((best, pair) =>
        compareDecimals(daysApart(pair), daysApart(best)) > 0 ? pair : best,
      );
      const days = daysApart(widest);
      findings.push(
        withWords(
          {
            id: `date-conflict/${fact.id}`,
            kind: "date-conflict",
            severity: days === "1" ? "minor" : "major",
            scope,
            facts: [fact.id],
            claims: involved,
            about: involved,
            size: days,
          },
          () => ({
            summary: `${describeSides(dataset, involved)}.`,
            computation: [
              ...describeIntervals(dataset, involved),
              describeDistance(dataset, widest),
            ],
          }),
        ),
      );
    }
    return findings;
  },
};

/** Days from the last day of the earlier span to the first of the later one. */
function daysApart([one, other]: ClaimPair): string {
  return subtract(gapBetween(one.interval as Interval, other.interval as Interval), "-1");
}

/** A month or a year is a span of days, so that the distance from its nearer end is the least that it can be. */
function describeDistance(dataset: Dataset, pair: ClaimPair): string {
  const days = daysApart(pair);
  const [one, other] = pair.map((claim) => describeValue(dataset, claim));
  const least = pair.every(isSingleDay) ? "" : "at least ";
  return `${one} and ${other} are ${least}${days} ${days === "1" ? "day" : "days"} apart`;
}

const isSingleDay = ({ interval }: Claim): boolean =>
  interval !== null &&
  interval.low !== null &&
  interval.high !== null &&
  subtract(interval.high, interval.low) === "1";
