/**
 * Where each figure stands among the others of its dimension. Decimals are compared exactly and once; from then on sorting and ranges
 * compare whole numbers. Made for browsers.
 */
import { dateSpan } from "../quantity/calendar.ts";
import { compareDecimals, type Decimal, multiply, negate } from "../quantity/decimal.ts";
import { isQuantity, parseQuantity } from "../quantity/quantity.ts";
import { UNITS, type UnitName } from "../quantity/units.ts";

export interface FigureOrder {
  /** By row, the place of the figure, or of the lower end of a range; -1 without a figure. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The places that lie between two bounds in a unit; null where a bound is no figure of it. */
  readonly between: (from: string, to: string, unit: UnitName) => PlaceRange | null;
}

/** Places from `first` to `last`, both included; empty when they are reversed. */
interface PlaceRange {
  readonly first: number;
  readonly last: number;
}

interface FigureColumns {
  readonly units: readonly UnitName[];
  readonly claims: {
    readonly value: readonly string[];
    readonly unit: readonly number[];
    readonly direction: readonly number[];
  };
}

type Ends = readonly [low: Decimal, high: Decimal];

export function orderFigures({ units, claims }: FigureColumns): FigureOrder {
  const size = claims.value.length;
  // Few figures are printed often: each is read once.
  const readings = new Map<string, Ends | null>();
  const rowEnds: (Ends | null)[] = [];
  const dimensions = new Map<string, Set<Decimal>>();
  for (let row = 0; row < size; row++) {
    const unit = units[claims.unit[row] ?? -1];
    if (unit === undefined) {
      rowEnds.push(null);
      continue;
    }
    // A ratio has no sign: "10 times less" is as large a figure as "10 times more".
    const isNegative = claims.direction[row] === -1 && unit !== "ratio";
    const key = `${unit} ${isNegative ? "-" : ""}${claims.value[row]}`;
    let ends = readings.get(key);
    if (ends === undefined) {
      ends = readFigure(claims.value[row] ?? "", unit, isNegative);
      readings.set(key, ends);
      const { dimension } = UNITS[unit];
      const values = dimensions.get(dimension) ?? new Set();
      for (const end of ends ?? []) values.add(end);
      dimensions.set(dimension, values);
    }
    rowEnds.push(ends);
  }

  let offset = 0;
  const ladders = new Map<string, { readonly offset: number; readonly values: Decimal[] }>();
  const places = new Map<string, Map<Decimal, number>>();
  for (const [dimension, set] of dimensions) {
    const values = [...set].sort(compareDecimals);
    const start = offset;
    ladders.set(dimension, { offset: start, values });
    places.set(dimension, new Map(values.map((value, index) => [value, start + index])));
    offset += values.length;
  }

  const low = new Int32Array(size).fill(-1);
  const high = new Int32Array(size).fill(-1);
  rowEnds.forEach((ends, row) => {
    const unit = units[claims.unit[row] ?? -1];
    if (!ends || !unit) return;
    const place = places.get(UNITS[unit].dimension);
    low[row] = place?.get(ends[0]) ?? -1;
    high[row] = place?.get(ends[1]) ?? -1;
  });

  return {
    low,
    high,
    between(from, to, unit) {
      const ladder = ladders.get(UNITS[unit].dimension) ?? { offset: 0, values: [] };
      const lower = from === "" ? null : parseFigureBound(from, unit);
      const upper = to === "" ? null : parseFigureBound(to, unit);
      if ((from !== "" && lower === null) || (to !== "" && upper === null)) return null;
      return {
        first: ladder.offset + (lower ? countBelow(ladder.values, lower[0], false) : 0),
        last:
          ladder.offset +
          (upper ? countBelow(ladder.values, upper[1], true) : ladder.values.length) -
          1,
      };
    },
  };
}

/** How many of the sorted values lie below a bound, or at it. */
function countBelow(values: readonly Decimal[], bound: Decimal, isIncluded: boolean): number {
  let [start, end] = [0, values.length];
  while (start < end) {
    const middle = (start + end) >> 1;
    const order = compareDecimals(values[middle] ?? bound, bound);
    if (order < 0 || (isIncluded && order === 0)) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** A figure in the base unit of its dimension; a date as its first and last day since 1970. */
function readFigure(printed: string, unit: UnitName, isNegative: boolean): Ends | null {
  const quantity = parseQuantity(printed, unit);
  if (!isQuantity(quantity) || quantity.kind === "name") return null;
  if (quantity.kind === "date") {
    const { first, afterLast } = dateSpan(quantity.printed);
    return [String(first), String(afterLast - 1)];
  }
  const { factor } = UNITS[unit];
  const inBaseUnit = (value: Decimal) => (factor === "1" ? value : multiply(value, factor));
  const [from, to] = [inBaseUnit(quantity.from.value), inBaseUnit(quantity.to.value)];
  return isNegative ? [negate(to), negate(from)] : [from, to];
}

/** A bound as people type it, `$0.10`, `54.6 %`, `−26`, `1M`, `2025-04`; null where it is no figure of the unit. */
export function parseFigureBound(text: string, unit: UnitName): readonly [Decimal, Decimal] | null {
  const trimmed = text.trim();
  if (UNITS[unit].values === "date") return readFigure(trimmed, unit, false);
  const [, sign = "", figure = ""] = /^([-−+]?)\s*[$]?\s*(.*?)\s*[%×]?$/.exec(trimmed) ?? [];
  return readFigure(figure, unit, sign === "-" || sign === "−");
}
