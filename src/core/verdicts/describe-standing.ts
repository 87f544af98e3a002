/** What stands for a fact, in words. */
import type { Dataset } from "../dataset/dataset.ts";
import { describeValue, joinWords } from "../facts/describe.ts";
import { formatFigure } from "../quantity/quantity.ts";
import { baseUnitOf, UNITS, type UnitName } from "../quantity/units.ts";
import type { Standing } from "./standing.ts";

/**
 * The figure, the figures where several stand, or the range where sources dispute it: `54.6%`, `38.3% and 86.1%`,
 * `between 38.3% and 86.1%`; `None` where the editors let nothing stand that was stated.
 */
export function describeStanding(dataset: Dataset, standing: Standing): string {
  const first = standing.claims[0];
  if (!first) return "None";
  if (standing.shows === "figure") return describeValue(dataset, first);
  const values = [...new Set(standing.claims.map((claim) => describeValue(dataset, claim)))];
  if (standing.shows === "each") return joinWords(values);
  const { interval } = standing;
  const unit = baseUnitOf(first.unit);
  if (values.length <= 2 || !interval?.low || !interval.high || UNITS[unit].values !== "number") {
    return joinWords(values).replace(" and ", " or ");
  }
  return `between ${formatSigned(interval.low, unit)} and ${formatSigned(interval.high, unit)}`;
}

/** A negative figure with the sign that readers see, before any sign of currency: `−$3`. */
function formatSigned(value: string, unit: UnitName): string {
  return value.startsWith("-")
    ? `−${formatFigure(value.slice(1), unit)}`
    : formatFigure(value, unit);
}
