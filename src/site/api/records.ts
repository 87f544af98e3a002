/** The dataset as records of the public contract. Addresses are under the base that `link` adds. */
import type { Analysis, Discrepancy } from "../../core/analysis.ts";
import {
  type Claim,
  type ComparedWith,
  known,
  type Metric,
  type Source,
  type Subject,
} from "../../core/dataset/dataset.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { Interval } from "../../core/quantity/interval.ts";
import { baseUnitOf } from "../../core/quantity/units.ts";
import {
  claimPath,
  discrepancyPath,
  factPath,
  metricPath,
  sourcePath,
  subjectPath,
} from "../addresses.ts";
import type {
  ClaimRecord,
  CollectionName,
  DiscrepancyRecord,
  FactRecord,
  MetricRecord,
  SourceRecord,
  SubjectRecord,
} from "./contract.ts";

type PathLink = (path: string) => string;

/** A date's interval counts days, which is our own affair; the contract has its value at its precision. */
function bounds(
  claim: Claim | undefined,
  interval: Interval | null,
): { low: string | null; high: string | null } {
  if (interval === null || claim?.quantity?.kind === "date") return { low: null, high: null };
  return { low: interval.low, high: interval.high };
}

const compared = (other: ComparedWith | null) => ({
  comparedWith: other?.subject ?? null,
  comparedConditions: other ? { ...other.conditions } : null,
});

export function claimRecordOf(analysis: Analysis, claim: Claim, link: PathLink): ClaimRecord {
  const { evidence } = claim;
  return {
    id: claim.id,
    url: link(claimPath(claim.id)),
    source: claim.source,
    subject: claim.subject,
    metric: claim.metric,
    measure: claim.measure,
    ...compared(claim.comparedWith),
    direction: claim.direction,
    relation: claim.relation,
    over: claim.over,
    conditions: { ...claim.conditions },
    statedConditions: { ...claim.statedConditions },
    value: claim.quantity?.printed ?? null,
    unit: claim.quantity === null ? null : claim.unit,
    qualifier: claim.qualifier,
    ...bounds(claim, claim.printedInterval),
    asOf: claim.asOf,
    binding: claim.binding.kind,
    bindingReasons: claim.binding.kind === "inferred" ? [...claim.binding.reasons] : [],
    evidence: evidence.form,
    quote: evidence.form === "quote" ? evidence.quote : null,
    cell:
      evidence.form === "cell"
        ? { table: evidence.table, row: evidence.row, column: evidence.column, text: evidence.text }
        : null,
    record: evidence.form === "record" ? { copy: evidence.copy, seen: evidence.seen } : null,
    where: claim.where,
    measuredBy: claim.measuredBy,
    attributedTo: claim.attributedTo,
    asWritten: claim.asWritten,
    fact: known(analysis.factOfClaim, claim.id).id,
    status: known(analysis.claimStatuses, claim.id),
    discrepancies: (analysis.discrepanciesOfClaim.get(claim.id) ?? []).map(({ id }) => id),
  };
}

export function sourceRecordOf(analysis: Analysis, source: Source, link: PathLink): SourceRecord {
  return {
    id: source.id,
    url: link(sourcePath(source.id)),
    title: source.title,
    publisher: source.publisher,
    publisherName: known(analysis.dataset.subjects, source.publisher).name,
    kind: source.kind,
    authors: [...source.authors],
    address: source.url,
    published: source.published,
    notBefore: source.time.notBefore,
    notAfter: source.time.notAfter,
    accessed: source.accessed,
    description: source.description,
    repeats: source.repeats.map((repeated) => repeated.source),
    claims: source.claims.filter((claim) => !claim.retired).map((claim) => claim.id),
  };
}

const aliasesOf = (named: Pick<Subject, "aliases">) =>
  named.aliases.map(({ name, kind }) => ({ name, kind }));

