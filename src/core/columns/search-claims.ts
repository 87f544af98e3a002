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

/** Words that join what is meant and mean nothing themselves. */
const JOINING_WORDS = new Set(
  "a an and are at by does for from how in is it many much of on or s the to versus vs was what which who with".split(
    " ",
  ),
);
const meansSomething = (word: string): boolean => !JOINING_WORDS.has(word);

interface IndexedName {
  readonly kind: NameHit["kind"];
  readonly position: number;
  readonly record: NamedRecord;
  readonly name: string;
  readonly tokens: readonly string[];
  /** A document's title holds names of models and benchmarks that it is not the name of. */
  readonly isTitle: boolean;
}

/** A searcher over one set of columns; the names are prepared once. */
export function createClaimSearch(columns: ClaimColumns): (query: string) => ClaimSearchResult {
  const names = indexNames(columns);
  return (query) => {
    const trimmed = query.trim();
    const { hits, constraints, figure } = read(trimmed, names);
    const sought = figure?.text ?? null;
    if (constraints === null || (constraints.length === 0 && !figure)) {
      return { names: hits, claims: [], sought };
    }
    const claims: ClaimHit[] = [];
    for (let row = 0; row < columns.claims.key.length; row++) {
      if (!constraints.every((constraint) => passes(columns, row, constraint))) continue;
      const match = figure ? matchFigures(figure.figures, columns, row) : null;
      if (figure && match === null) continue;
      claims.push({ row, figure: match });
    }
    // What states the figure more precisely is nearer to it than what states it less precisely.
    const rank = { equal: 0, "rounds-to-sought": 1, "sought-rounds-to-it": 2 } as const;
    claims.sort(
      (one, other) =>
        (one.figure && other.figure ? rank[one.figure] - rank[other.figure] : 0) ||
        one.row - other.row,
    );
    return { names: hits, claims, sought };
  };
}

interface ReadQuery {
  readonly hits: readonly NameHit[];
  /** What a claim must satisfy; null when a word fits no name, so that no claim can be meant. */
  readonly constraints: readonly Constraint[] | null;
  readonly figure: SoughtFigure | null;
}

function read(query: string, names: readonly IndexedName[]): ReadQuery {
  const words = tokensOf(query);
  const matched = matchNames(words, names);
  const rest = matched.rest.filter(meansSomething);
  const withNames = (
    loose: readonly (readonly IndexedName[])[],
    figure: SoughtFigure | null,
  ): ReadQuery => ({
    hits: [...toHits(matched.found), ...toHits(loose.flat()).slice(0, MOST_LOOSE_NAMES)],
    constraints: [...matched.constraints, ...mergeAlike(loose.map(toConstraint))],
    figure,
  });
  const isOneName = matched.places === 1 && rest.length === 0;
  if (!isOneName && parseWrittenFigure(query) === null) {
    // "4.1 mini" means the one name with both words, not the names 4.1 and mini, nor the figure.
    const whole = namesWith(words.filter(meansSomething), names);
    if (whole.length > 0) {
      return {
        hits: toHits(whole).slice(0, MOST_LOOSE_NAMES),
        constraints: [toConstraint(whole)],
        figure: null,
      };
    }
  }
  // A figure may be the whole query ("14 April 2025") or one word of it ("nano 0.12").
  const figure = findFigure(query, matched.rest);
  const figureWords = figure ? tokensOf(figure.text) : [];
  const unread = rest.filter((word) => !figureWords.includes(word));
  if (unread.length === 0) return withNames([], figure);
  const together = namesWith(unread, names);
  if (together.length > 0) return withNames([together], figure);
  const apart = unread.map((word) => namesWith([word], names));
  if (apart.some((found) => found.length === 0)) {
    return { hits: toHits(matched.found), constraints: null, figure };
  }
  return withNames(apart, figure);
}

function indexNames(columns: ClaimColumns): IndexedName[] {
  const lists = [
    ["subject", columns.subjects],
    ["metric", columns.metrics],
    ["source", columns.sources],
  ] as const;
  return lists.flatMap(([kind, records]) =>
    records.flatMap((record, position) =>
      [...record.names, ...spokenId(kind, record)].map((name, index) => ({
        kind,
        position,
        record,
        name,
        tokens: tokensOf(name),
        isTitle: kind === "source" && index === 0,
      })),
    ),
  );
}

/** The last part of an id reads like a name ("shutdown-date" of what is called "Shutdown"); that of a document holds its date. */
function spokenId(kind: NameHit["kind"], { id }: NamedRecord): string[] {
  return kind === "source" ? [] : [id.slice(id.lastIndexOf("/") + 1)];
}

/** Positions of which a claim must have one, of whichever kind: a publisher is a subject and the name of its sources. */
type Constraint = Readonly<Partial<Record<NameHit["kind"], ReadonlySet<number>>>>;

interface MatchedNames {
  readonly found: readonly IndexedName[];
  /** In how many places of the query a name stands. */
  readonly places: number;
  readonly constraints: readonly Constraint[];
  /** Words of the query that belong to no name. */
  readonly rest: readonly string[];
}

