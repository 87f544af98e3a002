import { expect, test } from "vitest";
import { printApostrophes } from "../../src/site/typography.ts";

test.each([
  ["A vendor's own average", "A vendor’s own average"],
  ["the 'same' words, models' prices", "the 'same' words, models' prices"],
])("%s is printed %s", (written, printed) => {
  expect(printApostrophes(written)).toBe(printed);
});
