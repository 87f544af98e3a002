/** Reports for other programs: one document, in the words of the public contract, with its JSON Schema. */
import { z } from "zod";
import type { Analysis, Discrepancy } from "../../core/analysis.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { RULE_NAMES } from "../../core/lint/rules.ts";
import type { Issue } from "../../core/report/issue.ts";
import { COLLECTION_NAMES, COLLECTIONS } from "../../site/api/contract.ts";
import { formatJson } from "../../site/api/formats.ts";
import { collectionRecords, discrepancyRecordOf } from "../../site/api/records.ts";

const place = z.object({ file: z.string(), line: z.int(), column: z.int() });

const head = {
  version: z.literal("v1"),
  data: z.string().describe("The folder that was read."),
  dataset: z.object({
    hash: z.string(),
    sources: z.int(),
    claims: z.int(),
    facts: z.int(),
    discrepancies: z.int(),
  }),
  analysed: z
    .enum(["whole", "in-part", "not"])
    .describe(
      "Whether the checks ran on all claims, on those without fault, or, where what is left does not hang together, not at all.",
    ),
  issues: z
    .array(
      place.extend({
        rule: z.enum(RULE_NAMES),
        severity: z.enum(["error", "warning"]),
        written: z.string().describe("The author's own text; empty where nothing was written."),
        message: z.string().describe("Why it is refused."),
        next: z.string().describe("What to do next."),
        record: z.string().nullable(),
      }),
    )
    .describe("Faults of form, by file and line."),
};

const checkReport = z.object({
  ...head,
  findings: z
    .array(
      COLLECTIONS.discrepancies.record.extend({
        place: place.describe("Where the first of its claims is written."),
      }),
    )
    .describe("What the checks found, most severe first."),
});

const datasetReport = z.object({
  ...head,
  ...Object.fromEntries(
    COLLECTION_NAMES.map((name) => [name, z.array(COLLECTIONS[name].record)] as const),
  ),
});

export const REPORT_SCHEMAS = { checkReport, datasetReport } as const;

/** What was read and what became of it. */
export interface CheckedData {
  readonly root: string;
  readonly dataset: Dataset;
  readonly analysis: Analysis | null;
  /** Whether records with faults were left out of the analysis. */
  readonly isPartial: boolean;
  readonly issues: readonly Issue[];
}

function headOf({ root, dataset, analysis, isPartial, issues }: CheckedData) {
  return {
    version: "v1" as const,
    data: root,
    dataset: {
      hash: dataset.hash,
      sources: dataset.sources.size,
      claims: dataset.claims.size,
      facts: analysis?.facts.size ?? 0,
      discrepancies: analysis?.discrepancies.size ?? 0,
    },
    analysed: analysis === null ? "not" : isPartial ? "in-part" : "whole",
    issues: issues.map(
      ({ file, line, column, rule, severity, written, message, next, record }) => ({
        file,
        line,
        column,
        rule,
        severity,
        written,
        message,
        next,
        record: record ?? null,
      }),
    ),
  };
}

const isOnTheSite = (path: string) => path;

/** Issues and findings, for `data:check`. */
export function formatCheckReport(checked: CheckedData, findings: readonly Discrepancy[]): string {
  const { analysis } = checked;
  return formatJson({
    ...headOf(checked),
    findings: findings.map((discrepancy) => {
      const { file, line, column } = (discrepancy.about[0] ?? discrepancy.claims[0])?.place ?? {
        file: checked.root,
        line: 1,
        column: 1,
      };
      return {
        ...(analysis && discrepancyRecordOf(analysis, discrepancy, isOnTheSite)),
        place: { file, line, column },
      };
    }),
  });
}

/** Issues, and everything that the public interface would hold, for `check:dataset`. */
export function formatDatasetReport(checked: CheckedData): string {
  const { analysis } = checked;
  return formatJson({
    ...headOf(checked),
    ...Object.fromEntries(
      COLLECTION_NAMES.map((name) => [
        name,
        analysis === null ? [] : collectionRecords(analysis, name, isOnTheSite),
      ]),
    ),
  });
}
