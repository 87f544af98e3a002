/** The figures from which a statement should follow: which claims they are, and what they give. */
import { type Claim, type ComparedWith, type Dataset, known } from "../dataset/dataset.ts";
import { describeValue, nameInSentence, publisherName } from "../facts/describe.ts";
import { type Fact, factIdOf } from "../facts/fact.ts";
import { daysBetween, monthsBetween } from "../quantity/date-arithmetic.ts";
import { hull, type Interval } from "../quantity/interval.ts";
import {
  divideIntervals,
  percentChange,
  subtractIntervals,
} from "../quantity/interval-arithmetic.ts";
import { areUnitsComparable } from "../quantity/units.ts";
import { compareText } from "../report/issue.ts";
import type { Conditions } from "../schema/conditions.ts";
import type { ConditionName, Measure } from "../schema/vocabulary.ts";
import type { CheckContext } from "./check.ts";
import { formatInterval } from "./pairs.ts";
import {
  judgesOf,
  numericWorking,
  printedValues,
  type Recomputation,
  roundInterval,
  type Working,
} from "./recomputation.ts";

export type ChangeMeasure = Extract<Measure, "difference" | "ratio" | "percent-change">;

export const isChange = (measure: Measure): measure is ChangeMeasure =>
  measure === "difference" || measure === "ratio" || measure === "percent-change";

/** What operands give for a measure, in points or the metric's unit, times, or percent; null when it cannot be computed. */
export function computeChange(
  measure: ChangeMeasure,
  own: Interval,
  other: Interval,
  isDownwards: boolean,
): Interval | null {
  switch (measure) {
    case "difference":
      return subtractIntervals(own, other);
    case "percent-change":
      return percentChange(own, other);
    case "ratio":
      // "Ten times less" is how many times the other side is this one.
      return isDownwards ? divideIntervals(other, own) : divideIntervals(own, other);
    default:
      return measure satisfies never;
  }
}

/** One side of a computation: the subject and metric of which a figure is wanted. */
export type Side = Required<Omit<ComparedWith, "metric">> & { readonly metric: string };

/** Conditions that a model brings along: two sides of a comparison need not share them. */
const MODEL_CONDITIONS: readonly ConditionName[] = ["snapshot", "reasoning-effort"];

/**
 * Every way to take one figure for each side, and what a computation makes of them. A side that no claim answers leaves nothing to
 * compute. What a source does not say is supplied with every answer: where no fact has just the conditions of a side, facts with
 * more of them, if the other sides state the same or are supplied with it; where a family or an organisation has no figure of its own,
 * those of its members. As a statement is accused only if it follows from no way, supplying more never accuses more.
 */
export function recompute(
  context: CheckContext,
  source: string,
  sides: readonly Side[],
  compute: (operands: readonly Claim[]) => Working | null,
): Recomputation {
  const result = { own: [] as Working[], mixed: [] as Working[], standing: [] as Working[] };
  const add = (ground: keyof Recomputation, choices: readonly (readonly Claim[])[]) => {
    for (const operands of productOf(choices)) {
      if (new Set(operands).size < operands.length) continue;
      const working = compute(operands);
      if (working) result[ground].push(working);
    }
  };
  for (const answers of productOf(sides.map((side) => answersOf(context, side)))) {
    if (!doGoTogether(sides, answers)) continue;
    const stated = answers.map(({ fact }) => figuresOf(fact.claims, source));
    const standing = answers.map(({ fact }) => standingFigures(context, fact));
    const isComplete = stated.every((figures) => figures.length > 0);
    const isSilent = stated.every((figures) => figures.length === 0);
    // Of a family or organisation its source may mean members of which it states no figure: those that it does state do not accuse.
    const isOfMembers = answers.some(({ fact }, index) => fact.subject !== sides[index]?.subject);
    if (isComplete) add(isOfMembers ? "mixed" : "own", stated);
    else if (!isSilent)
      add(
        "mixed",
        stated.map((figures, index) => (figures.length > 0 ? figures : (standing[index] ?? []))),
      );
    add("standing", standing);
  }
  return result;
}

