/** Charts of the ledger itself: who states what, how each source's claims stand, what the checks found. */
import type { Analysis } from "../../core/analysis.ts";
import { DISCREPANCY_KINDS, KINDS, type Severity } from "../../core/checks/kinds.ts";
import { formatExplorerState, INITIAL_STATE } from "../../core/columns/explorer-state.ts";
import { known } from "../../core/dataset/dataset.ts";
import { describeFact } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { speaks } from "../../core/facts/silence.ts";
import type { AuthoredChartOf } from "../../core/lint/prose/chart-front-matter.ts";
import { compareText } from "../../core/report/issue.ts";
import { STATUSES, type Status } from "../../core/verdicts/status.ts";
import { factPath, kindPath, sourcePath } from "../addresses.ts";
import { baselineAxis } from "../figures/chart-axis.ts";
import type {
  BarPart,
  BarPattern,
  BarsDefinition,
  MatrixCell,
  MatrixDefinition,
} from "../figures/chart-definition.ts";
import { formatCount } from "../format-count.ts";
import { sourceIndex } from "./source.ts";
import { stripRows } from "./strip.ts";

type Link = (path: string) => string;

const STATUS_PATTERNS: Readonly<Record<Status, BarPattern>> = {
  single: "plain",
  agrees: "solid",
  rounds: "hollow",
  "scope differs": "dotted",
  conflicts: "full",
  decided: "crossed",
  open: "open",
};

/** What stands after a count: `1 that rounds`, `3 that round`. */
const COUNTED_STATUSES: Readonly<Record<Status, readonly [string, string]>> = {
  single: ["single", "single"],
  agrees: ["that agrees", "that agree"],
  rounds: ["that rounds", "that round"],
  "scope differs": ["that differs in scope", "that differ in scope"],
  conflicts: ["that conflicts", "that conflict"],
  decided: ["decided", "decided"],
  open: ["open", "open"],
};

const SEVERITY_PATTERNS: Readonly<Record<Severity, BarPattern>> = {
  note: "quiet",
  minor: "crossed",
  major: "full",
};
const COUNTED_SEVERITIES: Readonly<Record<Severity, readonly [string, string]>> = {
  note: ["note", "notes"],
  minor: ["minor", "minor"],
  major: ["major", "major"],
};
const SEVERITY_ORDER = ["major", "minor", "note"] as const satisfies readonly Severity[];

/** Each source's claims by status; never a grade. */
export function recordsChart(
  analysis: Analysis,
  id: string,
  { title, summary }: AuthoredChartOf<"records">,
  link: Link,
): BarsDefinition {
  const rows = sourceIndex(analysis)
    .filter(({ claims }) => claims > 0)
    .map((source) => ({
      label: `${source.publisher}: ${source.text}`,
      href: link(sourcePath(source.id)),
      parts: source.record.map(({ status, count }) => ({
        part: STATUSES.indexOf(status),
        count,
        href: link(
          `/claims/${formatExplorerState({
            ...INITIAL_STATE,
            facets: { source: [source.id], status: [status.replaceAll(" ", "-")] },
          })}`,
        ),
      })),
    }))
    .sort((one, other) => totalOf(other) - totalOf(one) || compareText(one.label, other.label));
  return {
    form: "bars",
    id: `drawn-${id}`,
    title,
    description: summary,
    rowName: "Source",
    unit: "claims",
    axis: countAxis("Claims", rows),
    parts: STATUSES.map((status) => ({
      name: status,
      pattern: STATUS_PATTERNS[status],
      counted: COUNTED_STATUSES[status],
    })),
    areStatuses: true,
    rows,
    notes: [`Together ${sumOf(rows)} claims of ${rows.length} sources.`],
  };
}

