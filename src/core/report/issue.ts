/**
 * What is wrong with the form of the data, as a plain value. Printing is a reporter's work
 * (`src/cli/reporters`); the site and the tests read the same value.
 */
export type RuleName =
  | "broken-yaml"
  | "duplicate-key"
  | "schema"
  | "unknown-key"
  | "misplaced-file"
  | "empty-dataset"
  | "unquoted-figure"
  | "scalar-style"
  | "unknown-reference"
  | "value"
  | "undeclared-name"
  | "undeclared-condition"
  | "ambiguous-alias"
  | "long-quote"
  | "value-not-in-evidence"
  | "self-comparison"
  | "repeats-cycle"
  | "stale-verdict"
  | "orphan-verdict"
  | "record-only-verdict"
  | "unneeded-exception"
  | "bare-figure"
  | "broken-prose"
  | "missing-file"
  | "quote-not-found"
  | "cell-not-found"
  | "search-differs"
  | "change-log"
  | "removed-claim";

/** Where something stands; lines and columns count from one. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Issue extends Place {
  readonly rule: RuleName;
  readonly severity: "error" | "warning";
  /** What was written there, in the author's own text; empty when nothing was. */
  readonly written: string;
  /** Why it is refused. */
  readonly message: string;
  /** What to do next. */
  readonly next: string;
  /** The claim, verdict or other record concerned, for exceptions. */
  readonly record?: string;
}

/** By file, line, column, rule: the order in which an author mends them. */
export function compareIssues(one: Issue, other: Issue): number {
  return (
    compareText(one.file, other.file) ||
    one.line - other.line ||
    one.column - other.column ||
    compareText(one.rule, other.rule) ||
    compareText(one.message, other.message)
  );
}

/** Plain code-unit order: the same on every machine, whatever its locale. */
export function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** `file:line:column`, as editors and terminals understand it. */
export const formatPlace = (place: Place): string => `${place.file}:${place.line}:${place.column}`;
