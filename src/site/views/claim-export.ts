/** What the explorer shows, as a file: the same rows in the same order, each with its address. Made for browsers. */
import type { ComparedFact } from "../../core/columns/compare-sources.ts";
import {
  claimIdOf,
  discrepanciesOf,
  type Explorer,
  factIdOf,
  factTextOf,
  figureTextOf,
} from "../../core/columns/explorer.ts";
import { claimPath, discrepancyPath, factPath } from "../addresses.ts";
import { formatCsv, formatJson } from "../api/formats.ts";

export type ExportFormat = "csv" | "json" | "markdown";

export type ExportedView =
  | { readonly kind: "list"; readonly rows: ArrayLike<number> }
  | {
      readonly kind: "comparison";
      /** Positions of the sources, in the order of the columns. */
      readonly sources: readonly number[];
      readonly facts: readonly ComparedFact[];
    };

export interface ExportContext {
  readonly explorer: Explorer;
  /** The whole address of a path of the site. */
  readonly addressOf: (path: string) => string;
  /** The whole address of the view, which is cited. */
  readonly view: string;
}

/** The text of the file. CSV and JSON have one record a claim, or a fact in a comparison; Markdown is a table with numbered sources below. */
export function formatExport(
  context: ExportContext,
  view: ExportedView,
  format: ExportFormat,
): string {
  if (view.kind === "list") return formatList(context, Array.from(view.rows), format);
  return formatComparison(context, view.sources, view.facts, format);
}

const CLAIM_FIELDS = [
  "id",
  "model",
  "measure",
  "particulars",
  "figure",
  "publisher",
  "source",
  "date",
  "status",
  "discrepancies",
  "measuredBy",
  "attributedTo",
  "url",
  "fact",
  "sourceUrl",
] as const;

function claimRecord(
  { explorer, addressOf }: ExportContext,
  row: number,
): Record<(typeof CLAIM_FIELDS)[number], string | readonly string[] | null> {
  const { claims, subjects, metrics, sources, parties, statuses } = explorer.columns;
  const id = claimIdOf(explorer, row);
  const fact = explorer.fact[row] ?? -1;
  const source = sources[claims.source[row] ?? -1];
  const party = (position: number | undefined) => parties[position ?? -1]?.names[0] ?? null;
  return {
    id,
    model: subjects[explorer.subject[row] ?? -1]?.names[0] ?? "",
    measure: metrics[explorer.metric[row] ?? -1]?.names[0] ?? "",
    particulars: factTextOf(explorer, fact).particulars,
    figure: figureTextOf(explorer, row),
    publisher: party(source?.publisher),
    source: source?.title ?? "",
    date: source?.date ?? "",
    status: statuses[claims.status[row] ?? -1] ?? "",
    discrepancies: discrepanciesOf(explorer, row).map((discrepancy) =>
      addressOf(discrepancyPath(discrepancy.id)),
    ),
    measuredBy: party(claims.measuredBy[row]),
    attributedTo: party(claims.attributedTo[row]),
    url: addressOf(claimPath(id)),
    fact: addressOf(factPath(factIdOf(explorer, fact))),
    sourceUrl: source?.url ?? "",
  };
}

function formatList(context: ExportContext, rows: readonly number[], format: ExportFormat): string {
  const { explorer } = context;
  if (format !== "markdown") {
    const records = rows.map((row) => claimRecord(context, row));
    if (format === "csv") return formatCsv(records, CLAIM_FIELDS);
    return formatJson({
      view: context.view,
      dataset: explorer.columns.hash,
      claims: records,
    });
  }
  const cited = new Citations(explorer);
  const lines = rows.map((row) => {
    const record = claimRecord(context, row);
    const source = explorer.columns.claims.source[row] ?? -1;
    return tableLine([
      cell(`${record.model}`),
      [cell(`${record.measure}`), cell(`${record.particulars}`)]
        .filter((part) => part !== "")
        .join(", "),
      link(`${record.figure}`, `${record.url}`),
      `${cell(`${record.publisher}`)}${cited.mark(source)}`,
      cell(`${record.status}`),
    ]);
  });
  return markdownTable(
    ["Model", "Benchmark or measure", "Figure", "Source", "Status"],
    lines,
    cited,
    context,
    2,
  );
}

