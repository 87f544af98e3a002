/** The files of the public interface, as text. */
import type { Analysis } from "../../core/analysis.ts";
import {
  COLLECTION_NAMES,
  COLLECTIONS,
  type CollectionName,
  type IndexRecord,
} from "./contract.ts";
import { formatCsv, formatJson, formatNdjson } from "./formats.ts";
import { collectionRecords } from "./records.ts";

export const FILE_FORMATS = ["json", "ndjson", "csv"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const TYPES: Readonly<Record<FileFormat, string>> = {
  json: "application/json",
  ndjson: "application/x-ndjson",
  csv: "text/csv; charset=utf-8",
};

/** Fields that are maps with fixed keys become columns of their own. */
const NESTED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  asOf: ["notBefore", "notAfter"],
  asWritten: ["subject", "metric", "value", "unit"],
  cell: ["table", "row", "column", "text"],
  record: ["copy", "seen"],
  standing: ["value", "low", "high", "unit", "basis", "claims"],
  verdict: ["outcome", "stands", "basis", "reason", "decided", "stale"],
};

/** The columns of a collection's CSV file, from its schema. */
export function csvColumns(name: CollectionName): string[] {
  return Object.keys(COLLECTIONS[name].record.shape).flatMap(
    (field) => NESTED_COLUMNS[field]?.map((inner) => `${field}.${inner}`) ?? [field],
  );
}

export function collectionFile(
  analysis: Analysis,
  name: CollectionName,
  format: FileFormat,
  link: (path: string) => string,
): { body: string; type: string } {
  const records: readonly object[] = collectionRecords(analysis, name, link);
  const bodies: Readonly<Record<FileFormat, () => string>> = {
    json: () => formatJson({ [name]: records }),
    ndjson: () => formatNdjson(records),
    csv: () => formatCsv(records, csvColumns(name)),
  };
  return { body: bodies[format](), type: TYPES[format] };
}

export function indexFile(analysis: Analysis, link: (path: string) => string): string {
  const index: IndexRecord = {
    version: "v1",
    dataset: {
      hash: analysis.dataset.hash,
      claims: analysis.dataset.claims.size,
      sources: analysis.dataset.sources.size,
      facts: analysis.facts.size,
      discrepancies: analysis.discrepancies.size,
    },
    files: COLLECTION_NAMES.flatMap((name) =>
      FILE_FORMATS.map((format) => ({
        url: link(`/api/v1/${name}.${format}`),
        schema: format === "json" ? link(`/schema/v1/${name}.schema.json`) : null,
        description: COLLECTIONS[name].description,
      })),
    ),
  };
  return formatJson(index);
}
