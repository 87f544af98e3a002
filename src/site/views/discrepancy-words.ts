/** The heading of a discrepancy and how far apart its figures are, in words. */
import type { Analysis, Discrepancy } from "../../core/analysis.ts";
import { type Claim, type Dataset, known } from "../../core/dataset/dataset.ts";
import { describeFact, joinWords, nameInSentence } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import {
  absolute,
  add,
  compareDecimals,
  type Decimal,
  multiply,
  roundToPlaces,
  subtract,
} from "../../core/quantity/decimal.ts";
import { doIntervalsMeet, type Interval, middleOf } from "../../core/quantity/interval.ts";
import { fromBaseUnit } from "../../core/quantity/quantity.ts";
import type { UnitName } from "../../core/quantity/units.ts";
import { tickFormatter } from "./strip.ts";

/** The question on which it stands; of several, each subject and metric named once: `One and Two: input price and output price`. */
export function discrepancyTitle({ dataset, facts }: Analysis, ids: readonly string[]): string {
  const asked = ids.map((id) => known(facts, id));
  const [first] = asked;
  return first && asked.length === 1
    ? describeFact(dataset, first)
    : describeSeveral(dataset, asked);
}

function describeSeveral(dataset: Dataset, facts: readonly Fact[]): string {
  const metricsOf = new Map<string, Set<string>>();
  for (const { subject, metric } of facts) {
    const { name } = known(dataset.subjects, subject);
    const metrics = metricsOf.get(name) ?? new Set();
    metrics.add(nameInSentence(known(dataset.metrics, metric)));
    metricsOf.set(name, metrics);
  }
  const subjectsOf = new Map<string, string[]>();
  for (const [subject, metrics] of metricsOf) {
    const told = joinWords([...metrics]);
    subjectsOf.set(told, [...(subjectsOf.get(told) ?? []), subject]);
  }
  return [...subjectsOf]
    .map(([metrics, subjects]) => `${joinWords(subjects)}: ${metrics}`)
    .join("; ");
}

/**
 * How far apart the figures are: the days between dates, the points, dollars or tokens between figures, or by which share at least a stated
 * figure misses what its operands give; null where that has no measure.
 */
export function describeSize({ kind, size, about }: Discrepancy): string | null {
  if (size === null) return null;
  if (kind === "date-conflict") return `${size} ${size === "1" ? "day" : "days"} apart`;
  if (kind === "value-conflict") return describeDistance(about);
  const percent = roundToPlaces(multiply(size, "100"), 1).replace(/\.0$/, "");
  // A gap that rounds to nothing is still one.
  return percent === "0" ? "less than 0.1% off" : `at least ${percent}% off`;
}

/** Two figures that exclude each other, with how far they are apart and how precise they are together. */
interface Gap {
  readonly distance: Decimal;
  /** Null where one of them has no end. */
  readonly width: Decimal | null;
}

/** The distance of the two most precise figures that exclude each other, as a reader subtracts them; null where units differ. */
function describeDistance(claims: readonly Claim[]): string | null {
  const unit = claims[0]?.unit;
  if (unit === undefined || claims.some((claim) => claim.unit !== unit)) return null;
  const intervals = claims.flatMap(({ interval }) =>
    interval ? [fromBaseUnit(interval, unit)] : [],
  );
  const gaps = intervals.flatMap((one, index) =>
    intervals.slice(index + 1).flatMap((other) => gapOf(one, other) ?? []),
  );
  const [closest] = gaps.sort(bySharpness);
  return closest ? `${tickFormatter(unitOfDistance(unit))(closest.distance)} apart` : null;
}

function gapOf(one: Interval, other: Interval): Gap | null {
  const [a, b] = [middleOf(one), middleOf(other)];
  if (a === null || b === null || doIntervalsMeet(one, other)) return null;
  const widths = [one, other].map(({ low, high }) =>
    low === null || high === null ? null : subtract(high, low),
  );
  const [mine, theirs] = widths;
  return {
    distance: absolute(subtract(a, b)),
    width: mine == null || theirs == null ? null : add(mine, theirs),
  };
}

/** The most precise first; of equally precise ones that which lies further apart. */
function bySharpness(one: Gap, other: Gap): number {
  if (one.width === null || other.width === null)
    return Number(one.width === null) - Number(other.width === null);
  return compareDecimals(one.width, other.width) || compareDecimals(other.distance, one.distance);
}

/** Between two shares lie points. */
const unitOfDistance = (unit: UnitName): UnitName => (unit === "percent" ? "points" : unit);