function formatComparison(
  context: ExportContext,
  sources: readonly number[],
  facts: readonly ComparedFact[],
  format: ExportFormat,
): string {
  const { explorer, addressOf } = context;
  const ids = sources.map((source) => explorer.columns.sources[source]?.id ?? "");
  const questionOf = (fact: number) => {
    const { title, particulars } = factTextOf(explorer, fact);
    return particulars === "" ? title : `${title}, ${particulars}`;
  };
  if (format === "csv") {
    const records = facts.map(({ fact, answers }) => [
      questionOf(fact),
      addressOf(factPath(factIdOf(explorer, fact))),
      ...answers.map((rows) => rows.map((row) => figureTextOf(explorer, row)).join("; ")),
    ]);
    // Ids of sources hold dots, by which columns of nested records are named.
    const fields = records.map((record) => Object.fromEntries(record.entries()));
    const [, ...lines] = formatCsv(
      fields,
      ["fact", "url", ...ids].map((_, at) => String(at)),
    ).split("\r\n");
    const [head = ""] = formatCsv([], ["fact", "url", ...ids]).split("\r\n");
    return [head, ...lines].join("\r\n");
  }
  if (format === "json") {
    return formatJson({
      view: context.view,
      dataset: explorer.columns.hash,
      facts: facts.map(({ fact, answers }) => ({
        fact: questionOf(fact),
        url: addressOf(factPath(factIdOf(explorer, fact))),
        answers: Object.fromEntries(
          ids.map((id, column) => [
            id,
            (answers[column] ?? []).map((row) => claimRecord(context, row)),
          ]),
        ),
      })),
    });
  }
  const cited = new Citations(explorer);
  const heads = sources.map((source) => {
    const { publisher } = explorer.columns.sources[source] ?? {};
    return `${cell(explorer.columns.parties[publisher ?? -1]?.names[0] ?? "")}${cited.mark(source)}`;
  });
  const lines = facts.map(({ fact, answers }) =>
    tableLine([
      link(questionOf(fact), addressOf(factPath(factIdOf(explorer, fact)))),
      ...answers.map((rows) =>
        rows.length === 0
          ? "silent"
          : rows
              .map((row) =>
                link(figureTextOf(explorer, row), addressOf(claimPath(claimIdOf(explorer, row)))),
              )
              .join("; "),
      ),
    ]),
  );
  return markdownTable(["Fact", ...heads], lines, cited, context, null);
}

/** Sources by number, in the order in which a table names them; written as GFM footnotes. */
class Citations {
  readonly #explorer: Explorer;
  readonly #numbers = new Map<number, number>();

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  mark(source: number): string {
    const number = this.#numbers.get(source) ?? this.#numbers.size + 1;
    this.#numbers.set(source, number);
    return `[^${number}]`;
  }

  lines(): string[] {
    const { sources, parties } = this.#explorer.columns;
    return [...this.#numbers].map(([position, number]) => {
      const source = sources[position];
      const publisher = parties[source?.publisher ?? -1]?.names[0] ?? "";
      return `[^${number}]: ${publisher}, “${source?.title}”, ${source?.date}. <${source?.url}>`;
    });
  }
}

/** Text that cannot end a cell or begin a mark of Markdown. */
const cell = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[\\|[\]*_`<>~]/g, (sign) => `\\${sign}`);
const link = (text: string, address: string): string => `[${cell(text)}](${address})`;
const tableLine = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function markdownTable(
  heads: readonly string[],
  lines: readonly string[],
  cited: Citations,
  { explorer, view }: ExportContext,
  /** The column whose figures stand on the right. */
  figures: number | null,
): string {
  const rule = heads.map((_, at) => (at === figures ? "---:" : "---"));
  return [
    tableLine(heads),
    tableLine(rule),
    ...lines,
    "",
    ...cited.lines(),
    "",
    `Release Ledger, <${view}>, dataset ${explorer.columns.hash.slice(0, 12)}.`,
    "",
  ].join("\n");
}
