import type { APIRoute } from "astro";
import { analysis } from "../../site/dataset.ts";
import { searchColumns } from "../../site/views/search.ts";

export const GET: APIRoute = () =>
  new Response(JSON.stringify(searchColumns(analysis)), {
    headers: { "Content-Type": "application/json" },
  });
