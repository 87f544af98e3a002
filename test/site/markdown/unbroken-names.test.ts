import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import { expect, test } from "vitest";
import { unbrokenNames } from "../../../src/site/markdown/unbroken-names.ts";

const processor = await createMarkdownProcessor({ rehypePlugins: [unbrokenNames] });
const render = async (text: string) => (await processor.render(text)).code.trim();

test("a name with a hyphen is kept together, and the words around it stay as they were", async () => {
  expect(await render("Of ABC-4.1 mini and DEF-bench, *ABC-4o* costs more.")).toBe(
    '<p>Of <span class="unbroken">ABC-4.1</span> mini and <span class="unbroken">DEF-bench</span>, <em><span class="unbroken">ABC-4o</span></em> costs more.</p>',
  );
});

test.each([
  ["an ordinary compound", "A long-context test by a third-party lab."],
  ["a full stop at the end of a sentence", "It ends there."],
  ["a name too long to be kept together", "ABCDEFGH-abcdefghijklmnop is long."],
  ["code", "`ABC-4.1`"],
])("%s is left alone", async (_, text) => {
  expect(await render(text)).not.toContain("unbroken");
});

test("the stop of a sentence is no part of a name", async () => {
  expect(await render("It beats ABC-4.")).toBe(
    '<p>It beats <span class="unbroken">ABC-4</span>.</p>',
  );
});
