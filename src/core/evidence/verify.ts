import type { Dataset } from "../dataset/dataset.ts";
import { compareIssues, type Issue } from "../report/issue.ts";
import { isCellInText, isQuoteInText } from "./find-evidence.ts";

export interface VerificationResult {
  readonly issues: readonly Issue[];
  /** Counts by source id, in order of id. */
  readonly counts: ReadonlyMap<string, { quotes: number; cells: number; records: number }>;
}

/**
 * Check that every quote stands in its source's text and that every cell resolves. That values are readable in
 * their evidence is checked whenever the dataset is built, without any text.
 *
 * @param texts stored texts by file name; a source whose text is missing is an issue, never skipped
 * @param only the one source to verify; all of them when left out
 */
export function verifyEvidence(
  dataset: Dataset,
  texts: ReadonlyMap<string, string>,
  only?: string,
): VerificationResult {
  const issues: Issue[] = [];
  const counts = new Map<string, { quotes: number; cells: number; records: number }>();
  for (const source of dataset.sources.values()) {
    if (only !== undefined && source.id !== only) continue;
    const count = { quotes: 0, cells: 0, records: 0 };
    counts.set(source.id, count);
    const text = source.text === null ? undefined : texts.get(source.text);
    const needsText = source.claims.some((claim) => claim.evidence.form !== "record");
    if (needsText && text === undefined) {
      issues.push({
        ...source.place,
        rule: "missing-file",
        severity: "error",
        written: source.text ?? "",
        message:
          source.text === null
            ? `${source.id} quotes, but names no stored text`
            : `the stored text ${source.text} is not in the folder`,
        next:
          source.text === null
            ? "Add text: with the name of its file, or use record as evidence."
            : "Add the file to the folder, or correct text:.",
      });
      continue;
    }
    if (source.statedDate && text !== undefined && !isQuoteInText(source.statedDate.quote, text)) {
      issues.push({
        ...source.place,
        rule: "quote-not-found",
        severity: "error",
        written: source.statedDate.quote,
        message: `the words of states-date do not stand in ${source.text}`,
        next: "Copy the words again, letter for letter, as one run.",
      });
    }
    for (const claim of source.claims) {
      const { evidence } = claim;
      if (evidence.form === "record") {
        count.records++;
      } else if (evidence.form === "quote") {
        count.quotes++;
        if (!isQuoteInText(evidence.quote, text ?? "")) {
          issues.push({
            ...claim.place,
            rule: "quote-not-found",
            severity: "error",
            written: evidence.quote,
            message: `these words do not stand in ${source.text}`,
            next: "Copy the words again, letter for letter, as one run.",
            record: claim.id,
          });
        }
      } else {
        count.cells++;
        if (!isCellInText(evidence, text ?? "")) {
          issues.push({
            ...claim.place,
            rule: "cell-not-found",
            severity: "error",
            written: `${evidence.row} × ${evidence.column}: ${evidence.text}`,
            message: `no table of ${source.text} has this cell under this row and column`,
            next: "Copy row header, column header and cell as written; table: is the heading above, or the header of the first column.",
            record: claim.id,
          });
        }
      }
    }
  }
  return { issues: issues.sort(compareIssues), counts };
}
