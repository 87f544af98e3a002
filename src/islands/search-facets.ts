/** The facets of the search: which kind of record, which source, which model; with how many claims each would leave. */
import type { ClaimColumns } from "../core/columns/columns.ts";
import type { ClaimSearchResult } from "../core/columns/search-claims.ts";
import { createElement } from "./create-element.ts";

export interface SearchFacets {
  /** `claims`, `discrepancies`, `names`, `pages`; empty for all. */
  readonly record: string;
  /** Id of a source; empty for all. */
  readonly source: string;
  /** Id of a subject; empty for all. */
  readonly model: string;
}

export const NO_FACETS: SearchFacets = { record: "", source: "", model: "" };

const RECORDS = [
  ["", "All"],
  ["claims", "Claims"],
  ["discrepancies", "Discrepancies"],
  ["names", "Names"],
  ["pages", "Pages"],
] as const;

export class SearchFacetControls {
  readonly element: HTMLElement;
  readonly #record = createElement("select", { class: "field" });
  readonly #source = createElement("select", { class: "field" });
  readonly #model = createElement("select", { class: "field" });
  #chosen = NO_FACETS;

  constructor(onChoice: () => void) {
    const labelled = (label: string, select: HTMLSelectElement) =>
      createElement("label", {}, createElement("span", { class: "field-label" }, label), select);
    this.#record.append(...RECORDS.map(([id, label]) => option(id, label)));
    this.element = createElement(
      "div",
      { class: "search-facets", hidden: true },
      labelled("Kind of record", this.#record),
      labelled("Source", this.#source),
      labelled("Model", this.#model),
    );
    this.element.addEventListener("change", () => {
      this.#chosen = {
        record: this.#record.value,
        source: this.#source.value,
        model: this.#model.value,
      };
      onChoice();
    });
  }

  get chosen(): SearchFacets {
    return this.#chosen;
  }

  choose(facets: SearchFacets): void {
    const isKind = RECORDS.some(([id]) => id === facets.record);
    this.#chosen = { ...facets, record: isKind ? facets.record : "" };
    this.#record.value = this.#chosen.record;
  }

  hide(): void {
    this.element.hidden = true;
  }

  /** What a result leaves under the choice; counts what every other choice would leave. */
  narrow(result: ClaimSearchResult, columns: ClaimColumns): ClaimSearchResult {
    const { claims, sources, subjects, discrepancies } = columns;
    const idsOf = {
      source: (row: number) => sources[claims.source[row] ?? -1]?.id ?? "",
      model: (row: number) => subjects[claims.subject[row] ?? -1]?.id ?? "",
    };
    const isAllowed = (facet: "source" | "model", row: number) =>
      this.#chosen[facet] === "" || idsOf[facet](row) === this.#chosen[facet];
    const rows = result.claims.map(({ row }) => row);
    this.#fill(
      this.#source,
      "source",
      "All",
      rows.filter((row) => isAllowed("model", row)).map(idsOf.source),
      sources.map(({ id, publisher, names }) => [id, `${publisher}: ${names[0]}`]),
    );
    this.#fill(
      this.#model,
      "model",
      "All",
      rows.filter((row) => isAllowed("source", row)).map(idsOf.model),
      subjects.map(({ id, names }) => [id, names[0] ?? id]),
    );
    this.element.hidden = false;
    if (this.#chosen.source === "" && this.#chosen.model === "") return result;
    const isLeft = (row: number) => isAllowed("source", row) && isAllowed("model", row);
    const left = new Set(rows.filter(isLeft));
    return {
      ...result,
      claims: result.claims.filter(({ row }) => left.has(row)),
      discrepancies: result.discrepancies.filter((position) =>
        discrepancies.claims[position]?.some((row) => left.has(row)),
      ),
      nearest: result.nearest.filter(isLeft),
    };
  }

  /** The names of what is chosen, to narrow a search by words. */
  words({ sources, subjects }: ClaimColumns): string[] {
    const source = sources.find(({ id }) => id === this.#chosen.source);
    const model = subjects.find(({ id }) => id === this.#chosen.model);
    return [...(source ? [source.publisher] : []), ...(model?.names[0] ? [model.names[0]] : [])];
  }

  #fill(
    select: HTMLSelectElement,
    facet: "source" | "model",
    all: string,
    ids: readonly string[],
    labels: readonly (readonly [id: string, label: string])[],
  ): void {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    const chosen = this.#chosen[facet];
    const options = labels
      .filter(([id]) => counts.has(id) || id === chosen)
      .sort(([one], [other]) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))
      .map(([id, label]) => option(id, `${label} (${counts.get(id) ?? 0})`));
    select.replaceChildren(option("", all), ...options);
    select.value = chosen;
    // An address may name what is not there.
    if (select.value === chosen) return;
    this.#chosen = { ...this.#chosen, [facet]: "" };
    select.value = "";
  }
}

const option = (value: string, label: string): HTMLOptionElement =>
  createElement("option", { value }, label);
