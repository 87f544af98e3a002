/**
 * What a reader typed, answered from the columns: names find their claims under every spelling in the registry, a figure finds the claims
 * equal to it, those it rounds to, and those that round to it; words such as "disagree" ask for discrepancies. Made for browsers.
 */
import type { ClaimColumns } from "./columns.ts";
import {
  createFigureSearch,
  type FigureMatch,
  figuresIn,
  findFigure,
  type SoughtFigure,
} from "./search-figures.ts";
import {
  type Constraint,
  correctedWord,
  type IndexedName,
  indexNames,
  matchNames,
  mergeAlike,
  type NameHit,
  type NameKind,
  namesBeyond,
  namesWith,
  toConstraint,
  toHits,
  tokensOf,
  vocabularyOf,
} from "./search-names.ts";

export interface ClaimHit {
  /** Position in the columns. */
  readonly row: number;
  /** Null where no figure was sought. */
  readonly figure: FigureMatch | null;
}

export interface ClaimSearchResult {
  readonly names: readonly NameHit[];
  /** Names that go on where a sought one ends. Their claims are not among those found. */
  readonly nearNames: readonly NameHit[];
  readonly claims: readonly ClaimHit[];
  /** Positions of discrepancies in which claims found take part, those that hold most against each other first. */
  readonly discrepancies: readonly number[];
  /** Whether it was asked for discrepancies rather than for what is said. */
  readonly isAboutConflicts: boolean;
  /** The figure that was sought, as typed; null when there was none. */
  readonly sought: SoughtFigure | null;
  /** Rows of claims whose figures come nearest, where none is equal to the one sought. */
  readonly nearest: readonly number[];
  /** Words that were read as others, since no name has them. */
  readonly corrected: readonly { readonly typed: string; readonly read: string }[];
  /** Words that fit no name: for their sake no claim was found. */
  readonly unread: readonly string[];
  /** The words that mean something, as they were read: what pages are searched for. */
  readonly words: string;
  /** What every claim found satisfies. */
  readonly constraints: readonly Constraint[];
}

/** Words that join what is meant and mean nothing themselves. */
const JOINING_WORDS = new Set(
  "a about according all am an and any anyone are as at be been best by can could did do does ever find for from gave get give given gives got had has have highest how i if in into is it its largest latest less list lowest many me mean means more most much my of on one only or our over people per please said say saying says see should show so state stated states such tell than that the their them there these they this those to top us versus vs was we were what when where whether which who whose why will with worst would write writes wrote you your".split(
    " ",
  ),
);
/** Words that name what the ledger is made of: they are passed over where no name has them. */
const PLAIN_WORDS = new Set(
  "benchmark benchmarks claim claims fact facts figure figures model models number numbers report reported reports result results score scored scores source sources value values".split(
    " ",
  ),
);
/** The beginnings of words that ask where sources differ. */
const CONFLICT_WORD =
  /^(?:conflict|contradict|contest|controvers|differ(?!ence)|disagree|discrepan|disput|inconsisten|mismatch)/;
const ANY_DISCREPANCY = /^discrepan/;

const meansSomething = (word: string): boolean => !JOINING_WORDS.has(word);
const isSpecific = (word: string): boolean => meansSomething(word) && !PLAIN_WORDS.has(word);

const MOST_LOOSE_NAMES = 8;
const MOST_NEAREST = 4;

/** What states the figure more precisely is nearer to it than what states it less precisely. */
const FIGURE_RANK = { equal: 0, "rounds-to-sought": 1, "sought-rounds-to-it": 2 } as const;
const SEVERITY_RANK = { major: 0, minor: 1, note: 2 } as const;

