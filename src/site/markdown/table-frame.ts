import type { RehypePlugin } from "@astrojs/markdown-remark";
import { SKIP, visit } from "unist-util-visit";

/**
 * Rehype plugin: a table of prose stands in a frame in which it scrolls, so that the page itself never scrolls sideways. The frame can be
 * reached by keyboard and is named by the first header of its table.
 */
export const tableFrame: RehypePlugin = () => (tree) => {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "table" || !parent || index === undefined) return undefined;
    parent.children[index] = {
      type: "element",
      tagName: "div",
      properties: {
        className: ["table-frame"],
        tabIndex: 0,
        role: "region",
        ariaLabel: `Table: ${headersOf(node).join(", ")}`,
      },
      children: [node],
    };
    return SKIP;
  });
};

type Node = Parameters<Exclude<ReturnType<RehypePlugin>, void>>[0];

/** The texts of a table's header cells. */
function headersOf(table: object): string[] {
  const headers: string[] = [];
  visit(table as Node, "element", (node) => {
    if (node.tagName !== "th") return;
    let text = "";
    visit(node, "text", (leaf) => {
      text += leaf.value;
    });
    if (text !== "") headers.push(text);
  });
  return headers;
}
