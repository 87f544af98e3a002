/**
 * The public contract of DESIGN §7 as Zod schemas, from which `/schema/v1/*.schema.json` is generated. Stable within v1:
 * fields may be added, none may change or go.
 */
import { z } from "zod";
import { CAUSE_KINDS, SUPPORTS } from "../../core/causes/kinds.ts";
import { DISCREPANCY_KINDS } from "../../core/checks/kinds.ts";
import { UNIT_NAMES } from "../../core/quantity/units.ts";
import {
  DIRECTIONS,
  MEASURES,
  QUALIFIERS,
  QUANTIFIERS,
  RELATIONS,
  VERDICT_OUTCOMES,
} from "../../core/schema/vocabulary.ts";
import { STATUSES } from "../../core/verdicts/status.ts";

const id = z.string().min(1);
// As a pattern: Zod publishes `startsWith` as a format of its own, which validators refuse.
const path = z.string().regex(/^\//);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const conditions = z
  .record(z.string(), z.string())
  .describe("What else must be equal for comparison; sets are joined by +.");

const claimRecord = z.object({
  id,
  url: path.describe("The claim's address: its source's page and its key."),
  source: id,
  subject: id,
  metric: id,
  measure: z.enum(MEASURES),
  comparedWith: id.nullable(),
  comparedConditions: conditions.nullable(),
  direction: z.enum(DIRECTIONS).nullable(),
  relation: z.enum(RELATIONS).nullable(),
  over: z.enum(QUANTIFIERS).nullable(),
  conditions,
  statedConditions: conditions.describe("Those conditions that the source states itself."),
  value: z
    .string()
    .nullable()
    .describe(
      "The figure as printed without sign of currency or unit; a date in ISO form; a named value; null for a relation.",
    ),
  unit: z.enum(UNIT_NAMES).nullable(),
  qualifier: z.enum(QUALIFIERS).nullable(),
  low: decimal.nullable().describe("The least value that the printed figure stands for, included."),
  high: decimal
    .nullable()
    .describe("The value below which it stands; for an exact figure the figure itself."),
  asOf: z.object({ notBefore: z.string(), notAfter: z.string() }),
  binding: z.enum(["exact", "alias", "inferred"]),
  bindingReasons: z.array(z.string()),
  evidence: z.enum(["quote", "cell", "record"]),
  quote: z.string().nullable(),
  cell: z
    .object({ table: z.string().nullable(), row: z.string(), column: z.string(), text: z.string() })
    .nullable(),
  record: z.object({ copy: z.string(), seen: z.string() }).nullable(),
  where: z.string(),
  measuredBy: id.nullable(),
  attributedTo: id.nullable(),
  asWritten: z.object({
    subject: z.string().nullable(),
    metric: z.string().nullable(),
    value: z.string().nullable(),
    unit: z.string().nullable(),
  }),
  fact: id,
  status: z.enum(STATUSES),
  discrepancies: z.array(id),
});

const sourceRecord = z.object({
  id,
  url: path,
  title: z.string(),
  publisher: id,
  publisherName: z.string(),
  kind: z.string(),
  authors: z.array(z.string()),
  address: z.url(),
  published: z.string().nullable(),
  notBefore: z.string(),
  notAfter: z.string(),
  accessed: z.string(),
  description: z.string(),
  repeats: z.array(id),
  claims: z.array(id),
});

const aliasRecord = z.object({ name: z.string(), kind: z.string() });

const subjectRecord = z.object({
  id,
  url: path,
  name: z.string(),
  kind: z.string(),
  owner: id,
  family: id.nullable(),
  description: z.string(),
  aliases: z.array(aliasRecord),
  unattested: z.string().nullable(),
});

const metricRecord = z.object({
  id,
  url: path,
  name: z.string(),
  kind: z.string(),
  family: id,
  unit: z.enum(UNIT_NAMES),
  better: z.enum(["higher", "lower", "neither"]),
  definition: z.string(),
  aliases: z.array(aliasRecord),
});

const factRecord = z.object({
  id,
  url: path,
  subject: id,
  metric: id,
  measure: z.enum(MEASURES),
  comparedWith: id.nullable(),
  comparedConditions: conditions.nullable(),
  conditions,
  claims: z.array(id),
  status: z.enum(STATUSES),
  standing: z.object({
    value: z.string().nullable(),
    low: decimal.nullable(),
    high: decimal.nullable(),
    unit: z.enum(UNIT_NAMES).nullable(),
    basis: z.enum(["verdict", "primary", "agreement", "single", "disputed"]),
    claims: z.array(id),
  }),
});

const discrepancyRecord = z.object({
  id,
  url: path,
  kind: z.enum(DISCREPANCY_KINDS),
  severity: z.enum(["note", "minor", "major"]),
  scope: z.enum(["within", "between"]),
  facts: z.array(id),
  claims: z.array(id).describe("Every claim that the finding rests on."),
  summary: z.string(),
  computation: z.string().describe("The working, one step a line."),
  witnesses: z
    .array(id)
    .describe("Organisations from which the figures come; repeaters are no witnesses."),
  causes: z.array(
    z.object({
      kind: z.enum(CAUSE_KINDS),
      support: z.enum(SUPPORTS),
      claims: z.array(id),
      note: z.string(),
    }),
  ),
  verdict: z
    .object({
      outcome: z.enum(VERDICT_OUTCOMES),
      stands: z.array(id),
      basis: z.array(id),
      reason: z.string(),
      decided: z.string(),
      stale: z.boolean(),
    })
    .nullable(),
});

const indexRecord = z.object({
  version: z.literal("v1"),
  dataset: z.object({
    hash: z.string(),
    claims: z.int(),
    sources: z.int(),
    facts: z.int(),
    discrepancies: z.int(),
  }),
  files: z.array(z.object({ url: path, schema: path.nullable(), description: z.string() })),
});

export type ClaimRecord = z.infer<typeof claimRecord>;
export type SourceRecord = z.infer<typeof sourceRecord>;
export type SubjectRecord = z.infer<typeof subjectRecord>;
export type MetricRecord = z.infer<typeof metricRecord>;
export type FactRecord = z.infer<typeof factRecord>;
export type DiscrepancyRecord = z.infer<typeof discrepancyRecord>;
export type IndexRecord = z.infer<typeof indexRecord>;

/** The collections of the interface, each a file `{ <name>: [ … ] }`, with CSV and NDJSON beside it. */
export const COLLECTIONS = {
  claims: { record: claimRecord, description: "What each source states, with its evidence." },
  sources: { record: sourceRecord, description: "The documents." },
  subjects: { record: subjectRecord, description: "What claims are about." },
  metrics: { record: metricRecord, description: "What is measured." },
  facts: {
    record: factRecord,
    description: "The questions that claims answer, each with what stands.",
  },
  discrepancies: { record: discrepancyRecord, description: "Where sources disagree." },
} as const;
export type CollectionName = keyof typeof COLLECTIONS;
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];

/** The JSON Schema of one file of the interface. */
export function contractSchema(name: CollectionName | "index"): object {
  const schema =
    name === "index" ? indexRecord : z.object({ [name]: z.array(COLLECTIONS[name].record) });
  return { $id: `/schema/v1/${name}.schema.json`, ...z.toJSONSchema(schema) };
}
