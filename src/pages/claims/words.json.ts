import type { APIRoute } from "astro";
import { analysis } from "../../site/dataset.ts";
import { claimWords } from "../../site/views/explorer.ts";

export const GET: APIRoute = () =>
  new Response(JSON.stringify(claimWords(analysis)), {
    headers: { "Content-Type": "application/json" },
  });
