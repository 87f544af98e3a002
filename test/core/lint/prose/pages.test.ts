import { expect, test } from "vitest";
import { DISCREPANCY_KINDS } from "../../../../src/core/checks/kinds.ts";
import { lintPages } from "../../../../src/core/lint/prose/pages.ts";
import { RULE_NAMES } from "../../../../src/core/lint/rules.ts";

const pages = [
  ...DISCREPANCY_KINDS.map((kind) => `discrepancy-kinds/${kind}.md`),
  ...RULE_NAMES.map((rule) => `rules/${rule}.md`),
  "articles/any.mdx",
];

test("one page for each kind and each rule is what is wanted", () => {
  expect(lintPages(pages)).toEqual([]);
});

test("a kind or rule without a page is reported where the page should stand", () => {
  const without = pages.filter((path) => !/\/(rounding|schema)\.md$/.test(path));
  expect(lintPages(without, "content")).toMatchObject([
    { file: "content/discrepancy-kinds/rounding.md", rule: "missing-file" },
    { file: "content/rules/schema.md", rule: "missing-file" },
  ]);
});

test("a page of nothing that is registered is reported with a near name", () => {
  const [issue, ...others] = lintPages([...pages, "rules/shema.md"]);
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ file: "src/content/rules/shema.md", rule: "misplaced-file" });
  expect(issue?.next).toContain("Did you mean schema?");
});
