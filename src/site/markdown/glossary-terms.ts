import type { RemarkPlugin } from "@astrojs/markdown-remark";
import { parseAuthoredFile } from "../../core/dataset/authored-file.ts";
import { isProseFault, parseProse } from "../../core/lint/prose/document.ts";
import { glossaryFrontMatter } from "../../core/lint/prose/front-matter.ts";

/** A term of the glossary and how prose may spell it. */
export interface GlossaryTerm {
  readonly id: string;
  readonly spellings: readonly string[];
}

/**
 * The terms of the glossary's files, by path within its folder. A file with faults gives none: data:check and Astro's collection
 * report it.
 */
export function glossaryTermsOf(files: ReadonlyMap<string, string>): GlossaryTerm[] {
  return [...files].flatMap(([path, text]) => {
    const document = parseProse(path, text);
    if (isProseFault(document)) return [];
    const yaml = document.root.children?.find(({ type }) => type === "yaml")?.value ?? "";
    const fields = glossaryFrontMatter.safeParse(parseAuthoredFile(path, yaml).value);
    if (!fields.success) return [];
    const { term, also } = fields.data;
    return [{ id: path.replace(/\.md$/, ""), spellings: [term, ...(also ?? [])] }];
  });
}

type Tree = Parameters<Exclude<ReturnType<RemarkPlugin>, void>>[0];
type Node = Tree | Tree["children"][number];

/** Where a term is not linked: other links, what is quoted or shown as it is, tables, notes, and code. */
const LEFT_ALONE = new Set([
  "heading",
  "link",
  "linkReference",
  "blockquote",
  "table",
  "footnoteDefinition",
  "inlineCode",
  "code",
  "mdxJsxFlowElement",
  "mdxJsxTextElement",
  "mdxFlowExpression",
  "mdxTextExpression",
]);

/**
 * Remark plugin for MDX: the first mention of each term of the glossary becomes `<Term id="…">words</Term>`, which the page
 * provides. Of terms that begin at one place the longest is meant.
 */
export const glossaryTerms: RemarkPlugin<[readonly GlossaryTerm[]]> = (terms) => {
  const idOf = new Map(
    terms.flatMap(({ id, spellings }) => spellings.map((spelling) => [key(spelling), id] as const)),
  );
  const pattern = patternOf(terms.flatMap(({ spellings }) => spellings));
  return (tree, file) => {
    if (pattern === null || !file.path?.endsWith(".mdx")) return;
    const seen = new Set<string>();
    const visit = (node: Node): void => {
      if (LEFT_ALONE.has(node.type) || !("children" in node)) return;
      const children = node.children as Node[];
      for (let index = 0; index < children.length; index++) {
        const child = children[index] as Node;
        if (child.type !== "text") {
          visit(child);
          continue;
        }
        const parts = linkTerms(child.value, pattern, idOf, seen);
        children.splice(index, 1, ...parts);
        index += parts.length - 1;
      }
    };
    visit(tree);
  };
};

/** Terms are spelled alike but for a first capital and the plural. */
const key = (spelling: string) => spelling.charAt(0).toLowerCase() + spelling.slice(1);

function patternOf(spellings: readonly string[]): RegExp | null {
  if (spellings.length === 0) return null;
  const longestFirst = [...new Set(spellings.map(key))].sort(
    (one, other) => other.length - one.length || (one < other ? -1 : 1),
  );
  const forms = longestFirst.map((spelling) => {
    const [first = "", ...rest] = spelling;
    const escaped = rest.join("").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return `[${first.toLowerCase()}${first.toUpperCase()}]${escaped}`.replace(/\s+/g, "\\s+");
  });
  return new RegExp(`(?<![\\p{L}\\p{N}-])(${forms.join("|")})(s?)(?![\\p{L}\\p{N}-])`, "gu");
}

function linkTerms(
  text: string,
  pattern: RegExp,
  idOf: ReadonlyMap<string, string>,
  seen: Set<string>,
): Node[] {
  const parts: Node[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [written, spelling = ""] = match;
    const id = idOf.get(key(spelling.replace(/\s+/g, " ")));
    if (id === undefined || seen.has(id) || isQuoted(text, match.index)) continue;
    if (isProperName(text, match.index, written)) continue;
    seen.add(id);
    if (match.index > end) parts.push({ type: "text", value: text.slice(end, match.index) });
    parts.push(termElement(id, written));
    end = match.index + written.length;
  }
  if (end < text.length) parts.push({ type: "text", value: text.slice(end) });
  return parts;
}

/** Whether a word has a capital though no sentence begins with it: the Deprecations page is not a deprecation. */
function isProperName(text: string, index: number, written: string): boolean {
  return (
    /^\p{Lu}\p{Ll}/u.test(written) && !/(?:^|[.!?:][”’)]?\s+|[“(])$/u.test(text.slice(0, index))
  );
}

/** Whether a place lies between a pair of quotation marks of the same text. */
function isQuoted(text: string, index: number): boolean {
  return text.lastIndexOf("“", index) > text.lastIndexOf("”", index);
}

function termElement(id: string, written: string): Node {
  const element = {
    type: "mdxJsxTextElement",
    name: "Term",
    attributes: [{ type: "mdxJsxAttribute", name: "id", value: id }],
    children: [{ type: "text", value: written }],
  };
  // remark-mdx adds this node to mdast's types, and only where it is loaded.
  return element as unknown as Node;
}
