import { scaleLinear, scaleLog, scaleUtc } from "d3-scale";
import type { PixelSpan } from "./marks.ts";

/** The ends of what a figure stands for, as decimal text; `null` is open to that side. */
export interface DecimalSpan {
  readonly low: string | null;
  readonly high: string | null;
}

/** What the numbers of an axis are. On a calendar they count days since 1970-01-01. */
export type AxisKind = "number" | "calendar";

/** The stretch of an axis that is drawn. Floats: they place marks and are never printed. */
export interface AxisDomain {
  readonly from: number;
  readonly to: number;
}

export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

const millisecondsPerDay = 86_400_000;

function finiteEnds(spans: readonly DecimalSpan[]): number[] {
  return spans
    .flatMap(({ low, high }) => [low, high])
    .flatMap((end) => (end === null ? [] : Number(end)));
}

/** Whether there is anything to place on an axis: at least one figure with at least one end. */
export function isDrawable(spans: readonly DecimalSpan[]): boolean {
  return finiteEnds(spans).length > 0;
}

/**
 * The axis for a set of figures: all of them with a margin, never a break and never from zero for its own
 * sake, since a strip compares precisions and not magnitudes. The margin never crosses zero, so no
 * negative percentage is suggested. A lone interval takes the middle third: filling the axis it would
 * look like a wide claim.
 *
 * @throws RangeError where no figure has an end (see `isDrawable`)
 */
export function stripDomain(spans: readonly DecimalSpan[], kind: AxisKind): AxisDomain {
  const ends = finiteEnds(spans);
  if (ends.length === 0) throw new RangeError("A strip needs at least one figure with an end.");
  const min = Math.min(...ends);
  const max = Math.max(...ends);
  const range = max - min;
  const isLone = spans.every(
    ({ low, high }) => low !== null && high !== null && Number(low) === min && Number(high) === max,
  );
  const lonePoint = kind === "calendar" ? 3 : Math.abs(min) * 0.2 || 1;
  const margin = range === 0 ? lonePoint : isLone ? range : range * 0.12;
  // An open end needs room to be seen going on.
  const openMargin = Math.max(margin, range * 0.3);
  const from = min - (spans.some(({ low }) => low === null) ? openMargin : margin);
  const to = max + (spans.some(({ high }) => high === null) ? openMargin : margin);
  return {
    from: kind === "number" && min >= 0 ? Math.max(0, from) : from,
    to: kind === "number" && min < 0 && max <= 0 ? Math.min(0, to) : to,
  };
}

/** A function from axis to pixels. */
export function pixelScale(
  domain: AxisDomain,
  left: number,
  right: number,
): (at: number) => number {
  const scale = scaleLinear().domain([domain.from, domain.to]).range([left, right]);
  return (at) => scale(at);
}

/** A function from an axis of factors to pixels; the domain is positive. */
export function logPixelScale(
  domain: AxisDomain,
  left: number,
  right: number,
): (at: number) => number {
  const scale = scaleLog().domain([domain.from, domain.to]).range([left, right]);
  return (at) => scale(at);
}

/** Where a figure lies in pixels, or null where it has no end at all (a word, "not reported"). */
export function pixelSpan(
  span: DecimalSpan,
  scale: (at: number) => number,
  left: number,
  right: number,
): PixelSpan | null {
  if (span.low === null && span.high === null) return null;
  return {
    from: span.low === null ? left : scale(Number(span.low)),
    to: span.high === null ? right : scale(Number(span.high)),
    openFrom: span.low === null,
    openTo: span.high === null,
  };
}

/**
 * Round ticks within a domain, at most about `count`.
 *
 * @param format gets decimal text with the digits the step needs ("54.5"), on a calendar an ISO date
 */
export function axisTicks(
  domain: AxisDomain,
  kind: AxisKind,
  count: number,
  format: (value: string) => string,
): AxisTick[] {
  if (kind === "calendar") {
    const days = scaleUtc()
      .domain([
        new Date(domain.from * millisecondsPerDay),
        new Date(domain.to * millisecondsPerDay),
      ])
      .ticks(count)
      .map((date) => date.getTime() / millisecondsPerDay);
    // Over a few days d3 proposes hours; a date has none.
    return days.filter(Number.isInteger).map((at) => ({ at, label: format(isoDate(at)) }));
  }
  const ticks = scaleLinear().domain([domain.from, domain.to]).ticks(count);
  const step = ticks.length < 2 ? domain.to - domain.from : (ticks[1] ?? 0) - (ticks[0] ?? 0);
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return ticks.map((at) => ({ at, label: format(at.toFixed(places)) }));
}

/** Decimals of a printed figure or of a tick: `$0.10` has 2, `1 million` none. */
export function printedPlaces(text: string): number {
  return /\d\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
}

/** ISO date of a count of days since 1970-01-01. */
function isoDate(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Closer than this, the middles of two figures that exclude each other are hard to tell apart. */
const leastSeparation = 9;

/**
 * The rows that a second, magnified strip should show: some exclude each other but lie too close to be
 * told apart, because another source is far away. Null where one strip shows everything.
 *
 * Rows belong together where the gap between them is at most a twentieth of the whole range; the group
 * chosen is the first that holds a pair too close to tell apart.
 *
 * @param pixelsPerUnit scale of the whole strip
 * @returns indices into `spans` in their order
 */
export function crowdedRows(spans: readonly DecimalSpan[], pixelsPerUnit: number): number[] | null {
  const closed = spans.flatMap(({ low, high }, index) =>
    low === null || high === null ? [] : [{ index, low: Number(low), high: Number(high) }],
  );
  const ordered = closed.toSorted((one, other) => one.low - other.low || one.index - other.index);
  const first = ordered[0];
  if (first === undefined) return null;
  const range = Math.max(...ordered.map(({ high }) => high)) - first.low;
  const groups: (typeof ordered)[] = [];
  let reach = first.low;
  for (const row of ordered) {
    const group = groups.at(-1);
    if (group === undefined || row.low - reach > range / 20) groups.push([row]);
    else group.push(row);
    reach = Math.max(reach, row.high);
  }
  if (groups.length < 2) return null;
  const crowded = groups.find((group) =>
    group.some((one) =>
      group.some(
        (other) =>
          one.high <= other.low &&
          one.low < other.low &&
          ((other.low + other.high - one.low - one.high) / 2) * pixelsPerUnit < leastSeparation,
      ),
    ),
  );
  return crowded?.map(({ index }) => index).toSorted((one, other) => one - other) ?? null;
}
