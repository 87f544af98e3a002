import type { Analysis } from "../../core/analysis.ts";
import { known } from "../../core/dataset/dataset.ts";
import { describeValue } from "../../core/facts/describe.ts";
import { middleOf } from "../../core/quantity/interval.ts";
import { STATUSES, type Status } from "../../core/verdicts/status.ts";
import { claimPath, factPath } from "../addresses.ts";
import { type Link, metricLink, subjectLink } from "./claim.ts";
import { factSummary } from "./fact.ts";

export interface ClaimRow {
  readonly id: string;
  readonly path: string;
  readonly valueText: string;
  /** For sorting by figure: the middle of its interval in the base unit; empty for names and relations. */
  readonly sortValue: string;
  readonly subject: Link & { readonly id: string };
  readonly metric: Link & { readonly id: string };
  readonly particulars: string;
  readonly factPath: string;
  readonly source: { readonly id: string; readonly publisher: string };
  readonly status: Status;
}

export interface Facet {
  readonly name: "subject" | "metric" | "source" | "status";
  readonly label: string;
  readonly options: readonly {
    readonly value: string;
    readonly text: string;
    readonly count: number;
  }[];
}

export function claimRows(analysis: Analysis): ClaimRow[] {
  const { dataset } = analysis;
  return [...dataset.claims.values()].map((claim) => {
    const fact = known(analysis.factOfClaim, claim.id);
    return {
      id: claim.id,
      path: claimPath(claim.id),
      valueText: describeValue(dataset, claim),
      sortValue: (claim.interval && middleOf(claim.interval)) ?? "",
      subject: { id: claim.subject, ...subjectLink(analysis, claim.subject) },
      metric: { id: claim.metric, ...metricLink(analysis, claim.metric) },
      particulars: factSummary(analysis, fact).particulars,
      factPath: factPath(fact.id),
      source: {
        id: claim.source,
        publisher: known(dataset.subjects, known(dataset.sources, claim.source).publisher).name,
      },
      status: known(analysis.claimStatuses, claim.id),
    };
  });
}

/** The facets of the claims, each with its options and how many claims they hold; the most frequent first. */
export function claimFacets(analysis: Analysis, rows: readonly ClaimRow[]): Facet[] {
  const count = (key: (row: ClaimRow) => string, text: (row: ClaimRow) => string) => {
    const options = new Map<string, { value: string; text: string; count: number }>();
    for (const row of rows) {
      const option = options.get(key(row)) ?? { value: key(row), text: text(row), count: 0 };
      option.count++;
      options.set(key(row), option);
    }
    return [...options.values()].sort(
      (one, other) => other.count - one.count || (one.text < other.text ? -1 : 1),
    );
  };
  const title = (id: string) => {
    const source = known(analysis.dataset.sources, id);
    return `${known(analysis.dataset.subjects, source.publisher).name}: ${source.title}`;
  };
  const statuses = count(
    (row) => row.status,
    (row) => row.status,
  );
  return [
    {
      name: "subject",
      label: "Model",
      options: count(
        (row) => row.subject.id,
        (row) => row.subject.text,
      ),
    },
    {
      name: "metric",
      label: "Benchmark or measure",
      options: count(
        (row) => row.metric.id,
        (row) => row.metric.text,
      ),
    },
    {
      name: "source",
      label: "Source",
      options: count(
        (row) => row.source.id,
        (row) => title(row.source.id),
      ),
    },
    {
      name: "status",
      label: "Status",
      options: STATUSES.flatMap((status) => statuses.filter((option) => option.value === status)),
    },
  ];
}
