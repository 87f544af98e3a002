import type { APIRoute } from "astro";
import { type AuthoredChartView, charts } from "../../site/charts.ts";
import { analysis } from "../../site/dataset.ts";
import { chartFile } from "../../site/figures/chart-file.ts";
import { sitePath } from "../../site/site-path.ts";

export async function getStaticPaths() {
  return (await charts()).map((chart) => ({ params: { id: chart.id }, props: { chart } }));
}

export const GET: APIRoute<{ chart: AuthoredChartView }> = ({ props: { chart }, site }) => {
  const path = sitePath(chart.path);
  const file = chartFile(chart.definition, {
    address: site ? new URL(path, site).href : path,
    sources: chart.sources.map(({ publisher, text, date }) => `${publisher}, “${text}”, ${date}`),
    datasetHash: analysis.dataset.hash,
  });
  return new Response(file, { headers: { "Content-Type": "image/svg+xml" } });
};
