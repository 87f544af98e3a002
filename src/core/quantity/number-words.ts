/**
 * Figures in English words: `forty-six`, `two hundred thousand`, `two thirds`, `half a million`, `an hour and a half`.
 * A phrase carries the figure that it makes as a whole, and none of its parts: `forty-six` is neither forty nor six.
 */
import { add, compareDecimals, type Decimal, divide, multiply } from "./decimal.ts";

const SMALL_NUMBERS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const SCALES: ReadonlyMap<string, Decimal> = new Map([
  ["thousand", "1000"],
  ["million", "1000000"],
  ["billion", "1000000000"],
  ["trillion", "1000000000000"],
]);

/** Words that make so many of what stands before them, or of one. */
const GROUPS: ReadonlyMap<string, Decimal> = new Map([
  ["hundred", "100"],
  ["dozen", "12"],
]);

/** What a thing is divided into, by the word for one such part; the plural has an `s`, but for halves. */
const PARTS: ReadonlyMap<string, Decimal> = new Map([
  ["half", "2"],
  ["third", "3"],
  ["quarter", "4"],
  ["fourth", "4"],
  ["fifth", "5"],
  ["sixth", "6"],
  ["seventh", "7"],
  ["eighth", "8"],
  ["ninth", "9"],
  ["tenth", "10"],
]);

/** What makes an ordinal after a ten, which is a place in a row and no figure: `twenty-first`. */
const ORDINALS: ReadonlySet<string> = new Set(
  "first second third fourth fifth sixth seventh eighth ninth".split(" "),
);

/** Words that state a multiple or a share by themselves. */
const MULTIPLES: ReadonlyMap<string, readonly Decimal[]> = new Map(
  [
    { words: "double doubles doubled doubling twice twofold", values: ["2"] },
    { words: "triple triples tripled tripling thrice threefold", values: ["3"] },
    { words: "quadruple quadruples quadrupled fourfold", values: ["4"] },
    { words: "fivefold", values: ["5"] },
    { words: "tenfold", values: ["10"] },
    { words: "halve halves halved halving", values: ["0.5", "50"] },
  ].flatMap(({ words, values }) =>
    words.split(" ").map((word): [string, readonly Decimal[]] => [word, values]),
  ),
);

/** One cent in dollars. */
const CENT = "0.01";

interface Word {
  readonly text: string;
  /** Only spaces or a hyphen stand between it and the word before. */
  readonly isJoined: boolean;
  /** It belongs to a numeral in digits, as `million` in `1.5 million` does. */
  readonly isBehindDigits: boolean;
}

/** Figures that a phrase carries, and the place of the word behind it. */
interface Phrase {
  readonly values: readonly Decimal[];
  readonly end: number;
}

/** A whole number in words. */
interface Cardinal {
  readonly value: Decimal;
  readonly end: number;
  /** The last scale that was named, of which `and a half` is a half: `a million and a half`. */
  readonly scale: Decimal;
}

/** A share of something: so many of so many parts. */
interface Fraction {
  readonly count: Decimal;
  readonly parts: Decimal;
  readonly end: number;
}

/** The figures that the words of a text carry. They have no printed precision. */
export function readNumberWords(text: string): Decimal[] {
  const words = wordsOf(text);
  const values: Decimal[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    if (phrase) values.push(...phrase.values, ...inDollars(words, phrase));
    at = phrase?.end ?? at + 1;
  }
  return values;
}

function wordsOf(text: string): Word[] {
  const lower = text.toLowerCase();
  let last = 0;
  return [...lower.matchAll(/[a-z]+/g)].map((match) => {
    const between = lower.slice(last, match.index);
    const isFirst = last === 0;
    last = match.index + match[0].length;
    return {
      text: match[0],
      isJoined: !isFirst && /^[\s-]+$/.test(between),
      isBehindDigits: /\d[\s-]?$/.test(between),
    };
  });
}

/** The word at a place that goes on from the one before; empty where another phrase begins. */
function joinedAt(words: readonly Word[], at: number): string {
  const word = words[at];
  return word?.isJoined ? word.text : "";
}

const isArticle = (word: string): boolean => word === "a" || word === "an";

function phraseAt(words: readonly Word[], at: number): Phrase | null {
  const text = words[at]?.text ?? "";
  const multiple = MULTIPLES.get(text);
  if (multiple) return { values: multiple, end: at + 1 };
  if (isOrdinalAt(words, at)) return { values: [], end: at + 2 };
  const fraction = fractionAt(words, at);
  if (fraction) return scaledFraction(words, fraction);
  const cardinal = cardinalAt(words, at);
  return cardinal ? withFraction(words, cardinal) : null;
}

/** `twelve cents` is 0.12 in dollars, as `half a cent` is 0.005. */
function inDollars(words: readonly Word[], { values, end }: Phrase): Decimal[] {
  const unit = joinedAt(words, end);
  return unit === "cent" || unit === "cents" ? values.map((value) => multiply(value, CENT)) : [];
}

const isOrdinalAt = (words: readonly Word[], at: number): boolean =>
  TENS.includes(words[at]?.text ?? "") && ORDINALS.has(joinedAt(words, at + 1));

/** `seven`, `forty`, `forty-six`. */
function belowHundredAt(words: readonly Word[], at: number): Omit<Cardinal, "scale"> | null {
  const text = words[at]?.text ?? "";
  const small = SMALL_NUMBERS.indexOf(text);
  if (small >= 0) return { value: String(small), end: at + 1 };
  const ten = TENS.indexOf(text);
  if (ten < 0) return null;
  const unit = SMALL_NUMBERS.indexOf(joinedAt(words, at + 1));
  const hasUnit = unit >= 1 && unit <= 9;
  return { value: String((ten + 2) * 10 + (hasUnit ? unit : 0)), end: at + (hasUnit ? 2 : 1) };
}

