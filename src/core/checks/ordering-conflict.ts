import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import { joinWords, publisherName } from "../facts/describe.ts";
import { compareClaims } from "../facts/fact.ts";
import { compareDecimals, divide, subtract } from "../quantity/decimal.ts";
import { gapBetween, type Interval } from "../quantity/interval.ts";
import { compareText } from "../report/issue.ts";
import { beginningsBySubject } from "./beginnings.ts";
import type { Check, CheckContext, Finding } from "./check.ts";
import { comparedSets, isSuperlative } from "./compared-sets.ts";
import {
  type FigureContext,
  type FigurePair,
  figurePairs,
  indexFirstFigures,
  isOrdering,
} from "./figure-orderings.ts";
import type { Severity } from "./kinds.ts";
import { indexLevels } from "./levels.ts";
import {
  describeConflicts,
  describeCount,
  describeOpposed,
  describeOrdering,
  describePair,
  nameWithArticle,
} from "./ordering-words.ts";
import { type RelationConflict, relationConflicts, wordsOf } from "./relation-orderings.ts";

/** What a source says in the same words of one metric, and what speaks against it. */
interface Statement {
  readonly claims: readonly Claim[];
  /** The claims that figures contradict, each with every pair of figures that it is about. */
  readonly broken: readonly { claim: Claim; pairs: readonly FigurePair[] }[];
  readonly conflicts: RelationConflict[];
}

/**
 * A relation ("A beats B", "the cheapest") against the figures that stand, and against what others say of the same subjects. One finding for
 * a statement: claims that one source makes in the same words are one.
 */
export const orderingConflict: Check = {
  kind: "ordering-conflict",
  run(context) {
    const { dataset } = context;
    const figures: FigureContext = {
      context,
      sets: comparedSets(dataset),
      beginnings: beginningsBySubject(context),
      levels: indexLevels(context),
      firstFigures: indexFirstFigures(context),
    };
    const statements = statementsOf(dataset, figures);
    for (const conflict of relationConflicts(figures)) {
      for (const key of accused(statements, conflict))
        statements.get(key)?.conflicts.push(conflict);
    }
    return [...statements.values()].flatMap((statement) => findingFor(context, statement) ?? []);
  },
};

const statementKey = (claim: Claim) => `${claim.metric} ${claim.relation} ${wordsOf(claim)}`;

