import type { APIRoute } from "astro";
import { indexFile } from "../../../site/api/files.ts";
import { analysis } from "../../../site/dataset.ts";
import { sitePath } from "../../../site/site-path.ts";

export const GET: APIRoute = () =>
  new Response(indexFile(analysis, sitePath), { headers: { "Content-Type": "application/json" } });
