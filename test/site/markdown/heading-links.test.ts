import { createMarkdownProcessor, rehypeHeadingIds } from "@astrojs/markdown-remark";
import { expect, test } from "vitest";
import { headingLinks } from "../../../src/site/markdown/heading-links.ts";

const processor = await createMarkdownProcessor({
  rehypePlugins: [rehypeHeadingIds, headingLinks],
});

test("the words of a heading lead to its own address, and stay its name", async () => {
  const { code, metadata } = await processor.render("## What *it* costs\n\ntext\n");
  expect(code).toContain(
    '<h2 id="what-it-costs"><a class="heading-link" href="#what-it-costs">What <em>it</em> costs</a></h2>',
  );
  expect(metadata.headings).toEqual([{ depth: 2, slug: "what-it-costs", text: "What it costs" }]);
});

test("a heading that holds a link or a note stays as it is", async () => {
  expect((await processor.render("## See [it](/facts/)\n")).code).not.toContain("heading-link");
  expect((await processor.render("## See it[^a]\n\n[^a]: Note.\n")).code).not.toMatch(
    /<h2 id="see-it[^>]*><a class="heading-link"/,
  );
});
