/**
 * `<claim-explorer>`: all claims, to filter, sort, group, lay side by side and take away. The page lists every way to the claims without it. What is
 * chosen stands in the address and nowhere else, so that Back, Forward and a copied link show the same view.
 */

import type { ClaimText, ClaimWords } from "../core/columns/claim-text.ts";
import {
  type ComparedFact,
  comparedSources,
  compareSources,
  pairsInCommon,
} from "../core/columns/compare-sources.ts";
import {
  claimKeyOf,
  createExplorer,
  type Explorer,
  GROUPINGS,
  SORT_COLUMNS,
} from "../core/columns/explorer.ts";
import type { ExplorerColumns } from "../core/columns/explorer-columns.ts";
import {
  type ExplorerState,
  formatExplorerState,
  INITIAL_STATE,
  parseExplorerState,
  rangeUnitOf,
  toggleOption,
} from "../core/columns/explorer-state.ts";
import { parseFigureBound } from "../core/columns/figure-order.ts";
import { filterClaims } from "../core/columns/filter-claims.ts";
import { groupClaims, orderClaims } from "../core/columns/order-claims.ts";
import { UNITS } from "../core/quantity/units.ts";
import { formatCount } from "../site/format-count.ts";
import { joinSitePath } from "../site/site-path.ts";
import type { ExportedView, ExportFormat } from "../site/views/claim-export.ts";
import type { OpenedClaim } from "../site/views/explorer.ts";
import { createElement } from "./create-element.ts";
import type { FacetPanel } from "./explorer-facets.ts";
import type { ClaimList, comparisonTable, TableContext } from "./explorer-table.ts";
import { FrameQueue } from "./frame-queue.ts";

const PAGE_SIZE = 50;
/** Rows that are drawn at once: as many as a window shows below the controls. The others follow, some a frame. */
const FIRST_ROWS = 6;
const ROWS_A_FRAME = 6;
const SUGGESTED_PAIRS = 5;

/** How a view enters the history: as a step of its own, in the place of the last, or not at all. */
type HistoryStep = "push" | "replace" | "keep";

interface Download {
  readonly extension: string;
  readonly type: string;
}
const DOWNLOADS: Readonly<Record<ExportFormat, Download>> = {
  csv: { extension: "csv", type: "text/csv" },
  json: { extension: "json", type: "application/json" },
  markdown: { extension: "md", type: "text/markdown" },
};

async function loadJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as T;
}

