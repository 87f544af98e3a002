/**
 * The one normalisation under which a quote is compared with its source, applied to both sides.
 * It undoes what capturing a page does to its characters and nothing that an author did.
 */

/** What was done, in the words that readers of the methodology see. */
export const NORMALISATION_STEPS = [
  "soft hyphens and zero-width characters are dropped",
  "Unicode NFC",
  "UTF-8 that was decoded as Windows-1252 is restored for the comparison signs (â‰¤ stands for ≤)",
  "a backslash before a punctuation mark, as Markdown escapes it, is dropped",
  "typographic quotation marks and apostrophes become straight ones",
  "hyphens of every kind become the plain one; en and em dashes stay",
  "white space of every kind and length becomes one space",
] as const;

export function normaliseText(text: string): string {
  return text
    .replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g, "")
    .normalize("NFC")
    .replaceAll("â‰¤", "≤")
    .replaceAll("â‰¥", "≥")
    .replace(/\\([$|*>~_#[\]().!`+-])/g, "$1")
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐‑]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}
