import { describe, expect, it } from "vitest";
import { textWidth, wrapText } from "../../../src/site/figures/text-width.ts";

describe("textWidth", () => {
  it("gives every digit the same advance, as the face does", () => {
    expect(textWidth("1111", 15)).toBe(textWidth("8888", 15));
  });

  it("grows with size and weight", () => {
    expect(textWidth("54.6%", 30)).toBeCloseTo(2 * textWidth("54.6%", 15), 9);
    expect(textWidth("54.6%", 15, 600)).toBeGreaterThan(textWidth("54.6%", 15));
  });

  it("takes an unknown character for a wide one", () => {
    expect(textWidth("語", 10)).toBe(7);
  });
});

describe("wrapText", () => {
  it.each([
    ["one line where it fits", "Short name", 200, 2, ["Short name"]],
    [
      "breaks at spaces",
      "A newsletter with a long name",
      85,
      3,
      ["A newsletter", "with a long", "name"],
    ],
    [
      "ends in an ellipsis where lines run out",
      "A newsletter with a long name",
      85,
      2,
      ["A newsletter", "with a long…"],
    ],
    [
      "a long word stands alone",
      "Antidisestablishmentarianism",
      40,
      2,
      ["Antidisestablishmentarianism"],
    ],
    ["nothing is no line", "", 100, 2, []],
  ])("%s", (_title, text, width, maxLines, lines) => {
    expect(wrapText(text, 15, width, maxLines)).toEqual(lines);
  });
});
