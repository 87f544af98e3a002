import type { Issue } from "../../report/issue.ts";
import { proposeName } from "../../report/near-name.ts";
import type { ProseDocument, ProseNode } from "./document.ts";

/**
 * Sidenotes are GFM footnotes, which fail silently: a note that is referred to and not written shows its brackets, one
 * that is written and not referred to vanishes. On the page a note stands within the paragraph that refers to it, where no
 * list, table or drawing can stand.
 */
export function lintNotes(document: ProseDocument): Issue[] {
  const nodes = [...descendants(document.root)];
  const written = new Map(
    nodes
      .filter(({ type }) => type === "footnoteDefinition")
      .map((node) => [node.identifier ?? "", node]),
  );
  const referred = new Set(
    nodes.filter(({ type }) => type === "footnoteReference").map((node) => node.identifier ?? ""),
  );
  const issues: Issue[] = [];
  const report = (offset: number, text: string, message: string, next: string) => {
    const place = document.placeAt(offset);
    issues.push({
      ...place,
      rule: "broken-prose",
      severity: "error",
      written: text,
      message,
      next,
    });
  };
  for (const node of written.values()) {
    const block = node.children?.find(({ type }) => type !== "paragraph");
    if (!block) continue;
    report(
      document.startOf(block),
      document.sourceOf(block).split(/\r?\n/)[0] ?? "",
      "a note holds paragraphs only: it stands within the sentence that refers to it",
      "Say it in words, or move it from the note into the text.",
    );
  }
  for (const [identifier, node] of written) {
    if (referred.has(identifier)) continue;
    report(
      document.startOf(node),
      `[^${identifier}]:`,
      "nothing refers to this note, so no reader would see it",
      `Write [^${identifier}] where it belongs, or take the note out.`,
    );
  }
  for (const node of nodes) {
    if (node.type !== "text") continue;
    for (const match of document.sourceOf(node).matchAll(/\[\^([^\]\s]+)\]/g)) {
      const name = match[1] ?? "";
      report(
        document.startOf(node) + match.index,
        match[0],
        "there is no such note",
        proposeName(name, written.keys(), `write the note: ${match[0]}: …`),
      );
    }
  }
  return issues;
}

function* descendants(node: ProseNode): Generator<ProseNode> {
  yield node;
  for (const child of node.children ?? []) yield* descendants(child);
}
