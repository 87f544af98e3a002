/** Pages by their words, from Pagefind (pagefind.app/docs/api), which is fetched with the first query. */

interface Pagefind {
  options(options: { ranking: { pageLength: number } }): Promise<void>;
  init(): Promise<void>;
  search(
    query: string,
    options?: { filters: { kind: string } },
  ): Promise<{ results: { id: string; data(): Promise<PagefindPage> }[] } | null>;
}
interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly filters: { readonly kind?: readonly string[] };
  /** In the order of the page; the part before the first heading has the page's own title. */
  readonly sub_results: readonly PagefindSection[];
}
interface PagefindSection {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

export interface FoundPage {
  readonly url: string;
  readonly title: string;
  /** What the page is: "Explainer", "Fact", "Source" and so on. */
  readonly kind: string;
  /** Words around what was sought, with what was sought in `<mark>`. */
  readonly excerpt: readonly Node[];
}

export interface FoundPages {
  readonly explainers: readonly FoundPage[];
  readonly others: readonly FoundPage[];
}

export const NO_PAGES: FoundPages = { explainers: [], others: [] };

/** What `Page.astro` calls them. */
const EXPLAINER = "Explainer";
const MOST_EXPLAINERS = 3;

let loading: Promise<Pagefind> | undefined;

async function load(address: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  // Explainers and glossary are long; hundreds of short pages, one a fact, would stand before them.
  await pagefind.options({ ranking: { pageLength: 0.2 } });
  await pagefind.init();
  return pagefind;
}

/** The first pages that hold the words; none where there is no text index, as under the development server. */
export async function findPages(address: string, query: string, most: number): Promise<FoundPages> {
  try {
    loading ??= load(address);
    const pagefind = await loading;
    const first = async (count: number, options?: { filters: { kind: string } }) => {
      const answer = await pagefind.search(query, options);
      const pages = (answer?.results ?? []).slice(0, count).map((result) => result.data());
      return (await Promise.all(pages)).map(foundPage);
    };
    const explainers = await first(MOST_EXPLAINERS, { filters: { kind: EXPLAINER } });
    const pages = await first(most + MOST_EXPLAINERS);
    return { explainers, others: pages.filter(({ kind }) => kind !== EXPLAINER).slice(0, most) };
  } catch {
    loading = undefined;
    return NO_PAGES;
  }
}

function foundPage(page: PagefindPage): FoundPage {
  const section = bestSection(page);
  const title = page.meta.title ?? page.url;
  const isPart = section !== undefined && section.title !== title;
  return {
    url: section?.url ?? page.url,
    title: isPart ? `${title}: ${section.title}` : title,
    kind: page.filters.kind?.[0] ?? "Page",
    excerpt: markedText(section?.excerpt ?? page.excerpt),
  };
}

/** The section that speaks most of what was sought; of equals the first. */
function bestSection({ sub_results }: PagefindPage): PagefindSection | undefined {
  const score = ({ weighted_locations }: PagefindSection) =>
    weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  let best: PagefindSection | undefined;
  for (const section of sub_results) if (!best || score(section) > score(best)) best = section;
  return best;
}

/** Pagefind's excerpts hold escaped text and `<mark>`; they are read, never inserted as markup. */
function markedText(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].map((node) => {
    if (node instanceof Element && node.tagName === "MARK") {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      return mark;
    }
    return document.createTextNode(node.textContent ?? "");
  });
}
