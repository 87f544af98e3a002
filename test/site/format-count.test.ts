import { expect, test } from "vitest";
import { countWord, formatCount } from "../../src/site/format-count.ts";

test.each<[number | string, string]>([
  [0, "0"],
  [999, "999"],
  [1306, "1,306"],
  ["150000", "150,000"],
  [1047576, "1,047,576"],
])("%s is written %s", (count, text) => {
  expect(formatCount(count)).toBe(text);
});

test("in a sentence a small count is a word", () => {
  expect([1, 4, 9, 10, 1306].map(countWord)).toEqual(["one", "four", "nine", "10", "1,306"]);
});
