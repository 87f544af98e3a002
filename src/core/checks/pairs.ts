import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import { describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims, type Fact } from "../facts/fact.ts";
import { formatDate } from "../quantity/calendar.ts";
import { compareDecimals, toDecimal } from "../quantity/decimal.ts";
import { type Interval, negateInterval } from "../quantity/interval.ts";
import { baseUnitOf, UNITS, type UnitName } from "../quantity/units.ts";

export type ClaimPair = readonly [Claim, Claim];

/** Every unordered pair of claims that satisfies a predicate. */
export function pairsWhere(
  claims: readonly Claim[],
  predicate: (one: Claim, other: Claim) => boolean,
): ClaimPair[] {
  const pairs: ClaimPair[] = [];
  for (const [index, one] of claims.entries()) {
    for (const other of claims.slice(index + 1))
      if (predicate(one, other)) pairs.push([one, other]);
  }
  return pairs;
}

/** Claims of one fact that state the same: whatever holds between one of them and another answer holds of them all. */
export interface Answer {
  /** The first of them in the order of the fact, which speaks for all. */
  readonly first: Claim;
  readonly claims: readonly Claim[];
}

const answers = new WeakMap<Fact, readonly Answer[]>();

/**
 * The different answers to a fact, in the order in which they are first given. Many sources give few answers, so that
 * comparing answers instead of claims keeps a fact of a thousand claims as cheap as one of ten.
 */
export function answersOf(dataset: Dataset, fact: Fact): readonly Answer[] {
  const before = answers.get(fact);
  if (before) return before;
  const { variesInTime } = known(dataset.metrics, fact.metric);
  const found: { first: Claim; claims: Claim[] }[] = [];
  const byFigure = new Map<string | undefined, typeof found>();
  for (const claim of fact.claims) {
    const figure = claim.quantity?.printed;
    const alike = byFigure.get(figure) ?? [];
    const same = alike.find(({ first }) => stateTheSame(first, claim, variesInTime));
    if (same) {
      same.claims.push(claim);
      continue;
    }
    const answer = { first: claim, claims: [claim] };
    found.push(answer);
    alike.push(answer);
    byFigure.set(figure, alike);
  }
  answers.set(fact, found);
  return found;
}

/** Whether two claims are alike in everything that a comparison within their fact may read. */
function stateTheSame(one: Claim, other: Claim, variesInTime: boolean): boolean {
  const [a, b] = [one.interval, other.interval];
  return (
    one.quantity?.printed === other.quantity?.printed &&
    one.quantity?.kind === other.quantity?.kind &&
    one.unit === other.unit &&
    one.qualifier === other.qualifier &&
    one.direction === other.direction &&
    one.relation === other.relation &&
    (a === b ||
      (a !== null &&
        b !== null &&
        a.low === b.low &&
        a.high === b.high &&
        a.lowIncluded === b.lowIncluded &&
        a.highIncluded === b.highIncluded)) &&
    (!variesInTime ||
      (one.asOf.notBefore === other.asOf.notBefore && one.asOf.notAfter === other.asOf.notAfter))
  );
}

/** Pairs of answers, told by their first claims, and every claim that gives one of them. */
export interface AnswerPairs {
  readonly pairs: readonly ClaimPair[];
  /** In order. */
  readonly claims: readonly Claim[];
  /** `between` as soon as one pair joins two sources. */
  readonly scope: "within" | "between";
}

/**
 * Every unordered pair of answers that satisfies a predicate; null when there is none.
 *
 * @param predicate what it says of two claims depends on what they state, never on who states it, and it is false of a claim and itself
 */
export function answerPairsWhere(
  given: readonly Answer[],
  predicate: (one: Claim, other: Claim) => boolean,
): AnswerPairs | null {
  const pairs: ClaimPair[] = [];
  const involved = new Set<Answer>();
  let isBetween = false;
  for (let index = 0; index < given.length; index++) {
    const one = given[index] as Answer;
    for (let next = index + 1; next < given.length; next++) {
      const other = given[next] as Answer;
      if (!predicate(one.first, other.first)) continue;
      pairs.push([one.first, other.first]);
      involved.add(one).add(other);
      isBetween ||=
        one.first.source !== other.first.source ||
        hasSeveralSources(one) ||
        hasSeveralSources(other);
    }
  }
  if (pairs.length === 0) return null;
  return {
    pairs,
    claims: [...involved].flatMap(({ claims }) => claims).sort(compareClaims),
    scope: isBetween ? "between" : "within",
  };
}

