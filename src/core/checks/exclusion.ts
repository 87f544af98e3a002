/** What the checks of impossible values have in common: a finding that one value is excluded, and by what. */
import type { Claim, Dataset } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims, type Fact } from "../facts/fact.ts";
import { compareDecimals, type Decimal } from "../quantity/decimal.ts";
import type { Interval } from "../quantity/interval.ts";
import { formatFigure, fromBaseUnit } from "../quantity/quantity.ts";
import type { UnitName } from "../quantity/units.ts";
import type { Finding } from "./check.ts";

/** A claim of a figure or a date, which stands for an interval. */
export type FigureClaim = Claim & { readonly interval: Interval };

/** Whether a claim states a figure or a date. */
export const isFigure = (claim: Claim): claim is FigureClaim =>
  claim.interval !== null && claim.quantity !== null && claim.quantity.kind !== "name";

/** The claims of a fact that state a figure or a date. */
export const figuresOf = (fact: Fact): FigureClaim[] => fact.claims.filter(isFigure);

/** Claims of one fact that cannot be right. */
interface Exclusion {
  readonly about: readonly Claim[];
  /** What excludes them; none where a scale does. */
  readonly by: readonly Claim[];
  /** The end of a sentence that begins with what the first of them states. */
  readonly reason: string;
  readonly computation: readonly string[];
}

/** The finding that claims of a fact are excluded; null where none is. */
export function excludedFinding(
  dataset: Dataset,
  fact: Fact,
  { about, by, reason, computation }: Exclusion,
): Finding | null {
  const [first] = about;
  if (!first) return null;
  const claims = [...about, ...by].sort(compareClaims);
  return {
    id: `impossible/${fact.id}`,
    kind: "impossible",
    severity: "major",
    scope: claims.every((claim) => claim.source === first.source) ? "within" : "between",
    facts: [fact.id],
    claims,
    about,
    summary: `${publisherName(dataset, first)} states ${describeValue(dataset, first)} for ${describeFact(dataset, fact)}, but ${reason}.`,
    computation,
    size: null,
  };
}

/** Who states what for which question, as the words after “but”. */
export const describeStatement = (dataset: Dataset, claim: Claim): string =>
  `${publisherName(dataset, claim)} states ${describeValue(dataset, claim)} for ${describeFact(dataset, claim)}`;

/** The same as a line of the working. */
export const describeLine = (dataset: Dataset, claim: Claim): string =>
  `${publisherName(dataset, claim)}: ${describeFact(dataset, claim)} is ${describeValue(dataset, claim)}`;

/** A value in the base unit as readers see it in another unit of its dimension, its thousands set apart: `512,000 tokens`. */
export function describeAmount(value: Decimal, unit: UnitName): string {
  const { low } = fromBaseUnit(
    { low: value, high: value, lowIncluded: true, highIncluded: true },
    unit,
  );
  const [whole = "", ...fraction] = (low ?? value).split(".");
  return formatFigure([whole.replace(/\B(?=(?:\d{3})+$)/g, ","), ...fraction].join("."), unit);
}

/** Whether an interval lies above another with nothing in common. */
export function isAbove(one: Interval, other: Interval): boolean {
  if (one.low === null || other.high === null) return false;
  const order = compareDecimals(one.low, other.high);
  return order > 0 || (order === 0 && !(one.lowIncluded && other.highIncluded));
}
