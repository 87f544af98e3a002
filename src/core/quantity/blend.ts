/**
 * Which mixes of input, cached input and output tokens give a stated average price, solved exactly.
 *
 * A mix is three shares that are zero or more and sum to one: a point of a triangle. A stated average bounds a linear function of
 * the shares from two sides, so the mixes that give it are a convex polygon: the triangle, clipped at two lines (Sutherland and
 * Hodgman, "Reentrant Polygon Clipping", 1974). Shares are fractions of whole numbers, so that no answer hangs on rounding.
 */
import { add, compareDecimals, type Decimal, divide, multiply } from "./decimal.ts";
import { type Interval, intervalContains } from "./interval.ts";

/** Reduced, with a denominator above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** One for input, cached input and output, in this order. */
type Triple<Value> = readonly [Value, Value, Value];
export type MixShares = Triple<Fraction>;
export type MixPrices = Triple<Decimal>;

/** A stated average and the prices that it averages, all in one unit. */
export interface StatedBlend {
  readonly prices: MixPrices;
  readonly stated: Interval;
}

const fraction = (numerator: bigint, denominator: bigint): Fraction => {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestDivisor(numerator, denominator) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
};

function greatestDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

const ZERO = fraction(0n, 1n);
const ONE = fraction(1n, 1n);
const sum = (one: Fraction, other: Fraction) =>
  fraction(
    one.numerator * other.denominator + other.numerator * one.denominator,
    one.denominator * other.denominator,
  );
const product = (one: Fraction, other: Fraction) =>
  fraction(one.numerator * other.numerator, one.denominator * other.denominator);
const negated = ({ numerator, denominator }: Fraction): Fraction => ({
  numerator: -numerator,
  denominator,
});
const quotient = (one: Fraction, other: Fraction) =>
  fraction(one.numerator * other.denominator, one.denominator * other.numerator);
const areEqual = (one: Fraction, other: Fraction) =>
  one.numerator === other.numerator && one.denominator === other.denominator;
const isBelow = (one: Fraction, other: Fraction) =>
  one.numerator * other.denominator < other.numerator * one.denominator;

function fractionOf(value: Decimal): Fraction {
  const [whole = "0", places = ""] = value.split(".");
  return fraction(BigInt(whole + places), 10n ** BigInt(places.length));
}

/** A fraction as decimal text, rounded half up to a number of places; trailing zeros are cut. */
export const formatFraction = ({ numerator, denominator }: Fraction, places: number): Decimal =>
  divide(String(numerator), String(denominator), places);

/** Where a share stands between zero and one, for a drawing: the only float that comes out of here. */
export const shareOnScale = ({ numerator, denominator }: Fraction): number =>
  Number(numerator) / Number(denominator);

/** All mixes: the corners of the triangle are input alone, cached input alone and output alone. */
const ALL_MIXES: readonly MixShares[] = [
  [ONE, ZERO, ZERO],
  [ZERO, ONE, ZERO],
  [ZERO, ZERO, ONE],
];

const averageOf = (shares: MixShares, prices: Triple<Fraction>): Fraction =>
  sum(
    sum(product(shares[0], prices[0]), product(shares[1], prices[1])),
    product(shares[2], prices[2]),
  );

const exactPrices = (prices: MixPrices): Triple<Fraction> => [
  fractionOf(prices[0]),
  fractionOf(prices[1]),
  fractionOf(prices[2]),
];

/**
 * The corners of the region of mixes that give every one of the stated averages, in order around it; none where no mix does.
 * Ends of an interval count as within it, so that "none" holds however a figure at an end is read.
 */
export function mixesThatGive(blends: readonly StatedBlend[]): readonly MixShares[] {
  let region = ALL_MIXES;
  for (const { prices, stated } of blends) {
    const exact = exactPrices(prices);
    const { low, high } = stated;
    if (low !== null)
      region = clip(region, (mix) => sum(averageOf(mix, exact), negated(fractionOf(low))));
    if (high !== null)
      region = clip(region, (mix) => sum(fractionOf(high), negated(averageOf(mix, exact))));
  }
  return region;
}

