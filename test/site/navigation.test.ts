import { expect, it } from "vitest";
import { isWithin, primaryNavigation } from "../../src/site/navigation.ts";

const openItems = (path: string) =>
  primaryNavigation.filter((item) => isWithin(item, path)).map(({ label }) => label);

it.each([
  ["/", []],
  ["/facts/", ["Facts"]],
  ["/facts/gpt-4-1/swe-bench-verified/", ["Facts"]],
  ["/discrepancies/kinds/rounding/", ["Discrepancies"]],
  ["/search/", []],
])("a page at %s lies within %j", (path, labels) => {
  expect(openItems(path)).toEqual(labels);
});
