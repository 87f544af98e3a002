/** Relations held against one another: what two statements, or a chain of them, cannot all say. */
import { type Claim, known } from "../dataset/dataset.ts";
import { compareClaims } from "../facts/fact.ts";
import { areSimultaneous } from "../facts/time.ts";
import { compareText } from "../report/issue.ts";
import { type Conditions, canonicalConditions } from "../schema/conditions.ts";
import type { Relation } from "../schema/vocabulary.ts";
import { isSet, metricsOf, othersOf, ownSubjects } from "./compared-sets.ts";
import {
  type FigureContext,
  mayCompete,
  modelConditions,
  sharedConditions,
} from "./figure-orderings.ts";

/**
 * How a statement puts one subject before another: `ahead` excludes a tie, `not-behind` allows one, `top` says so of a whole set, `even` is
 * a match and `close` a likeness.
 */
type Manner = "ahead" | "not-behind" | "top" | "even" | "close";

/** Over how much of what it speaks of a statement is meant: all of it, most of it, or some. */
type Reach = "all" | "most" | "some";

/** One statement on two subjects: the first is put before the second. */
interface Edge {
  readonly before: string;
  readonly after: string;
  readonly manner: Manner;
  readonly reach: Reach;
  /** Whether it follows from a statement on many metrics at once. */
  readonly isImplied: boolean;
  readonly claim: Claim;
}

/**
 * Statements that cannot all hold: two sides that say the opposite of the same two subjects, or a chain that comes back to where it began,
 * of which each statement is a side.
 */
export interface RelationConflict {
  readonly sides: readonly (readonly Claim[])[];
  /** Whether nearness could explain it: one says "matches" or "similar" where another says "beats". */
  readonly mayBothBeSaid: "no" | "matches" | "similar" | "two-best";
}

const MANNERS: Readonly<Partial<Record<Relation, { manner: Manner; isBehind: boolean }>>> = {
  beats: { manner: "ahead", isBehind: false },
  "loses-to": { manner: "ahead", isBehind: true },
  "at-least": { manner: "not-behind", isBehind: false },
  "at-most": { manner: "not-behind", isBehind: true },
  matches: { manner: "even", isBehind: false },
  similar: { manner: "close", isBehind: false },
  best: { manner: "top", isBehind: false },
  cheapest: { manner: "top", isBehind: false },
  fastest: { manner: "top", isBehind: false },
  worst: { manner: "top", isBehind: true },
  "most-expensive": { manner: "top", isBehind: true },
  slowest: { manner: "top", isBehind: true },
  largest: { manner: "top", isBehind: false },
  smallest: { manner: "top", isBehind: true },
  first: { manner: "top", isBehind: true },
};

/** Relations of size and of time are on a scale of their own where the metric has no better. */
const SCALES: Readonly<Partial<Record<Relation, string>>> = {
  largest: "size",
  smallest: "size",
  first: "time",
};

/** Relations of succession: who comes after whom is no question of more or less, and a family may come after a family. */
const SUCCESSIONS: ReadonlySet<Relation> = new Set<Relation>(["succeeds", "replaces"]);

/** Every contradiction among the relations of a dataset, each once; the claims of each side in order. */
export function relationConflicts(figures: FigureContext): RelationConflict[] {
  const conflicts = new Map<string, RelationConflict>();
  for (const edges of edgesByQuestion(figures).values()) {
    for (const { sides, mayBothBeSaid } of [
      ...opposites(figures, edges),
      ...chains(figures, edges),
    ]) {
      const ordered = turnedToFirst(sides.map((side) => [...new Set(side)].sort(compareClaims)));
      const key = ordered.map((side) => side.map(({ id }) => id).join(" ")).join(" | ");
      conflicts.set(key, { sides: ordered, mayBothBeSaid });
    }
  }
  return [...conflicts.values()];
}

