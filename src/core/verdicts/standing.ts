/** What a reader is shown for a fact: the value, or the range, and why (DESIGN §5, in its order). */

import { printDifferentFigures } from "../checks/pairs.ts";
import type { Verdict } from "../dataset/dataset.ts";
import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import type { Fact } from "../facts/fact.ts";
import { originOf } from "../facts/origins.ts";
import { speaks } from "../facts/silence.ts";
import { areSimultaneous } from "../facts/time.ts";
import { compareDecimals, subtract } from "../quantity/decimal.ts";
import { doIntervalsMeet, hull, type Interval } from "../quantity/interval.ts";

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

export interface Standing {
  readonly basis: StandingBasis;
  /** The claims on which it rests; the first one carries the figure that is shown. */
  readonly claims: readonly Claim[];
  /** The values it covers, in the base unit; null for names and relations. */
  readonly interval: Interval | null;
}

/** Whether the values of two claims can both be right. */
export function doAgree(one: Claim, other: Claim): boolean {
  if (one.relation !== null || other.relation !== null) return one.relation === other.relation;
  if (one.interval && other.interval) return doIntervalsMeet(one.interval, other.interval);
  return one.quantity?.printed === other.quantity?.printed;
}

const doAllAgree = (claims: readonly Claim[]): boolean =>
  claims.every((one, index) => claims.slice(index + 1).every((other) => doAgree(one, other)));

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

export function standingOf(dataset: Dataset, fact: Fact, verdict: Verdict | null): Standing {
  const stands = new Set(verdict?.stands ?? []);
  const judged = fact.claims.filter((claim) => stands.has(claim.id));
  if (verdict && verdict.outcome !== "open" && judged.length > 0)
    return standing("verdict", judged);

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
  return { basis: "disputed", claims: current, interval: hullOf(current) };
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

function standing(basis: StandingBasis, claims: readonly Claim[]): Standing {
  const ordered = [...claims].sort(byPrecision);
  return { basis, claims: ordered, interval: ordered[0]?.interval ?? null };
}

/** How a claim's figure stands to the one that stands: it carries it, agrees with it, rounds to it, or cannot be right beside it. */
export type RelationToStanding = "stands" | "agrees" | "rounds" | "conflicts";

/** Null where nothing stands, or where the claim says nothing that could be compared. */
export function relationToStanding(standing: Standing, claim: Claim): RelationToStanding | null {
  const first = standing.claims[0];
  if (!first || standing.basis === "disputed" || !speaks(claim)) return null;
  if (!doAgree(first, claim)) return "conflicts";
  if (printDifferentFigures(first, claim)) return "rounds";
  // "41%" beside "41.0%" is the same figure, but the more precise one carries the standing.
  const isAsPrecise = width(first.interval) === width(claim.interval);
  return standing.claims.includes(claim) && isAsPrecise ? "stands" : "agrees";
}

/** The narrower interval first: the most precise figure is the one shown. */
function byPrecision(one: Claim, other: Claim): number {
  const [a, b] = [width(one.interval), width(other.interval)];
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
