import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NORMALISATION_STEPS, normaliseText } from "../../../src/core/evidence/normalisation.ts";
import { assertProperty } from "../../builders/properties.ts";

describe("what capturing a page does to its characters is undone", () => {
  test.each([
    ["accents that were taken apart", "cafe\u0301", "café"],
    ["comparison signs decoded in the wrong encoding", "â‰¤200K and â‰¥5", "≤200K and ≥5"],
    ["escapes of Markdown", "\\$2.00 \\| \\*a\\* \\_b\\_ \\[1\\]", "$2.00 | *a* _b_ [1]"],
    ["typographic quotation marks", "“it’s” ‘so’", "\"it's\" 'so'"],
    ["hyphens of every kind", "one\u2010two\u2011three", "one-two-three"],
    ["white space of every kind and length", " a\u00a0b\u202fc\n\n d\t", "a b c d"],
    ["characters that cannot be seen", "a\u00adb\u200bc\ufeffd", "abcd"],
  ])("%s", (_, captured, text) => {
    expect(normaliseText(captured)).toBe(text);
  });
});

describe("what an author did is kept", () => {
  test.each(["50–54", "one—two", "54.6%", "GPT", "C:\\path", "≤200K", "2 × 3"])(
    "%j stays as it is",
    (text) => {
      expect(normaliseText(text)).toBe(text);
    },
  );
});

test("normalising a second time changes nothing", () => {
  assertProperty(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          "a",
          "1",
          " ",
          "\u00a0",
          "’",
          "“",
          "‐",
          "–",
          "\u00ad",
          "é",
          "\u0301",
          "%",
          "|",
          "\n",
          "≤",
        ),
      }),
      (text) => {
        const once = normaliseText(text);
        return normaliseText(once) === once;
      },
    ),
  );
});

test("every step is told to readers in words", () => {
  expect(NORMALISATION_STEPS.length).toBeGreaterThan(0);
  for (const step of NORMALISATION_STEPS) expect(step).not.toBe("");
});
