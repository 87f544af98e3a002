/** Explainers: their order and groups, how long they take, and what they found. */
import { isProseFault, type ProseNode, parseProse } from "../../core/lint/prose/document.ts";
import { ARTICLE_GROUPS, type ArticleGroup } from "../../core/lint/prose/front-matter.ts";

/** What the list and the pages need to know of an explainer. */
export interface ArticleEntry {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly group: ArticleGroup | null;
}

const byOrder = (one: ArticleEntry, other: ArticleEntry): number =>
  one.order - other.order || (one.id < other.id ? -1 : 1);

/** The explainers before and after one, in their order. */
export function neighboursOf<Entry extends ArticleEntry>(
  entries: readonly Entry[],
  id: string,
): { readonly previous: Entry | null; readonly next: Entry | null } {
  const sorted = [...entries].sort(byOrder);
  const index = sorted.findIndex((entry) => entry.id === id);
  return { previous: sorted[index - 1] ?? null, next: sorted[index + 1] ?? null };
}

export interface ArticleGroupView<Entry> {
  readonly title: string;
  readonly articles: readonly Entry[];
}

const UNGROUPED = "More explainers";

/** The groups that hold an explainer, in the order of the registry; those without a group come last. */
export function groupArticles<Entry extends ArticleEntry>(
  entries: readonly Entry[],
): ArticleGroupView<Entry>[] {
  const sorted = [...entries].sort(byOrder);
  const groups = [
    ...Object.entries(ARTICLE_GROUPS).map(([name, title]) => ({
      title,
      articles: sorted.filter(({ group }) => group === name),
    })),
    { title: UNGROUPED, articles: sorted.filter(({ group }) => group === null) },
  ];
  return groups.filter(({ articles }) => articles.length > 0);
}

/** Words that a reader takes in within a minute: between the averages of easy and of difficult texts. */
const WORDS_A_MINUTE = 220;

/**
 * Minutes to read a text: the words of its paragraphs, lists and headings, without tables, notes and what components draw, at 220 a
 * minute, and at least one. A figure counts as a word.
 */
export function readingMinutes(body: string): number {
  const document = parseProse("article.mdx", body);
  if (isProseFault(document)) return 1;
  return Math.max(1, Math.ceil(countWords(document.root) / WORDS_A_MINUTE));
}

const NOT_COUNTED = new Set(["table", "footnoteDefinition", "code", "yaml", "mdxJsxFlowElement"]);

function countWords(node: ProseNode): number {
  if (NOT_COUNTED.has(node.type)) return 0;
  if (node.type === "mdxJsxTextElement") return 1;
  const own = node.type === "text" || node.type === "inlineCode" ? (node.value ?? "") : "";
  const words = own.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  return (node.children ?? []).reduce((sum, child) => sum + countWords(child), words);
}

/** A part of a passage: words, or a component with its attributes as written. */
export type PassagePart = { readonly text: string } | { readonly component: ProseNode };

const SENTENCES = 2;
const SENTENCE_END = /[.!?]["”’)]?(?=\s+["“(]?\p{Lu}|\s*$)/gu;

/** The first two sentences, which state the key finding, as words and components; empty for a text without a paragraph. */
export function keyFinding(body: string): PassagePart[] {
  const document = parseProse("article.mdx", body);
  if (isProseFault(document)) return [];
  const paragraph = document.root.children?.find(({ type }) => type === "paragraph");
  const parts: PassagePart[] = [];
  let sentences = 0;
  for (const part of paragraph ? flatten(paragraph) : []) {
    if (sentences >= SENTENCES) break;
    if (!("text" in part)) {
      parts.push(part);
      continue;
    }
    // Astro sets apostrophes in what it renders; this text it does not see.
    const text = part.text.replace(/\s+/g, " ").replace(/(?<=\p{L})'/gu, "’");
    const ends = [...text.matchAll(SENTENCE_END)];
    const last = ends[SENTENCES - 1 - sentences];
    sentences += ends.length;
    parts.push({ text: last ? text.slice(0, last.index + last[0].length) : text });
  }
  return parts;
}

function flatten(node: ProseNode): PassagePart[] {
  if (node.type === "footnoteReference") return [];
  if (node.type === "mdxJsxTextElement") return [{ component: node }];
  if (node.value !== undefined) return [{ text: node.value }];
  return (node.children ?? []).flatMap(flatten);
}
