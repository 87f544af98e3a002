/** A stated change that does not follow from its operands, computed again from others that are easily taken for them. */
import {
  type ChangeMeasure,
  computeChange,
  describeOperand,
  isChange,
  type Operands,
  operandsOf,
} from "../checks/operands.ts";
import { numericWorking, printedValues } from "../checks/recomputation.ts";
import { type Claim, known, type Metric } from "../dataset/dataset.ts";
import { describeValue } from "../facts/describe.ts";
import { absolute, compareDecimals, divide, multiply, subtract } from "../quantity/decimal.ts";
import { type Interval, middleOf, negateInterval } from "../quantity/interval.ts";
import { divideIntervals, percentChange } from "../quantity/interval-arithmetic.ts";
import { areUnitsComparable } from "../quantity/units.ts";
import { compareText } from "../report/issue.ts";
import type { Conditions } from "../schema/conditions.ts";
import type { Cause, CauseContext, Doubt } from "./cause.ts";
import { differingNames, sharedConditions } from "./figure-elsewhere.ts";
import { digitsOf, weaken } from "./figure-index.ts";
import type { CauseKind, Support } from "./kinds.ts";
import { levelsOf } from "./levels.ts";

type OperandCause = Extract<
  CauseKind,
  "other-conditions" | "other-snapshot" | "other-column" | "other-row" | "other-baseline"
>;

/** Whether a doubt is about a stated change, which could have been computed from other operands. */
export const isAboutChange = ({ finding, claim }: Doubt): boolean =>
  isChange(claim.measure) && (finding.kind === "arithmetic" || finding.kind === "value-conflict");

/** Whether it is a computation that accuses the change: then the figure itself need not be stated anywhere else. */
export const isComputation = ({ finding, claim }: Doubt): boolean =>
  finding.kind === "arithmetic" && claim.measure !== "level";

/** One other way to come to the stated figure. */
interface Attempt {
  readonly own: Claim;
  readonly other: Claim;
  /** What is done with the operands, between their names. */
  readonly words: string;
  /** The operands are those of the statement, and only compared another way. */
  readonly isReading: boolean;
  compute(own: Interval, other: Interval): Interval | null;
}

/**
 * The computations that give the stated figure after all, with operands of one kind exchanged. As the more there are to try the sooner one
 * fits by chance, what counts is how many would fit if figures were drawn at random: tried pairs times the share that the stated range takes.
 * A round figure with one telling digit is given by many pairs of figures, so that for it only the statement's own are tried.
 */
export function explainByOperands(
  context: CauseContext,
  doubt: Doubt,
  kind: OperandCause,
): Omit<Cause, "kind">[] {
  const { claim } = doubt;
  const { measure, comparedWith } = claim;
  if (!isChange(measure) || comparedWith === null) return [];
  const isRound = digitsOf(claim) < 2;
  if (isRound && kind !== "other-baseline") return [];
  const attempts = attemptsOf(context, claim, measure, kind).filter(
    ({ isReading }) => isReading || !isRound,
  );
  const fitting = attempts.flatMap((attempt) => {
    const { own, other, words } = attempt;
    const working = numericWorking(
      claim,
      {
        text: `${describeOperand(context.dataset, own, claim)} ${words} ${describeOperand(context.dataset, other, claim)}`,
        claims: [own, other],
      },
      attempt.compute(own.interval as Interval, other.interval as Interval),
      attempt.compute(printedValues(own), printedValues(other)),
      false,
    );
    return working.outcome === "follows" && working.figure !== null ? [working] : [];
  });
  const [first, second] = fitting;
  if (!first || fitting.length > 2) return [];
  const support = supportOfAttempts(claim, attempts.length);
  const supported = second ? weaken(support) : support;
  if (supported === null) return [];
  return [
    {
      support: supported,
      claims: [claim, ...new Set(fitting.flatMap(({ claims }) => claims))],
      note: `${describeValue(context.dataset, claim)} follows from other figures: ${fitting.map(({ text, figure }) => `${text} gives ${figure}`).join("; ")}. ${tried(fitting.length, attempts.length)}`,
    },
  ];
}

const tried = (fitting: number, attempts: number): string =>
  attempts === 1
    ? "Nothing else was tried."
    : `${attempts} such computations were tried, and ${fitting === 1 ? "one gives" : "two give"} it.`;

/** By how many of so many computations would give the stated range by chance. */
function supportOfAttempts({ interval }: Claim, attempts: number): Support | null {
  if (!interval || interval.low === null || interval.high === null) return null;
  const magnitude = absolute(middleOf(interval) ?? "0");
  if (magnitude === "0") return null;
  const expected = multiply(
    divide(subtract(interval.high, interval.low), magnitude),
    `${attempts}`,
  );
  if (compareDecimals(expected, "0.05") <= 0) return "strong";
  if (compareDecimals(expected, "0.2") <= 0) return "fair";
  return compareDecimals(expected, "0.5") <= 0 ? "weak" : null;
}

