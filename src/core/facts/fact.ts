/**
 * A fact is a question: subject × metric × conditions × measure (× what it is compared with). Claims of one fact should agree.
 */
import type { Claim, ComparedWith, Dataset } from "../dataset/dataset.ts";
import { compareText } from "../report/issue.ts";
import type { Conditions } from "../schema/conditions.ts";
import type { ConditionName, Measure } from "../schema/vocabulary.ts";

export interface Fact {
  /** Path-like and permanent: `<subject>/<metric>[/<conditions>][/<measure>-vs-<subject>]`. */
  readonly id: string;
  readonly subject: string;
  readonly metric: string;
  readonly conditions: Conditions;
  readonly measure: Measure;
  readonly comparedWith: ComparedWith | null;
  /** In order of source id, then of the document. */
  readonly claims: readonly Claim[];
}

/** Text that can stand in a path, with the signs of comparison spelled out so that `≤200K` and `>200K` stay apart. */
function slug(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("<=", "≤")
    .replaceAll(">=", "≥")
    .replaceAll("≤", "at-most-")
    .replaceAll("≥", "at-least-")
    .replaceAll("<", "under-")
    .replaceAll(">", "over-")
    .replaceAll("+", "-and-")
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
}

const conditionSlug = (conditions: Conditions): string =>
  (Object.keys(conditions) as ConditionName[])
    .map((name) => `${name}-${slug(conditions[name] ?? "")}`)
    .join("_");

/** Those conditions of the other side that are not this side's as well, so that ids and headings stay short. */
export function differingConditions(own: Conditions, other: Conditions): Conditions {
  return Object.fromEntries(
    Object.entries(other).filter(([name, value]) => own[name as ConditionName] !== value),
  );
}

/**
 * Whether a fact is a change of which its sources do not say from what: two of its figures may then both be right,
 * each from a baseline of its own.
 */
export function hasUnstatedBaseline(fact: Pick<Fact, "measure" | "comparedWith">): boolean {
  return fact.comparedWith === null && fact.measure !== "level" && fact.measure !== "relation";
}

/** The id of the fact that answers a question; a claim of the dataset knows its own (`claim.fact`). */
export function factIdOf(
  claim: Pick<
    Claim,
    | "subject"
    | "metric"
    | "conditions"
    | "measure"
    | "direction"
    | "comparedWith"
    | "relation"
    | "among"
  >,
): string {
  const parts = [claim.subject, claim.metric];
  const conditions = conditionSlug(claim.conditions);
  if (conditions !== "") parts.push(conditions);
  if (claim.measure !== "level") {
    // Up and down are signs of one difference, but a ratio has no sign.
    let last: string =
      claim.measure === "ratio" && claim.direction === "down" ? "ratio-down" : claim.measure;
    const other = claim.comparedWith;
    if (other) {
      last += `-vs-${other.subject.replaceAll("/", ".")}`;
      if (other.metric) last += `-${other.metric}`;
      const otherConditions = conditionSlug(
        differingConditions(claim.conditions, other.conditions),
      );
      if (otherConditions !== "") last += `_${otherConditions}`;
    } else if (claim.relation) {
      last += `-${claim.relation}`;
    } else {
      last += "-vs-unstated";
    }
    if (claim.among) last += `_among-${slug(claim.among)}`;
    parts.push(last);
  }
  return parts.join("/");
}

/** Group the live claims by the fact they answer: facts in order of id, and the claims of each as the dataset has them. */
export function groupFacts(dataset: Dataset): Map<string, Fact> {
  const groups = new Map<string, Claim[]>();
  for (const claim of dataset.claims.values()) {
    const group = groups.get(claim.fact);
    if (group) group.push(claim);
    else groups.set(claim.fact, [claim]);
  }
  return new Map(
    [...groups]
      .sort(([one], [other]) => compareText(one, other))
      .map(([id, claims]) => {
        const first = claims[0] as Claim;
        return [
          id,
          {
            id,
            subject: first.subject,
            metric: first.metric,
            conditions: first.conditions,
            measure: first.measure,
            comparedWith: first.comparedWith,
            claims,
          },
        ] as const;
      }),
  );
}

/** By source, then by place in the document: an order that does not depend on how files were read. */
export const compareClaims = (one: Claim, other: Claim): number =>
  compareText(one.source, other.source) || one.order - other.order;
