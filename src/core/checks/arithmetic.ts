import { type Claim, known } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims, factIdOf } from "../facts/fact.ts";
import { absolute, compareDecimals, divide } from "../quantity/decimal.ts";
import { gapBetween, type Interval } from "../quantity/interval.ts";
import type { Check, CheckContext, Finding } from "./check.ts";
import {
  type ChangeMeasure,
  computeChange,
  follows,
  isChange,
  type Operands,
  operandsOf,
} from "./operands.ts";
import { formatInterval } from "./pairs.ts";
import { asOtherMeasure } from "./unit-misuse.ts";

/** A stated change that is off by this share of itself changes what a reader would conclude. */
const MAJOR_SHARE = "0.05";

/** A stated difference, ratio or percentage that its operands do not give. */
export const arithmetic: Check = {
  kind: "arithmetic",
  run(context) {
    const findings: Finding[] = [];
    for (const claim of context.dataset.claims.values()) {
      if (!isChange(claim.measure) || claim.interval === null) continue;
      const operands = operandsOf(context, claim);
      if (operands.length === 0 || follows(claim, claim.measure, operands)) continue;
      // Points called percent are a matter of words, and found by that check.
      if (asOtherMeasure(context, claim, operands) !== null) continue;
      findings.push(describe(context, claim, claim.measure, operands));
    }
    return findings;
  },
};

function describe(
  context: CheckContext,
  claim: Claim,
  measure: ChangeMeasure,
  operands: readonly Operands[],
): Finding {
  const { dataset } = context;
  const stated = claim.interval as Interval;
  const nearest = operands.reduce((best, pair) =>
    compareDecimals(gap(pair, claim, measure), gap(best, claim, measure)) < 0 ? pair : best,
  );
  const size = divide(absolute(gap(nearest, claim, measure)), largest(stated));
  const involved = [
    ...new Set([claim, ...operands.flatMap(({ own, other }) => [own, other])]),
  ].sort(compareClaims);
  const isWithin = involved.every((each) => each.source === claim.source);
  return {
    id: `arithmetic/${claim.id}`,
    kind: "arithmetic",
    severity: compareDecimals(size, MAJOR_SHARE) >= 0 ? "major" : "minor",
    scope: isWithin ? "within" : "between",
    facts: [factIdOf(claim)],
    claims: involved,
    about: [claim],
    summary: `${publisherName(dataset, claim)} states ${describeValue(dataset, claim)} for ${describeFact(dataset, claim)}; ${isWithin ? "its own figures do" : "the figures it rests on do"} not give that.`,
    computation: [
      `stated: ${describeValue(dataset, claim)}, which stands for ${formatInterval(stated)}`,
      ...operands.map((pair) => describeStep(context, pair, claim, measure)),
      "no reading of the operands gives the stated figure: it does not follow",
    ],
    size,
  };
}

const SIGNS: Readonly<Record<ChangeMeasure, string>> = {
  difference: "−",
  ratio: "÷",
  "percent-change": "against",
};

/** One computation: `54.6% − 38.0% gives (16.5, 16.7)`. */
export function describeStep(
  context: CheckContext,
  { own, other }: Operands,
  claim: Claim,
  measure: ChangeMeasure,
): string {
  const { dataset } = context;
  const computed = computeChange(
    measure,
    own.interval as Interval,
    other.interval as Interval,
    claim.direction === "down",
  );
  const [first, second] =
    measure === "ratio" && claim.direction === "down" ? [other, own] : [own, other];
  const name = (each: Claim) =>
    `${known(dataset.subjects, each.subject).name} ${describeValue(dataset, each)} (${publisherName(dataset, each)})`;
  return `${name(first)} ${SIGNS[measure]} ${name(second)} gives ${computed ? formatInterval(roundInterval(computed)) : "nothing that could be computed"}`;
}

/** Ends with at most four decimals: a quotient has no last digit. */
function roundInterval(interval: Interval): Interval {
  const round = (value: string | null) => (value === null ? null : divide(value, "1", 4));
  return { ...interval, low: round(interval.low), high: round(interval.high) };
}

function gap({ own, other }: Operands, claim: Claim, measure: ChangeMeasure): string {
  const computed = computeChange(
    measure,
    own.interval as Interval,
    other.interval as Interval,
    claim.direction === "down",
  );
  return computed === null ? "0" : gapBetween(computed, claim.interval as Interval);
}

function largest(interval: Interval): string {
  const ends = [interval.low, interval.high].filter((end) => end !== null).map(absolute);
  const most = ends.reduce((best, end) => (compareDecimals(end, best) > 0 ? end : best), "0");
  return most === "0" ? "1" : most;
}
