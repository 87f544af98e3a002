/**
 * The search: claims and names from the columns, at once and exactly; pages from Pagefind, when it has arrived. On the search page the
 * query is kept in the address.
 */
import type { ClaimColumns } from "../core/columns/columns.ts";
import {
  type ClaimHit,
  type ClaimSearchResult,
  createClaimSearch,
  type FigureMatch,
  type NameHit,
} from "../core/columns/search-claims.ts";
import { formatQuantity, isQuantity, parseQuantity } from "../core/quantity/quantity.ts";

/** The part of Pagefind's interface that we use (pagefind.app/docs/api). */
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

const FIGURE_WORDS: Readonly<Record<FigureMatch, string>> = {
  equal: "the same figure",
  "rounds-to-sought": "rounds to it",
  "sought-rounds-to-it": "it rounds to this",
};

const NAME_PATHS: Readonly<Record<NameHit["kind"], string>> = {
  subject: "models",
  metric: "benchmarks",
  source: "sources",
};
const NAME_WORDS: Readonly<Record<NameHit["kind"], string>> = {
  subject: "Subject",
  metric: "Measure",
  source: "Source",
};

const NAMES_IN_DIALOG = 3;
const NAMES_ON_PAGE = 6;
const CLAIMS_IN_DIALOG = 8;
const CLAIMS_ON_PAGE = 100;
const PAGES_SHOWN = 8;

/** One download for all panels of a page. */
let columnsLoading: Promise<ClaimColumns> | undefined;
let pagefindLoading: Promise<Pagefind> | undefined;

class LedgerSearch extends HTMLElement {
  readonly #isOnPage = this.closest("dialog") === null;
  #search: ((query: string) => ClaimSearchResult) | undefined;
  #columns: ClaimColumns | undefined;
  /** Counts queries, so that an answer that arrives late is dropped. */
  #asked = 0;

  connectedCallback(): void {
    const field = this.#field;
    if (!field) return;
    // What stands here until now tells how to go on without this script.
    this.querySelector(".search-found")?.replaceChildren();
    // Whether that failed is told when there is something to find.
    field.addEventListener("focus", () => void this.#loadColumns().catch(() => undefined), {
      once: true,
    });
    field.addEventListener("input", () => void this.#ask(field.value));
    this.addEventListener("keydown", (event) => this.#moveByArrows(event));
    this.querySelector("form")?.addEventListener("submit", (event) => {
      if (!this.#isOnPage) return;
      event.preventDefault();
      this.#keepInAddress(field.value, "push");
    });
    if (!this.#isOnPage) return;
    const readAddress = () => {
      field.value = new URLSearchParams(location.search).get("q") ?? "";
      void this.#ask(field.value, false);
    };
    window.addEventListener("popstate", readAddress);
    if (location.search !== "") readAddress();
    field.focus();
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>("input[type=search]");
  }

  #keepInAddress(query: string, how: "push" | "replace"): void {
    const address = new URL(location.href);
    if (query === "") address.searchParams.delete("q");
    else address.searchParams.set("q", query);
    if (how === "push" && address.href !== location.href) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  async #loadColumns(): Promise<void> {
    if (this.#search) return;
    columnsLoading ??= fetch(this.dataset.columns ?? "").then(async (response) => {
      if (!response.ok) throw new Error(`the index answered ${response.status}`);
      return (await response.json()) as ClaimColumns;
    });
    try {
      this.#columns = await columnsLoading;
    } catch (error) {
      // The next query asks again.
      columnsLoading = undefined;
      throw error;
    }
    this.#search = createClaimSearch(this.#columns);
  }

  async #ask(query: string, keep = true): Promise<void> {
    const asked = ++this.#asked;
    if (this.#isOnPage && keep) this.#keepInAddress(query, "replace");
    const found = this.querySelector(".search-found");
    if (query.trim() === "") {
      found?.replaceChildren();
      found?.removeAttribute("aria-busy");
      this.#say("");
      return;
    }
    // Until the pages have joined the claims, the list is not complete.
    found?.setAttribute("aria-busy", "true");
    try {
      await this.#loadColumns();
    } catch (error) {
      found?.removeAttribute("aria-busy");
      this.#say(
        `The index could not be loaded (${error instanceof Error ? error.message : "no answer"}). Try again, or use the lists of models, benchmarks and sources.`,
      );
      return;
    }
    if (asked !== this.#asked || !this.#search || !this.#columns) return;
    const result = this.#search(query);
    const names = this.#renderNames(result);
    const claims = this.#renderClaims(result, this.#columns, query);
    // Who types a figure looks for who states it; a name beside it only narrows that down.
    found?.replaceChildren(
      ...(result.sought === null ? [...names, ...claims] : [...claims, ...names]),
    );
    this.#sayCounts(result, 0, false);
    const pages = await this.#findPages(query);
    if (asked !== this.#asked) return;
    found?.append(...this.#renderPages(pages));
    found?.removeAttribute("aria-busy");
    this.#sayCounts(result, pages.length, true);
  }

  async #findPages(query: string): Promise<PagefindPage[]> {
    const address = this.dataset.pagefind ?? "";
    try {
      pagefindLoading ??= import(/* @vite-ignore */ address).then(async (module: Pagefind) => {
        await module.init();
        return module;
      });
      const answer = await (await pagefindLoading).search(query);
      return await Promise.all(
        (answer?.results ?? []).slice(0, PAGES_SHOWN).map((result) => result.data()),
      );
    } catch {
      // The development server has no text index; claims and names are found all the same.
      pagefindLoading = undefined;
      return [];
    }
  }

  #say(text: string): void {
    const status = this.querySelector(".search-status");
    if (status) status.textContent = text;
  }

  #sayCounts(result: ClaimSearchResult, pages: number, isComplete: boolean): void {
    const counts: string[] = [];
    if (result.claims.length > 0)
      counts.push(`${result.claims.length} ${result.claims.length === 1 ? "claim" : "claims"}`);
    if (pages > 0) counts.push(`${pages} ${pages === 1 ? "page" : "pages"}`);
    const found = counts.length > 0 ? `${counts.join(", ")}.` : "";
    // A figure that nobody states is an answer, whatever pages share its digits.
    const isUnstated = result.sought !== null && result.claims.length === 0;
    if (isUnstated && isComplete) {
      this.#say(`No claim states ${result.sought}, or a figure that rounds to it. ${found}`.trim());
    } else if (found !== "" || result.names.length > 0) this.#say(found);
    else if (!isComplete) this.#say("Searching…");
    else this.#say("Nothing found. Try the name of a model or benchmark, or a figure.");
  }

  #renderNames({ names }: ClaimSearchResult): HTMLElement[] {
    if (names.length === 0) return [];
    return this.#group(
      "Names",
      names
        .slice(0, this.#isOnPage ? NAMES_ON_PAGE : NAMES_IN_DIALOG)
        .map(({ kind, record, alias }) => {
          const title = this.#link(
            `${NAME_PATHS[kind]}/${record.id}/`,
            record.names[0] ?? record.id,
          );
          const note =
            alias === null ? NAME_WORDS[kind] : `${NAME_WORDS[kind]}, also written “${alias}”`;
          return [title, meta(note)];
        }),
    );
  }

