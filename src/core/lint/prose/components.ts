/**
 * The components that prose may use and what their attributes hold: the one list that `data:check` and the site share.
 */
import { COMPARING_MEASURES, GATHERING_MEASURES } from "../../derivation/derivation.ts";

/** What an id in an attribute refers to. */
export type ReferenceKind =
  | "claim"
  | "fact"
  | "discrepancy"
  | "metric"
  | "subject"
  | "source"
  | "chart";

/** An id, a list of claims written as `{["…", "…"]}`, or one of these words. */
export type AttributeKind = ReferenceKind | "claims" | readonly string[];

export interface ProseComponent {
  readonly attributes: Readonly<Record<string, AttributeKind>>;
  /** Which attributes it takes together: one of these sets. Those in no set may be added. */
  readonly forms: readonly (readonly string[])[];
  /** What it shows, for proposals. */
  readonly shows: string;
}

export const PROSE_COMPONENTS = {
  Figure: {
    attributes: { claim: "claim", fact: "fact" },
    forms: [["claim"], ["fact"]],
    shows: "a figure, as one source states it or as it stands",
  },
  Derived: {
    attributes: {
      measure: [...COMPARING_MEASURES, ...GATHERING_MEASURES],
      own: "claim",
      other: "claim",
      of: "claims",
      sign: ["none"],
    },
    forms: [
      ["measure", "own", "other"],
      ["measure", "of"],
    ],
    shows: "a figure that the ledger computes from claims",
  },
  Strip: {
    attributes: { fact: "fact" },
    forms: [["fact"]],
    shows: "the precision strip of a fact",
  },
  Discrepancy: { attributes: { id: "discrepancy" }, forms: [["id"]], shows: "a discrepancy" },
  Quote: { attributes: { claim: "claim" }, forms: [["claim"]], shows: "the words of a source" },
  BenchmarkChart: {
    attributes: { metric: "metric" },
    forms: [["metric"]],
    shows: "all sources' figures by model",
  },
  Chart: { attributes: { id: "chart" }, forms: [["id"]], shows: "a chart of src/content/charts" },
} as const satisfies Record<string, ProseComponent>;

export type ProseComponentName = keyof typeof PROSE_COMPONENTS;

/** The component of a name; null when prose has none of that name. */
export const proseComponent = (name: string): ProseComponent | null =>
  Object.hasOwn(PROSE_COMPONENTS, name) ? PROSE_COMPONENTS[name as ProseComponentName] : null;
