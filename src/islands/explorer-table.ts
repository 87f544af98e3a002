/** Draws a page of claims, or of facts on which sources are compared, as a table. */
import type { ComparedFact } from "../core/columns/compare-sources.ts";
import {
  claimIdOf,
  discrepanciesOf,
  type Explorer,
  factIdOf,
  factTextOf,
  figureTextOf,
  type Grouping,
  SORT_COLUMNS,
  type SortColumn,
} from "../core/columns/explorer.ts";
import type { ExplorerState } from "../core/columns/explorer-state.ts";
import type { ClaimGroup } from "../core/columns/order-claims.ts";
import { formatDate } from "../core/quantity/calendar.ts";
import { claimPath, discrepancyPath, factPath, metricPath, sourcePath } from "../site/addresses.ts";
import type { OpenedClaim } from "../site/views/explorer.ts";
import { createElement } from "./create-element.ts";

export interface TableContext {
  readonly explorer: Explorer;
  /** The address of a path of the site, under its base. */
  readonly link: (path: string) => string;
  /** The mark and word of a status. */
  readonly statusMark: (status: string) => Node;
  readonly onSort: (column: SortColumn) => void;
  readonly onOpen: (row: number) => Promise<OpenedClaim | undefined>;
}

const COLUMN_LABELS: Readonly<Record<SortColumn, string>> = {
  subject: "Model",
  metric: "Benchmark or measure",
  figure: "Figure",
  source: "Source",
  date: "Date",
  status: "Status",
};

/** Figures on a page have so many places behind the point, a sign of percent included, that their points line up; more are left to stand out. */
const MOST_PLACES = 5;

export class ClaimList {
  readonly element: HTMLTableElement;
  readonly #context: TableContext;
  readonly #heads: ReadonlyMap<SortColumn, HTMLTableCellElement>;

