/**
 * What a reader typed, answered from the columns: names find their claims under every spelling in the registry, a figure finds the claims
 * equal to it, those it rounds to, and those that round to it. Made for browsers.
 */
import { compareDecimals } from "../quantity/decimal.ts";
import { type Interval, intervalContains } from "../quantity/interval.ts";
import { intervalOf, isQuantity, parseQuantity, type Quantity } from "../quantity/quantity.ts";
import { UNITS, type UnitName } from "../quantity/units.ts";
import { parseWrittenFigure, type WrittenFigure } from "../quantity/written.ts";
import type { ClaimColumns, NamedRecord } from "./columns.ts";

/** How a claim's figure stands to the one sought. */
export type FigureMatch = "equal" | "rounds-to-sought" | "sought-rounds-to-it";

export interface ClaimHit {
  /** Position in the columns. */
  readonly row: number;
  /** Null where no figure was sought. */
  readonly figure: FigureMatch | null;
}

export interface NameHit {
  readonly kind: "subject" | "metric" | "source";
  readonly record: NamedRecord;
  /** The name under which it was found, where that is not the canonical one. */
  readonly alias: string | null;
}

export interface ClaimSearchResult {
  readonly names: readonly NameHit[];
  readonly claims: readonly ClaimHit[];
  /** The figure that was sought, as typed; null when there was none. */
  readonly sought: string | null;
}

const tokensOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .split(" ")
    .map((token) => token.replace(/^\.+|\.+$/g, ""))
    .filter((token) => token !== "");

interface IndexedName {
  readonly kind: NameHit["kind"];
  readonly position: number;
  readonly record: NamedRecord;
  readonly name: string;
  readonly tokens: readonly string[];
}

/** A searcher over one set of columns; the names are prepared once. */
export function createClaimSearch(columns: ClaimColumns): (query: string) => ClaimSearchResult {
  const names = indexNames(columns);
  return (query) => {
    const trimmed = query.trim();
    if (trimmed === "") return { names: [], claims: [], sought: null };
    const matched = matchNames(tokensOf(trimmed), names);
    // A figure may be the whole query ("14 April 2025") or one word of it ("nano 0.12").
    const figure = findFigure(trimmed, matched);
    const unread = figure
      ? matched.rest.filter((token) => !tokensOf(figure.text).includes(token))
      : matched.rest;
    const loose = looseFilter(unread, names);
    if (loose === null) return { names: matched.hits, claims: [], sought: figure?.text ?? null };
    const filter = { ...matched.filter, ...loose.filter };
    const hasFilter = Object.keys(filter).length > 0;
    if (!hasFilter && !figure) return { names: matched.hits, claims: [], sought: null };
    const claims: ClaimHit[] = [];
    for (let row = 0; row < columns.claims.key.length; row++) {
      if (!passes(columns, row, filter)) continue;
      const match = figure ? matchFigure(figure.figure, columns, row) : null;
      if (figure && match === null) continue;
      claims.push({ row, figure: match });
    }
    const rank = { equal: 0, "sought-rounds-to-it": 1, "rounds-to-sought": 2 } as const;
    claims.sort(
      (one, other) =>
        (one.figure && other.figure ? rank[one.figure] - rank[other.figure] : 0) ||
        one.row - other.row,
    );
    return { names: [...matched.hits, ...loose.hits], claims, sought: figure?.text ?? null };
  };
}

function indexNames(columns: ClaimColumns): IndexedName[] {
  const lists = [
    ["subject", columns.subjects],
    ["metric", columns.metrics],
    ["source", columns.sources],
  ] as const;
  return lists.flatMap(([kind, records]) =>
    records.flatMap((record, position) =>
      record.names.map((name) => ({ kind, position, record, name, tokens: tokensOf(name) })),
    ),
  );
}

type Filter = Partial<Record<NameHit["kind"], ReadonlySet<number>>>;

interface MatchedNames {
  readonly hits: NameHit[];
  readonly filter: Filter;
  /** Words of the query that belong to no name. */
  readonly rest: readonly string[];
}

/** Names that stand whole in the query, the longest first, each word used once. */
function matchNames(query: readonly string[], names: readonly IndexedName[]): MatchedNames {
  const free = query.map(() => true);
  const found: IndexedName[] = [];
  const byLength = [...names].sort(
    (one, other) => other.tokens.length - one.tokens.length || one.name.length - other.name.length,
  );
  const claimed = new Map<number, number>();
  for (const name of byLength) {
    if (name.tokens.length === 0) continue;
    for (let start = 0; start + name.tokens.length <= query.length; start++) {
      const isHere = name.tokens.every((token, offset) => query[start + offset] === token);
      if (!isHere) continue;
      const isFree = name.tokens.every((_, offset) => free[start + offset]);
      // One spelling may name several records (a publisher is a subject and the name of its sources): all of them count.
      const isSamePlace = claimed.get(start) === name.tokens.length;
      if (!isFree && !isSamePlace) continue;
      claimed.set(start, name.tokens.length);
      for (const offset of name.tokens.keys()) free[start + offset] = false;
      found.push(name);
      break;
    }
  }
  return {
    hits: toHits(found),
    filter: toFilter(found),
    rest: query.filter((_, index) => free[index]),
  };
}

