/**
 * All claims as columns: a few bytes a claim, from which figures, names and facets are answered exactly in a browser,
 * before any text index has arrived. Made for browsers: nothing here may import the engine, Zod or YAML at run time.
 */
import type { Analysis } from "../analysis.ts";
import { DISCREPANCY_KINDS, type DiscrepancyKind, KINDS, type Severity } from "../checks/kinds.ts";
import type { UnitName } from "../quantity/units.ts";
import type { Qualifier } from "../schema/vocabulary.ts";
import type { Status } from "../verdicts/status.ts";
import { Dictionary } from "./dictionary.ts";

/** A record that claims point to, with every name under which it may be sought; the canonical one comes first. */
export interface NamedRecord {
  readonly id: string;
  readonly names: readonly string[];
}

export interface ClaimColumns {
  /** Hash of the dataset, so that a copy kept by a browser can be told from a newer one. */
  readonly hash: string;
  readonly subjects: readonly NamedRecord[];
  readonly metrics: readonly (NamedRecord & {
    /** Position in `families`. */
    readonly family: number;
  })[];
  /** Ids of the families of metrics. */
  readonly families: readonly string[];
  readonly sources: readonly (NamedRecord & { readonly publisher: string })[];
  readonly units: readonly UnitName[];
  readonly qualifiers: readonly Qualifier[];
  readonly statuses: readonly Status[];
  readonly kinds: readonly {
    readonly id: DiscrepancyKind;
    readonly title: string;
    readonly isConflict: boolean;
  }[];
  /** One entry a discrepancy in each list. */
  readonly discrepancies: {
    readonly kind: readonly number[];
    readonly severity: readonly Severity[];
    /** What follows the kind in the id. */
    readonly of: readonly string[];
    /** Its claims, as positions in the lists below. */
    readonly claims: readonly (readonly number[])[];
  };
  /** One entry a claim in each list; numbers are positions in the lists above, -1 is none. */
  readonly claims: {
    readonly key: readonly string[];
    readonly source: readonly number[];
    readonly subject: readonly number[];
    readonly metric: readonly number[];
    /** As printed; what it says in words where there is no figure. */
    readonly value: readonly string[];
    readonly unit: readonly number[];
    readonly qualifier: readonly number[];
    readonly status: readonly number[];
    /** `1` up, `-1` down, `0` neither. */
    readonly direction: readonly number[];
    /** `1` for a listed price, which is exact. */
    readonly listed: readonly number[];
    /** What is particular about the question beside subject and metric; empty for most. */
    readonly particulars: readonly string[];
  };
}

interface ClaimTexts {
  /** What a claim without a figure says. */
  readonly valueText: (claimId: string) => string;
  /** Conditions and comparison of its fact, in words. */
  readonly particulars: (claimId: string) => string;
}

/** The columns of an analysed dataset; claims in the order of the dataset. */
export function buildColumns(analysis: Analysis, texts: ClaimTexts): ClaimColumns {
  const { dataset } = analysis;
  const claims = [...dataset.claims.values()];
  const [subjects, metrics, sources] = [new Dictionary(), new Dictionary(), new Dictionary()];
  const units = new Dictionary<UnitName>();
  const qualifiers = new Dictionary<Qualifier>();
  const statuses = new Dictionary<Status>();
  const families = new Dictionary();
  const rows = new Map(claims.map(({ id }, row) => [id, row] as const));
  const discrepancies = [...analysis.discrepancies.values()];
  const columns = {
    key: claims.map((claim) => claim.key),
    source: claims.map((claim) => sources.add(claim.source)),
    subject: claims.map((claim) => subjects.add(claim.subject)),
    metric: claims.map((claim) => metrics.add(claim.metric)),
    value: claims.map((claim) => claim.quantity?.printed ?? texts.valueText(claim.id)),
    unit: claims.map((claim) =>
      units.add(claim.quantity === null || claim.quantity.kind === "name" ? null : claim.unit),
    ),
    qualifier: claims.map((claim) => qualifiers.add(claim.qualifier)),
    status: claims.map((claim) => statuses.add(analysis.claimStatuses.get(claim.id) ?? "single")),
    direction: claims.map((claim) =>
      claim.measure === "level" || claim.direction === null ? 0 : claim.direction === "up" ? 1 : -1,
    ),
    listed: claims.map((claim) =>
      Number(claim.printedInterval?.lowIncluded === true && claim.printedInterval.highIncluded),
    ),
    particulars: claims.map((claim) => texts.particulars(claim.id)),
  };
  const named = (
    record: { id: string; name: string; aliases: readonly { name: string }[] } | undefined,
  ): NamedRecord => ({
    id: record?.id ?? "",
    names: record ? [record.name, ...record.aliases.map((alias) => alias.name)] : [],
  });
  return {
    hash: dataset.hash,
    subjects: subjects.values.map((id) => named(dataset.subjects.get(id))),
    metrics: metrics.values.map((id) => {
      const metric = dataset.metrics.get(id);
      return { ...named(metric), family: families.add(metric?.family ?? id) };
    }),
    families: families.values,
    sources: sources.values.map((id) => {
      const source = dataset.sources.get(id);
      const publisher = dataset.subjects.get(source?.publisher ?? "")?.name ?? "";
      return { id, publisher, names: [source?.title ?? "", publisher] };
    }),
    units: units.values,
    qualifiers: qualifiers.values,
    statuses: statuses.values,
    kinds: DISCREPANCY_KINDS.map((id) => ({
      id,
      title: KINDS[id].title,
      isConflict: KINDS[id].isConflict,
    })),
    discrepancies: {
      kind: discrepancies.map(({ kind }) => DISCREPANCY_KINDS.indexOf(kind)),
      severity: discrepancies.map(({ severity }) => severity),
      of: discrepancies.map(({ id, kind }) => id.slice(kind.length + 1)),
      claims: discrepancies.map((discrepancy) =>
        discrepancy.claims.flatMap(({ id }) => rows.get(id) ?? []),
      ),
    },
    claims: columns,
  };
}
