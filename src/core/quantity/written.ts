/**
 * Figures as people write them: `54.6%`, `$0.12`, `12 cents`, `1M`, `3x`, `+10.5 points`, `Apr 14, 2025`.
 * Used to read a quote, and to read what a reader types into the search.
 */

import type { Qualifier } from "../schema/vocabulary.ts";
import { findWrittenDates, parseWrittenDate } from "./calendar.ts";
import { type Decimal, multiply, roundToPlaces } from "./decimal.ts";
import { readNumberWords } from "./number-words.ts";
import { findNumerals, type Numeral, numeralAt, parseNumeral } from "./numeral.ts";
import { isQuantity, parseQuantity, type Quantity } from "./quantity.ts";
import type { UnitName } from "./units.ts";

export interface WrittenFigure {
  readonly quantity: Quantity;
  /** The unit that the writing names; null when it names none. */
  readonly unit: UnitName | null;
  readonly qualifier: Qualifier | null;
  readonly direction: "up" | "down" | null;
}

const QUALIFIER_FORMS: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:~|≈|about|around|roughly|approximately|circa|ca\.)\s*/i, "about"],
  [/^(?:nearly|almost)\s+/i, "nearly"],
  [/^(?:>=|≥|at least)\s*/i, "at-least"],
  [/^(?:<=|≤|at most)\s*/i, "at-most"],
  [/^(?:>|over|more than|above)\s*/i, "over"],
  [/^(?:<|under|less than|below)\s*/i, "under"],
  [/^up to\s+/i, "up-to"],
];

const UNIT_FORMS: readonly (readonly [RegExp, UnitName])[] = [
  [/\s*(?:%|percent)$/i, "percent"],
  [/\s*(?:%abs|points?|percentage points?|pp)$/i, "points"],
  [/\s*(?:×|x|times)$/i, "ratio"],
  [/\s*tokens?$/i, "tokens"],
  [/\s*words?$/i, "words"],
  [/\s*users?$/i, "users"],
  [/\s*(?:ms|milliseconds?)$/i, "milliseconds"],
  [/\s*seconds?$/i, "seconds"],
  [/\s*minutes?$/i, "minutes"],
  [/\s*hours?$/i, "hours"],
  [/\s*days?$/i, "days"],
  [/\s*weeks?$/i, "weeks"],
  [/\s*months?$/i, "months"],
  [/\s*years?$/i, "years"],
];

/** One cent in dollars. */
const CENT = "0.01";

/** A numeral in cents as the same numeral in dollars: `12 cents` is `0.12` with step 0.01. */
function inDollars(numeral: Numeral): Numeral {
  const value = multiply(numeral.value, CENT);
  const step = multiply(numeral.step, CENT);
  // As many places as the cents have, so that what is printed stands for the same values.
  const places = step.includes(".") ? step.length - step.indexOf(".") - 1 : 0;
  return { printed: roundToPlaces(value, places), value, step };
}

/** Read one figure that is the whole text, as a reader may type it; null when it is no figure. */
export function parseWrittenFigure(text: string): WrittenFigure | null {
  let rest = text.trim();
  const date = parseWrittenDate(rest);
  if (date !== null) {
    const quantity = parseQuantity(date, "date");
    return isQuantity(quantity)
      ? { quantity, unit: "date", qualifier: null, direction: null }
      : null;
  }
  let qualifier: Qualifier | null = null;
  for (const [form, name] of QUALIFIER_FORMS) {
    if (form.test(rest)) {
      qualifier = name;
      rest = rest.replace(form, "");
      break;
    }
  }
  const signed = /^([+−-])\s*(.*)$/.exec(rest);
  const direction = signed ? (signed[1] === "+" ? "up" : "down") : null;
  if (signed) rest = signed[2] ?? "";
  const cents = /^(.*?)\s*(?:\bcents?|¢)$/i.exec(rest);
  if (cents) {
    const numeral = parseNumeral(cents[1] ?? "");
    if (!numeral) return null;
    const dollars = inDollars(numeral);
    return {
      quantity: { kind: "number", printed: dollars.printed, from: dollars, to: dollars },
      unit: "usd",
      qualifier,
      direction,
    };
  }
  let unit: UnitName | null = null;
  if (rest.startsWith("$")) {
    unit = "usd";
    rest = rest.slice(1);
  } else {
    // The longest ending wins: `%abs` before `%`, `percentage points` before `points`.
    const endings = UNIT_FORMS.filter(([form]) => form.test(rest));
    const longest = endings.sort(
      (one, other) => (other[0].exec(rest)?.[0].length ?? 0) - (one[0].exec(rest)?.[0].length ?? 0),
    )[0];
    if (longest) {
      unit = longest[1];
      rest = rest.replace(longest[0], "");
    }
  }
  const quantity = parseQuantity(rest, unit ?? "count");
  return isQuantity(quantity) && quantity.kind === "number"
    ? { quantity, unit, qualifier, direction }
    : null;
}

