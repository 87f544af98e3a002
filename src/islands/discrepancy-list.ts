/**
 * `<discrepancy-list>`: the discrepancies of the page, to filter and sort. The page lists all of them, by severity and kind; what is
 * chosen stands in the address and nowhere else, so that Back, Forward and a copied link show the same list.
 */
import {
  countOptions,
  FILTER_NAMES,
  type FilterName,
  type FilterTerms,
  fitsChoice,
  formatListState,
  type ListState,
  parseListState,
  WHOLE_LIST,
} from "../site/discrepancy-filter.ts";

interface Item {
  readonly element: HTMLElement;
  readonly terms: FilterTerms;
  /** Where it stands by severity and kind. */
  readonly home: HTMLElement;
  /** Where it stands by size, and at which place. */
  readonly sized: HTMLElement | null;
  readonly rank: number;
}

class DiscrepancyList extends HTMLElement {
  #items: Item[] = [];
  #state = WHOLE_LIST;
  /** As their names stand at build, without the counts. */
  readonly #labels = new Map<HTMLOptionElement, string>();

  connectedCallback(): void {
    const controls = this.querySelector<HTMLElement>(".list-filters");
    const reset = this.querySelector('[data-action="reset"]');
    if (!controls || !reset || this.#items.length > 0) return;
    this.#items = [...this.querySelectorAll<HTMLElement>("[data-terms]")].map((element) => ({
      element,
      terms: JSON.parse(element.dataset.terms ?? "{}") as FilterTerms,
      home: element.parentElement as HTMLElement,
      sized: this.querySelector<HTMLElement>(`[data-scale="${element.dataset.size}"]`),
      rank: Number(element.dataset.rank),
    }));
    for (const option of this.querySelectorAll<HTMLOptionElement>("option[data-label]"))
      this.#labels.set(option, option.dataset.label ?? "");
    controls.hidden = false;
    controls.addEventListener("change", () => this.#choose(this.#read()));
    reset.addEventListener("click", () => this.#choose(WHOLE_LIST));
    addEventListener("popstate", () => this.#readAddress());
    this.#readAddress();
  }

  #select(name: FilterName | "sort"): HTMLSelectElement {
    const found = this.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    if (!found) throw new Error(`<discrepancy-list> has no ${name}`);
    return found;
  }

  #read(): ListState {
    const chosen: Partial<Record<FilterName, string>> = {};
    for (const name of FILTER_NAMES) {
      const { value } = this.#select(name);
      if (value !== "") chosen[name] = value;
    }
    return { chosen, order: this.#select("sort").value === "size" ? "size" : "severity" };
  }

  #readAddress(): void {
    this.#show(
      parseListState(new URLSearchParams(location.search), (name, id) =>
        [...this.#select(name).options].some(({ value }) => value === id),
      ),
    );
  }

  #choose(state: ListState): void {
    if (formatListState(state) === formatListState(this.#state)) return;
    history.pushState(null, "", `${location.pathname}${formatListState(state)}`);
    this.#show(state);
  }

  #show(state: ListState): void {
    this.#state = state;
    const bySize = state.order === "size";
    if (bySize !== this.classList.contains("by-size")) this.#arrange(bySize);
    let shown = 0;
    for (const { element, terms } of this.#items) {
      const fits = fitsChoice(terms, state.chosen);
      element.hidden = !fits;
      shown += Number(fits);
    }
    this.#countGroups();
    this.#showControls(state);
    const whole = this.#items.length;
    const status = this.querySelector(".list-count");
    if (status) {
      status.textContent =
        shown === whole
          ? `${whole} discrepancies`
          : shown === 0
            ? "No discrepancy fits all of this. Set one of the filters back to “all”."
            : `${shown} of ${whole} discrepancies`;
    }
  }

  /** Moves the entries to where they stand in an order; each group keeps its heading. */
  #arrange(bySize: boolean): void {
    this.classList.toggle("by-size", bySize);
    const ordered = bySize
      ? [...this.#items].sort((one, other) => one.rank - other.rank)
      : this.#items;
    for (const { element, home, sized } of ordered)
      (bySize && sized ? sized : home).append(element);
    for (const part of this.querySelectorAll<HTMLElement>("[data-order]"))
      part.hidden = part.dataset.order !== (bySize ? "size" : "severity");
  }

  #countGroups(): void {
    for (const group of this.querySelectorAll<HTMLElement>("[data-group]")) {
      const count = group.querySelectorAll("[data-terms]:not([hidden])").length;
      group.hidden = count === 0;
      const place = group.querySelector("[data-count]");
      if (place) place.textContent = String(count);
    }
  }

  #showControls({ chosen, order }: ListState): void {
    this.#select("sort").value = order;
    const all = this.#items.map(({ terms }) => terms);
    for (const name of FILTER_NAMES) {
      const select = this.#select(name);
      const counts = countOptions(all, chosen, name);
      for (const option of select.options) {
        const label = this.#labels.get(option);
        if (label === undefined) continue;
        const count = counts.get(option.value) ?? 0;
        option.textContent = `${label} (${count})`;
        option.hidden = count === 0 && option.value !== chosen[name];
      }
      select.value = chosen[name] ?? "";
      select.classList.toggle("is-chosen", chosen[name] !== undefined);
    }
  }
}

customElements.define("discrepancy-list", DiscrepancyList);
