import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deepLink } from "../../../src/core/evidence/text-fragment.ts";
import { assertProperty } from "../../builders/properties.ts";

/**
 * What a browser reads out of an address: the text directives behind `:~:`, parsed as the WICG's draft
 * "URL Fragment Text Directives" says (section 3.4.1), without regard to how we write them.
 */
function readDirectives(address: string): {
  fragment: string;
  texts: { start: string; isPlain: boolean }[];
} {
  const hash = address.slice(address.indexOf("#") + 1);
  const [fragment = "", directive = ""] = hash.split(":~:");
  const texts = directive
    .split("&")
    .filter((part) => part.startsWith("text="))
    .map((part) => {
      const pieces = part.slice("text=".length).split(",");
      const [start = ""] = pieces;
      // A piece that ends in a hyphen is a prefix, one that begins with it a suffix, and a second one the end of a range.
      const isPlain = pieces.length === 1 && !start.endsWith("-") && !start.startsWith("-");
      return { start: decodeURIComponent(start), isPlain };
    });
  return { fragment, texts };
}

const ADDRESS = "https://example.com/document";
const plain = (start: string) => ({ start, isPlain: true });

describe("a deep link is read by a browser as the quoted words, whole", () => {
  test.each([
    ["words", "a score of 54.6"],
    ["a hyphen at either end", "-state-of-the-art-"],
    ["a comma, which would part start and end", "smaller, cheaper, and smarter"],
    ["an ampersand, which would part directives", "Q&A&text=other"],
    ["quotes of both sorts", `it's "the best" (by far)`],
    ["typographic quotes and dashes", "OpenAI’s “best” — 50–54"],
    ["a percent sign", "54.6% of 100%"],
    ["a percent sign before digits, which looks like an escape", "50%25 of it"],
    ["a number sign", "the #1 model"],
    ["a plus sign, which is no space here", "GPT-4 + tools"],
    ["a delimiter of directives", "odd :~:text=words"],
    ["a line break, which is a space where it is shown", "two\n  lines"],
    ["a slash, a question mark, an equals sign", "input/output? a=b"],
  ])("with %s", (_, words) => {
    const address = deepLink(ADDRESS, words);
    expect(readDirectives(address)).toEqual({
      fragment: "",
      texts: [plain(words.replace(/\s+/g, " "))],
    });
    expect(new URL(address).href, "an address that needs no mending").toBe(address);
  });

  test("behind the fragment that the address has of its own", () => {
    const address = deepLink(`${ADDRESS}#section-2`, "54.6%");
    expect(readDirectives(address)).toEqual({ fragment: "section-2", texts: [plain("54.6%")] });
    expect(address.match(/#/g)).toHaveLength(1);
  });

  test("with the query that the address has", () => {
    expect(deepLink(`${ADDRESS}?page=2&sort=up`, "54.6")).toBe(
      `${ADDRESS}?page=2&sort=up#:~:text=54.6`,
    );
  });

  test("whatever the words", () => {
    assertProperty(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }).filter((words) => words.trim() !== ""),
        (words) => {
          expect(readDirectives(deepLink(ADDRESS, words)).texts).toEqual([
            plain(words.replace(/\s+/g, " ").trim()),
          ]);
        },
      ),
    );
  });
});
