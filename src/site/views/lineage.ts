/** Events in time, in the lanes that a release names: what was announced, available, deprecated and retired, and who says so. */
import type { Analysis } from "../../core/analysis.ts";
import { type Claim, known, type Metric, type Release } from "../../core/dataset/dataset.ts";
import { doAgree } from "../../core/facts/agreement.ts";
import { describeConditions, joinWords, publisherName } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { dateSpan, formatDate } from "../../core/quantity/calendar.ts";
import { compareText } from "../../core/report/issue.ts";
import type { ShownStanding } from "../../core/verdicts/standing.ts";
import type { Status } from "../../core/verdicts/status.ts";
import { claimPath, factPath } from "../addresses.ts";
import type { SuccessionDefinition } from "../figures/succession.ts";
import type { TimelineDateRole, TimelineDefinition, TimelineStage } from "../figures/timeline.ts";
import { countWord } from "../format-count.ts";
import { type Link, subjectLink } from "./claim.ts";

/** Families of dates that are events in the life of a subject, as opposed to dates of its contents. */
const BEGINNINGS = "release-dates";
const ENDINGS = "retirement-dates";

interface EventStatement {
  readonly publisher: string;
  readonly path: string;
}

/** A document that dates an event; its title is named where its publisher does so in several. */
interface DatingDocument extends EventStatement {
  readonly text: string;
}

/** One date that sources give for an event. */
interface EventDate {
  readonly iso: string;
  readonly text: string;
  /** The days it may mean, the last one excluded: a month or a year is as long as it is. */
  readonly span: { readonly first: number; readonly afterLast: number };
  /** The date that stands, one that means the same less exactly, or one that cannot be right beside it. */
  readonly role: TimelineDateRole;
  /** Whether it lies after the day on which a source was last read, so that it is announced and nobody has seen it. */
  readonly isAhead: boolean;
  readonly statements: readonly DatingDocument[];
}

interface LineageEvent {
  /** ISO, at the precision that is known. */
  readonly date: string;
  readonly dateText: string;
  readonly subject: Link;
  readonly stage: TimelineStage;
  /** What happened: the name of the metric that dates it, in the words of the registry. */
  readonly what: string;
  readonly path: string;
  readonly status: Status;
  readonly statedBy: string;
  /** Whether the date that stands is announced and lies ahead. */
  readonly isAhead: boolean;
  /** Every date that a source gives, the one that stands first. */
  readonly dates: readonly EventDate[];
  /** Positions of the lanes in which it stands. */
  readonly lanes: readonly number[];
  /** Whether we placed it in its lanes because no source names a channel. */
  readonly isPlaced: boolean;
}

interface EdgeStatement extends EventStatement {
  /** Why the words mean these models, where they do not say so; empty where they do. */
  readonly inferred: readonly string[];
}

/** Who is said to come after whom. */
interface LineageEdge {
  readonly subject: Link;
  readonly relation: "succeeds" | "replaces";
  readonly other: Link;
  /** The channel in which it is said to hold; empty where none is named. */
  readonly conditions: string;
  readonly path: string;
  readonly status: Status;
  readonly statements: readonly EdgeStatement[];
}

export interface LineageView {
  readonly title: string;
  readonly lanes: readonly string[];
  readonly events: readonly LineageEvent[];
  readonly timeline: TimelineDefinition;
  readonly edges: readonly LineageEdge[];
  readonly succession: SuccessionDefinition;
  /** For each subject of which sources name several predecessors: a sentence that says so. */
  readonly edgeFindings: readonly string[];
}

export function lineageView(
  analysis: Analysis,
  release: Release,
  link: (path: string) => string = (path) => path,
): LineageView {
  const channels = release.lanes.map((lane) => lane.channel);
  const owned = [...analysis.facts.values()].filter(
    (fact) => known(analysis.dataset.subjects, fact.subject).owner === release.organisation,
  );
  const events = owned
    .flatMap((fact) => eventOf(analysis, fact, channels))
    .sort(
      (one, other) =>
        dateSpan(one.date).first - dateSpan(other.date).first ||
        compareText(one.subject.text, other.subject.text) ||
        compareText(one.what, other.what),
    );
  const edges = owned
    .flatMap((fact) => edgeOf(analysis, release, fact))
    .sort(
      (one, other) =>
        compareText(one.subject.text, other.subject.text) ||
        compareText(one.other.text, other.other.text) ||
        compareText(other.relation, one.relation),
    );
  const lanes = release.lanes.map((lane) => lane.title);
  return {
    title: release.title,
    lanes,
    events,
    timeline: timelineOf(release, lanes, events, link),
    edges,
    succession: successionOf(release, edges, link),
    edgeFindings: edgeFindings(edges),
  };
}

