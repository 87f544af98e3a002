/** What the search found, as elements: groups of links, with what was typed marked. */
import type { ClaimColumns } from "../core/columns/columns.ts";
import { markWords } from "../core/columns/mark-words.ts";
import type { ClaimHit } from "../core/columns/search-claims.ts";
import type { FigureMatch } from "../core/columns/search-figures.ts";
import type { NameHit, NameKind } from "../core/columns/search-names.ts";
import { formatQuantity, isQuantity, parseQuantity } from "../core/quantity/quantity.ts";
import { createElement } from "./create-element.ts";
import type { FoundPage } from "./search-pages.ts";

/** How a claim's figure stands to the one sought, in words; a range and a month hold what they do not round to. */
function relationTo(sought: string, figure: FigureMatch, printed: string, isDate: boolean): string {
  if (figure === "equal") return "the same figure";
  const isWithin = isDate || printed.includes("–");
  if (figure === "rounds-to-sought") return isDate ? `within ${sought}` : `rounds to ${sought}`;
  return isWithin ? `${sought} lies within this` : `${sought} rounds to this`;
}

const NAME_WORDS: Readonly<Record<NameKind, string>> = {
  subject: "Subject",
  metric: "Measure",
  source: "Source",
  family: "Family of measures",
  discrepancy: "Kind of discrepancy",
};

export interface ResultWriter {
  readonly columns: ClaimColumns;
  /** The path of the site's root. */
  readonly root: string;
  /** What was typed, for marking. */
  readonly query: string;
}

export function group(
  title: string,
  items: readonly (readonly Node[])[],
  last: readonly Node[] = [],
): HTMLElement[] {
  if (items.length === 0) return [];
  const list = createElement("ul", { class: "search-results" });
  for (const item of items) list.append(createElement("li", {}, ...item));
  if (last.length > 0) list.append(createElement("li", { class: "search-all" }, ...last));
  return [createElement("h2", { class: "search-group" }, title), list];
}

export const meta = (...contents: (Node | string)[]): HTMLElement =>
  createElement("p", { class: "meta" }, ...contents);

export const marked = (text: string, query: string): Node[] =>
  markWords(text, query).map((part) =>
    part.isMarked ? createElement("mark", {}, part.text) : document.createTextNode(part.text),
  );

export function nameItem({ kind, record, alias }: NameHit, writer: ResultWriter): Node[] {
  const { root, columns, query } = writer;
  const paths: Readonly<Record<NameKind, string>> = {
    subject: `models/${record.id}/`,
    metric: `benchmarks/${record.id}/`,
    source: `sources/${record.id}/`,
    family: `claims/?metric=${columns.metrics
      .filter(({ family }) => columns.families[family] === record.id)
      .map(({ id }) => id)
      .join(",")}`,
    discrepancy: `discrepancies/kinds/${record.id}/`,
  };
  const link = createElement(
    "a",
    { href: root + paths[kind] },
    ...marked(record.names[0] ?? record.id, query),
  );
  if (alias === null) return [link, meta(NAME_WORDS[kind])];
  if (kind === "source") return [link, meta(`${NAME_WORDS[kind]} by ${alias}`)];
  return [link, meta(`${NAME_WORDS[kind]}, also written “${alias}”; this is its canonical name`)];
}

export function claimItem(
  { row, figure }: ClaimHit,
  { columns, root, query }: ResultWriter,
  sought: string | null,
): Node[] {
  const { claims } = columns;
  const source = columns.sources[claims.source[row] ?? -1];
  const subject = columns.subjects[claims.subject[row] ?? -1]?.names[0] ?? "";
  const metric = columns.metrics[claims.metric[row] ?? -1]?.names[0] ?? "";
  const unit = columns.units[claims.unit[row] ?? -1];
  const value = createElement("strong", { class: "search-value" });
  const text = valueText(columns, row);
  value.append(figure === null ? text : createElement("mark", {}, text));
  const link = createElement(
    "a",
    { href: `${root}sources/${source?.id}/#${claims.key[row]}` },
    value,
    " ",
    ...marked(`${subject}: ${metric}`, query),
  );
  const notes = [
    figure === null
      ? ""
      : relationTo(sought ?? "", figure, claims.value[row] ?? "", unit === "date"),
    claims.particulars[row] ?? "",
    columns.statuses[claims.status[row] ?? -1] ?? "",
  ].filter((note) => note !== "");
  return [
    link,
    meta(...marked(source?.publisher ?? "", query), ...notes.map((note) => ` · ${note}`)),
  ];
}

export function discrepancyItem(position: number, { columns, root, query }: ResultWriter): Node[] {
  const { kind, of, severity, claims } = columns.discrepancies;
  const rows = claims[position] ?? [];
  const description = columns.kinds[kind[position] ?? -1];
  const names = (list: readonly number[], records: readonly { names: readonly string[] }[]) => {
    const all = new Set(rows.map((row) => records[list[row] ?? -1]?.names[0] ?? ""));
    return all.size > 3
      ? `${[...all].slice(0, 2).join(", ")} and ${all.size - 2} more`
      : [...all].join(", ");
  };
  const publishers = new Set(
    rows.map((row) => columns.sources[columns.claims.source[row] ?? -1]?.publisher ?? ""),
  );
  const figures = new Set(rows.map((row) => valueText(columns, row)));
  const what = `${names(columns.claims.subject, columns.subjects)}: ${names(columns.claims.metric, columns.metrics)}`;
  const path = `discrepancies/${description?.id}/${(of[position] ?? "").replaceAll("#", "/")}/`;
  const stated = figures.size <= 4 ? [...figures].join(", ") : `${rows.length} claims`;
  return [
    createElement("a", { href: root + path }, ...marked(what, query)),
    meta(
      ...marked(`${description?.title ?? ""}`, query),
      ` · ${severity[position]} · ${stated} · `,
      ...marked([...publishers].join(", "), query),
    ),
  ];
}

export const pageItem = ({ url, title, kind, excerpt }: FoundPage, query: string): Node[] => [
  createElement("a", { href: url }, ...marked(title, query)),
  meta(kind),
  createElement("p", { class: "search-excerpt" }, ...excerpt),
];

export function valueText(columns: ClaimColumns, row: number): string {
  const { claims } = columns;
  const value = claims.value[row] ?? "";
  const unit = columns.units[claims.unit[row] ?? -1];
  if (unit === undefined) return value.replaceAll("-", " ");
  const quantity = parseQuantity(value, unit);
  if (!isQuantity(quantity)) return value;
  const direction = unit === "ratio" ? 0 : claims.direction[row];
  return formatQuantity(quantity, unit, {
    qualifier: columns.qualifiers[claims.qualifier[row] ?? -1],
    direction: direction === 1 ? "up" : direction === -1 ? "down" : undefined,
  });
}
