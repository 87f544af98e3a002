/** The facets of the explorer: by what claims can be chosen, and which of its options a claim has. Made for browsers. */
import type { ExplorerColumns } from "./explorer-columns.ts";

/** Who stands behind a figure. */
export type Independence = "measured" | "stated" | "repeated";
export const INDEPENDENCES: readonly Independence[] = ["measured", "stated", "repeated"];

export const FACET_NAMES = [
  "metric",
  "subject",
  "source",
  "status",
  "discrepancy",
  "severity",
  "publisher",
  "measured-by",
  "attributed-to",
  "independence",
  "measure",
  "kind",
  "unit",
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

interface FacetOption {
  /** What stands in the address. */
  readonly id: string;
  readonly label: string;
}

export interface FacetColumn {
  readonly name: FacetName;
  readonly label: string;
  readonly options: readonly FacetOption[];
  /** By row, the position of its option; null where claims may have several. */
  readonly position: Int32Array | null;
  /** By row, the positions of its options, for the facets of which a claim may have several. */
  readonly positions: readonly (readonly number[])[] | null;
}

const INDEPENDENCE_LABELS: Readonly<Record<Independence, string>> = {
  measured: "measured by its publisher",
  stated: "stated by its publisher, of nobody else",
  repeated: "repeated from somebody else",
};

const MEASURE_LABELS: Readonly<Record<string, string>> = {
  level: "a value",
  difference: "a difference",
  ratio: "a ratio",
  "percent-change": "a change in percent",
  relation: "a relation, such as “beats”",
};

const UNIT_LABELS: Readonly<Record<string, string>> = {
  percent: "percent",
  points: "percentage points",
  ratio: "times",
  "usd-per-million-tokens": "USD per 1M tokens",
  usd: "USD",
  count: "a count",
  date: "a date",
};

const NONE = "none";

/** A facet of which each claim has one option. */
const single = (
  label: string,
  options: readonly FacetOption[],
  position: ArrayLike<number>,
): Omit<FacetColumn, "name"> => ({
  label,
  options,
  position: Int32Array.from(position),
  positions: null,
});

type NamedList = readonly { readonly id: string; readonly names: readonly string[] }[];
const named = (records: NamedList): FacetOption[] =>
  records.map(({ id, names }) => ({ id, label: names[0] ?? id }));
const words = (ids: readonly string[], labels: Readonly<Record<string, string>> = {}) =>
  ids.map((id) => ({ id: id.replaceAll(" ", "-"), label: labels[id] ?? id }));

/** The same, where missing entries (-1) are an option of their own, the last. */
const withNone = (
  label: string,
  options: readonly FacetOption[],
  position: readonly number[],
  none: string,
): Omit<FacetColumn, "name"> =>
  single(
    label,
    [...options, { id: NONE, label: none }],
    position.map((own) => (own < 0 ? options.length : own)),
  );

export function facetColumns(
  columns: ExplorerColumns,
  { subject, metric }: { readonly subject: Int32Array; readonly metric: Int32Array },
): FacetColumn[] {
  const { claims, discrepancies, sources, parties } = columns;
  const kindCount = columns.discrepancyKinds.length;
  const severityCount = columns.severities.length;
  const ofDiscrepancies = (field: readonly number[], none: number) =>
    claims.discrepancies.map((list) =>
      list.length === 0 ? [none] : [...new Set(list.map((position) => field[position] ?? none))],
    );
  const facets: Readonly<Record<FacetName, Omit<FacetColumn, "name">>> = {
    metric: single("Benchmark or measure", named(columns.metrics), metric),
    subject: single("Model", named(columns.subjects), subject),
    source: single(
      "Source",
      sources.map(({ id, title, publisher }) => ({
        id,
        label: `${parties[publisher]?.names[0]}: ${title}`,
      })),
      claims.source,
    ),
    status: single("Status", words(columns.statuses), claims.status),
    discrepancy: {
      label: "Kind of discrepancy",
      options: [
        ...columns.discrepancyKinds.map(({ id, title }) => ({ id, label: title })),
        { id: NONE, label: "in none" },
      ],
      position: null,
      positions: ofDiscrepancies(discrepancies.kind, kindCount),
    },
    severity: {
      label: "Severity",
      options: [...words(columns.severities), { id: NONE, label: "in no discrepancy" }],
      position: null,
      positions: ofDiscrepancies(discrepancies.severity, severityCount),
    },
    publisher: single(
      "Stated by",
      named(parties),
      claims.source.map((source) => sources[source]?.publisher ?? -1),
    ),
    "measured-by": withNone("Measured by", named(parties), claims.measuredBy, "not stated"),
    "attributed-to": withNone("Attributed to", named(parties), claims.attributedTo, "nobody"),
    independence: single(
      "Independence",
      words(INDEPENDENCES, INDEPENDENCE_LABELS),
      claims.independence,
    ),
    measure: single("Kind of statement", words(columns.measures, MEASURE_LABELS), claims.measure),
    kind: single(
      "Kind of measure",
      words(columns.metricKinds),
      metric.map((position) => columns.metrics[position]?.kind ?? -1),
    ),
    unit: withNone("Unit", words(columns.units, UNIT_LABELS), claims.unit, "no figure"),
  };
  return FACET_NAMES.map((name) => ({ name, ...facets[name] }));
}
