/**
 * The element around a search field. What searches is fetched when a reader goes to the field, so that pages on which nobody searches do not
 * carry it.
 */
class LedgerSearch extends HTMLElement {
  connectedCallback(): void {
    const isOnPage = this.closest("dialog") === null;
    // What stands here until now tells how to go on without this script.
    this.querySelector(".search-found")?.replaceChildren();
    if (isOnPage) {
      void this.#start(true);
      this.querySelector<HTMLInputElement>("input[type=search]")?.focus();
    } else this.addEventListener("focusin", () => void this.#start(false), { once: true });
  }

  async #start(isOnPage: boolean): Promise<void> {
    try {
      const { startSearch } = await import("./search-panel.ts");
      startSearch(this, isOnPage);
    } catch {
      const status = this.querySelector(".search-status");
      if (status)
        status.textContent =
          "The search could not be loaded. Load the page again, or use the lists of models, benchmarks and sources.";
    }
  }
}

customElements.define("ledger-search", LedgerSearch);
