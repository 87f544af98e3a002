/** A relation held against the pairs of figures that it is about. */
import { type Claim, type Dataset, known, type Metric, type Subject } from "../dataset/dataset.ts";
import type { Fact } from "../facts/fact.ts";
import { speaks } from "../facts/silence.ts";
import { areSimultaneous } from "../facts/time.ts";
import { dateSpan } from "../quantity/calendar.ts";
import { compareDecimals } from "../quantity/decimal.ts";
import { doIntervalsMeet, type Interval } from "../quantity/interval.ts";
import { areUnitsComparable } from "../quantity/units.ts";
import type { Conditions } from "../schema/conditions.ts";
import type { Relation } from "../schema/vocabulary.ts";
import { type Beginning, endOf } from "./beginnings.ts";
import type { CheckContext } from "./check.ts";
import {
  type ComparedSets,
  isSuperlative,
  metricsOf,
  othersOf,
  ownSubjects,
} from "./compared-sets.ts";
import type { Levels } from "./levels.ts";
import { answersOf } from "./pairs.ts";

/** How a subject's figure stands to another's on one metric, in the direction that the relation speaks of. */
type Outcome = "ahead" | "behind" | "even";

/** What each relation needs of a pair of figures; an outcome in neither list decides nothing. */
const NEEDS: Readonly<
  Partial<Record<Relation, { holds: readonly Outcome[]; fails: readonly Outcome[] }>>
> = {
  beats: { holds: ["ahead"], fails: ["behind"] },
  "loses-to": { holds: ["behind"], fails: ["ahead"] },
  matches: { holds: ["even"], fails: ["ahead", "behind"] },
  "at-least": { holds: ["ahead", "even"], fails: ["behind"] },
  "at-most": { holds: ["behind", "even"], fails: ["ahead"] },
  best: { holds: ["ahead", "even"], fails: ["behind"] },
  cheapest: { holds: ["ahead", "even"], fails: ["behind"] },
  fastest: { holds: ["ahead", "even"], fails: ["behind"] },
  largest: { holds: ["ahead", "even"], fails: ["behind"] },
  smallest: { holds: ["behind", "even"], fails: ["ahead"] },
  first: { holds: ["behind", "even"], fails: ["ahead"] },
  worst: { holds: ["behind", "even"], fails: ["ahead"] },
  "most-expensive": { holds: ["behind", "even"], fails: ["ahead"] },
  slowest: { holds: ["behind", "even"], fails: ["ahead"] },
};

/** Relations of size and of time, where ahead is more or later whatever counts as better. */
const BY_SIZE: ReadonlySet<Relation> = new Set<Relation>(["largest", "smallest", "first"]);

/** Two figures under the same conditions, and whether they bear a statement out. */
export interface FigurePair {
  readonly statement: Claim;
  readonly own: Claim;
  readonly other: Claim;
  readonly holds: boolean;
  /** Whether sources are at odds over one of the figures, all of which decide alike. */
  readonly isDisputed: boolean;
}

export interface FigureContext {
  readonly context: CheckContext;
  readonly sets: ComparedSets;
  readonly beginnings: ReadonlyMap<string, Beginning>;
  readonly levels: Levels;
  readonly firstFigures: FirstFigures;
}

/** The end of the time for which the first figure of a subject is given, in days since 1970-01-01; infinite for one without figures. */
type FirstFigures = (subject: string) => number;

/** When somebody first measured, priced or counted anything of each subject; worked out for those that are asked for. */
export function indexFirstFigures({ dataset, facts }: CheckContext): FirstFigures {
  let bySubject: Map<string, Fact[]> | null = null;
  const firstDays = new Map<string, number>();
  return (subject) => {
    bySubject ??= measuredBySubject(dataset, facts);
    const before = firstDays.get(subject);
    if (before !== undefined) return before;
    let first = Number.POSITIVE_INFINITY;
    for (const { claims } of bySubject.get(subject) ?? [])
      for (const claim of claims)
        if (isFigure(claim)) first = Math.min(first, dateSpan(claim.asOf.notAfter).afterLast);
    firstDays.set(subject, first);
    return first;
  };
}

/** The levels of each subject that are figures of it as it is: a date may be that of a beginning to come, and a plan is none yet. */
function measuredBySubject(dataset: Dataset, facts: CheckContext["facts"]): Map<string, Fact[]> {
  const bySubject = new Map<string, Fact[]>();
  for (const fact of facts.values()) {
    const { kind, isPlanned } = known(dataset.metrics, fact.metric);
    if (fact.measure !== "level" || kind === "date" || isPlanned) continue;
    const levels = bySubject.get(fact.subject);
    if (levels) levels.push(fact);
    else bySubject.set(fact.subject, [fact]);
  }
  return bySubject;
}

export const isOrdering = ({ relation }: Claim): boolean =>
  relation !== null && NEEDS[relation] !== undefined;

