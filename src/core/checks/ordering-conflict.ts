import { type Claim, type Dataset, known, type Metric, type Subject } from "../dataset/dataset.ts";
import { describeFact, describeValue, joinWords, publisherName } from "../facts/describe.ts";
import { compareClaims, type Fact, factIdOf } from "../facts/fact.ts";
import { compareDecimals } from "../quantity/decimal.ts";
import { doIntervalsMeet, type Interval } from "../quantity/interval.ts";
import type { Conditions } from "../schema/conditions.ts";
import type { Relation } from "../schema/vocabulary.ts";
import type { Check, CheckContext, Finding } from "./check.ts";

/** How a subject's figure stands to another's on one metric, in the metric's own direction. */
type Outcome = "better" | "worse" | "even";

/** What each relation needs of a pair of figures; an outcome in neither list decides nothing. */
const NEEDS: Readonly<
  Partial<Record<Relation, { holds: readonly Outcome[]; fails: readonly Outcome[] }>>
> = {
  beats: { holds: ["better"], fails: ["worse"] },
  "loses-to": { holds: ["worse"], fails: ["better"] },
  matches: { holds: ["even"], fails: ["better", "worse"] },
  "at-least": { holds: ["better", "even"], fails: ["worse"] },
  "at-most": { holds: ["worse", "even"], fails: ["better"] },
  best: { holds: ["better", "even"], fails: ["worse"] },
  cheapest: { holds: ["better", "even"], fails: ["worse"] },
  fastest: { holds: ["better", "even"], fails: ["worse"] },
  worst: { holds: ["worse", "even"], fails: ["better"] },
  "most-expensive": { holds: ["worse", "even"], fails: ["better"] },
  slowest: { holds: ["worse", "even"], fails: ["better"] },
};

const SUPERLATIVES: ReadonlySet<Relation> = new Set<Relation>([
  "best",
  "cheapest",
  "fastest",
  "worst",
  "most-expensive",
  "slowest",
]);

interface Pair {
  readonly statement: Claim;
  readonly own: Claim;
  readonly other: Claim;
  readonly holds: boolean;
}

/**
 * A relation ("A beats B", "the cheapest") against the figures that stand. One finding for a statement: claims that one source makes in
 * the same words are one.
 */
export const orderingConflict: Check = {
  kind: "ordering-conflict",
  run(context) {
    const levels = levelsBySubject(context);
    const statements = new Map<string, Claim[]>();
    for (const claim of context.dataset.claims.values()) {
      if (claim.relation === null || NEEDS[claim.relation] === undefined) continue;
      const words = claim.evidence.form === "quote" ? claim.evidence.quote : claim.id;
      const key = `${claim.source} ${claim.metric} ${claim.relation} ${words}`;
      statements.set(key, [...(statements.get(key) ?? []), claim]);
    }
    return [...statements.values()].flatMap((claims) => findingFor(context, claims, levels) ?? []);
  },
};

type Levels = ReadonlyMap<string, readonly Fact[]>;

const levelKey = (subject: string, metric: string) => `${subject} ${metric}`;

function levelsBySubject({ facts }: CheckContext): Levels {
  const levels = new Map<string, Fact[]>();
  for (const fact of facts.values()) {
    if (fact.measure !== "level") continue;
    const key = levelKey(fact.subject, fact.metric);
    levels.set(key, [...(levels.get(key) ?? []), fact]);
  }
  return levels;
}

function findingFor(
  context: CheckContext,
  claims: readonly Claim[],
  levels: Levels,
): Finding | null {
  const { dataset } = context;
  const broken = claims.flatMap((claim) => {
    const pairs = pairsOf(context, claim, levels);
    return isBroken(claim, pairs) ? [{ claim, pairs }] : [];
  });
  const first = broken[0]?.claim;
  if (!first) return null;
  const pairs = broken.flatMap((each) => each.pairs);
  const counterExamples = pairs.filter((pair) => !pair.holds);
  const held = pairs.length - counterExamples.length;
  const about = broken.map(({ claim }) => claim).sort(compareClaims);
  const involved = [
    ...new Set([...about, ...counterExamples.flatMap(({ own, other }) => [own, other])]),
  ].sort(compareClaims);
  const [shown] = counterExamples as [Pair];
  return {
    id: `ordering-conflict/${(about[0] as Claim).id}`,
    kind: "ordering-conflict",
    severity: held === 0 ? "major" : "minor",
    scope: involved.every((claim) => claim.source === first.source) ? "within" : "between",
    facts: [...new Set(about.map(factIdOf))].sort(),
    claims: involved,
    about,
    summary: `${publisherName(dataset, first)} states of ${subjectNames(dataset, about)}: ${describeValue(dataset, first)}, on ${known(dataset.metrics, first.metric).name}; but ${describePair(dataset, shown)}.`,
    computation: [
      `${counterExamples.length} ${counterExamples.length === 1 ? "pair of figures contradicts" : "pairs of figures contradict"} it, ${held} ${held === 1 ? "bears" : "bear"} it out`,
      ...counterExamples.map((pair) => describePair(dataset, pair)),
    ],
    size: null,
  };
}

const subjectNames = (dataset: Dataset, claims: readonly Claim[]): string =>
  joinWords([...new Set(claims.map((claim) => known(dataset.subjects, claim.subject).name))]);

function describePair(dataset: Dataset, { own, other }: Pair): string {
  return `${describeFact(dataset, own)} is ${describeValue(dataset, own)}, and ${describeFact(dataset, other)} is ${describeValue(dataset, other)}`;
}

