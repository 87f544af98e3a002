/**
 * What the explorer of claims knows of every claim: facets, figures, facts and discrepancies as columns, without the words of the sources.
 * Built beside the engine; browsers import the types alone, and read the columns with `explorer.ts`.
 */
import type { Analysis, Discrepancy } from "../analysis.ts";
import { DISCREPANCY_KINDS, type DiscrepancyKind, KINDS, type Severity } from "../checks/kinds.ts";
import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import type { Fact } from "../facts/fact.ts";
import { originOf } from "../facts/origins.ts";
import { dateSpan } from "../quantity/calendar.ts";
import type { UnitName } from "../quantity/units.ts";
import {
  MEASURES,
  METRIC_KINDS,
  type Measure,
  type MetricKind,
  type Qualifier,
} from "../schema/vocabulary.ts";
import { STATUSES, type Status } from "../verdicts/status.ts";
import { Dictionary } from "./dictionary.ts";
import { INDEPENDENCES, type Independence } from "./facets.ts";
import { packKey } from "./packed-key.ts";

/** A record with every name under which it may be sought; the canonical one comes first. */
interface NamedRecord {
  readonly id: string;
  readonly names: readonly string[];
}

interface ExplorerSource {
  readonly id: string;
  readonly title: string;
  /** Position in `parties`. */
  readonly publisher: number;
  readonly url: string;
  /** The day of publication in words; for an undated document, its bounds. */
  readonly date: string;
}

/** Numbers are positions in the list that a field is about; -1 is none. */
export interface ExplorerColumns {
  /** Hash of the dataset, so that words loaded later can be told to belong to these claims. */
  readonly hash: string;
  readonly subjects: readonly NamedRecord[];
  readonly metrics: readonly (NamedRecord & { readonly kind: number; readonly unit: UnitName })[];
  readonly sources: readonly ExplorerSource[];
  /** Organisations and people that publish, measure or are credited. */
  readonly parties: readonly NamedRecord[];
  readonly units: readonly UnitName[];
  readonly qualifiers: readonly Qualifier[];
  readonly statuses: readonly Status[];
  readonly measures: readonly Measure[];
  readonly metricKinds: readonly MetricKind[];
  readonly discrepancyKinds: readonly { readonly id: DiscrepancyKind; readonly title: string }[];
  readonly severities: readonly Severity[];
  /** Periods for which claims are made: first and last day as epoch days, and in ISO form. */
  readonly times: readonly {
    readonly first: number;
    readonly last: number;
    readonly text: string;
  }[];
  readonly facts: {
    readonly subject: readonly number[];
    readonly metric: readonly number[];
    /** What follows subject and metric in the fact's id. */
    readonly suffix: readonly string[];
    /** What is particular about the question beside subject and metric, in words; empty for most. */
    readonly particulars: readonly string[];
  };
  readonly discrepancies: {
    readonly kind: readonly number[];
    readonly severity: readonly number[];
    /** What follows the kind in the id: a fact (its position), a claim (`-1 - row`), or text. */
    readonly of: readonly (number | string)[];
  };
  /** One entry a claim in each list, in the order of the dataset. */
  readonly claims: {
    /** As `packKey` shortens it. */
    readonly key: readonly string[];
    readonly source: readonly number[];
    /** Zero for a fact that no claim before it answers, otherwise how far back in the list of facts it stands. */
    readonly fact: readonly number[];
    /** As printed; what it says in words where there is no figure. */
    readonly value: readonly string[];
    readonly unit: readonly number[];
    readonly qualifier: readonly number[];
    /** `1` up, `-1` down, `0` neither. */
    readonly direction: readonly number[];
    readonly measure: readonly number[];
    readonly status: readonly number[];
    readonly time: readonly number[];
    readonly measuredBy: readonly number[];
    readonly attributedTo: readonly number[];
    readonly independence: readonly number[];
    readonly discrepancies: readonly (readonly number[])[];
  };
}

export interface ExplorerTexts {
  /** What a claim without a figure says. */
  readonly valueText: (claim: Claim) => string;
  /** Conditions and comparison of a fact, in words. */
  readonly particulars: (fact: Fact) => string;
  readonly sourceDate: (sourceId: string) => string;
}

const SEVERITIES: readonly Severity[] = ["note", "minor", "major"];

