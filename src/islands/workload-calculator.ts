/**
 * `<workload-calculator>`: what a reader's own workload costs at each chosen offer. What is typed and chosen stands in the address
 * and nowhere else, so that Back, a reload and a copied link show the same.
 *
 * Expects inside: a group with the fields of a workload and a checkbox for each offer, a table for the results, a status line, and
 * the offers and the first workload as `<script type="application/json">`.
 */
import {
  costRows,
  describeCosts,
  doesTierHold,
  formatWorkloadState,
  type Offer,
  parseCount,
  parseWorkloadState,
  WORKLOAD_FIELDS,
  type Workload,
  type WorkloadField,
  type WorkloadState,
  wrongFields,
} from "../site/workload.ts";
import { costTableRows } from "./cost-table.ts";

interface CalculatorData {
  readonly offers: readonly Offer[];
  readonly initial: Workload;
}

class WorkloadCalculator extends HTMLElement {
  #data: CalculatorData | undefined;
  /** The field in which somebody types: its letters are one step of the history. */
  #typedIn: WorkloadField | null = null;

  connectedCallback(): void {
    const json = this.querySelector('script[type="application/json"]')?.textContent;
    if (this.#data || !json) return;
    this.#data = JSON.parse(json) as CalculatorData;
    this.#part(".calculator-form").addEventListener("input", (event) => {
      const name = (event.target as HTMLInputElement).name;
      const field = WORKLOAD_FIELDS.find((each) => each === name) ?? null;
      const isSameField = field !== null && field === this.#typedIn;
      this.#show(this.#readForm(), isSameField ? "replace" : "push");
      this.#typedIn = field;
    });
    for (const button of this.querySelectorAll<HTMLButtonElement>("button[data-choose]"))
      button.addEventListener("click", () => {
        const { offers } = this.#data ?? { offers: [] };
        const chosen = button.dataset.choose === "all" ? offers.map(({ id }) => id) : [];
        this.#enter({ ...this.#readForm(), offers: chosen }, "push");
      });
    // The calculator opens with the first of the examples, which would show the same table again.
    for (const example of document.querySelectorAll<HTMLDetailsElement>(".workload-example"))
      example.open = false;
    // Links to the examples lead to this page with a workload in the address: no need to load it again.
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-workload]")) {
      link.hidden = false;
      link.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        const { workload } = this.#stateOf(new URL(link.href).searchParams);
        this.#enter({ workload, offers: this.#readForm().offers }, "push");
        this.scrollIntoView({ block: "start" });
        this.#field("input").focus({ preventScroll: true });
      });
    }
    addEventListener("popstate", () => this.#readAddress());
    this.#readAddress();
    this.hidden = false;
  }

  #part<T extends HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector);
    if (!found) throw new Error(`<workload-calculator> has no ${selector}`);
    return found;
  }

  #field(name: WorkloadField): HTMLInputElement {
    return this.#part(`input[name="${name}"]`);
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name="offer"]')];
  }

  #stateOf(query: URLSearchParams): WorkloadState {
    const data = this.#data;
    if (!data) throw new Error("<workload-calculator> is not connected");
    return parseWorkloadState(query, data.initial);
  }

  #readAddress(): void {
    this.#enter(this.#stateOf(new URLSearchParams(location.search)), "keep");
  }

  /** Puts a state into the form and shows what it costs. */
  #enter(state: WorkloadState, step: "push" | "keep"): void {
    this.#typedIn = null;
    for (const field of WORKLOAD_FIELDS) this.#field(field).value = state.workload[field];
    const initial = new Set(
      this.#data?.offers.filter(({ isChosen }) => isChosen).map(({ id }) => id),
    );
    for (const box of this.#boxes)
      box.checked = state.offers ? state.offers.includes(box.value) : initial.has(box.value);
    this.#show(this.#readForm(), step);
  }

  #readForm(): WorkloadState {
    const fields = WORKLOAD_FIELDS.map((field) => [field, this.#field(field).value]);
    const chosen = this.#boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const initial = this.#data?.offers.filter(({ isChosen }) => isChosen).map(({ id }) => id) ?? [];
    const isInitial =
      chosen.length === initial.length && chosen.every((id) => initial.includes(id));
    return {
      workload: Object.fromEntries(fields) as Record<WorkloadField, string>,
      offers: isInitial ? null : chosen,
    };
  }

  #show(state: WorkloadState, step: "push" | "replace" | "keep"): void {
    const { offers } = this.#data ?? { offers: [] };
    const wrong = wrongFields(state.workload);
    for (const field of WORKLOAD_FIELDS)
      this.#field(field).setAttribute("aria-invalid", String(wrong.includes(field)));
    const status = this.#part(".calculator-status");
    if (wrong.length > 0) {
      const labels = wrong.map((field) => this.#field(field).labels?.[0]?.textContent?.trim());
      status.textContent = `${labels.join(" and ")}: write a whole number. The table still shows the workload before.`;
      return;
    }
    const workload = Object.fromEntries(
      WORKLOAD_FIELDS.map((field) => [field, parseCount(state.workload[field]) ?? "0"]),
    ) as Record<WorkloadField, string>;
    const chosen = offers.filter(({ id, isChosen }) => state.offers?.includes(id) ?? isChosen);
    const rows = costRows(chosen, workload);
    const left = chosen.filter((offer) => !doesTierHold(offer, workload)).length;
    this.#part("tbody").replaceChildren(...costTableRows(rows));
    status.textContent = `${describeCosts(rows)}${left === 0 ? "" : ` Left out: ${left} ${left === 1 ? "offer" : "offers"} for prompts of another length.`}`;
    if (step === "keep") return;
    const address = `${location.pathname}${formatWorkloadState({ ...state, workload })}`;
    if (step === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }
}

customElements.define("workload-calculator", WorkloadCalculator);
