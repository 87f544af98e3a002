import { type Claim, type Dataset, known, type Metric } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims, type Fact } from "../facts/fact.ts";
import { areSimultaneous } from "../facts/time.ts";
import { compareDecimals, type Decimal } from "../quantity/decimal.ts";
import type { Interval } from "../quantity/interval.ts";
import { lowerEdge, parseNumeral } from "../quantity/numeral.ts";
import { areUnitsComparable } from "../quantity/units.ts";
import type { Conditions } from "../schema/conditions.ts";
import type { ConditionName } from "../schema/vocabulary.ts";
import type { Check, CheckContext, Finding } from "./check.ts";
import { indexLevels } from "./levels.ts";
import { onePerStatement } from "./one-per-statement.ts";
import { answersOf, formatInterval } from "./pairs.ts";

/**
 * A value that its own scale excludes (a score of 130 percent), or that another fact of the same subject excludes: a score at a length that the
 * subject does not accept, an answer longer than its limit, an end before the beginning.
 */
export const impossible: Check = {
  kind: "impossible",
  run(context) {
    const { dataset, facts } = context;
    const limits = [...dataset.metrics.values()].filter(({ bounds }) => bounds !== null);
    const levels = indexLevels(context);
    const findings = [...facts.values()].flatMap((fact) => {
      const metric = known(dataset.metrics, fact.metric);
      const levelsOf = (id: string) => levels(fact.subject, id);
      return [
        offTheScale(dataset, fact, metric),
        ...(fact.measure === "level"
          ? [
              ...limits.map((limit) => beyondLimit(context, fact, limit, levelsOf(limit.id))),
              ...metric.neverAbove.map((upper) =>
                aboveUpper(context, fact, metric, levelsOf(upper)),
              ),
              metric.marks === "end" ? beforeBeginning(context, fact, levelsOf) : null,
            ]
          : []),
      ].filter((finding) => finding !== null);
    });
    return onePerStatement(findings);
  },
};

const figuresOf = (fact: Fact): (Claim & { interval: Interval })[] =>
  fact.claims.filter(
    (claim): claim is Claim & { interval: Interval } =>
      claim.interval !== null && claim.quantity !== null && claim.quantity.kind !== "name",
  );

interface Exclusion {
  readonly about: readonly Claim[];
  /** What excludes them; none where a scale does. */
  readonly by: readonly Claim[];
  readonly reason: string;
  readonly computation: readonly string[];
}

function finding(
  dataset: Dataset,
  fact: Fact,
  { about, by, reason, computation }: Exclusion,
): Finding {
  const claims = [...about, ...by].sort(compareClaims);
  const first = about[0] as Claim;
  return {
    id: `impossible/${fact.id}`,
    kind: "impossible",
    severity: "major",
    scope: claims.every((claim) => claim.source === first.source) ? "within" : "between",
    facts: [fact.id],
    claims,
    about,
    summary: `${publisherName(dataset, first)} states ${describeValue(dataset, first)} for ${describeFact(dataset, fact)}, but ${reason}.`,
    computation,
    size: null,
  };
}

/** A share lies between nothing and all, and two shares are no further apart than that. */
function offTheScale(dataset: Dataset, fact: Fact, metric: Metric): Finding | null {
  const isShare = metric.kind === "score" && metric.unit === "percent";
  if (!isShare || (fact.measure !== "level" && fact.measure !== "difference")) return null;
  const least = fact.measure === "level" ? "0" : "-100";
  const isOff = ({ interval }: Claim): boolean =>
    interval !== null &&
    ((interval.low !== null && compareDecimals(interval.low, "100") > 0) ||
      (interval.high !== null && compareDecimals(interval.high, least) < 0));
  if (!answersOf(dataset, fact).some(({ first }) => isOff(first))) return null;
  const about = figuresOf(fact).filter(isOff);
  if (about.length === 0) return null;
  return finding(dataset, fact, {
    about,
    by: [],
    reason: `a share lies between 0 and 100%${fact.measure === "level" ? "" : ", and two shares are at most 100 points apart"}`,
    computation: about.map(
      (claim) =>
        `${publisherName(dataset, claim)}: ${describeValue(dataset, claim)} stands for ${formatInterval(claim.interval)}, outside of ${least} to 100`,
    ),
  });
}

/**
 * The least value that a condition requires: `1M` at least what rounds to a million, `>128K` more than that. Null for one that has
 * no lower bound (`<128K`) or is no figure.
 */
function leastRequired(condition: string): Decimal | null {
  const match = /^(>=|≥|>)?\s*([^<≤].*)$/.exec(condition.trim());
  const numeral = match ? parseNumeral(match[2] ?? "") : null;
  if (!match || !numeral) return null;
  return match[1] === undefined ? lowerEdge(numeral) : numeral.value;
}

/** A value under a condition that lies above everything a limit of the subject can stand for. */
function beyondLimit(
  context: CheckContext,
  fact: Fact,
  limit: Metric,
  limits: readonly Fact[],
): Finding | null {
  const { dataset } = context;
  const condition = fact.conditions[limit.bounds as ConditionName];
  const required = condition === undefined ? null : leastRequired(condition);
  const about = figuresOf(fact);
  if (required === null || about.length === 0) return null;
  const by = excluding(context, fact, limits, (high) => compareDecimals(required, high) >= 0);
  const [first] = by;
  if (!first) return null;
  return finding(dataset, fact, {
    about,
    by,
    reason: `${publisherName(dataset, first)} states ${describeValue(dataset, first)} for ${describeFact(dataset, first)}`,
    computation: [
      `the condition asks for at least ${required}`,
      ...by.map(
        (claim) =>
          `${publisherName(dataset, claim)}: ${describeValue(dataset, claim)} reaches to ${claim.interval?.high}`,
      ),
      "the condition lies above what the subject accepts",
    ],
  });
}

