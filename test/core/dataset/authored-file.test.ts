import { describe, expect, test } from "vitest";
import { parseAuthoredFile } from "../../../src/core/dataset/authored-file.ts";

const parse = (text: string) => parseAuthoredFile("data/sources/acme/card.yaml", text);
const rules = (text: string) =>
  parse(text).issues.map(({ rule, line, column }) => `${rule} ${line}:${column}`);

describe("the value of a file", () => {
  test("is the author's own text throughout: no number, date, boolean or null", () => {
    expect(
      parse("a: 0.10\nb: 2025-04-14\nc: yes\nd: null\ne: ~\nf: 1e3\ng: 0x10\nh: .5\n").value,
    ).toEqual({
      a: "0.10",
      b: "2025-04-14",
      c: "yes",
      d: "null",
      e: "~",
      f: "1e3",
      g: "0x10",
      h: ".5",
    });
  });

  test("keeps a block of verbatim words as it is", () => {
    expect(parse('quote: |-\n  One "scores"\n    54.6%: really\n').value).toEqual({
      quote: 'One "scores"\n  54.6%: really',
    });
  });

  test("of an empty file is nothing, which is no fault of its form", () => {
    expect(parse("")).toMatchObject({ value: null, issues: [] });
    expect(parse("# only a comment\n")).toMatchObject({ value: null, issues: [] });
  });
});

describe("a file that is no plain YAML is an issue with line and column, and has no value", () => {
  test.each([
    ["a quote that does not end", 'title: "A\nkind: article\n', "broken-yaml"],
    ["a bracket that does not end", "a: [b\n", "broken-yaml"],
    ["a tab for indentation", "a:\n\tb: c\n", "broken-yaml"],
    ["a mapping within a scalar", "a: b: c\n", "broken-yaml"],
    ["two documents", "a: b\n---\nc: d\n", "broken-yaml"],
    ["an anchor", "a: &x b\n", "broken-yaml"],
    ["an alias", "a: &x b\nc: *x\n", "broken-yaml"],
    ["an alias of nothing", "c: *x\n", "broken-yaml"],
    ["a tag", "a: !!str 0.10\n", "broken-yaml"],
    ["a tag of its own", "a: !figure 0.10\n", "broken-yaml"],
    ["a tag on a map", "a: !!map\n  b: c\n", "broken-yaml"],
    ["a key that is a list", "? [a]\n: b\n", "broken-yaml"],
    ["a key that is an alias", "a: &x b\n*x : c\n", "broken-yaml"],
    ["a key that stands twice", "a: b\na: c\n", "duplicate-key"],
    ["a key that stands twice at the end of the file", "a: b\na: c", "duplicate-key"],
  ])("%s", (_, text, rule) => {
    const file = parse(text);
    expect(file.value).toBeUndefined();
    expect(file.issues.map((issue) => issue.rule)).toContain(rule);
    for (const issue of file.issues) {
      expect(issue).toMatchObject({ file: "data/sources/acme/card.yaml", severity: "error" });
      expect(issue.message).not.toBe("");
      expect(issue.next).toMatch(/\.$/);
    }
  });

  test("reports each of several faults", () => {
    expect(rules("a: b\na: c\nd: e\nd: f\n")).toEqual(["duplicate-key 2:1", "duplicate-key 4:1"]);
  });

  test.each(["a: b\na: c\n", "a: b\na: c"])(
    "shows a key that stands twice as it was written: %j",
    (text) => {
      expect(parse(text).issues[0]?.written).toBe("a: c");
    },
  );
});

describe("the place of a value", () => {
  const file = parse(
    'title: "A"\nclaims:\n  c1:\n    value: "54.6"\n    quote: |-\n      some words\n  c2: { value: "55" }\nlist:\n  - "a"\n  - name: "b"\n',
  );

  test.each([
    [["title"], 1, 8],
    [["claims"], 2, 1],
    [["claims", "c1"], 3, 3],
    [["claims", "c1", "value"], 4, 12],
    [["claims", "c1", "quote"], 5, 12],
    [["claims", "c2", "value"], 7, 16],
    [["list", 0], 9, 5],
    [["list", 1, "name"], 10, 11],
    [["claims", "c1", "missing"], 3, 3],
    [["missing"], 1, 1],
    [[], 1, 1],
  ])("%j is line %i, column %i, or that of the nearest above it", (path, line, column) => {
    expect(file.placeOf(path)).toEqual({ file: "data/sources/acme/card.yaml", line, column });
  });

  test.each([
    [["title"], '"A"'],
    [["claims", "c1", "quote"], "some words"],
    [["claims", "c1"], ""],
    [["missing"], ""],
  ])("%j was written %j", (path, written) => {
    expect(file.writtenAt(path)).toBe(written);
  });

  test("is shown shortened, on one line", () => {
    const long = parse(`a: "${"x".repeat(200)}"\nb: "one\n  two"\n`);
    expect(long.writtenAt(["a"])).toHaveLength(80);
    expect(long.writtenAt(["a"])).toMatch(/…$/);
    expect(long.writtenAt(["b"])).toBe('"one');
  });
});