  #renderClaims(
    { claims }: ClaimSearchResult,
    columns: ClaimColumns,
    query: string,
  ): HTMLElement[] {
    if (claims.length === 0) return [];
    const most = this.#isOnPage ? CLAIMS_ON_PAGE : CLAIMS_IN_DIALOG;
    const items = claims.slice(0, most).map((hit) => this.#renderClaim(hit, columns));
    if (claims.length > most) {
      const all = this.#isOnPage
        ? meta(`and ${claims.length - most} more; add a model, a benchmark or a source`)
        : this.#link(`search/?q=${encodeURIComponent(query)}`, `All ${claims.length} claims`);
      items.push([all]);
    }
    return this.#group("Claims", items);
  }

  #renderClaim({ row, figure }: ClaimHit, columns: ClaimColumns): Node[] {
    const { claims } = columns;
    const source = columns.sources[claims.source[row] ?? -1];
    const subject = columns.subjects[claims.subject[row] ?? -1]?.names[0] ?? "";
    const metric = columns.metrics[claims.metric[row] ?? -1]?.names[0] ?? "";
    const value = document.createElement("strong");
    value.className = "search-value";
    value.textContent = valueText(columns, row);
    const link = this.#link(`sources/${source?.id}/#${claims.key[row]}`, "");
    link.append(value, ` ${subject}: ${metric}`);
    const particulars = claims.particulars[row];
    const notes = [
      source?.publisher,
      particulars === "" ? undefined : particulars,
      columns.statuses[claims.status[row] ?? -1],
      figure === null ? undefined : FIGURE_WORDS[figure],
    ];
    return [link, meta(notes.filter((note) => note !== undefined).join(" · "))];
  }

  #renderPages(pages: readonly PagefindPage[]): HTMLElement[] {
    if (pages.length === 0) return [];
    return this.#group(
      "Pages",
      pages.map((page) => {
        const section = bestSection(page);
        const pageTitle = page.meta.title ?? page.url;
        const isPart = section !== undefined && section.title !== pageTitle;
        const link = document.createElement("a");
        link.href = section?.url ?? page.url;
        link.textContent = isPart ? `${pageTitle}: ${section.title}` : pageTitle;
        const excerpt = document.createElement("p");
        excerpt.className = "search-excerpt";
        excerpt.append(...markedText(section?.excerpt ?? page.excerpt));
        return [link, meta(page.filters.kind?.[0] ?? "Page"), excerpt];
      }),
    );
  }

  #group(title: string, items: readonly (readonly Node[])[]): HTMLElement[] {
    const heading = document.createElement("h2");
    heading.className = "search-group";
    heading.textContent = title;
    const list = document.createElement("ul");
    list.className = "search-results";
    for (const item of items) {
      const entry = document.createElement("li");
      entry.append(...item);
      list.append(entry);
    }
    return [heading, list];
  }

  #link(path: string, text: string): HTMLAnchorElement {
    const link = document.createElement("a");
    link.href = `${this.dataset.root ?? "/"}${path}`;
    link.textContent = text;
    return link;
  }

  /** Down and Up move through the results and back to the field. */
  #moveByArrows(event: KeyboardEvent): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const field = this.#field;
    const stops: HTMLElement[] = [
      ...(field ? [field] : []),
      ...this.querySelectorAll<HTMLElement>(".search-found a"),
    ];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

function valueText(columns: ClaimColumns, row: number): string {
  const { claims } = columns;
  const value = claims.value[row] ?? "";
  const unit = columns.units[claims.unit[row] ?? -1];
  if (unit === undefined) return value.replaceAll("-", " ");
  const quantity = parseQuantity(value, unit);
  if (!isQuantity(quantity)) return value;
  const direction = unit === "ratio" ? 0 : claims.direction[row];
  return formatQuantity(quantity, unit, {
    qualifier: columns.qualifiers[claims.qualifier[row] ?? -1],
    direction: direction === 1 ? "up" : direction === -1 ? "down" : undefined,
  });
}

function meta(text: string): HTMLElement {
  const note = document.createElement("p");
  note.className = "meta";
  note.textContent = text;
  return note;
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

customElements.define("ledger-search", LedgerSearch);