/** Names that stand whole in the query, the longest first, each word used once; where their words are parted does not matter. */
function matchNames(query: readonly string[], names: readonly IndexedName[]): MatchedNames {
  const free = query.map(() => true);
  const places = new Map<string, { start: number; end: number; found: IndexedName[] }>();
  const joined = names
    .map((name) => ({ name, text: name.tokens.join("") }))
    .filter(({ text }) => text !== "")
    .sort((one, other) => other.text.length - one.text.length);
  for (const { name, text } of joined) {
    for (const start of query.keys()) {
      const end = endOf(text, query, start);
      if (end === null) continue;
      // One spelling may name several records: all of them are meant.
      const place = places.get(`${start} ${end}`);
      if (place) {
        place.found.push(name);
      } else if (free.slice(start, end).every(Boolean)) {
        places.set(`${start} ${end}`, { start, end, found: [name] });
        free.fill(false, start, end);
      } else continue;
      break;
    }
  }
  const found = [...places.values()];
  return {
    found: found.flatMap((place) => place.found),
    places: found.length,
    constraints: mergeAlike(found.map((place) => toConstraint(place.found))),
    rest: query.filter((_, index) => free[index]),
  };
}

/** The position behind the words that from `start` on spell a text; null when they do not. */
function endOf(text: string, query: readonly string[], start: number): number | null {
  let spelt = "";
  for (let end = start; end < query.length && spelt.length < text.length; end++) {
    spelt += query[end];
    if (spelt === text) return end + 1;
  }
  return null;
}

/** Names of which some words begin with all of these; a title only where nothing else has them. */
function namesWith(words: readonly string[], names: readonly IndexedName[]): IndexedName[] {
  if (words.length === 0) return [];
  const fitting = names.filter((name) =>
    words.every((word) => name.tokens.some((token) => token.startsWith(word))),
  );
  const proper = fitting.filter((name) => !name.isTitle);
  return proper.length > 0 ? proper : fitting;
}

const MOST_LOOSE_NAMES = 6;

function toHits(found: readonly IndexedName[]): NameHit[] {
  const hits = new Map<string, NameHit>();
  for (const { kind, record, name } of found) {
    const key = `${kind} ${record.id}`;
    if (!hits.has(key))
      hits.set(key, { kind, record, alias: record.names.indexOf(name) > 0 ? name : null });
  }
  return [...hits.values()];
}

function toConstraint(found: readonly IndexedName[]): Constraint {
  const constraint: Partial<Record<NameHit["kind"], Set<number>>> = {};
  for (const { kind, position } of found) {
    const positions = constraint[kind] ?? new Set();
    constraint[kind] = positions.add(position);
  }
  return constraint;
}

/** Two models are alternatives, a model and a benchmark are not. */
function mergeAlike(constraints: readonly Constraint[]): Constraint[] {
  const merged = new Map<string, Constraint>();
  for (const constraint of constraints) {
    const kinds = Object.keys(constraint) as NameHit["kind"][];
    const key = [...kinds].sort().join(" ");
    const alike = merged.get(key);
    const union = (kind: NameHit["kind"]) =>
      new Set([...(alike?.[kind] ?? []), ...(constraint[kind] ?? [])]);
    merged.set(key, Object.fromEntries(kinds.map((kind) => [kind, union(kind)])));
  }
  return [...merged.values()];
}

function passes(columns: ClaimColumns, row: number, constraint: Constraint): boolean {
  const { claims } = columns;
  const has = (kind: NameHit["kind"]) => constraint[kind]?.has(claims[kind][row] ?? -1) ?? false;
  return has("subject") || has("metric") || has("source");
}

interface SoughtFigure {
  readonly text: string;
  /** What the text may mean: `2025` is a number and a year. */
  readonly figures: readonly WrittenFigure[];
}

/** The whole query, or the longest run of its words outside the names, that reads as a figure. */
function findFigure(query: string, rest: readonly string[]): SoughtFigure | null {
  if (rest.length === 0) return null;
  const words = query.split(/\s+/);
  for (let length = words.length; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const text = words.slice(start, start + length).join(" ");
      const isOutsideNames = tokensOf(text).every((token) => rest.includes(token));
      const figures = isOutsideNames ? figuresIn(text) : [];
      if (figures.length > 0) return { text, figures };
    }
  }
  return null;
}

function figuresIn(text: string): WrittenFigure[] {
  // "75 dollars" is what people type for $75.
  const figure = parseWrittenFigure(text.replace(/^(.*\d)\s*(?:dollars?|usd)$/i, "$$$1"));
  const year = /^(?:19|20)\d\d$/.test(text) ? parseQuantity(text, "date") : null;
  return [
    ...(figure ? [figure] : []),
    ...(year && isQuantity(year)
      ? [{ quantity: year, unit: "date", qualifier: null, direction: null } as const]
      : []),
  ];
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

function matchFigures(
  sought: readonly WrittenFigure[],
  columns: ClaimColumns,
  row: number,
): FigureMatch | null {
  for (const figure of sought) {
    const match = matchFigure(figure, columns, row);
    if (match !== null) return match;
  }
  return null;
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
