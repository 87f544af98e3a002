import type { APIRoute } from "astro";
import type { Discrepancy } from "../../core/analysis.ts";
import { discrepancyPath } from "../../site/addresses.ts";
import { formatJson } from "../../site/api/formats.ts";
import { discrepancyRecordOf } from "../../site/api/records.ts";
import { analysis } from "../../site/dataset.ts";
import { sitePath } from "../../site/site-path.ts";

export const getStaticPaths = () =>
  [...analysis.discrepancies.values()].map((discrepancy) => ({
    params: { id: discrepancyPath(discrepancy.id).replace(/^\/discrepancies\/|\/$/g, "") },
    props: { discrepancy },
  }));

export const GET: APIRoute<{ discrepancy: Discrepancy }> = ({ props }) =>
  new Response(formatJson(discrepancyRecordOf(analysis, props.discrepancy, sitePath)), {
    headers: { "Content-Type": "application/json" },
  });
