/** What holds for every noun of the authored data alike: strict, described, and each scalar with its way of being written. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { FILE_KINDS } from "../../../src/core/dataset/build-dataset.ts";
import { authoredExceptions } from "../../../src/core/schema/exception.ts";

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly scalar?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly allOf?: readonly Node[];
}

/** Every node of a JSON Schema with the path of field names that leads to it. */
function* nodesOf(node: Node, path: string): Generator<readonly [path: string, node: Node]> {
  yield [path, node];
  for (const [name, property] of Object.entries(node.properties ?? {}))
    yield* nodesOf(property, `${path}.${name}`);
  if (typeof node.additionalProperties === "object")
    yield* nodesOf(node.additionalProperties, `${path}.*`);
  if (node.items) yield* nodesOf(node.items, `${path}[]`);
  for (const option of [...(node.anyOf ?? []), ...(node.allOf ?? [])]) yield* nodesOf(option, path);
}

const NOUNS = Object.entries({ ...FILE_KINDS, exceptions: authoredExceptions }).map(
  ([kind, schema]) =>
    [
      kind,
      [...nodesOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Node, kind)],
    ] as const,
);

describe.each(NOUNS)("%s", (_, nodes) => {
  test("refuse unknown fields at every depth", () => {
    const open = nodes.filter(
      ([, node]) =>
        node.type === "object" &&
        node.properties !== undefined &&
        node.additionalProperties !== false,
    );
    expect(open.map(([path]) => path)).toEqual([]);
  });

  test("describe every field in a sentence", () => {
    const descriptions = new Map<string, string | undefined>();
    for (const [path, node] of nodes)
      descriptions.set(
        path,
        descriptions.get(path) ??
          node.description ??
          node.anyOf?.find((option) => option.description)?.description,
      );
    const isSentence = (text: string | undefined) =>
      text !== undefined && /^[A-Z].*[.)]$/.test(text);
    // A list's members and a map's values may leave the sentence to the list or map.
    const silent = [...descriptions].filter(
      ([path, text]) => !isSentence(text) && !/(\[\]|\.\*)$/.test(path),
    );
    expect(silent.map(([path, text]) => `${path}: ${text}`)).toEqual([]);
  });

  test("say of every scalar how it is written", () => {
    const styleless = nodes.filter(
      ([, node]) =>
        node.type === "string" && !["quoted", "block", "bare"].includes(node.scalar ?? ""),
    );
    expect(styleless.map(([path]) => path)).toEqual([]);
  });

  test("know no number, boolean or null, which would lose what was printed", () => {
    const types = new Set(nodes.map(([, node]) => node.type).filter((type) => type !== undefined));
    expect([...types].filter((type) => !["object", "array", "string"].includes(type))).toEqual([]);
  });
});
