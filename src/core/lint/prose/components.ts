/**
 * The components that prose may use and what their attributes refer to: the one list that `data:check` and the site share.
 */

/** What an id in an attribute refers to. */
export type ReferenceKind = "claim" | "fact" | "discrepancy" | "metric" | "subject" | "source";

export interface ProseComponent {
  /** Attribute to what it refers to. Exactly one of them is given. */
  readonly attributes: Readonly<Record<string, ReferenceKind>>;
  /** What it shows, for proposals. */
  readonly shows: string;
}

export const PROSE_COMPONENTS = {
  Figure: {
    attributes: { claim: "claim", fact: "fact" },
    shows: "a figure, as one source states it or as it stands",
  },
  Strip: { attributes: { fact: "fact" }, shows: "the precision strip of a fact" },
  Discrepancy: { attributes: { id: "discrepancy" }, shows: "a discrepancy" },
  Quote: { attributes: { claim: "claim" }, shows: "the words of a source" },
  BenchmarkChart: { attributes: { metric: "metric" }, shows: "all sources' figures by model" },
} as const satisfies Record<string, ProseComponent>;

export type ProseComponentName = keyof typeof PROSE_COMPONENTS;

/** The component of a name; null when prose has none of that name. */
export const proseComponent = (name: string): ProseComponent | null =>
  Object.hasOwn(PROSE_COMPONENTS, name) ? PROSE_COMPONENTS[name as ProseComponentName] : null;
