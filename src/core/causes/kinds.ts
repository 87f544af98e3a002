/**
 * The kinds of cause: a closed union with an exhaustive registry, like the kinds of discrepancy. The order is the order in which hypotheses
 * are tried: those under which nobody is wrong come first, and of two that are supported equally well the first is listed first.
 */
export const CAUSE_KINDS = [
  "rounding",
  "dropped-condition",
  "other-conditions",
  "other-snapshot",
  "other-time",
  "other-column",
  "other-row",
  "other-baseline",
  "points-as-percent",
  "derived",
  "transcription",
  "unexplained",
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

export interface CauseDescription {
  readonly title: string;
  readonly summary: string;
}

export const CAUSES: Readonly<Record<CauseKind, CauseDescription>> = {
  rounding: {
    title: "Rounding",
    summary:
      "A figure was cut off instead of rounded, rounded up or rounded twice, thousands were counted as 1,024, a result was computed from rounded figures, or two dates are a day apart.",
  },
  "dropped-condition": {
    title: "Dropped condition",
    summary:
      "What is stated holds under a condition that the source leaves out: a subset, a grader, a word such as “over”, or a narrower set of rivals.",
  },
  "other-conditions": {
    title: "Other conditions",
    summary:
      "The same figure is stated for the same question under other conditions, or each side ran the test itself.",
  },
  "other-snapshot": {
    title: "Other snapshot",
    summary: "The same figure is stated for another snapshot of the model.",
  },
  "other-time": {
    title: "True at another time",
    summary:
      "The same answer is stated for another time, or the same date for another event of the same subject or its family.",
  },
  "other-column": {
    title: "Other column",
    summary:
      "The figure is that of another measure of the same subject, such as the next column of a price list, or is computed from it.",
  },
  "other-row": {
    title: "Other row",
    summary: "The figure is that of another subject on the same measure, or is computed from it.",
  },
  "other-baseline": {
    title: "Other baseline",
    summary:
      "The stated change follows from a comparison with another subject, or from the same two figures compared the other way round.",
  },
  "points-as-percent": {
    title: "Points read as percent",
    summary: "A difference in percentage points is called a change in percent, or the reverse.",
  },
  derived: {
    title: "Derived from another wrong figure",
    summary:
      "The figure follows from another doubtful figure of its source, or the statement from another source that it repeats.",
  },
  transcription: {
    title: "Transcription",
    summary:
      "A slip of hand, eye or ear: digits swapped, one digit off, dropped or added, a decimal point moved, fifteen heard as fifty, day and month exchanged, or a garbled name.",
  },
  unexplained: {
    title: "Unexplained",
    summary: "No hypothesis fits.",
  },
};

/** How well a cause is supported, best first. */
export const SUPPORTS = ["strong", "fair", "weak"] as const;
export type Support = (typeof SUPPORTS)[number];

export const SUPPORT_MEANINGS: Readonly<Record<Support, string>> = {
  strong: "Chance would hardly have given the match.",
  fair: "Chance would seldom have given the match.",
  weak: "It would explain the figure, and little else speaks for it.",
};