/** What two facts say of a claim on one metric; null where they decide nothing. */
type Decide = (
  figures: FigureContext,
  claim: Claim,
  metric: Metric,
  ownFact: Fact,
  otherFact: Fact,
) => FigurePair | null;

/**
 * Every comparison of figures that a claim is about and that the figures decide. Only where no settled figures decide anything are
 * disputed ones asked.
 */
export function figurePairs(figures: FigureContext, claim: Claim): FigurePair[] {
  const settled = pairsBy(decideBySettled, figures, claim);
  return settled.length > 0 ? settled : pairsBy(decideByDisputed, figures, claim);
}

function pairsBy(decide: Decide, figures: FigureContext, claim: Claim): FigurePair[] {
  const { sets } = figures;
  const metrics = metricsOf(sets, claim).filter(
    (metric) => metric.better !== "neither" || BY_SIZE.has(claim.relation as Relation),
  );
  return ownSubjects(sets, claim).flatMap((own) => {
    const measured = metrics.filter((metric) => figures.levels(own.id, metric.id).length > 0);
    if (measured.length === 0) return [];
    const others = othersOf(sets, claim, own).filter((other) => mayCompete(figures, claim, other));
    return measured.flatMap((metric) =>
      others.flatMap((other) =>
        comparableFacts(figures, claim, metric, own, other).flatMap(
          ([ownFact, otherFact]) => decide(figures, claim, metric, ownFact, otherFact) ?? [],
        ),
      ),
    );
  });
}

/** What the figures that stand make of a claim, or what the source's own figures do where it contradicts itself. */
const decideBySettled: Decide = (figures, claim, metric, ownFact, otherFact) => {
  const standing = judge(
    claim,
    metric,
    carrierOf(figures, claim, ownFact, metric, false),
    carrierOf(figures, claim, otherFact, metric, true),
  );
  const asStated = judge(claim, metric, ownFigure(claim, ownFact), ownFigure(claim, otherFact));
  if (standing && !standing.holds) {
    // What is even in the coarser figures of one source may be called a match.
    const isMatch = claim.relation === "matches" && doSomeMeet(ownFact, otherFact);
    return isMatch ? { ...standing, holds: true } : standing;
  }
  return asStated && !asStated.holds ? asStated : (standing ?? asStated);
};

/**
 * What every figure of a dispute makes of a claim: a statement that is true, or false, whichever of them is right does not wait
 * until it is settled.
 */
const decideByDisputed: Decide = (figures, claim, metric, ownFact, otherFact) => {
  // Which figures of what varies in time belong to one dispute is for `carrierOf` to say.
  if (metric.variesInTime) return null;
  const rivals = possibleFigures(figures, otherFact);
  let decided: FigurePair | null = null;
  for (const own of possibleFigures(figures, ownFact)) {
    for (const other of rivals) {
      const pair = judge(claim, metric, own, other);
      if (!pair || (decided && decided.holds !== pair.holds)) return null;
      decided ??= { ...pair, isDisputed: true };
    }
  }
  return decided;
};

/** Each figure that may be a fact's: the one that stands, or each one of a dispute. */
function possibleFigures({ context }: FigureContext, fact: Fact): Claim[] {
  const standing = known(context.standings, fact.id);
  const candidates =
    standing.basis === "disputed"
      ? answersOf(context.dataset, fact).map(({ first }) => first)
      : standing.claims.slice(0, 1);
  return candidates.filter(isFigure);
}

function judge(
  claim: Claim,
  metric: Metric,
  own: Claim | null,
  other: Claim | null,
): FigurePair | null {
  const needs = NEEDS[claim.relation as Relation];
  if (!needs || !own || !other || !areUnitsComparable(own.unit, other.unit)) return null;
  const outcome = outcomeOf(own, other, claim, metric);
  const isDecided = needs.holds.includes(outcome) || needs.fails.includes(outcome);
  return isDecided
    ? { statement: claim, own, other, holds: needs.holds.includes(outcome), isDisputed: false }
    : null;
}

function outcomeOf(own: Claim, other: Claim, claim: Claim, metric: Metric): Outcome {
  const [a, b] = [own.interval as Interval, other.interval as Interval];
  if (doIntervalsMeet(a, b)) return "even";
  const isAbove = a.low !== null && b.high !== null && compareDecimals(a.low, b.high) >= 0;
  const isMoreAhead = BY_SIZE.has(claim.relation as Relation) || metric.better === "higher";
  return isAbove === isMoreAhead ? "ahead" : "behind";
}

const isFigure = (claim: Claim | undefined): claim is Claim =>
  claim !== undefined &&
  claim.interval !== null &&
  claim.quantity !== null &&
  claim.quantity.kind !== "name";

