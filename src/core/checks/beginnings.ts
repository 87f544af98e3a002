import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import type { Fact } from "../facts/fact.ts";
import { dateSpan } from "../quantity/calendar.ts";
import { compareDecimals } from "../quantity/decimal.ts";
import type { Interval } from "../quantity/interval.ts";
import type { StandingBasis } from "../verdicts/standing.ts";
import type { CheckContext } from "./check.ts";

/** A date that marks the beginning of a subject, as it stands. */
export interface BeginningDate {
  /** First day at the earliest, in days since 1970-01-01; null when nothing bounds it. */
  readonly day: string | null;
  readonly basis: StandingBasis;
  readonly claims: readonly Claim[];
}

/** When a subject came into being, as far as the ledger knows. */
export interface Beginning {
  /** Every date that marks it, the earliest first; at least one. */
  readonly dates: readonly BeginningDate[];
  /** The first day by which it surely was there; null when nothing bounds it. */
  readonly surelyFrom: string | null;
}

/** For each subject the dates that stand for its beginning, disputed ones included. */
export function beginningsBySubject({
  dataset,
  facts,
  standings,
}: CheckContext): Map<string, Beginning> {
  const beginnings = new Map<
    string,
    { readonly dates: BeginningDate[]; surelyFrom: string | null }
  >();
  for (const fact of facts.values()) {
    if (!marksBeginning(dataset, fact)) continue;
    const { interval, basis, claims } = known(standings, fact.id);
    if (interval === null) continue;
    const date = { day: interval.low, basis, claims };
    const beginning = beginnings.get(fact.subject);
    if (beginning) {
      // Left out, a disputed date would leave a later one of the same subject to accuse documents that lie between the two.
      beginning.dates.push(date);
      beginning.surelyFrom = lesser(beginning.surelyFrom, lastDayOf(interval));
    } else {
      beginnings.set(fact.subject, { dates: [date], surelyFrom: lastDayOf(interval) });
    }
  }
  for (const { dates } of beginnings.values())
    dates.sort((one, other) => compareLows(one.day, other.day));
  return beginnings;
}

/** An open lower end is before everything. */
const compareLows = (one: string | null, other: string | null): number =>
  one === null || other === null
    ? Number(one !== null) - Number(other !== null)
    : compareDecimals(one, other);

const lesser = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? (one ?? other) : compareDecimals(one, other) <= 0 ? one : other;

const lastDayOf = ({ high }: Interval): string | null => high;

// The date of one snapshot is not that of its model.
const marksBeginning = (dataset: Dataset, fact: Fact): boolean =>
  known(dataset.metrics, fact.metric).marks === "beginning" &&
  fact.measure === "level" &&
  fact.conditions.snapshot === undefined;

/** The end of a day, month or year, in days since 1970-01-01. */
export const endOf = (date: string): string => String(dateSpan(date).afterLast);
