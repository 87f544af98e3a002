import { describe, expect, test } from "vitest";
import { parseAuthoredFile } from "../../../src/core/dataset/authored-file.ts";
import { schemaOf } from "../../../src/core/dataset/build-dataset.ts";
import { checkScalarStyles, styledScalars } from "../../../src/core/dataset/scalar-styles.ts";
import { aClaim, aMetric, aSource, aSubject } from "../../builders/authored.ts";
import { keyed } from "../../builders/dataset.ts";
import { toYaml } from "../../builders/yaml.ts";

function issuesOf(path: string, text: string) {
  const schema = schemaOf(path);
  if (!schema) throw new Error(`${path} has no schema`);
  return checkScalarStyles(parseAuthoredFile(path, text), schema);
}
const source = toYaml(aSource({ claims: keyed([aClaim({ conditions: { subset: "hard" } })]) }));
const inSource = (from: string, to: string) =>
  issuesOf("sources/acme/card.yaml", source.replace(from, to));

describe("the one rule of writing", () => {
  test.each([
    ["a source", "sources/acme/card.yaml", source],
    ["a metric", "metrics/bench.yaml", toYaml(aMetric())],
    [
      "a subject",
      "subjects/acme/one.yaml",
      toYaml(aSubject({ aliases: [{ name: "1", kind: "abbreviation" }] })),
    ],
    ["no exceptions", "exceptions.yaml", "exceptions: []\n"],
  ])("is kept by %s that the builders write", (_, path, text) => {
    expect(issuesOf(path, text)).toEqual([]);
  });

  test.each([
    [
      "a figure without quotes",
      'value: "54.6"',
      "value: 54.6",
      "unquoted-figure",
      'Write "54.6". npm run data:fix does it.',
    ],
    [
      "a price whose precision would be lost",
      'value: "54.6"',
      "value: 0.10",
      "unquoted-figure",
      'Write "0.10". npm run data:fix does it.',
    ],
    [
      "a date without quotes",
      'published: "2026-01-01"',
      "published: 2026-01-01",
      "unquoted-figure",
      'Write "2026-01-01". npm run data:fix does it.',
    ],
    [
      "a grouped figure without quotes",
      'value: "54.6"',
      "value: 1,000,000",
      "unquoted-figure",
      'Write "1,000,000". npm run data:fix does it.',
    ],
    [
      "free text without quotes",
      'title: "A document"',
      "title: A document",
      "scalar-style",
      "npm run data:fix does it.",
    ],
    [
      "free text in single quotes",
      'title: "A document"',
      "title: 'A document'",
      "scalar-style",
      "npm run data:fix does it.",
    ],
    [
      "free text as a block",
      'title: "A document"',
      "title: |-\n  A document",
      "scalar-style",
      "npm run data:fix does it.",
    ],
    [
      "verbatim words in quotes",
      "quote: |-\n      one is said to be at 54.6 here",
      'quote: "one is said to be at 54.6 here"',
      "scalar-style",
      "npm run data:fix does it.",
    ],
    [
      "verbatim words with a line break at their end",
      "quote: |-",
      "quote: |",
      "scalar-style",
      "npm run data:fix does it.",
    ],
    [
      "verbatim words in a folded block",
      "quote: |-",
      "quote: >-",
      "scalar-style",
      "npm run data:fix does it.",
    ],
    [
      "an id in quotes",
      "subject: acme/one",
      'subject: "acme/one"',
      "scalar-style",
      "npm run data:fix does it.",
    ],
    [
      "an enumerated word in quotes",
      "kind: article",
      'kind: "article"',
      "scalar-style",
      "npm run data:fix does it.",
    ],
    [
      "an address in quotes",
      "url: https://example.com/document",
      'url: "https://example.com/document"',
      "scalar-style",
      "npm run data:fix does it.",
    ],
    [
      "a condition without quotes",
      'subset: "hard"',
      "subset: hard",
      "scalar-style",
      "npm run data:fix does it.",
    ],
  ])("refuses %s", (_, from, to, rule, next) => {
    expect(source).toContain(from);
    expect(inSource(from, to)).toMatchObject([{ rule, next, severity: "error" }]);
  });

  test("holds for both forms of a field that has two", () => {
    const text = source.replace('subset: "hard"', "modality: [text, 'image']");
    expect(issuesOf("sources/acme/card.yaml", text).map(({ written }) => written)).toEqual([
      "text",
      "'image'",
    ]);
    const compared = source.replace(
      "metric: bench",
      'metric: bench\n    compared-with: "acme/zero"',
    );
    expect(issuesOf("sources/acme/card.yaml", compared).map(({ written }) => written)).toEqual([
      '"acme/zero"',
    ]);
    const time = source.replace(
      "metric: bench",
      'metric: bench\n    as-of: { not-before: 2025, not-after: "2026", because: "so" }',
    );
    expect(issuesOf("sources/acme/card.yaml", time).map(({ written }) => written)).toEqual([
      "2025",
    ]);
  });

  test.each(["constructor", "toString", "hasOwnProperty", "__proto__"])(
    "has nothing to say about %s, which is no field",
    (name) => {
      expect(issuesOf("sources/acme/card.yaml", `${source}${name}: x\n`)).toEqual([]);
    },
  );

  test("is asked of every scalar whose field is known, in the order of the file", () => {
    const schema = schemaOf("sources/acme/card.yaml");
    if (!schema) throw new Error("sources have no schema");
    const paths = styledScalars(parseAuthoredFile("sources/acme/card.yaml", source), schema).map(
      ({ path, wanted }) => `${path.join(".")} ${wanted}`,
    );
    expect(paths).toEqual([
      "title quoted",
      "kind bare",
      "url bare",
      "published quoted",
      "accessed quoted",
      "description quoted",
      "claims.c1.subject bare",
      "claims.c1.metric bare",
      "claims.c1.value quoted",
      "claims.c1.where quoted",
      "claims.c1.conditions.subset quoted",
      "claims.c1.quote block",
    ]);
  });
});