  constructor(context: TableContext) {
    this.#context = context;
    this.#heads = new Map(
      SORT_COLUMNS.map((column) => {
        const button = createElement(
          "button",
          { type: "button", class: "sort-button" },
          COLUMN_LABELS[column],
        );
        button.addEventListener("click", () => context.onSort(column));
        return [
          column,
          createElement(
            "th",
            {
              scope: "col",
              role: "columnheader",
              class: column === "figure" ? "number" : undefined,
              "data-column": column,
            },
            button,
          ),
        ] as const;
      }),
    );
    this.element = createElement(
      "table",
      { class: "table--list explorer-table", role: "table" },
      createElement("caption", { class: "visually-hidden" }, "Claims"),
      createElement(
        "thead",
        { role: "rowgroup" },
        createElement(
          "tr",
          { role: "row" },
          ...this.#heads.values(),
          createElement("th", { scope: "col", role: "columnheader" }, "Quotation"),
        ),
      ),
    );
  }

  /** Empties the table for a page of claims; what is returned fills it, a row a task. */
  update(
    state: ExplorerState,
    rows: Int32Array,
    groups: readonly ClaimGroup[] | null,
  ): (() => void)[] {
    for (const [column, head] of this.#heads) {
      if (state.sort?.column !== column) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", state.sort.isDescending ? "descending" : "ascending");
    }
    this.element.classList.toggle("explorer-table--compact", state.isCompact);
    this.#alignPoints(rows);
    const { group } = state;
    const parts =
      groups && group
        ? groups.map((own) => ({ rows: own.rows, head: () => [this.#groupHead(own, group)] }))
        : [{ rows, head: () => [] }];
    for (const body of [...this.element.tBodies]) body.remove();
    return parts.flatMap(({ rows: own, head }) => {
      let body: HTMLTableSectionElement | undefined;
      return Array.from(own, (row) => () => {
        if (!body) {
          body = createElement("tbody", { role: "rowgroup" }, ...head());
          this.element.append(body);
        }
        body.append(this.#row(row));
      });
    });
  }

  /** Points stand below one another where all figures are of one unit; otherwise figures, dates and words share one edge. */
  #alignPoints(rows: Int32Array): void {
    const { claims, units } = this.#context.explorer.columns;
    const isOneUnit = new Set(Array.from(rows, (row) => claims.unit[row] ?? -1)).size === 1;
    let most = 0;
    for (const row of isOneUnit ? rows : []) {
      const unit = units[claims.unit[row] ?? -1];
      if (unit === undefined || unit === "date") continue;
      const places = /\.\d+/.exec(claims.value[row] ?? "")?.[0].length ?? 0;
      most = Math.max(most, places + Number(unit === "percent" || unit === "ratio"));
    }
    for (let count = 0; count <= MOST_PLACES; count++)
      this.element.classList.toggle(`places-${count}`, count === Math.min(most, MOST_PLACES));
  }

  #groupHead({ position, size }: ClaimGroup, group: Grouping): HTMLTableRowElement {
    const { title, path } = groupTitle(this.#context.explorer, group, position);
    return createElement(
      "tr",
      { role: "row", class: "explorer-group" },
      createElement(
        "th",
        { scope: "rowgroup", role: "rowheader", colspan: "7" },
        createElement("a", { class: "quiet-link", href: this.#context.link(path) }, title),
        createElement("span", { class: "meta" }, ` ${size} ${size === 1 ? "claim" : "claims"}`),
      ),
    );
  }

  #row(row: number): HTMLTableRowElement {
    const { explorer, link, statusMark } = this.#context;
    const { claims, subjects, metrics, sources, parties, statuses, times } = explorer.columns;
    const id = claimIdOf(explorer, row);
    const source = sources[claims.source[row] ?? -1];
    const fact = explorer.fact[row] ?? -1;
    const { particulars } = factTextOf(explorer, fact);
    const notes = this.#discrepancyLinks(row);
    const publisher = parties[source?.publisher ?? -1]?.names[0] ?? "";
    return createElement(
      "tr",
      { role: "row", "data-claim": id },
      createElement(
        "th",
        { scope: "row", role: "rowheader" },
        subjects[explorer.subject[row] ?? -1]?.names[0] ?? "",
      ),
      createElement(
        "td",
        { role: "cell" },
        createElement(
          "a",
          { href: link(factPath(factIdOf(explorer, fact))) },
          metrics[explorer.metric[row] ?? -1]?.names[0] ?? "",
        ),
        ...(particulars === "" ? [] : [note(particulars)]),
      ),
      createElement(
        "td",
        { role: "cell", class: isFigure(explorer, row) ? "number" : "figure-words" },
        createElement(
          "a",
          { class: "claim-figure", href: link(claimPath(id)) },
          ...figureParts(explorer, row),
        ),
      ),
      createElement(
        "td",
        { role: "cell" },
        createElement(
          "a",
          {
            class: "quiet-link",
            href: link(sourcePath(source?.id ?? "")),
          },
          publisher,
        ),
        createElement("span", { class: "table-note explorer-title" }, source?.title ?? ""),
      ),
      createElement(
        "td",
        { role: "cell", class: "explorer-date" },
        ...dateParts(times[claims.time[row] ?? -1]?.text ?? ""),
      ),
      createElement(
        "td",
        { role: "cell" },
        statusMark(statuses[claims.status[row] ?? -1] ?? ""),
        ...(notes.length === 0 ? [] : [note(...separated(notes))]),
      ),
      createElement("td", { role: "cell", class: "explorer-open" }, this.#openButton(row, id)),
    );
  }

  /** Several of one kind are numbered, and each says of how many. */
  #discrepancyLinks(row: number): HTMLElement[] {
    const { explorer, link } = this.#context;
    const all = discrepanciesOf(explorer, row);
    const counts = new Map<string, number>();
    return all.map(({ id, kind }) => {
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      const total = all.filter((other) => other.kind === kind).length;
      const words = total > 1 ? `${kind} ${number} of ${total}` : undefined;
      return createElement(
        "a",
        {
          class: "quiet-link",
          href: link(discrepancyPath(id)),
          "aria-label": words,
          title: words,
        },
        number > 1 ? String(number) : kind,
      );
    });
  }

  #openButton(row: number, id: string): HTMLButtonElement {
    const button = createElement(
      "button",
      {
        type: "button",
        class: "explorer-words-button",
        "aria-expanded": "false",
        "aria-label": `Quote: ${id}`,
      },
      "Quote",
    );
    button.addEventListener("click", async () => {
      const own = button.closest("tr");
      const isOpen = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!isOpen));
      if (isOpen) {
        own?.nextElementSibling?.remove();
        return;
      }
      const cell = createElement("td", { role: "cell", colspan: "7" }, "Loading…");
      own?.after(createElement("tr", { role: "row", class: "explorer-words" }, cell));
      const opened = await this.#context.onOpen(row);
      cell.replaceChildren(
        ...(opened
          ? evidenceOf(opened)
          : ["The words could not be loaded. They stand beside the claim in its document."]),
      );
    });
    return button;
  }
}

function groupTitle(
  explorer: Explorer,
  group: Grouping,
  position: number,
): { readonly title: string; readonly path: string } {
  const { sources, metrics, parties } = explorer.columns;
  switch (group) {
    case "fact": {
      const { title, particulars } = factTextOf(explorer, position);
      return {
        title: particulars === "" ? title : `${title}, ${particulars}`,
        path: factPath(factIdOf(explorer, position)),
      };
    }
    case "source": {
      const source = sources[position];
      return {
        title: `${parties[source?.publisher ?? -1]?.names[0]}: ${source?.title}`,
        path: sourcePath(source?.id ?? ""),
      };
    }
    case "metric": {
      const metric = metrics[position];
      return { title: metric?.names[0] ?? "", path: metricPath(metric?.id ?? "") };
    }
    default:
      return group satisfies never;
  }
}

/** Two or more sources side by side, a row a fact, a column a source; the tasks fill it, a row each. */
export function comparisonTable(
  { explorer, link, statusMark }: TableContext,
  sources: readonly number[],
  facts: readonly ComparedFact[],
  isCompact: boolean,
): { readonly element: HTMLElement; readonly tasks: (() => void)[] } {
  const { columns } = explorer;
  const names = sources.map((position) => {
    const { publisher = -1, title = "", id = "" } = columns.sources[position] ?? {};
    return { publisher: columns.parties[publisher]?.names[0] ?? "", title, id };
  });
  const head = createElement(
    "thead",
    { role: "rowgroup" },
    createElement(
      "tr",
      { role: "row" },
      createElement("th", { scope: "col", role: "columnheader" }, "Fact"),
      ...names.map(({ publisher, title, id }) =>
        createElement(
          "th",
          { scope: "col", role: "columnheader" },
          createElement("a", { class: "quiet-link", href: link(sourcePath(id)) }, publisher),
          note(title),
        ),
      ),
    ),
  );
  const body = createElement("tbody", { role: "rowgroup" });
  const rowOf = ({ fact, answers }: ComparedFact) => {
    const { title, particulars } = factTextOf(explorer, fact);
    return createElement(
      "tr",
      { role: "row" },
      createElement(
        "th",
        { scope: "row", role: "rowheader" },
        createElement("a", { href: link(factPath(factIdOf(explorer, fact))) }, title),
        ...(particulars === "" ? [] : [note(particulars)]),
      ),
      ...answers.map((own, column) => {
        const label = names[column]?.publisher ?? "";
        if (own.length === 0)
          return createElement(
            "td",
            { role: "cell", "data-label": `${label}:`, class: "explorer-silent" },
            "silent",
          );
        const stated = own.map((row) =>
          createElement(
            "span",
            { class: "explorer-answer" },
            createElement(
              "a",
              { class: "claim-figure", href: link(claimPath(claimIdOf(explorer, row))) },
              figureTextOf(explorer, row),
            ),
            " ",
            statusMark(columns.statuses[columns.claims.status[row] ?? -1] ?? ""),
          ),
        );
        return createElement("td", { role: "cell", "data-label": `${label}:` }, ...stated);
      }),
    );
  };
  const element = createElement(
    "div",
    { class: "table-frame" },
    createElement(
      "table",
      {
        class: `table--list explorer-comparison${isCompact ? " explorer-table--compact" : ""}`,
        role: "table",
      },
      createElement("caption", { class: "visually-hidden" }, "Sources side by side"),
      head,
      body,
    ),
  );
  return { element, tasks: facts.map((own) => () => body.append(rowOf(own))) };
}

const note = (...contents: readonly (Node | string)[]): HTMLElement =>
  createElement("span", { class: "table-note" }, ...contents);

const separated = (nodes: readonly Node[]): (Node | string)[] =>
  nodes.flatMap((node, at) => (at === 0 ? [node] : [", ", node]));

/** A day, or the first and the last of a period. */
function dateParts(text: string): (Node | string)[] {
  const [first = "", last] = text.split("/");
  return last === undefined
    ? [formatDate(first)]
    : [formatDate(first), note(`to ${formatDate(last)}`)];
}

/** Whether it is a figure that is kept on one line; a date is words. */
const isFigure = ({ columns }: Explorer, row: number): boolean => {
  const unit = columns.units[columns.claims.unit[row] ?? -1];
  return unit !== undefined && unit !== "date";
};

/** A figure parted at its decimal point, so that points can stand below one another; units that are words stand below it. */
function figureParts(explorer: Explorer, row: number): (Node | string)[] {
  const text = figureTextOf(explorer, row);
  if (!isFigure(explorer, row)) return [text];
  const [, whole = text, fraction = "", unit = ""] =
    /^(.*?\d[\d,]*)((?:\.\d+)?[%×]?)( [a-z][a-z ]*)?$/i.exec(text) ?? [];
  return [
    whole,
    createElement("span", { class: "figure-fraction" }, fraction),
    ...(unit === "" ? [] : [note(unit)]),
  ];
}

function evidenceOf({ evidence, where, deepLink, notes }: OpenedClaim): HTMLElement[] {
  const words = (() => {
    switch (evidence.form) {
      case "quote":
        return createElement(
          "blockquote",
          { class: "quote claim-words" },
          createElement("q", {}, evidence.quote),
        );
      case "cell":
        return createElement(
          "p",
          { class: "claim-words claim-cell" },
          createElement("span", { class: "claim-cell-header" }, evidence.row),
          createElement("span", { "aria-hidden": "true" }, "×"),
          createElement("span", { class: "claim-cell-header" }, evidence.column),
          createElement("span", { class: "claim-cell-text" }, evidence.text),
        );
      case "record":
        return createElement(
          "p",
          { class: "claim-words meta" },
          `Seen in a stored copy whose text we do not hold: ${evidence.copy}. ${evidence.seen}`,
        );
      default:
        return evidence satisfies never;
    }
  })();
  return [
    words,
    createElement(
      "p",
      { class: "meta" },
      [`${where}.`, ...notes].join(" "),
      ...(deepLink === null ? [] : [" ", createElement("a", { href: deepLink }, "In the source")]),
    ),
  ];
}
