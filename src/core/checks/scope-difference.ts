import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import {
  describeConditions,
  describeFact,
  describeValue,
  joinWords,
  nameInSentence,
  publisherName,
} from "../facts/describe.ts";
import { compareClaims } from "../facts/fact.ts";
import { speaks } from "../facts/silence.ts";
import { areSimultaneous } from "../facts/time.ts";
import { doIntervalsMeet } from "../quantity/interval.ts";
import { areUnitsComparable } from "../quantity/units.ts";
import { compareText } from "../report/issue.ts";
import {
  CONDITIONS,
  type ConditionName,
  type Measure,
  type MetricKind,
} from "../schema/vocabulary.ts";
import type { Check, CheckContext, Finding } from "./check.ts";
import { describeTime } from "./pairs.ts";
import { isNumeric } from "./value-conflict.ts";
import { type Words, withWords } from "./words.ts";

/** Metrics whose figures readers set side by side; a count or a property is about its own set. */
const COMPARED_KINDS: readonly MetricKind[] = [
  "score",
  "price",
  "limit",
  "duration",
  "availability",
  "date",
];

/** What two claims can differ in: a condition, or one of these. */
type Aspect = ConditionName | "metric" | "measure" | "baseline" | "time";

/**
 * Figures offered for one question that answer different ones. At most one finding for a subject and a family of metrics.
 *
 * Two claims of different sources are a pair when
 * 1. they are of one fact and differ, but are made for times that cannot overlap; or
 * 2. their sources have no member of the family in common, so that a reader who sets the two sources side by side compares
 *    different things: other conditions of one metric, another measure or baseline of one change, or another metric. A change of
 *    another metric is one only if it is told in the same measure and from the same baseline; a change from another metric of the
 *    same subject is a question of its own.
 * A source that states several members tells them apart itself, so its own figures are no pair; and different stated
 * values of a parameter (a price tier, a modality) are different questions.
 *
 * A claim is found alone when it leaves out a condition by which the answers of others differ: "it is available" where one channel has
 * it and another has not. The answers that show it are no answers in doubt.
 */
export const scopeDifference: Check = {
  kind: "scope-difference",
  run(context) {
    return [...claimsByFamily(context)].flatMap(
      ([key, claims]) => findingFor(context.dataset, key, claims) ?? [],
    );
  },
};

/** The claims that can be set side by side, by `<subject>/<family>`. */
function claimsByFamily({ dataset, facts }: CheckContext): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const fact of facts.values()) {
    const metric = known(dataset.metrics, fact.metric);
    if (fact.measure === "relation" || !COMPARED_KINDS.includes(metric.kind)) continue;
    const key = `${fact.subject}/${metric.family}`;
    const group = groups.get(key) ?? [];
    for (const claim of fact.claims)
      if (claim.quantity !== null && speaks(claim)) group.push(claim);
    groups.set(key, group);
  }
  return groups;
}

/** The claims that differ from a comparable one in some aspect, by aspect. */
type Differences = Map<Aspect, Set<Claim>>;

function findingFor(dataset: Dataset, key: string, claims: readonly Claim[]): Finding | null {
  const differences: Differences = new Map();
  const doesVary = ({ metric }: Claim): boolean => known(dataset.metrics, metric).variesInTime;
  for (const answers of groupBy(claims.filter(doesVary), ({ fact }) => fact).values())
    differInTime(dataset, answers, differences);
  const figures = claims.filter(isNumeric);
  for (const isLevel of [true, false]) {
    const comparable = figures.filter(({ measure }) => (measure === "level") === isLevel);
    differBetweenSources(comparable, differences);
  }
  const doubtful = new Set([...differences.values()].flatMap((set) => [...set]));
  const levels = claims.filter(({ measure }) => measure === "level");
  for (const answers of groupBy(levels, ({ metric }) => metric).values())
    for (const claim of leaveOutCondition(dataset, answers, differences)) doubtful.add(claim);
  if (differences.size === 0) return null;
  const involved = [...new Set([...differences.values()].flatMap((set) => [...set]))].sort(
    compareClaims,
  );
  return withWords(
    {
      id: `scope-difference/${key}`,
      kind: "scope-difference",
      severity: "minor",
      scope: "between",
      facts: [...new Set(involved.map(({ fact }) => fact))].sort(compareText),
      claims: involved,
      about: involved.filter((claim) => doubtful.has(claim)),
      size: null,
    },
    () => describeDifferences(dataset, differences, involved),
  );
}

