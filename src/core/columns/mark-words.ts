/** Which parts of a text a reader typed. Made for browsers. */
import { tokensOf } from "./search-names.ts";

interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text in parts, marked where one of its words begins with a word that was typed. */
export function markWords(text: string, typed: string): TextPart[] {
  const beginnings = tokensOf(typed);
  const parts: TextPart[] = [];
  let plain = "";
  for (const piece of text.split(/([\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*)/u)) {
    const [word = ""] = tokensOf(piece);
    // The longest beginning: "4" is no reason to mark less of "4.1" than was typed.
    const length = Math.max(
      0,
      ...beginnings.filter((beginning) => word.startsWith(beginning)).map(({ length: own }) => own),
    );
    if (length === 0) {
      plain += piece;
      continue;
    }
    if (plain !== "") parts.push({ text: plain, isMarked: false });
    parts.push({ text: piece.slice(0, length), isMarked: true });
    plain = piece.slice(length);
  }
  if (plain !== "") parts.push({ text: plain, isMarked: false });
  return parts;
}
