/** What a reader is shown for a fact: the value, or the range, and why (DESIGN §5, in its order). */

import { printDifferentFigures } from "../checks/pairs.ts";
import { type Claim, type Dataset, known, type Verdict } from "../dataset/dataset.ts";
import { doAgree } from "../facts/agreement.ts";
import type { Fact } from "../facts/fact.ts";
import { originOf } from "../facts/origins.ts";
import { speaks } from "../facts/silence.ts";
import { areSimultaneous } from "../facts/time.ts";
import { compareDecimals, subtract } from "../quantity/decimal.ts";
import { doAllIntervalsMeet, hull, type Interval } from "../quantity/interval.ts";

export type StandingBasis = "verdict" | "primary" | "agreement" | "single" | "disputed";

/** The rules in the order in which they are tried, for the methodology. */
export const STANDING_RULES: readonly {
  readonly basis: StandingBasis;
  readonly explanation: string;
}[] = [
  {
    basis: "verdict",
    explanation: "The editors have decided, and the claims that they judged are unchanged.",
  },
  {
    basis: "primary",
    explanation:
      "The primary source states it and does not contradict itself: for a score whoever measured it, for everything else the subject’s owner.",
  },
  {
    basis: "agreement",
    explanation:
      "At least two independent origins state figures that share a value; the most precise figure is shown.",
  },
  { basis: "single", explanation: "Only one origin states it." },
  { basis: "disputed", explanation: "Otherwise it is disputed, and the range is shown." },
];

/**
 * What a reader is shown: the `figure` that the first claim carries; the figures of `each` claim, where the editors let
 * several stand; the `range` of a dispute; or `none`, where they let none stand.
 */
export type ShownStanding = "figure" | "each" | "range" | "none";

export interface Standing {
  readonly basis: StandingBasis;
  readonly shows: ShownStanding;
  /** The claims on which it rests, the most precise first; none where no figure stands. */
  readonly claims: readonly Claim[];
  /** The values it covers, in the base unit; null for names and relations, and where no figure stands. */
  readonly interval: Interval | null;
  /** Claims of the fact of which the editors decided that they do not stand, whatever else does. */
  readonly refuted: readonly Claim[];
  /** Claims of the fact made for times that cannot be those of what stands: they neither agree with it nor conflict. */
  readonly atOtherTimes: readonly Claim[];
}

/** What stands, before anything is held against it. */
type Found = Omit<Standing, "atOtherTimes">;

/** What the editors decided on one discrepancy, by a verdict that is not stale. */
export interface Decision {
  readonly verdict: Pick<Verdict, "outcome" | "stands">;
  /** The claims that the discrepancy puts in doubt. */
  readonly about: readonly Claim[];
  /** Whether it says that claims cannot all be right; otherwise none of them can be refuted by deciding on it. */
  readonly isConflict: boolean;
}

function doAllAgree(claims: readonly Claim[]): boolean {
  const intervals = claims.flatMap(({ interval, relation }) =>
    interval === null || relation !== null ? [] : interval,
  );
  if (intervals.length === claims.length) return doAllIntervalsMeet(intervals);
  // Relations and names agree when they are the same, so that any one of them speaks for all; a figure never agrees with a name.
  const [first] = claims;
  return claims.every((claim) => first === undefined || doAgree(first, claim));
}

/**
 * The primary's claims on a fact: for a score those of whoever measured it, otherwise those of the subject's owner,
 * each in a document of its own.
 */
export function primaryClaims(dataset: Dataset, fact: Fact): Claim[] {
  const isScore = known(dataset.metrics, fact.metric).kind === "score";
  const owner = known(dataset.subjects, fact.subject).owner;
  return fact.claims.filter((claim) => {
    const publisher = known(dataset.sources, claim.source).publisher;
    return isScore ? claim.measuredBy === publisher : publisher === owner;
  });
}

/** @param decisions what was decided on discrepancies of the fact; their order does not matter */
export function standingOf(
  dataset: Dataset,
  fact: Fact,
  decisions: readonly Decision[] = [],
): Standing {
  const found = findStanding(dataset, fact, decisions);
  const metric = known(dataset.metrics, fact.metric);
  const isElsewhen = (claim: Claim) =>
    found.claims.length > 0 &&
    found.claims.every((carrier) => !areSimultaneous(carrier, claim, metric));
  return { ...found, atOtherTimes: metric.variesInTime ? fact.claims.filter(isElsewhen) : [] };
}

function findStanding(dataset: Dataset, fact: Fact, decisions: readonly Decision[]): Found {
  // Answers that stand each for its own time do not say which of them holds now.
  const settling = decisions.filter((decision) => !isForSeveralTimes(dataset, fact, decision));
  if (settling.length === 0) return undecidedStanding(dataset, fact);
  const refuted = refutedClaims(fact, settling);
  const kept = keptClaims(fact, settling).filter((claim) => !refuted.includes(claim));
  if (kept.length > 0) {
    const decided = standing("verdict", kept);
    const isOne = doAllAgree(kept) && !settling.some(isForBoth);
    const printed = new Set(kept.map(({ quantity, unit }) => `${quantity?.printed} ${unit}`));
    return isOne || printed.size === 1
      ? { ...decided, refuted }
      : { ...decided, shows: "each", interval: hullOf(kept), refuted };
  }
  if (refuted.length === 0) return undecidedStanding(dataset, fact);
  // What nobody judged may still stand: a wide figure that agrees with both sides of a conflict is no party to it.
  const left = fact.claims.filter((claim) => !refuted.includes(claim));
  return left.some(speaks)
    ? { ...undecidedStanding(dataset, { ...fact, claims: left }), refuted }
    : { basis: "verdict", shows: "none", claims: [], interval: null, refuted };
}

