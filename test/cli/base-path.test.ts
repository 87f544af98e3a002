import { expect, test } from "vitest";
import { parseBasePath } from "../../src/cli/base-path.ts";

test.each([
  ["", "/"],
  ["/", "/"],
  ["ledger", "/ledger/"],
  ["/ledger", "/ledger/"],
  ["/ledger/", "/ledger/"],
  ["//a//b.c/", "/a/b.c/"],
])("%j means %s", (text, base) => {
  expect(parseBasePath(text)).toBe(base);
});

test.each(["/a b/", "/../", "/./x/", "https://example.com/", "/a?b/"])("%j is refused", (text) => {
  expect(() => parseBasePath(text)).toThrow(text);
});
