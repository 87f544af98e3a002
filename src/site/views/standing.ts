import type { Analysis } from "../../core/analysis.ts";
import { known } from "../../core/dataset/dataset.ts";
import { describeValue, joinWords, publisherName } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { formatFigure } from "../../core/quantity/quantity.ts";
import { baseUnitOf, UNITS, type UnitName } from "../../core/quantity/units.ts";
import type { Standing, StandingBasis } from "../../core/verdicts/standing.ts";

export interface StandingView {
  readonly basis: StandingBasis;
  /** The figure, or the range where sources dispute it: `54.6%`, `between 38.3% and 86.1%`. */
  readonly text: string;
  /** Why it stands, in one sentence. */
  readonly because: string;
}

const BECAUSE: Readonly<Record<StandingBasis, (names: string) => string>> = {
  verdict: (names) => `The editors decided on evidence; ${names} carries it.`,
  primary: (names) => `${names} is the primary source for it.`,
  agreement: (names) => `Independent sources agree: ${names}.`,
  single: (names) => `One origin states it: ${names}.`,
  disputed: (names) => `Disputed among ${names}; no primary source settles it.`,
};

export function standingView(analysis: Analysis, fact: Fact): StandingView {
  const { dataset } = analysis;
  const standing = known(analysis.standings, fact.id);
  const names = joinWords([
    ...new Set(standing.claims.map((claim) => publisherName(dataset, claim))),
  ]);
  return {
    basis: standing.basis,
    text: standingText(analysis, standing),
    because: BECAUSE[standing.basis](names),
  };
}

function standingText(analysis: Analysis, standing: Standing): string {
  const { dataset } = analysis;
  const first = standing.claims[0];
  if (!first) return "no figure";
  if (standing.basis !== "disputed") return describeValue(dataset, first);
  const values = [...new Set(standing.claims.map((claim) => describeValue(dataset, claim)))];
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
