/**
 * A figure exactly as printed, the values it stands for, and its text for readers (DESIGN §4).
 */
import type { Direction, Qualifier } from "../schema/vocabulary.ts";
import {
  type DatePrecision,
  datePrecision,
  dateSpan,
  formatDate,
  isPartialDate,
} from "./calendar.ts";
import { add, compareDecimals, divide, multiply, subtract } from "./decimal.ts";
import { halfOpen, hull, type Interval, point } from "./interval.ts";
import {
  lowerEdge,
  type Numeral,
  parseNumeral,
  upperEdge,
  withSignificantDigits,
} from "./numeral.ts";
import { UNITS, type UnitName } from "./units.ts";

export type Quantity =
  | {
      readonly kind: "number";
      readonly printed: string;
      readonly from: Numeral;
      readonly to: Numeral;
    }
  | { readonly kind: "date"; readonly printed: string; readonly precision: DatePrecision }
  | { readonly kind: "name"; readonly printed: string };

/** Why a text is no quantity of its unit, in words for the author. */
export interface QuantityFault {
  readonly fault: string;
}

const RANGE = /^(.+?)\s*(?:–|—|-|to)\s*(.+)$/;

/**
 * Read an authored value: the figure as printed without sign of currency or unit, a range
 * `50–54`, a date in ISO form, or a registered name.
 */
export function parseQuantity(text: string, unit: UnitName): Quantity | QuantityFault {
  const printed = text.trim();
  if (UNITS[unit].values === "name") return { kind: "name", printed };
  if (UNITS[unit].values === "date") {
    return isPartialDate(printed)
      ? { kind: "date", printed, precision: datePrecision(printed) }
      : {
          fault: /^\d{4}-\d{2}(-\d{2})?$/.test(printed)
            ? "is not a date: no calendar has this day"
            : "is not a date; write YYYY-MM-DD, YYYY-MM or YYYY",
        };
  }
  const before = knownFigures.get(printed);
  if (before) return before;
  const single = parseNumeral(printed);
  if (single) {
    const figure = { kind: "number", printed, from: single, to: single } as const;
    if (knownFigures.size >= MOST_KNOWN) knownFigures.clear();
    knownFigures.set(printed, figure);
    return figure;
  }
  const range = RANGE.exec(printed);
  const from = range ? parseNumeral(range[1] ?? "") : null;
  const to = range ? parseNumeral(range[2] ?? "") : null;
  if (!from || !to) {
    return {
      fault: "is not a figure; write the digits as printed, without sign of currency or unit",
    };
  }
  if (compareDecimals(from.value, to.value) > 0) {
    return {
      fault: `is a range upside down; write "${range?.[2]}–${range?.[1]}" if that is what the source says`,
    };
  }
  return { kind: "number", printed, from, to };
}

/** Figures recur: each is read once, and its object shared. */
const knownFigures = new Map<string, Quantity>();
const MOST_KNOWN = 20_000;

export const isQuantity = (result: Quantity | QuantityFault): result is Quantity =>
  "kind" in result;

export interface Reading {
  readonly qualifier?: Qualifier | undefined;
  /** A listed price: the figure is exact, unless a qualifier makes it a described one. */
  readonly isListed?: boolean | undefined;
  /** `up to X` states X for a limit; for anything else it bounds from above. */
  readonly isLimit?: boolean | undefined;
  readonly significantDigits?: number | undefined;
}

/**
 * The interval a quantity stands for, in the quantity's own unit; for a date, in epoch days.
 * Null for a name. The rules, in order: significant digits, the printed interval, the qualifier.
 */
