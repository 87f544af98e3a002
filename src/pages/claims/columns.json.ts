import type { APIRoute } from "astro";
import { analysis } from "../../site/dataset.ts";
import { explorerColumns } from "../../site/views/explorer.ts";

export const GET: APIRoute = () =>
  new Response(JSON.stringify(explorerColumns(analysis)), {
    headers: { "Content-Type": "application/json" },
  });
