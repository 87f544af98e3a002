/** “Report this figure”: the address of a new issue in which what the maintainers need is filled in already. */
import type { Evidence } from "../../core/dataset/dataset.ts";
import { REPOSITORY } from "../config.ts";

/** What is reported: a claim or a discrepancy. */
export interface Reported {
  /** `Claim` or `Discrepancy`. */
  readonly record: "Claim" | "Discrepancy";
  readonly id: string;
  /** The words or the figures that it rests on; cut where the address would become too long. */
  readonly words: string;
  /** Its whole address, with scheme and host. */
  readonly address: string;
}

/** Longer addresses are refused on the way by some servers, mail programs and browsers. */
export const LONGEST_ADDRESS = 2000;

/**
 * The address of a prefilled issue, below 2,000 characters: title with the id, body with the address, the words and a question.
 *
 * GitHub reads `title` and `body` from the query (docs.github.com, "Creating an issue from a URL query").
 */
export function reportAddress({ record, id, words, address }: Reported): string {
  const compose = (quoted: string) => {
    const body = `${address}\n\n${quoted}\n\nWhat is wrong, and where can it be seen?\n`;
    return `${REPOSITORY}/issues/new?title=${encode(`${record} ${id}`)}&body=${encode(body)}`;
  };
  const whole = compose(words);
  if (whole.length < LONGEST_ADDRESS) return whole;
  // Signs outside of ASCII take up to twelve characters each, so what fits is found by trying. Whole code points, not halves.
  const signs = [...words];
  let fits = 0;
  let tooMany = signs.length;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (compose(cut(signs, middle)).length < LONGEST_ADDRESS) fits = middle;
    else tooMany = middle;
  }
  return compose(cut(signs, fits));
}

const cut = (signs: readonly string[], length: number): string =>
  `${signs.slice(0, length).join("").trimEnd()}…`;

/** As in the links into sources, so that the words of a page's many claims are not packed twice when it is compressed. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

/** The words on which a claim rests, in one line. */
export function evidenceWords(evidence: Evidence): string {
  switch (evidence.form) {
    case "quote":
      return `“${evidence.quote.replace(/\s+/g, " ").trim()}”`;
    case "cell":
      return `Cell ${evidence.row}, ${evidence.column}: ${evidence.text}`;
    case "record":
      return `Seen in ${evidence.copy}`;
    default:
      return evidence satisfies never;
  }
}
