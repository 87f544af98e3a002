/**
 * What comes out when a statement is computed again from figures, and what that says about the statement.
 */
import type { Claim } from "../dataset/dataset.ts";
import {
  absolute,
  compareDecimals,
  type Decimal,
  divide,
  roundToPlaces,
  subtract,
  toDecimal,
} from "../quantity/decimal.ts";
import {
  doIntervalsMeet,
  gapBetween,
  type Interval,
  negateInterval,
} from "../quantity/interval.ts";
import { formatFigure, fromBaseUnit, toBaseUnit } from "../quantity/quantity.ts";
import { areUnitsComparable } from "../quantity/units.ts";
import { compareText } from "../report/issue.ts";
import { formatInterval } from "./pairs.ts";

/**
 * How a statement stands to one computation. Two ranges are compared with the values for which the statement stands (DESIGN §4):
 *
 * - `follows`: what the operands give, taken as they are printed, is among them. From 54.6 and 33.2 follows a difference of 21.4.
 * - `follows when rounded`: the printed operands give something else, but some of the values that they stand for give it. A
 *   difference of 21.4 does so from 55 and 33, which as printed give 22 and as ranges anything between 21 and 23.
 * - `does not follow`: no values that the operands stand for give it.
 */
type Outcome = "follows" | "follows when rounded" | "does not follow";

/** One computation of what a statement says. */
export interface Working {
  /** The operands and what is done with them: `One 54.6% (Acme) − Zero 33.2% (Acme)`. */
  readonly text: string;
  /** The claims that state the operands. */
  readonly claims: readonly Claim[];
  /** What comes out, every value that it can be: `(21.3, 21.5)`. */
  readonly gives: string;
  /** The same as a figure, for a sentence: `21.4 points`; null where it is none. */
  readonly figure: string | null;
  readonly outcome: Outcome;
  /** How far what comes out is from the statement, as a share of it; zero where it follows, null for what has no distance. */
  readonly off: Decimal | null;
  /** How wide the range is that comes out: the more precise the operands, the narrower. Null for one without ends, or none. */
  readonly width: Decimal | null;
}

/**
 * A computation on figures against a statement that is one; both in the base unit of the statement's own. Operands that give no result, such
 * as a divisor that may be zero, accuse nobody.
 */
export function numericWorking(
  statement: Claim,
  operands: { readonly text: string; readonly claims: readonly Claim[] },
  values: Interval | null,
  printed: Interval | null,
  isEitherWay: boolean,
): Working {
  const stated = statedValues(statement);
  if (values === null || printed === null || stated === null) {
    return {
      get text() {
        return operands.text;
      },
      claims: operands.claims,
      gives: "nothing that could be computed",
      figure: null,
      outcome: "follows",
      off: null,
      width: null,
    };
  }
  const meets = (interval: Interval) =>
    doIntervalsMeet(interval, stated) ||
    (isEitherWay && doIntervalsMeet(negateInterval(interval), stated));
  const outcome = meets(printed)
    ? "follows"
    : meets(values)
      ? "follows when rounded"
      : "does not follow";
  const gaps = () =>
    [values, ...(isEitherWay ? [negateInterval(values)] : [])].map((interval) =>
      absolute(gapBetween(interval, stated)),
    );
  // The words are made when they are read: most workings only say that the statement follows.
  return {
    get text() {
      return operands.text;
    },
    claims: operands.claims,
    get gives() {
      return formatInterval(roundInterval(fromBaseUnit(values, statement.unit)));
    },
    get figure() {
      return figureOf(statement, printed);
    },
    outcome,
    off: outcome === "does not follow" ? divide(smallest(gaps()), magnitudeOf(stated)) : "0",
    width: values.low === null || values.high === null ? null : subtract(values.high, values.low),
  };
}

/**
 * The values for which a statement stands, with its sign, in the base unit of its own. That is its interval, but for a period
 * in months: to be set beside one in days that is counted in days, and here it is compared with months of the calendar.
 */
function statedValues(statement: Claim): Interval | null {
  const { interval, printedInterval, unit, measure, direction } = statement;
  if (measure !== "difference" || printedInterval === null || !areUnitsComparable(unit, "months"))
    return interval;
  const base = toBaseUnit(printedInterval, unit);
  return direction === "down" ? negateInterval(base) : base;
}

/** The same in the unit of the statement, as a reader sees it. */
export function describeStatedValues(statement: Claim): string | null {
  const stated = statement.quantity?.kind === "number" ? statedValues(statement) : null;
  return stated === null
    ? null
    : formatInterval(roundInterval(fromBaseUnit(stated, statement.unit)));
}

/**
 * A result in the unit of the statement, with one digit more than the statement prints, and its sign where the statement has one:
 * `+16.6 points`; a range of results by its ends. Null for one that has no end.
 */
