/** The explainers as the pages list them, and where they use a record: read once for the whole build. */
import { type CollectionEntry, getCollection, render } from "astro:content";
import { analysis } from "./dataset.ts";
import type { ArticleEntry } from "./views/article.ts";
import { type UseFinder, useFinder } from "./views/mentions.ts";

export interface Explainer extends ArticleEntry {
  readonly entry: CollectionEntry<"articles">;
}

/** In their order. */
export async function explainers(): Promise<Explainer[]> {
  const entries = await getCollection("articles");
  return entries
    .map((entry) => ({
      id: entry.id,
      title: entry.data.title,
      order: entry.data.order,
      group: entry.data.group ?? null,
      entry,
    }))
    .sort((one, other) => one.order - other.order);
}

let finder: Promise<UseFinder> | undefined;

/** Where the explainers use a record. */
export function uses(): Promise<UseFinder> {
  finder ??= findUses();
  return finder;
}

async function findUses(): Promise<UseFinder> {
  const articles = (await explainers()).map(async ({ id, title, entry }) => ({
    id,
    title,
    body: entry.body ?? "",
    headings: (await render(entry)).headings,
  }));
  return useFinder(analysis, await Promise.all(articles));
}
