/** Figures above another of the same subject that they can never exceed. */
import { type Claim, known, type Metric } from "../dataset/dataset.ts";
import { compareClaims, type Fact } from "../facts/fact.ts";
import { areSimultaneous, mayTimesOverlap } from "../facts/time.ts";
import { compareDecimals, type Decimal } from "../quantity/decimal.ts";
import { areUnitsComparable } from "../quantity/units.ts";
import { type Standing, standingOf } from "../verdicts/standing.ts";
import type { CheckContext, Finding } from "./check.ts";
import {
  describeLine,
  describeStatement,
  excludedFinding,
  type FigureClaim,
  figuresOf,
  isAbove,
  isFigure,
} from "./exclusion.ts";
import { applies, mayApply } from "./impossible-beyond-limits.ts";

/**
 * A figure above another of the same subject that it can never exceed, under the same conditions and at the same time. It is bound by the
 * figure that stands for its time, and by what its own source states: either is enough.
 *
 * @param uppers the facts that answer for the figure that is never exceeded
 */
export function aboveUpper(
  context: CheckContext,
  fact: Fact,
  metric: Metric,
  uppers: readonly Fact[],
): Finding | null {
  const applying = uppers.filter((upper) => boundsUnder(metric, upper, fact));
  const lowest = lowestBound(applying);
  if (lowest === null) return null;
  const bounds: Bounds = { context, fact, metric, uppers: applying };
  const about: Claim[] = [];
  const by = new Set<Claim>();
  for (const claim of figuresOf(fact)) {
    // Nearly every figure lies below all of them, and then nothing has to be known about what stands.
    if (claim.interval.low === null || compareDecimals(claim.interval.low, lowest) < 0) continue;
    const excluding = excludedBy(bounds, claim);
    if (excluding.length === 0) continue;
    about.push(claim);
    for (const bound of excluding) by.add(bound);
  }
  const [first] = by;
  if (!first) return null;
  const { dataset } = context;
  return excludedFinding(dataset, fact, {
    about,
    by: [...by],
    reason: `${describeStatement(dataset, first)}, ${metric.kind === "date" ? "and it can never be later" : "which it can never exceed"}`,
    computation: [...about, ...by].map((claim) => describeLine(dataset, claim)),
  });
}

/** What bounds the figures of a fact. */
interface Bounds {
  readonly context: CheckContext;
  readonly fact: Fact;
  readonly metric: Metric;
  /** The facts whose figures may bound those of the fact; at least one. */
  readonly uppers: readonly Fact[];
}

/** Whether the conditions of a figure let it bound those of a fact. */
function boundsUnder(metric: Metric, upper: Fact, fact: Fact): boolean {
  switch (metric.kind) {
    case "price":
      return JSON.stringify(upper.conditions) === JSON.stringify(fact.conditions);
    case "date":
      return upper.conditions.snapshot === fact.conditions.snapshot;
    default:
      return mayApply(upper.conditions, fact.conditions);
  }
}

/** The least upper end of all figures that may bound; null where there is none. */
function lowestBound(uppers: readonly Fact[]): Decimal | null {
  let lowest: Decimal | null = null;
  for (const { claims } of uppers)
    for (const { interval } of claims)
      if (interval?.high != null && (lowest === null || compareDecimals(interval.high, lowest) < 0))
        lowest = interval.high;
  return lowest;
}

/** A figure that bounds, and the fact that it answers. */
interface Bound {
  readonly upper: Fact;
  readonly claim: Claim;
}

/** The claims by which a figure is excluded: those that stand, or else its own source's; none where it is possible beside both. */
function excludedBy(bounds: Bounds, claim: FigureClaim): readonly Claim[] {
  const byStanding = exceeded(bounds, claim, standingBounds(bounds, claim));
  return byStanding.length > 0 ? byStanding : exceeded(bounds, claim, ownBounds(bounds, claim));
}

/** The figures that stand for the time of a claim; none for a fact of which nothing does. */
function standingBounds({ context, metric, uppers }: Bounds, claim: Claim): Bound[] {
  return uppers.flatMap((upper) => {
    const standing = standingFor(context, upper, claim, metric);
    const carrier = standing?.claims[0];
    return carrier && standing.basis !== "disputed" ? [{ upper, claim: carrier }] : [];
  });
}

/**
 * What stands beside a claim: for what varies in time, by the claims that are made for the claim's own time, or else by those that are
 * presumed to hold then. Null where there are none.
 */
function standingFor(
  { dataset, standings }: CheckContext,
  upper: Fact,
  claim: Claim,
  metric: Metric,
): Standing | null {
  if (!metric.variesInTime) return known(standings, upper.id);
  const ofItsTime = upper.claims.filter((each) => mayTimesOverlap(each.asOf, claim.asOf));
  const claims =
    ofItsTime.length > 0
      ? ofItsTime
      : upper.claims.filter((each) => areSimultaneous(each, claim, metric));
  return claims.length === 0 ? null : standingOf(dataset, { ...upper, claims });
}

/** What the source of a claim states itself for the same time. */
const ownBounds = ({ metric, uppers }: Bounds, claim: Claim): Bound[] =>
  uppers.flatMap((upper) =>
    upper.claims
      .filter(
        (each) =>
          each.source === claim.source && isFigure(each) && areSimultaneous(each, claim, metric),
      )
      .map((each) => ({ upper, claim: each })),
  );

/** Those of the bounds that exclude a figure: nothing unless all do, but of several beginnings the earliest is enough. */
function exceeded(
  { context, fact, metric, uppers }: Bounds,
  claim: FigureClaim,
  bounds: readonly Bound[],
): Claim[] {
  const isExceeded = ({ claim: bound }: Bound): boolean =>
    bound.interval?.high != null &&
    areUnitsComparable(claim.unit, bound.unit) &&
    isAbove(claim.interval, bound.interval);
  const bindsByItself = ({ upper }: Bound): boolean =>
    known(context.dataset.metrics, upper.metric).marks === "beginning";
  const beginnings = bounds.filter((bound) => bindsByItself(bound) && isExceeded(bound));
  // What came before one of its beginnings came before whatever began later, in another channel or by another source.
  const [earliest] = beginnings.sort(byEnd);
  if (earliest) return [earliest.claim];
  if (bounds.length === 0 || !bounds.every(isExceeded)) return [];
  // A fact of which nothing stands, or of which this source says nothing, may allow more than the others.
  if (new Set(bounds.map(({ upper }) => upper)).size < uppers.length) return [];
  // Of a limit that holds in one channel see `impossible-beyond-limits.ts`; a price list has one figure for each set of conditions, and a date
  // binds whatever the channel.
  const isBound =
    metric.kind === "date" ||
    bounds.some(({ upper }) => applies(upper.conditions, fact.conditions));
  return isBound ? bounds.map(({ claim: bound }) => bound) : [];
}

/** The earliest end first; of two that are the same by source and place. */
function byEnd({ claim: one }: Bound, { claim: other }: Bound): number {
  return (
    compareDecimals(one.interval?.high ?? "0", other.interval?.high ?? "0") ||
    compareClaims(one, other)
  );
}
