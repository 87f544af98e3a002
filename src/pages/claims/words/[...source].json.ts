import type { APIRoute } from "astro";
import { analysis } from "../../../site/dataset.ts";
import { openedClaims } from "../../../site/views/explorer.ts";

export const getStaticPaths = () =>
  [...analysis.dataset.sources.keys()].map((source) => ({ params: { source } }));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(openedClaims(analysis, params.source ?? "")), {
    headers: { "Content-Type": "application/json" },
  });
