import { compareDecimals, multiply, powerOfTen } from "../../core/quantity/decimal.ts";
import type { ChartAxis } from "./chart-definition.ts";
import { type AxisTick, axisTicks } from "./strip-scale.ts";

/**
 * An axis that begins at a declared baseline and has round ticks to above the highest figure.
 *
 * @param values decimal texts, ends of intervals included
 * @param baseline decimal text; "0" unless there is a reason, which `label` should then tell
 * @param formatTick decimal text to a tick's label
 */
export function baselineAxis(
  label: string,
  values: readonly string[],
  baseline: string,
  formatTick: (value: string) => string,
): ChartAxis {
  const from = Number(baseline);
  const highest = Math.max(from, ...values.map(Number));
  const to = highest === from ? from + 1 : highest;
  const ticks = fewTicks(from, to);
  const [first, second] = ticks;
  const step = first === undefined || second === undefined ? to - from : second.at - first.at;
  // One tick beyond the highest figure, unless it falls on a tick.
  const reach = Math.ceil((to - from) / step - 1e-9) * step + from;
  const complete = fewTicks(from, reach);
  return {
    label: `${label}, axis from ${formatTick(baseline)}`,
    from: baseline,
    to: String(Number(reach.toPrecision(12))),
    ticks: complete.map((tick) => ({ at: tick.label, label: formatTick(tick.label) })),
  };
}

/** Round ticks, at most seven: d3 takes a wanted count as a hint and may give half as many again. */
function fewTicks(from: number, to: number): AxisTick[] {
  const choices = [6, 5, 4, 3, 2].map((count) =>
    axisTicks({ from, to }, "number", count, (value) => value),
  );
  return choices.find((ticks) => ticks.length <= 7) ?? [];
}

/** The least and the greatest power of ten that are tried for an axis of factors. */
const exponents = { from: -9, to: 15 } as const;

/**
 * An axis on which equal lengths are equal factors, from the last round figure at or below the lowest to the first at or above the
 * highest. Round figures are 1, 2 and 5 times a power of ten.
 *
 * @param values positive decimal texts
 */
export function factorAxis(
  label: string,
  values: readonly string[],
  formatTick: (value: string) => string,
): ChartAxis {
  const round: string[] = [];
  for (let exponent = exponents.from; exponent <= exponents.to; exponent++) {
    for (const digit of ["1", "2", "5"]) round.push(multiply(digit, powerOfTen(exponent)));
  }
  const sorted = [...values].sort(compareDecimals);
  const lowest = sorted[0] ?? "1";
  const highest = sorted.at(-1) ?? "1";
  const from = round.findLast((tick) => compareDecimals(tick, lowest) <= 0) ?? lowest;
  const to =
    round.find((tick) => compareDecimals(tick, highest) >= 0 && compareDecimals(tick, from) > 0) ??
    highest;
  const within = round.filter(
    (tick) => compareDecimals(tick, from) >= 0 && compareDecimals(tick, to) <= 0,
  );
  return {
    label: `${label}, logarithmic scale`,
    from,
    to,
    ticks: within.map((tick) => ({ at: tick, label: formatTick(tick) })),
    scale: "log",
  };
}
