import type { APIRoute } from "astro";
import {
  COLLECTION_NAMES,
  type CollectionName,
  contractSchema,
} from "../../../site/api/contract.ts";
import { formatJson } from "../../../site/api/formats.ts";

export const getStaticPaths = () =>
  [...COLLECTION_NAMES, "index"].map((name) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) =>
  new Response(formatJson(contractSchema(params.name as CollectionName | "index")), {
    headers: { "Content-Type": "application/schema+json" },
  });