/** The same circle from its first claim on, wherever it was entered. */
function turnedToFirst(sides: readonly (readonly Claim[])[]): (readonly Claim[])[] {
  const firsts = sides.map(([claim]) => claim as Claim);
  const [first] = [...firsts].sort(compareClaims);
  const start = firsts.indexOf(first as Claim);
  return [...sides.slice(start), ...sides.slice(0, start)];
}

function edgesByQuestion(figures: FigureContext): Map<string, Edge[]> {
  const all: [string, Edge][] = [];
  for (const claim of figures.context.dataset.claims.values()) {
    if (claim.relation === null) continue;
    if (SUCCESSIONS.has(claim.relation)) all.push(...successionOf(claim));
    else all.push(...edgesOf(figures, claim));
  }
  const questions = groupBy(all, ([question]) => question);
  return new Map(
    [...questions].map(([question, entries]) => [question, entries.map(([, edge]) => edge)]),
  );
}

/** "A succeeds B" puts B before A, as they are named and not member by member; nothing succeeds itself in the end. */
function successionOf(claim: Claim): [string, Edge][] {
  const { subject, conditions, comparedWith, metric, relation } = claim;
  if (comparedWith === null) return [];
  const successor = nodeOf(subject, modelConditions(conditions));
  const predecessor = nodeOf(comparedWith.subject, modelConditions(comparedWith.conditions));
  if (successor === predecessor) return [];
  const edge: Edge = {
    before: predecessor,
    after: successor,
    manner: "ahead",
    reach: "all",
    isImplied: false,
    claim,
  };
  return [[`${metric} ${relation} ${sharedConditions(conditions)}`, edge]];
}

const nodeOf = (subject: string, conditions: Conditions): string =>
  `${subject} ${JSON.stringify(conditions)}`;

/** The statements on pairs of subjects that a claim makes, each with the question that it answers. */
function edgesOf(figures: FigureContext, claim: Claim): [string, Edge][] {
  const { sets } = figures;
  const how = MANNERS[claim.relation as Relation];
  if (!how) return [];
  const metric = known(sets.dataset.metrics, claim.metric);
  const isOfSet =
    claim.rivals !== null ||
    (claim.comparedWith !== null &&
      isSet(known(sets.dataset.subjects, claim.comparedWith.subject)));
  const reach = reachOf(claim, metric.covers !== null, isOfSet);
  const scale = metric.better === "neither" ? (SCALES[claim.relation as Relation] ?? "") : "";
  // Largest is best where more is better, and worst where less is.
  const isTurned = scale === "" && isBySize(claim) && metric.better === "lower";
  const questions =
    reach === "all" && metric.covers !== null ? [metric, ...metricsOf(sets, claim)] : [metric];
  return ownSubjects(sets, claim).flatMap((own) =>
    othersOf(sets, claim, own)
      .filter((other) => how.manner !== "top" || mayCompete(figures, claim, other))
      .flatMap((other) =>
        questions.flatMap(({ id, kind }): [string, Edge][] => {
          const isOwn = id === metric.id;
          const node = (subject: { id: string }, stated: Conditions) =>
            nodeOf(
              subject.id,
              isOwn ? modelConditions(stated) : readings(figures, subject.id, kind, stated),
            );
          const one = node(own, claim.conditions);
          const two = node(
            other,
            other.id === claim.comparedWith?.subject ? claim.comparedWith.conditions : {},
          );
          if (one === two) return [];
          const isBehind = how.isBehind !== isTurned;
          const edge: Edge = {
            before: isBehind ? two : one,
            after: isBehind ? one : two,
            manner: how.manner,
            reach,
            isImplied: !isOwn,
            claim,
          };
          const conditions = isOwn ? sharedConditions(claim.conditions) : "{}";
          return [[`${id} ${scale} ${conditions}`, edge]];
        }),
      ),
  );
}

const isBySize = ({ relation }: Claim): boolean =>
  relation !== null && SCALES[relation] !== undefined;