/** `forty-six`, `three hundred and five`, `two dozen`; what scales are counted in. */
function groupAt(words: readonly Word[], at: number): Omit<Cardinal, "scale"> | null {
  const count = belowHundredAt(words, at);
  if (!count) return null;
  return groupedBy(words, count);
}

function groupedBy(
  words: readonly Word[],
  count: Omit<Cardinal, "scale">,
): Omit<Cardinal, "scale"> {
  const name = joinedAt(words, count.end);
  const size = GROUPS.get(name);
  if (size === undefined) return count;
  const group = { value: multiply(count.value, size), end: count.end + 1 };
  if (name !== "hundred") return group;
  const isAnd = joinedAt(words, group.end) === "and";
  const rest = joinedAt(words, group.end + (isAnd ? 1 : 0));
  const below = rest === "" ? null : belowHundredAt(words, group.end + (isAnd ? 1 : 0));
  return below ? { value: add(group.value, below.value), end: below.end } : group;
}

/** What a number in words begins with: a group, an article, or a scale of which one is meant (`million-token`). */
function firstGroupAt(words: readonly Word[], at: number): Omit<Cardinal, "scale"> | null {
  const word = words[at];
  if (!word) return null;
  if (isArticle(word.text)) return groupedBy(words, { value: "1", end: at + 1 });
  if (word.isBehindDigits) return null;
  if (SCALES.has(word.text)) return { value: "1", end: at };
  const group = GROUPS.get(word.text);
  if (group !== undefined) return { value: group, end: at + 1 };
  return groupAt(words, at);
}

/** `two hundred thousand`, `two thousand five hundred`, `a million`: groups, each with a smaller scale than the one before. */
function cardinalAt(words: readonly Word[], at: number): Cardinal | null {
  let group = firstGroupAt(words, at);
  if (!group) return null;
  let total: Cardinal = { value: "0", end: at, scale: "1" };
  while (group) {
    // Of a scale alone (`million-token`) the group takes up no word, and what follows it is the first one.
    const name = group.end === at ? (words[at]?.text ?? "") : joinedAt(words, group.end);
    const scale = SCALES.get(name);
    const isSmaller = total.end === at || compareDecimals(scale ?? "1", total.scale) < 0;
    if (!isSmaller) break;
    total = {
      value: add(total.value, multiply(group.value, scale ?? "1")),
      end: group.end + (scale === undefined ? 0 : 1),
      scale: scale ?? "1",
    };
    if (scale === undefined) break;
    group = joinedAt(words, total.end) === "" ? null : groupAt(words, total.end);
  }
  return total;
}

/** `half`, `a third`, `two thirds`, `one-fifth`; a single `third` without a count is a place in a row. */
function fractionAt(words: readonly Word[], at: number): Fraction | null {
  const text = words[at]?.text ?? "";
  if (text === "half") return { count: "1", parts: "2", end: at + 1 };
  const count = isArticle(text) ? { value: "1", end: at + 1 } : belowHundredAt(words, at);
  if (!count) return null;
  const name = joinedAt(words, count.end);
  const isOne = count.value === "1";
  const parts = PARTS.get(isOne ? name : name.replace(/s$/, ""));
  // `two third parties` are no two thirds.
  if (parts === undefined || (!isOne && !name.endsWith("s"))) return null;
  return { count: count.value, parts, end: count.end + 1 };
}

/** `half a million` and `a quarter of a million` are whole numbers; any other fraction is a share. */
function scaledFraction(words: readonly Word[], { count, parts, end }: Fraction): Phrase {
  // The article behind a share belongs to what is shared: `half a second` has no other figure in it.
  let at = end;
  if (joinedAt(words, at) === "of") at++;
  if (isArticle(joinedAt(words, at))) at++;
  const name = joinedAt(words, at);
  const scale = SCALES.get(name) ?? GROUPS.get(name);
  if (scale !== undefined) {
    const value = divide(multiply(count, scale), parts);
    if (multiply(value, parts) === multiply(count, scale)) return { values: [value], end: at + 1 };
  }
  return {
    values: [
      ...roundings(count, parts, [2, 3]),
      ...roundings(multiply(count, "100"), parts, [0, 1]),
    ],
    end: at,
  };
}

/**
 * A quotient exactly, where it has an end; otherwise as people round it: a third is 33 or 33.3 percent, 0.33 or 0.333.
 */
function roundings(one: Decimal, other: Decimal, places: readonly number[]): Decimal[] {
  const exact = divide(one, other, 4);
  if (multiply(exact, other) === one) return [exact];
  return places.map((each) => divide(one, other, each));
}

/** `two and a half`, `a million and a half`, `two and a half million`, `an hour and a half`. */
function withFraction(words: readonly Word[], cardinal: Cardinal): Phrase {
  const whole: Phrase = { values: [cardinal.value], end: cardinal.end };
  // A word for what is counted may stand between: `an hour and a half`.
  const and = [cardinal.end, cardinal.end + 1].find((at) => joinedAt(words, at) === "and");
  const isCounted = and !== undefined && (and === cardinal.end || joinedAt(words, and - 1) !== "");
  const fraction = isCounted && joinedAt(words, and + 1) !== "" ? fractionAt(words, and + 1) : null;
  if (!fraction) return whole;
  const { count, parts, end } = fraction;
  const scale = SCALES.get(joinedAt(words, end));
  return {
    values: roundings(count, parts, [1, 2]).map((share) =>
      multiply(add(cardinal.value, multiply(share, cardinal.scale)), scale ?? "1"),
    ),
    end: end + (scale === undefined ? 0 : 1),
  };
}
