import { expect, test } from "vitest";
import { markWords } from "../../../src/core/columns/mark-words.ts";

const marked = (text: string, typed: string) =>
  markWords(text, typed)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join("");

test.each([
  ["the beginnings of words", "Deep-Bench Verified", "ver", "Deep-Bench [Ver]ified"],
  [
    "every word that was typed",
    "Orca-4.1 nano: Input price",
    "nano price",
    "Orca-4.1 [nano]: Input [price]",
  ],
  ["the longest beginning", "Orca 4.1", "4 4.1", "Orca [4.1]"],
  ["nothing inside of a word", "Multimodal", "modal", "Multimodal"],
  ["nothing when nothing was typed", "Orca", "", "Orca"],
])("%s", (_, text, typed, expected) => {
  expect(marked(text, typed)).toBe(expected);
});