/** A searcher over one set of columns; names and figures are prepared once. */
export function createClaimSearch(columns: ClaimColumns): (query: string) => ClaimSearchResult {
  const names = indexNames(columns);
  const vocabulary = vocabularyOf(names);
  const figures = createFigureSearch(columns);
  const conflictKinds = (word: string) =>
    new Set(
      columns.kinds.flatMap(({ isConflict }, position) =>
        isConflict || ANY_DISCREPANCY.test(word) ? [position] : [],
      ),
    );
  const rowsWith = claimFilter(columns);

  const claimsOf = (reading: ReadQuery): ClaimHit[] => {
    const { constraints, figure, isBoth } = reading;
    if (constraints === null || (constraints.length === 0 && !figure)) return [];
    const rows = rowsWith(isBoth ? [] : constraints);
    if (!figure) return rows.map((row) => ({ row, figure: null }));
    const matchOf = figures.matcher(figure);
    const claims = rows.flatMap((row) => {
      const match = matchOf(row);
      return match === null ? [] : [{ row, figure: match }];
    });
    const isRange = (row: number) => Number(/–/.test(columns.claims.value[row] ?? ""));
    claims.sort(
      (one, other) =>
        FIGURE_RANK[one.figure] - FIGURE_RANK[other.figure] ||
        isRange(one.row) - isRange(other.row) ||
        one.row - other.row,
    );
    if (!isBoth) return claims;
    // A name that reads as a figure means the figure only where somebody states it.
    if (claims[0]?.figure !== "equal") {
      return rowsWith(constraints).map((row) => ({ row, figure: null }));
    }
    const found = new Set(claims.map(({ row }) => row));
    const named = rowsWith(constraints).filter((row) => !found.has(row));
    return [...claims, ...named.map((row) => ({ row, figure: null }))];
  };

  /** Readings of the query, the most literal first. */
  function* readings(query: string): Generator<ReadQuery, void> {
    const literal = readQuery(query, names, meansSomething, conflictKinds);
    yield literal;
    yield readQuery(query, names, isSpecific, conflictKinds);
    // Of a name about which nothing is said, what is said about those whose names go on from it.
    if (literal.constraints !== null && !literal.figure) yield widened(literal);
    const corrected = literal.unread.flatMap((typed) => {
      const read = isSpecific(typed) ? correctedWord(typed, vocabulary) : undefined;
      return read === undefined ? [] : [{ typed, read }];
    });
    if (corrected.length === 0) return;
    const words = query
      .split(/\s+/)
      .flatMap((word) => (figuresIn(word).length > 0 ? [word] : tokensOf(word)))
      .map((word) => corrected.find(({ typed }) => typed === word)?.read ?? word)
      .join(" ");
    yield { ...readQuery(words, names, isSpecific, conflictKinds), corrected };
  }

  return (query) => {
    let best: { readonly reading: ReadQuery; readonly claims: ClaimHit[] } | undefined;
    for (const reading of readings(query.trim())) {
      const claims = claimsOf(reading);
      const isReadable = reading.constraints !== null && best?.reading.constraints === null;
      if (!best || claims.length > 0 || isReadable) best = { reading, claims };
      if (claims.length > 0) break;
    }
    const { reading, claims } = best ?? { reading: NOTHING, claims: [] };
    const { hits, nearNames, unread, corrected } = reading;
    const constraints = reading.constraints ?? [];
    const isName = reading.isBoth && claims[0]?.figure === null;
    const figure = isName ? null : reading.figure;
    const isNowhereEqual = figure && !claims.some((hit) => hit.figure === "equal");
    const kinds = constraints.flatMap(({ discrepancy }) => [...(discrepancy ?? [])]);
    return {
      names: hits,
      nearNames,
      claims,
      discrepancies: discrepanciesOf(columns, claims, new Set(kinds)),
      isAboutConflicts: kinds.length > 0,
      sought: figure,
      nearest:
        isNowhereEqual && reading.constraints !== null
          ? figures.nearest(figure, rowsWith(reading.isBoth ? [] : constraints), MOST_NEAREST)
          : [],
      corrected,
      words: meaningfulWords(query, corrected),
      unread: reading.constraints === null ? unread : [],
      constraints,
    };
  };
}

/** A text index finds pages that have every word, and few of them have those of a question. */
function meaningfulWords(query: string, corrected: ClaimSearchResult["corrected"]): string {
  const words = query
    .split(/\s+/)
    .map((word) => corrected.find(({ typed }) => typed === word.toLowerCase())?.read ?? word)
    .filter((word) => tokensOf(word).some(meansSomething));
  return words.length > 0 ? words.join(" ") : query;
}

interface ReadQuery {
  readonly hits: readonly NameHit[];
  readonly nearNames: readonly NameHit[];
  /** The positions of the near names. */
  readonly beyond: Constraint;
  /** What a claim must satisfy; null when a word fits no name, so that no claim can be meant. */
  readonly constraints: readonly Constraint[] | null;
  readonly figure: SoughtFigure | null;
  /** Whether the query is both a figure and a name, and claims of either are meant. */
  readonly isBoth: boolean;
  readonly unread: readonly string[];
  readonly corrected: readonly { readonly typed: string; readonly read: string }[];
}

const NOTHING: ReadQuery = {
  hits: [],
  nearNames: [],
  beyond: {},
  constraints: [],
  figure: null,
  isBoth: false,
  unread: [],
  corrected: [],
};

