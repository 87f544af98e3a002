/**
 * One YAML file as text, as a tree with the place and style of every scalar, and as a plain
 * value in which every scalar is the author's own text: nothing is turned into a number,
 * a date or a boolean, whatever it looks like.
 */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
} from "yaml";
import type { Issue, Place } from "../report/issue.ts";
import { type HouseFile, type HouseMap, type HouseNode, readHouseYaml } from "./house-yaml.ts";

export interface AuthoredFile {
  readonly path: string;
  readonly text: string;
  /** The whole tree as the library has it; a file in the form of the house is read by the library only when this is asked for. */
  readonly document: Document.Parsed;
  /** The tree of a file in the form of the house; null for any other. */
  readonly tree: HouseMap | null;
  /** The plain value; undefined when the file is broken. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** Where the node at a path stands, or the nearest node above it. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** The author's own text at a path, on one line and shortened; empty when nothing stands there. */
  writtenAt(path: readonly PropertyKey[]): string;
}

const LONGEST_EXCERPT = 80;

/** Parse a file; broken YAML and duplicate keys are issues, never exceptions. */
export function parseAuthoredFile(path: string, text: string): AuthoredFile {
  const house = readHouseYaml(text);
  return house ? houseFile(path, text, house) : libraryFile(path, text);
}

/** A file of which this project's own reader knows everything but what only a report of a fault needs. */
function houseFile(path: string, text: string, { root, lineStarts }: HouseFile): AuthoredFile {
  let whole: AuthoredFile | undefined;
  const byLibrary = () => {
    whole ??= libraryFile(path, text);
    return whole;
  };
  const positions = new Map<HouseMap, ReadonlyMap<string, number>>();
  const positionOf = (map: HouseMap, key: string): number | undefined => {
    let known = positions.get(map);
    if (!known) {
      known = new Map(map.keys.map((name, position) => [name, position]));
      positions.set(map, known);
    }
    return known.get(key);
  };
  return {
    path,
    text,
    value: root.value,
    tree: root,
    issues: [],
    get document() {
      return byLibrary().document;
    },
    placeOf(target) {
      let node: HouseNode = root;
      let keyOffset: number | undefined;
      for (const step of target) {
        const position: number | undefined =
          node.kind === "map"
            ? positionOf(node, String(step))
            : typeof step === "number"
              ? step
              : undefined;
        const next: HouseNode | undefined =
          node.kind === "scalar" || position === undefined
            ? undefined
            : node.kind === "map"
              ? node.nodes[position]
              : node.items[position];
        if (!next) break;
        keyOffset = node.kind === "map" ? node.offsets[position as number] : undefined;
        node = next;
      }
      const offset = node.kind === "scalar" ? node.offset : (keyOffset ?? node.offset);
      const line = lineAt(lineStarts, offset);
      return { file: path, line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
    },
    writtenAt: (target) => byLibrary().writtenAt(target),
  };
}

/** The last line that begins at an offset or before it. */
function lineAt(lineStarts: readonly number[], offset: number): number {
  let [low, high] = [0, lineStarts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function libraryFile(path: string, text: string): AuthoredFile {
  const lines = new LineCounter();
  // The failsafe schema keeps every scalar as text, so that 0.10 is never 0.1.
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: "failsafe",
    prettyErrors: false,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const startOfLine = (at: number) => text.lastIndexOf("\n", at - 1) + 1;
  const endOfLine = (from: number) => {
    const end = text.indexOf("\n", from);
    return end < 0 ? text.length : end;
  };
  const excerpt = (from: number, to: number) => {
    const line = text.slice(from, to).split("\n")[0]?.trim() ?? "";
    return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT - 1)}…` : line;
  };
  const issues: Issue[] = document.errors.map((error) => {
    const isDuplicate = error.code === "DUPLICATE_KEY";
    return {
      ...placeAt(error.pos[0]),
      rule: isDuplicate ? "duplicate-key" : "broken-yaml",
      severity: "error",
      written: isDuplicate
        ? excerpt(error.pos[0], endOfLine(error.pos[0]))
        : excerpt(error.pos[0], error.pos[1]) ||
          excerpt(startOfLine(error.pos[0]), endOfLine(error.pos[0])),
      message: isDuplicate
        ? "this key stands twice in one map, so one of the two would be lost"
        : `this is not valid YAML: ${error.message}`,
      next: isDuplicate
        ? "Give the second one a key of its own."
        : "Mend the line; check indentation, quotes and colons.",
    };
  });
  for (const node of forbiddenNodes(document)) {
    issues.push({
      ...placeAt(node.range?.[0] ?? 0),
      rule: "broken-yaml",
      severity: "error",
      written: excerpt(node.range?.[0] ?? 0, node.range?.[1] ?? 0),
      message:
        "anchors, aliases, tags and keys that are lists or maps are not used here, because a reader must see each value where it stands",
      next: "Write the value out, under a plain key.",
    });
  }
  const nodeAt = (
    target: readonly PropertyKey[],
  ): { node: Node | null; keyOffset: number | undefined } => {
    let node: unknown = document.contents;
    let keyOffset: number | undefined;
    for (const step of target) {
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isScalar(item.key) && String(item.key.value) === String(step),
        );
        if (!pair) break;
        keyOffset = (pair.key as Scalar).range?.[0];
        node = pair.value;
      } else if (isSeq(node) && typeof step === "number" && node.items[step] !== undefined) {
        node = node.items[step];
        keyOffset = undefined;
      } else break;
    }
    return { node: (node ?? null) as Node | null, keyOffset };
  };
  return {
    path,
    text,
    document,
    tree: null,
    value: issues.length === 0 ? (document.toJS() as unknown) : undefined,
    issues,
    placeOf(target) {
      const { node, keyOffset } = nodeAt(target);
      const offset = isScalar(node) ? node.range?.[0] : (keyOffset ?? node?.range?.[0]);
      return placeAt(offset ?? 0);
    },
    writtenAt(target) {
      const { node } = nodeAt(target);
      if (!isScalar(node) || !node.range) return "";
      return node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED"
        ? (String(node.value).split("\n")[0] ?? "")
        : excerpt(node.range[0], node.range[1]);
    },
  };
}

function forbiddenNodes(document: Document.Parsed): Node[] {
  const found: Node[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== "object") return;
    const candidate = node as Node & { anchor?: string; tag?: string };
    if (candidate.anchor !== undefined || candidate.tag !== undefined || isAlias(node))
      found.push(candidate);
    if (isMap(node)) {
      for (const pair of node.items) {
        if (!isScalar(pair.key) && !isAlias(pair.key)) found.push(pair.key as Node);
        visit(pair.key);
        visit(pair.value);
      }
    } else if (isSeq(node)) for (const item of node.items) visit(item);
  };
  visit(document.contents);
  return found;
}
