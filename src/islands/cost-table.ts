/** The rows of costs as a table: what `components/CostTable.astro` writes at build. */
import {
  type CostRow,
  DAYS_A_MONTH,
  formatRange,
  PART_WORDS,
  TOKEN_PARTS,
} from "../site/workload.ts";
import { createElement } from "./create-element.ts";

const note = (className: string, ...contents: (Node | string)[]): HTMLElement =>
  createElement("span", { class: `table-note ${className}`.trim() }, ...contents);

/** Rows for the body of a cost table. */
export function costTableRows(rows: readonly CostRow[]): HTMLTableRowElement[] {
  return rows.map(({ offer, perDay, perMonth, statedPerMonth, shares, isCacheAtInput }) => {
    const prices = TOKEN_PARTS.flatMap((part, index) => {
      const price = offer.prices[part];
      const text = price
        ? createElement("a", { href: price.href }, `${price.text} ${PART_WORDS[part]}`)
        : `no ${PART_WORDS[part]} price`;
      return index > 0 ? [" · ", text] : [text];
    });
    return createElement(
      "tr",
      { role: "row" },
      createElement(
        "th",
        { scope: "row", role: "rowheader" },
        createElement("a", { href: offer.href }, offer.name),
        ...(offer.note === "" ? [] : [note("", offer.note)]),
        note("", ...prices),
      ),
      createElement(
        "td",
        { role: "cell", class: "number", "data-label": "A day:" },
        formatRange(perDay),
      ),
      createElement(
        "td",
        { role: "cell", class: "number", "data-label": `${DAYS_A_MONTH} days:` },
        formatRange(perMonth),
        ...(statedPerMonth
          ? [note("cost-disputed", `sources conflict: ${formatRange(statedPerMonth)}`)]
          : []),
      ),
      createElement(
        "td",
        { role: "cell", "data-label": "Share of the cost:" },
        TOKEN_PARTS.map((part) => `${PART_WORDS[part]} ${shares[part]}%`).join(", "),
        ...(isCacheAtInput ? [note("", "cached tokens counted at the input price")] : []),
      ),
    );
  });
}
