import type { RehypePlugin } from "@astrojs/markdown-remark";
import { EXIT, SKIP, visit } from "unist-util-visit";

type Tree = Parameters<Exclude<ReturnType<RehypePlugin>, void>>[0];
type Child = Tree["children"][number];
type Element = Extract<Child, { type: "element" }>;
type Parent = Extract<Child, { children: unknown }>;

/**
 * Rehype plugin: each GFM footnote leaves the end of the page and stands right behind its reference, as words of the same paragraph,
 * so that a screen reader meets it in order and styles can set it in the margin (wide), fold it (narrow) or print it. A note of a
 * table or a heading, where none can stand, follows that block. Runs before tables get their frames or after.
 *
 * @throws TypeError for a note that holds more than paragraphs; data:check refuses it with its place
 */
export const sidenotes: RehypePlugin = () => (tree) => {
  const notes = takeNotes(tree);
  if (notes.size === 0) return;
  const numbers = new Map<string, number>();
  /** @param behind takes the note instead of the place of its reference, where it cannot stand there */
  const place = (parent: Parent, behind: Child[] | null): void => {
    const children: Child[] = [];
    for (const child of parent.children as Child[]) {
      const id = child.type === "element" ? referredNote(child) : null;
      const content = id === null ? undefined : notes.get(id);
      if (id === null || !content) {
        if ("children" in child) place(child, holdsNoNote(child) ? (behind ?? []) : behind);
        children.push(child);
        continue;
      }
      const isFirst = !numbers.has(id);
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      children.push(reference(id, number, isFirst));
      if (isFirst) (behind ?? children).push(sidenote(id, number, content, behind !== null));
    }
    parent.children = children as Parent["children"];
  };
  tree.children = tree.children.flatMap((block) => {
    const behind: Child[] = [];
    if ("children" in block) place(block, holdsNoNote(block) ? behind : null);
    return [block, ...behind];
  }) as Tree["children"];
};

/** Tables scroll in a frame, which would cut the margin off; a heading is read out on its own. */
const holdsNoNote = (node: Child): boolean =>
  node.type === "element" && /^(?:table|section|h[1-6])$/.test(node.tagName);

/** The notes by their ids in the order of their numbers, taken out of the section that GFM puts at the end. */
function takeNotes(tree: Tree): Map<string, Child[]> {
  const notes = new Map<string, Child[]>();
  visit(tree, "element", (section, index, parent) => {
    if (!("dataFootnotes" in section.properties) || !parent || index === undefined)
      return undefined;
    visit(section, "element", (item) => {
      if (item.tagName !== "li") return undefined;
      notes.set(String(item.properties.id), phrasingOf(item));
      return SKIP;
    });
    parent.children.splice(index, 1);
    return EXIT;
  });
  return notes;
}

/** The words of a note without the arrows back; of several paragraphs each in a line of its own. */
function phrasingOf(item: Element): Child[] {
  const paragraphs = item.children.filter(
    (child): child is Element => !(child.type === "text" && child.value.trim() === ""),
  );
  if (paragraphs.some((child) => child.type !== "element" || child.tagName !== "p")) {
    throw new TypeError(`The note ${item.properties.id} holds more than paragraphs.`);
  }
  const parts = paragraphs.map(({ children }) =>
    trimmed(children.filter((child) => !isBackLink(child))),
  );
  return parts.length === 1
    ? (parts[0] ?? [])
    : parts.map((children) => span({ className: ["sidenote-part"] }, children));
}

const isBackLink = (node: Child): boolean =>
  node.type === "element" && "dataFootnoteBackref" in node.properties;

/** Without the space that stood before the arrow. */
function trimmed(children: readonly Child[]): Child[] {
  const last = children.at(-1);
  if (last?.type !== "text") return [...children];
  const value = last.value.trimEnd();
  return [...children.slice(0, -1), ...(value === "" ? [] : [{ ...last, value }])];
}

/** The id of the note to which a superscript refers; null for any other element. */
function referredNote(node: Element): string | null {
  const [link] = node.children;
  if (node.tagName !== "sup" || link?.type !== "element") return null;
  return "dataFootnoteRef" in link.properties ? String(link.properties.href).slice(1) : null;
}

const noteId = (id: string) => id.replace(/^user-content-fn-/, "note-");

function reference(id: string, number: number, isFirst: boolean): Element {
  const link: Element = {
    type: "element",
    tagName: "a",
    properties: {
      href: `#${noteId(id)}`,
      ...(isFirst ? { id: `${noteId(id)}-reference` } : {}),
      ariaLabel: `Note ${number}`,
    },
    children: [{ type: "text", value: String(number) }],
  };
  return {
    type: "element",
    tagName: "sup",
    properties: { className: ["note-reference"] },
    children: [link],
  };
}

function sidenote(id: string, number: number, content: Child[], isBlock: boolean): Element {
  const back: Element = {
    type: "element",
    tagName: "a",
    properties: {
      className: ["sidenote-back"],
      href: `#${noteId(id)}-reference`,
      ariaLabel: "Back to the text",
    },
    children: [{ type: "text", value: "↩" }],
  };
  const mark = span({ className: ["sidenote-number"], ariaHidden: "true" }, [
    { type: "text", value: String(number) },
  ]);
  return {
    type: "element",
    tagName: isBlock ? "div" : "span",
    properties: {
      className: ["sidenote", ...(isBlock ? ["sidenote--block"] : [])],
      id: noteId(id),
      role: "note",
      ariaLabel: `Note ${number}`,
    },
    children: [mark, ...(content as Element["children"]), back],
  };
}

const span = (properties: Element["properties"], children: Child[]): Element => ({
  type: "element",
  tagName: "span",
  properties,
  children: children as Element["children"],
});
