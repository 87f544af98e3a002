import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

/** The causes of a discrepancy, each as its kind, its support and the ids of the claims that it rests on; throws where there is no such discrepancy. */
export function causesOf(parts: DatasetParts, id: string): string[][] {
  const { causes, discrepancies } = analysisOf(parts);
  if (!discrepancies.has(id))
    throw new Error(`no discrepancy ${id}; there is ${[...discrepancies.keys()].join(", ")}`);
  return (causes.get(id) ?? []).map(({ kind, support, claims }) => [
    kind,
    support,
    ...claims.map((claim) => claim.id),
  ]);
}

/** What is said of the causes of a discrepancy, in their order. */
export const notesOf = (parts: DatasetParts, id: string): string[] =>
  (analysisOf(parts).causes.get(id) ?? []).map(({ note }) => note);

/** The kinds alone. */
export const causeKindsOf = (parts: DatasetParts, id: string): string[] =>
  causesOf(parts, id).map(([kind]) => kind as string);

export const BENCH = "value-conflict/acme/one/bench";
export const PRICE = "value-conflict/acme/one/input-price";
export const RELEASE = "date-conflict/acme/one/release-date";