/** What changes give by what stands, since several checks ask of each whether it follows. */
const RECOMPUTED = new WeakMap<
  CheckContext["standings"],
  WeakMap<Claim, Map<ChangeMeasure, Recomputation>>
>();

/** A stated difference, ratio or percentage, computed again as one measure or another; nothing where its baseline is not stated. */
export function recomputeChange(
  context: CheckContext,
  claim: Claim,
  measure: ChangeMeasure,
): Recomputation {
  const ofClaims = RECOMPUTED.get(context.standings) ?? new WeakMap();
  RECOMPUTED.set(context.standings, ofClaims);
  const byMeasure = ofClaims.get(claim) ?? new Map<ChangeMeasure, Recomputation>();
  ofClaims.set(claim, byMeasure);
  const before = byMeasure.get(measure);
  if (before) return before;
  const recomputation = recomputeNow(context, claim, measure);
  byMeasure.set(measure, recomputation);
  return recomputation;
}

function recomputeNow(context: CheckContext, claim: Claim, measure: ChangeMeasure): Recomputation {
  const { comparedWith } = claim;
  if (!comparedWith) return NOTHING;
  const { metrics } = context.dataset;
  const metric = known(metrics, claim.metric);
  const otherMetric = known(metrics, comparedWith.metric ?? claim.metric);
  // A ratio of two dimensions is a rate; their difference is nothing.
  if (measure !== "ratio" && !areUnitsComparable(metric.unit, otherMetric.unit)) return NOTHING;
  const own = { subject: claim.subject, metric: metric.id, conditions: claim.conditions };
  const other = { ...comparedWith, metric: otherMetric.id };
  const direct = recompute(context, claim.source, [own, other], (operands) =>
    changeWorking(context.dataset, claim, measure, operands as [Claim, Claim]),
  );
  const hasDirect = direct.own.length + direct.mixed.length + direct.standing.length > 0;
  if (hasDirect || metric.mixOf === null || otherMetric !== metric || measure === "difference")
    return direct;
  // Whatever the amounts, a mix changes by no less and no more than the parts that change least and most.
  const parts = metric.mixOf;
  return recompute(
    context,
    claim.source,
    [
      ...parts.map((part) => ({ ...own, metric: part })),
      ...parts.map((part) => ({ ...other, metric: part })),
    ],
    (operands) => mixWorking(context.dataset, claim, measure, operands, parts.length),
  );
}

/** A figure of each side of a comparison. */
export interface Operands {
  readonly own: Claim;
  readonly other: Claim;
}

/** Every pair of figures from which a claim's change could have been computed; empty when a side has no figure. */
export function operandsOf(context: CheckContext, claim: Claim): Operands[] {
  if (!isChange(claim.measure)) return [];
  return judgesOf(recomputeChange(context, claim, claim.measure)).flatMap(({ claims }) => {
    const [own, other] = claims;
    return own && other && claims.length === 2 ? [{ own, other }] : [];
  });
}

const NOTHING: Recomputation = { own: [], mixed: [], standing: [] };

const SIGNS: Readonly<Record<ChangeMeasure, string>> = {
  difference: "−",
  ratio: "÷",
  "percent-change": "against",
};

const isDate = (claim: Claim): boolean => claim.quantity?.kind === "date";

/** What two operands give for a statement; null where a date meets a figure. */
function changeWorking(
  dataset: Dataset,
  claim: Claim,
  measure: ChangeMeasure,
  [own, other]: readonly [Claim, Claim],
): Working | null {
  if (isDate(own) !== isDate(other)) return null;
  const of = (one: Interval, another: Interval): Interval | null =>
    isDate(own)
      ? measure === "difference"
        ? periodBetween(claim, one, another)
        : null
      : computeChange(measure, one, another, claim.direction === "down");
  const isReversed = measure === "ratio" && claim.direction === "down";
  const [first, second] = isReversed ? [other, own] : [own, other];
  return numericWorking(
    claim,
    {
      get text() {
        return `${describeOperand(dataset, first, claim)} ${SIGNS[measure]} ${describeOperand(dataset, second, claim)}`;
      },
      claims: [own, other],
    },
    of(own.interval as Interval, other.interval as Interval),
    of(printedValues(own), printedValues(other)),
    isEitherWay(claim, measure),
  );
}

