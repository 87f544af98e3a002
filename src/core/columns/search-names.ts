/**
 * Names in what a reader typed: whole under every spelling in the registry, by the beginnings of their words, and in spite of a slip of the
 * keys. Made for browsers.
 */
import { editDistance } from "../report/near-name.ts";
import type { ClaimColumns, NamedRecord } from "./columns.ts";

export type NameKind = "subject" | "metric" | "source" | "family" | "discrepancy";

export interface NameHit {
  readonly kind: NameKind;
  readonly record: NamedRecord;
  /** The name under which it was found, where that is not the canonical one. */
  readonly alias: string | null;
}

export interface IndexedName {
  readonly kind: NameKind;
  readonly position: number;
  readonly record: NamedRecord;
  readonly name: string;
  readonly tokens: readonly string[];
  /** Found by parts only where no proper name is: a document's title holds names of models that it is not the name of. */
  readonly isLesser: boolean;
}

/** Positions of which a claim must have one, of whichever kind: a publisher is a subject and the name of its sources. */
export type Constraint = Readonly<Partial<Record<NameKind, ReadonlySet<number>>>>;

export const tokensOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .split(" ")
    .map((token) => token.replace(/^\.+|\.+$/g, ""))
    .filter((token) => token !== "");

export function indexNames(columns: ClaimColumns): IndexedName[] {
  const lists = [
    ["subject", columns.subjects],
    ["metric", columns.metrics],
    ["source", columns.sources],
  ] as const;
  const proper = lists.flatMap(([kind, records]) =>
    records.flatMap((record, position) =>
      [...record.names, ...spokenId(kind, record)].map((name, index) =>
        indexedName(kind, position, record, name, kind === "source" && index === 0),
      ),
    ),
  );
  const known = new Set(proper.map(({ tokens }) => tokens.join("")));
  return [...proper, ...familyNames(columns, known), ...kindNames(columns)];
}

const indexedName = (
  kind: NameKind,
  position: number,
  record: NamedRecord,
  name: string,
  isLesser: boolean,
): IndexedName => ({ kind, position, record, name, tokens: tokensOf(name), isLesser });

/** The last part of an id reads like a name ("shutdown-date" of what is called "Shutdown"); that of a document holds its date. */
function spokenId(kind: NameKind, { id }: NamedRecord): string[] {
  return kind === "source" ? [] : [id.slice(id.lastIndexOf("/") + 1)];
}

/** Families of several metrics, unless a metric or a model bears the name already. */
function familyNames({ families, metrics }: ClaimColumns, known: ReadonlySet<string>) {
  return families.flatMap((id, position) => {
    const name = id.replaceAll("-", " ");
    const isOfSeveral = metrics.filter(({ family }) => family === position).length > 1;
    if (!isOfSeveral || known.has(tokensOf(name).join(""))) return [];
    return plurals({ id, names: [name] }).map((written, _, [canonical]) =>
      indexedName("family", position, { id, names: [canonical ?? name] }, written, true),
    );
  });
}

const kindNames = ({ kinds }: ClaimColumns): IndexedName[] =>
  kinds.flatMap(({ id, title }, position) => {
    const record = { id, names: [title] };
    return [...plurals(record), id].map((name) =>
      indexedName("discrepancy", position, record, name, true),
    );
  });

const plurals = ({ names: [name = ""] }: NamedRecord): string[] => [name, `${name}s`];

interface MatchedNames {
  readonly found: readonly IndexedName[];
  /** In how many places of the query a name stands. */
  readonly places: number;
  readonly constraints: readonly Constraint[];
  /** Words of the query that belong to no name. */
  readonly rest: readonly string[];
}

