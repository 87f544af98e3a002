import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import { expect, test } from "vitest";
import { tableAlignment } from "../../../src/site/markdown/table-alignment.ts";

const markdown = `
| left | right | centre | plain |
| :--- | ----: | :----: | ----- |
| a    |     1 |   b    | c     |
`;

test("a column's alignment becomes a class of its cells, and nothing else", async () => {
  const processor = await createMarkdownProcessor({ rehypePlugins: [tableAlignment] });
  const { code } = await processor.render(markdown);
  const cells = code.split("\n").filter((line) => /^<t[hd]\b/.test(line));
  expect(cells).toEqual([
    '<th class="align-left">left</th>',
    '<th class="align-right">right</th>',
    '<th class="align-center">centre</th>',
    "<th>plain</th>",
    '<td class="align-left">a</td>',
    '<td class="align-right">1</td>',
    '<td class="align-center">b</td>',
    "<td>c</td>",
  ]);
  expect(code).not.toMatch(/style=|align=/);
});