/** What the claims of a finding differ in, with whose they are, and each of them. */
function describeDifferences(
  dataset: Dataset,
  differences: Differences,
  involved: readonly Claim[],
): Words {
  const subject = known(dataset.subjects, (involved[0] as Claim).subject).name;
  const told = [...differences]
    .map(([aspect, set]) => [labelOf(aspect), sidesOf(dataset, aspect, [...set])] as const)
    .sort(([one], [other]) => compareText(one, other));
  return {
    summary: `Figures of ${subject} that look like answers to one question differ in ${joinWords(
      told.map(([label, sides]) => `${label} (${[...sides.keys()].join(" / ")})`),
    )}; each may stand.`,
    computation: [
      ...told.map(
        ([label, sides]) =>
          `${label}: ${[...sides].map(([value, publishers]) => `${value} (${joinWords([...publishers])})`).join(", ")}`,
      ),
      ...new Set(involved.map((claim) => describeMember(dataset, claim))),
    ],
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function differ(differences: Differences, aspect: Aspect, claims: readonly Claim[]): void {
  const set = differences.get(aspect) ?? new Set();
  for (const claim of claims) set.add(claim);
  differences.set(aspect, set);
}

/** Answers to one fact that varies in time which differ, for times that cannot overlap. */
function differInTime(
  dataset: Dataset,
  answers: readonly [Claim, ...Claim[]],
  differences: Differences,
): void {
  const metric = known(dataset.metrics, answers[0].metric);
  // Equal answers for one time are compared as one, so that a thousand of them cost no more than two.
  const alike = [
    ...groupBy(
      answers,
      ({ quantity, interval, asOf }) =>
        `${quantity?.printed} ${interval?.low} ${interval?.high} ${asOf.notBefore} ${asOf.notAfter}`,
    ).values(),
  ];
  for (const [index, ones] of alike.entries()) {
    for (const others of alike.slice(index + 1)) {
      if (doAgree(ones[0], others[0]) || areSimultaneous(ones[0], others[0], metric)) continue;
      const apart = [...fromElsewhere(ones, others), ...fromElsewhere(others, ones)];
      if (apart.length > 0) differ(differences, "time", apart);
    }
  }
}

/** Those claims beside which another source stands among the others. */
const fromElsewhere = (claims: readonly Claim[], others: readonly Claim[]): Claim[] =>
  claims.filter(({ source }) => others.some((other) => other.source !== source));

/** Figures of sources that have no member of the family in common. */
function differBetweenSources(figures: readonly Claim[], differences: Differences): void {
  const [first] = figures;
  if (figures.every(({ fact }) => fact === first?.fact)) return;
  // Sources that answer the same facts are compared as one.
  const bySource = [...groupBy(figures, ({ source }) => source).values()];
  const alike = groupBy(bySource, (stated) =>
    [...new Set(stated.map(({ fact }) => fact))].sort(compareText).join(" "),
  );
  const groups = [...alike.values()].map((sources) => groupBy(sources.flat(), ({ fact }) => fact));
  for (const [index, ones] of groups.entries()) {
    for (const others of groups.slice(index + 1)) {
      if ([...ones.keys()].some((fact) => others.has(fact))) continue;
      for (const mine of ones.values()) {
        for (const theirs of others.values()) differInScope(mine, theirs, differences);
      }
    }
  }
}

/**
 * The claims that leave out a condition on which the answer depends: under everything else that they state, other sources give answers for
 * two values of that condition that cannot both be meant.
 */
function leaveOutCondition(
  dataset: Dataset,
  answers: readonly [Claim, ...Claim[]],
  differences: Differences,
): Claim[] {
  const stated = new Set<ConditionName>();
  for (const { conditions } of answers)
    for (const name in conditions) stated.add(name as ConditionName);
  const silent: Claim[] = [];
  for (const name of stated) {
    // Of one set of other conditions, those that state this one and those that leave it out.
    const alike = groupBy(answers, ({ conditions: { [name]: _left, ...rest } }) =>
      JSON.stringify(rest),
    );
    for (const claims of alike.values()) {
      const telling = claims.filter(
        ({ source, conditions }) =>
          conditions[name] !== undefined && !isAnsweredBare(claims, name, source),
      );
      const metric = known(dataset.metrics, claims[0].metric);
      for (const claim of claims) {
        if (claim.conditions[name] !== undefined) continue;
        const others = telling.filter(
          (other) => other.source !== claim.source && areSimultaneous(claim, other, metric),
        );
        const [first] = others;
        const doesDepend = others.some(
          (other) =>
            first && other.conditions[name] !== first.conditions[name] && !doAgree(first, other),
        );
        if (!doesDepend) continue;
        silent.push(claim);
        differ(differences, name, [claim, ...others]);
      }
    }
  }
  return silent;
}

/**
 * Whether a source answers without a parameter as well: whoever gives a score overall and by length tells the two apart, and his overall
 * score is the one to compare. A circumstance is what people drop, so a bare answer beside it may still mean either.
 */
const isAnsweredBare = (claims: readonly Claim[], name: ConditionName, source: string): boolean =>
  CONDITIONS[name].role === "parameter" &&
  claims.some((claim) => claim.source === source && claim.conditions[name] === undefined);

/** The claims of two facts that are answers to what looks like one question. */
function differInScope(
  mine: readonly [Claim, ...Claim[]],
  theirs: readonly [Claim, ...Claim[]],
  differences: Differences,
): void {
  const [one, other] = [mine[0], theirs[0]];
  if (isAcrossMetrics(one) || isAcrossMetrics(other)) {
    // "Output costs four times as much as input", "retired 26 weeks after the notice": each asks for what its baseline is.
    if (one.comparedWith?.subject === one.subject || other.comparedWith?.subject === other.subject)
      return;
    if (one.comparedWith?.metric !== other.comparedWith?.metric) return;
  }
  if (one.metric !== other.metric) {
    // A change of one metric is taken for that of another only if it is told in the same way, from the same baseline.
    const isOneQuestion = one.measure === other.measure && baselineKey(one) === baselineKey(other);
    if (isOneQuestion && areUnitsComparable(one.unit, other.unit))
      differ(differences, "metric", [...mine, ...theirs]);
    return;
  }
  const conditions = differingConditions(one, other);
  if (conditions === "other-question") return;
  if (conditions.length > 0) {
    const apart = [
      ...mine.filter((claim) => theirs.some((theirClaim) => !doAgree(claim, theirClaim))),
      ...theirs.filter((claim) => mine.some((myClaim) => !doAgree(claim, myClaim))),
    ];
    if (apart.length > 0) for (const condition of conditions) differ(differences, condition, apart);
    return;
  }
  if (one.measure !== other.measure) differ(differences, "measure", [...mine, ...theirs]);
  if (baselineKey(one) !== baselineKey(other))
    differ(differences, "baseline", [...mine, ...theirs]);
}

/** Whether a change is told from another metric than its own. */
const isAcrossMetrics = ({ metric, comparedWith }: Claim): boolean =>
  comparedWith !== null && comparedWith.metric !== null && comparedWith.metric !== metric;

/** From what a change is told, its conditions included. */
const baselineKey = ({ comparedWith }: Claim): string => JSON.stringify(comparedWith);

function doAgree(one: Claim, other: Claim): boolean {
  if (one.interval && other.interval) return doIntervalsMeet(one.interval, other.interval);
  return one.quantity?.printed === other.quantity?.printed;
}

/** The conditions in which two claims differ, or that they put different questions. */
function differingConditions(one: Claim, other: Claim): ConditionName[] | "other-question" {
  const names = (Object.keys(CONDITIONS) as ConditionName[]).filter(
    (name) => one.conditions[name] !== other.conditions[name],
  );
  const isOtherQuestion = names.some(
    (name) =>
      CONDITIONS[name].role === "parameter" &&
      one.conditions[name] !== undefined &&
      other.conditions[name] !== undefined,
  );
  return isOtherQuestion ? "other-question" : names;
}

const isCondition = (aspect: Aspect): aspect is ConditionName => aspect in CONDITIONS;

const labelOf = (aspect: Aspect): string =>
  isCondition(aspect) ? CONDITIONS[aspect].label : aspect;

const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  level: "the figure itself",
  difference: "a difference",
  ratio: "a ratio",
  "percent-change": "a change in percent",
  relation: "a relation",
};

/** The values of one aspect, times in their order and others in that of the claims, each with the publishers whose figure is of it. */
function sidesOf(
  dataset: Dataset,
  aspect: Aspect,
  claims: readonly Claim[],
): Map<string, Set<string>> {
  const ordered = [...claims].sort(compareClaims);
  if (aspect === "time")
    ordered.sort((one, other) => compareText(one.asOf.notBefore, other.asOf.notBefore));
  const sides = new Map<string, Set<string>>();
  for (const claim of ordered) {
    const value = sideOf(dataset, aspect, claim);
    const publishers = sides.get(value) ?? new Set();
    publishers.add(publisherName(dataset, claim));
    sides.set(value, publishers);
  }
  return sides;
}

/** What a claim says of one aspect, in words. */
function sideOf(dataset: Dataset, aspect: Aspect, claim: Claim): string {
  if (isCondition(aspect)) return claim.conditions[aspect]?.replaceAll("+", ", ") ?? "not stated";
  switch (aspect) {
    case "metric":
      return known(dataset.metrics, claim.metric).name;
    case "measure":
      return MEASURE_WORDS[claim.measure];
    case "time":
      return describeTime(claim);
    case "baseline": {
      if (claim.comparedWith === null) return "not stated";
      const { subject, metric, conditions } = claim.comparedWith;
      const parts = [
        known(dataset.subjects, subject).name,
        metric === null ? "" : nameInSentence(known(dataset.metrics, metric)),
        describeConditions(conditions),
      ];
      return parts.filter((part) => part !== "").join(", ");
    }
    default:
      return aspect satisfies never;
  }
}

const describeMember = (dataset: Dataset, claim: Claim): string =>
  `${publisherName(dataset, claim)}: ${describeFact(dataset, claim)}: ${describeValue(dataset, claim)}, said for ${describeTime(claim)}`;
