import type { Claim, Dataset } from "../dataset/dataset.ts";
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
import { UNITS } from "../quantity/units.ts";
import type { Check, Finding } from "./check.ts";
import {
  answerPairsWhere,
  answersOf,
  type ClaimPair,
  comparedUnit,
  describeIntervals,
  formatInterval,
  signedInterval,
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
      const size = largestShare(found.pairs);
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
            computation: [
              ...describeIntervals(dataset, involved),
              ...describeGaps(dataset, found.pairs),
            ],
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

/** How far apart the two figures are that differ most, as a share of the larger one. */
function largestShare(pairs: readonly ClaimPair[]): string {
  let largest = "0";
  for (const pair of pairs) {
    const other = share(pair);
    if (compareDecimals(other, largest) > 0) largest = other;
  }
  return largest;
}

/** How far apart two figures are, as a share of the larger one. */
function share([one, other]: ClaimPair): string {
  const [a, b] = [centre(one.interval as Interval), centre(other.interval as Interval)];
  const larger = compareDecimals(absolute(a), absolute(b)) >= 0 ? absolute(a) : absolute(b);
  return larger === "0" ? "0" : divide(absolute(subtract(a, b)), larger);
}

/** So many pairs are told; of a fact with many answers the rest would bury them. */
const PAIRS_TOLD = 6;

/** A line for each two figures that have no value in common, those first that lie furthest apart. */
function describeGaps(dataset: Dataset, pairs: readonly ClaimPair[]): string[] {
  const ordered = pairs
    .map((pair) => ({ pair, size: share(pair) }))
    .sort((one, other) => compareDecimals(other.size, one.size));
  const lines = new Map<string, string>();
  for (const { pair, size } of ordered) {
    // The same two figures, printed otherwise or for another time, are told once, whichever stands first.
    const figures = pair.map(({ interval }) => formatInterval(interval as Interval)).sort();
    const key = figures.join(" | ");
    if (!lines.has(key)) lines.set(key, describeGap(dataset, pair, size));
  }
  const told = [...lines.values()];
  const left = told.length - PAIRS_TOLD;
  return left <= 0
    ? told
    : [...told.slice(0, PAIRS_TOLD), `and ${left} more such ${left === 1 ? "pair" : "pairs"}`];
}

/** Told in the unit of both figures, or in the one in which they are compared. */
function describeGap(dataset: Dataset, [one, other]: ClaimPair, size: string): string {
  const isOfOneUnit = one.unit === other.unit;
  const [a, b] = isOfOneUnit
    ? [signedInterval(one) as Interval, signedInterval(other) as Interval]
    : [one.interval as Interval, other.interval as Interval];
  const unit = isOfOneUnit ? "" : ` ${UNITS[comparedUnit(dataset, one)].label}`;
  const gap = gapBetween(a, b);
  const percent = roundToPlaces(multiply(size, "100"), 1);
  const distance =
    gap === "0" ? "they touch but share no value" : `the gap between them is ${gap}${unit}`;
  return `${formatInterval(a)} and ${formatInterval(b)}${unit} have no value in common: ${distance}; the figures are ${percent}% of the larger one apart`;
}
