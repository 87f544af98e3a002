import type { Claim } from "../dataset/dataset.ts";
import { known } from "../dataset/dataset.ts";
import { describeSides } from "../facts/describe.ts";
import { hasUnstatedBaseline } from "../facts/fact.ts";
import { areSimultaneous } from "../facts/time.ts";
import {
  absolute,
  compareDecimals,
  divide,
  multiply,
  roundToPlaces,
  subtract,
} from "../quantity/decimal.ts";
import { doIntervalsMeet, gapBetween, type Interval } from "../quantity/interval.ts";
import type { Check, Finding } from "./check.ts";
import {
  type ClaimPair,
  claimsOfPairs,
  describeIntervals,
  formatInterval,
  pairsWhere,
  scopeOfPairs,
} from "./pairs.ts";

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
      const claims = fact.claims.filter(isNumeric);
      const pairs = pairsWhere(
        claims,
        (one, other) =>
          areSimultaneous(one, other, metric) &&
          !doIntervalsMeet(one.interval as Interval, other.interval as Interval),
      );
      if (pairs.length === 0) continue;
      const involved = claimsOfPairs(pairs);
      const widest = pairs.reduce((best, pair) =>
        compareDecimals(share(pair), share(best)) > 0 ? pair : best,
      );
      const size = share(widest);
      findings.push({
        id: `value-conflict/${fact.id}`,
        kind: "value-conflict",
        severity: compareDecimals(size, MAJOR_SHARE) >= 0 ? "major" : "minor",
        scope: scopeOfPairs(pairs),
        facts: [fact.id],
        claims: involved,
        about: involved,
        summary: `${describeSides(dataset, involved)}.`,
        computation: [...describeIntervals(dataset, involved), describeGap(widest)],
        size,
      });
    }
    return findings;
  },
};

/** The middle of a finite interval, or its one finite edge. */
function centre(interval: Interval): string {
  if (interval.low === null) return interval.high ?? "0";
  if (interval.high === null) return interval.low;
  return divide(subtract(interval.high, multiply(interval.low, "-1")), "2");
}

/** How far apart two figures are, as a share of the larger one. */
function share([one, other]: ClaimPair): string {
  const [a, b] = [centre(one.interval as Interval), centre(other.interval as Interval)];
  const larger = compareDecimals(absolute(a), absolute(b)) >= 0 ? absolute(a) : absolute(b);
  return larger === "0" ? "0" : divide(absolute(subtract(a, b)), larger);
}

function describeGap([one, other]: ClaimPair): string {
  const [a, b] = [one.interval as Interval, other.interval as Interval];
  const gap = gapBetween(a, b);
  const percent = roundToPlaces(multiply(share([one, other]), "100"), 1);
  const distance = gap === "0" ? "they touch but share no value" : `the gap between them is ${gap}`;
  return `${formatInterval(a)} and ${formatInterval(b)} have no value in common: ${distance}; the figures are ${percent}% of the larger one apart`;
}
