/**
 * Figures that the ledger computes itself, from what sources state: a difference, a ratio, a change in percent, a sum, a mean, a
 * number of days. The operands are claims, and the result carries the range that their precision allows.
 */
import { type ChangeMeasure, computeChange } from "../checks/operands.ts";
import type { Claim } from "../dataset/dataset.ts";
import { compareDecimals, type Decimal, divide, subtract } from "../quantity/decimal.ts";
import { type Interval, negateInterval } from "../quantity/interval.ts";
import { subtractIntervals } from "../quantity/interval-arithmetic.ts";
import { fromBaseUnit } from "../quantity/quantity.ts";
import { areUnitsComparable, UNITS, type UnitName } from "../quantity/units.ts";

/** Measures that set one claim against another. */
export const COMPARING_MEASURES = ["difference", "ratio", "percent-change", "days"] as const;
/** Measures of two or more claims alike. */
export const GATHERING_MEASURES = ["sum", "mean"] as const;

export type DerivedMeasure =
  | (typeof COMPARING_MEASURES)[number]
  | (typeof GATHERING_MEASURES)[number];

/** What a computation gave. */
export interface Derivation {
  readonly measure: DerivedMeasure;
  /** In the order of the formula; for a comparison first the own side, then the other. */
  readonly operands: readonly Claim[];
  /** Every value that the result can take, in `unit`. */
  readonly interval: Interval;
  readonly unit: UnitName;
}

/** Why nothing can be computed, and what to do instead, in words for the author. */
export interface DerivationFault {
  readonly fault: string;
  readonly next: string;
}

export const isDerivation = (result: Derivation | DerivationFault): result is Derivation =>
  "interval" in result;

/** A comparison of two claims, or a sum or mean of several. */
export function derive(
  measure: DerivedMeasure,
  operands: readonly Claim[],
): Derivation | DerivationFault {
  const fault = faultOf(measure, operands);
  if (fault) return fault;
  const [own, other] = operands as [Claim, Claim];
  const derivation = (interval: Interval | null, unit: UnitName) =>
    interval === null || (interval.low === null && interval.high === null)
      ? NOTHING_COMPUTED
      : { measure, operands, interval, unit };
  switch (measure) {
    case "days":
      return derivation(daysBetween(own, other), "days");
    case "difference": {
      const unit = own.unit === "percent" ? "points" : own.unit;
      const change = changeOf(measure, own, other);
      return derivation(change && fromBaseUnit(change, unit), unit);
    }
    case "ratio":
      return derivation(changeOf(measure, own, other), "ratio");
    case "percent-change":
      return derivation(changeOf(measure, own, other), "percent");
    case "sum":
      return derivation(fromBaseUnit(sumOf(operands), own.unit), own.unit);
    case "mean":
      return derivation(
        fromBaseUnit(divideBy(sumOf(operands), String(operands.length)), own.unit),
        own.unit,
      );
    default:
      return measure satisfies never;
  }
}

const NOTHING_COMPUTED: DerivationFault = {
  fault: "these figures give no result: a divisor may be zero, or both ends are open",
  next: "Choose claims that state a figure above zero, or say it in words.",
};

const intervalOfClaim = (claim: Claim): Interval => claim.interval as Interval;

const changeOf = (measure: ChangeMeasure, own: Claim, other: Claim): Interval | null =>
  computeChange(measure, intervalOfClaim(own), intervalOfClaim(other), false);

function faultOf(measure: DerivedMeasure, operands: readonly Claim[]): DerivationFault | null {
  if (operands.length < 2) {
    return {
      fault: `a ${measure} takes at least two claims`,
      next: "Name another claim, or show the one with <Figure>.",
    };
  }
  if (new Set(operands).size < operands.length) {
    return { fault: "a claim stands in it twice", next: "Name each claim once." };
  }
  const wanted = measure === "days" ? "date" : "number";
  const unfit = operands.find(
    (claim) => claim.interval === null || claim.quantity?.kind !== wanted,
  );
  if (unfit) {
    const stated = unfit.quantity?.kind ?? "relation";
    return stated === "date"
      ? { fault: `${unfit.id} states a date`, next: 'For two dates write measure="days".' }
      : {
          fault: `${unfit.id} states a ${stated === "number" ? "figure" : stated} and no ${wanted === "date" ? "date" : "figure"}`,
          next: `Name a claim that states a ${wanted === "date" ? "date" : "figure"}.`,
        };
  }
  const [first] = operands as [Claim];
  const strange = operands.find(({ unit }) => !areUnitsComparable(first.unit, unit));
  if (strange) {
    return {
      fault: `${first.id} is in ${unitWords(first.unit)} and ${strange.id} in ${unitWords(strange.unit)}`,
      next: "Name claims of one unit.",
    };
  }
  return null;
}

const unitWords = (unit: UnitName) => UNITS[unit].label || unit;

/**
 * The days from the other date to the own one. A date of a month or a year is one of its days, so the result is a range; days
 * are whole, so its ends are included.
 */
function daysBetween(own: Claim, other: Claim): Interval {
  const lastOf = ({ interval }: Claim) =>
    interval?.high == null ? null : subtract(interval.high, "1");
  const difference = (one: Decimal | null, another: Decimal | null) =>
    one === null || another === null ? null : subtract(one, another);
  return {
    low: difference(intervalOfClaim(own).low, lastOf(other)),
    high: difference(lastOf(own), intervalOfClaim(other).low),
    lowIncluded: true,
    highIncluded: true,
  };
}

function sumOf(operands: readonly Claim[]): Interval {
  return operands
    .map(intervalOfClaim)
    .reduce((sum, each) => subtractIntervals(sum, negateInterval(each)));
}

function divideBy(interval: Interval, count: string): Interval {
  const share = (end: Decimal | null) => (end === null ? null : divide(end, count));
  return { ...interval, low: share(interval.low), high: share(interval.high) };
}

/** Whether a result lies wholly above or wholly below zero, so that its sign may be left out. */
export function hasOneSign({ low, high }: Interval): boolean {
  return (
    (low !== null && compareDecimals(low, "0") >= 0) ||
    (high !== null && compareDecimals(high, "0") <= 0)
  );
}
