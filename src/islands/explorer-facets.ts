import type { Explorer } from "../core/columns/explorer.ts";
import type { ExplorerState } from "../core/columns/explorer-state.ts";
import type { FacetColumn, FacetName } from "../core/columns/facets.ts";
import type { FilteredClaims } from "../core/columns/filter-claims.ts";
import { formatCount } from "../site/format-count.ts";
import { createElement } from "./create-element.ts";

/** Options that a facet shows before it is asked for all. */
const SHOWN = 8;
/** Facets with more options than this have a field that looks among them. */
const MANY = 12;
/** The rest is a click away. */
const OPEN_FACETS: ReadonlySet<FacetName> = new Set(["metric", "subject", "source", "status"]);
/** Their options have an order of their own; the others stand by count. */
const ORDERED_FACETS: ReadonlySet<FacetName> = new Set([
  "status",
  "severity",
  "independence",
  "measure",
  "kind",
]);

export type ToggleOption = (name: FacetName, id: string, isChosen: boolean) => void;

/** The facets with their live counts. An option keeps its element, and so the focus, whatever is chosen elsewhere. */
export class FacetPanel {
  readonly #facets: readonly FacetList[];

  constructor(host: HTMLElement, explorer: Explorer, onToggle: ToggleOption) {
    this.#facets = explorer.facets.map((facet) => new FacetList(facet, onToggle));
    host.replaceChildren(...this.#facets.map(({ element }) => element));
  }

  /** What shows new choices and counts, a facet a task. */
  update(state: ExplorerState, countsOf: FilteredClaims["countsOf"]): (() => void)[] {
    return this.#facets.map(
      (facet) => () => facet.update(state.facets[facet.name] ?? [], countsOf),
    );
  }
}

interface OptionElement {
  readonly item: HTMLLIElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

class FacetList {
  readonly element: HTMLDetailsElement;
  readonly #facet: FacetColumn;
  /** What is looked for among the options, in lower case. */
  readonly #labels: readonly string[];
  readonly #onToggle: ToggleOption;
  readonly #items = new Map<number, OptionElement>();
  readonly #chosenNote = createElement("span", { class: "facet-chosen" });
  readonly #list = createElement("ul", { class: "facet-options" });
  readonly #all = createElement("button", { type: "button", class: "facet-all" });
  readonly #field: HTMLInputElement | null;
  #chosen: readonly string[] = [];
  #countsOf: FilteredClaims["countsOf"] = () => new Int32Array();
  #isWhole = false;
  #isStale = true;

  constructor(facet: FacetColumn, onToggle: ToggleOption) {
    this.#facet = facet;
    this.#labels = facet.options.map(({ label }) => label.toLowerCase());
    this.#onToggle = onToggle;
    this.#field =
      facet.options.length > MANY
        ? createElement("input", {
            class: "small-field facet-field",
            type: "search",
            "aria-label": `Look among: ${facet.label}`,
            placeholder: "Look among these",
            autocomplete: "off",
          })
        : null;
    this.#field?.addEventListener("input", (event) => {
      // The explorer's own fields are listened to above this one.
      event.stopPropagation();
      this.#render();
    });
    this.#all.addEventListener("click", () => {
      this.#isWhole = !this.#isWhole;
      this.#render();
    });
    this.element = createElement(
      "details",
      { class: "facet", open: OPEN_FACETS.has(facet.name), "data-facet": facet.name },
      createElement("summary", {}, facet.label, this.#chosenNote),
      ...(this.#field ? [this.#field] : []),
      createElement("div", { role: "group", "aria-label": facet.label }, this.#list),
      this.#all,
    );
    // A folded facet costs nothing until it is opened.
    this.element.addEventListener("toggle", () => {
      if (this.element.open && this.#isStale) this.#render();
    });
  }

  get name(): FacetName {
    return this.#facet.name;
  }

  update(chosen: readonly string[], countsOf: FilteredClaims["countsOf"]): void {
    this.#chosen = chosen;
    this.#countsOf = countsOf;
    this.#chosenNote.textContent = chosen.length > 0 ? ` ${chosen.length} chosen` : "";
    this.#isStale = true;
    if (this.element.open) this.#render();
  }

  #render(): void {
    this.#isStale = false;
    const { options } = this.#facet;
    const sought = this.#field?.value.trim().toLowerCase() ?? "";
    const isChosen = (at: number) => this.#chosen.includes(options[at]?.id ?? "");
    const counts = this.#countsOf(this.name);
    const countOf = (at: number) => counts[at] ?? 0;
    const offered = options
      .map((_, at) => at)
      .filter(
        (at) => (countOf(at) > 0 || isChosen(at)) && (this.#labels[at]?.includes(sought) ?? false),
      );
    if (!ORDERED_FACETS.has(this.name))
      offered.sort((one, other) => countOf(other) - countOf(one) || one - other);
    const shown = this.#isWhole
      ? offered
      : offered.filter((at, index) => index < SHOWN || isChosen(at));
    const items = shown.map((at) => {
      const option = this.#items.get(at) ?? this.#makeOption(at);
      option.box.checked = isChosen(at);
      option.count.textContent = formatCount(countOf(at));
      return option.item;
    });
    this.#replaceItems(items);
    this.#all.hidden = offered.length <= SHOWN;
    this.#all.textContent = this.#isWhole
      ? "Show fewer"
      : `Show all ${formatCount(offered.length)}`;
  }

  /** Moving an element takes the focus from it, so it is given back. */
  #replaceItems(items: readonly HTMLLIElement[]): void {
    const { children } = this.#list;
    if (children.length === items.length && items.every((item, at) => children[at] === item))
      return;
    const focused = this.#list.contains(document.activeElement) ? document.activeElement : null;
    this.#list.replaceChildren(...items);
    if (focused instanceof HTMLElement && this.#list.contains(focused)) focused.focus();
  }

  #makeOption(at: number): OptionElement {
    const { id = "", label = "" } = this.#facet.options[at] ?? {};
    const box = createElement("input", { type: "checkbox", value: id });
    box.addEventListener("change", () => this.#onToggle(this.name, id, box.checked));
    const count = createElement("span", { class: "facet-count" });
    const option = {
      box,
      count,
      item: createElement(
        "li",
        {},
        createElement(
          "label",
          { class: "facet-option" },
          box,
          createElement("span", { class: "facet-label" }, label),
          " ",
          count,
        ),
      ),
    };
    this.#items.set(at, option);
    return option;
  }
}
