/** Facts and claims in words: the same words on every page and in every report. */
import {
  type Claim,
  type ComparedWith,
  type Dataset,
  known,
  type Metric,
} from "../dataset/dataset.ts";
import { formatQuantity } from "../quantity/quantity.ts";
import type { Conditions } from "../schema/conditions.ts";
import { CONDITIONS, type ConditionName, type Relation } from "../schema/vocabulary.ts";
import { differingConditions, type Fact } from "./fact.ts";

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  beats: "beats",
  "loses-to": "falls short of",
  matches: "matches",
  "at-least": "is at least on par with",
  "at-most": "is at most on par with",
  similar: "is similar to",
  best: "is the best",
  worst: "is the worst",
  cheapest: "is the cheapest",
  "most-expensive": "is the most expensive",
  largest: "is the largest",
  smallest: "is the smallest",
  fastest: "is the fastest",
  slowest: "is the slowest",
  first: "is the first",
  succeeds: "succeeds",
  replaces: "replaces",
};

/** `snapshot 2024-11-20, subset all 500 problems`; empty when there are none. */
export function describeConditions(conditions: Conditions): string {
  return (Object.keys(conditions) as ConditionName[])
    .map((name) => `${CONDITIONS[name].label} ${(conditions[name] ?? "").replaceAll("+", ", ")}`)
    .join(", ");
}

function withConditions(text: string, conditions: Conditions): string {
  const described = describeConditions(conditions);
  return described === "" ? text : `${text} (${described})`;
}

function describeCompared(dataset: Dataset, other: ComparedWith): string {
  const name = known(dataset.subjects, other.subject).name;
  const metric = other.metric === null ? "" : `, ${known(dataset.metrics, other.metric).name}`;
  return withConditions(`${name}${metric}`, other.conditions);
}

/** What a fact asks, as a heading: `GPT-X on Bench Y (snapshot …), difference from GPT-W`. */
export function describeFact(dataset: Dataset, fact: Omit<Fact, "claims" | "id">): string {
  const metric = known(dataset.metrics, fact.metric);
  const subject = known(dataset.subjects, fact.subject).name;
  const joined = `${subject}${metric.kind === "score" ? " on" : ":"} ${nameInSentence(metric)}`;
  const base = withConditions(joined, fact.conditions);
  const other = fact.comparedWith
    ? describeCompared(dataset, {
        ...fact.comparedWith,
        conditions: differingConditions(fact.conditions, fact.comparedWith.conditions),
      })
    : null;
  const baseline = other ?? "an unstated baseline";
  switch (fact.measure) {
    case "level":
      return base;
    case "difference":
      return `${base}, difference from ${baseline}`;
    case "ratio":
      return `${base}, ratio to ${baseline}`;
    case "percent-change":
      return `${base}, change in percent from ${baseline}`;
    case "relation":
      return other ? `${base}, against ${other}` : `${base}, rank`;
    default:
      return fact.measure satisfies never;
  }
}

/** A metric's name within a sentence: that of a benchmark is a proper name, that of a price, or of several benchmarks, is not. */
export const nameInSentence = ({ kind, covers, name }: Metric): string =>
  kind === "score" && covers === null ? name : lowerFirst(name);

/** The first letter in lower case, unless the word is written in capitals for a reason (an acronym, a proper name with a digit). */
function lowerFirst(name: string): string {
  return /^[A-Z][a-z]+([ -]|$)/.test(name) && !/\d/.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}

/** What a claim states, without its subject: `about 21%`, `+21.4 points`, `beats GPT-W`, `not available`. */
export function describeValue(dataset: Dataset, claim: Claim): string {
  if (claim.relation) {
    const isSuperlative = RELATION_WORDS[claim.relation].startsWith("is the ");
    const isQuantified = !isSuperlative && claim.over !== null && claim.over !== "unstated";
    const set = claim.comparedWith ? describeCompared(dataset, claim.comparedWith) : claim.among;
    const isOfOrganisation =
      claim.comparedWith !== null &&
      known(dataset.subjects, claim.comparedWith.subject).kind === "organisation";
    const joint = !isSuperlative ? "" : isOfOrganisation ? "among the models of " : "among ";
    const beside = set === null ? "" : ` ${joint}${set}`;
    return `${RELATION_WORDS[claim.relation]}${beside}${isQuantified ? ` in ${claim.over} cases` : ""}`;
  }
  if (!claim.quantity) return "states no figure";
  const label =
    claim.quantity.kind === "name"
      ? known(dataset.metrics, claim.metric).names.get(claim.quantity.printed)
      : undefined;
  if (label !== undefined) return label;
  const hasSign = claim.measure === "difference" || claim.measure === "percent-change";
  const figure = formatQuantity(claim.quantity, claim.unit, {
    qualifier: claim.qualifier ?? undefined,
    direction: hasSign ? (claim.direction ?? undefined) : undefined,
  });
  return claim.measure === "ratio" && claim.direction === "down" ? `${figure} less` : figure;
}

/** The publisher's name, as sources are called in prose. */
export function publisherName(dataset: Dataset, claim: Pick<Claim, "source">): string {
  return known(dataset.subjects, known(dataset.sources, claim.source).publisher).name;
}

/** `A, B and C`. */
export function joinWords(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Claims grouped by who states what: `OpenAI states 38.3% and 38%; Briefly states 86.1%`. */
export function describeSides(dataset: Dataset, claims: readonly Claim[]): string {
  const valuesOf = new Map<string, Set<string>>();
  for (const claim of claims) {
    const publisher = publisherName(dataset, claim);
    const values = valuesOf.get(publisher) ?? new Set();
    values.add(describeValue(dataset, claim));
    valuesOf.set(publisher, values);
  }
  const publishersOf = new Map<string, string[]>();
  for (const [publisher, values] of valuesOf) {
    const stated = joinWords([...values]);
    publishersOf.set(stated, [...(publishersOf.get(stated) ?? []), publisher]);
  }
  return [...publishersOf]
    .map(([stated, publishers]) => {
      const verb = publishers.length > 1 ? "state" : "states";
      return `${joinWords(publishers)} ${verb} ${stated}`;
    })
    .join("; ");
}
