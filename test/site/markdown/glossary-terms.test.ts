import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { glossaryTerms, glossaryTermsOf } from "../../../src/site/markdown/glossary-terms.ts";

const TERMS = [
  { id: "token", spellings: ["Token"] },
  { id: "input", spellings: ["Input"] },
  { id: "cached-input", spellings: ["Cached input", "prompt caching"] },
  { id: "api", spellings: ["API"] },
];

/** `id: words` of every term linked, in order. */
async function linked(markdown: string, path = "articles/a.mdx"): Promise<string[]> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMdx)
    .use(glossaryTerms, TERMS);
  const tree = await processor.run(processor.parse(markdown), { path, value: markdown });
  const found: string[] = [];
  visit(tree, "mdxJsxTextElement", (node) => {
    const [attribute] = node.attributes;
    const [child] = node.children;
    if (node.name === "Term" && attribute && child?.type === "text")
      found.push(`${attribute.value}: ${child.value}`);
  });
  return found;
}

describe("the first mention of a term is linked", () => {
  test.each([
    ["once", "A token is a token.", ["token: token"]],
    ["at the beginning of a text", "Tokens are counted.", ["token: Tokens"]],
    ["at the beginning of a sentence", "Read on. Tokens are counted.", ["token: Tokens"]],
    ["where a line breaks in it", "the cached\ninput of it", ["cached-input: cached\ninput"]],
    ["in another spelling", "With prompt caching it is cheaper.", ["cached-input: prompt caching"]],
    [
      "as the longest that begins there",
      "cached input, then input",
      ["cached-input: cached input", "input: input"],
    ],
    ["in a list and in emphasis", "- a **token**\n- an API", ["token: token", "api: API"]],
  ])("%s", async (_, markdown, terms) => {
    expect(await linked(markdown)).toEqual(terms);
  });
});

describe("no term is linked", () => {
  test.each([
    ["in a heading", "## The token"],
    ["in a link", "See [the token](/x/)."],
    ["in code", "The `token`, and\n\n```\ntoken\n```"],
    ["in a block quote", "> a token"],
    ["in quotation marks", "It writes “a token of it”."],
    ["in a table", "| token |\n| --- |\n| token |"],
    ["in a note", "Words.[^a]\n\n[^a]: A token."],
    ["in a component", "<em>a token</em>"],
    ["in a proper name", "See OpenAI's Token page."],
    ["in a longer word", "tokeniser, multi-token, token-like, apis"],
  ])("%s", async (_, markdown) => {
    expect(await linked(markdown)).toEqual([]);
  });

  test("on pages that are no MDX", async () => {
    expect(await linked("A token.", "rules/a.md")).toEqual([]);
  });
});

test("terms and spellings are read from the glossary's files", () => {
  const files = new Map([
    ["token.md", '---\nterm: "Token"\nalso: ["piece of text"]\n---\n\ntext\n'],
    ["api.md", '---\nterm: "API"\n---\n\ntext\n'],
    ["broken.md", "---\nterm: [\n---\n"],
  ]);
  expect(glossaryTermsOf(files)).toEqual([
    { id: "token", spellings: ["Token", "piece of text"] },
    { id: "api", spellings: ["API"] },
  ]);
});
