import type { Analysis } from "../../core/analysis.ts";
import { known, type Subject } from "../../core/dataset/dataset.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { speaks } from "../../core/facts/silence.ts";
import type { MetricKind, SubjectKind } from "../../core/schema/vocabulary.ts";
import { subjectPath } from "../addresses.ts";
import {
  type DiscrepancyLink,
  discrepancyLinks,
  type Link,
  metricLink,
  subjectLink,
} from "./claim.ts";
import { type FactSummary, factSummary } from "./fact.ts";
import { describeReading } from "./readings.ts";

export interface SubjectSummary extends Link {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly owner: string;
  readonly description: string;
  readonly facts: number;
  readonly claims: number;
  readonly unattested: string | null;
}

export interface SubjectView extends SubjectSummary {
  readonly url: string | null;
  readonly family: Link | null;
  readonly members: readonly SubjectSummary[];
  readonly aliases: readonly string[];
  readonly readings: readonly { readonly conditions: string; readonly because: string }[];
  /** Facts by kind of metric, in the order of a data sheet. */
  readonly sections: readonly { readonly title: string; readonly facts: readonly FactSummary[] }[];
  readonly discrepancies: readonly DiscrepancyLink[];
  /** What sources state of several comparable subjects and of this one not. */
  readonly missing: readonly Link[];
}

const SECTIONS: readonly (readonly [MetricKind, string])[] = [
  ["availability", "Availability"],
  ["date", "Dates"],
  ["price", "Prices"],
  ["limit", "Limits"],
  ["duration", "Durations"],
  ["score", "Scores"],
  ["count", "Counts"],
  ["property", "Properties"],
];

function subjectSummary(analysis: Analysis, subject: Subject): SubjectSummary {
  const facts = [...analysis.facts.values()].filter((fact) => fact.subject === subject.id);
  return {
    id: subject.id,
    text: subject.name,
    path: subjectPath(subject.id),
    kind: subject.kind,
    owner: known(analysis.dataset.subjects, subject.owner).name,
    description: subject.description,
    facts: facts.length,
    claims: facts.reduce((sum, fact) => sum + fact.claims.length, 0),
    unattested: subject.unattested,
  };
}

export function subjectView(analysis: Analysis, subject: Subject): SubjectView {
  const { dataset } = analysis;
  const facts = [...analysis.facts.values()].filter((fact) => fact.subject === subject.id);
  const discrepancies = new Map(
    facts.flatMap((fact) =>
      discrepancyLinks(analysis, "fact", fact.id).map(
        (discrepancy) => [discrepancy.id, discrepancy] as const,
      ),
    ),
  );
  return {
    ...subjectSummary(analysis, subject),
    url: subject.url,
    family: subject.family === null ? null : subjectLink(analysis, subject.family),
    members: [...dataset.subjects.values()]
      .filter((other) => other.family === subject.id)
      .map((other) => subjectSummary(analysis, other)),
    aliases: subject.aliases.map((alias) => `“${alias.name}” (${alias.kind})`),
    readings: subject.unqualified.map((reading) => ({
      conditions: describeReading(reading),
      because: reading.because,
    })),
    sections: SECTIONS.map(([kind, title]) => ({
      title,
      facts: facts
        .filter((fact) => known(dataset.metrics, fact.metric).kind === kind)
        .map((fact) => factSummary(analysis, fact)),
    })).filter((section) => section.facts.length > 0),
    missing: missingMetrics(analysis, subject, facts),
    discrepancies: [...discrepancies.values()].filter((discrepancy) => discrepancy.isConflict),
  };
}

/** A question is common when sources answer it for this many subjects of one kind. */
const COMMON = 4;

/** Levels that sources state of several subjects of the same kind, and of this one not. */
function missingMetrics(analysis: Analysis, subject: Subject, own: readonly Fact[]): Link[] {
  const { subjects } = analysis.dataset;
  const answers = (fact: Fact) => fact.measure === "level" && fact.claims.some(speaks);
  const stated = new Set(own.filter(answers).map((fact) => fact.metric));
  if (stated.size === 0) return [];
  const subjectsOf = new Map<string, Set<string>>();
  for (const fact of analysis.facts.values()) {
    if (!answers(fact) || known(subjects, fact.subject).kind !== subject.kind) continue;
    subjectsOf.set(fact.metric, (subjectsOf.get(fact.metric) ?? new Set()).add(fact.subject));
  }
  return [...subjectsOf]
    .filter(([metric, others]) => others.size >= COMMON && !stated.has(metric))
    .map(([metric]) => metricLink(analysis, metric));
}

/** Subjects of which something is stated, by owner; owners with most claims first. */
export function subjectIndex(analysis: Analysis): { owner: string; subjects: SubjectSummary[] }[] {
  const groups = new Map<string, SubjectSummary[]>();
  for (const subject of analysis.dataset.subjects.values()) {
    const summary = subjectSummary(analysis, subject);
    if (summary.claims === 0) continue;
    groups.set(summary.owner, [...(groups.get(summary.owner) ?? []), summary]);
  }
  const total = (subjects: readonly SubjectSummary[]) =>
    subjects.reduce((sum, subject) => sum + subject.claims, 0);
  return [...groups]
    .map(([owner, subjects]) => ({
      owner,
      subjects: subjects.sort(
        (one, other) => other.claims - one.claims || (one.id < other.id ? -1 : 1),
      ),
    }))
    .sort(
      (one, other) =>
        total(other.subjects) - total(one.subjects) || (one.owner < other.owner ? -1 : 1),
    );
}