const isForBoth = ({ verdict }: Decision): boolean => verdict.outcome === "both-stand";

/** Whether both sides stand for what varies in time, and are not made for the same time. */
function isForSeveralTimes(dataset: Dataset, fact: Fact, decision: Decision): boolean {
  if (!isForBoth(decision) || !known(dataset.metrics, fact.metric).variesInTime) return false;
  const times = keptClaims(fact, [decision]).map(
    ({ asOf }) => `${asOf.notBefore} ${asOf.notAfter}`,
  );
  return new Set(times).size > 1;
}

/** The claims that the editors let stand; where both sides may stand and none is named, all that were in doubt. */
function keptClaims(fact: Fact, decisions: readonly Decision[]): Claim[] {
  const kept = new Set(
    decisions.flatMap(({ verdict, about }) => {
      if (verdict.outcome !== "stands" && verdict.outcome !== "both-stand") return [];
      return verdict.stands.length > 0 ? verdict.stands : about.map(({ id }) => id);
    }),
  );
  return fact.claims.filter((claim) => kept.has(claim.id));
}

function refutedClaims(fact: Fact, decisions: readonly Decision[]): Claim[] {
  const refuted = new Set(
    decisions.flatMap(({ verdict, about, isConflict }) =>
      isConflict && verdict.outcome === "none-stands" ? about : [],
    ),
  );
  return fact.claims.filter((claim) => refuted.has(claim));
}

/** What stands by the claims alone. */
function undecidedStanding(dataset: Dataset, fact: Fact): Found {
  const speaking = fact.claims.filter(speaks);
  const claims = speaking.length > 0 ? speaking : fact.claims;
  const primary = latest(
    dataset,
    fact,
    primaryClaims(dataset, fact).filter((claim) => claims.includes(claim)),
  );
  if (primary.length > 0 && doAllAgree(primary)) return standing("primary", primary);

  const current = latest(dataset, fact, claims);
  if (new Set(current.map((claim) => claim.source)).size === 1 && doAllAgree(current))
    return standing("single", current);
  const origins = new Set(current.map((claim) => originOf(dataset, claim)));
  if (doAllAgree(current)) return standing(origins.size >= 2 ? "agreement" : "single", current);
  return {
    basis: "disputed",
    shows: "range",
    claims: current,
    interval: hullOf(current),
    refuted: [],
  };
}

/** For what varies in time, the claims made for the latest time and those that may be of the same time. */
function latest(dataset: Dataset, fact: Fact, claims: readonly Claim[]): Claim[] {
  const metric = known(dataset.metrics, fact.metric);
  if (!metric.variesInTime || claims.length < 2) return [...claims];
  const last = claims.reduce((best, claim) =>
    claim.asOf.notBefore > best.asOf.notBefore ? claim : best,
  );
  return claims.filter((claim) => areSimultaneous(claim, last, metric));
}

function standing(basis: StandingBasis, claims: readonly Claim[]): Found {
  const ordered = [...claims].sort(byPrecision);
  return {
    basis,
    shows: "figure",
    claims: ordered,
    interval: ordered[0]?.interval ?? null,
    refuted: [],
  };
}

/** How a claim's figure stands to the one that stands: it carries it, agrees with it, rounds to it, or cannot be right beside it. */
export type RelationToStanding = "stands" | "agrees" | "rounds" | "conflicts";

const CLOSEST_FIRST: readonly RelationToStanding[] = ["stands", "agrees", "rounds", "conflicts"];

/**
 * Null where nothing is settled, or where the claim says nothing that could be compared, or says it of another time. Beside several figures that
 * stand it is the closest relation to one of them.
 */
export function relationToStanding(standing: Standing, claim: Claim): RelationToStanding | null {
  if (!speaks(claim)) return null;
  if (standing.refuted.includes(claim)) return "conflicts";
  if (standing.shows === "range" || standing.atOtherTimes.includes(claim)) return null;
  const carriers = standing.shows === "each" ? standing.claims : standing.claims.slice(0, 1);
  const relations = carriers.map((carrier) => relationToCarrier(standing, carrier, claim));
  return CLOSEST_FIRST.find((relation) => relations.includes(relation)) ?? null;
}

function relationToCarrier(standing: Standing, carrier: Claim, claim: Claim): RelationToStanding {
  if (!doAgree(carrier, claim)) return "conflicts";
  if (carrier.relation === null && printDifferentFigures(carrier, claim)) return "rounds";
  // "41%" beside "41.0%" is the same figure, but the more precise one carries the standing.
  const isAsPrecise = width(carrier.interval) === width(claim.interval);
  return standing.claims.includes(claim) && isAsPrecise ? "stands" : "agrees";
}

/** The narrower interval first: the most precise figure is the one shown. */
function byPrecision(one: Claim, other: Claim): number {
  const a = width(one.interval);
  // Equal figures mostly share one object, which need not be measured twice.
  const b = one.interval === other.interval ? a : width(other.interval);
  if (a !== null && b !== null) {
    const order = compareDecimals(a, b);
    if (order !== 0) return order;
    // Of two exact figures the one printed with more digits: $2.00 before $2.
    return (
      (other.quantity?.printed.length ?? 0) - (one.quantity?.printed.length ?? 0) ||
      (one.id < other.id ? -1 : 1)
    );
  }
  return a === null ? (b === null ? (one.id < other.id ? -1 : 1) : 1) : -1;
}

function width(interval: Interval | null): string | null {
  return interval?.low == null || interval.high === null
    ? null
    : subtract(interval.high, interval.low);
}

function hullOf(claims: readonly Claim[]): Interval | null {
  let result: Interval | null = null;
  for (const { interval } of claims) {
    if (interval !== null) result = result === null ? interval : hull(result, interval);
  }
  return result;
}
