/** The columns of the explorer made ready: what a claim is, its facets, and the keys by which it is sorted. Made for browsers. */
import { formatQuantity, isQuantity, parseQuantity } from "../quantity/quantity.ts";
import type { ExplorerColumns } from "./explorer-columns.ts";
import { type FacetColumn, facetColumns } from "./facets.ts";
import { type FigureOrder, orderFigures } from "./figure-order.ts";
import { unpackKey } from "./packed-key.ts";

export const SORT_COLUMNS = ["subject", "metric", "figure", "source", "date", "status"] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export const GROUPINGS = ["fact", "source", "metric"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Explorer {
  readonly columns: ExplorerColumns;
  /** How many claims there are; a row is a claim's position. */
  readonly size: number;
  /** By row, the position of source, fact, subject and metric. */
  readonly source: Int32Array;
  readonly fact: Int32Array;
  readonly subject: Int32Array;
  readonly metric: Int32Array;
  readonly facets: readonly FacetColumn[];
  readonly figures: FigureOrder;
  /** By row, whole numbers that sort as the column reads; -1 comes last, whichever way. Worked out once. */
  readonly keysOf: (column: SortColumn | Grouping) => Int32Array;
  /** All rows as a column sorts them; those of one key as in the dataset. Worked out once. */
  readonly orderOf: (column: SortColumn, isDescending: boolean) => Int32Array;
}

const collator = new Intl.Collator("en", { numeric: true });

/** By position, the rank of each text among all of them; no two share one, so that groups do not run into one another. */
function ranksOf(texts: readonly string[]): Int32Array {
  return toRanks(
    texts
      .map((_, index) => index)
      .sort((one, other) => collator.compare(texts[one] ?? "", texts[other] ?? "")),
  );
}

function toRanks(order: readonly number[]): Int32Array {
  const ranks = new Int32Array(order.length);
  order.forEach((position, rank) => {
    ranks[position] = rank;
  });
  return ranks;
}

export function createExplorer(columns: ExplorerColumns): Explorer {
  const { claims, facts } = columns;
  const size = claims.key.length;
  const fact = new Int32Array(size);
  let seen = 0;
  for (let row = 0; row < size; row++) {
    const back = claims.fact[row] ?? 0;
    fact[row] = back === 0 ? seen++ : seen - back;
  }
  const throughFact = (positions: readonly number[]) =>
    Int32Array.from(fact, (position) => positions[position] ?? -1);
  const subject = throughFact(facts.subject);
  const metric = throughFact(facts.metric);
  const figures = orderFigures(columns);

  const byRow = (positions: ArrayLike<number>, ranks: ArrayLike<number>): Int32Array =>
    Int32Array.from({ length: size }, (_, row) => ranks[positions[row] ?? -1] ?? -1);
  const subjectRanks = ranksOf(columns.subjects.map(({ names }) => names[0] ?? ""));
  const metricRanks = ranksOf(columns.metrics.map(({ names }) => names[0] ?? ""));
  const makeKeys: Readonly<Record<SortColumn | Grouping, () => Int32Array>> = {
    subject: () => byRow(subject, subjectRanks),
    metric: () => byRow(metric, metricRanks),
    figure: () => figures.low,
    source: () =>
      byRow(
        claims.source,
        ranksOf(
          columns.sources.map(
            ({ publisher, title }) => `${columns.parties[publisher]?.names[0]} ${title}`,
          ),
        ),
      ),
    date: () => Int32Array.from(claims.time, (time) => columns.times[time]?.first ?? -1),
    status: () => Int32Array.from(claims.status),
    fact: () => byRow(fact, factRanks(columns, subjectRanks, metricRanks)),
  };
  const made = new Map<string, Int32Array>();
  const keysOf: Explorer["keysOf"] = (column) => {
    const keys = made.get(column) ?? makeKeys[column]();
    made.set(column, keys);
    return keys;
  };
  const orders = new Map<string, Int32Array>();
  const orderOf: Explorer["orderOf"] = (column, isDescending) => {
    const name = `${column} ${isDescending}`;
    const order = orders.get(name) ?? orderByKeys(keysOf(column), isDescending);
    orders.set(name, order);
    return order;
  };
  return {
    columns,
    size,
    source: Int32Array.from(claims.source),
    fact,
    subject,
    metric,
    facets: facetColumns(columns, { subject, metric }),
    figures,
    keysOf,
    orderOf,
  };
}

function orderByKeys(keys: Int32Array, isDescending: boolean): Int32Array {
  return Int32Array.from(keys.keys()).sort((one, other) => {
    const [a, b] = [keys[one] ?? -1, keys[other] ?? -1];
    if (a === b) return one - other;
    if (a < 0 || b < 0) return a < 0 ? 1 : -1;
    return isDescending ? b - a : a - b;
  });
}

/** Facts by model, then by what is measured, then by what is particular. */
function factRanks(
  { facts }: ExplorerColumns,
  subjectRanks: Int32Array,
  metricRanks: Int32Array,
): Int32Array {
  const rankOf = (ranks: Int32Array, positions: readonly number[], fact: number) =>
    ranks[positions[fact] ?? -1] ?? -1;
  const order = facts.suffix
    .map((_, fact) => fact)
    .sort(
      (one, other) =>
        rankOf(subjectRanks, facts.subject, one) - rankOf(subjectRanks, facts.subject, other) ||
        rankOf(metricRanks, facts.metric, one) - rankOf(metricRanks, facts.metric, other) ||
        ((facts.suffix[one] ?? "") < (facts.suffix[other] ?? "") ? -1 : 1),
    );
  return toRanks(order);
}

export function factIdOf({ columns }: Explorer, fact: number): string {
  const { facts, subjects, metrics } = columns;
  const subject = subjects[facts.subject[fact] ?? -1]?.id;
  const metric = metrics[facts.metric[fact] ?? -1]?.id;
  return `${subject}/${metric}${facts.suffix[fact]}`;
}

/** `GPT-X: Bench Y`, and what is particular about the question. */
export function factTextOf(
  { columns }: Explorer,
  fact: number,
): { readonly title: string; readonly particulars: string } {
  const { facts, subjects, metrics } = columns;
  return {
    title: `${subjects[facts.subject[fact] ?? -1]?.names[0]}: ${metrics[facts.metric[fact] ?? -1]?.names[0]}`,
    particulars: facts.particulars[fact] ?? "",
  };
}

export function claimKeyOf({ columns, subject, metric }: Explorer, row: number): string {
  return unpackKey(
    columns.claims.key[row] ?? "",
    columns.subjects[subject[row] ?? -1]?.id ?? "",
    columns.metrics[metric[row] ?? -1]?.id ?? "",
  );
}

export function claimIdOf(explorer: Explorer, row: number): string {
  const source = explorer.columns.sources[explorer.columns.claims.source[row] ?? -1];
  return `${source?.id}#${claimKeyOf(explorer, row)}`;
}

export interface ExplorerDiscrepancy {
  readonly id: string;
  readonly kind: string;
  readonly severity: string;
}

/** The discrepancies that rest on a claim. */
export function discrepanciesOf(explorer: Explorer, row: number): ExplorerDiscrepancy[] {
  const { claims, discrepancies, discrepancyKinds, severities } = explorer.columns;
  return (claims.discrepancies[row] ?? []).map((position) => {
    const kind = discrepancyKinds[discrepancies.kind[position] ?? -1];
    const of = discrepancies.of[position] ?? "";
    const rest =
      typeof of === "string" ? of : of < 0 ? claimIdOf(explorer, -1 - of) : factIdOf(explorer, of);
    return {
      id: `${kind?.id}/${rest}`,
      kind: kind?.title ?? "",
      severity: severities[discrepancies.severity[position] ?? -1] ?? "",
    };
  });
}

/** What a claim states, as pages write it: `about 21%`, `−26%`, `beats GPT-W`. */
export function figureTextOf({ columns }: Explorer, row: number): string {
  const { claims, units, qualifiers, measures } = columns;
  const value = claims.value[row] ?? "";
  const unit = units[claims.unit[row] ?? -1];
  const quantity = unit === undefined ? null : parseQuantity(value, unit);
  if (unit === undefined || quantity === null || !isQuantity(quantity)) return value;
  const isRatio = measures[claims.measure[row] ?? -1] === "ratio";
  const direction = claims.direction[row];
  const text = formatQuantity(quantity, unit, {
    qualifier: qualifiers[claims.qualifier[row] ?? -1],
    direction:
      isRatio || direction === undefined || direction === 0
        ? undefined
        : direction > 0
          ? "up"
          : "down",
  });
  return isRatio && direction === -1 ? `${text} less` : text;
}