const hasSeveralSources = ({ first, claims }: Answer): boolean =>
  claims.some(({ source }) => source !== first.source);

/** The claims that stand in at least one pair, each once, in order. */
export function claimsOfPairs(pairs: readonly ClaimPair[]): Claim[] {
  return [...new Set(pairs.flat())].sort(compareClaims);
}

/** An interval in the notation of mathematics: `[54.55, 54.65)`; a listed price is the point itself. */
export function formatInterval(interval: Interval): string {
  if (
    interval.low !== null &&
    interval.high !== null &&
    compareDecimals(interval.low, interval.high) === 0
  )
    return `exactly ${interval.low}`;
  return `${interval.lowIncluded ? "[" : "("}${interval.low ?? "−∞"}, ${interval.high ?? "∞"}${interval.highIncluded ? "]" : ")"}`;
}

/**
 * One line per different value: who states it and which values it stands for, in the unit in which it is printed. Where units differ, the
 * same values follow in the unit in which they are compared.
 */
export function describeIntervals(dataset: Dataset, claims: readonly Claim[]): string[] {
  const isOfOneUnit = claims.every(({ unit }) => unit === claims[0]?.unit);
  const lines = new Map<string, Set<string>>();
  for (const claim of claims) {
    const line = `${describeValue(dataset, claim)}${valuesOf(dataset, claim, isOfOneUnit)}`;
    const publishers = lines.get(line) ?? new Set();
    publishers.add(publisherName(dataset, claim));
    lines.set(line, publishers);
  }
  return [...lines].map(([line, publishers]) => `${[...publishers].join(", ")}: ${line}`);
}

function valuesOf(dataset: Dataset, claim: Claim, isOfOneUnit: boolean): string {
  const values = signedInterval(claim);
  if (values === null || claim.interval === null || claim.quantity?.kind === "date") return "";
  const stands = ` stands for ${formatInterval(values)}`;
  const unit = comparedUnit(dataset, claim);
  return isOfOneUnit || claim.unit === unit
    ? stands
    : `${stands}, compared as ${formatInterval(claim.interval)} ${UNITS[unit].label}`;
}

/** The values that a figure stands for, with its sign, in the unit in which it is printed. */
export function signedInterval(claim: Claim): Interval | null {
  const { interval, printedInterval, measure, direction } = claim;
  const isDecrease =
    direction === "down" && (measure === "difference" || measure === "percent-change");
  if (interval === null || printedInterval === null) return interval;
  return isDecrease ? negateInterval(printedInterval) : printedInterval;
}

/** The unit in which a claim is compared with others of its fact: the base of its own, and days for a period between two dates. */
export function comparedUnit(dataset: Dataset, { metric, measure, unit }: Claim): UnitName {
  const isPeriod = known(dataset.metrics, metric).kind === "date" && measure === "difference";
  return isPeriod ? "days" : baseUnitOf(unit);
}

/** The time for which a claim is made, in words. */
export function describeTime(claim: Claim): string {
  const { notBefore, notAfter } = claim.asOf;
  return notBefore === notAfter
    ? formatDate(notBefore)
    : `between ${formatDate(notBefore)} and ${formatDate(notAfter)}`;
}

/** Whether two claims print different figures, whatever their precision. */
export function printDifferentFigures(one: Claim, other: Claim): boolean {
  const [a, b] = [one.quantity, other.quantity];
  if (!a || !b || a.kind !== b.kind) return true;
  if (a.kind === "number" && b.kind === "number") {
    // What is exact is the same when its one value is, in whatever unit it is printed: $12.00 a million, 0.012 a thousand.
    const exact = exactValue(one);
    if (exact !== null && exact === exactValue(other)) return false;
    const isSameFigure =
      compareDecimals(a.from.value, b.from.value) === 0 &&
      compareDecimals(a.to.value, b.to.value) === 0;
    return !(isSameFigure && one.unit === other.unit && one.direction === other.direction);
  }
  return a.printed !== b.printed;
}

/** The one value that a figure stands for, such as a listed price, in the unit in which it is compared; null for one that is rounded. */
function exactValue({ interval }: Claim): string | null {
  if (interval === null || interval.low === null || interval.high === null) return null;
  return compareDecimals(interval.low, interval.high) === 0 ? toDecimal(interval.low) : null;
}
