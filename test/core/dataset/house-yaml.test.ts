import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { type HouseNode, readHouseYaml } from "../../../src/core/dataset/house-yaml.ts";
import { aClaim, aMetric, aSource } from "../../builders/authored.ts";
import { datasetOf } from "../../builders/dataset.ts";
import { assertProperty } from "../../builders/properties.ts";
import { toYaml } from "../../builders/yaml.ts";

const STYLES: Readonly<Record<string, string>> = {
  PLAIN: "bare",
  QUOTE_DOUBLE: "quoted",
  BLOCK_LITERAL: "block",
};

/** What the library makes of a text: its value, and the place and style of everything in it. */
function readByLibrary(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: "failsafe",
    prettyErrors: false,
  });
  const outline = (node: unknown): unknown => {
    if (isScalar(node))
      return [String(node.value), STYLES[node.type ?? ""] ?? node.type, node.range?.[0]];
    if (isSeq(node)) return [node.range?.[0], ...node.items.map(outline)];
    if (isMap(node))
      return [
        node.range?.[0],
        ...node.items.map(({ key, value }) => [
          isScalar(key) ? [key.value, key.range?.[0]] : "?",
          outline(value),
        ]),
      ];
    return "?";
  };
  return {
    faults: document.errors.length,
    value: JSON.stringify(document.toJS()),
    outline: outline(document.contents),
    lineStarts: lines.lineStarts,
  };
}

function outline(node: HouseNode): unknown {
  switch (node.kind) {
    case "scalar":
      return [node.value, node.style, node.offset];
    case "list":
      return [node.offset, ...node.items.map(outline)];
    case "map":
      return [
        node.offset,
        ...node.keys.map((key, index) => [
          [key, node.offsets[index]],
          outline(node.nodes[index] as HouseNode),
        ]),
      ];
    default:
      return node satisfies never;
  }
}

/** Whether the reader took the text; that it then read it as the library does is asserted. */
function isReadAlike(text: string): boolean {
  const read = readHouseYaml(text);
  if (read === null) return false;
  expect({
    faults: 0,
    value: JSON.stringify(read.root.value),
    outline: outline(read.root),
    // The library counts a line behind the last line break as well.
    lineStarts: readByLibrary(text).lineStarts.slice(0, read.lineStarts.length),
  }).toEqual({ ...readByLibrary(text), lineStarts: read.lineStarts });
  return true;
}

describe("the form of the house is read", () => {
  test.each([
    ["maps, quoted and bare scalars", 'title: "A: b # c"\nkind: article\n'],
    ["an address", "url: https://example.com/a?b=c&d=%20#e\n"],
    ["escaped quotes and backslashes", 'a: "\\"x\\" \\\\ y"\n'],
    [
      "a block with indented and empty lines",
      "a:\n  b: |-\n    x: y\n\n      # z\n    - w  \nc: d\n",
    ],
    ["a block at the end of the file", "a: |-\n  x"],
    ["a block with empty lines behind it", "a: |-\n  x\n\n\nb: c\n"],
    ["a comment behind a block", "a:\n  b: |-\n    x\n\n  # note\n  c: d\n# end\n"],
    ["comments and empty lines", "# first\n\na:\n\n  # second\n  b: c\n\n"],
    [
      "lists of scalars and of maps",
      'a:\n  - x\n  - "y"\nb:\n  - c: d\n    e: |-\n      f\n  - c: g\n',
    ],
    ["brackets", 'a: [x, "y, z"]\nb: []\nc: { d: "e", f: { g: h }, i: ["j"] }\n'],
    ["keys that are whole numbers", 'b: "x"\n2: "y"\n1: "z"\n'],
    [
      "what other tools take for something else than text",
      "a: null\nb: yes\nc: 0.10\nd: 2025-04-14\n",
    ],
  ])("%s", (_, text) => {
    expect(isReadAlike(text)).toBe(true);
  });

  test("a source as the ledger writes it", () => {
    const source = aSource({
      authors: ["A. Writer"],
      claims: {
        c1: aClaim(),
        c2: aClaim({
          conditions: { subset: "all" },
          quote: "two lines\nof a source",
          "compared-with": { subject: "acme/zero", conditions: { grader: "x" } },
        }),
      },
    });
    expect(isReadAlike(toYaml(source))).toBe(true);
    expect(isReadAlike(toYaml(aMetric()))).toBe(true);
  });
});

