/**
 * Who is a witness. A source that repeats another, or credits its figure to somebody, adds no witness
 * of its own: what counts is where a figure comes from.
 */
import type { Claim, Dataset } from "../dataset/dataset.ts";

/** The document at the end of the chain of `repeats`; the loader has refused cycles. */
function rootDocument(dataset: Dataset, source: string, seen = new Set<string>()): string {
  if (seen.has(source)) return source;
  seen.add(source);
  const repeated = dataset.sources.get(source)?.repeats[0]?.source;
  return repeated === undefined ? source : rootDocument(dataset, repeated, seen);
}

/**
 * The organisation from which a claim's figure comes: who measured it, else to whom it is attributed,
 * else the publisher of the document that its source repeats, else its own publisher.
 */
export function originOf(dataset: Dataset, claim: Claim): string {
  if (claim.measuredBy !== null) return claim.measuredBy;
  if (claim.attributedTo !== null) return claim.attributedTo;
  const root = rootDocument(dataset, claim.source);
  return root.split("/")[0] ?? root;
}

/** The different origins of claims, sorted. */
export function originsOf(dataset: Dataset, claims: readonly Claim[]): string[] {
  return [...new Set(claims.map((claim) => originOf(dataset, claim)))].sort();
}
