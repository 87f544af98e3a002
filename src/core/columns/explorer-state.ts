/** What a reader has chosen in the explorer, and how it stands in the address. Made for browsers. */
import { isCalendarDay } from "../quantity/calendar.ts";
import { areUnitsComparable, type UnitName } from "../quantity/units.ts";
import {
  type Explorer,
  GROUPINGS,
  type Grouping,
  SORT_COLUMNS,
  type SortColumn,
} from "./explorer.ts";
import { FACET_NAMES, type FacetName } from "./facets.ts";

export interface ExplorerState {
  readonly text: string;
  /** Ids of the chosen options; none where all are shown. */
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** Bounds of figures as typed; empty where open. They hold in `rangeUnitOf` the choice. */
  readonly from: string;
  readonly to: string;
  /** ISO days; empty where open. */
  readonly since: string;
  readonly until: string;
  readonly sort: { readonly column: SortColumn; readonly isDescending: boolean } | null;
  readonly group: Grouping | null;
  /** Whether the chosen sources stand side by side. */
  readonly isComparison: boolean;
  /** In a comparison, whether facts are left out that one source alone answers. */
  readonly isSharedOnly: boolean;
  readonly isCompact: boolean;
  /** From one. */
  readonly page: number;
}

export const INITIAL_STATE: ExplorerState = {
  text: "",
  facets: {},
  from: "",
  to: "",
  since: "",
  until: "",
  sort: null,
  group: null,
  isComparison: false,
  isSharedOnly: false,
  isCompact: false,
  page: 1,
};

const memberOf = <T extends string>(list: readonly T[], text: string | null): T | null =>
  list.find((member) => member === text) ?? null;

/**
 * Reads the query of an address; what does not fit the claims is passed over.
 *
 * @param query names and values, decoded, as `URLSearchParams` has them
 */
export function parseExplorerState(
  query: Iterable<readonly [name: string, value: string]>,
  { facets }: Explorer,
): ExplorerState {
  const parameters = [...query];
  const textOf = (name: string) => parameters.find(([own]) => own === name)?.[1].trim() ?? "";
  const dayOf = (name: string) => (isCalendarDay(textOf(name)) ? textOf(name) : "");
  const chosen = facets.flatMap(({ name, options }) => {
    const known = new Set(options.map(({ id }) => id));
    const ids = parameters.flatMap(([own, list]) => (own === name ? list.split(",") : []));
    const found = [...new Set(ids)].filter((id) => known.has(id));
    return found.length > 0 ? [[name, found] as const] : [];
  });
  const sort = textOf("sort");
  const column = memberOf(SORT_COLUMNS, sort.replace(/^-/, ""));
  const page = textOf("page");
  return {
    text: textOf("q"),
    facets: Object.fromEntries(chosen),
    from: textOf("from"),
    to: textOf("to"),
    since: dayOf("since"),
    until: dayOf("until"),
    sort: column && { column, isDescending: sort.startsWith("-") },
    group: memberOf(GROUPINGS, textOf("group")),
    isComparison: textOf("view") === "side-by-side",
    isSharedOnly: textOf("facts") === "shared",
    isCompact: textOf("density") === "compact",
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The query of the address, `?metric=…&sort=-figure`; empty when nothing is chosen. */
export function formatExplorerState(state: ExplorerState): string {
  const parts: string[] = [];
  // Slashes and commas may stand in a query as they are, and ids are made of them.
  const put = (name: string, value: string) => {
    if (value === "") return;
    const escaped = encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%2C", ",");
    parts.push(`${name}=${escaped}`);
  };
  put("q", state.text);
  for (const name of FACET_NAMES) put(name, (state.facets[name] ?? []).join(","));
  put("from", state.from);
  put("to", state.to);
  put("since", state.since);
  put("until", state.until);
  put("sort", state.sort ? `${state.sort.isDescending ? "-" : ""}${state.sort.column}` : "");
  put("group", state.group ?? "");
  put("view", state.isComparison ? "side-by-side" : "");
  put("facts", state.isSharedOnly ? "shared" : "");
  put("density", state.isCompact ? "compact" : "");
  put("page", state.page > 1 ? String(state.page) : "");
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** A facet with one option more, or one less. */
export function toggleOption(
  state: ExplorerState,
  name: FacetName,
  id: string,
  isChosen: boolean,
): ExplorerState {
  const others = (state.facets[name] ?? []).filter((other) => other !== id);
  const { [name]: _, ...rest } = state.facets;
  const ids = isChosen ? [...others, id] : others;
  return { ...state, facets: ids.length > 0 ? { ...rest, [name]: ids } : rest, page: 1 };
}

/**
 * The unit in which bounds of figures are meant: the one that is chosen, else the one that all chosen metrics share. Null where figures of
 * different dimensions would be compared.
 */
export function rangeUnitOf(state: ExplorerState, { columns }: Explorer): UnitName | null {
  const chosenUnits = state.facets.unit ?? [];
  const units =
    chosenUnits.length > 0
      ? chosenUnits.map((id) => columns.units.find((unit) => unit === id))
      : (state.facets.metric ?? []).map(
          (id) => columns.metrics.find((metric) => metric.id === id)?.unit,
        );
  const [first] = units;
  if (first === undefined || !columns.units.includes(first)) return null;
  return units.every((unit) => unit !== undefined && areUnitsComparable(unit, first))
    ? first
    : null;
}