/** Where a source does not say which way, the figure is right either way. */
const isEitherWay = (claim: Claim, measure: ChangeMeasure): boolean =>
  claim.direction === null && measure !== "ratio";

/** The time between two dates in days or in months, as the statement counts it. */
const periodBetween = ({ unit }: Claim, own: Interval, other: Interval): Interval =>
  areUnitsComparable(unit, "months") ? monthsBetween(own, other) : daysBetween(own, other);

/** By how much a mix of prices can change at all, from the parts of both sides in the same order. */
function mixWorking(
  dataset: Dataset,
  claim: Claim,
  measure: ChangeMeasure,
  operands: readonly Claim[],
  parts: number,
): Working | null {
  const pairs = operands
    .slice(0, parts)
    .map((own, index) => [own, operands[index + parts] as Claim] as const);
  const range = (valuesOf: (operand: Claim) => Interval) =>
    hullOf(
      pairs.map(([own, other]) =>
        computeChange(measure, valuesOf(own), valuesOf(other), claim.direction === "down"),
      ),
    );
  const steps = pairs.map(([own, other]) => {
    const change = computeChange(
      measure,
      own.interval as Interval,
      other.interval as Interval,
      claim.direction === "down",
    );
    const gives = change === null ? "nothing" : formatInterval(roundInterval(change));
    return `${describeOperand(dataset, own, claim)} ${SIGNS[measure]} ${describeOperand(dataset, other, claim)} is ${gives}`;
  });
  return numericWorking(
    claim,
    { text: `whatever the mix (${steps.join("; ")}), it`, claims: operands },
    range((operand) => operand.interval as Interval),
    range(printedValues),
    isEitherWay(claim, measure),
  );
}

/** The smallest interval that holds all; null when one of them could not be computed. */
export function hullOf(intervals: readonly (Interval | null)[]): Interval | null {
  return intervals.reduce(
    (one, other) => (one === null || other === null ? null : hull(one, other)),
    intervals[0] ?? null,
  );
}

/**
 * An operand in words: whose figure it is, of which metric where it is another than the statement's or where the statement compares two,
 * and who states it.
 */
export function describeOperand(dataset: Dataset, operand: Claim, statement: Claim): string {
  const subject = known(dataset.subjects, operand.subject).name;
  const areSeveral = statement.comparedWith?.metric != null;
  const metric =
    operand.metric === statement.metric && !areSeveral
      ? ""
      : `, ${nameInSentence(known(dataset.metrics, operand.metric))}`;
  return `${subject}${metric} ${describeValue(dataset, operand)} (${publisherName(dataset, operand)})`;
}

/**
 * Whether facts of several sides can be set against each other: what one side was supplied with, the other has as well, whether it states it
 * or was supplied with it, and where the sides are about one family they are of one member.
 */
function doGoTogether(sides: readonly Side[], answers: readonly Answer[]): boolean {
  return answers.every((answer, index) =>
    answers
      .slice(0, index)
      .every(
        (before, earlier) =>
          hasSupplied(before, answer) &&
          hasSupplied(answer, before) &&
          (sides[earlier]?.subject !== sides[index]?.subject ||
            before.fact.subject === answer.fact.subject),
      ),
  );
}

/** Whether a fact has every condition that another one was supplied with. */
const hasSupplied = ({ fact, supplied }: Answer, other: Answer): boolean =>
  supplied.every((name) => fact.conditions[name] === other.fact.conditions[name]);

interface Answer {
  readonly fact: Fact;
  /** The conditions that the fact has and the side does not state; those that a model brings along left out. */
  readonly supplied: readonly ConditionName[];
}

