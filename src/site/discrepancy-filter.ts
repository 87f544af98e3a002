/** Which of the listed discrepancies a reader wants to see, and how that stands in the address. Made for browsers. */

/** What discrepancies are filtered by: each is a name in the address. */
export const FILTER_NAMES = [
  "kind",
  "severity",
  "cause",
  "model",
  "metric",
  "source",
  "verdict",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** What one discrepancy is listed under: ids, several where it has several sources, models or causes. */
export type FilterTerms = Readonly<Record<FilterName, readonly string[]>>;

export interface ListState {
  /** One id for each filter that is set. */
  readonly chosen: Readonly<Partial<Record<FilterName, string>>>;
  readonly order: "severity" | "size";
}

export const WHOLE_LIST: ListState = { chosen: {}, order: "severity" };

/**
 * Reads the query of an address; what no discrepancy is listed under is passed over.
 *
 * @param isTerm whether a filter has an option of that id
 */
export function parseListState(
  query: URLSearchParams,
  isTerm: (name: FilterName, id: string) => boolean,
): ListState {
  const chosen: Partial<Record<FilterName, string>> = {};
  for (const name of FILTER_NAMES) {
    const id = query.get(name);
    if (id !== null && isTerm(name, id)) chosen[name] = id;
  }
  return { chosen, order: query.get("sort") === "size" ? "size" : "severity" };
}

/** The query of an address, with its question mark; empty for the whole list in its first order. */
export function formatListState({ chosen, order }: ListState): string {
  const pairs = FILTER_NAMES.flatMap((name) => {
    const id = chosen[name];
    // Ids have slashes, which a query may hold as they are.
    return id === undefined ? [] : [`${name}=${encodeURIComponent(id).replaceAll("%2F", "/")}`];
  });
  if (order !== "severity") pairs.push(`sort=${order}`);
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** Whether a discrepancy fits every filter that is set, one of them left out where named. */
export function fitsChoice(
  terms: FilterTerms,
  chosen: ListState["chosen"],
  without?: FilterName,
): boolean {
  return FILTER_NAMES.every((name) => {
    const id = chosen[name];
    return id === undefined || name === without || terms[name].includes(id);
  });
}

/** How many discrepancies each option of a filter would leave, the other filters being as they are. */
export function countOptions(
  all: readonly FilterTerms[],
  chosen: ListState["chosen"],
  name: FilterName,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const terms of all) {
    if (!fitsChoice(terms, chosen, name)) continue;
    for (const id of new Set(terms[name])) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