/** Lets the browser draw a frame and answer its reader before the work goes on. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });

class ClaimExplorer extends HTMLElement {
  #explorer: Explorer | undefined;
  #state = INITIAL_STATE;
  #facets: FacetPanel | undefined;
  #list: ClaimList | undefined;
  #context: TableContext | undefined;
  #comparisonTable: typeof comparisonTable | undefined;
  #text: ClaimText | undefined;
  #textLoading: Promise<void> | undefined;
  #textNote = "";
  /** What is shown, all pages of it: this is what an export holds. */
  #view: ExportedView = { kind: "list", rows: [] };
  /** Letters of one word are one step of the history. */
  #isTyping = false;
  #download = "";
  readonly #marks = new Map<string, Element | null>();
  readonly #queue = new FrameQueue((isSettled) => {
    const place = this.#part(".explorer-table-place");
    if (isSettled) place.removeAttribute("aria-busy");
    else place.setAttribute("aria-busy", "true");
  });
  readonly #opened = new Map<string, Promise<Record<string, OpenedClaim>>>();

  async connectedCallback(): Promise<void> {
    if (this.#explorer) return;
    this.hidden = false;
    this.#foldFilters();
    try {
      // What draws the claims comes together with them: until then there is nothing to draw.
      const [columns, { FacetPanel }, { ClaimList, comparisonTable }] = await Promise.all([
        loadJson<ExplorerColumns>(this.dataset.columns ?? ""),
        import("./explorer-facets.ts"),
        import("./explorer-table.ts"),
      ]);
      const explorer = createExplorer(columns);
      this.#explorer = explorer;
      this.#context = this.#makeContext(explorer);
      this.#list = new ClaimList(this.#context);
      this.#comparisonTable = comparisonTable;
      this.#facets = new FacetPanel(
        this.#part(".explorer-facets"),
        explorer,
        (name, id, isChosen) => this.#apply(toggleOption(this.#state, name, id, isChosen), "push"),
      );
    } catch (error) {
      this.#say(
        `The claims could not be loaded (${error instanceof Error ? error.message : "no answer"}). The lists below lead to all of them.`,
      );
      return;
    }
    this.#listen();
    window.addEventListener("popstate", () => this.#readAddress());
    this.#readAddress();
    this.#part(".explorer").removeAttribute("inert");
    // What the first sorting would wait for is worked out while the reader looks around.
    for (const column of SORT_COLUMNS)
      for (const isDescending of [false, true]) {
        await breathe();
        this.#explorer.orderOf(column, isDescending);
      }
    await breathe();
    this.#explorer.keysOf("fact");
  }

  #makeContext(explorer: Explorer): TableContext {
    return {
      explorer,
      link: (path) => joinSitePath(this.dataset.root ?? "/", path),
      statusMark: (status) => this.#statusMark(status),
      onSort: (column) => {
        const { sort } = this.#state;
        const isDescending = sort?.column === column && !sort.isDescending;
        this.#choose({ sort: { column, isDescending } });
      },
      onOpen: (row) => this.#open(row),
    };
  }

  #part<T extends HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector);
    if (!found) throw new Error(`<claim-explorer> has no ${selector}`);
    return found;
  }

  #field(name: string): HTMLInputElement {
    return this.#part(`input[name="${name}"]`);
  }

  /** Beside the table there is room for the filters; above it they are folded. */
  #foldFilters(): void {
    const filters = this.#part<HTMLDetailsElement>(".explorer-filters");
    const wide = matchMedia("(width >= 62rem)");
    const fold = () => {
      filters.open = wide.matches;
    };
    wide.addEventListener("change", fold);
    fold();
  }

  #listen(): void {
    const words = this.#field("q");
    words.addEventListener("focus", () => void this.#loadText());
    words.addEventListener("input", () => {
      const step = this.#isTyping ? "replace" : "push";
      this.#apply({ ...this.#state, text: words.value.trim(), page: 1 }, step);
      this.#isTyping = true;
      void this.#loadText();
    });
    for (const name of ["from", "to", "since", "until"] as const)
      this.#field(name).addEventListener("change", (event) => {
        this.#choose({ [name]: (event.target as HTMLInputElement).value.trim() });
      });
    this.#onSelect("view", (value) => ({ isComparison: value === "side-by-side" }));
    this.#onSelect("group", (value) => ({
      group: GROUPINGS.find((group) => group === value) ?? null,
    }));
    this.#onSelect("sort", (value) => {
      const column = SORT_COLUMNS.find((name) => name === value.replace(/^-/, ""));
      return { sort: column ? { column, isDescending: value.startsWith("-") } : null };
    });
    this.#onSelect("density", (value) => ({ isCompact: value === "compact" }));
    this.#field("shared").addEventListener("change", (event) => {
      this.#choose({ isSharedOnly: (event.target as HTMLInputElement).checked });
    });
    this.#onClick("reset", () => this.#apply(INITIAL_STATE, "push"));
    this.#onClick("copy", () => void this.#copyLink());
    for (const format of Object.keys(DOWNLOADS) as ExportFormat[])
      this.#onClick(format, () => void this.#export(format));
    this.#onClick("previous", () => this.#turn(-1));
    this.#onClick("next", () => this.#turn(1));
  }

  #onClick(action: string, handle: () => void): void {
    this.#part(`button[data-action="${action}"]`).addEventListener("click", handle);
  }

  #onSelect(name: string, changeOf: (value: string) => Partial<ExplorerState>): void {
    const select = this.#part<HTMLSelectElement>(`select[name="${name}"]`);
    select.addEventListener("change", () => this.#choose(changeOf(select.value)));
  }

  #choose(change: Partial<ExplorerState>): void {
    this.#apply({ ...this.#state, page: 1, ...change }, "push");
  }

  #turn(by: number): void {
    this.#choose({ page: this.#state.page + by });
    this.#part(".explorer-results").scrollIntoView({ block: "start" });
  }

  #readAddress(): void {
    if (!this.#explorer) return;
    const state = parseExplorerState(new URLSearchParams(location.search), this.#explorer);
    this.#apply(state, "keep");
    if (state.text !== "") void this.#loadText();
  }

  #apply(wanted: ExplorerState, step: HistoryStep): void {
    const explorer = this.#explorer;
    if (!explorer || !this.#list) return;
    this.#isTyping = false;
    const text = wanted.text === "" ? null : (this.#text?.find(wanted.text) ?? null);
    const { rows, countsOf } = filterClaims(explorer, wanted, text);
    const sources = comparedSources(explorer, wanted);
    const isComparing = wanted.isComparison && sources.length > 1;
    const facts = isComparing ? compareSources(explorer, rows, sources, wanted.isSharedOnly) : [];
    const ordered = isComparing ? rows : orderClaims(explorer, rows, wanted);
    this.#view = isComparing
      ? { kind: "comparison", sources, facts }
      : { kind: "list", rows: ordered };

    const length = isComparing ? facts.length : ordered.length;
    const pages = Math.max(1, Math.ceil(length / PAGE_SIZE));
    const state = { ...wanted, page: Math.min(wanted.page, pages) };
    this.#state = state;
    const start = (state.page - 1) * PAGE_SIZE;
    const end = Math.min(start + PAGE_SIZE, length);

    this.#showControls(state);
    this.#showChips(state);
    const tasks = isComparing
      ? this.#showComparison(sources, facts.slice(start, end))
      : state.isComparison
        ? this.#suggestSources(rows)
        : this.#showList(ordered, start, end);
    this.#queue.run(
      [
        ...tasks.slice(0, FIRST_ROWS),
        ...(this.#facets?.update(state, countsOf) ?? []),
        ...tasks.slice(FIRST_ROWS),
      ],
      FIRST_ROWS,
      ROWS_A_FRAME,
    );
    // Pairs of sources to choose from are nothing to page through or to save.
    const isSuggesting = state.isComparison && !isComparing;
    this.#part(".explorer-save").hidden = isSuggesting;
    this.#showPages(state.page, isSuggesting ? 1 : pages, start, end, length);
    this.#sayCount(isComparing, length);
    if (step === "push" || step === "replace") {
      const address = `${location.pathname}${formatExplorerState(state)}`;
      if (step === "push") history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
  }

  #showList(ordered: Int32Array, start: number, end: number): (() => void)[] {
    const { group } = this.#state;
    const explorer = this.#explorer;
    const list = this.#list;
    if (!explorer || !list) return [];
    const tasks = list.update(
      this.#state,
      ordered.slice(start, end),
      group && groupClaims(explorer, ordered, group, start, end),
    );
    this.#showTable(list.element);
    return tasks;
  }

  #showComparison(sources: readonly number[], facts: readonly ComparedFact[]): (() => void)[] {
    if (!this.#context || !this.#comparisonTable) return [];
    const { isCompact } = this.#state;
    const { element, tasks } = this.#comparisonTable(this.#context, sources, facts, isCompact);
    this.#showTable(element);
    return tasks;
  }

  #showTable(...shown: readonly HTMLElement[]): void {
    const frame = this.#part(".explorer-table-place");
    // The list stays where it is, so that a button in its head keeps the focus.
    if (shown.length === 1 && frame.firstElementChild === shown[0]) return;
    frame.replaceChildren(...shown);
  }

  #suggestSources(rows: Int32Array): (() => void)[] {
    const explorer = this.#explorer;
    if (!explorer) return [];
    const { sources, parties } = explorer.columns;
    const nameOf = (position: number) => {
      const source = sources[position];
      return `${parties[source?.publisher ?? -1]?.names[0]}: ${source?.title}`;
    };
    const items = pairsInCommon(explorer, rows, SUGGESTED_PAIRS).map(
      ({ sources: pair, shared }) => {
        const button = createElement(
          "button",
          { type: "button", class: "link-button" },
          pair.map(nameOf).join(" and "),
        );
        button.addEventListener("click", () => {
          const source = pair.map((position) => sources[position]?.id ?? "");
          this.#choose({ facets: { ...this.#state.facets, source } });
          this.#part<HTMLElement>('select[name="view"]').focus();
        });
        return createElement(
          "li",
          {},
          button,
          createElement(
            "span",
            { class: "meta" },
            ` ${shared} ${shared === 1 ? "fact" : "facts"} in common`,
          ),
        );
      },
    );
    this.#showTable(
      createElement(
        "p",
        {},
        "Choose two or more sources under Source, and they stand side by side here.",
      ),
      ...(items.length > 0
        ? [
            createElement("p", { class: "meta" }, "These pairs answer most questions in common:"),
            createElement("ul", { class: "plain-list explorer-pairs" }, ...items),
          ]
        : []),
    );
    return [];
  }

  #showControls(state: ExplorerState): void {
    const words = this.#field("q");
    // While somebody types, the field is ahead of what was understood.
    if (words.value.trim() !== state.text) words.value = state.text;
    const selected = {
      view: state.isComparison ? "side-by-side" : "list",
      group: state.group ?? "",
      sort: state.sort ? `${state.sort.isDescending ? "-" : ""}${state.sort.column}` : "",
      density: state.isCompact ? "compact" : "comfortable",
    };
    for (const [name, value] of Object.entries(selected))
      this.#part<HTMLSelectElement>(`select[name="${name}"]`).value = value;
    for (const control of this.querySelectorAll<HTMLElement>("[data-view]"))
      control.hidden = control.dataset.view !== selected.view;
    this.#field("shared").checked = state.isSharedOnly;
    for (const name of ["since", "until"] as const) this.#field(name).value = state[name];
    this.#showRange(state);
  }

  #showRange(state: ExplorerState): void {
    if (!this.#explorer) return;
    const unit = rangeUnitOf(state, this.#explorer);
    const isTyped = state.from !== "" || state.to !== "";
    let refused = false;
    for (const name of ["from", "to"] as const) {
      const field = this.#field(name);
      field.value = state[name];
      field.disabled = unit === null && !isTyped;
      const isBad = unit !== null && state[name] !== "" && !parseFigureBound(state[name], unit);
      field.setAttribute("aria-invalid", String(isBad));
      refused ||= isBad;
    }
    const label = unit === null ? "" : UNITS[unit].label || unit;
    this.#part(".explorer-range-note").textContent =
      unit === null
        ? `Choose a unit, or a benchmark, to give bounds.${isTyped ? " Until then these are not used." : ""}`
        : refused
          ? `That is no figure in ${label}; it is not used.`
          : unit === "date"
            ? "Dates, as 2025-04 or 2025-04-14."
            : `In ${label}.`;
  }

  #showChips(state: ExplorerState): void {
    const list = this.#part(".explorer-chips");
    const chips: [text: string, without: () => ExplorerState][] = [];
    if (state.text !== "") chips.push([`“${state.text}”`, () => ({ ...this.#state, text: "" })]);
    for (const { name, label, options } of this.#explorer?.facets ?? [])
      for (const id of state.facets[name] ?? []) {
        const option = options.find((own) => own.id === id);
        chips.push([
          `${label}: ${option?.label}`,
          () => toggleOption(this.#state, name, id, false),
        ]);
      }
    for (const [name, words] of [
      ["from", "Figure from"],
      ["to", "Figure to"],
      ["since", "Since"],
      ["until", "Until"],
    ] as const)
      if (state[name] !== "")
        chips.push([`${words} ${state[name]}`, () => ({ ...this.#state, [name]: "" })]);
    const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
    list.replaceChildren(
      ...chips.map(([text, without]) => {
        const button = createElement(
          "button",
          { type: "button", class: "explorer-chip", "aria-label": `Take out: ${text}` },
          text,
          createElement("span", { "aria-hidden": "true" }, " ×"),
        );
        button.addEventListener("click", () => this.#apply({ ...without(), page: 1 }, "push"));
        return createElement("li", {}, button);
      }),
    );
    list.hidden = chips.length === 0;
    const count = Object.values(state.facets).flat().length;
    this.#part(".explorer-filter-count").textContent = count > 0 ? ` ${count} chosen` : "";
    // Whoever took one out by keyboard is at the next one, or at the words.
    if (focused >= 0)
      (
        list.children[Math.min(focused, chips.length - 1)]?.querySelector("button") ??
        this.#field("q")
      ).focus();
  }

  #showPages(page: number, pages: number, start: number, end: number, length: number): void {
    const nav = this.#part(".explorer-pages");
    nav.hidden = pages < 2;
    this.#part(".explorer-page").textContent =
      `${formatCount(start + 1)} to ${formatCount(end)} of ${formatCount(length)}, page ${page} of ${pages}`;
    const ends = { previous: page === 1, next: page === pages };
    // Not `disabled`: that would take the focus from who pages to the end.
    for (const [action, isEnd] of Object.entries(ends))
      this.#part(`button[data-action="${action}"]`).setAttribute("aria-disabled", String(isEnd));
  }

  #sayCount(isComparing: boolean, length: number): void {
    const all = this.#explorer?.size ?? 0;
    const claims =
      length === all
        ? `${formatCount(all)} claims`
        : `${formatCount(length)} of ${formatCount(all)} claims`;
    const facts = `${formatCount(length)} ${length === 1 ? "fact" : "facts"}, side by side`;
    this.#say([isComparing ? facts : claims, this.#textNote].filter(Boolean).join(". "));
  }

  #say(text: string): void {
    const status = this.#part("[role=status]");
    if (status.textContent !== text) status.textContent = text;
  }

  #statusMark(status: string): Node {
    const known = this.#marks.get(status);
    const mark =
      known ??
      this.querySelector<HTMLTemplateElement>(`template[data-status="${status}"]`)?.content
        .firstElementChild ??
      null;
    this.#marks.set(status, mark);
    return mark?.cloneNode(true) ?? document.createTextNode(status);
  }

  /** Names can be searched as soon as the library is here; the words of the sources follow. */
  #loadText(): Promise<void> {
    this.#textLoading ??= this.#fetchText().catch((error: unknown) => {
      // The next key asks again.
      this.#textLoading = undefined;
      this.#textNote = `The words of the sources could not be loaded (${error instanceof Error ? error.message : "no answer"})`;
      this.#apply(this.#state, "keep");
    });
    return this.#textLoading;
  }

  async #fetchText(): Promise<void> {
    const explorer = this.#explorer;
    if (!explorer) return;
    const results = this.#part(".explorer-results");
    results.setAttribute("aria-busy", "true");
    try {
      const wanted = loadJson<ClaimWords>(this.dataset.words ?? "");
      // Whether it failed is told below.
      wanted.catch(() => undefined);
      const [{ Index }, { createClaimText }] = await Promise.all([
        import("flexsearch"),
        import("../core/columns/claim-text.ts"),
      ]);
      const text = createClaimText(
        explorer,
        (options) => new Index(options) as ReturnType<Parameters<typeof createClaimText>[1]>,
      );
      for (const _ of text.addNames()) await breathe();
      this.#text = text;
      this.#searchAgain("Names are searched; the words of the sources are on their way");
      for (const _ of text.addWords(await wanted)) await breathe();
      this.#searchAgain("");
    } finally {
      results.removeAttribute("aria-busy");
    }
  }

  #searchAgain(note: string): void {
    this.#textNote = this.#field("q").value.trim() === "" ? "" : note;
    const isTyping = this.#isTyping;
    if (this.#state.text !== "") this.#apply(this.#state, "keep");
    this.#isTyping = isTyping;
  }

  async #open(row: number): Promise<OpenedClaim | undefined> {
    const explorer = this.#explorer;
    if (!explorer) return undefined;
    const source = explorer.columns.sources[explorer.columns.claims.source[row] ?? -1]?.id ?? "";
    const address = `${this.dataset.opened ?? ""}${source}.json`;
    const loading = this.#opened.get(source) ?? loadJson<Record<string, OpenedClaim>>(address);
    this.#opened.set(source, loading);
    try {
      return (await loading)[claimKeyOf(explorer, row)];
    } catch {
      this.#opened.delete(source);
      return undefined;
    }
  }

  async #copyLink(): Promise<void> {
    const note = this.#part(".explorer-note");
    try {
      await navigator.clipboard.writeText(location.href);
      note.textContent = "The link to this view is copied.";
    } catch {
      // A browser may refuse; the address bar has the same.
      note.textContent = `Copy it from here: ${location.href}`;
    }
  }

  async #export(format: ExportFormat): Promise<void> {
    const explorer = this.#explorer;
    if (!explorer) return;
    const { formatExport } = await import("../site/views/claim-export.ts");
    const addressOf = (path: string) =>
      new URL(joinSitePath(this.dataset.root ?? "/", path), location.href).href;
    const text = formatExport({ explorer, addressOf, view: location.href }, this.#view, format);
    const { extension, type } = DOWNLOADS[format];
    // The last one has been saved by now.
    URL.revokeObjectURL(this.#download);
    this.#download = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    const name = this.#view.kind === "comparison" ? "sources-side-by-side" : "claims";
    createElement("a", { href: this.#download, download: `${name}.${extension}` }).click();
    this.#part(".explorer-note").textContent = `Saved as ${name}.${extension}.`;
  }
}

customElements.define("claim-explorer", ClaimExplorer);
