import { formatDate } from "../../core/quantity/calendar.ts";

/** How a page is cited: title, date, address, and the version of the dataset that its figures come from. */
export function citationOf(
  title: string,
  published: string,
  address: string,
  datasetHash: string,
): string {
  return `“${title}”, Release Ledger, ${formatDate(published)}, ${address}, dataset ${datasetHash.slice(0, 12)}.`;
}