function statementsOf(dataset: Dataset, figures: FigureContext): Map<string, Statement> {
  const groups = new Map<string, Claim[]>();
  for (const claim of dataset.claims.values()) {
    if (claim.relation === null) continue;
    const key = statementKey(claim);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  const statements = new Map<string, Statement>();
  for (const [key, claims] of groups) {
    const broken = claims.flatMap((claim) => {
      const pairs = isOrdering(claim) ? figurePairs(figures, claim) : [];
      return isBroken(claim, pairs) ? [{ claim, pairs }] : [];
    });
    statements.set(key, { claims: claims.sort(compareClaims), broken, conflicts: [] });
  }
  return statements;
}

/**
 * The statements on which a contradiction is told: those that figures contradict as well; where figures decide nothing the side of fewer
 * sources, and of two alike the one that comes first.
 */
function accused(
  statements: ReadonlyMap<string, Statement>,
  { sides }: RelationConflict,
): ReadonlySet<string> {
  const isBrokenClaim = (claim: Claim) =>
    statements.get(statementKey(claim))?.broken.some((each) => each.claim === claim) ?? false;
  const broken = sides.flat().filter(isBrokenClaim);
  if (broken.length > 0) return new Set(broken.map(statementKey));
  const sourcesOf = (side: readonly Claim[]) => new Set(side.map(({ source }) => source)).size;
  const [fewest] = [...sides].sort((one, other) => sourcesOf(one) - sourcesOf(other));
  return new Set((fewest ?? []).slice(0, 1).map(statementKey));
}

function findingFor(context: CheckContext, statement: Statement): Finding | null {
  const { dataset } = context;
  const { broken, conflicts } = statement;
  if (broken.length === 0 && conflicts.length === 0) return null;
  const pairs = broken.flatMap((each) => each.pairs);
  const fails = deciding(broken);
  const contradicted = conflicts.flatMap(({ sides }) => sides.flat());
  const isOwn = (claim: Claim) => statement.claims.includes(claim);
  const opposed = [...new Set(contradicted.filter((claim) => !isOwn(claim)))].sort(compareClaims);
  // Where figures decide, only the statement that they contradict is in doubt.
  const about = [
    ...new Set(broken.length > 0 ? broken.map(({ claim }) => claim) : contradicted),
  ].sort(compareClaims);
  const mine = statement.claims.filter((claim) => about.includes(claim));
  const first = mine[0] as Claim;
  const claims = [
    ...new Set([...about, ...opposed, ...fails.flatMap(({ own, other }) => [own, other])]),
  ].sort(compareClaims);
  const names = [
    ...new Set(mine.map((claim) => nameWithArticle(known(dataset.subjects, claim.subject)))),
  ];
  const subjects = names.length === 1 ? names[0] : `each of ${joinWords(names)}`;
  const [shown] = fails;
  const reason = shown
    ? describePair(dataset, shown)
    : describeOpposed(dataset, deniedBy(first, conflicts));
  return {
    id: `ordering-conflict/${first.id}`,
    kind: "ordering-conflict",
    severity: severityOf(broken, conflicts),
    scope: claims.every((claim) => claim.source === first.source) ? "within" : "between",
    facts: [...new Set(about.map(({ fact }) => fact))].sort(compareText),
    claims,
    about,
    summary: `${publisherName(dataset, first)} states that ${subjects} ${describeOrdering(dataset, first)}; but ${reason}.`,
    computation: [
      ...(broken.length > 0 ? [describeCount(first, pairs)] : []),
      ...fails.map((pair) => describePair(dataset, pair)),
      ...(shown?.isDisputed ? [DISPUTED] : []),
      ...describeConflicts(dataset, conflicts, broken.length > 0 ? statement.claims : []),
    ],
    size: null,
  };
}

const DISPUTED =
  "sources are at odds over these figures; the statement is contradicted whichever of them is right";

/** What stands against a claim in a contradiction: the first claim of each other side, so that a chain is told from link to link. */
function deniedBy(claim: Claim, conflicts: readonly RelationConflict[]): Claim[] {
  const conflict = conflicts.find(({ sides }) => sides.some((side) => side.includes(claim)));
  return (conflict?.sides ?? [])
    .filter((side) => !side.includes(claim))
    .flatMap((side) => side.slice(0, 1));
}

/**
 * Major when nothing bears the statement out, or when another statement is its plain opposite and no figure decides; what is close together
 * may be called both even and ahead, and of two best ones both may be.
 */
function severityOf(broken: Statement["broken"], conflicts: readonly RelationConflict[]): Severity {
  if (broken.length > 0) return groundsOf(broken).some(isDecidedFlatly) ? "major" : "minor";
  const natures = new Set(conflicts.map(({ mayBothBeSaid }) => mayBothBeSaid));
  if (natures.has("no")) return "major";
  return natures.has("matches") || natures.has("two-best") ? "minor" : "note";
}

/**
 * The pairs of figures by which a statement falls, together where they are weighed together: those with each rival by itself for a
 * superlative, since one rival is enough, and a lead over all others does not make up for it.
 */
function groundsOf(broken: Statement["broken"]): FigurePair[][] {
  const together: FigurePair[] = [];
  const byRival: FigurePair[][] = [];
  for (const { claim, pairs } of broken) {
    if (!isByRival(claim)) together.push(...pairs);
    else
      for (const rival of rivalsAhead(pairs))
        byRival.push(pairs.filter(({ other }) => other.subject === rival));
  }
  return together.length > 0 ? [together, ...byRival] : byRival;
}

/** Whether no pair bears a statement out; a match that is off by little is no flat contradiction. */
function isDecidedFlatly(pairs: readonly FigurePair[]): boolean {
  const isClose = pairs.every(
    ({ statement, own, other }) => statement.relation === "matches" && areClose(own, other),
  );
  return !isClose && !pairs.some(({ holds }) => holds);
}

/** Whether two figures are less than five percent of the larger one apart. */
function areClose(one: Claim, other: Claim): boolean {
  const [a, b] = [one.interval as Interval, other.interval as Interval];
  const highs = [a.high, b.high].filter((high) => high !== null);
  const [largest] = highs.sort((x, y) => compareDecimals(y, x));
  if (largest === undefined || compareDecimals(largest, "0") <= 0) return false;
  return compareDecimals(subtract(divide(gapBetween(a, b), largest), "0.05"), "0") < 0;
}

/** The pairs that contradict: all of them, or for a superlative those with the rivals that it falls by. */
function deciding(broken: Statement["broken"]): FigurePair[] {
  return broken.flatMap(({ claim, pairs }) => {
    const fails = pairs.filter((pair) => !pair.holds);
    if (!isByRival(claim)) return fails;
    const ahead = rivalsAhead(pairs);
    return fails.filter(({ other }) => ahead.has(other.subject));
  });
}

/** A superlative without "most", "many" or "some" is about each rival as a whole. */
const isByRival = (claim: Claim): boolean =>
  isSuperlative(claim) &&
  (claim.over === null || claim.over === "unstated" || claim.over === "all");

/** The rivals that are ahead more often than behind. */
function rivalsAhead(pairs: readonly FigurePair[]): Set<string> {
  const balance = new Map<string, number>();
  for (const { other, holds } of pairs)
    balance.set(other.subject, (balance.get(other.subject) ?? 0) + (holds ? -1 : 1));
  return new Set([...balance].filter(([, lead]) => lead > 0).map(([rival]) => rival));
}

/**
 * Whether figures contradict a claim, by its quantifier: "all" falls with one counter-example, "most" with more counter-examples than
 * examples, "many" and "some" when nothing bears them out. Without a quantifier a statement on one pair is about that pair, one on several is
 * about most of them. A superlative falls with one rival that is ahead more often than behind: the best of all need not lead everywhere.
 */
function isBroken(claim: Claim, pairs: readonly FigurePair[]): boolean {
  const fails = pairs.filter((pair) => !pair.holds).length;
  if (fails === 0) return false;
  const holds = pairs.length - fails;
  if (isByRival(claim)) return rivalsAhead(pairs).size > 0;
  switch (claim.over) {
    case "all":
      return true;
    case "most":
    case "unstated":
    case null:
      return fails > holds;
    case "many":
    case "some":
      return holds === 0;
    default:
      return claim.over satisfies never;
  }
}