function figureOf(statement: Claim, printed: Interval): string | null {
  const { low, high } = fromBaseUnit(printed, statement.unit);
  if (low === null || high === null || statement.quantity?.kind !== "number") return null;
  const { step } = statement.quantity.to;
  const places = (step.includes(".") ? step.length - step.indexOf(".") - 1 : 0) + 1;
  const isSigned = statement.measure === "difference" || statement.measure === "percent-change";
  const format = (value: Decimal) => {
    const rounded = toDecimal(roundToPlaces(value, places));
    const figure = formatFigure(rounded.replace("-", ""), statement.unit);
    const sign = rounded.startsWith("-") ? "−" : isSigned && rounded !== "0" ? "+" : "";
    return `${sign}${figure}`;
  };
  const [from, to] = [format(low), format(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** Ends with at most four decimals: a quotient has no last digit. */
export function roundInterval(interval: Interval): Interval {
  const round = (value: string | null) => (value === null ? null : divide(value, "1", 4));
  return { ...interval, low: round(interval.low), high: round(interval.high) };
}

/** An operand as it is printed, without the other values that it stands for; a date, which is no numeral, as it is. */
export function printedValues({ quantity, interval, unit }: Claim): Interval {
  return quantity?.kind === "number"
    ? toBaseUnit(
        {
          low: quantity.from.value,
          high: quantity.to.value,
          lowIncluded: true,
          highIncluded: true,
        },
        unit,
      )
    : (interval as Interval);
}

/** The computations of a statement, by the figures that they are made from. */
export interface Recomputation {
  /** From figures that its own source states for every side. */
  readonly own: readonly Working[];
  /** From figures of its own source and, where it states none for a side, those that stand. */
  readonly mixed: readonly Working[];
  /** From the figures that stand for every side. */
  readonly standing: readonly Working[];
}

/**
 * Whether a statement is accused.
 *
 * A document that states the operands is taken at its word: the statement has to follow from at least one reading of them. Where
 * it does, nothing is said here, even if the figures that stand give something else: then the document's operands differ from
 * those that stand, which is a conflict of values and found as such, and a second accusation would count it twice. Where it does
 * not, the document contradicts itself, whatever stands.
 *
 * Where the document lacks an operand, the figures that stand take its place, once beside those that the document does state and
 * once for all sides; the statement is accused only if it follows from neither.
 */
export function isAccused({ own, mixed, standing }: Recomputation): boolean {
  const judges = own.length > 0 ? own : [...mixed, ...standing];
  return judges.length > 0 && judges.every(({ outcome }) => outcome === "does not follow");
}

/** Whether a statement does follow, from figures that would have accused it. */
export function isBorneOut({ own, mixed, standing }: Recomputation): boolean {
  const judges = own.length > 0 ? own : [...mixed, ...standing];
  return judges.some(({ outcome, off }) => outcome !== "does not follow" && off !== null);
}

/** The computations on which an accusation rests: those from the document's own figures where it states them. */
export function judgesOf({ own, mixed, standing }: Recomputation): readonly Working[] {
  return own.length > 0 ? own : [...mixed, ...standing];
}

/** Of several computations the one that comes closest to the statement. */
export function nearestOf(workings: readonly Working[]): Working | null {
  return workings.reduce<Working | null>(
    (best, each) =>
      best === null || compareDecimals(each.off ?? "0", best.off ?? "0") < 0 ? each : best,
    null,
  );
}

/** The narrowest result first: it comes from the most precise figures. */
export function byPrecision(one: Working, other: Working): number {
  if (one.width !== null && other.width !== null && one.width !== other.width)
    return compareDecimals(one.width, other.width);
  if ((one.width === null) !== (other.width === null)) return one.width === null ? 1 : -1;
  return compareText(one.text, other.text);
}

const GROUNDS = {
  own: "by its own figures",
  mixed: "by its own figures and those that stand",
  standing: "by the figures that stand",
} as const satisfies Record<keyof Recomputation, string>;

/** So many computations of one ground are shown; figures repeated with fewer digits, or a whole family, give more. */
const SHOWN = 4;

/** The working, one line for each computation, each with its own outcome; a computation that two grounds share stands once. */
export function describeRecomputation(recomputation: Recomputation): string[] {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (const ground of ["own", "mixed", "standing"] as const) {
    const workings = recomputation[ground].filter(({ text }) => !seen.has(text)).sort(byPrecision);
    for (const { text } of workings) seen.add(text);
    for (const { text, gives, outcome } of workings.slice(0, SHOWN))
      lines.push(`${GROUNDS[ground]}: ${text} gives ${gives}: ${outcome}`);
    const rest = workings.slice(SHOWN);
    if (rest.length === 0) continue;
    const following = rest.filter(({ outcome }) => outcome !== "does not follow").length;
    lines.push(
      `${GROUNDS[ground]}: ${rest.length} more computations from less precise figures, of which ${following === 0 ? "none follows" : `${following} give it`}`,
    );
  }
  return lines;
}

function smallest(values: readonly Decimal[]): Decimal {
  return values.reduce((best, each) => (compareDecimals(each, best) < 0 ? each : best));
}

/** The largest value of an interval without its sign, at least one: what a gap is measured against. */
export function magnitudeOf(interval: Interval): Decimal {
  const ends = [interval.low, interval.high].filter((end) => end !== null).map(absolute);
  const most = ends.reduce((best, end) => (compareDecimals(end, best) > 0 ? end : best), "0");
  return most === "0" ? "1" : most;
}