function subjectRecordOf(subject: Subject, link: PathLink): SubjectRecord {
  const { id, name, kind, owner, family, description, unattested } = subject;
  return {
    id,
    url: link(subjectPath(id)),
    name,
    kind,
    owner,
    family,
    description,
    aliases: aliasesOf(subject),
    unattested,
  };
}

function metricRecordOf(metric: Metric, link: PathLink): MetricRecord {
  const { id, name, kind, family, unit, better, definition } = metric;
  return {
    id,
    url: link(metricPath(id)),
    name,
    kind,
    family,
    unit,
    better,
    definition,
    aliases: aliasesOf(metric),
  };
}

export function factRecordOf(analysis: Analysis, fact: Fact, link: PathLink): FactRecord {
  const standing = known(analysis.standings, fact.id);
  const first = standing.claims[0];
  const isRange = standing.shows !== "figure";
  return {
    id: fact.id,
    url: link(factPath(fact.id)),
    subject: fact.subject,
    metric: fact.metric,
    measure: fact.measure,
    ...compared(fact.comparedWith),
    conditions: { ...fact.conditions },
    claims: fact.claims.map((claim) => claim.id),
    status: known(analysis.factStatuses, fact.id),
    standing: {
      value: isRange ? null : (first?.quantity?.printed ?? null),
      ...bounds(first, isRange ? standing.interval : (first?.printedInterval ?? null)),
      // A range of several figures is in the base unit, since sources may differ in theirs.
      unit: first?.quantity ? (isRange ? baseUnitOf(first.unit) : first.unit) : null,
      basis: standing.basis,
      claims: standing.claims.map((claim) => claim.id),
    },
  };
}

export function discrepancyRecordOf(
  analysis: Analysis,
  discrepancy: Discrepancy,
  link: PathLink,
): DiscrepancyRecord {
  const { verdict } = discrepancy;
  return {
    id: discrepancy.id,
    url: link(discrepancyPath(discrepancy.id)),
    kind: discrepancy.kind,
    severity: discrepancy.severity,
    scope: discrepancy.scope,
    facts: [...discrepancy.facts],
    claims: discrepancy.claims.map((claim) => claim.id),
    summary: discrepancy.summary,
    computation: discrepancy.computation.join("\n"),
    witnesses: [...discrepancy.witnesses],
    causes: known(analysis.causes, discrepancy.id).map(({ kind, support, claims, note }) => ({
      kind,
      support,
      claims: claims.map((claim) => claim.id),
      note,
    })),
    verdict: verdict && {
      outcome: verdict.outcome,
      stands: [...verdict.stands],
      basis: [...verdict.basis],
      reason: verdict.reason,
      decided: verdict.decided,
      stale: discrepancy.isStale,
    },
  };
}

interface Records {
  readonly claims: ClaimRecord[];
  readonly sources: SourceRecord[];
  readonly subjects: SubjectRecord[];
  readonly metrics: MetricRecord[];
  readonly facts: FactRecord[];
  readonly discrepancies: DiscrepancyRecord[];
}

/** The records of one collection, in the order of the dataset. */
export function collectionRecords<N extends CollectionName>(
  analysis: Analysis,
  name: N,
  link: PathLink,
): Records[N] {
  const { dataset } = analysis;
  const make: { readonly [K in CollectionName]: () => Records[K] } = {
    claims: () => [...dataset.claims.values()].map((claim) => claimRecordOf(analysis, claim, link)),
    sources: () =>
      [...dataset.sources.values()].map((source) => sourceRecordOf(analysis, source, link)),
    subjects: () => [...dataset.subjects.values()].map((subject) => subjectRecordOf(subject, link)),
    metrics: () => [...dataset.metrics.values()].map((metric) => metricRecordOf(metric, link)),
    facts: () => [...analysis.facts.values()].map((fact) => factRecordOf(analysis, fact, link)),
    discrepancies: () =>
      [...analysis.discrepancies.values()].map((discrepancy) =>
        discrepancyRecordOf(analysis, discrepancy, link),
      ),
  };
  return make[name]();
}