/** What the checks found, by kind and severity. */
export function kindsChart(
  analysis: Analysis,
  id: string,
  { title, summary }: AuthoredChartOf<"kinds">,
  link: Link,
): BarsDefinition {
  const all = [...analysis.discrepancies.values()];
  const rows = DISCREPANCY_KINDS.map((kind) => ({
    label: KINDS[kind].title,
    href: link(kindPath(kind)),
    parts: SEVERITY_ORDER.flatMap((severity, part) => {
      const count = all.filter((one) => one.kind === kind && one.severity === severity).length;
      return count === 0 ? [] : [{ part, count, href: link(kindPath(kind)) }];
    }),
  }))
    .filter(({ parts }) => parts.length > 0)
    .sort((one, other) => totalOf(other) - totalOf(one) || compareText(one.label, other.label));
  return {
    form: "bars",
    id: `drawn-${id}`,
    title,
    description: summary,
    rowName: "Kind",
    unit: "discrepancies",
    axis: countAxis("Discrepancies", rows),
    parts: SEVERITY_ORDER.map((severity) => ({
      name: severity,
      pattern: SEVERITY_PATTERNS[severity],
      counted: COUNTED_SEVERITIES[severity],
    })),
    rows,
    notes: [`Together ${sumOf(rows)} discrepancies of ${rows.length} kinds.`],
  };
}

const totalOf = ({ parts }: { readonly parts: readonly BarPart[] }): number =>
  parts.reduce((sum, { count }) => sum + count, 0);

const sumOf = (rows: readonly { readonly parts: readonly BarPart[] }[]): string =>
  formatCount(rows.reduce((sum, row) => sum + totalOf(row), 0));

const countAxis = (label: string, rows: readonly { readonly parts: readonly BarPart[] }[]) =>
  baselineAxis(
    label,
    rows.map((row) => String(totalOf(row))),
    "0",
    (value) => value.replace(/\.0+$/, ""),
  );

/** Facts that several publishers answer, and how the figure of each stands. */
export function agreementChart(
  analysis: Analysis,
  id: string,
  { title, summary, least }: AuthoredChartOf<"agreement">,
  link: Link,
): MatrixDefinition {
  const publisherOf = (source: string) => known(analysis.dataset.sources, source).publisher;
  const publishersOf = (fact: Fact) => [
    ...new Set(fact.claims.filter(speaks).map(({ source }) => publisherOf(source))),
  ];
  const facts = [...analysis.facts.values()]
    .filter((fact) => publishersOf(fact).length >= Number(least))
    .sort((one, other) => compareText(one.metric, other.metric) || compareText(one.id, other.id));
  const publishers = new Map<string, number>();
  for (const publisher of facts.flatMap(publishersOf))
    publishers.set(publisher, (publishers.get(publisher) ?? 0) + 1);
  const columns = [...publishers]
    .sort(([one, count], [other, others]) => others - count || compareText(one, other))
    .map(([publisher]) => publisher);
  return {
    form: "matrix",
    id: `drawn-${id}`,
    title,
    description: summary,
    columns: columns.map((publisher) => {
      const documents = [...analysis.dataset.sources.values()].filter(
        (source) => source.publisher === publisher,
      );
      const [only, ...others] = documents;
      return {
        label: known(analysis.dataset.subjects, publisher).name,
        // A publisher of several documents has no page of its own.
        href: only && others.length === 0 ? link(sourcePath(only.id)) : null,
      };
    }),
    rows: facts.map((fact) => ({
      label: describeFact(analysis.dataset, fact),
      href: link(factPath(fact.id)),
      group: fact.metric,
      cells: columns.map((publisher) => cellOf(analysis, fact, publisher, publisherOf, link)),
    })),
  };
}

/** What a reader should see first: a conflict before what agrees. */
const TELLING = ["conflicts", "scope", "standing", "agrees", "rounds"] as const;

function cellOf(
  analysis: Analysis,
  fact: Fact,
  publisher: string,
  publisherOf: (source: string) => string,
  link: Link,
): MatrixCell | null {
  const claims = fact.claims.filter(
    (claim) => speaks(claim) && publisherOf(claim.source) === publisher,
  );
  const rows = stripRows(analysis, claims, link);
  const [first] = rows.toSorted(
    (one, other) => TELLING.indexOf(one.role) - TELLING.indexOf(other.role),
  );
  return first === undefined
    ? null
    : { valueText: first.valueText, role: first.role, href: first.href };
}
