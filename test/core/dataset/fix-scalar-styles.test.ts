import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAuthoredFile } from "../../../src/core/dataset/authored-file.ts";
import { schemaOf } from "../../../src/core/dataset/build-dataset.ts";
import { fixScalarStyles } from "../../../src/core/dataset/fix-scalar-styles.ts";
import { checkScalarStyles } from "../../../src/core/dataset/scalar-styles.ts";
import { assertProperty } from "../../builders/properties.ts";

const PATH = "sources/acme/card.yaml";
const schema = (() => {
  const found = schemaOf(PATH);
  if (!found) throw new Error("sources have no schema");
  return found;
})();
const fix = (text: string) => fixScalarStyles(PATH, text, schema);
const parsedValue = (text: string) => parseAuthoredFile(PATH, text).value;
const issuesOf = (text: string) => checkScalarStyles(parseAuthoredFile(PATH, text), schema);

describe("the repair of quoting", () => {
  test.each([
    [
      "quotes a figure, digits kept",
      "claims: { a: { value: 0.10 } }\n",
      'claims: { a: { value: "0.10" } }\n',
    ],
    ["quotes a date", "published: 2026-01-01\n", 'published: "2026-01-01"\n'],
    ["quotes free text", "title: It's a document\n", 'title: "It\'s a document"\n'],
    [
      "quotes free text over two lines",
      "title: one\n  two\nkind: article\n",
      'title: "one two"\nkind: article\n',
    ],
    [
      "turns single quotes into double ones",
      "title: 'a \"b\" it''s'\n",
      'title: "a \\"b\\" it\'s"\n',
    ],
    [
      "turns a block into quotes",
      "title: |-\n  a: b\nkind: article\n",
      'title: "a: b"\nkind: article\n',
    ],
    [
      "turns quoted words into a block",
      'claims:\n  a:\n    quote: "one scores: 54.6%"\n    where: "x"\n',
      'claims:\n  a:\n    quote: |-\n      one scores: 54.6%\n    where: "x"\n',
    ],
    [
      "takes the line break off a block",
      "claims:\n  a:\n    quote: |\n      words\n",
      "claims:\n  a:\n    quote: |-\n      words\n",
    ],
    ["takes the quotes off an id", 'kind: "article"\n', "kind: article\n"],
    [
      "takes an id out of a block without joining lines",
      'kind: |-\n  article\ntitle: "x"\n',
      'kind: article\ntitle: "x"\n',
    ],
    ["quotes the members of a list", "authors: [A Person, 'B']\n", 'authors: ["A Person", "B"]\n'],
    [
      "mends a file that has no line break at its end",
      "published: 2026-01-01",
      'published: "2026-01-01"',
    ],
  ])("%s", (_, before, after) => {
    expect(fix(before)).toBe(after);
  });

  test("keeps comments, blank lines, order and what is right already to the letter", () => {
    const before =
      '# A comment\n\ntitle: A document # beside it\n\n# Another\nclaims:\n  # Within\n  a:\n    value: 0.10   # spaces\n    quote: |-\n      "0.10"  # no comment\n    where:   "x"\n# At the end\n';
    const after = before
      .replace("A document #", '"A document" #')
      .replace("value: 0.10 ", 'value: "0.10" ');
    expect(fix(before)).toBe(after);
  });

  test.each([
    ["a block in a flow map, which would not be YAML", 'claims: { a: { quote: "words" } }\n'],
    ["an id that would not be one without quotes", 'kind: "a: b"\n'],
    ["an id that would be a comment", 'kind: "# a"\n'],
    ["words that begin with a space", 'claims:\n  a:\n    quote: " words"\n'],
    ["a comment beside the sign of a block", "title: |- # why\n  words\n"],
  ])("leaves to the author %s", (_, text) => {
    expect(fix(text)).toBe(text);
  });

  test("mends the rest of a file of which something is left to the author", () => {
    expect(fix('kind: "a: b"\npublished: 2026-01-01\n')).toBe(
      'kind: "a: b"\npublished: "2026-01-01"\n',
    );
  });

  test.each(['title: "A\n', "a: b\na: c\n", "a: &x b\nc: *x\n"])(
    "leaves a broken file as it is: %j",
    (text) => {
      expect(fix(text)).toBe(text);
    },
  );

  const texts = fc.string({
    unit: fc.constantFrom(
      "a",
      "b",
      "1",
      ".",
      " ",
      "\n",
      '"',
      "'",
      ":",
      "#",
      "-",
      "%",
      "|",
      "\\",
      "é",
      "{",
      "[",
      ",",
      "&",
      "\t",
    ),
  });
  const files = fc
    .record({
      title: texts,
      kind: texts,
      quote: texts,
      value: texts,
      style: fc.constantFrom("double", "single", "literal", "json"),
    })
    .map(({ title, kind, quote, value, style }) => {
      const write = (text: string, indent: string) => {
        const isOneLine = !/[\n\t]/.test(text);
        if (style === "single" && isOneLine) return `'${text.replaceAll("'", "''")}'`;
        if (style === "literal" && /^\S[^\t]*$/.test(text) && !text.includes("\n"))
          return `|-\n${indent}  ${text}`;
        return JSON.stringify(text);
      };
      return `# first\ntitle: ${write(title, "")}\nkind: ${write(kind, "")}\nclaims:\n  a: # the claim\n    value: ${write(value, "    ")}\n    quote: ${write(quote, "    ")}\n# last\n`;
    });
  /** What a file says, but for line breaks at the end of verbatim words, which are no words. */
  const saying = (text: string) =>
    JSON.stringify(parsedValue(text), (_, value: unknown) =>
      typeof value === "string" ? value.replace(/\n+$/, "") : value,
    );

  test("never changes what a file says, nor breaks it, nor loses a comment", () => {
    assertProperty(
      fc.property(files, (text) => {
        const fixed = fix(text);
        expect(parseAuthoredFile(PATH, fixed).issues).toEqual(
          parseAuthoredFile(PATH, text).issues.length === 0 ? [] : expect.anything(),
        );
        expect(saying(fixed)).toBe(saying(text));
        for (const comment of ["# first", "# the claim", "# last"])
          expect(fixed).toContain(comment);
      }),
      200,
    );
  });

  test("changes nothing the second time", () => {
    assertProperty(
      fc.property(files, (text) => {
        const once = fix(text);
        expect(fix(once)).toBe(once);
      }),
      80,
    );
  });

  test("leaves nothing that it can mend to the check", () => {
    assertProperty(
      fc.property(fc.constantFrom("0.10", "2026-01-01", "1,000,000", "a b", "x"), (value) => {
        expect(
          issuesOf(
            fix(`title: ${value}\nclaims:\n  a:\n    value: ${value}\n    quote: ${value}\n`),
          ),
        ).toEqual([]);
      }),
      8,
    );
  });
});