/** Every comparison of figures that a claim's relation is about and that the figures decide. */
function pairsOf(context: CheckContext, claim: Claim, levels: Levels): Pair[] {
  const needs = NEEDS[claim.relation as Relation];
  if (!needs) return [];
  return metricsOf(context.dataset, claim).flatMap((metric) =>
    othersOf(context.dataset, claim).flatMap((other) =>
      comparablePairs(levels, claim, metric, other).flatMap(([ownFact, otherFact]) => {
        const own = carrierOf(context, ownFact);
        const theirs = carrierOf(context, otherFact);
        if (!own || !theirs) return [];
        const outcome = outcomeOf(own, theirs, metric);
        const isDecided = needs.holds.includes(outcome) || needs.fails.includes(outcome);
        // What is even in the coarser figures of one source may be called a match.
        const isMatch = claim.relation === "matches" && doSomeMeet(ownFact, otherFact);
        return isDecided
          ? [
              {
                statement: claim,
                own,
                other: theirs,
                holds: isMatch || needs.holds.includes(outcome),
              },
            ]
          : [];
      }),
    ),
  );
}

/** The metrics that a claim speaks of: its own, or those that it stands for. */
function metricsOf(dataset: Dataset, claim: Claim): Metric[] {
  const metric = known(dataset.metrics, claim.metric);
  const all = [...dataset.metrics.values()];
  const meant =
    metric.covers === null
      ? [metric]
      : metric.covers === "all-scores"
        ? all.filter(({ kind }) => kind === "score")
        : metric.covers.map((id) => known(dataset.metrics, id));
  return meant.filter(({ better }) => better !== "neither");
}

/** The subjects with which a claim compares its own: a model, the members of a family, all models of an organisation, or all of them. */
function othersOf(dataset: Dataset, claim: Claim): Subject[] {
  const models = [...dataset.subjects.values()].filter(
    ({ kind, id }) => kind === "model" && id !== claim.subject,
  );
  const named = claim.comparedWith?.subject;
  if (named === undefined) return SUPERLATIVES.has(claim.relation as Relation) ? models : [];
  const subject = known(dataset.subjects, named);
  if (subject.kind === "family") return models.filter(({ family }) => family === subject.id);
  if (subject.kind === "organisation") return models.filter(({ owner }) => owner === subject.id);
  return [subject];
}

/** Facts of both sides on a metric under the same conditions; of several snapshots the one of which most sources speak. */
function comparablePairs(
  levels: Levels,
  claim: Claim,
  metric: Metric,
  other: Subject,
): [Fact, Fact][] {
  const isOwnMetric = metric.id === claim.metric;
  const owns = levels.get(levelKey(claim.subject, metric.id)) ?? [];
  const others = levels.get(levelKey(other.id, metric.id)) ?? [];
  const best = new Map<string, [Fact, Fact]>();
  for (const own of owns) {
    if (isOwnMetric && !meetsConditions(own.conditions, claim.conditions)) continue;
    for (const theirs of others) {
      const stated = claim.comparedWith?.conditions ?? {};
      if (
        isOwnMetric &&
        other.id === claim.comparedWith?.subject &&
        !meetsConditions(theirs.conditions, stated)
      )
        continue;
      const shared = sharedConditions(own.conditions);
      if (own === theirs || shared !== sharedConditions(theirs.conditions)) continue;
      const known_ = best.get(shared);
      const weight = (pair: readonly Fact[]) =>
        pair.reduce((sum, fact) => sum + fact.claims.length, 0);
      if (!known_ || weight([own, theirs]) > weight(known_)) best.set(shared, [own, theirs]);
    }
  }
  return [...best.values()];
}

/** Conditions that two models must share for a comparison; which snapshot and what effort are each model's own. */
function sharedConditions({
  snapshot: _snapshot,
  "reasoning-effort": _effort,
  ...shared
}: Conditions): string {
  return JSON.stringify(shared);
}

const meetsConditions = (conditions: Conditions, wanted: Conditions): boolean =>
  Object.entries(wanted).every(([name, value]) => conditions[name as keyof Conditions] === value);

function carrierOf(context: CheckContext, fact: Fact): Claim | null {
  const standing = known(context.standings, fact.id);
  const [first] = standing.claims;
  return standing.basis !== "disputed" && first?.interval && first.quantity?.kind === "number"
    ? first
    : null;
}

function outcomeOf(own: Claim, other: Claim, metric: Metric): Outcome {
  const [a, b] = [own.interval as Interval, other.interval as Interval];
  if (doIntervalsMeet(a, b)) return "even";
  const isAbove = a.low !== null && (b.high === null ? false : compareDecimals(a.low, b.high) >= 0);
  return isAbove === (metric.better === "higher") ? "better" : "worse";
}

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

/**
 * Whether figures contradict a claim, by its quantifier: "all" falls with one counter-example, "most" with more counter-examples than
 * examples, "many" and "some" when nothing bears them out. Without a quantifier a statement on one pair is about that pair, one on several is
 * about most of them, and a superlative falls with one rival that is ahead more often than behind.
 */
function isBroken(claim: Claim, pairs: readonly Pair[]): boolean {
  const fails = pairs.filter((pair) => !pair.holds);
  if (fails.length === 0) return false;
  const holds = pairs.length - fails.length;
  switch (claim.over) {
    case "all":
      return true;
    case "most":
      return fails.length > holds;
    case "many":
    case "some":
      return holds === 0;
    case "unstated":
    case null: {
      if (!SUPERLATIVES.has(claim.relation as Relation)) return fails.length > holds;
      const rivals = new Set(fails.map(({ other }) => other.subject));
      const against = (rival: string, wanted: boolean) =>
        pairs.filter(({ other, holds: doesHold }) => other.subject === rival && doesHold === wanted)
          .length;
      return [...rivals].some((rival) => against(rival, false) > against(rival, true));
    }
    default:
      return claim.over satisfies never;
  }
}
