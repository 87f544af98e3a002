/** A file of prose as a tree, with the place of everything in it. */
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Place } from "../../report/issue.ts";

interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

interface Position {
  readonly start: Point;
  readonly end: Point;
}

/** An attribute of an element in MDX; `value` is an object where code computes it, null where it has none. */
export interface ProseAttribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: string | null | { readonly value: string };
  readonly position?: Position | undefined;
}

/** The parts of a Markdown or MDX node that the rules look at. */
export interface ProseNode {
  readonly type: string;
  readonly position?: Position | undefined;
  readonly children?: readonly ProseNode[];
  readonly value?: string;
  readonly alt?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly url?: string;
  readonly name?: string | null;
  readonly identifier?: string;
  readonly attributes?: readonly ProseAttribute[];
  readonly data?: unknown;
}

export interface ProseDocument {
  readonly root: ProseNode;
  readonly text: string;
  /** The author's own characters of a node. */
  sourceOf(node: { readonly position?: Position | undefined }): string;
  /** Where the node begins, in characters from the start of the file. */
  startOf(node: { readonly position?: Position | undefined }): number;
  placeAt(offset: number): Place;
}

/** Why a file is no Markdown or MDX. */
export interface ProseFault extends Place {
  readonly fault: string;
}

// The grammar of the site's own pages (astro.config.mjs), so that what is checked is what readers see.
const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);
const mdx = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx);

/** @param file the path under which faults are reported; its ending says which of the two languages it is in */
export function parseProse(file: string, text: string): ProseDocument | ProseFault {
  let root: ProseNode;
  try {
    root = (file.endsWith(".mdx") ? mdx : markdown).parse(text) as ProseNode;
  } catch (error) {
    if (!isParserMessage(error)) throw error;
    return { file, line: error.line ?? 1, column: error.column ?? 1, fault: error.reason };
  }
  const startOf: ProseDocument["startOf"] = (node) => node.position?.start.offset ?? 0;
  return {
    root,
    text,
    startOf,
    sourceOf: (node) => text.slice(startOf(node), node.position?.end.offset ?? startOf(node)),
    placeAt(offset) {
      const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
      return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    },
  };
}

export const isProseFault = (result: ProseDocument | ProseFault): result is ProseFault =>
  "fault" in result;

/** What the parsers throw (a VFileMessage): a reason and, nearly always, a place. */
interface ParserMessage {
  readonly reason: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

const isParserMessage = (error: unknown): error is ParserMessage =>
  error instanceof Error && "reason" in error && "line" in error && "column" in error;
