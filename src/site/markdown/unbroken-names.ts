import type { RehypePlugin } from "@astrojs/markdown-remark";
import { SKIP, visit } from "unist-util-visit";

/** A name of several parts that begins with capitals: `GPT-4.1`, `SWE-bench`, `MMLU-Pro`. Longer ones may break, so that none overflows. */
const NAME = /\b\p{Lu}{2}[\p{L}\d]*-[\p{L}\d]+(?:\.\d+)?/gu;
const LONGEST = 16;

/**
 * Rehype plugin: a name is not broken at its hyphen. It is wrapped rather than spelled with another hyphen, which would neither be found by
 * a search nor survive being copied.
 */
export const unbrokenNames: RehypePlugin = () => (tree) => {
  visit(tree, (node, index, parent) => {
    if (node.type === "element" && (node.tagName === "code" || node.tagName === "pre")) return SKIP;
    if (node.type !== "text" || parent === undefined || index === undefined) return undefined;
    const { value } = node;
    const parts: typeof parent.children = [];
    let end = 0;
    for (const match of value.matchAll(NAME)) {
      if (match[0].length > LONGEST) continue;
      if (match.index > end) parts.push({ type: "text", value: value.slice(end, match.index) });
      parts.push({
        type: "element",
        tagName: "span",
        properties: { className: ["unbroken"] },
        children: [{ type: "text", value: match[0] }],
      });
      end = match.index + match[0].length;
    }
    if (parts.length === 0) return undefined;
    if (end < value.length) parts.push({ type: "text", value: value.slice(end) });
    parent.children.splice(index, 1, ...(parts as never[]));
    return [SKIP, index + parts.length];
  });
};