export function intervalOf(quantity: Quantity, reading: Reading = {}): Interval | null {
  if (quantity.kind === "name") return null;
  if (quantity.kind === "date") {
    const span = dateSpan(quantity.printed);
    const interval = halfOpen(String(span.first), String(span.afterLast));
    return reading.qualifier === undefined
      ? interval
      : qualify(
          interval,
          reading.qualifier,
          String(span.afterLast - span.first),
          String(span.afterLast - span.first),
        );
  }
  const digits = reading.significantDigits;
  const from = digits === undefined ? quantity.from : withSignificantDigits(quantity.from, digits);
  const to = digits === undefined ? quantity.to : withSignificantDigits(quantity.to, digits);
  const isUnqualified =
    reading.qualifier === undefined || (reading.qualifier === "up-to" && reading.isLimit === true);
  let interval: Interval;
  if (reading.isListed && isUnqualified) {
    interval = hull(point(from.value), point(to.value));
  } else {
    interval = halfOpen(lowerEdge(from), upperEdge(to));
    if (!isUnqualified && reading.qualifier) {
      interval = qualify(interval, reading.qualifier, from.step, to.step);
    }
  }
  return interval;
}

/**
 * `about` widens by one unit of the last printed digit on each side, `nearly` below only. One-sided words open the
 * interval towards infinity from its far edge: "over 50" keeps what rounds to 50 and everything above.
 */
function qualify(
  interval: Interval,
  qualifier: Qualifier,
  lowStep: string,
  highStep: string,
): Interval {
  const low = interval.low as string;
  const high = interval.high as string;
  switch (qualifier) {
    case "about":
      return halfOpen(subtract(low, lowStep), add(high, highStep));
    case "nearly":
      return halfOpen(subtract(low, lowStep), high);
    case "over":
    case "at-least":
      return halfOpen(low, null);
    case "under":
    case "at-most":
    case "up-to":
      return halfOpen(null, high);
    default:
      return qualifier satisfies never;
  }
}

/** The interval in the base unit of its dimension. */
export function toBaseUnit(interval: Interval, unit: UnitName): Interval {
  const factor = UNITS[unit].factor;
  if (factor === "1") return interval;
  const scale = (value: string | null) => (value === null ? null : multiply(value, factor));
  return { ...interval, low: scale(interval.low), high: scale(interval.high) };
}

/** An interval in the base unit of a dimension, in one of its units: for text and pictures, since the quotient may be rounded. */
export function fromBaseUnit(interval: Interval, unit: UnitName): Interval {
  const factor = UNITS[unit].factor;
  if (factor === "1") return interval;
  const scale = (value: string | null) => (value === null ? null : divide(value, factor));
  return { ...interval, low: scale(interval.low), high: scale(interval.high) };
}

const QUALIFIER_WORDS: Readonly<Record<Qualifier, string>> = {
  about: "about",
  nearly: "nearly",
  over: "over",
  under: "under",
  "at-least": "at least",
  "at-most": "at most",
  "up-to": "up to",
};

/** How a named value reads. */
const NAME_WORDS: Readonly<Record<string, string>> = {
  "not-available": "not available",
  "not-reported": "not reported",
};

/** A figure with its unit, as readers see it: `54.6%`, `$0.10`, `21.4 points`, `14 April 2025`. */
export function formatFigure(printed: string, unit: UnitName): string {
  switch (unit) {
    case "percent":
      return `${printed}%`;
    case "usd":
    case "usd-per-million-tokens":
      return `$${printed}`;
    case "usd-per-thousand-tokens":
      return `$${printed} per 1K tokens`;
    case "ratio":
      return `${printed}×`;
    case "count":
      return printed;
    case "date":
      return formatDate(printed);
    case "name":
    case "yes-no":
      return NAME_WORDS[printed] ?? printed;
    case "milliseconds":
      return `${printed} ${UNITS[unit].label}`;
    default:
      return `${printed} ${printed === "1" ? UNITS[unit].label.replace(/s$/, "") : UNITS[unit].label}`;
  }
}

/** A quantity with qualifier and sign of direction, as readers see it: `about 21%`, `+10.5 points`, `−26%`. */
export function formatQuantity(
  quantity: Quantity,
  unit: UnitName,
  reading: { qualifier?: Qualifier | undefined; direction?: Direction | undefined } = {},
): string {
  if (quantity.kind === "name") return NAME_WORDS[quantity.printed] ?? quantity.printed;
  const sign = reading.direction === "down" ? "−" : reading.direction === "up" ? "+" : "";
  const figure = `${sign}${formatFigure(quantity.printed, unit)}`;
  return reading.qualifier ? `${QUALIFIER_WORDS[reading.qualifier]} ${figure}` : figure;
}