/** Names that stand whole in the query, the longest first, each word used once; where their words are parted does not matter. */
export function matchNames(query: readonly string[], names: readonly IndexedName[]): MatchedNames {
  const free = query.map(() => true);
  const places = new Map<string, { start: number; end: number; found: IndexedName[] }>();
  const spelt = query.map((_, start) => textsFrom(query, start));
  const standing = names
    .map((name) => ({ name, text: name.tokens.join("") }))
    .filter(({ text }) => text !== "" && spelt.some((texts) => texts.has(text)))
    .sort((one, other) => other.text.length - one.text.length);
  for (const { name, text } of standing) {
    for (const [start, texts] of spelt.entries()) {
      const end = texts.get(text);
      if (end === undefined) continue;
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

/** What the words from `start` on spell together, each with the position behind its last word. */
function textsFrom(query: readonly string[], start: number): Map<string, number> {
  const texts = new Map<string, number>();
  let text = "";
  for (let end = start; end < query.length; end++) {
    text += query[end];
    texts.set(text, end + 1);
  }
  return texts;
}

/** What people say for what names say otherwise: words of the language, not of the registry. */
const SAYS_ALSO: Readonly<Record<string, readonly string[]>> = {
  cost: ["price"],
  costs: ["price", "cost"],
  pricing: ["price"],
  priced: ["price"],
  cheap: ["price"],
  cheaper: ["price"],
  expensive: ["price"],
  dollars: ["price"],
  launch: ["release"],
  launched: ["release"],
  unveiled: ["announcement"],
  retired: ["shutdown", "retirement"],
  shut: ["shutdown"],
  fast: ["speed", "latency"],
  faster: ["speed", "latency"],
  slow: ["speed", "latency"],
  smart: ["intelligence"],
  smarter: ["intelligence"],
};

const stemsOf = (word: string): string[] =>
  word.length < 4
    ? []
    : [/s$/, /es$/, /d$/, /ed$/, /ing$/, /le$/]
        .filter((ending) => ending.test(word))
        .map((ending) => word.replace(ending, ""));

/**
 * Names of which some words begin with all of these, the fullest matches first; else those that have another form of the words. A lesser name
 * only where nothing else has them.
 */
export function namesWith(words: readonly string[], names: readonly IndexedName[]): IndexedName[] {
  if (words.length === 0) return [];
  const spellings = words.map((word) => [word, ...(SAYS_ALSO[word] ?? [])]);
  const fitting = fittingNames(spellings, names);
  const found =
    fitting.length > 0
      ? fitting
      : fittingNames(
          words.map((word) => [word, ...stemsOf(word)]),
          names,
        );
  const proper = found.filter((name) => !name.isLesser);
  if (proper.length === 0) return found;
  // "Cheaper" means every kind of price.
  const families = found.filter(
    ({ kind, tokens }) => kind === "family" && spellings[0]?.includes(tokens.join(" ")),
  );
  return words.length === 1 ? [...families, ...proper] : proper;
}

function fittingNames(
  spellings: readonly (readonly string[])[],
  names: readonly IndexedName[],
): IndexedName[] {
  const isWhole = ({ tokens }: IndexedName) =>
    spellings.every((forms) => forms.some((form) => tokens.includes(form)));
  return names
    .filter(({ tokens }) =>
      spellings.every((forms) =>
        forms.some((form) => tokens.some((token) => token.startsWith(form))),
      ),
    )
    .map((name) => ({ name, rank: (isWhole(name) ? 0 : 100) + name.tokens.length }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ name }) => name);
}

/** Names that go on where a whole name ends: "4.1" after "4", or "Multilingual" after a benchmark's name. */
export function namesBeyond(
  found: readonly IndexedName[],
  names: readonly IndexedName[],
): IndexedName[] {
  const isFound = new Set(found.map(({ record }) => record));
  const beginnings = new Set(
    found.filter(({ isLesser }) => !isLesser).map(({ tokens }) => tokens.join(" ")),
  );
  const going = names
    .filter(({ kind, record }) => kind !== "source" && !isFound.has(record))
    .map((name) => ({ name, text: name.tokens.join(" ") }));
  return [...beginnings].flatMap((beginning) =>
    going.filter(({ text }) => text.startsWith(beginning)).map(({ name }) => name),
  );
}

/** The words of names and the names written together: what a mistyped word is compared with. */
export function vocabularyOf(names: readonly IndexedName[]): ReadonlySet<string> {
  return new Set(names.flatMap(({ tokens }) => [...tokens, tokens.join("")]));
}

const SHORTEST_TYPO = 3;
/** From this length on two slips are forgiven. */
const LONG_WORD = 8;

/** The word of a name that a mistyped one means; a figure is never corrected. Undefined where none is near. */
export function correctedWord(word: string, vocabulary: ReadonlySet<string>): string | undefined {
  if (word.length < SHORTEST_TYPO || /\d/.test(word)) return undefined;
  const limit = word.length < LONG_WORD ? 1 : 2;
  let nearest: string | undefined;
  let nearestDistance = limit + 1;
  for (const known of vocabulary) {
    if (/\d/.test(known) || Math.abs(known.length - word.length) > limit) continue;
    // Among three letters only a swap leaves a word that can be told.
    if (word.length === SHORTEST_TYPO && sorted(word) !== sorted(known)) continue;
    const distance = editDistance(word, known, limit);
    if (distance >= nearestDistance) continue;
    nearest = known;
    nearestDistance = distance;
  }
  return nearest;
}

const sorted = (word: string): string => [...word].sort().join("");

export function toHits(found: readonly IndexedName[]): NameHit[] {
  const hits = new Map<string, NameHit>();
  for (const { kind, record, name } of found) {
    const key = `${kind} ${record.id}`;
    if (!hits.has(key))
      hits.set(key, { kind, record, alias: record.names.indexOf(name) > 0 ? name : null });
  }
  return [...hits.values()];
}

export function toConstraint(found: readonly IndexedName[]): Constraint {
  const constraint: Partial<Record<NameKind, Set<number>>> = {};
  for (const { kind, position } of found) {
    const positions = constraint[kind] ?? new Set();
    constraint[kind] = positions.add(position);
  }
  return constraint;
}

/** Two models are alternatives, a model and a benchmark are not. */
export function mergeAlike(constraints: readonly Constraint[]): Constraint[] {
  const merged = new Map<string, Constraint>();
  for (const constraint of constraints) {
    const kinds = Object.keys(constraint) as NameKind[];
    const key = [...kinds].sort().join(" ");
    const alike = merged.get(key);
    const union = (kind: NameKind) =>
      new Set([...(alike?.[kind] ?? []), ...(constraint[kind] ?? [])]);
    merged.set(key, Object.fromEntries(kinds.map((kind) => [kind, union(kind)])));
  }
  return [...merged.values()];
}
