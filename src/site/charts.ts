/** The charts as they are authored, with the figures of the live dataset: read once for the whole build. */
import { type CollectionEntry, getCollection } from "astro:content";
import { analysis } from "./dataset.ts";
import { sitePath } from "./site-path.ts";
import { type ChartView, chartView } from "./views/charts.ts";

export interface AuthoredChartView extends ChartView {
  readonly entry: CollectionEntry<"charts">;
}

let views: Promise<AuthoredChartView[]> | undefined;

/** In their order. */
export function charts(): Promise<AuthoredChartView[]> {
  views ??= readCharts();
  return views;
}

async function readCharts(): Promise<AuthoredChartView[]> {
  const entries = await getCollection("charts");
  return entries
    .sort((one, other) => one.data.order - other.data.order)
    .map((entry) => ({ ...chartView(analysis, entry.id, entry.data, sitePath), entry }));
}
