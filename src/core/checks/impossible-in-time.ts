/** Ends before the beginning, and offers of what is not there yet or no longer. */
import { type Claim, known, type Metric } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import type { Fact } from "../facts/fact.ts";
import { dateSpan } from "../quantity/calendar.ts";
import type { Interval } from "../quantity/interval.ts";
import type { Standing } from "../verdicts/standing.ts";
import type { CheckContext, Finding } from "./check.ts";
import {
  describeLine,
  describeStatement,
  excludedFinding,
  figuresOf,
  isAbove,
} from "./exclusion.ts";
import type { Levels } from "./levels.ts";
import { describeTime } from "./pairs.ts";

/** For a fact that is a level, a finding where what stands for the beginning or the end of its subject excludes it. */
export function outsideItsTime(
  context: CheckContext,
  levels: Levels,
): (fact: Fact, metric: Metric) => Finding[] {
  const markers = [...context.dataset.metrics.values()].filter(({ marks }) => marks !== null);
  const datesOf = (fact: Fact, end: "beginning" | "end"): Fact[] =>
    markers
      .filter(({ marks }) => marks === end)
      .flatMap(({ id }) => levels(fact.subject, id))
      .filter(({ conditions }) => conditions.snapshot === fact.conditions.snapshot);
  const excludedIn = (fact: Fact, metric: Metric): (Finding | null)[] => {
    if (metric.marks === "end" && fact.conditions.snapshot === undefined)
      return [beforeBeginning(context, fact, datesOf(fact, "beginning"))];
    return isOffer(metric)
      ? [
          offeredWhenAbsent(context, fact, datesOf(fact, "beginning"), NOT_YET),
          offeredWhenAbsent(context, fact, datesOf(fact, "end"), NO_LONGER),
        ]
      : [];
  };
  return (fact, metric) => excludedIn(fact, metric).filter((finding) => finding !== null);
}

/** What stands for each of several dates; null as soon as one is disputed or has no end on a side, and where nothing stands for any. */
function undisputed(
  { standings }: CheckContext,
  dates: readonly Fact[],
  side: "low" | "high",
): Standing[] | null {
  const standing = dates
    .map(({ id }) => known(standings, id))
    .filter(({ interval }) => interval !== null);
  const isSure = standing.every(
    ({ basis, interval }) => basis !== "disputed" && interval?.[side] != null,
  );
  return isSure && standing.length > 0 ? standing : null;
}

/** An end that lies before everything that marks a beginning of the subject. */
function beforeBeginning(
  context: CheckContext,
  fact: Fact,
  dates: readonly Fact[],
): Finding | null {
  const { dataset } = context;
  const beginnings = undisputed(context, dates, "low");
  if (beginnings === null) return null;
  const about = figuresOf(fact).filter((claim) =>
    beginnings.every(({ interval }) => interval !== null && isAbove(interval, claim.interval)),
  );
  const by = carriersOf(beginnings);
  const [first] = by;
  if (!first) return null;
  return excludedFinding(dataset, fact, {
    about,
    by,
    reason: `${describeStatement(dataset, first)}, which would be later`,
    computation: [...about, ...by].map((claim) => describeLine(dataset, claim)),
  });
}

/** The claim that carries each date, once. */
const carriersOf = (standings: readonly Standing[]): Claim[] => [
  ...new Set(standings.flatMap(({ claims }) => claims.slice(0, 1))),
];

/**
 * Whether a metric says that its subject is offered, and not what is planned. Much else is a yes or no: whether it takes images, or is deprecated.
 * That can be said before it comes and after it goes, so that only the metrics of the family of availability count.
 */
const isOffer = ({ kind, family, isPlanned }: Metric): boolean =>
  kind === "availability" && family === OFFERS && !isPlanned;

/** The family of metrics that say whether something can be had. */
const OFFERS = "availability";

/** An end of the time for which a subject is there. */
interface Absence {
  /** The side of a date by which all of it is known to lie before or after. */
  readonly side: "low" | "high";
  /** Whether a time lies wholly where the subject is absent, when the date is this. */
  readonly holds: (time: Claim["asOf"], date: Interval) => boolean;
  readonly words: string;
}

const NOT_YET: Absence = {
  side: "low",
  holds: ({ notAfter }, { low }) => low !== null && dateSpan(notAfter).afterLast <= Number(low),
  words: "which would be later",
};

const NO_LONGER: Absence = {
  side: "high",
  holds: ({ notBefore }, { high }) => high !== null && dateSpan(notBefore).first >= Number(high),
  words: "which would be earlier",
};

/**
 * A “yes” for a time that lies wholly before what marks the beginning under the same conditions, or wholly after what marks the end. A
 * document without a day may be of any day of its time, and is found only when none of them is possible.
 */
function offeredWhenAbsent(
  context: CheckContext,
  fact: Fact,
  dates: readonly Fact[],
  { side, holds, words }: Absence,
): Finding | null {
  const conditions = JSON.stringify(fact.conditions);
  const bounds = undisputed(
    context,
    dates.filter((date) => JSON.stringify(date.conditions) === conditions),
    side,
  );
  if (bounds === null) return null;
  const { dataset } = context;
  const about = fact.claims.filter(
    ({ quantity, asOf }) =>
      quantity?.kind === "name" &&
      quantity.printed === "yes" &&
      bounds.every(({ interval }) => interval !== null && holds(asOf, interval)),
  );
  const by = carriersOf(bounds);
  const [first] = by;
  if (!first) return null;
  return excludedFinding(dataset, fact, {
    about,
    by,
    reason: `${describeStatement(dataset, first)}, ${words}`,
    computation: [
      ...about.map(
        (claim) =>
          `${publisherName(dataset, claim)}: ${describeFact(dataset, claim)} is ${describeValue(dataset, claim)}, said of ${describeTime(claim)}`,
      ),
      ...by.map((claim) => describeLine(dataset, claim)),
    ],
  });
}
