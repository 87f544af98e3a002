/** Events in time, in the lanes that a release names: what was announced, available, deprecated and retired, and who says so. */
import type { Analysis } from "../../core/analysis.ts";
import { type Claim, known, type Release } from "../../core/dataset/dataset.ts";
import { describeConditions, joinWords, publisherName } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { dateSpan, formatDate } from "../../core/quantity/calendar.ts";
import type { Status } from "../../core/verdicts/status.ts";
import { factPath } from "../addresses.ts";
import { type Link, subjectLink } from "./claim.ts";

/** Families of dates that are events in the life of a subject, as opposed to dates of its contents. */
const EVENT_FAMILIES = new Set(["release-dates", "retirement-dates"]);

interface LineageEvent {
  /** ISO, at the precision that is known. */
  readonly date: string;
  readonly dateText: string;
  readonly subject: Link;
  /** What happened: the name of the metric that dates it, in the words of the registry. */
  readonly what: string;
  readonly path: string;
  readonly status: Status;
  readonly statedBy: string;
  /** Positions of the lanes in which it stands. */
  readonly lanes: readonly number[];
}

export interface LineageView {
  readonly title: string;
  readonly lanes: readonly string[];
  readonly events: readonly LineageEvent[];
}

export function lineageView(analysis: Analysis, release: Release): LineageView {
  const channels = release.lanes.map((lane) => lane.channel);
  const owned = [...analysis.facts.values()].filter(
    (fact) => known(analysis.dataset.subjects, fact.subject).owner === release.organisation,
  );
  const events = owned.flatMap((fact) => eventOf(analysis, fact, channels));
  return {
    title: release.title,
    lanes: release.lanes.map((lane) => lane.title),
    events: events.sort(
      (one, other) =>
        dateSpan(one.date).first - dateSpan(other.date).first ||
        (one.subject.text < other.subject.text
          ? -1
          : one.subject.text > other.subject.text
            ? 1
            : one.what < other.what
              ? -1
              : 1),
    ),
  };
}

function eventOf(analysis: Analysis, fact: Fact, channels: readonly string[]): LineageEvent[] {
  const { dataset } = analysis;
  const metric = known(dataset.metrics, fact.metric);
  const subject = known(dataset.subjects, fact.subject);
  const isDated =
    metric.kind === "date" && fact.measure === "level" && EVENT_FAMILIES.has(metric.family);
  if (!isDated || subject.kind === "organisation") return [];
  const standing = known(analysis.standings, fact.id);
  const claim = standing.claims[0];
  if (claim?.quantity?.kind !== "date") return [];
  const date = claim.quantity.printed;
  const { channel: _lane, ...beside } = fact.conditions;
  const conditions = describeConditions(beside);
  return [
    {
      date,
      dateText:
        standing.basis === "disputed"
          ? joinWords(datesOf(standing.claims)).replace(" and ", " or ")
          : formatDate(date),
      subject: {
        ...subjectLink(analysis, fact.subject),
        text: conditions === "" ? subject.name : `${subject.name} (${conditions})`,
      },
      what: metric.name,
      path: factPath(fact.id),
      status: known(analysis.factStatuses, fact.id),
      statedBy: joinWords([...new Set(fact.claims.map((each) => publisherName(dataset, each)))]),
      lanes: lanesOf(analysis, fact, channels),
    },
  ];
}

const datesOf = (claims: readonly Claim[]): string[] => [
  ...new Set(
    claims.flatMap((claim) =>
      claim.quantity?.kind === "date" ? [formatDate(claim.quantity.printed)] : [],
    ),
  ),
];

/**
 * A fact that names a channel stands in its lane. One that names none stands in every lane in which the subject is said to be available,
 * but not where a date of the same kind is stated for that channel; and in all lanes when nobody says where the subject is.
 */
function lanesOf(analysis: Analysis, fact: Fact, channels: readonly string[]): number[] {
  const { metrics } = analysis.dataset;
  const positions = (isThere: (channel: string) => boolean) =>
    channels.flatMap((channel, lane) => (isThere(channel) ? [lane] : []));
  const stated = fact.conditions.channel;
  if (stated !== undefined) return positions((channel) => channel === stated);
  const family = known(metrics, fact.metric).family;
  const own = [...analysis.facts.values()].filter(
    (other) => other.subject === fact.subject && other.conditions.channel !== undefined,
  );
  const isAvailable = (channel: string) =>
    own.some(
      (other) =>
        other.conditions.channel === channel &&
        known(metrics, other.metric).kind === "availability" &&
        other.claims.some((claim) => claim.quantity?.printed === "yes"),
    );
  const hasOwnDate = (channel: string) =>
    own.some(
      (other) =>
        other.conditions.channel === channel && known(metrics, other.metric).family === family,
    );
  const lanes = positions((channel) => isAvailable(channel) && !hasOwnDate(channel));
  return lanes.length > 0 ? lanes : positions((channel) => !hasOwnDate(channel));
}