describe("everything else is left to the library", () => {
  test.each([
    ["nothing", ""],
    ["only a comment", "# a\n"],
    ["a list at the top", "- a\n"],
    ["a tab", 'a:\t"b"\n'],
    ["Windows line ends", "a: b\r\n"],
    ["two documents", "a: b\n---\nc: d\n"],
    ["a quote that does not end", 'a: "b\n'],
    ["a quote over two lines", 'a: "b\n  c"\n'],
    ["another escape", 'a: "b\\n"\n'],
    ["single quotes", "a: 'b'\n"],
    ["a bare scalar with a space", "a: b c\n"],
    ["a bare scalar that goes on below", "a: b\n  c\n"],
    ["a comment behind a value", "a: b # c\n"],
    ["an anchor", "a: &x b\n"],
    ["a tag", "a: !!str b\n"],
    ["a key without value", "a:\nb: c\n"],
    ["a key that stands twice", "a: b\na: c\n"],
    ["a key that stands twice in brackets", "a: { b: c, b: d }\n"],
    ["a block of another kind", "a: |\n  b\n"],
    ["a block without lines", "a: |-\nb: c\n"],
    ["a block that begins with an empty line", "a: |-\n\n  b\n"],
    ["wrong indentation", "a:\n    b: c\n  d: e\n"],
    ["a list without indentation", "a:\n- b\n"],
    ["brackets over two lines", "a: [b,\n  c]\n"],
    ["a comma too many", "a: [b, ]\n"],
  ])("%s", (_, text) => {
    expect(readHouseYaml(text)).toBeNull();
  });
});

/** Files of the ledger's form, and what becomes of them by a few slips of the hand. */
const written = [
  ...datasetOf({
    sources: { "beta/review": [aClaim(), aClaim({ quote: "a 54.6\n\nb" })] },
  }).values(),
  '# note\na:\n  - b: "c"\n    d: { e: "f, g", h: [i, "j"] }\n\n  - k\nl: |-\n  m\n    n\n\n  o\n# p\nq:\n  r:\n    s: t.u/v#w\n',
];
const slips = fc.array(
  fc.record({
    at: fc.nat(),
    removed: fc.nat(2),
    added: fc.oneof(
      fc.constantFrom(
        "\n",
        "  ",
        " ",
        ":",
        ": ",
        "- ",
        "#",
        " #",
        '"',
        "\\",
        "|",
        "|-",
        "{",
        "}",
        "[",
        "]",
        ",",
        ", ",
        "'",
        "&a",
        "!",
        "*",
        "%",
        "---\n",
        "\n  ",
        "\n    ",
        "?",
        "…",
        "x",
        "0",
      ),
      fc.string({ maxLength: 2 }),
    ),
  }),
  { minLength: 0, maxLength: 3 },
);
const slipped = fc.tuple(fc.constantFrom(...written), slips).map(([text, all]) =>
  all.reduce((current, { at, removed, added }) => {
    const place = at % (current.length + 1);
    return current.slice(0, place) + added + current.slice(place + removed);
  }, text),
);

test("whatever is read is read as the library reads it", () => {
  let taken = 0;
  assertProperty(
    fc.property(slipped, (text) => {
      if (isReadAlike(text)) taken++;
    }),
    3000,
  );
  // Otherwise the property would say nothing.
  expect(taken).toBeGreaterThan(600);
});
