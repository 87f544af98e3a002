/** Which records a text shows, and in which of its sections. */
import { type AttributeKind, proseComponent, type ReferenceKind } from "./components.ts";
import { parseDerived } from "./derived.ts";
import type { ProseDocument, ProseNode } from "./document.ts";

export interface Mention {
  readonly kind: ReferenceKind;
  readonly id: string;
  /** The heading above it, counted from zero through the whole text; null above the first. */
  readonly section: number | null;
}

/** Every id in a component, in the order of the text. */
export function findMentions(document: ProseDocument): Mention[] {
  const mentions: Mention[] = [];
  let section: number | null = null;
  const visit = (node: ProseNode): void => {
    if (node.type === "heading") section = section === null ? 0 : section + 1;
    for (const { kind, id } of referencesOf(node)) mentions.push({ kind, id, section });
    for (const child of node.children ?? []) visit(child);
  };
  visit(document.root);
  return mentions;
}

function referencesOf(node: ProseNode): { kind: ReferenceKind; id: string }[] {
  const component = node.name ? proseComponent(node.name) : null;
  if (!component) return [];
  const derived = node.name === "Derived" ? parseDerived(node) : null;
  if (derived) return derived.claims.map((id) => ({ kind: "claim", id }));
  return (node.attributes ?? []).flatMap(({ name, value }) => {
    const kind: AttributeKind | undefined = component.attributes[name ?? ""];
    return isReference(kind) && typeof value === "string" ? [{ kind, id: value }] : [];
  });
}

const isReference = (kind: AttributeKind | undefined): kind is ReferenceKind =>
  typeof kind === "string" && kind !== "claims";
