/** Pages by their words, from Pagefind (pagefind.app/docs/api), which is fetched with the first query. */

interface Pagefind {
  init(): Promise<void>;
  search(
    query: string,
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

let loading: Promise<Pagefind> | undefined;

/** The first pages that hold the words; none where there is no text index, as under the development server. */
export async function findPages(
  address: string,
  query: string,
  most: number,
): Promise<FoundPage[]> {
  try {
    loading ??= import(/* @vite-ignore */ address).then(async (module: Pagefind) => {
      await module.init();
      return module;
    });
    const answer = await (await loading).search(query);
    const pages = (answer?.results ?? []).slice(0, most).map((result) => result.data());
    return (await Promise.all(pages)).map(foundPage);
  } catch {
    loading = undefined;
    return [];
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
