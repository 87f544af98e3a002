/** Levels that follow from other levels of the same subject: a discount from two prices, a period from two dates, a day of the week from a date. */
import { type Claim, type DerivedSide, type FollowsFrom, known } from "../dataset/dataset.ts";
import { formatDate, weekdayOf } from "../quantity/calendar.ts";
import { daysBetween, monthsBetween } from "../quantity/date-arithmetic.ts";
import { halfOpen, type Interval, negateInterval, point } from "../quantity/interval.ts";
import { multiplyIntervals } from "../quantity/interval-arithmetic.ts";
import { lowerEdge, type Numeral, parseNumeral, upperEdge } from "../quantity/numeral.ts";
import { areUnitsComparable } from "../quantity/units.ts";
import type { Conditions } from "../schema/conditions.ts";
import type { ConditionName } from "../schema/vocabulary.ts";
import type { CheckContext } from "./check.ts";
import { computeChange, describeOperand, hullOf, recompute, type Side } from "./operands.ts";
import {
  numericWorking,
  printedValues,
  type Recomputation,
  type Working,
} from "./recomputation.ts";

/** A level of a metric of which the registry says from what it follows; null for any other claim. */
export function recomputeLevel(context: CheckContext, claim: Claim): Recomputation | null {
  if (claim.measure !== "level") return null;
  const metric = known(context.dataset.metrics, claim.metric);
  const rule = metric.followsFrom;
  if (rule) {
    const sides = [rule.of, ...(rule.against ? [rule.against] : [])];
    return recompute(
      context,
      claim.source,
      sides.map((side) => sideFor(context, claim, side)),
      (operands) => ruleWorking(context, claim, rule, operands),
    );
  }
  if (metric.mixOf === null || claim.interval === null) return null;
  const parts = metric.mixOf.map((part) => known(context.dataset.metrics, part));
  if (parts.some(({ unit }) => !areUnitsComparable(unit, metric.unit))) return null;
  return recompute(
    context,
    claim.source,
    parts.map(({ id }) => sideFor(context, claim, { metric: id, conditions: {} })),
    (operands) => mixWorking(context, claim, operands),
  );
}

/** The subject and the conditions of the claim, as far as the other metric knows them, and those that the rule adds. */
function sideFor(context: CheckContext, claim: Claim, { metric, conditions }: DerivedSide): Side {
  const declared = known(context.dataset.metrics, metric).conditions;
  const shared: Conditions = Object.fromEntries(
    Object.entries(claim.conditions).filter(
      ([name]) =>
        declared.includes(name as ConditionName) ||
        name === "snapshot" ||
        name === "reasoning-effort",
    ),
  );
  return { subject: claim.subject, metric, conditions: { ...shared, ...conditions } };
}

function ruleWorking(
  context: CheckContext,
  claim: Claim,
  rule: FollowsFrom,
  operands: readonly Claim[],
): Working | null {
  const { dataset } = context;
  const [of, against] = operands;
  if (!of) return null;
  const name = (operand: Claim) => describeOperand(dataset, operand, claim);
  const working = (
    text: string,
    compute: (valuesOf: (operand: Claim) => Interval) => Interval | null,
  ) => {
    const signed = (valuesOf: (operand: Claim) => Interval) => {
      const result = compute(valuesOf);
      return result && rule.isDecrease ? negateInterval(result) : result;
    };
    return numericWorking(
      claim,
      { text, claims: operands },
      signed((operand) => operand.interval as Interval),
      signed(printedValues),
      false,
    );
  };
  switch (rule.measure) {
    case "weekday":
      return weekdayWorking(claim, of, name(of), claim.quantity?.printed ?? "");
    case "multiple": {
      const factor = parseNumeral(rule.times ?? "") as Numeral;
      const exact = point(factor.value);
      return working(`${name(of)} × ${factor.printed}`, (valuesOf) =>
        multiplyIntervals(
          valuesOf(of),
          valuesOf === printedValues ? exact : halfOpen(lowerEdge(factor), upperEdge(factor)),
        ),
      );
    }
    case "difference": {
      if (!against) return null;
      const areDates = of.quantity?.kind === "date" && against.quantity?.kind === "date";
      return working(`${name(of)} − ${name(against)}`, (valuesOf) => {
        const [one, other] = [valuesOf(of), valuesOf(against)];
        if (!areDates) return computeChange("difference", one, other, false);
        return areUnitsComparable(claim.unit, "months")
          ? monthsBetween(one, other)
          : daysBetween(one, other);
      });
    }
    case "ratio":
    case "percent-change": {
      const { measure } = rule;
      if (!against) return null;
      const sign = measure === "ratio" ? "÷" : "against";
      return working(`${name(of)} ${sign} ${name(against)}`, (valuesOf) =>
        computeChange(measure, valuesOf(of), valuesOf(against), false),
      );
    }
    default:
      return rule.measure satisfies never;
  }
}

/** A mix lies between the least and the greatest of its parts, whatever the amounts. */
function mixWorking(context: CheckContext, claim: Claim, operands: readonly Claim[]): Working {
  const range = (valuesOf: (operand: Claim) => Interval) => hullOf(operands.map(valuesOf));
  const names = operands.map((operand) => describeOperand(context.dataset, operand, claim));
  return numericWorking(
    claim,
    { text: `any mix of ${names.join(", ")}`, claims: operands },
    range((operand) => operand.interval as Interval),
    range(printedValues),
    false,
  );
}

/** What the calendar says about a date with a day of the week; null for a date that is no single day. */
function weekdayWorking(
  statement: Claim,
  date: Claim,
  text: string,
  stated: string,
): Working | null {
  if (date.quantity?.kind !== "date") return null;
  const weekday = weekdayOf(date.quantity.printed);
  if (weekday === null) return null;
  const name = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`;
  return {
    text: `the calendar for ${text}`,
    claims: date === statement ? [] : [date],
    gives: name,
    figure: name,
    outcome: weekday === stated ? "follows" : "does not follow",
    off: null,
    width: null,
  };
}

/** A date that its source gives with a day of the week: by itself where it is a single day, else by the date that stands. */
export function recomputeWeekday(context: CheckContext, claim: Claim): Recomputation | null {
  const { weekday, quantity } = claim;
  if (weekday === null || quantity?.kind !== "date") return null;
  const own = weekdayWorking(claim, claim, formatDate(quantity.printed), weekday);
  if (own) return { own: [own], mixed: [], standing: [] };
  const { standing } = recompute(
    context,
    claim.source,
    [{ subject: claim.subject, metric: claim.metric, conditions: claim.conditions }],
    ([date]) =>
      date
        ? weekdayWorking(claim, date, describeOperand(context.dataset, date, claim), weekday)
        : null,
  );
  return { own: [], mixed: [], standing };
}