/** The figure that the source of a statement gives itself; null where it gives none, or several. */
function ownFigure(statement: Claim, fact: Fact): Claim | null {
  const stated = fact.claims.filter(
    (claim) => claim.source === statement.source && isFigure(claim),
  );
  const [first] = stated;
  const doAgree = stated.every(
    ({ interval }) => first?.interval && interval && doIntervalsMeet(first.interval, interval),
  );
  return first && doAgree ? first : null;
}

/**
 * The claim that carries a fact's figure for the time of a statement: the one that stands, or for what varies in time the one that is
 * given for that time. "Ever" looks back: any earlier figure of a rival counts.
 */
function carrierOf(
  { context }: FigureContext,
  statement: Claim,
  fact: Fact,
  metric: Metric,
  isRival: boolean,
): Claim | null {
  const standing = known(context.standings, fact.id);
  const [first] = standing.claims;
  const stands = standing.basis !== "disputed" && isFigure(first) ? first : null;
  if (!metric.variesInTime) return stands;
  const isOfTheTime = (claim: Claim) =>
    areSimultaneous(claim, statement, metric) ||
    (isRival && statement.isEver && claim.asOf.notBefore <= statement.asOf.notAfter);
  if (stands && isOfTheTime(stands)) return stands;
  const then = fact.claims.filter(
    (claim) => isFigure(claim) && speaks(claim) && isOfTheTime(claim),
  );
  const [earliest] = then;
  const doAgree = then.every(
    ({ interval }) =>
      earliest?.interval && interval && doIntervalsMeet(earliest.interval, interval),
  );
  return earliest && doAgree ? earliest : null;
}

/** A superlative is about what was there when it was said. */
export function mayCompete(
  { beginnings, levels, firstFigures, sets }: FigureContext,
  claim: Claim,
  rival: Subject,
): boolean {
  if (!isSuperlative(claim)) return true;
  const said = endOf(claim.asOf.notBefore);
  const beginning = beginnings.get(rival.id);
  if (beginning) {
    return beginning.surelyFrom !== null && compareDecimals(beginning.surelyFrom, said) <= 0;
  }
  // Nobody dates it: it is taken to be there as soon as somebody had measured, priced or counted anything of it.
  if (firstFigures(rival.id) <= Number(said)) return true;
  const mentions = metricsOf(sets, claim).flatMap((metric) => levels(rival.id, metric.id));
  return (
    mentions.length === 0 ||
    mentions.some(({ claims }) => claims.some(({ source }) => source === claim.source))
  );
}

/** Facts of both sides on a metric under the same conditions; of several snapshots the one of which most sources speak. */
function comparableFacts(
  { levels }: FigureContext,
  claim: Claim,
  metric: Metric,
  own: Subject,
  other: Subject,
): [Fact, Fact][] {
  const isOwnMetric = metric.id === claim.metric;
  const isNamed = other.id === claim.comparedWith?.subject;
  const wanted = isOwnMetric ? claim.conditions : modelConditions(claim.conditions);
  const stated = isNamed ? (claim.comparedWith?.conditions ?? {}) : {};
  const wantedOfOther = isOwnMetric ? stated : modelConditions(stated);
  const best = new Map<string, [Fact, Fact]>();
  const weight = (pair: readonly Fact[]) => pair.reduce((sum, fact) => sum + fact.claims.length, 0);
  for (const mine of levels(own.id, metric.id)) {
    if (!meetsConditions(mine.conditions, wanted)) continue;
    const shared = sharedConditions(mine.conditions);
    for (const theirs of levels(other.id, metric.id)) {
      // One subject under two conditions that the claim names is compared with itself.
      const isSame = own.id === other.id;
      if (mine === theirs || !meetsConditions(theirs.conditions, wantedOfOther)) continue;
      if (!isSame && shared !== sharedConditions(theirs.conditions)) continue;
      const before = best.get(shared);
      if (!before || weight([mine, theirs]) > weight(before)) best.set(shared, [mine, theirs]);
    }
  }
  return [...best.values()];
}

/** Conditions that two models must share for a comparison; which snapshot and what effort are each model's own. */
export function sharedConditions({
  snapshot: _snapshot,
  "reasoning-effort": _effort,
  ...shared
}: Conditions): string {
  return JSON.stringify(shared);
}

/** The conditions that belong to a model and not to the metric. */
export function modelConditions({ snapshot, "reasoning-effort": effort }: Conditions): Conditions {
  return {
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(effort === undefined ? {} : { "reasoning-effort": effort }),
  };
}

const meetsConditions = (conditions: Conditions, wanted: Conditions): boolean =>
  Object.entries(wanted).every(([name, value]) => conditions[name as keyof Conditions] === value);

/** Whether two facts have figures of one source that share a value. */
function doSomeMeet(one: Fact, other: Fact): boolean {
  return one.claims.some((a) =>
    other.claims.some(
      (b) =>
        a.source === b.source &&
        a.interval !== null &&
        b.interval !== null &&
        doIntervalsMeet(a.interval, b.interval),
    ),
  );
}
