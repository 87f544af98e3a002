/**
 * The kinds of discrepancy: a closed union with an exhaustive registry. A kind that is not described here does not
 * compile, and a test asserts that kinds, checks and prose pages are the same list. One word serves in code, data, page and address.
 */
export const DISCREPANCY_KINDS = [
  "value-conflict",
  "date-conflict",
  "status-conflict",
  "ordering-conflict",
  "arithmetic",
  "unit-misuse",
  "impossible",
  "anachronism",
  "unsupported-quotation",
  "name-variant",
  "scope-difference",
  "rounding",
] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

export type Severity = "note" | "minor" | "major";

export interface KindDescription {
  readonly title: string;
  /** One sentence for lists. */
  readonly summary: string;
  /** The rule by which severity is given, for the methodology. */
  readonly severityRule: string;
  /** Whether its claims cannot all be right, as opposed to being different things or the same thing in other words; see also `DOUBTS_DOCUMENTS`. */
  readonly isConflict: boolean;
}

export const KINDS: Readonly<Record<DiscrepancyKind, KindDescription>> = {
  "value-conflict": {
    title: "Value conflict",
    summary:
      "Figures of one fact that cannot both be right at the precision in which they are printed.",
    severityRule:
      "Major when two figures differ by five percent of the larger one or more; otherwise minor.",
    isConflict: true,
  },
  "date-conflict": {
    title: "Date conflict",
    summary: "Dates of one event that cannot both be right.",
    severityRule:
      "Minor when the dates are a single day apart, which a time zone can explain; otherwise major.",
    isConflict: true,
  },
  "status-conflict": {
    title: "Status conflict",
    summary:
      "Opposite answers about an availability or another named value, for times that may overlap.",
    severityRule: "Always major: a reader acts on one answer or the other.",
    isConflict: true,
  },
  "ordering-conflict": {
    title: "Ordering conflict",
    summary:
      "A statement such as “beats” or “the cheapest” that figures or other such statements contradict.",
    severityRule:
      "Major when no pair of figures bears the statement out (for a superlative, no pair with one of the rivals by which it falls), or when another statement says the opposite; minor when some figures bear it out, or when one source says “matches” where another says “beats”.",
    isConflict: true,
  },
  arithmetic: {
    title: "Arithmetic",
    summary:
      "A stated difference, ratio, percentage, discount, period or day of the week that the figures it rests on do not give.",
    severityRule:
      "Major when the statement is off by five percent of itself or more; otherwise minor, and always minor where rows of a table do not fit one another.",
    isConflict: true,
  },
  "unit-misuse": {
    title: "Unit misuse",
    summary: "Percentage points called percent, or the reverse.",
    severityRule:
      "Minor: the figure is right, and its name misleads; a note where its words allow two readings, and one of them fits.",
    isConflict: true,
  },
  impossible: {
    title: "Impossible value",
    summary: "A value outside of what its own scale or another fact allows.",
    severityRule: "Always major: the two statements exclude each other.",
    isConflict: true,
  },
  anachronism: {
    title: "Anachronism",
    summary: "A document mentions what did not exist on the day it bears.",
    severityRule: "Major when the document dates itself; otherwise minor.",
    isConflict: true,
  },
  "unsupported-quotation": {
    title: "Unsupported quotation",
    summary: "Words presented as those of a document in which a recorded search did not find them.",
    severityRule:
      "A note when only excerpts of the document were searched; minor when the source itself calls the words a paraphrase; otherwise major.",
    isConflict: true,
  },
  "name-variant": {
    title: "Name variant",
    summary: "A garbled, mis-transcribed or ambiguous name.",
    severityRule:
      "Minor when the name is garbled; a note when a transcription can be undone, or when the name could mean something else.",
    isConflict: false,
  },
  "scope-difference": {
    title: "Scope difference",
    summary:
      "Figures offered for one question that answer different ones: other conditions, another measure, another time.",
    severityRule:
      "Always minor: nothing is wrong, but a reader who sets the figures side by side is misled.",
    isConflict: false,
  },
  rounding: {
    title: "Rounding",
    summary: "Different figures of one fact that agree at the precision in which they are printed.",
    severityRule: "Always a note: nothing is wrong.",
    isConflict: false,
  },
};

/**
 * Kinds that doubt the day of a document and not what it states: its figures may agree with everybody's. Such a discrepancy alone puts no fact and
 * no claim in conflict, unless the editors decided on it that the claims do not stand.
 */
export const DOUBTS_DOCUMENTS: ReadonlySet<DiscrepancyKind> = new Set(["anachronism"]);

export const isDiscrepancyKind = (text: string): text is DiscrepancyKind =>
  (DISCREPANCY_KINDS as readonly string[]).includes(text);