/** The facts that answer a side: its own, or one with more conditions for each way to supply them, or those of its members. */
function answersOf(context: CheckContext, side: Side): Answer[] {
  const exact = context.facts.get(levelIdOf(side));
  if (exact) return [{ fact: exact, supplied: [] }];
  const levels = levelsOf(context.facts);
  const fuller = (subject: string): Answer[] =>
    (levels.get(`${subject} ${side.metric}`) ?? []).flatMap((fact) => {
      const isFuller = Object.entries(side.conditions).every(
        ([name, value]) => fact.conditions[name as ConditionName] === value,
      );
      return isFuller ? [{ fact, supplied: suppliedTo(side.conditions, fact.conditions) }] : [];
    });
  const own = fuller(side.subject);
  return own.length > 0
    ? own
    : membersOf(context.dataset, side.subject).flatMap((member) => fuller(member));
}

const suppliedTo = (stated: Conditions, full: Conditions): ConditionName[] =>
  (Object.keys(full) as ConditionName[]).filter(
    (name) => stated[name] === undefined && !MODEL_CONDITIONS.includes(name),
  );

const levelIdOf = ({ subject, metric, conditions }: Side): string =>
  factIdOf({
    subject,
    metric,
    conditions,
    measure: "level",
    direction: null,
    comparedWith: null,
    relation: null,
    among: null,
  });

/** Computed once for each set of facts, since every statement asks. */
const LEVELS = new WeakMap<ReadonlyMap<string, Fact>, ReadonlyMap<string, readonly Fact[]>>();

/** The facts that are levels, by subject and metric, in order of id. */
function levelsOf(facts: ReadonlyMap<string, Fact>): ReadonlyMap<string, readonly Fact[]> {
  const before = LEVELS.get(facts);
  if (before) return before;
  const levels = new Map<string, Fact[]>();
  for (const fact of facts.values()) {
    if (fact.measure !== "level") continue;
    const key = `${fact.subject} ${fact.metric}`;
    const list = levels.get(key);
    if (list) list.push(fact);
    else levels.set(key, [fact]);
  }
  LEVELS.set(facts, levels);
  return levels;
}

/** The models of a family or an organisation, in order of id; nothing for any other subject. */
function membersOf(dataset: Dataset, id: string): string[] {
  const { kind } = known(dataset.subjects, id);
  if (kind !== "family" && kind !== "organisation") return [];
  return [...dataset.subjects.values()]
    .filter(
      (subject) =>
        subject.kind === "model" && (kind === "family" ? subject.family : subject.owner) === id,
    )
    .map((subject) => subject.id)
    .sort(compareText);
}

const hasFigure = (claim: Claim): boolean =>
  claim.interval !== null && claim.quantity !== null && claim.quantity.kind !== "name";

/** The figures of a fact that one source states. */
const figuresOf = (claims: readonly Claim[], source: string): Claim[] =>
  eachOnce(claims.filter((claim) => claim.source === source && hasFigure(claim)));

/** The figures that stand for a fact. Where nothing stands every figure counts, so that a statement is accused only if it follows from none. */
function standingFigures(context: CheckContext, fact: Fact): Claim[] {
  const standing = known(context.standings, fact.id);
  const claims = standing.basis === "disputed" ? fact.claims : standing.claims;
  return eachOnce(claims.filter(hasFigure));
}

/** Each figure once: repetitions of one give the same result. By id, so that it does not depend on where a document repeats it. */
function eachOnce(claims: readonly Claim[]): Claim[] {
  const figures = new Map<string, Claim>();
  for (const claim of [...claims].sort((one, other) => compareText(one.id, other.id))) {
    const figure = `${claim.quantity?.printed} ${claim.unit} ${claim.qualifier ?? ""}`;
    if (!figures.has(figure)) figures.set(figure, claim);
  }
  return [...figures.values()];
}

/** So many ways to choose are tried: a statement about whole organisations has more than anybody would read. */
const MOST_CHOICES = 2000;

/** Every way to take one of each. */
function productOf<T>(choices: readonly (readonly T[])[]): T[][] {
  if (choices.reduce((count, each) => count * each.length, 1) > MOST_CHOICES) return [];
  return choices.reduce<T[][]>(
    (ways, each) => ways.flatMap((way) => each.map((choice) => [...way, choice])),
    [[]],
  );
}
