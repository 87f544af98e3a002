/** Everything that is authored, checked as a whole: data, verdicts, prose, exceptions. */
import { type Analysis, analyse } from "../analysis.ts";
import { buildDataset } from "../dataset/build-dataset.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { compareIssues, type Issue } from "../report/issue.ts";
import { applyExceptions, isExcepted } from "./exceptions.ts";
import { misnamedVerdicts } from "./misnamed-verdicts.ts";
import { lintProse } from "./prose/lint-prose.ts";
import { chartIds, lintPages } from "./prose/pages.ts";
import { proseReferences } from "./prose/references.ts";

/** Texts by path below a folder, and the name of that folder in reports. */
export interface AuthoredFolder {
  readonly root: string;
  readonly files: ReadonlyMap<string, string>;
}

export interface LintResult {
  readonly dataset: Dataset;
  /** Null when the data have faults that nobody tolerates: what is left of them need not hang together. */
  readonly analysis: Analysis | null;
  readonly issues: readonly Issue[];
}

/** @param prose null for a dataset that comes without prose */
export function lintAuthored(data: AuthoredFolder, prose: AuthoredFolder | null): LintResult {
  const { dataset, issues: dataIssues } = buildDataset(data.files, data.root);
  const isFaulty = dataIssues.some(
    (issue) => !dataset.exceptions.some((exception) => isExcepted(issue, exception)),
  );
  const analysis = isFaulty ? null : analyse(dataset);
  const faulty = new Set(dataIssues.map((issue) => issue.file));
  const found = [...dataIssues, ...(analysis?.issues ?? misnamedVerdicts(dataset, faulty))];
  if (prose) {
    const references = proseReferences(dataset, analysis, dataIssues, chartIds(prose.files.keys()));
    found.push(...lintPages(prose.files.keys(), prose.root));
    found.push(...lintProse(prose.files, references, prose.root));
  }
  // Without the analysis an exception may only seem to be unneeded.
  const issues = applyExceptions(found, dataset.exceptions).filter(
    (issue) => analysis !== null || issue.rule !== "unneeded-exception",
  );
  return { dataset, analysis, issues: issues.sort(compareIssues) };
}