/** The part of a convex region on which a linear function is zero or more. */
function clip(
  region: readonly MixShares[],
  heightOf: (mix: MixShares) => Fraction,
): readonly MixShares[] {
  const kept: MixShares[] = [];
  const keep = (mix: MixShares) => {
    if (!kept.some((other) => other.every((share, part) => areEqual(share, mix[part] as Fraction))))
      kept.push(mix);
  };
  for (const [index, from] of region.entries()) {
    const to = region[(index + 1) % region.length] as MixShares;
    const [start, end] = [heightOf(from), heightOf(to)];
    if (start.numerator >= 0n) keep(from);
    if (start.numerator > 0n ? end.numerator < 0n : start.numerator < 0n && end.numerator > 0n) {
      const way = quotient(start, sum(start, negated(end)));
      const between = (part: 0 | 1 | 2) =>
        sum(from[part], product(way, sum(to[part], negated(from[part]))));
      keep([between(0), between(1), between(2)]);
    }
  }
  return kept;
}

/** The least and the greatest average that the mixes of a region give at other prices; null for an empty region. */
export function averagesOver(
  region: readonly MixShares[],
  prices: MixPrices,
): { readonly low: Fraction; readonly high: Fraction } | null {
  const exact = exactPrices(prices);
  // A linear function is least and greatest at corners.
  const [first, ...others] = region.map((mix) => averageOf(mix, exact));
  if (!first) return null;
  return {
    low: others.reduce((least, each) => (isBelow(each, least) ? each : least), first),
    high: others.reduce((most, each) => (isBelow(most, each) ? each : most), first),
  };
}

/**
 * Every smallest set of averages that no one mix gives, as positions. By Helly's theorem (1923) convex regions of a plane have a
 * point in common when every three of them have, so sets of at most three decide for all.
 */
export function irreconcilable(blends: readonly StatedBlend[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  const positions = blends.map((_, position) => position);
  const setsOf = (size: number): number[][] =>
    size === 0
      ? [[]]
      : setsOf(size - 1).flatMap((set) =>
          positions.filter((each) => each > (set.at(-1) ?? -1)).map((each) => [...set, each]),
        );
  for (const size of [1, 2, 3]) {
    for (const set of setsOf(size)) {
      const isSmallest = !found.some((smaller) => smaller.every((each) => set.includes(each)));
      const members = set.flatMap((each) => blends[each] ?? []);
      if (isSmallest && mixesThatGive(members).length === 0) found.push(set);
    }
  }
  return found;
}

/** The average price at a mix told in whole parts, such as 3 : 0 : 1; to six places. */
export function averageAt(parts: Triple<number>, prices: MixPrices): Decimal {
  const total = parts[0] + parts[1] + parts[2];
  return divide(weightedSum(parts, prices), String(total), 6);
}

const weightedSum = (parts: Triple<number>, prices: MixPrices): Decimal =>
  add(
    add(multiply(String(parts[0]), prices[0]), multiply(String(parts[1]), prices[1])),
    multiply(String(parts[2]), prices[2]),
  );

/** Whether a mix told in whole parts gives a stated average, exactly. */
export function doesMixGive(parts: Triple<number>, { prices, stated }: StatedBlend): boolean {
  const total = String(parts[0] + parts[1] + parts[2]);
  // Multiplying the ends instead of dividing the sum keeps every digit.
  const scaled = {
    ...stated,
    low: stated.low === null ? null : multiply(stated.low, total),
    high: stated.high === null ? null : multiply(stated.high, total),
  };
  return intervalContains(scaled, weightedSum(parts, prices));
}

/**
 * The simplest mixes in whole parts that give a stated average, those of the fewest parts first.
 *
 * @param mostParts the greatest sum of the three parts that is tried
 */
export function simplestMixes(
  blend: StatedBlend,
  mostParts: number,
  count: number,
): readonly Triple<number>[] {
  const found: Triple<number>[] = [];
  for (let total = 1; total <= mostParts && found.length < count; total++) {
    for (let output = 0; output <= total && found.length < count; output++) {
      for (let cached = 0; cached <= total - output && found.length < count; cached++) {
        const parts: Triple<number> = [total - output - cached, cached, output];
        if (commonDivisor(parts) === 1 && doesMixGive(parts, blend)) found.push(parts);
      }
    }
  }
  return found;
}

const commonDivisor = ([input, cached, output]: Triple<number>): number =>
  Number(greatestDivisor(greatestDivisor(BigInt(input), BigInt(cached)), BigInt(output)));

/** How many times the other prices these are, where that is the same for all three; null where it is not, or has no end in decimals. */
export function commonRatio(prices: MixPrices, others: MixPrices): Decimal | null {
  if (others.some((price) => compareDecimals(price, "0") <= 0)) return null;
  const ratio = divide(prices[0], others[0], 6);
  const isCommon = prices.every(
    (price, part) => compareDecimals(multiply(ratio, others[part] as Decimal), price) === 0,
  );
  return isCommon ? ratio : null;
}
