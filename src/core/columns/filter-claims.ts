/** Which claims a choice leaves, and what each further choice would leave. Made for browsers. */
import { dateSpan } from "../quantity/calendar.ts";
import type { Explorer } from "./explorer.ts";
import { type ExplorerState, rangeUnitOf } from "./explorer-state.ts";
import type { FacetColumn, FacetName } from "./facets.ts";

export interface FilteredClaims {
  /** In the order of the dataset. */
  readonly rows: Int32Array;
  /**
   * Of a facet, by position of the option: how many claims have it, of those that all other facets leave. Counted when asked, since most
   * facets are folded.
   */
  readonly countsOf: (facet: FacetName) => Int32Array;
}

/**
 * Options of one facet are alternatives; facets narrow one another.
 *
 * @param text by row, whether the claim has the words that were typed; null when none were
 */
export function filterClaims(
  explorer: Explorer,
  state: ExplorerState,
  text: Uint8Array | null,
): FilteredClaims {
  const { size, facets } = explorer;
  // How many facets refuse a claim, and which one last: a claim that one facet alone refuses counts in that facet.
  const refusals = new Uint8Array(size);
  const refuser = new Uint8Array(size);
  facets.forEach((facet, index) => {
    const chosen = state.facets[facet.name];
    if (!chosen) return;
    const isChosen = Uint8Array.from(facet.options, ({ id }) => Number(chosen.includes(id)));
    const { position, positions } = facet;
    for (let row = 0; row < size; row++) {
      const has = position
        ? isChosen[position[row] ?? -1] === 1
        : positions?.[row]?.some((own) => isChosen[own] === 1);
      if (has) continue;
      refusals[row] = (refusals[row] ?? 0) + 1;
      refuser[row] = index;
    }
  });
  excludeBySpan(explorer, state, text, refusals);

  const rows = new Int32Array(size);
  let left = 0;
  for (let row = 0; row < size; row++) if (refusals[row] === 0) rows[left++] = row;
  return {
    rows: rows.slice(0, left),
    countsOf(name) {
      const index = facets.findIndex((facet) => facet.name === name);
      const facet = facets[index];
      return facet ? count(facet, index, refusals, refuser) : new Int32Array();
    },
  };
}

function count(
  { options, position, positions }: FacetColumn,
  index: number,
  refusals: Uint8Array,
  refuser: Uint8Array,
): Int32Array {
  const counts = new Int32Array(options.length);
  for (let row = 0; row < refusals.length; row++) {
    const refused = refusals[row];
    if (refused !== 0 && !(refused === 1 && refuser[row] === index)) continue;
    if (position) {
      const own = position[row] as number;
      counts[own] = (counts[own] as number) + 1;
    } else for (const own of positions?.[row] ?? []) counts[own] = (counts[own] as number) + 1;
  }
  return counts;
}

/** More refusals than there are facets: the claim counts nowhere. */
const REFUSED = 100;

function excludeBySpan(
  explorer: Explorer,
  state: ExplorerState,
  text: Uint8Array | null,
  refusals: Uint8Array,
): void {
  const { size, figures, columns } = explorer;
  const unit = state.from === "" && state.to === "" ? null : rangeUnitOf(state, explorer);
  const places = unit && figures.between(state.from, state.to, unit);
  const first = state.since === "" ? null : dateSpan(state.since).first;
  const last = state.until === "" ? null : dateSpan(state.until).first;
  if (!places && first === null && last === null && text === null) return;
  for (let row = 0; row < size; row++) {
    const time = columns.times[columns.claims.time[row] ?? -1];
    if (
      text?.[row] === 0 ||
      (places && !isBetween(figures.low[row] ?? -1, figures.high[row] ?? -1, places)) ||
      (first !== null && time && time.last < first) ||
      (last !== null && time && time.first > last)
    )
      refusals[row] = REFUSED;
  }
}

const isBetween = (
  low: number,
  high: number,
  { first, last }: { readonly first: number; readonly last: number },
): boolean => low >= 0 && high >= first && low <= last;
