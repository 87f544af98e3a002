/**
 * One known error, put into a dataset on purpose to see whether the engine finds it. What is measured so is the engine's own
 * error rate, which the methodology publishes.
 */
import type { DiscrepancyKind } from "../checks/kinds.ts";
import type { RuleName } from "../report/issue.ts";

export const MUTATION_KINDS = [
  "digit-changed",
  "unit-changed",
  "date-moved",
  "row-exchanged",
  "condition-dropped",
  "name-garbled",
] as const;
export type MutationKind = (typeof MUTATION_KINDS)[number];

/** What each kind of error is, in one sentence for readers. */
export const MUTATIONS: Readonly<
  Record<MutationKind, { readonly title: string; readonly summary: string }>
> = {
  "digit-changed": {
    title: "Digit changed",
    summary: "Two neighbouring digits of a figure change places, or one digit becomes another.",
  },
  "unit-changed": {
    title: "Unit changed",
    summary: "The figure stays and its unit becomes another: dollars are cents, points percent.",
  },
  "date-moved": {
    title: "Date moved",
    summary: "A date becomes another day, the same day of another month, or of another year.",
  },
  "row-exchanged": {
    title: "Row exchanged",
    summary: "A subject is given the figure that the same source has for another subject.",
  },
  "condition-dropped": {
    title: "Condition dropped",
    summary: "The condition under which a figure holds is left out.",
  },
  "name-garbled": {
    title: "Name garbled",
    summary: "Two letters of the subject’s name change places, in the words and as written.",
  },
};

/** One change of an authored file: the new text at a path below the claim, or null to take it out. */
export interface Edit {
  readonly path: readonly string[];
  readonly to: string | null;
}

export interface Mutation {
  readonly kind: MutationKind;
  /** The claim into which the error is put. */
  readonly claim: string;
  /** What was and what becomes of it, for readers. */
  readonly note: string;
  readonly edits: readonly Edit[];
  /** The kinds of discrepancy, or rules of the loader, that name the error rightly. */
  readonly expected: readonly (DiscrepancyKind | RuleName)[];
}
