import fc from "fast-check";
import { expect, test } from "vitest";
import { deepLink } from "../../../src/core/evidence/text-fragment.ts";
import { assertProperty } from "../../builders/properties.ts";

test.each([
  ["https://example.com/a", "scores 54.6%", "https://example.com/a#:~:text=scores%2054.6%25"],
  [
    "https://example.com/a#results",
    "scores 54.6%",
    "https://example.com/a#results:~:text=scores%2054.6%25",
  ],
  [
    "https://example.com/a",
    "one-two, three & four",
    "https://example.com/a#:~:text=one%2Dtwo%2C%20three%20%26%20four",
  ],
  [
    "https://example.com/a",
    "it’s $2.00 (now)",
    "https://example.com/a#:~:text=it%E2%80%99s%20%242.00%20%28now%29",
  ],
  ["https://example.com/a", " a\n  b ", "https://example.com/a#:~:text=a%20b"],
])("a link into %s at %j is the address that browsers understand", (address, words, link) => {
  expect(deepLink(address, words)).toBe(link);
});

test("a link carries its words back, and nothing in them ends the directive", () => {
  assertProperty(
    fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (words) => {
      const directive = deepLink("https://example.com/a", words).split("#:~:text=")[1] ?? "";
      expect(directive).not.toMatch(/[-,&#\s]/);
      expect(decodeURIComponent(directive)).toBe(words.replace(/\s+/g, " ").trim());
    }),
  );
});
