import { formatDate, MONTH_NAMES } from "../../core/quantity/calendar.ts";

/** How a page is cited: title, date, address, and the version of the dataset that its figures come from. */
export function citationOf(
  title: string,
  published: string,
  address: string,
  datasetHash: string,
): string {
  return `“${title}”, Release Ledger, ${formatDate(published)}, ${address}, dataset ${datasetHash.slice(0, 12)}.`;
}

export interface CitedPage {
  /** The last part of its address: part of the key. */
  readonly slug: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly address: string;
  readonly datasetHash: string;
}

/** The same as an entry for BibTeX. The title's braces keep its capitals. */
export function bibtexOf(page: CitedPage): string {
  const [year = "", month = ""] = page.published.split("-");
  const name = MONTH_NAMES[Number(month) - 1]?.slice(0, 3).toLowerCase();
  const fields = [
    `author = {{Release Ledger}}`,
    `title = {{${page.title}}}`,
    `year = {${year}}`,
    ...(name === undefined ? [] : [`month = ${name}`]),
    `url = {${page.address}}`,
    `note = {Updated ${formatDate(page.updated)}, dataset ${page.datasetHash.slice(0, 12)}}`,
  ];
  return `@misc{release-ledger-${page.slug},\n${fields.map((field) => `  ${field},`).join("\n")}\n}`;
}
