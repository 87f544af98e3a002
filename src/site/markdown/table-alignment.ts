import type { RehypePlugin } from "@astrojs/markdown-remark";
import { visit } from "unist-util-visit";

/**
 * Rehype plugin: the alignment of a GFM table column becomes a class (`align-left`, `align-center`,
 * `align-right`) on each of its cells.
 *
 * remark-rehype writes an `align` attribute, which is obsolete HTML, and the MDX compiler turns that into
 * `style=`, which our Content-Security-Policy refuses.
 */
export const tableAlignment: RehypePlugin = () => (tree) => {
  visit(tree, "element", (node) => {
    const { align, ...properties } = node.properties;
    if (typeof align !== "string" || (node.tagName !== "td" && node.tagName !== "th")) return;
    const classes = Array.isArray(properties.className) ? properties.className : [];
    node.properties = { ...properties, className: [...classes, `align-${align}`] };
  });
};
