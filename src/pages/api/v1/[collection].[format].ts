import type { APIRoute } from "astro";
import { COLLECTION_NAMES, type CollectionName } from "../../../site/api/contract.ts";
import { collectionFile, FILE_FORMATS, type FileFormat } from "../../../site/api/files.ts";
import { analysis } from "../../../site/dataset.ts";
import { sitePath } from "../../../site/site-path.ts";

export const getStaticPaths = () =>
  COLLECTION_NAMES.flatMap((collection) =>
    FILE_FORMATS.map((format) => ({ params: { collection, format } })),
  );

export const GET: APIRoute = ({ params }) => {
  const { body, type } = collectionFile(
    analysis,
    params.collection as CollectionName,
    params.format as FileFormat,
    sitePath,
  );
  return new Response(body, { headers: { "Content-Type": type } });
};