/** The columns of an analysed dataset; claims in the order of the dataset. */
export function buildExplorerColumns(analysis: Analysis, texts: ExplorerTexts): ExplorerColumns {
  const { dataset } = analysis;
  const claims = [...dataset.claims.values()];
  const [subjects, metrics, sources, parties] = [
    new Dictionary(),
    new Dictionary(),
    new Dictionary(),
    new Dictionary(),
  ];
  const units = new Dictionary<UnitName>();
  const qualifiers = new Dictionary<Qualifier>();
  const times = new Dictionary();
  const facts = new Dictionary();
  const discrepancies = new Dictionary();
  const rows = new Map(claims.map((claim, row) => [claim.id, row] as const));
  const isFigure = (claim: Claim) => claim.quantity !== null && claim.quantity.kind !== "name";

  const columns: ExplorerColumns["claims"] = {
    key: claims.map((claim) => packKey(claim.key, claim.subject, claim.metric)),
    source: claims.map((claim) => sources.add(claim.source)),
    fact: claims.map((claim) => {
      const before = facts.values.length;
      const position = facts.add(known(analysis.factOfClaim, claim.id).id);
      return position === before ? 0 : before - position;
    }),
    value: claims.map((claim) =>
      isFigure(claim) ? (claim.quantity?.printed ?? "") : texts.valueText(claim),
    ),
    unit: claims.map((claim) => (isFigure(claim) ? units.add(claim.unit) : -1)),
    qualifier: claims.map((claim) => qualifiers.add(claim.qualifier)),
    direction: claims.map((claim) =>
      claim.measure === "level" || claim.direction === null ? 0 : claim.direction === "up" ? 1 : -1,
    ),
    measure: claims.map((claim) => MEASURES.indexOf(claim.measure)),
    status: claims.map((claim) => STATUSES.indexOf(known(analysis.claimStatuses, claim.id))),
    time: claims.map(({ asOf }) => times.add(`${asOf.notBefore} ${asOf.notAfter}`)),
    measuredBy: claims.map((claim) => parties.add(claim.measuredBy)),
    attributedTo: claims.map((claim) => parties.add(claim.attributedTo)),
    independence: claims.map((claim) => INDEPENDENCES.indexOf(independenceOf(dataset, claim))),
    discrepancies: claims.map((claim) =>
      (analysis.discrepanciesOfClaim.get(claim.id) ?? []).map(({ id }) => discrepancies.add(id)),
    ),
  };

  const factsById = facts.values.map((id) => known(analysis.facts, id));
  const discrepanciesById = discrepancies.values.map((id) => known(analysis.discrepancies, id));
  const named = (
    record: { readonly name: string; readonly aliases: readonly { readonly name: string }[] },
    id: string,
  ): NamedRecord => ({ id, names: [record.name, ...record.aliases.map(({ name }) => name)] });
  return {
    hash: dataset.hash,
    facts: {
      subject: factsById.map((fact) => subjects.add(fact.subject)),
      metric: factsById.map((fact) => metrics.add(fact.metric)),
      suffix: factsById.map(({ id, subject, metric }) => id.slice(`${subject}/${metric}`.length)),
      particulars: factsById.map(texts.particulars),
    },
    discrepancies: {
      kind: discrepanciesById.map(({ kind }) => DISCREPANCY_KINDS.indexOf(kind)),
      severity: discrepanciesById.map(({ severity }) => SEVERITIES.indexOf(severity)),
      of: discrepanciesById.map((discrepancy) => bearerOf(discrepancy, facts, rows)),
    },
    subjects: subjects.values.map((id) => named(known(dataset.subjects, id), id)),
    metrics: metrics.values.map((id) => {
      const metric = known(dataset.metrics, id);
      return { ...named(metric, id), kind: METRIC_KINDS.indexOf(metric.kind), unit: metric.unit };
    }),
    sources: sources.values.map((id) => {
      const { title, publisher, url } = known(dataset.sources, id);
      return { id, title, publisher: parties.add(publisher), url, date: texts.sourceDate(id) };
    }),
    // After the sources, whose publishers are parties too.
    parties: parties.values.map((id) => named(known(dataset.subjects, id), id)),
    units: units.values,
    qualifiers: qualifiers.values,
    statuses: STATUSES,
    measures: MEASURES,
    metricKinds: METRIC_KINDS,
    discrepancyKinds: DISCREPANCY_KINDS.map((id) => ({ id, title: KINDS[id].title })),
    severities: SEVERITIES,
    times: times.values.map((span) => {
      const [notBefore = "", notAfter = ""] = span.split(" ");
      const text = notBefore === notAfter ? notBefore : `${notBefore}/${notAfter}`;
      return {
        first: dateSpan(notBefore).first,
        last: dateSpan(notAfter).afterLast - 1,
        text,
      };
    }),
    claims: columns,
  };
}

/**
 * `measured`: its publisher ran the measurement. `stated`: its publisher says so and nobody else stands behind it.
 * `repeated`: it comes from somebody else, who measured it, is credited with it, or wrote the document that is repeated.
 */
function independenceOf(dataset: Dataset, claim: Claim): Independence {
  const { publisher } = known(dataset.sources, claim.source);
  if (originOf(dataset, claim) !== publisher) return "repeated";
  return claim.measuredBy === publisher ? "measured" : "stated";
}

/** Ids repeat those of facts and claims; positions are shorter. */
function bearerOf(
  { id, kind }: Discrepancy,
  facts: Dictionary,
  rows: ReadonlyMap<string, number>,
): number | string {
  const rest = id.slice(kind.length + 1);
  const row = rows.get(rest);
  if (row !== undefined) return -1 - row;
  return facts.positionOf(rest) ?? rest;
}
