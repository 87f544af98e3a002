/**
 * The search: claims, names and discrepancies from the columns, at once and exactly; pages from Pagefind, when it has arrived. On the search
 * page the query and its facets are kept in the address.
 */
import type { ClaimColumns } from "../core/columns/columns.ts";
import { formatExplorerState } from "../core/columns/explorer-state.ts";
import { explorerStateFor, isWhollyIn } from "../core/columns/search-address.ts";
import { type ClaimSearchResult, createClaimSearch } from "../core/columns/search-claims.ts";
import { createElement } from "./create-element.ts";
import { forgetQueries, keepQuery, recentQueries } from "./recent-queries.ts";
import { NO_FACETS, SearchFacetControls, type SearchFacets } from "./search-facets.ts";
import { type FoundPages, findPages, NO_PAGES } from "./search-pages.ts";
import {
  claimItem,
  discrepancyItem,
  group,
  marked,
  meta,
  nameItem,
  pageItem,
  type ResultWriter,
  valueText,
} from "./search-results.ts";

/** How many of each group are shown; where one kind of record is chosen, its list is as long as on the page. */
const IN_DIALOG = { names: 3, claims: 6, discrepancies: 4, pages: 5 };
const ON_PAGE = { names: 8, claims: 50, discrepancies: 20, pages: 10 };

/** One download for all panels of a page. */
let columnsLoading: Promise<ClaimColumns> | undefined;

/** Makes an element search; `isOnPage` when it is the search page's own, whose address tells the query. */
export function startSearch(element: HTMLElement, isOnPage: boolean): void {
  new SearchPanel(element, isOnPage).start();
}

class SearchPanel {
  readonly #element: HTMLElement;
  readonly #isOnPage: boolean;
  readonly #root: string;
  readonly #field: HTMLInputElement | null;
  readonly #found: HTMLElement | null;
  readonly #status: HTMLElement | null;
  readonly #facets = new SearchFacetControls(() => void this.#ask("push"));
  #search: ((query: string) => ClaimSearchResult) | undefined;
  #columns: ClaimColumns | undefined;
  /** Counts queries, so that an answer that arrives late is dropped. */
  #asked = 0;

  constructor(element: HTMLElement, isOnPage: boolean) {
    this.#element = element;
    this.#isOnPage = isOnPage;
    this.#root = element.dataset.root ?? "/";
    this.#field = element.querySelector<HTMLInputElement>("input[type=search]");
    this.#found = element.querySelector<HTMLElement>(".search-found");
    this.#status = element.querySelector<HTMLElement>(".search-status");
  }

  start(): void {
    const field = this.#field;
    if (!field) return;
    this.#status?.before(this.#facets.element);
    field.addEventListener("input", () => void this.#ask("replace"));
    this.#element.addEventListener("keydown", (event) => this.#moveByArrows(event));
    this.#element.addEventListener("click", (event) => {
      const isFollowed =
        event.target instanceof Element && event.target.closest(".search-results a");
      if (isFollowed) keepQuery(field.value);
    });
    this.#element.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      keepQuery(field.value);
      if (this.#isOnPage) this.#keepInAddress("push");
      else location.assign(this.#address());
    });
    if (this.#isOnPage) {
      window.addEventListener("popstate", () => this.#readAddress());
      if (location.search !== "") this.#readAddress();
    }
    // Whether that failed is told when there is something to find.
    void this.#loadColumns().catch(() => undefined);
    if (field.value !== "") void this.#ask(null);
    else this.#showRecent();
  }