function successionOf(
  release: Release,
  edges: readonly LineageEdge[],
  link: (path: string) => string,
): SuccessionDefinition {
  const subjects = [...new Set(edges.map(({ subject }) => subject.text))];
  return {
    title: `${release.title}: who is said to come after whom`,
    groups: subjects.map((label) => ({
      label,
      lines: edges
        .filter(({ subject }) => subject.text === label)
        .map(({ relation, other, conditions, statements, path }) => ({
          relation,
          other: other.text,
          conditions,
          who: joinWords([...new Set(statements.map(({ publisher }) => publisher))]),
          href: link(statements.length === 1 ? (statements[0]?.path ?? path) : path),
        })),
    })),
  };
}

function eventOf(analysis: Analysis, fact: Fact, channels: readonly string[]): LineageEvent[] {
  const { dataset } = analysis;
  const metric = known(dataset.metrics, fact.metric);
  const subject = known(dataset.subjects, fact.subject);
  const stage = fact.measure === "level" ? stageOf(metric) : null;
  if (stage === null || subject.kind === "organisation") return [];
  const standing = known(analysis.standings, fact.id);
  const claim = standing.claims[0];
  if (claim?.quantity?.kind !== "date") return [];
  const date = claim.quantity.printed;
  const { channel: lane, ...beside } = fact.conditions;
  const conditions = describeConditions(beside);
  const dates = eventDates(analysis, fact, claim, standing.shows);
  return [
    {
      date,
      dateText:
        standing.shows !== "figure"
          ? joinWords(datesOf(standing.claims)).replace(" and ", " or ")
          : formatDate(date),
      subject: {
        ...subjectLink(analysis, fact.subject),
        text: conditions === "" ? subject.name : `${subject.name} (${conditions})`,
      },
      stage,
      what: metric.name,
      path: factPath(fact.id),
      status: known(analysis.factStatuses, fact.id),
      statedBy: joinWords([...new Set(fact.claims.map((each) => publisherName(dataset, each)))]),
      isAhead: dates[0]?.isAhead ?? false,
      dates,
      lanes: lanesOf(analysis, fact, channels),
      isPlaced: lane === undefined,
    },
  ];
}

/**
 * What happens on a date, by the registry's own words: an end is a retirement, any other date of the end is a notice of it. What
 * begins can be said of a channel when it is an availability; an announcement is made once for all.
 */
function stageOf(metric: Metric): TimelineStage | null {
  if (metric.kind !== "date") return null;
  if (metric.family === ENDINGS) return metric.marks === "end" ? "retired" : "deprecated";
  if (metric.family !== BEGINNINGS) return null;
  return metric.conditions.includes("channel") ? "available" : "announced";
}

function eventDates(
  analysis: Analysis,
  fact: Fact,
  standing: Claim,
  shows: ShownStanding,
): EventDate[] {
  const dates = new Map<string, Claim[]>();
  for (const claim of fact.claims) {
    if (claim.quantity?.kind !== "date") continue;
    const others = dates.get(claim.quantity.printed);
    if (others) others.push(claim);
    else dates.set(claim.quantity.printed, [claim]);
  }
  const roleOf = (iso: string, claim: Claim): TimelineDateRole => {
    if (iso === standing.quantity?.printed) return shows === "figure" ? "stands" : "conflicts";
    return doAgree(claim, standing) ? "agrees" : "conflicts";
  };
  const lastRead = lastReading(analysis);
  const order: readonly TimelineDateRole[] = ["stands", "agrees", "conflicts"];
  return [...dates]
    .map(([iso, [claim, ...others]]) => {
      const claims = [claim as Claim, ...others];
      return {
        iso,
        text: formatDate(iso),
        span: dateSpan(iso),
        role: roleOf(iso, claim as Claim),
        isAhead: dateSpan(iso).first > lastRead,
        statements: documentsOf(analysis, claims),
      };
    })
    .sort(
      (one, other) =>
        order.indexOf(one.role) - order.indexOf(other.role) ||
        one.span.first - other.span.first ||
        compareText(one.iso, other.iso),
    );
}

