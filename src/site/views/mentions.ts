/** From a claim, a fact, a discrepancy or a source to the passages of the explainers that use it. */
import type { Analysis } from "../../core/analysis.ts";
import { isProseFault, parseProse } from "../../core/lint/prose/document.ts";
import { findMentions, type Mention } from "../../core/lint/prose/mentions.ts";
import { articlePath } from "../addresses.ts";

export interface ArticleText {
  readonly id: string;
  readonly title: string;
  /** Its MDX, with or without front matter. */
  readonly body: string;
  /** As rendered, in the order of the text. */
  readonly headings: readonly { readonly slug: string; readonly text: string }[];
}

/** An explainer, and those of its sections in which something is used. */
interface ArticleUse {
  readonly title: string;
  readonly path: string;
  /** Each with the address of its heading; the passage above the first heading has none and leads to the page. */
  readonly sections: readonly { readonly text: string; readonly path: string }[];
}

export type UsedKind = "claim" | "fact" | "discrepancy" | "source";

/** The uses of a record, in the order of the explainers and of their sections. */
export type UseFinder = (kind: UsedKind, id: string) => readonly ArticleUse[];

const ABOVE_FIRST_HEADING = "introduction";

/**
 * A fact is used where it is shown or one of its claims is; a discrepancy where it is shown, or where two of its claims meet in one
 * section; a source where one of its claims is.
 *
 * @param articles in the order in which they are listed
 */
export function useFinder(analysis: Analysis, articles: readonly ArticleText[]): UseFinder {
  const places = articles.flatMap((article) => placesOf(article));
  const uses = new Map<string, Set<Place>>();
  const add = (kind: UsedKind, id: string, place: Place) => {
    const key = `${kind} ${id}`;
    const all = uses.get(key) ?? new Set();
    uses.set(key, all.add(place));
  };
  for (const place of places) {
    const claims = new Set<string>();
    for (const { kind, id } of place.mentions) {
      if (kind === "fact" || kind === "discrepancy") add(kind, id, place);
      if (kind !== "claim") continue;
      claims.add(id);
      add("claim", id, place);
      add("source", id.split("#")[0] ?? "", place);
      const fact = analysis.factOfClaim.get(id);
      if (fact) add("fact", fact.id, place);
    }
    for (const discrepancy of analysis.discrepancies.values()) {
      const used = discrepancy.claims.filter(({ id }) => claims.has(id)).length;
      if (used >= Math.min(2, discrepancy.claims.length)) add("discrepancy", discrepancy.id, place);
    }
  }
  const order = new Map(places.map((place, index) => [place, index]));
  return (kind, id) => {
    const found = [...(uses.get(`${kind} ${id}`) ?? [])].sort(
      (one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0),
    );
    return articles.flatMap((article) => {
      const sections = found.filter((place) => place.article === article);
      if (sections.length === 0) return [];
      const path = articlePath(article.id);
      return [
        {
          title: article.title,
          path,
          sections: sections.map(({ heading }) => ({
            text: heading?.text ?? ABOVE_FIRST_HEADING,
            path: heading ? `${path}#${heading.slug}` : path,
          })),
        },
      ];
    });
  };
}

interface Place {
  readonly article: ArticleText;
  readonly heading: { readonly slug: string; readonly text: string } | null;
  readonly mentions: Mention[];
}

/** The sections of an article that show something. */
function placesOf(article: ArticleText): Place[] {
  const document = parseProse(`${article.id}.mdx`, article.body);
  if (isProseFault(document)) return [];
  const places = new Map<number | null, Place>();
  for (const mention of findMentions(document)) {
    const heading = mention.section === null ? null : (article.headings[mention.section] ?? null);
    const place = places.get(mention.section) ?? { article, heading, mentions: [] };
    place.mentions.push(mention);
    places.set(mention.section, place);
  }
  // Notes stand at the end of the file and beside their references on the page, so sections may come out of order.
  return [...places]
    .sort(([one], [other]) => (one ?? -1) - (other ?? -1))
    .map(([, place]) => place);
}
