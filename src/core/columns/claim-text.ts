/**
 * Free text over names, aliases, figures and the words of the sources. A full-text library keeps the indexes; here is what they hold, and which
 * claims their answers mean. Made for browsers.
 */
import { Dictionary } from "./dictionary.ts";
import type { Explorer } from "./explorer.ts";

/** The part of FlexSearch's `Index` that is used. */
interface TextIndex {
  add(id: number, text: string): unknown;
  search(query: string, limit: number): readonly (number | string)[];
}

/** `forward` finds words by their beginning, `tolerant` in spite of a letter that is missing or swapped. */
export type CreateTextIndex = (options: {
  readonly tokenize: "forward" | "tolerant";
  readonly encode: (text: string) => string[];
}) => TextIndex;

/** The words of all claims, each text once. */
export interface ClaimWords {
  readonly hash: string;
  readonly texts: readonly string[];
  /** By row, the position of its text. */
  readonly text: readonly number[];
}

export interface ClaimText {
  /** By row, whether each typed word stands in the claim's names, figure or words; null when none was typed. */
  readonly find: (query: string) => Uint8Array | null;
  /** Takes in names and figures, some at a time: each step is short enough to leave a frame alone. */
  readonly addNames: () => Generator<void, void>;
  /** Takes in the words of the sources likewise. Throws where they are of another dataset. */
  readonly addWords: (words: ClaimWords) => Generator<void, void>;
}

/** Texts that one step takes in. */
const TEXTS_A_STEP = 20;
/** Shorter words are too alike for a letter of them to be wrong. */
const SHORTEST_TYPO = 4;

const encode = (text: string): string[] =>
  text
    .normalize("NFKD")
    .toLowerCase()
    // Marks above letters go; thousands are written with and without a comma.
    .replace(/\p{M}+/gu, "")
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .split(/[^\p{L}\p{N}.]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ""))
    .filter((word) => word !== "");

type Field = "subject" | "metric" | "source" | "party" | "particulars" | "value" | "words";

export function createClaimText(explorer: Explorer, createIndex: CreateTextIndex): ClaimText {
  const { columns, size } = explorer;
  const prefixes = createIndex({ tokenize: "forward", encode });
  const typos = createIndex({ tokenize: "tolerant", encode });
  const vocabulary = new Map<string, number>();
  const entries: { readonly field: Field; readonly position: number }[] = [];

  let span = 0;
  const addEntry = (field: Field, position: number, text: string) => {
    span = Math.max(span, position + 1);
    const words = encode(text);
    if (words.length === 0) return;
    prefixes.add(entries.push({ field, position }) - 1, text);
    for (const word of words) {
      if (vocabulary.has(word) || word.length < SHORTEST_TYPO || /\d/.test(word)) continue;
      typos.add(vocabulary.size, word);
      vocabulary.set(word, vocabulary.size);
    }
  };

  /** Entries by `TEXTS_A_STEP`. */
  function* addEntries(field: Field, texts: Iterable<string>): Generator<void, void> {
    let position = 0;
    for (const text of texts) {
      addEntry(field, position++, text);
      if (position % TEXTS_A_STEP === 0) yield;
    }
  }

  const { claims, facts } = columns;
  const values = distinct(claims.value);
  const particulars = distinct(facts.particulars);
  const publishers = columns.sources.map(({ publisher }) => publisher);
  const positions: Record<Field, Int32Array> = {
    subject: explorer.subject,
    metric: explorer.metric,
    source: explorer.source,
    party: explorer.source.map((source) => publishers[source] ?? -1),
    particulars: explorer.fact.map((fact) => particulars.positions[fact] ?? -1),
    value: values.positions,
    words: new Int32Array(size).fill(-1),
  };

  const search = (index: TextIndex, word: string) => index.search(word, entries.length + 1);
  /** Words of the index that a mistyped one may mean: one letter missing, too many, wrong or swapped. */
  const corrections = (word: string): string[] => {
    if (word.length < SHORTEST_TYPO || /\d/.test(word)) return [];
    const spellings = [...vocabulary.keys()];
    // The index forgives what is missing in the query; what is too much is taken out of it here.
    const shortened = [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));
    const found = [word, ...shortened].flatMap((spelling) => search(typos, spelling));
    return [...new Set(found)].flatMap((at) => spellings[Number(at)] ?? []);
  };

  const rowsWith = (word: string): Uint8Array => {
    let hits = search(prefixes, word);
    if (hits.length === 0)
      hits = corrections(word).flatMap((spelling) => search(prefixes, spelling));
    const found = new Map<Field, Uint8Array>();
    for (const hit of hits) {
      const entry = entries[Number(hit)];
      if (!entry) continue;
      const flags = found.get(entry.field) ?? new Uint8Array(span);
      flags[entry.position] = 1;
      found.set(entry.field, flags);
    }
    const rows = new Uint8Array(size);
    for (const [field, flags] of found) {
      const own = positions[field];
      for (let row = 0; row < size; row++) if (flags[own[row] ?? -1] === 1) rows[row] = 1;
    }
    return rows;
  };

  return {
    find(query) {
      const typed = encode(query);
      if (typed.length === 0) return null;
      const rows = new Uint8Array(size).fill(1);
      for (const word of new Set(typed)) {
        const own = rowsWith(word);
        for (let row = 0; row < size; row++) if (own[row] === 0) rows[row] = 0;
      }
      return rows;
    },
    *addNames() {
      const names = (records: readonly { readonly names: readonly string[] }[]) =>
        records.map((record) => record.names.join(" "));
      yield* addEntries(
        "subject",
        columns.subjects.map(({ id, names: own }) => [id, ...own].join(" ")),
      );
      yield* addEntries(
        "metric",
        columns.metrics.map(({ id, names: own }) => [id, ...own].join(" ")),
      );
      yield* addEntries("party", names(columns.parties));
      yield* addEntries(
        "source",
        columns.sources.map(({ title }) => title),
      );
      yield* addEntries("particulars", particulars.texts);
      yield* addEntries("value", values.texts);
    },
    *addWords({ hash, texts, text }) {
      if (hash !== columns.hash)
        throw new Error("the words are of another version of the data; load the page again");
      positions.words = Int32Array.from(text);
      yield* addEntries("words", texts);
    },
  };
}

/** Each text once, and which of them every entry is. */
function distinct(list: readonly string[]): {
  readonly texts: readonly string[];
  readonly positions: Int32Array;
} {
  const dictionary = new Dictionary();
  const positions = Int32Array.from(list, (text) => dictionary.add(text));
  return { texts: dictionary.values, positions };
}
