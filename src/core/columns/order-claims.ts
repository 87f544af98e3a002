/** The order in which claims are listed, and the groups in which they stand. Made for browsers. */
import type { Explorer, Grouping } from "./explorer.ts";
import type { ExplorerState } from "./explorer-state.ts";

/** Rows in the order that is chosen: by group, by column, then as in the dataset. What a column has nothing for comes last. */
export function orderClaims(
  explorer: Explorer,
  rows: Int32Array,
  { sort, group }: Pick<ExplorerState, "sort" | "group">,
): Int32Array {
  const sorted = sort ? pick(explorer.orderOf(sort.column, sort.isDescending), rows) : rows;
  return group ? distribute(sorted, explorer.keysOf(group)) : sorted;
}

// Loops here count: until they are compiled, iterating typed arrays takes several times as long, and the first click is to be as quick as
// the last.

/** Of an order of all rows, those that are wanted: nothing is sorted twice. */
function pick(order: Int32Array, rows: Int32Array): Int32Array {
  const isWanted = new Uint8Array(order.length);
  for (let at = 0; at < rows.length; at++) isWanted[rows[at] as number] = 1;
  const picked = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < order.length; at++) {
    const row = order[at] as number;
    if (isWanted[row] === 1) picked[count++] = row;
  }
  return picked;
}

/** Rows by key, those of one key in the order in which they came: a counting sort, so that each row is touched twice. */
function distribute(rows: Int32Array, keys: Int32Array): Int32Array {
  const starts = new Int32Array(largest(keys) + 2);
  for (let at = 0; at < rows.length; at++) {
    const next = (keys[rows[at] as number] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let key = 1; key < starts.length; key++)
    starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  const ordered = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const key = keys[row] as number;
    const place = starts[key] as number;
    ordered[place] = row;
    starts[key] = place + 1;
  }
  return ordered;
}

function largest(keys: Int32Array): number {
  let most = 0;
  for (let at = 0; at < keys.length; at++) most = Math.max(most, keys[at] as number);
  return most;
}

export interface ClaimGroup {
  /** Position of the fact, source or metric. */
  readonly position: number;
  readonly rows: Int32Array;
  /** How many claims the whole group has; a page may show a part of it. */
  readonly size: number;
}

const positionsFor = (explorer: Explorer, group: Grouping): Int32Array => {
  switch (group) {
    case "fact":
      return explorer.fact;
    case "metric":
      return explorer.metric;
    case "source":
      return explorer.source;
    default:
      return group satisfies never;
  }
};

/** A stretch of ordered rows, parted where the group changes. */
export function groupClaims(
  explorer: Explorer,
  ordered: Int32Array,
  group: Grouping,
  start: number,
  end: number,
): ClaimGroup[] {
  const positions = positionsFor(explorer, group);
  const sizes = new Int32Array(largest(positions) + 1);
  for (let at = 0; at < ordered.length; at++) {
    const position = positions[ordered[at] as number] as number;
    sizes[position] = (sizes[position] as number) + 1;
  }
  const groups: ClaimGroup[] = [];
  for (let from = start; from < end; ) {
    const position = positions[ordered[from] ?? -1] ?? -1;
    let to = from + 1;
    while (to < end && positions[ordered[to] ?? -1] === position) to++;
    groups.push({ position, rows: ordered.slice(from, to), size: sizes[position] ?? 0 });
    from = to;
  }
  return groups;
}
