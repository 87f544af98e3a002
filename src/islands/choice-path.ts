/**
 * `<choice-path>`: one question at a time. The page shows all of them, one under the other, with links from each answer to what it
 * leads to; here only the one in the address is shown. The links stay links, so that Back, a reload and a copied address just work.
 */
class ChoicePath extends HTMLElement {
  connectedCallback(): void {
    addEventListener("hashchange", () => this.#show(true));
    this.#show(false);
  }

  #show(isStep: boolean): void {
    const nodes = [...this.querySelectorAll<HTMLElement>(".choice-node")];
    const wanted = nodes.find(({ id }) => `#${id}` === location.hash);
    const shown = wanted ?? nodes[0];
    for (const node of nodes) node.hidden = node !== shown;
    // Somewhere else on the page was asked for.
    if (!shown || !isStep || (!wanted && location.hash !== "")) return;
    // A reader who hears the page goes on where the question is.
    shown.focus({ preventScroll: true });
    shown.scrollIntoView({ block: "nearest" });
  }
}

customElements.define("choice-path", ChoicePath);
