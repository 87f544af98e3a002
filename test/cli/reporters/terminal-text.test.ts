import { expect, test } from "vitest";
import { PLAIN_TEXT, wrapAt } from "../../../src/cli/reporters/terminal-text.ts";

test("text is broken between words, and every line keeps its indentation", () => {
  expect(wrapAt("one two three four", "  ", 10)).toBe("  one two\n  three\n  four");
});

test("a word wider than the window stands alone, whole", () => {
  expect(wrapAt("see https://example.com/long now", "", 10)).toBe(
    "see\nhttps://example.com/long\nnow",
  );
});

test("lines that are given stay lines", () => {
  expect(wrapAt("one\ntwo", "  ", 80)).toBe("  one\n  two");
  expect(PLAIN_TEXT.wrap("one\ntwo", "  ")).toBe("  one\n  two");
});

test("what goes into a file has no colour", () => {
  expect(PLAIN_TEXT.paint("error", "error")).toBe("error");
});