function toHits(found: readonly IndexedName[]): NameHit[] {
  const hits = new Map<string, NameHit>();
  for (const { kind, record, name } of found) {
    const key = `${kind} ${record.id}`;
    if (!hits.has(key))
      hits.set(key, { kind, record, alias: name === record.names[0] ? null : name });
  }
  return [...hits.values()];
}

function toFilter(found: readonly IndexedName[]): Filter {
  const filter: Partial<Record<NameHit["kind"], Set<number>>> = {};
  for (const { kind, position } of found) {
    const positions = filter[kind] ?? new Set();
    positions.add(position);
    filter[kind] = positions;
  }
  return filter;
}

/** Words that begin words of a name ("pric", "nano"); null when a word fits no name, so that no claim can be meant. */
function looseFilter(
  words: readonly string[],
  names: readonly IndexedName[],
): { filter: Filter; hits: NameHit[] } | null {
  if (words.length === 0) return { filter: {}, hits: [] };
  const fitting = names.filter((name) =>
    words.every((word) => name.tokens.some((token) => token.startsWith(word))),
  );
  if (fitting.length > 0) {
    // The kind that most names of are meant; a word of a model and of a benchmark filters by either.
    return { filter: toFilter(fitting), hits: toHits(fitting).slice(0, 6) };
  }
  const separate = words.map((word) =>
    names.filter((name) => name.tokens.some((token) => token.startsWith(word))),
  );
  if (separate.some((found) => found.length === 0)) return null;
  return {
    filter: Object.assign({}, ...separate.map(toFilter)) as Filter,
    hits: toHits(separate.flat()).slice(0, 6),
  };
}

function passes(columns: ClaimColumns, row: number, filter: Filter): boolean {
  const { claims } = columns;
  return (
    (filter.subject === undefined || filter.subject.has(claims.subject[row] ?? -1)) &&
    (filter.metric === undefined || filter.metric.has(claims.metric[row] ?? -1)) &&
    (filter.source === undefined || filter.source.has(claims.source[row] ?? -1))
  );
}

interface SoughtFigure {
  readonly text: string;
  readonly figure: WrittenFigure;
}

/** The whole query, or the longest run of its words outside the names, that reads as a figure. */
function findFigure(query: string, matched: MatchedNames): SoughtFigure | null {
  if (matched.rest.length === 0) return null;
  const words = query.split(/\s+/);
  for (let length = words.length; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const text = words.slice(start, start + length).join(" ");
      const figure = parseWrittenFigure(text);
      const isOutsideNames = tokensOf(text).every((token) => matched.rest.includes(token));
      if (figure && isOutsideNames) return { text, figure };
    }
  }
  return null;
}

/** Dimensions that a unit as typed may mean: people write `$` for any price and `%` for points as well. */
const MEANT: Readonly<Partial<Record<UnitName, readonly string[]>>> = {
  usd: [UNITS.usd.dimension, UNITS["usd-per-million-tokens"].dimension],
  percent: [UNITS.percent.dimension, UNITS.points.dimension],
};

function couldMean(sought: UnitName | null, unit: UnitName): boolean {
  if (sought === null) return UNITS[unit].values === "number";
  return (MEANT[sought] ?? [UNITS[sought].dimension]).includes(UNITS[unit].dimension);
}

function matchFigure(
  sought: WrittenFigure,
  columns: ClaimColumns,
  row: number,
): FigureMatch | null {
  const { claims } = columns;
  const unit = columns.units[claims.unit[row] ?? -1];
  if (unit === undefined || !couldMean(sought.unit, unit)) return null;
  const quantity = parseQuantity(claims.value[row] ?? "", unit);
  if (!isQuantity(quantity)) return null;
  const ends = [valuesOf(quantity), valuesOf(sought.quantity)] as const;
  if (
    ends[0].every((value, index) => compareDecimals(value, ends[1][index] ?? value) === 0) &&
    ends[0].length === ends[1].length
  ) {
    return "equal";
  }
  const qualifier = columns.qualifiers[claims.qualifier[row] ?? -1];
  const stated = intervalOf(quantity, { qualifier, isListed: claims.listed[row] === 1 });
  const wanted = intervalOf(sought.quantity, { qualifier: sought.qualifier ?? undefined });
  if (wanted && contains(wanted, ends[0])) return "rounds-to-sought";
  // "Up to a million" holds every smaller figure; that is no rounding.
  if (stated && stated.low !== null && stated.high !== null && contains(stated, ends[1]))
    return "sought-rounds-to-it";
  return null;
}

const contains = (interval: Interval, values: readonly string[]): boolean =>
  values.every((value) => intervalContains(interval, value));

/** The figure's own value, or both ends of a range; a date as its first day. */
function valuesOf(quantity: Quantity): string[] {
  if (quantity.kind === "number") {
    return quantity.from === quantity.to
      ? [quantity.from.value]
      : [quantity.from.value, quantity.to.value];
  }
  const interval = intervalOf(quantity);
  return interval?.low == null ? [] : [interval.low];
}