/** How a subject is read where a statement on many metrics is applied to one of them. */
function readings(
  { sets }: FigureContext,
  id: string,
  kind: string,
  stated: Conditions,
): Conditions {
  const own = modelConditions(stated);
  const { unqualified } = known(sets.dataset.subjects, id);
  const added = unqualified
    .filter((reading) => !reading.for || (reading.for as readonly string[]).includes(kind))
    .map((reading) => modelConditions(canonicalConditions(reading.conditions)));
  return Object.assign({}, ...added, own);
}

/**
 * A statement on one metric is about it. One on many without "all" is about most of them, and so is a superlative on many: the best
 * need not lead everywhere. And what is said of a set, but not of all of it, need not hold for any one of them.
 */
function reachOf(claim: Claim, isComposite: boolean, isOfSet: boolean): Reach {
  const isTop = MANNERS[claim.relation as Relation]?.manner === "top";
  switch (claim.over) {
    case "many":
    case "some":
      return "some";
    case "most":
      return isOfSet ? "some" : "most";
    case "all":
      return isComposite && isTop ? "most" : "all";
    case "unstated":
    case null:
      if (isOfSet && !isTop) return "some";
      return isComposite ? "most" : "all";
    default:
      return claim.over satisfies never;
  }
}

/** Whether two reaches must share a case: all with anything, and two majorities with one another. */
const mustMeet = (one: Reach, other: Reach): boolean =>
  one === "all" || other === "all" || (one === "most" && other === "most");

