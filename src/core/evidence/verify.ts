import { countWords } from "../dataset/claim-resolution.ts";
import type { Claim, Dataset, Source } from "../dataset/dataset.ts";
import { compareIssues, type Issue } from "../report/issue.ts";
import { quotedWords } from "./describe-search.ts";
import { isCellInText, isQuoteInText } from "./find-evidence.ts";

export interface VerificationResult {
  readonly issues: readonly Issue[];
  /** Counts by source id, in order of id. */
  readonly counts: ReadonlyMap<string, { quotes: number; cells: number; records: number }>;
  /** Sources of which nothing was compared, by id, each with the reason. */
  readonly skipped: ReadonlyMap<string, string>;
}

/** Why a source without a text has nothing to compare. */
const RECORDS_ONLY = "rests on records of copies whose text is not held";

/**
 * Check that every quote stands in its source's text, the words by which a source dates itself included, that every cell resolves, and that the
 * recorded searches for quotations hold. That values are readable in their evidence is checked whenever the dataset is built, without
 * any text.
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
  const skipped = new Map<string, string>();
  for (const source of dataset.sources.values()) {
    if (only !== undefined && source.id !== only) continue;
    const count = { quotes: 0, cells: 0, records: 0 };
    counts.set(source.id, count);
    const text = source.text === null ? undefined : texts.get(source.text);
    const needsText =
      source.statedDate !== null || source.claims.some((claim) => claim.evidence.form !== "record");
    if (!needsText && text === undefined) skipped.set(source.id, RECORDS_ONLY);
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
    if (source.statedDate && !isQuoteInText(source.statedDate.quote, text ?? "")) {
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
      issues.push(...searchIssues(dataset, texts, claim));
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
  return { issues: issues.sort(compareIssues), counts, skipped };
}

/** A recorded search of a document whose text is at hand is repeated: what was not found is not there, and as much was held as is said. */
function searchIssues(dataset: Dataset, texts: ReadonlyMap<string, string>, claim: Claim): Issue[] {
  const words = quotedWords(claim);
  return (claim.quotation?.lookedFor ?? []).flatMap((search): Issue[] => {
    const searched: Source | undefined =
      search.source === null ? undefined : dataset.sources.get(search.source);
    const text = searched?.text ? texts.get(searched.text) : undefined;
    if (text === undefined || words === null) return [];
    const issues: Issue[] = [];
    if (!search.wasFound && isQuoteInText(words, text)) {
      issues.push({
        ...claim.place,
        rule: "search-differs",
        severity: "error",
        written: words,
        message: `the search says not-found, but the words stand in ${searched?.text}`,
        next: "Write result: found.",
        record: claim.id,
      });
    }
    const held = countWords(text);
    if (search.extent === "excerpts" && search.words !== null && search.words !== held) {
      issues.push({
        ...claim.place,
        rule: "search-differs",
        severity: "error",
        written: String(search.words),
        message: `the search says that ${search.words} words were held, but ${searched?.text} has ${held}`,
        next: `Search again, and write words: "${held}" and the day on:.`,
        record: claim.id,
      });
    }
    return issues;
  });
}