  #readAddress(): void {
    const parameters = new URLSearchParams(location.search);
    if (this.#field) this.#field.value = parameters.get("q") ?? "";
    this.#facets.choose({
      record: parameters.get("kind") ?? "",
      source: parameters.get("source") ?? "",
      model: parameters.get("model") ?? "",
    });
    void this.#ask(null);
  }

  /** The search page's address that shows what stands here. */
  #address(query = this.#field?.value ?? "", facets: SearchFacets = this.#facets.chosen): string {
    const parameters = new URLSearchParams();
    const { record, source, model } = facets;
    for (const [name, value] of Object.entries({ q: query.trim(), kind: record, source, model }))
      if (value !== "") parameters.set(name, value);
    const text = parameters.toString().replaceAll("%2F", "/");
    return `${this.#root}search/${text === "" ? "" : `?${text}`}`;
  }

  #keepInAddress(how: "push" | "replace"): void {
    const address = new URL(this.#address(), location.href);
    if (how === "push" && address.href !== location.href) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  async #loadColumns(): Promise<void> {
    if (this.#search) return;
    columnsLoading ??= fetch(this.#element.dataset.columns ?? "").then(async (response) => {
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
    this.#search ??= createClaimSearch(this.#columns);
  }

  async #ask(keep: "push" | "replace" | null): Promise<void> {
    const asked = ++this.#asked;
    const query = this.#field?.value.trim() ?? "";
    if (this.#isOnPage && keep) this.#keepInAddress(keep);
    if (query === "") {
      this.#found?.removeAttribute("aria-busy");
      this.#facets.hide();
      this.#say();
      this.#showRecent();
      return;
    }
    // Until the pages have joined the claims, the list is not complete.
    this.#found?.setAttribute("aria-busy", "true");
    try {
      await this.#loadColumns();
    } catch (error) {
      this.#found?.removeAttribute("aria-busy");
      this.#say(
        `The index could not be loaded (${error instanceof Error ? error.message : "no answer"}). Try again, or use the lists of models, benchmarks and sources.`,
      );
      return;
    }
    const columns = this.#columns;
    if (asked !== this.#asked || !this.#search || !columns) return;
    const result = this.#facets.narrow(this.#search(query), columns);
    this.#show(query, result, columns, null);
    const { record } = this.#facets.chosen;
    const isWithPages = record === "" || record === "pages";
    const words = [result.words, ...this.#facets.words(columns)].join(" ");
    const pages = isWithPages
      ? await findPages(this.#element.dataset.pagefind ?? "", words, this.#limits.pages)
      : NO_PAGES;
    if (asked !== this.#asked) return;
    this.#show(query, result, columns, pages);
    this.#found?.removeAttribute("aria-busy");
  }

  get #limits(): typeof ON_PAGE {
    return this.#isOnPage || this.#facets.chosen.record !== "" ? ON_PAGE : IN_DIALOG;
  }

  /** @param pages null as long as they are awaited */
  #show(
    query: string,
    result: ClaimSearchResult,
    columns: ClaimColumns,
    pages: FoundPages | null,
  ): void {
    this.#sayCounts(query, result, columns, pages);
    if (pages !== null) {
      // What stands is left alone: a reader may have gone down it already.
      const items = (list: FoundPages["others"]) => list.map((page) => pageItem(page, query));
      this.#found?.append(
        ...group("Explainers", items(pages.explainers)),
        ...group("Pages", items(pages.others)),
      );
      return;
    }
    const typed = [query, ...result.corrected.map(({ read }) => read)].join(" ");
    const writer: ResultWriter = { columns, root: this.#root, query: typed };
    const limits = this.#limits;
    const sought = result.sought?.text ?? null;
    const claims = group(
      "Claims",
      result.claims.slice(0, limits.claims).map((hit) => claimItem(hit, writer, sought)),
      this.#waysOn(query, result, columns),
    );
    const nearest = group(
      "Nearest figures",
      result.nearest.map((row) => claimItem({ row, figure: null }, writer, sought)),
    );
    const discrepancies = group(
      "Discrepancies",
      result.discrepancies
        .slice(0, limits.discrepancies)
        .map((position) => discrepancyItem(position, writer)),
      result.discrepancies.length > limits.discrepancies
        ? [this.#more("discrepancies", result.discrepancies.length, query)]
        : [],
    );
    const names = [
      ...group(
        "Names",
        result.names.slice(0, limits.names).map((hit) => nameItem(hit, writer)),
      ),
      ...group(
        "Similar names",
        result.nearNames
          .slice(0, result.sought ? 0 : limits.names)
          .map((hit) => nameItem(hit, writer)),
      ),
    ];
    const { record } = this.#facets.chosen;
    const only = (kind: string, elements: readonly HTMLElement[]) =>
      record === "" || record === kind ? elements : [];
    const ofNames = only("names", names);
    const ofClaims = only("claims", [...claims, ...nearest]);
    const ofDiscrepancies = only("discrepancies", discrepancies);
    // Who asks for conflicts looks for them; who types a figure, for who states it; who types a name, for its page.
    const [first, second, third] = result.isAboutConflicts
      ? [ofDiscrepancies, ofClaims, ofNames]
      : result.sought
        ? [ofClaims, ofDiscrepancies, ofNames]
        : [ofNames, ofClaims, ofDiscrepancies];
    this.#found?.replaceChildren(...first, ...second, ...third);
  }

  /** Where all claims are: in the explorer, and from the dialog on the search page. */
  #waysOn(query: string, result: ClaimSearchResult, columns: ClaimColumns): Node[] {
    const ways: Node[] = [];
    const count = result.claims.length;
    const state = explorerStateFor(columns, result);
    if (state) {
      const { source, model } = this.#facets.chosen;
      const facets = {
        ...state.facets,
        ...(source !== "" && { source: [source] }),
        ...(model !== "" && { subject: [model] }),
      };
      const text = result.sought
        ? `Show ${result.sought.text} in the explorer`
        : isWhollyIn(result)
          ? `Show ${count === 1 ? "the claim" : `all ${count} claims`} in the explorer`
          : "Show these claims in the explorer";
      const address = formatExplorerState({ ...state, facets });
      ways.push(createElement("a", { href: `${this.#root}claims/${address}` }, text));
    }
    if (count > this.#limits.claims) ways.push(this.#more("claims", count, query));
    return ways;
  }

  /** A longer list of one kind of record; where that is what stands here, the rest is counted. */
  #more(record: string, count: number, query: string): HTMLElement {
    if (this.#isOnPage && this.#facets.chosen.record === record)
      return meta(`and ${count - this.#limits.claims} more: add a model, a benchmark or a source`);
    const address = this.#address(query, { ...this.#facets.chosen, record });
    return createElement("a", { href: address }, `All ${count} ${record}`);
  }

  #say(...contents: (Node | string)[]): void {
    this.#status?.replaceChildren(...contents);
  }

  #sayCounts(
    query: string,
    result: ClaimSearchResult,
    columns: ClaimColumns,
    pages: FoundPages | null,
  ): void {
    const counted = (count: number, one: string, many: string) =>
      count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
    const counts = [
      ...counted(result.claims.length, "claim", "claims"),
      ...counted(result.discrepancies.length, "discrepancy", "discrepancies"),
      ...counted((pages?.explainers.length ?? 0) + (pages?.others.length ?? 0), "page", "pages"),
    ];
    const said: (Node | string)[] = [];
    for (const { typed, read } of result.corrected)
      said.push(`No name has “${typed}”; shown for “${read}”. `);
    if (result.sought && !result.claims.some(({ figure }) => figure === "equal"))
      said.push(unstated(result, columns));
    if (result.unread.length > 0) said.push(...this.#withoutUnread(query, result.unread));
    if (counts.length > 0) said.push(`${counts.join(", ")}.`);
    const isEmpty = said.length === 0 && result.names.length === 0;
    if (isEmpty)
      said.push(
        pages === null
          ? "Searching…"
          : "Nothing found. Try the name of a model, a benchmark or a source, or a figure.",
      );
    this.#say(...said);
  }

  #withoutUnread(query: string, unread: readonly string[]): (Node | string)[] {
    const quoted = unread.map((word) => `“${word}”`).join(", ");
    const rest = query
      .split(/\s+/)
      .filter((word) => !unread.includes(word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")))
      .join(" ");
    const said: (Node | string)[] = [`No model, measure or source is called ${quoted}. `];
    if (rest === "" || rest === query || !this.#search?.(rest).claims.length) return said;
    said.push(this.#askAgain(rest, `Search for “${rest}”`), ". ");
    return said;
  }

  /** A link to another query, answered here. */
  #askAgain(query: string, ...contents: (Node | string)[]): HTMLAnchorElement {
    const link = createElement("a", { href: this.#address(query, NO_FACETS) }, ...contents);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !this.#field) return;
      event.preventDefault();
      // The dialog closes on a followed link; this one stays.
      event.stopPropagation();
      this.#field.value = query;
      this.#facets.choose(NO_FACETS);
      this.#field.focus();
      void this.#ask("push");
    });
    return link;
  }

  #showRecent(): void {
    const recent = recentQueries();
    if (recent.length === 0) {
      this.#found?.replaceChildren();
      return;
    }
    const forget = createElement(
      "button",
      { type: "button", class: "button" },
      "Clear recent queries",
    );
    forget.addEventListener("click", () => {
      forgetQueries();
      this.#found?.replaceChildren();
      this.#field?.focus();
    });
    const items = recent.map((query) => [this.#askAgain(query, ...marked(query, ""))]);
    this.#found?.replaceChildren(...group("Recent queries", items, [forget]));
  }

  /** Down and Up move through the results and back to the field. */
  #moveByArrows(event: KeyboardEvent): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops: HTMLElement[] = [
      ...(this.#field ? [this.#field] : []),
      ...this.#element.querySelectorAll<HTMLElement>(".search-found a"),
    ];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

/** That no claim has the figure, and which ones come nearest. */
function unstated({ sought, nearest }: ClaimSearchResult, columns: ClaimColumns): string {
  const near = nearest.map((row) => valueText(columns, row));
  const last = near.pop();
  const list = near.length > 0 ? `${near.join(", ")} and ${last}` : last;
  const ending =
    list === undefined ? "" : `; the nearest ${near.length > 0 ? "are" : "is"} ${list}`;
  return `No claim says ${sought?.text}${ending}. `;
}
