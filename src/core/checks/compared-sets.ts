/** Whom and what a relation is about: its metrics, its subjects, the set that it is said to lead. */
import { type Claim, type Dataset, known, type Metric, type Subject } from "../dataset/dataset.ts";
import { compareText } from "../report/issue.ts";
import { type Rivals, SUPERLATIVES } from "../schema/vocabulary.ts";

/** Lookups that the resolution of relations needs, made once. */
export interface ComparedSets {
  readonly dataset: Dataset;
  readonly models: readonly Subject[];
  readonly members: ReadonlyMap<string, readonly Subject[]>;
  readonly scores: readonly Metric[];
}

export function comparedSets(dataset: Dataset): ComparedSets {
  // In order of id, so that nothing depends on how files were read.
  const byId = (one: { id: string }, other: { id: string }) => compareText(one.id, other.id);
  const models = [...dataset.subjects.values()].filter(({ kind }) => kind === "model").sort(byId);
  const members = new Map<string, Subject[]>();
  const put = (set: string | null, model: Subject) => {
    if (set === null) return;
    const list = members.get(set);
    if (list) list.push(model);
    else members.set(set, [model]);
  };
  for (const model of models) {
    put(model.family, model);
    put(model.owner, model);
  }
  return {
    dataset,
    models,
    members,
    scores: [...dataset.metrics.values()].filter(({ kind }) => kind === "score").sort(byId),
  };
}

/** Whether a claim singles its subject out of a set. */
export const isSuperlative = (claim: Claim): boolean =>
  claim.relation !== null && SUPERLATIVES.has(claim.relation);

/** The metrics that a claim speaks of: its own, or those that it stands for. */
export function metricsOf({ dataset, scores }: ComparedSets, claim: Claim): readonly Metric[] {
  const metric = known(dataset.metrics, claim.metric);
  if (metric.covers === null) return [metric];
  return metric.covers === "all-scores"
    ? scores
    : metric.covers.map((id) => known(dataset.metrics, id));
}

/** What is said of a family is said of its members, and what is said of a company's models of each of them; a set without known members stands for itself. */
function membersOf({ dataset, members }: ComparedSets, id: string): readonly Subject[] {
  const subject = known(dataset.subjects, id);
  return isSet(subject) ? (members.get(id) ?? [subject]) : [subject];
}

/** Whether a subject stands for several. */
export const isSet = ({ kind }: Subject): boolean => kind === "family" || kind === "organisation";

export const ownSubjects = (sets: ComparedSets, claim: Claim): readonly Subject[] =>
  membersOf(sets, claim.subject);

/**
 * The subjects with which a claim compares one of its own: a model, the members of a family, the models of an organisation; for a set
 * that no subject stands for, those whom `rivals` says, and for a superlative that names no set all models there are.
 */
export function othersOf(sets: ComparedSets, claim: Claim, own: Subject): readonly Subject[] {
  const named = claim.comparedWith?.subject;
  if (named !== undefined) {
    // The claim may compare a subject with itself under other conditions.
    return named === own.id
      ? [own]
      : membersOf(sets, named).filter((subject) => subject.id !== own.id);
  }
  // A set that is known by its name alone has no members here.
  const isUnlimited = isSuperlative(claim) && claim.among === null;
  const rivals = claim.rivals ?? (isUnlimited ? "all" : null);
  if (rivals === null) return [];
  const inOwnSet = new Set(ownSubjects(sets, claim).map(({ id }) => id));
  return rivalsOf(sets, rivals, own).filter(({ id }) => id !== own.id && !inOwnSet.has(id));
}

function rivalsOf(sets: ComparedSets, rivals: Rivals, own: Subject): readonly Subject[] {
  switch (rivals) {
    case "all":
      return sets.models;
    case "own-organisation":
      return sets.members.get(own.owner) ?? [];
    case "other-organisations":
      return sets.models.filter(({ owner }) => owner !== own.owner);
    default:
      return rivals satisfies never;
  }
}
