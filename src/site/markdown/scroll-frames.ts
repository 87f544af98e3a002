import type { RehypePlugin } from "@astrojs/markdown-remark";
import { SKIP, visit } from "unist-util-visit";

type Tree = Parameters<Exclude<ReturnType<RehypePlugin>, void>>[0];

/**
 * Rehype plugin: what may be wider than its column scrolls inside its own frame, so that the page itself never scrolls sideways, and the
 * frame can be reached by keyboard. A table's frame is named by its headers.
 */
export const scrollFrames: RehypePlugin = () => (tree) => {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName === "pre") node.properties = { ...node.properties, tabIndex: 0 };
    if (node.tagName !== "table" || !parent || index === undefined) return undefined;
    parent.children[index] = {
      type: "element",
      tagName: "section",
      properties: {
        className: ["table-frame"],
        tabIndex: 0,
        ariaLabel: `Table: ${headersOf(node).join(", ")}`,
      },
      children: [node],
    };
    return SKIP;
  });
};

/** The texts of a table's header cells. */
function headersOf(table: object): string[] {
  const headers: string[] = [];
  visit(table as Tree, "element", (node) => {
    if (node.tagName !== "th") return;
    let text = "";
    visit(node, "text", (leaf) => {
      text += leaf.value;
    });
    if (text !== "") headers.push(text);
  });
  return headers;
}
