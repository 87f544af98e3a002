/** The components that prose may use; `data:check` knows them by the same names. */
import type { ProseComponentName } from "../core/lint/prose/components.ts";
import BenchmarkChart from "./BenchmarkChart.astro";
import Chart from "./Chart.astro";
import Derived from "./Derived.astro";
import Discrepancy from "./Discrepancy.astro";
import Figure from "./Figure.astro";
import Quote from "./Quote.astro";
import Strip from "./Strip.astro";

export const proseComponents = {
  BenchmarkChart,
  Chart,
  Derived,
  Discrepancy,
  Figure,
  Quote,
  Strip,
} satisfies Record<ProseComponentName, unknown>;
