/**
 * A figure that a reader typed, against the figures of all claims: those equal to it, those that round to it and those it rounds to, and the
 * nearest where none is equal. Made for browsers.
 */

import { absolute, compareDecimals, type Decimal, subtract } from "../quantity/decimal.ts";
import { type Interval, intervalContains } from "../quantity/interval.ts";
import { intervalOf, isQuantity, parseQuantity, type Quantity } from "../quantity/quantity.ts";
import { UNITS, type UnitName } from "../quantity/units.ts";
import { parseWrittenFigure, type WrittenFigure } from "../quantity/written.ts";
import type { ClaimColumns } from "./columns.ts";
import { tokensOf } from "./search-names.ts";

/** How a claim's figure stands to the one sought. */
export type FigureMatch = "equal" | "rounds-to-sought" | "sought-rounds-to-it";

export interface SoughtFigure {
  readonly text: string;
  /** What the text may mean: `2025` is a number and a year. */
  readonly figures: readonly WrittenFigure[];
}

interface FigureSearch {
  /** How the claims of rows stand to a sought figure; null where one does not. */
  readonly matcher: (sought: SoughtFigure) => (row: number) => FigureMatch | null;
  /** The rows whose figures come nearest, the nearest first; each figure once. */
  readonly nearest: (sought: SoughtFigure, rows: Iterable<number>, most: number) => number[];
}

/** The whole query, or the longest run of its words outside the names, that reads as a figure. */
export function findFigure(query: string, rest: readonly string[]): SoughtFigure | null {
  if (rest.length === 0) return null;
  const words = query.split(/\s+/);
  for (let length = words.length; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const text = words
        .slice(start, start + length)
        .join(" ")
        .replace(/[?!;:,]+$/, "");
      const isOutsideNames = tokensOf(text).every((token) => rest.includes(token));
      const figures = isOutsideNames ? figuresIn(text) : [];
      if (figures.length > 0) return { text, figures };
    }
  }
  return null;
}

/** What a text reads as, whole; empty when it is no figure. */
export function figuresIn(text: string): WrittenFigure[] {
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

/** What a claim's figure is, read once. */
interface ReadFigure {
  readonly unit: UnitName;
  readonly values: readonly Decimal[];
  readonly stated: Interval | null;
}

export function createFigureSearch(columns: ClaimColumns): FigureSearch {
  const { claims } = columns;
  const size = claims.value.length;
  // Few figures are printed often, and reading one costs more than comparing it.
  const readings = new Map<string, ReadFigure | null>();
  const figures = Array.from({ length: size }, (_, row): ReadFigure | null => {
    const unit = columns.units[claims.unit[row] ?? -1];
    if (unit === undefined) return null;
    const key = `${unit} ${claims.qualifier[row]} ${claims.listed[row]} ${claims.value[row]}`;
    let reading = readings.get(key);
    if (reading === undefined) {
      const qualifier = columns.qualifiers[claims.qualifier[row] ?? -1];
      reading = readFigure(claims.value[row] ?? "", unit, {
        qualifier,
        isListed: claims.listed[row] === 1,
      });
      readings.set(key, reading);
    }
    return reading;
  });
  return {
    matcher(sought) {
      const matches = new Map<ReadFigure, FigureMatch | null>();
      return (row) => {
        const own = figures[row];
        if (!own) return null;
        let match = matches.get(own);
        if (match === undefined) {
          match = null;
          for (const figure of sought.figures) match ??= matchFigure(figure, own);
          matches.set(own, match);
        }
        return match;
      };
    },
    nearest(sought, rows, most) {
      const near: { readonly row: number; readonly distance: Decimal }[] = [];
      const seen = new Set<string>();
      for (const row of rows) {
        const own = figures[row];
        const value = own && `${own.unit} ${own.values.join(" ")}`;
        if (!own || !value || seen.has(value)) continue;
        seen.add(value);
        const distances = sought.figures.flatMap((figure) => distanceOf(figure, own) ?? []);
        const [distance] = distances.sort(compareDecimals);
        if (distance !== undefined) near.push({ row, distance });
      }
      return near
        .sort((one, other) => compareDecimals(one.distance, other.distance) || one.row - other.row)
        .slice(0, most)
        .map(({ row }) => row);
    },
  };
}

function readFigure(
  printed: string,
  unit: UnitName,
  reading: Parameters<typeof intervalOf>[1],
): ReadFigure | null {
  const quantity = parseQuantity(printed, unit);
  if (!isQuantity(quantity)) return null;
  return { unit, values: valuesOf(quantity), stated: intervalOf(quantity, reading) };
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

function matchFigure(sought: WrittenFigure, own: ReadFigure): FigureMatch | null {
  if (!couldMean(sought.unit, own.unit)) return null;
  const wantedValues = valuesOf(sought.quantity);
  const isSame =
    own.values.length === wantedValues.length &&
    own.values.every((value, index) => compareDecimals(value, wantedValues[index] ?? value) === 0);
  if (isSame) return "equal";
  const { stated } = own;
  const wanted = intervalOf(sought.quantity, { qualifier: sought.qualifier ?? undefined });
  if (wanted && contains(wanted, own.values)) return "rounds-to-sought";
  // "Up to a million" holds every smaller figure; that is no rounding.
  if (stated && stated.low !== null && stated.high !== null && contains(stated, wantedValues))
    return "sought-rounds-to-it";
  return null;
}

const contains = (interval: Interval, values: readonly Decimal[]): boolean =>
  values.every((value) => intervalContains(interval, value));

/** The figure's own value, or both ends of a range; a date as its first day. */
function valuesOf(quantity: Quantity): Decimal[] {
  if (quantity.kind === "number") {
    return quantity.from === quantity.to
      ? [quantity.from.value]
      : [quantity.from.value, quantity.to.value];
  }
  const interval = intervalOf(quantity);
  return interval?.low == null ? [] : [interval.low];
}

/** How far the nearest values lie apart; null for figures of different things. */
function distanceOf(sought: WrittenFigure, own: ReadFigure): Decimal | null {
  if (!couldMean(sought.unit, own.unit)) return null;
  const distances = valuesOf(sought.quantity).flatMap((wanted) =>
    own.values.map((value) => absolute(subtract(value, wanted))),
  );
  return distances.sort(compareDecimals)[0] ?? null;
}
