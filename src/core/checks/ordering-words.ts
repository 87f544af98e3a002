/** How statements of order, the figures that contradict them and their contradictions are told. */
import { type Claim, type Dataset, known, type Metric, type Subject } from "../dataset/dataset.ts";
import {
  describeConditions,
  describeFact,
  describeValue,
  nameInSentence,
  publisherName,
} from "../facts/describe.ts";
import type { MetricKind, Relation } from "../schema/vocabulary.ts";
import { isSuperlative } from "./compared-sets.ts";
import type { FigurePair } from "./figure-orderings.ts";
import type { RelationConflict } from "./relation-orderings.ts";

/** Of two prices the lower one is ahead, but nobody says that it "beats" the other. */
const PRICE_WORDS: Readonly<Partial<Record<Relation, string>>> = {
  beats: "undercuts",
  "loses-to": "is dearer than",
  matches: "costs as much as",
  similar: "costs about as much as",
  "at-least": "is no dearer than",
  "at-most": "is no cheaper than",
};

/** Relations that say of themselves which end of the scale they mean. */
const NAMES_ITS_END: ReadonlySet<Relation> = new Set<Relation>([
  "cheapest",
  "most-expensive",
  "fastest",
  "slowest",
  "largest",
  "smallest",
  "first",
  "succeeds",
  "replaces",
]);

/** `beats Zero, on Bench`, as a sentence about the subject goes on. */
export function describeOrdering(dataset: Dataset, claim: Claim): string {
  const metric = known(dataset.metrics, claim.metric);
  const { relation } = claim;
  const isDirectionClear =
    relation === null ||
    NAMES_ITS_END.has(relation) ||
    (PRICE_WORDS[relation] !== undefined && isOfPrices(dataset, metric));
  const direction = metric.better === "lower" && !isDirectionClear ? ", where less is better" : "";
  return `${relationWords(dataset, claim, metric)}, on ${nameInSentence(metric)}${direction}`;
}

const isOfPrices = (dataset: Dataset, { kind, covers }: Metric): boolean =>
  covers === null || covers === "all-scores"
    ? kind === "price"
    : covers.every((id) => known(dataset.metrics, id).kind === "price");

function relationWords(dataset: Dataset, claim: Claim, metric: Metric): string {
  const words = describeValue(dataset, claim);
  const verb = describeValue(dataset, { ...claim, comparedWith: null, among: null, over: null });
  const ofPrices =
    claim.relation !== null && isOfPrices(dataset, metric) ? PRICE_WORDS[claim.relation] : null;
  const other = claim.comparedWith && known(dataset.subjects, claim.comparedWith.subject);
  const rest = words.slice(verb.length);
  const beside = other ? rest.replace(other.name, () => nameWithArticle(other)) : rest;
  return `${ofPrices ?? verb}${beside}`;
}

/** `the One family`, where the name is made of a common noun. */
export const nameWithArticle = ({ name }: Subject): string =>
  / family$/.test(name) ? `the ${name}` : name;

/** `Beta states that One beats Zero, on Bench`. */
function describeStatement(dataset: Dataset, claim: Claim): string {
  const subject = nameWithArticle(known(dataset.subjects, claim.subject));
  return `${publisherName(dataset, claim)} states that ${subject} ${describeOrdering(dataset, claim)}`;
}

/**
 * The statements that a statement cannot stand beside. One alone is its opposite; several are the links of a chain that, taken together,
 * exclude it.
 */
export function describeOpposed(dataset: Dataset, opposed: readonly Claim[]): string {
  const statements = opposed.map((claim) => describeStatement(dataset, claim));
  const last = statements.pop() ?? "";
  // A comma before the "and" as well, since each statement has one of its own.
  return statements.length === 0
    ? last
    : `${statements.join(", ")}, and ${last}, which together exclude it`;
}

/** Kinds whose name can be set before "of": "the input price of One". */
const NAMED_BY_ONE_THING: ReadonlySet<MetricKind> = new Set<MetricKind>([
  "price",
  "limit",
  "date",
  "duration",
]);

/** `One on Bench is 54.6%, and Zero on Bench is 50%`; `the input price of One is $2, and that of Zero is $3`. */
export function describePair(dataset: Dataset, { own, other }: FigurePair): string {
  const isOneMetric = own.metric === other.metric;
  const first = `${figureOf(dataset, own, false)} is ${describeValue(dataset, own)}`;
  return `${first}, and ${figureOf(dataset, other, isOneMetric)} is ${describeValue(dataset, other)}`;
}

/** @param isToldAgain whether the metric has just been named */
function figureOf(dataset: Dataset, claim: Claim, isToldAgain: boolean): string {
  const metric = known(dataset.metrics, claim.metric);
  if (metric.kind === "score") return describeFact(dataset, claim);
  const conditions = describeConditions(claim.conditions);
  const { name } = known(dataset.subjects, claim.subject);
  const whose = conditions === "" ? name : `${name} (${conditions})`;
  if (isToldAgain) return `that of ${whose}`;
  return NAMED_BY_ONE_THING.has(metric.kind)
    ? `the ${nameInSentence(metric)} of ${whose}`
    : `the figure for ${nameInSentence(metric)} of ${whose}`;
}

const BOTH_MAY_BE_SAID: Readonly<Record<RelationConflict["mayBothBeSaid"], string>> = {
  no: "these statements exclude one another",
  matches: "minor, since figures that are close together may be called a match and a lead",
  similar: "a note, since figures that are close together may be called similar and a lead",
  "two-best": "of two that are each called the best one is not, unless they are even",
};

/**
 * The statements that contradict one another, a chain in its own order, and what follows.
 * @param told claims of which the finding speaks already
 */
export function describeConflicts(
  dataset: Dataset,
  conflicts: readonly RelationConflict[],
  told: readonly Claim[],
): string[] {
  const lines = conflicts.flatMap(({ sides }) =>
    sides
      .flat()
      .filter((claim) => !told.includes(claim))
      .map((claim) => describeStatement(dataset, claim)),
  );
  const natures = conflicts.map(({ mayBothBeSaid }) => BOTH_MAY_BE_SAID[mayBothBeSaid]);
  return [...new Set([...lines, ...natures])];
}

/** How many pairs of figures speak against a statement and for it, and what it takes to contradict it. */
export function describeCount(first: Claim, pairs: readonly FigurePair[]): string {
  const holds = pairs.filter((pair) => pair.holds).length;
  const fails = pairs.length - holds;
  const counted = `${fails} ${fails === 1 ? "pair of figures contradicts" : "pairs of figures contradict"} it, ${holds} ${holds === 1 ? "bears" : "bear"} it out`;
  return pairs.length === 1 ? counted : `${counted} (${ruleOf(first)})`;
}

/** What it takes to contradict a statement, in its own words. */
function ruleOf(claim: Claim): string {
  switch (claim.over) {
    case "all":
      return isSuperlative(claim)
        ? "said of all: one rival that is ahead more often than behind contradicts it"
        : "said of all: one pair contradicts it";
    case "most":
      return "said of most: more pairs against it than for it contradict it";
    case "many":
      return "said of many: it falls when no pair bears it out";
    case "some":
      return "said of some: it falls when no pair bears it out";
    case "unstated":
    case null:
      return isSuperlative(claim)
        ? "one rival that is ahead more often than behind contradicts it"
        : "more pairs against it than for it contradict it";
    default:
      return claim.over satisfies never;
  }
}
