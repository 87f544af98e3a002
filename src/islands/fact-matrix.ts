/** `<fact-matrix>`: shows the rows of one family of measures, and the sources that answer any of them. The family stands in the address. */
class FactMatrix extends HTMLElement {
  connectedCallback(): void {
    const controls = this.querySelector<HTMLElement>(".list-filters");
    const reset = this.querySelector('[data-action="reset"]');
    const select = this.querySelector<HTMLSelectElement>('select[name="family"]');
    if (!controls || !reset || !select) return;
    controls.hidden = false;
    reset.addEventListener("click", () => this.#choose(""));
    select.addEventListener("change", () => this.#choose(select.value));
    addEventListener("popstate", () => this.#show(select, this.#asked(select)));
    this.#show(select, this.#asked(select));
  }

  /** The family of the address, where there is one of that name. */
  #asked({ options }: HTMLSelectElement): string {
    const asked = new URLSearchParams(location.search).get("family") ?? "";
    return [...options].some(({ value }) => value === asked) ? asked : "";
  }

  #choose(family: string): void {
    const select = this.querySelector<HTMLSelectElement>('select[name="family"]');
    if (!select || this.#asked(select) === family) return;
    const query = family === "" ? "" : `?family=${encodeURIComponent(family)}`;
    history.pushState(null, "", `${location.pathname}${query}`);
    this.#show(select, family);
  }

  #show(select: HTMLSelectElement, family: string): void {
    select.value = family;
    const answering = new Set<number>();
    const sources = new Set<string>();
    let shown = 0;
    for (const body of this.querySelectorAll<HTMLElement>("tbody")) {
      body.hidden = family !== "" && body.dataset.family !== family;
      if (body.hidden) continue;
      for (const row of body.querySelectorAll<HTMLTableRowElement>("tr:not(.matrix-family)")) {
        shown += 1;
        for (const answer of row.querySelectorAll<HTMLElement>("[data-source]"))
          sources.add(answer.dataset.source ?? "");
        [...row.cells].forEach((cell, column) => {
          if (cell.childElementCount > 0) answering.add(column);
        });
      }
    }
    for (const row of this.querySelectorAll<HTMLTableRowElement>("tr:not(.matrix-family)"))
      [...row.cells].forEach((cell, column) => {
        cell.hidden = column > 0 && !answering.has(column);
      });
    const status = this.querySelector(".list-count");
    if (status) {
      status.textContent = `${shown} ${shown === 1 ? "fact" : "facts"}, ${sources.size} sources`;
    }
  }
}

customElements.define("fact-matrix", FactMatrix);
