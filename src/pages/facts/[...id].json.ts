import type { APIRoute } from "astro";
import { known } from "../../core/dataset/dataset.ts";
import { formatJson } from "../../site/api/formats.ts";
import { factRecordOf } from "../../site/api/records.ts";
import { analysis } from "../../site/dataset.ts";
import { sitePath } from "../../site/site-path.ts";

export const getStaticPaths = () => [...analysis.facts.keys()].map((id) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(
    formatJson(factRecordOf(analysis, known(analysis.facts, params.id ?? ""), sitePath)),
    {
      headers: { "Content-Type": "application/json" },
    },
  );
