/** Registered names in a text: their digits are part of a name and no figures. */
import type { RegisteredName } from "./references.ts";

export interface FoundName {
  readonly index: number;
  readonly end: number;
  /** Everything that goes by this name. */
  readonly ids: readonly string[];
}

export type NameFinder = (text: string) => FoundName[];

/** Hyphens, apostrophes and spaces that printers and typists exchange for one another. */
const INTERCHANGEABLE: readonly (readonly [RegExp, string])[] = [
  [/[-‐‑]/g, "[-‐‑]"],
  [/['’]/g, "['’]"],
  // A line may break inside a name, and the next one may begin with the sign of a block quote.
  [/\s+/g, "\\s+(?:>\\s*)*"],
];

function patternOf(name: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return INTERCHANGEABLE.reduce((text, [form, any]) => text.replace(form, any), escaped);
}

const normalise = (name: string) =>
  name
    .replace(/[‐‑]/g, "-")
    .replace(/’/g, "'")
    .replace(/\s+(?:>\s*)*/g, " ");

/** A finder of whole names; where several begin, the longest is meant (GPT-X mini before GPT-X). */
export function nameFinder(names: readonly RegisteredName[]): NameFinder {
  const idsOf = new Map<string, string[]>();
  for (const { name, id } of names) {
    const key = normalise(name);
    idsOf.set(key, [...(idsOf.get(key) ?? []), id]);
  }
  if (idsOf.size === 0) return () => [];
  const longestFirst = [...idsOf.keys()].sort(
    (one, other) => other.length - one.length || (one < other ? -1 : 1),
  );
  // Not inside a word, and not before the rest of a longer figure: GPT-4 is not in GPT-4.7.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(patternOf).join("|")})(?![\\p{L}\\p{N}]|[.,]\\p{N})`,
    "gu",
  );
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({
      index: match.index,
      end: match.index + match[0].length,
      ids: idsOf.get(normalise(match[0])) ?? [],
    }));
}
