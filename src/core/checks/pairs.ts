import type { Claim, Dataset } from "../dataset/dataset.ts";
import { describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims } from "../facts/fact.ts";
import { formatDate } from "../quantity/calendar.ts";
import { compareDecimals } from "../quantity/decimal.ts";
import type { Interval } from "../quantity/interval.ts";

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

/** The claims that stand in at least one pair, each once, in order. */
export function claimsOfPairs(pairs: readonly ClaimPair[]): Claim[] {
  return [...new Set(pairs.flat())].sort(compareClaims);
}

/** `between` as soon as one pair joins two sources. */
export function scopeOfPairs(pairs: readonly ClaimPair[]): "within" | "between" {
  return pairs.some(([one, other]) => one.source !== other.source) ? "between" : "within";
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

/** One line per different value: who states it and which values it stands for. */
export function describeIntervals(dataset: Dataset, claims: readonly Claim[]): string[] {
  const lines = new Map<string, Set<string>>();
  for (const claim of claims) {
    const stands =
      claim.interval === null || claim.quantity?.kind === "date"
        ? ""
        : ` stands for ${formatInterval(claim.interval)}`;
    const line = `${describeValue(dataset, claim)}${stands}`;
    const publishers = lines.get(line) ?? new Set();
    publishers.add(publisherName(dataset, claim));
    lines.set(line, publishers);
  }
  return [...lines].map(([line, publishers]) => `${[...publishers].join(", ")}: ${line}`);
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
    // Compared by interval edges as well, since the interval carries the unit's factor and the sign of the direction.
    const isSameFigure =
      compareDecimals(a.from.value, b.from.value) === 0 &&
      compareDecimals(a.to.value, b.to.value) === 0;
    return !(isSameFigure && one.unit === other.unit && one.direction === other.direction);
  }
  return a.printed !== b.printed;
}
