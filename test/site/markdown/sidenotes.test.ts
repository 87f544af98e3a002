import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import { describe, expect, test } from "vitest";
import { sidenotes } from "../../../src/site/markdown/sidenotes.ts";

const processor = await createMarkdownProcessor({ rehypePlugins: [sidenotes] });
const render = async (markdown: string) =>
  (await processor.render(markdown)).code.replaceAll("\n", "");

describe("a footnote", () => {
  test("stands behind its reference, in the same paragraph, as words only", async () => {
    const html = await render("One.[^a] Two.\n\n[^a]: A *note*.\n");
    expect(html).toBe(
      '<p>One.<sup class="note-reference"><a href="#note-a" id="note-a-reference" aria-label="Note 1">1</a></sup>' +
        '<span class="sidenote" id="note-a" role="note" aria-label="Note 1"><span class="sidenote-number" aria-hidden="true">1</span>' +
        'A <em>note</em>.<a class="sidenote-back" href="#note-a-reference" aria-label="Back to the text">↩</a></span> Two.</p>',
    );
  });

  test("is counted in the order of the references", async () => {
    const html = await render("One.[^b] Two.[^a]\n\n[^a]: First written.\n\n[^b]: Last written.\n");
    expect(
      [...html.matchAll(/id="(note-\w)" role="note" aria-label="(Note \d)"/g)].map((m) =>
        m.slice(1),
      ),
    ).toEqual([
      ["note-b", "Note 1"],
      ["note-a", "Note 2"],
    ]);
  });

  test("to which two places refer stands at the first, and both lead to it", async () => {
    const html = await render("One.[^a] Two.[^a]\n\n[^a]: A note.\n");
    expect(html.match(/role="note"/g)).toHaveLength(1);
    expect(html.match(/href="#note-a"/g)).toHaveLength(2);
    expect(html.match(/id="note-a-reference"/g)).toHaveLength(1);
  });

  test("of several paragraphs holds no block", async () => {
    const html = await render("One.[^a]\n\n[^a]: First.\n\n    Second.\n");
    expect(html).toContain(
      '<span class="sidenote-part">First.</span><span class="sidenote-part">Second.</span>',
    );
    expect(html.match(/<p>/g)).toHaveLength(1);
  });

  test("that holds a list is refused", async () => {
    await expect(render("One.[^a]\n\n[^a]: First.\n\n    - a\n    - b\n")).rejects.toThrow(
      /more than paragraphs/,
    );
  });

  test.each([
    [
      "a table",
      "| a |\n| --- |\n| b[^a] |\n\nafter\n\n[^a]: A note.\n",
      /<\/table><div class="sidenote sidenote--block"[^>]*>.*<\/div><p>after/,
    ],
    [
      "a heading",
      "## A heading[^a]\n\nafter\n\n[^a]: A note.\n",
      /<\/h2><div class="sidenote sidenote--block"[^>]*>.*<\/div><p>after/,
    ],
  ])("of %s follows it", async (_, markdown, expected) => {
    expect(await render(markdown)).toMatch(expected);
  });

  test("in a list stands in its item", async () => {
    expect(await render("- One.[^a]\n- Two.\n\n[^a]: A note.\n")).toMatch(
      /<li>One\.<sup.*<span class="sidenote".*<\/span><\/li><li>Two/,
    );
  });
});

test("a page without notes is left as it is", async () => {
  expect(await render("One.")).toBe("<p>One.</p>");
});
