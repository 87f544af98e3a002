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