function readQuery(
  query: string,
  names: readonly IndexedName[],
  isMeant: (word: string) => boolean,
  conflictKinds: (word: string) => ReadonlySet<number>,
): ReadQuery {
  const words = tokensOf(query);
  const matched = matchNames(words, names);
  const asking = matched.rest.filter((word) => CONFLICT_WORD.test(word));
  const rest = matched.rest.filter((word) => isMeant(word) && !asking.includes(word));
  const asked = asking.map((word) => ({ discrepancy: conflictKinds(word) }));
  const near = namesBeyond(matched.found, names);
  const withNames = (
    loose: readonly (readonly IndexedName[])[],
    figure: SoughtFigure | null,
  ): ReadQuery => ({
    ...NOTHING,
    hits: [...toHits(matched.found), ...toHits(loose.flat()).slice(0, MOST_LOOSE_NAMES)],
    nearNames: toHits(near).slice(0, MOST_LOOSE_NAMES),
    beyond: toConstraint(near),
    constraints: mergeAlike([...matched.constraints, ...loose.map(toConstraint), ...asked]),
    figure,
  });
  const whole = figuresIn(query);
  if (matched.places === 1 && rest.length === 0 && whole.length > 0) {
    return { ...withNames([], { text: query, figures: whole }), isBoth: true };
  }
  const isOneName = matched.places === 1 && rest.length === 0;
  if (!isOneName && whole.length === 0) {
    // "4.1 mini" means the one name with both words, not the names 4.1 and mini, nor the figure.
    const together = namesWith(
      words.filter((word) => rest.includes(word) || !matched.rest.includes(word)),
      names,
    ).filter(({ isLesser }) => !isLesser || matched.places === 0);
    if (together.length > 0) {
      return {
        ...NOTHING,
        hits: toHits(together).slice(0, MOST_LOOSE_NAMES),
        constraints: [toConstraint(together), ...asked],
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
    return {
      ...withNames([], figure),
      constraints: null,
      unread: unread.filter((_, index) => apart[index]?.length === 0),
    };
  }
  return withNames(apart, figure);
}

/** The same, where a name also stands for those that go on from it. */
function widened(reading: ReadQuery): ReadQuery {
  const constraints = (reading.constraints ?? []).map((constraint) => {
    const kinds = Object.entries(constraint) as [NameKind, ReadonlySet<number>][];
    return Object.fromEntries(
      kinds.map(([kind, positions]) => [
        kind,
        new Set([...positions, ...(reading.beyond[kind] ?? [])]),
      ]),
    );
  });
  return { ...reading, constraints };
}

/** Rows that satisfy every constraint, in their order. */
function claimFilter(columns: ClaimColumns): (constraints: readonly Constraint[]) => number[] {
  const { claims, discrepancies, metrics } = columns;
  const kindsOf: number[][] = claims.key.map(() => []);
  discrepancies.claims.forEach((rows, position) => {
    for (const row of rows) kindsOf[row]?.push(discrepancies.kind[position] ?? -1);
  });
  const positionsOf: Readonly<Record<NameKind, (row: number) => readonly number[]>> = {
    subject: (row) => [claims.subject[row] ?? -1],
    metric: (row) => [claims.metric[row] ?? -1],
    source: (row) => [claims.source[row] ?? -1],
    family: (row) => [metrics[claims.metric[row] ?? -1]?.family ?? -1],
    discrepancy: (row) => kindsOf[row] ?? [],
  };
  return (constraints) => {
    const tests = constraints.map((constraint) => Object.entries(constraint));
    const rows: number[] = [];
    for (let row = 0; row < claims.key.length; row++) {
      const passes = tests.every((kinds) =>
        kinds.some(([kind, wanted]) =>
          positionsOf[kind as NameKind](row).some((position) => wanted.has(position)),
        ),
      );
      if (passes) rows.push(row);
    }
    return rows;
  };
}

/** Discrepancies of the claims found, of certain kinds where such were asked for. */
function discrepanciesOf(
  { discrepancies }: ClaimColumns,
  hits: readonly ClaimHit[],
  kinds: ReadonlySet<number>,
): number[] {
  const found = new Set(hits.map(({ row }) => row));
  return discrepancies.claims
    .map((rows, position) => ({
      position,
      count: rows.filter((row) => found.has(row)).length,
      severity: SEVERITY_RANK[discrepancies.severity[position] ?? "note"],
      kind: discrepancies.kind[position] ?? -1,
    }))
    .filter(({ count, kind }) => count > 0 && (kinds.size === 0 || kinds.has(kind)))
    .sort(
      (one, other) =>
        one.severity - other.severity || other.count - one.count || one.position - other.position,
    )
    .map(({ position }) => position);
}