function attemptsOf(
  context: CauseContext,
  claim: Claim,
  measure: ChangeMeasure,
  kind: OperandCause,
): Attempt[] {
  const { metrics } = context.dataset;
  const comparedWith = claim.comparedWith as NonNullable<Claim["comparedWith"]>;
  const isDown = claim.direction === "down";
  const metric = known(metrics, claim.metric);
  const otherMetric = known(metrics, comparedWith.metric ?? claim.metric);
  const shared = sharedConditions(claim.conditions);
  const isAsStated = (own: Claim, other: Claim) =>
    areEqual(own.conditions, claim.conditions) &&
    areEqual(other.conditions, comparedWith.conditions);
  const owns = (subject: string, each: Metric) => figuresOf(context, claim, subject, each);
  const asStated = (own: Claim, other: Claim): Attempt => ({
    own,
    other,
    words: WORDS[measure],
    isReading: false,
    compute: (one, another) => computeChange(measure, one, another, isDown),
  });
  const pairs = (
    first: readonly Claim[],
    second: readonly Claim[],
    isMeant: (own: Claim, other: Claim) => boolean,
  ) =>
    first.flatMap((own) =>
      second
        .filter((other) => own !== other && isMeant(own, other))
        .map((other) => asStated(own, other)),
    );
  const isHere = ({ conditions }: Claim) => sharedConditions(conditions) === shared;
  switch (kind) {
    case "other-conditions":
      return pairs(
        owns(claim.subject, metric),
        owns(comparedWith.subject, otherMetric),
        (own, other) =>
          !isHere(own) && sharedConditions(own.conditions) === sharedConditions(other.conditions),
      );
    case "other-snapshot":
      return pairs(
        owns(claim.subject, metric),
        owns(comparedWith.subject, otherMetric),
        (own, other) => isHere(own) && isHere(other) && !isAsStated(own, other),
      );
    case "other-column": {
      const family = [...metrics.values()]
        .filter((each) => each.family === metric.family)
        .sort((one, other) => compareText(one.id, other.id));
      return family.flatMap((one) =>
        family.flatMap((another) =>
          (one === metric && another === otherMetric) || !areUnitsComparable(one.unit, another.unit)
            ? []
            : pairs(owns(claim.subject, one), owns(comparedWith.subject, another), isAsStated),
        ),
      );
    }
    case "other-row":
    case "other-baseline": {
      const isRow = kind === "other-row";
      const strangers = subjectsOf(context, isRow ? metric : otherMetric)
        .filter((subject) => subject !== claim.subject && subject !== comparedWith.subject)
        .flatMap((subject) => owns(subject, isRow ? metric : otherMetric))
        .filter(isHere);
      const exchanged = isRow
        ? pairs(strangers, owns(comparedWith.subject, otherMetric), (_, other) =>
            areEqual(other.conditions, comparedWith.conditions),
          )
        : pairs(owns(claim.subject, metric), strangers, (own) =>
            areEqual(own.conditions, claim.conditions),
          );
      return isRow ? exchanged : [...otherReadings(context, claim, measure), ...exchanged];
    }
    default:
      return kind satisfies never;
  }
}

const areEqual = (one: Conditions, other: Conditions): boolean =>
  differingNames(one, other).length === 0;

const WORDS: Readonly<Record<ChangeMeasure, string>> = {
  difference: "−",
  ratio: "÷",
  "percent-change": "against",
};

/** What makes two pairs of operands one computation: their figures, whoever states them. */
const figuresIn = ({ own, other }: Operands): string =>
  [own, other].map(({ quantity, unit }) => `${quantity?.printed} ${unit}`).join(" and ");

/**
 * The stated operands compared another way: from the other side, or by what is left instead of what is gone. Figures that several
 * sources repeat are one attempt, since the second could not have come out otherwise.
 */
function otherReadings(context: CauseContext, claim: Claim, measure: ChangeMeasure): Attempt[] {
  const isDown = claim.direction === "down";
  const pairs = new Map<string, Operands>();
  for (const operands of operandsOf(context, claim)) {
    if (!hasFigure(operands.own) || !hasFigure(operands.other)) continue;
    const figures = figuresIn(operands);
    if (!pairs.has(figures)) pairs.set(figures, operands);
  }
  return [...pairs.values()].flatMap(({ own, other }): Attempt[] => {
    switch (measure) {
      case "difference":
        return [];
      case "ratio":
        return [
          {
            own,
            other,
            words: "read the other way round against",
            isReading: true,
            compute: (one, another) => computeChange("ratio", one, another, !isDown),
          },
        ];
      case "percent-change":
        return [
          {
            own,
            other,
            words: "taken as a share of itself, beside",
            isReading: true,
            compute: (one, another) => {
              const change = percentChange(another, one);
              return change && negateInterval(change);
            },
          },
          {
            own,
            other,
            words: "as a percentage of",
            isReading: true,
            compute: (one, another) => {
              const share = divideIntervals(one, another);
              const inPercent = (end: string | null) =>
                end === null ? null : multiply(end, isDown ? "-100" : "100");
              if (share === null) return null;
              const [low, high] = [inPercent(share.low), inPercent(share.high)];
              return isDown
                ? {
                    low: high,
                    high: low,
                    lowIncluded: share.highIncluded,
                    highIncluded: share.lowIncluded,
                  }
                : { ...share, low, high };
            },
          },
        ];
      default:
        return measure satisfies never;
    }
  });
}

const hasFigure = (claim: Claim): boolean =>
  claim.quantity?.kind === "number" && claim.interval !== null;

/** One figure for each level of a subject on a metric: its own source's or, where that has none, the one that stands. */
function figuresOf(
  { facts, standings }: CauseContext,
  statement: Claim,
  subject: string,
  metric: Metric,
): Claim[] {
  return (levelsOf(facts).get(`${subject} ${metric.id}`) ?? []).flatMap((fact) => {
    const own = fact.claims.find((claim) => claim.source === statement.source && hasFigure(claim));
    const standing = known(standings, fact.id);
    const figure = own ?? (standing.basis === "disputed" ? undefined : standing.claims[0]);
    return figure && hasFigure(figure) ? [figure] : [];
  });
}

const subjectsOf = ({ facts }: CauseContext, metric: Metric): string[] =>
  (levelsOf(facts).get(metric.id) ?? []).map(({ subject }) => subject);