/** Statements on the same two subjects of which one side denies the other. */
function opposites(figures: FigureContext, edges: readonly Edge[]): RelationConflict[] {
  const byPair = groupBy(edges, ({ before, after }) =>
    [before, after].sort(compareText).join(" | "),
  );
  return [...byPair.values()].flatMap((pair) => {
    // Statements that say the same are compared as one, so that a thousand of them cost no more than two.
    const kinds = groupBy(
      pair,
      ({ before, manner, reach, isImplied }) => `${before} ${manner} ${reach} ${isImplied}`,
    );
    const groups = [...kinds.values()] as unknown as (readonly [Edge, ...Edge[]])[];
    return groups.flatMap((group, index) =>
      groups.slice(index + 1).flatMap((opposed): RelationConflict[] => {
        const nature = natureOf(group[0], opposed[0]);
        if (nature === null || !mustMeet(group[0].reach, opposed[0].reach)) return [];
        const denies = (one: Edge, other: Edge) =>
          areOfOneTime(figures, [one, other]) &&
          wordsOf(one.claim) !== wordsOf(other.claim) &&
          // A source may call its own near figures a lead here and a match there.
          (!isNear(nature) || one.claim.source !== other.claim.source);
        const sides = [
          group.filter((one) => opposed.some((other) => denies(one, other))),
          opposed.filter((other) => group.some((one) => denies(one, other))),
        ];
        if (sides.some((side) => side.length === 0)) return [];
        return [
          {
            sides: sides.map((side) => side.map(({ claim }) => claim)),
            mayBothBeSaid: nature,
          },
        ];
      }),
    );
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const isNear = (nature: RelationConflict["mayBothBeSaid"]): boolean =>
  nature === "matches" || nature === "similar";

/** In what way two statements on the same subjects contradict each other; null when they do not. */
function natureOf(one: Edge, other: Edge): RelationConflict["mayBothBeSaid"] | null {
  const manners = [one.manner, other.manner];
  if (manners.includes("even") || manners.includes("close")) {
    // "Across the board" is not said of the one metric on which somebody sees a match.
    if (!manners.includes("ahead") || one.isImplied || other.isImplied) return null;
    return manners.includes("even") ? "matches" : "similar";
  }
  if (one.before === other.before) return null;
  if (manners.includes("ahead")) return "no";
  return manners[0] === "top" && manners[1] === "top" ? "two-best" : null;
}

/**
 * Chains of statements that hold without exception and come back to where they began, of which one excludes a tie. "A is ahead of B
 * mostly" does not carry on: three such statements may stand in a circle.
 */
function chains(figures: FigureContext, edges: readonly Edge[]): RelationConflict[] {
  const links = edges.filter(({ reach, manner }) => reach === "all" && manner !== "close");
  const outgoing = groupBy(
    links.flatMap((edge) => (edge.manner === "even" ? [edge, turned(edge)] : [edge])),
    ({ before }) => before,
  );
  const circles = components(outgoing);
  return links.flatMap((edge) => {
    const isCircular =
      edge.manner === "ahead" && circles.get(edge.before) === circles.get(edge.after);
    const way = isCircular ? shortestWay(outgoing, edge.after, edge.before) : null;
    // Two statements are opposites, which are found with their reach.
    if (!way || way.length < 2 || !areOfOneTime(figures, [edge, ...way])) return [];
    const isMatched = way.some(({ manner }) => manner === "even");
    const claims = [...new Set([edge, ...way].map(({ claim }) => claim))];
    // One statement on several subjects does not contradict itself.
    if (claims.length < 2) return [];
    return [
      {
        sides: claims.map((claim) => [claim]),
        mayBothBeSaid: isMatched ? ("matches" as const) : ("no" as const),
      },
    ];
  });
}

const turned = (edge: Edge): Edge => ({ ...edge, before: edge.after, after: edge.before });

/** For each node a number that it shares with the nodes that it reaches and that reach it (Tarjan, without recursion). */
function components(outgoing: ReadonlyMap<string, readonly Edge[]>): Map<string, number> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const component = new Map<string, number>();
  const stack: string[] = [];
  for (const root of outgoing.keys()) {
    if (index.has(root)) continue;
    const work = [{ node: root, next: 0 }];
    while (work.length > 0) {
      const frame = work.at(-1) as { node: string; next: number };
      if (frame.next === 0) {
        index.set(frame.node, index.size);
        low.set(frame.node, index.get(frame.node) as number);
        stack.push(frame.node);
      }
      const edge = outgoing.get(frame.node)?.[frame.next];
      frame.next++;
      if (edge) {
        const seen = index.get(edge.after);
        if (seen === undefined) work.push({ node: edge.after, next: 0 });
        else if (!component.has(edge.after)) lower(low, frame.node, seen);
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      const own = low.get(frame.node) as number;
      if (parent) lower(low, parent.node, own);
      if (own !== index.get(frame.node)) continue;
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        component.set(node, own);
        if (node === frame.node) break;
      }
    }
  }
  return component;
}

function lower(low: Map<string, number>, node: string, to: number): void {
  low.set(node, Math.min(low.get(node) as number, to));
}

/** The statements on the shortest way between two nodes, the same whatever the order of claims; null when there is none. */
function shortestWay(
  outgoing: ReadonlyMap<string, readonly Edge[]>,
  from: string,
  to: string,
): Edge[] | null {
  const reachedBy = new Map<string, Edge | null>([[from, null]]);
  let frontier = [from];
  while (frontier.length > 0 && !reachedBy.has(to)) {
    const next = new Set<string>();
    for (const node of frontier) {
      const edges = [...(outgoing.get(node) ?? [])].sort((a, b) => compareClaims(a.claim, b.claim));
      for (const edge of edges) {
        if (reachedBy.has(edge.after)) continue;
        reachedBy.set(edge.after, edge);
        next.add(edge.after);
      }
    }
    frontier = [...next].sort(compareText);
  }
  const way: Edge[] = [];
  for (let edge = reachedBy.get(to); edge; edge = reachedBy.get(edge.before)) way.unshift(edge);
  return way.length > 0 ? way : null;
}

/** Whether all statements may be meant for one time; what they rank varies in time when a metric that they cover does. */
function areOfOneTime({ sets }: FigureContext, edges: readonly Edge[]): boolean {
  return edges.every((one, index) =>
    edges
      .slice(index + 1)
      .every((other) =>
        metricsOf(sets, one.claim).every((metric) =>
          areSimultaneous(one.claim, other.claim, metric),
        ),
      ),
  );
}

/** The words of a claim, by which those that a source makes in one breath are told. */
export function wordsOf(claim: Claim): string {
  const words = claim.evidence.form === "quote" ? claim.evidence.quote : claim.id;
  return `${claim.source} ${words}`;
}
