import type { Claim } from "../dataset/dataset.ts";
import { known } from "../dataset/dataset.ts";
import { describeSides } from "../facts/describe.ts";
import { hasUnstatedBaseline } from "../facts/fact.ts";
import { areSimultaneous } from "../facts/time.ts";
import {
  absolute,
  add,
  compareDecimals,
  divide,
  multiply,
  roundToPlaces,
  subtract,
} from "../quantity/decimal.ts";
import { doIntervalsMeet, gapBetween, type Interval } from "../quantity/interval.ts";
import type { Check, Finding } from "./check.ts";
import {
  answerPairsWhere,
  answersOf,
  type ClaimPair,
  describeIntervals,
  formatInterval,
} from "./pairs.ts";
import { withWords } from "./words.ts";

/** From this share of the larger figure on, a conflict changes what a reader would conclude. */
const MAJOR_SHARE = "0.05";

export const isNumeric = (claim: Claim): claim is Claim & { interval: Interval } =>
  claim.interval !== null && claim.quantity?.kind === "number";

/** Figures of one fact whose intervals have nothing in common. */
export const valueConflict: Check = {
  kind: "value-conflict",
  run({ dataset, facts }) {
    const findings: Finding[] = [];
    for (const fact of facts.values()) {
      if (hasUnstatedBaseline(fact)) continue;
      const metric = known(dataset.metrics, fact.metric);
      const found = answerPairsWhere(
        answersOf(dataset, fact).filter(({ first }) => isNumeric(first)),
        (one, other) =>
          !doIntervalsMeet(one.interval as Interval, other.interval as Interval) &&
          areSimultaneous(one, other, metric),
      );
      if (found === null) continue;
      const { claims: involved, scope } = found;
      const [widest, size] = widestPair(found.pairs);
      findings.push(
        withWords(
          {
            id: `value-conflict/${fact.id}`,
            kind: "value-conflict",
            severity: compareDecimals(size, MAJOR_SHARE) >= 0 ? "major" : "minor",
            scope,
            facts: [fact.id],
            claims: involved,
            about: involved,
            size,
          },
          () => ({
            summary: `${describeSides(dataset, involved)}.`,
            computation: [...describeIntervals(dataset, involved), describeGap(widest, size)],
          }),
        ),
      );
    }
    return findings;
  },
};

/** The middle of a finite interval, or its one finite edge. */
function centre(interval: Interval): string {
  if (interval.low === null) return interval.high ?? "0";
  if (interval.high === null) return interval.low;
  return multiply(add(interval.high, interval.low), "0.5");
}

/** The first of the pairs that lie furthest apart, and by which share. */
function widestPair(pairs: readonly ClaimPair[]): [widest: ClaimPair, size: string] {
  let widest = pairs[0] as ClaimPair;
  let size = share(widest);
  for (let index = 1; index < pairs.length; index++) {
    const pair = pairs[index] as ClaimPair;
    const other = share(pair);
    if (compareDecimals(other, size) > 0) [widest, size] = [pair, other];
  }
  return [widest, size];
}

/** How far apart two figures are, as a share of the larger one. */
function share([one, other]: ClaimPair): string {
  const [a, b] = [centre(one.interval as Interval), centre(other.interval as Interval)];
  const larger = compareDecimals(absolute(a), absolute(b)) >= 0 ? absolute(a) : absolute(b);
  return larger === "0" ? "0" : divide(absolute(subtract(a, b)), larger);
}

function describeGap([one, other]: ClaimPair, size: string): string {
  const [a, b] = [one.interval as Interval, other.interval as Interval];
  const gap = gapBetween(a, b);
  const percent = roundToPlaces(multiply(size, "100"), 1);
  const distance = gap === "0" ? "they touch but share no value" : `the gap between them is ${gap}`;
  return `${formatInterval(a)} and ${formatInterval(b)} have no value in common: ${distance}; the figures are ${percent}% of the larger one apart`;
}