/**
 * The claims that carry the limits by which a value is excluded; empty as soon as one limit that may apply does not exclude it, or is disputed.
 * A limit of one channel binds what is measured through that channel. What names no channel may have gone through one that accepts more, and
 * is bound by a limit without conditions alone.
 */
function excluding(
  { standings }: CheckContext,
  fact: Fact,
  limits: readonly Fact[],
  isExcludedBy: (high: Decimal) => boolean,
): Claim[] {
  const applying = limits.filter((limit) => mayApply(limit.conditions, fact.conditions));
  if (!applying.some((limit) => applies(limit.conditions, fact.conditions))) return [];
  const claims: Claim[] = [];
  for (const limit of applying) {
    const standing = known(standings, limit.id);
    const high = standing.interval?.high;
    if (standing.basis === "disputed" || high == null || !isExcludedBy(high)) return [];
    claims.push(...standing.claims);
  }
  return claims.sort(compareClaims);
}

/** Whether nothing that a value states denies the conditions of a limit. */
const mayApply = (limit: Conditions, value: Conditions): boolean =>
  (Object.keys(limit) as ConditionName[]).every(
    (name) => value[name] === undefined || value[name] === limit[name],
  );

/** Whether a value states every condition of a limit. */
const applies = (limit: Conditions, value: Conditions): boolean =>
  (Object.keys(limit) as ConditionName[]).every((name) => value[name] === limit[name]);

/** A figure above another of the same subject that it can never exceed, under the same conditions and at the same time. */
function aboveUpper(
  { dataset, standings }: CheckContext,
  fact: Fact,
  metric: Metric,
  uppers: readonly Fact[],
): Finding | null {
  const stated = figuresOf(fact);
  if (stated.length === 0) return null;
  const applying = uppers.filter((upper) => boundsUnder(metric, upper, fact));
  // Of a limit that holds in one channel see `excluding`; a price list has one figure for each set of conditions, and a date binds whatever the channel.
  const isBound =
    metric.kind === "date" ||
    applying.some(({ conditions }) => applies(conditions, fact.conditions));
  if (!isBound) return null;
  const carriers = applying.map(({ id }) => known(standings, id));
  const bounds = carriers.map((standing) => {
    const [carrier] = standing.claims;
    return standing.basis === "disputed" || !carrier?.interval?.high ? null : carrier;
  });
  if (bounds.length === 0 || bounds.some((bound) => bound === null)) return null;
  const by = bounds.filter((bound) => bound !== null);
  const about = stated.filter((claim) =>
    by.every(
      (bound) =>
        areUnitsComparable(claim.unit, bound.unit) &&
        areSimultaneous(claim, bound, metric) &&
        isAbove(claim.interval, bound.interval as Interval),
    ),
  );
  const [first] = by;
  if (about.length === 0 || !first) return null;
  return finding(dataset, fact, {
    about,
    by,
    reason: `${publisherName(dataset, first)} states ${describeValue(dataset, first)} for ${describeFact(dataset, first)}, ${metric.kind === "date" ? "and it can never be later" : "which it can never exceed"}`,
    computation: [...about, ...by].map(
      (claim) =>
        `${publisherName(dataset, claim)}: ${describeFact(dataset, claim)} is ${describeValue(dataset, claim)}`,
    ),
  });
}

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

/** Whether an interval lies above another with nothing in common. */
const isAbove = (one: Interval, other: Interval): boolean => {
  if (one.low === null || other.high === null) return false;
  const order = compareDecimals(one.low, other.high);
  return order > 0 || (order === 0 && !(one.lowIncluded && other.highIncluded));
};

/** An end that lies before everything that marks a beginning of the subject. */
function beforeBeginning(
  { dataset, standings }: CheckContext,
  fact: Fact,
  levelsOf: (metric: string) => readonly Fact[],
): Finding | null {
  if (fact.conditions.snapshot !== undefined) return null;
  const beginnings = [...dataset.metrics.values()]
    .filter(({ marks }) => marks === "beginning")
    .flatMap(({ id }) => levelsOf(id))
    .filter(({ conditions }) => conditions.snapshot === undefined)
    .map(({ id }) => known(standings, id))
    .filter(({ interval }) => interval !== null);
  const [one] = beginnings;
  if (!one || beginnings.some(({ basis, interval }) => basis === "disputed" || !interval?.low))
    return null;
  const about = figuresOf(fact).filter((claim) =>
    beginnings.every(({ interval }) => isAbove(interval as Interval, claim.interval)),
  );
  if (about.length === 0) return null;
  const by = [...new Set(beginnings.flatMap(({ claims }) => claims.slice(0, 1)))];
  const [first] = by as [Claim];
  return finding(dataset, fact, {
    about,
    by,
    reason: `${publisherName(dataset, first)} states ${describeValue(dataset, first)} for ${describeFact(dataset, first)}, which would be later`,
    computation: [...about, ...by].map(
      (claim) =>
        `${publisherName(dataset, claim)}: ${describeFact(dataset, claim)} is ${describeValue(dataset, claim)}`,
    ),
  });
}
