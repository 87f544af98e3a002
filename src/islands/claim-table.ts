/**
 * Filters and sorts the table of claims in place. The table is complete without it; the state is kept in the address, so that a view can be
 * sent to somebody else.
 */
import { compareDecimals } from "../core/quantity/decimal.ts";

interface Sorting {
  readonly column: string;
  readonly isDescending: boolean;
}

class ClaimTable extends HTMLElement {
  readonly #rows = [...this.querySelectorAll<HTMLTableRowElement>("tbody tr")];
  readonly #facets = this.querySelector("fieldset");
  #sorting: Sorting | undefined;

  connectedCallback(): void {
    if (!this.#facets) return;
    this.#facets.hidden = false;
    for (const header of this.querySelectorAll<HTMLTableCellElement>("th[data-column]"))
      this.#makeSortable(header);
    this.#facets.addEventListener("change", () => this.#apply("push"));
    this.#facets.querySelector("button")?.addEventListener("click", () => {
      for (const select of this.#selects) select.value = "";
      this.#sorting = undefined;
      this.#apply("push");
    });
    window.addEventListener("popstate", () => this.#readAddress());
    this.#readAddress();
  }

  get #selects(): HTMLSelectElement[] {
    return [...(this.#facets?.querySelectorAll("select") ?? [])];
  }

  #readAddress(): void {
    const state = new URLSearchParams(location.search);
    for (const select of this.#selects) {
      const wanted = state.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    }
    const sort = state.get("sort");
    this.#sorting = sort
      ? { column: sort.replace(/^-/, ""), isDescending: sort.startsWith("-") }
      : undefined;
    this.#apply("keep");
  }

  #apply(history_: "push" | "keep"): void {
    const wanted = this.#selects.filter((select) => select.value !== "");
    let shown = 0;
    for (const row of this.#rows) {
      row.hidden = !wanted.every((select) => row.dataset[select.name] === select.value);
      if (!row.hidden) shown++;
    }
    this.#sort();
    const status = this.querySelector("[role=status]");
    if (status)
      status.textContent =
        shown === this.#rows.length ? `${shown} claims` : `${shown} of ${this.#rows.length} claims`;
    if (history_ === "push") this.#writeAddress(wanted);
  }

  #writeAddress(wanted: readonly HTMLSelectElement[]): void {
    const address = new URL(location.href);
    address.search = "";
    for (const select of wanted) address.searchParams.set(select.name, select.value);
    if (this.#sorting)
      address.searchParams.set(
        "sort",
        `${this.#sorting.isDescending ? "-" : ""}${this.#sorting.column}`,
      );
    history.pushState(null, "", address);
  }

  #makeSortable(header: HTMLTableCellElement): void {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort-button";
    button.textContent = header.textContent;
    button.addEventListener("click", () => {
      const column = header.dataset.column ?? "";
      this.#sorting = {
        column,
        isDescending: this.#sorting?.column === column && !this.#sorting.isDescending,
      };
      this.#apply("push");
    });
    header.replaceChildren(button);
  }

  #sort(): void {
    const sorting = this.#sorting;
    for (const header of this.querySelectorAll<HTMLTableCellElement>("th[data-column]")) {
      if (header.dataset.column !== sorting?.column) header.removeAttribute("aria-sort");
      else header.setAttribute("aria-sort", sorting?.isDescending ? "descending" : "ascending");
    }
    const cell = this.querySelector<HTMLTableCellElement>("th[aria-sort]")?.cellIndex;
    const sorted =
      sorting && cell !== undefined
        ? [...this.#rows].sort((one, other) => compareRows(one, other, sorting, cell))
        : this.#rows;
    this.querySelector("tbody")?.append(...sorted);
  }
}

/** Rows without a figure come last whichever way figures are sorted. */
function compareRows(
  one: HTMLTableRowElement,
  other: HTMLTableRowElement,
  { column, isDescending }: Sorting,
  cell: number,
): number {
  const sign = isDescending ? -1 : 1;
  if (column !== "value") {
    // By the words that are shown: an id begins with the owner, which is not.
    const [a, b] = [one, other].map((row) => row.cells[cell]?.textContent?.trim() ?? "");
    return sign * (a ?? "").localeCompare(b ?? "", "en");
  }
  const [a, b] = [one.dataset.value ?? "", other.dataset.value ?? ""];
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  return sign * compareDecimals(a, b);
}

customElements.define("claim-table", ClaimTable);
