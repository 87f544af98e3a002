/** Where the explorer shows what a search found. Made for browsers. */
import type { ClaimColumns } from "./columns.ts";
import { type ExplorerState, INITIAL_STATE } from "./explorer-state.ts";
import type { FacetName } from "./facets.ts";
import type { ClaimSearchResult } from "./search-claims.ts";
import type { Constraint } from "./search-names.ts";

/**
 * The explorer's state that shows the claims found, as far as facets can say it: of a publisher that is also a subject, what it publishes.
 * Null where the explorer would show all claims.
 */
export function explorerStateFor(
  columns: ClaimColumns,
  { constraints, sought, claims }: ClaimSearchResult,
): ExplorerState | null {
  const facets: Partial<Record<FacetName, string[]>> = {};
  const isBoth = claims.some(({ figure }) => figure === null) && sought !== null;
  for (const constraint of isBoth ? [] : constraints) {
    const [name, ids] = facetOf(columns, constraint);
    const narrowed = facets[name]?.filter((id) => ids.includes(id)) ?? ids;
    // Names of one kind in two constraints: what both allow, or else nothing could be shown.
    facets[name] = narrowed.length > 0 ? narrowed : ids;
  }
  if (!sought) return Object.keys(facets).length > 0 ? { ...INITIAL_STATE, facets } : null;
  const equal = claims.filter(({ figure }) => figure === "equal");
  const unit = columns.units[columns.claims.unit[equal[0]?.row ?? -1] ?? -1];
  const printed = columns.claims.value[equal[0]?.row ?? -1];
  if (unit === undefined || printed === undefined || /[–-]/.test(printed.replace(/^\d{4}-.*/, "")))
    return null;
  return {
    ...INITIAL_STATE,
    facets: { ...facets, unit: [unit] },
    from: printed,
    to: printed,
  };
}

/** Whether the explorer shows the claims found and no others: facets narrow one another, and a name of two kinds means either. */
export function isWhollyIn({ constraints, sought }: ClaimSearchResult): boolean {
  return (
    sought === null &&
    constraints.every((constraint) =>
      ["source", "subject", "discrepancy"].every(
        (kind) => !(kind in constraint) || Object.keys(constraint).length === 1,
      ),
    )
  );
}

function facetOf(columns: ClaimColumns, constraint: Constraint): [FacetName, string[]] {
  const idsAt = (records: readonly { readonly id: string }[], positions: ReadonlySet<number>) =>
    [...positions].flatMap((position) => records[position]?.id ?? []);
  if (constraint.source) return ["source", idsAt(columns.sources, constraint.source)];
  if (constraint.subject) return ["subject", idsAt(columns.subjects, constraint.subject)];
  if (constraint.discrepancy) return ["discrepancy", idsAt(columns.kinds, constraint.discrepancy)];
  const ids = columns.metrics.flatMap(({ id, family }, position) =>
    constraint.metric?.has(position) || constraint.family?.has(family) ? [id] : [],
  );
  return ["metric", ids];
}
