import type { RehypePlugin } from "@astrojs/markdown-remark";
import { visit } from "unist-util-visit";

/**
 * Rehype plugin: the words of a heading link to the heading's own address, so that a section can be passed on. Runs after the ids
 * are given. A heading that holds a link of its own stays as it is, since links cannot be nested.
 */
export const headingLinks: RehypePlugin = () => (tree) => {
  visit(tree, "element", (node) => {
    const { id } = node.properties;
    if (!/^h[2-4]$/.test(node.tagName) || typeof id !== "string") return;
    let holdsLink = false;
    visit(node, (child) => {
      if (child.type !== "text" && !(child.type === "element" && child !== node)) return;
      if (child.type === "element" && (child.tagName === "a" || child.tagName === "sup"))
        holdsLink = true;
    });
    if (holdsLink) return;
    node.children = [
      {
        type: "element",
        tagName: "a",
        properties: { className: ["heading-link"], href: `#${id}` },
        children: node.children,
      },
    ];
  });
};