/** The day on which a source was last read: builds know no clock, and nothing later has been seen by anybody here. */
const lastReading = ({ dataset }: Analysis): number =>
  Math.max(...[...dataset.sources.values()].map(({ accessed }) => dateSpan(accessed).first));

/** The documents that state a date, each once. */
function documentsOf(analysis: Analysis, claims: readonly Claim[]): DatingDocument[] {
  const { dataset } = analysis;
  const documents = new Map<string, Claim>();
  for (const claim of claims) if (!documents.has(claim.source)) documents.set(claim.source, claim);
  const all = [...documents.values()].map((claim) => ({
    publisher: publisherName(dataset, claim),
    title: known(dataset.sources, claim.source).title,
    path: claimPath(claim.id),
  }));
  return all.map(({ publisher, title, path }) => ({
    publisher,
    path,
    text:
      all.filter((other) => other.publisher === publisher).length > 1
        ? `${publisher}, ${title}`
        : publisher,
  }));
}

const datesOf = (claims: readonly Claim[]): string[] => [
  ...new Set(
    claims.flatMap((claim) =>
      claim.quantity?.kind === "date" ? [formatDate(claim.quantity.printed)] : [],
    ),
  ),
];

/** A relation that says of its subject that it comes after another. */
function edgeOf(analysis: Analysis, release: Release, fact: Fact): LineageEdge[] {
  const [claim] = fact.claims;
  const relation = claim?.relation;
  if (!fact.comparedWith || (relation !== "succeeds" && relation !== "replaces")) return [];
  const lane = release.lanes.find(({ channel }) => channel === fact.conditions.channel);
  const { channel: _named, ...others } = fact.conditions;
  const beside = lane ? others : fact.conditions;
  return [
    {
      subject: subjectLink(analysis, fact.subject),
      relation,
      other: subjectLink(analysis, fact.comparedWith.subject),
      conditions: [lane && `in ${lane.title}`, describeConditions(beside)]
        .filter((part) => part)
        .join(", "),
      path: factPath(fact.id),
      status: known(analysis.factStatuses, fact.id),
      statements: fact.claims.map((each) => ({
        publisher: publisherName(analysis.dataset, each),
        path: claimPath(each.id),
        inferred: each.binding.kind === "inferred" ? each.binding.reasons : [],
      })),
    },
  ];
}

function edgeFindings(edges: readonly LineageEdge[]): string[] {
  const predecessors = new Map<string, Set<string>>();
  for (const { subject, relation, other } of edges) {
    if (relation !== "succeeds") continue;
    const named = predecessors.get(subject.text) ?? new Set();
    predecessors.set(subject.text, named.add(other.text));
  }
  return [...predecessors].flatMap(([subject, named]) =>
    named.size > 1
      ? [
          `Sources name ${countWord(named.size)} different predecessors of ${subject}: ${joinWords([...named])}.`,
        ]
      : [],
  );
}

function timelineOf(
  release: Release,
  lanes: readonly string[],
  events: readonly LineageEvent[],
  link: (path: string) => string,
): TimelineDefinition {
  return {
    title: `${release.title}: ${joinWords(lanes)} in time`,
    description: `The life of each model, lane by lane. ${lanes
      .map((lane, index) => `${lane}: ${describeLane(events, index)}.`)
      .join(" ")}`,
    guide: { at: dateSpan(release.announced).first, label: formatDate(release.announced) },
    lanes: lanes.map((title, index) => {
      const here = events.filter((event) => event.lanes.includes(index));
      const names = [...new Set(here.map(({ subject }) => subject.text))];
      return {
        title,
        rows: names.map((label) => {
          const own = here.filter(({ subject }) => subject.text === label);
          return {
            label,
            href: link(own[0]?.subject.path ?? "/"),
            marks: own.flatMap((event) =>
              event.dates.map((date) => ({
                stage: event.stage,
                role: date.role,
                isAhead: date.isAhead,
                from: date.span.first,
                to: date.span.afterLast,
                what: event.what,
                dateText: date.text,
                href: link(
                  date.statements.length === 1 ? (date.statements[0]?.path ?? "/") : event.path,
                ),
              })),
            ),
          };
        }),
      };
    }),
  };
}

const describeLane = (events: readonly LineageEvent[], lane: number): string =>
  events
    .filter((event) => event.lanes.includes(lane))
    .map((event) => `${event.subject.text}, ${event.what.toLowerCase()} ${event.dateText}`)
    .join("; ");

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
