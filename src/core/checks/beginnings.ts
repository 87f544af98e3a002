import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import type { Fact } from "../facts/fact.ts";
import { dateSpan } from "../quantity/calendar.ts";
import { compareDecimals } from "../quantity/decimal.ts";
import type { Interval } from "../quantity/interval.ts";
import type { StandingBasis } from "../verdicts/standing.ts";
import type { CheckContext } from "./check.ts";

/** When a subject came into being, as far as the ledger knows. */
export interface Beginning {
  /** First day at the earliest, in days since 1970-01-01; null when nothing bounds it. */
  readonly day: string | null;
  /** The first day by which it surely was there; null when nothing bounds it. */
  readonly surelyFrom: string | null;
  readonly basis: StandingBasis;
  readonly claims: readonly Claim[];
}

/** For each subject the earliest date that stands for its beginning, disputed ones included. */
export function beginningsBySubject({
  dataset,
  facts,
  standings,
}: CheckContext): Map<string, Beginning> {
  const beginnings = new Map<string, Beginning>();
  for (const fact of facts.values()) {
    if (!marksBeginning(dataset, fact)) continue;
    const { interval, basis, claims } = known(standings, fact.id);
    if (interval === null) continue;
    const earliest = beginnings.get(fact.subject);
    // Left out, a disputed date would leave a later one of the same subject to accuse documents that lie between the two.
    const isEarlier = !earliest || compareLows(interval.low, earliest.day) < 0;
    const surelyFrom = lesser(earliest?.surelyFrom ?? null, lastDayOf(interval));
    beginnings.set(
      fact.subject,
      isEarlier
        ? { day: interval.low, surelyFrom, basis, claims }
        : { ...(earliest as Beginning), surelyFrom },
    );
  }
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
