import { describe, expect, test } from "vitest";
import { supportOfMatch, tellingDigits } from "../../../src/core/causes/figure-index.ts";

test.each([
  ["54.6", "546"],
  ["0.10", "1"],
  ["50", "5"],
  ["100000", "1"],
  ["0.025", "25"],
  ["-26", "26"],
  ["1047576", "1047576"],
])("of %s the digits %s tell something", (value, digits) => {
  expect(tellingDigits(value)).toBe(digits);
});

describe("support of a match by its digits and the other questions that have the figure", () => {
  test.each([
    [1, 0, null],
    [2, 0, "fair"],
    [2, 2, "weak"],
    [2, 3, null],
    [3, 0, "strong"],
    [3, 1, "strong"],
    [3, 2, "fair"],
    [3, 5, "weak"],
    [3, 7, null],
  ])("%d digits and %d others: %s", (digits, others, support) => {
    expect(supportOfMatch(digits, others)).toBe(support);
  });
});
