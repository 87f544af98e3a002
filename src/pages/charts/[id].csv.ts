import type { APIRoute } from "astro";
import { type AuthoredChartView, charts } from "../../site/charts.ts";
import { sitePath } from "../../site/site-path.ts";
import { chartCsv } from "../../site/views/chart-export.ts";

export async function getStaticPaths() {
  return (await charts()).map((chart) => ({ params: { id: chart.id }, props: { chart } }));
}

export const GET: APIRoute<{ chart: AuthoredChartView }> = ({ props: { chart }, site }) => {
  const path = sitePath(chart.path);
  const csv = chartCsv(chart.definition, site ? new URL(path, site).href : path);
  return new Response(csv, { headers: { "Content-Type": "text/csv; charset=utf-8" } });
};