export interface ReadableValues {
  /** Numerals, with their precision, at the places where they stand. */
  readonly numerals: readonly Numeral[];
  /** Figures that words carry (`three months`, `nearly half`, `two thirds`); they have no printed precision. */
  readonly wordValues: readonly Decimal[];
  /** Dates in ISO form. */
  readonly dates: readonly string[];
}

/** Everything in a text that can be read as a value. */
export function readValues(text: string): ReadableValues {
  return {
    numerals: readNumerals(text),
    wordValues: readNumberWords(text),
    dates: findWrittenDates(text),
  };
}

const CENTS_BEHIND = /^\s*(?:cents?\b|¢)/i;

function readNumerals(text: string): Numeral[] {
  const numerals: Numeral[] = [];
  for (const { numeral, end } of findNumerals(text)) {
    numerals.push(numeral);
    if (CENTS_BEHIND.test(text.slice(end))) numerals.push(inDollars(numeral));
  }
  return numerals;
}

/** Whether a quantity can be read out of a text: same value and same printed precision, or in words. */
export function isReadableIn(quantity: Quantity, text: string): boolean {
  if (quantity.kind === "name") return true;
  if (quantity.kind === "date") {
    return (
      findWrittenDates(text).includes(quantity.printed) ||
      isYearIn(quantity.printed, text) ||
      isDayWithoutYearIn(quantity.printed, text)
    );
  }
  // Mostly the words hold the figure as it is printed, and need not be gone through for everything that they say.
  if (quantity.from === quantity.to && standsInPrint(quantity.from, text)) return true;
  const numerals = readNumerals(text);
  const ends = quantity.from === quantity.to ? [quantity.from] : [quantity.from, quantity.to];
  return ends.every(
    (wanted) =>
      numerals.some((found) => areSameWithoutSign(found, wanted)) ||
      readNumberWords(text).includes(wanted.value),
  );
}

/** A figure is compared without its sign: "dropped by 26%" and "-26%" both carry 26. */
const areSameWithoutSign = (one: Numeral, other: Numeral): boolean =>
  one === other ||
  (one.step === other.step && one.value.replace("-", "") === other.value.replace("-", ""));

function standsInPrint(wanted: Numeral, text: string): boolean {
  const index = text.indexOf(wanted.printed);
  const found = index < 0 ? null : numeralAt(text, index);
  return found !== null && areSameWithoutSign(found, wanted);
}

const isYearIn = (iso: string, text: string) =>
  iso.length === 4 && new RegExp(`\\b${iso}\\b`).test(text);

/** A month and day without a year ("April 28"): the year is then the reader's, and the claim says so in `inferred`. */
function isDayWithoutYearIn(iso: string, text: string): boolean {
  const year = iso.slice(0, 4);
  const monthAndDay =
    text.match(/[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+/g) ?? [];
  return monthAndDay.some(
    (part) =>
      parseWrittenDate(`${part}, ${year}`) === iso || parseWrittenDate(`${part} ${year}`) === iso,
  );
}

/**
 * Whether words state a multiple as "three times more" or "3x better", which some read as three times as much and some as four times.
 * "Three times as many", "triples" and "three times the price" allow one reading only.
 */
export function saysTimesMore(text: string): boolean {
  return /(?:\btimes|\d\s?[x×])\s+(?:more|greater|better|\w+er)\b/i.test(text);
}
