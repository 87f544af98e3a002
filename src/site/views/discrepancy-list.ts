/** All discrepancies as one list to filter: grouped by severity and kind, with what each is listed under. */
import type { Analysis, Discrepancy } from "../../core/analysis.ts";
import { CAUSE_KINDS, CAUSES } from "../../core/causes/kinds.ts";
import {
  DISCREPANCY_KINDS,
  type DiscrepancyKind,
  KINDS,
  type Severity,
} from "../../core/checks/kinds.ts";
import { known } from "../../core/dataset/dataset.ts";
import { compareDecimals } from "../../core/quantity/decimal.ts";
import { compareDiscrepancies, SEVERITIES } from "../../core/report/findings.ts";
import { compareText } from "../../core/report/issue.ts";
import { kindPath } from "../addresses.ts";
import { FILTER_NAMES, type FilterName, type FilterTerms } from "../discrepancy-filter.ts";
import { type DiscrepancySummary, discrepancySummary } from "./discrepancy.ts";

/** Sizes that can be compared with one another. */
export const SIZE_SCALES = ["share", "days", "none"] as const;
type SizeScale = (typeof SIZE_SCALES)[number];

export const SIZE_TITLES: Readonly<Record<SizeScale, string>> = {
  share: "By their share of the larger figure",
  days: "By days apart",
  none: "Without a size",
};

interface ListedDiscrepancy {
  readonly summary: DiscrepancySummary;
  readonly terms: FilterTerms;
  readonly scale: SizeScale;
  /** Its place among those of its scale, the largest first, from zero. */
  readonly rank: number;
}

interface DiscrepancyGroup {
  readonly kind: DiscrepancyKind;
  readonly title: string;
  readonly path: string;
  readonly discrepancies: readonly ListedDiscrepancy[];
}

interface DiscrepancyFilter {
  readonly name: FilterName;
  readonly label: string;
  readonly options: readonly {
    readonly id: string;
    readonly label: string;
    readonly count: number;
  }[];
}

interface DiscrepancyListView {
  readonly count: number;
  /** The sharpest first; severities and kinds of which there is none are left out. */
  readonly severities: readonly {
    readonly severity: Severity;
    readonly count: number;
    readonly groups: readonly DiscrepancyGroup[];
  }[];
  readonly filters: readonly DiscrepancyFilter[];
}

/** How the editors stand to a discrepancy, as readers filter by it. */
const VERDICT_STATES = {
  fresh: "Decided",
  open: "Judged and left open",
  stale: "Open again: claims have changed",
  none: "Not judged yet",
} as const;
type VerdictState = keyof typeof VERDICT_STATES;

export function verdictState({
  verdict,
  isStale,
}: Pick<Discrepancy, "verdict" | "isStale">): VerdictState {
  if (verdict === null) return "none";
  if (isStale) return "stale";
  return verdict.outcome === "open" ? "open" : "fresh";
}

const FILTER_LABELS: Readonly<Record<FilterName, string>> = {
  kind: "Kind",
  severity: "Severity",
  cause: "Likely cause",
  model: "Model",
  metric: "Benchmark or measure",
  source: "Source",
  verdict: "Verdict",
};

/** Filters whose options have an order of their own; those of the others stand by name. */
const OWN_ORDER: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  kind: DISCREPANCY_KINDS,
  severity: SEVERITIES,
  cause: CAUSE_KINDS,
  verdict: Object.keys(VERDICT_STATES),
};

const unique = <T>(values: Iterable<T>): T[] => [...new Set(values)];

function termsOf(analysis: Analysis, discrepancy: Discrepancy): FilterTerms {
  const facts = discrepancy.facts.map((id) => known(analysis.facts, id));
  return {
    kind: [discrepancy.kind],
    severity: [discrepancy.severity],
    cause: unique(known(analysis.causes, discrepancy.id).map(({ kind }) => kind)),
    model: unique(facts.map(({ subject }) => subject)),
    metric: unique(facts.map(({ metric }) => metric)),
    source: unique(discrepancy.claims.map(({ source }) => source)),
    verdict: [verdictState(discrepancy)],
  };
}

const scaleOf = ({ kind, size }: Discrepancy): SizeScale =>
  size === null ? "none" : kind === "date-conflict" ? "days" : "share";

export function discrepancyList(
  analysis: Analysis,
  link: (path: string) => string,
): DiscrepancyListView {
  const sorted = [...analysis.discrepancies.values()].sort(compareDiscrepancies);
  const ranks = new Map<string, number>();
  for (const scale of SIZE_SCALES) {
    sorted
      .filter((discrepancy) => scaleOf(discrepancy) === scale)
      // What has no size keeps its order: sorting is stable.
      .sort((one, other) => compareDecimals(other.size ?? "0", one.size ?? "0"))
      .forEach(({ id }, rank) => {
        ranks.set(id, rank);
      });
  }
  const listed = sorted.map((discrepancy) => ({
    summary: discrepancySummary(analysis, discrepancy, link),
    terms: termsOf(analysis, discrepancy),
    scale: scaleOf(discrepancy),
    rank: ranks.get(discrepancy.id) ?? 0,
  }));
  return {
    count: listed.length,
    severities: SEVERITIES.map((severity) => {
      const here = listed.filter(({ summary }) => summary.severity === severity);
      return {
        severity,
        count: here.length,
        groups: DISCREPANCY_KINDS.map((kind) => ({
          kind,
          title: KINDS[kind].title,
          path: kindPath(kind),
          discrepancies: here.filter(({ summary }) => summary.kind === kind),
        })).filter(({ discrepancies }) => discrepancies.length > 0),
      };
    }).filter(({ count }) => count > 0),
    filters: FILTER_NAMES.map((name) => ({
      name,
      label: FILTER_LABELS[name],
      options: optionsOf(analysis, name, listed),
    })),
  };
}

function optionsOf(
  analysis: Analysis,
  name: FilterName,
  listed: readonly ListedDiscrepancy[],
): DiscrepancyFilter["options"] {
  const counts = new Map<string, number>();
  for (const { terms } of listed)
    for (const id of terms[name]) counts.set(id, (counts.get(id) ?? 0) + 1);
  const order = OWN_ORDER[name];
  return [...counts]
    .map(([id, count]) => ({ id, label: optionLabel(analysis, name, id), count }))
    .sort((one, other) =>
      order
        ? order.indexOf(one.id) - order.indexOf(other.id)
        : compareText(one.label.toLowerCase(), other.label.toLowerCase()) ||
          compareText(one.id, other.id),
    );
}

function optionLabel({ dataset }: Analysis, name: FilterName, id: string): string {
  switch (name) {
    case "kind":
      return KINDS[id as DiscrepancyKind].title;
    case "severity":
      return `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
    case "cause":
      return CAUSES[id as keyof typeof CAUSES].title;
    case "model":
      return known(dataset.subjects, id).name;
    case "metric":
      return known(dataset.metrics, id).name;
    case "source": {
      const { publisher, title } = known(dataset.sources, id);
      return `${known(dataset.subjects, publisher).name}: ${title}`;
    }
    case "verdict":
      return VERDICT_STATES[id as VerdictState];
    default:
      return name satisfies never;
  }
}
