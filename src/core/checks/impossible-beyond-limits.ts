/** Values under a condition that lies above what a limit of their subject allows. */
import { type Claim, known, type Metric } from "../dataset/dataset.ts";
import { describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims, type Fact } from "../facts/fact.ts";
import { compareDecimals, type Decimal, multiply } from "../quantity/decimal.ts";
import { lowerEdge } from "../quantity/numeral.ts";
import { areUnitsComparable, UNITS, type UnitName } from "../quantity/units.ts";
import { parseWrittenFigure } from "../quantity/written.ts";
import type { Conditions } from "../schema/conditions.ts";
import type { ConditionName } from "../schema/vocabulary.ts";
import type { CheckContext, Finding } from "./check.ts";
import { describeAmount, describeStatement, excludedFinding, figuresOf } from "./exclusion.ts";
import type { Levels } from "./levels.ts";

/** The limits that bound one condition, and in which unit the condition stands where it names none. */
interface BoundCondition {
  readonly name: ConditionName;
  readonly limits: readonly Metric[];
  readonly unwrittenUnit: UnitName | null;
}

/** The least that a condition requires, in the unit that it names; null for none. */
interface Requirement {
  readonly least: Decimal;
  readonly unit: UnitName | null;
}

/** For a fact that is a level, a finding for each limit that excludes what its condition asks for. */
export function limitsByCondition(
  context: CheckContext,
  levels: Levels,
): (fact: Fact) => Finding[] {
  const bound = boundConditions(context);
  // Few conditions stand on many facts, so that each is read once.
  const requirements = new Map<string, Requirement | null>();
  const requirementOf = (condition: string): Requirement | null => {
    const before = requirements.get(condition);
    if (before !== undefined) return before;
    const requirement = requirementIn(condition);
    requirements.set(condition, requirement);
    return requirement;
  };
  return (fact) =>
    bound.flatMap(({ name, limits, unwrittenUnit }) => {
      const condition = fact.conditions[name];
      const requirement = condition === undefined ? null : requirementOf(condition);
      const unit = requirement?.unit ?? unwrittenUnit;
      if (requirement === null || unit === null) return [];
      return limits.flatMap(
        (limit) =>
          beyondLimit(context, fact, limit, levels(fact.subject, limit.id), {
            least: requirement.least,
            unit,
          }) ?? [],
      );
    });
}

/** Every condition that some limit of the registry bounds. */
function boundConditions({ dataset }: CheckContext): BoundCondition[] {
  const byName = new Map<ConditionName, Metric[]>();
  for (const metric of dataset.metrics.values()) {
    if (metric.bounds === null) continue;
    const limits = byName.get(metric.bounds);
    if (limits) limits.push(metric);
    else byName.set(metric.bounds, [metric]);
  }
  return [...byName].map(([name, limits]) => ({
    name,
    limits,
    unwrittenUnit: unwrittenUnit(limits),
  }));
}

/** Units in which things are counted. */
const COUNTING_UNITS: ReadonlySet<UnitName> = new Set(["tokens", "words", "count", "users"]);

/**
 * The unit of a condition that is written without one, as `512K` is: that of its limits. Where these have several, it is the one in which
 * things are counted, since nobody writes a length of time without its unit. Null where even so it could be one or another.
 */
function unwrittenUnit(limits: readonly Metric[]): UnitName | null {
  const units = [...new Set(limits.map(({ unit }) => unit))];
  const possible = units.length === 1 ? units : units.filter((unit) => COUNTING_UNITS.has(unit));
  const [unit] = possible;
  return possible.length === 1 && unit !== undefined ? unit : null;
}

/**
 * The least value that a condition requires: `1M` at least what rounds to a million, `>128K` more than that, `120 minutes` as many minutes.
 * Null for one that has no lower bound (`<128K`) or is no figure.
 */
function requirementIn(condition: string): Requirement | null {
  const figure = parseWrittenFigure(condition);
  if (figure?.quantity.kind !== "number") return null;
  const { from } = figure.quantity;
  switch (figure.qualifier) {
    case null:
      return { least: lowerEdge(from), unit: figure.unit };
    case "over":
    case "at-least":
      return { least: from.value, unit: figure.unit };
    default:
      return null;
  }
}

/** A value under a condition that lies above everything a limit of the subject can stand for; only where both are of one dimension. */
function beyondLimit(
  context: CheckContext,
  fact: Fact,
  limit: Metric,
  limits: readonly Fact[],
  { least, unit }: { readonly least: Decimal; readonly unit: UnitName },
): Finding | null {
  if (limits.length === 0 || !areUnitsComparable(unit, limit.unit)) return null;
  const { dataset } = context;
  const required = multiply(least, UNITS[unit].factor);
  const by = excluding(context, fact, limits, (high) => compareDecimals(required, high) >= 0);
  const [first] = by;
  if (!first) return null;
  return excludedFinding(dataset, fact, {
    about: figuresOf(fact),
    by,
    reason: describeStatement(dataset, first),
    computation: [
      `the condition asks for at least ${describeAmount(required, unit)}`,
      ...by.map(
        (claim) =>
          `${publisherName(dataset, claim)}: ${describeValue(dataset, claim)} reaches to ${describeAmount(claim.interval?.high ?? "0", claim.unit)}`,
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
export const mayApply = (limit: Conditions, value: Conditions): boolean =>
  (Object.keys(limit) as ConditionName[]).every(
    (name) => value[name] === undefined || value[name] === limit[name],
  );

/** Whether a value states every condition of a limit. */
export const applies = (limit: Conditions, value: Conditions): boolean =>
  (Object.keys(limit) as ConditionName[]).every((name) => value[name] === limit[name]);
