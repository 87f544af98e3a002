/** Sources laid side by side, fact by fact. Made for browsers. */
import type { Explorer } from "./explorer.ts";
import type { ExplorerState } from "./explorer-state.ts";

export interface ComparedFact {
  /** Position of the fact. */
  readonly fact: number;
  /** For each source what it states, as rows; empty where it is silent. */
  readonly answers: readonly (readonly number[])[];
}

/** Positions of the chosen sources, in the order in which they were chosen. */
export function comparedSources({ columns }: Explorer, { facets }: ExplorerState): number[] {
  return (facets.source ?? []).flatMap((id) => {
    const position = columns.sources.findIndex((source) => source.id === id);
    return position < 0 ? [] : [position];
  });
}

/**
 * The facts of the rows that are left, in the order in which facts are listed, with everything that the sources state about them: what
 * another facet hides is not silence.
 */
export function compareSources(
  explorer: Explorer,
  rows: Int32Array,
  sources: readonly number[],
  isSharedOnly: boolean,
): ComparedFact[] {
  const { size, fact, columns, keysOf } = explorer;
  const wanted = new Set<number>();
  for (const row of rows) wanted.add(fact[row] ?? -1);
  const answers = new Map<number, number[][]>();
  for (let row = 0; row < size; row++) {
    const own = fact[row] ?? -1;
    const column = sources.indexOf(columns.claims.source[row] ?? -1);
    if (column < 0 || !wanted.has(own)) continue;
    const cells = answers.get(own) ?? sources.map(() => []);
    cells[column]?.push(row);
    answers.set(own, cells);
  }
  const ranks = keysOf("fact");
  const rankOf = (cells: readonly (readonly number[])[]) =>
    ranks[cells.find((cell) => cell.length > 0)?.[0] ?? -1] ?? -1;
  return [...answers]
    .filter(([, cells]) => !isSharedOnly || cells.filter((cell) => cell.length > 0).length > 1)
    .map(([position, cells]) => ({ fact: position, answers: cells }))
    .sort((one, other) => rankOf(one.answers) - rankOf(other.answers));
}

export interface SourcePair {
  /** Positions of the two sources. */
  readonly sources: readonly [number, number];
  /** Facts that both answer. */
  readonly shared: number;
}

/** The pairs of sources that answer most facts in common, among the rows; the most first. */
export function pairsInCommon(
  { fact, columns }: Explorer,
  rows: Int32Array,
  most: number,
): SourcePair[] {
  const answering = new Map<number, Set<number>>();
  for (const row of rows) {
    const sources = answering.get(fact[row] ?? -1) ?? new Set();
    answering.set(fact[row] ?? -1, sources.add(columns.claims.source[row] ?? -1));
  }
  const pairs = new Map<string, { sources: [number, number]; shared: number }>();
  for (const set of answering.values()) {
    const sources = [...set].sort((one, other) => one - other);
    sources.forEach((one, at) => {
      for (const other of sources.slice(at + 1)) {
        const pair = pairs.get(`${one} ${other}`) ?? { sources: [one, other], shared: 0 };
        pair.shared++;
        pairs.set(`${one} ${other}`, pair);
      }
    });
  }
  return [...pairs.values()]
    .sort(
      (one, other) =>
        other.shared - one.shared ||
        one.sources[0] - other.sources[0] ||
        one.sources[1] - other.sources[1],
    )
    .slice(0, most);
}
