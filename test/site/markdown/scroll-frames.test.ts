import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import { expect, test } from "vitest";
import { scrollFrames } from "../../../src/site/markdown/scroll-frames.ts";

const processor = await createMarkdownProcessor({
  rehypePlugins: [scrollFrames],
  syntaxHighlight: false,
});
const render = async (markdown: string) => (await processor.render(markdown)).code;
const framesIn = (html: string) => html.match(/<section[^>]*>/g) ?? [];

test("a table stands alone in a frame that the keyboard reaches and its headers name", async () => {
  const html = await render(
    "before\n\n| Model | *Input* price |\n| --- | --- |\n| One | 2 |\n\nafter",
  );
  expect(framesIn(html)).toEqual([
    '<section class="table-frame" tabindex="0" aria-label="Table: Model, Input price">',
  ]);
  expect(html.replaceAll("\n", "")).toMatch(
    /^<p>before<\/p><section[^>]*><table>.*<\/table><\/section><p>after<\/p>$/,
  );
});

test("an empty header is left out of the name", async () => {
  expect(
    framesIn(await render("| | One | Zero |\n| --- | --- | --- |\n| Bench | 54.6 | 33.2 |")),
  ).toEqual([expect.stringContaining('aria-label="Table: One, Zero"')]);
});

test("each of two tables has a frame, and one within a quotation too", async () => {
  const table = "| A |\n| --- |\n| 1 |";
  const html = await render(`${table}\n\n> ${table.replaceAll("\n", "\n> ")}`);
  expect(framesIn(html)).toHaveLength(2);
  expect(html.replaceAll("\n", "")).toMatch(/<blockquote><section[^>]*><table>/);
});

test("a block of code is reached by keyboard as it is, and prose is left alone", async () => {
  const html = await render("```\nlong line\n```\n\nprose with `code`");
  expect(html).toContain('<pre tabindex="0">');
  expect(html).toContain("<p>prose with <code>code</code></p>");
  expect(framesIn(html)).toEqual([]);
});
