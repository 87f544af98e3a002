/** The recorded searches for the words of a quotation, and which words those are. */
import type { Claim, QuotationSearch } from "../dataset/dataset.ts";
import { formatDate } from "../quantity/calendar.ts";

const QUOTED = /“([^”]+)”|"([^"]+)"/u;

/**
 * The words that a claim presents as those of a document: what stands in quotation marks in its evidence, or the whole of it where the
 * source sets the quotation apart without marks; null for evidence that is no quote.
 */
export function quotedWords({ evidence }: Pick<Claim, "evidence">): string | null {
  if (evidence.form !== "quote") return null;
  const marked = QUOTED.exec(evidence.quote);
  return marked?.[1] ?? marked?.[2] ?? evidence.quote;
}

const inThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** How much of a document was searched: `the whole of the announcement`, `the 1,713 words that are held of the announcement`. */
export function describeHeld({ in: searched, extent, words }: QuotationSearch): string {
  if (extent === "whole") return `the whole of ${searched}`;
  return `the ${words === null ? "excerpts" : `${inThousands(words)} words`} that are held of ${searched}`;
}

/** `the whole of the announcement (stored copy of …) on 21 November 2026: not found`. */
export function describeSearch(search: QuotationSearch): string {
  const held = search.held === null ? "" : ` (${search.held})`;
  return `${describeHeld(search)}${held} on ${formatDate(search.on)}: ${search.wasFound ? "found" : "not found"}`;
}
