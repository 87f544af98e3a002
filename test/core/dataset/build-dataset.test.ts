import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildDataset, FILE_KINDS, schemaOf } from "../../../src/core/dataset/build-dataset.ts";
import { known } from "../../../src/core/dataset/dataset.ts";
import { compareIssues } from "../../../src/core/report/issue.ts";
import { aClaim, aMetric, aSource } from "../../builders/authored.ts";
import { datasetOf, keyed, load, soundDataset } from "../../builders/dataset.ts";
import { assertProperty } from "../../builders/properties.ts";
import { toYaml } from "../../builders/yaml.ts";

const sound = datasetOf({
  sources: {
    "acme/card": [aClaim(), aClaim({ value: "55" })],
    "beta/review": [aClaim({ value: "54.9" })],
  },
});
const withFile = (path: string, text: string) =>
  buildDataset(new Map([...sound, [path, text]]), "data");
const CARD = "sources/acme/card.yaml";

describe("a dataset", () => {
  test("takes its ids from paths, and its claims from sources in order of id", () => {
    const { dataset, issues } = buildDataset(sound, "data");
    expect(issues).toEqual([]);
    expect([...dataset.claims.keys()]).toEqual(["acme/card#c1", "acme/card#c2", "beta/review#c1"]);
    expect(known(dataset.sources, "acme/card")).toMatchObject({
      id: "acme/card",
      publisher: "acme",
      time: { notBefore: "2026-01-01", notAfter: "2026-01-01" },
    });
    expect(known(dataset.subjects, "acme/one")).toMatchObject({ owner: "acme", name: "One" });
    expect(known(dataset.metrics, "input-price")).toMatchObject({
      variesInTime: true,
      steadyDays: 31,
    });
  });

  test("has its claims in the order of ids where that of paths is another", () => {
    const sources = { "beta/card-two": [aClaim()], "beta/card": [aClaim()] };
    const { dataset } = buildDataset(datasetOf({ sources }), "data");
    expect([...dataset.claims.keys()]).toEqual(["beta/card#c1", "beta/card-two#c1"]);
  });

  test("has one issue for a folder in which no data belong, however many files stand there", () => {
    const paths = ["notes/a.yaml", "notes/b/c.yaml", "notes/b/d.yml", "todo.yaml"];
    const { dataset, issues } = buildDataset(
      new Map([...sound, ...paths.map((path): [string, string] => [path, "a: b"])]),
      "data",
    );
    expect(issues.map(({ file, rule, message }) => [file, rule, message])).toEqual([
      [
        "data/notes/a.yaml",
        "misplaced-file",
        "no authored data belongs in notes, where 3 files stand",
      ],
      ["data/todo.yaml", "misplaced-file", "no authored data belongs in todo.yaml"],
    ]);
    expect(dataset.claims.size).toBe(3);
  });

  test("keeps the sound claims of a source in which others are not as their schema asks", () => {
    const text = toYaml(aSource({ claims: keyed([aClaim(), aClaim({ where: undefined })]) }));
    const { dataset, issues } = withFile(CARD, text);
    expect(issues.map(({ rule, record }) => [rule, record])).toEqual([["schema", "c2"]]);
    expect([...dataset.claims.keys()]).toEqual(["acme/card#c1", "beta/review#c1"]);
  });

  test("keeps no claim of a document that is faulty itself", () => {
    const text = toYaml(aSource({ title: undefined, claims: keyed([aClaim()]) }));
    const { dataset } = withFile(CARD, text);
    expect([...dataset.claims.keys()]).toEqual(["beta/review#c1"]);
  });

  test("keeps retired claims apart", () => {
    const retired = {
      on: "2026-02-01",
      because: "It was read from another line.",
      "moved-to": "acme/card#c1",
    };
    const dataset = soundDataset({ sources: { "acme/card": [aClaim(), aClaim({ retired })] } });
    expect([...dataset.claims.keys()]).toEqual(["acme/card#c1"]);
    expect([...dataset.retired.keys()]).toEqual(["acme/card#c2"]);
    expect(known(dataset.sources, "acme/card").claims).toHaveLength(2);
  });

  test("keeps its claims in the order of the document, whatever their keys", () => {
    const claims = { b: aClaim(), ten: aClaim(), a: aClaim(), two: aClaim() };
    const text = toYaml(aSource({ claims })).replace("ten:", "10:").replace("two:", "2:");
    const { dataset, issues } = buildDataset(new Map([...datasetOf(), [CARD, text]]), "data");
    expect(issues).toEqual([]);
    expect([...dataset.claims.values()].map(({ key, order }) => `${order} ${key}`)).toEqual([
      "0 b",
      "1 10",
      "2 a",
      "3 2",
    ]);
  });

  test("is the same, hash included, whatever the order of the files", () => {
    const expected = buildDataset(sound, "data");
    assertProperty(
      fc.property(fc.shuffledSubarray([...sound], { minLength: sound.size }), (shuffled) => {
        expect(buildDataset(new Map(shuffled), "data")).toEqual(expected);
      }),
      8,
    );
  });

  test("has another hash as soon as a character changes, or moves from path to text", () => {
    const hash = (files: Record<string, string>) =>
      buildDataset(new Map(Object.entries(files))).dataset.hash;
    const hashes = [
      {},
      { "a.yaml": "b" },
      { "a.yam": "lb" },
      { "a.yaml": "c" },
      { "a.yaml": "b", "c.yaml": "" },
    ].map((files) => hash(files as Record<string, string>));
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is empty without a source, and says how to add one", () => {
    for (const files of [new Map<string, string>(), datasetOf({})]) {
      const { issues } = buildDataset(files, "data");
      expect(issues).toMatchObject([
        {
          file: "data",
          line: 1,
          column: 1,
          rule: "empty-dataset",
          next: expect.stringContaining("data/sources/<publisher>/"),
        },
      ]);
    }
  });

  test("asked for an unknown id is a programming error, never a silent miss", () => {
    expect(() =>
      known(soundDataset({ sources: { "acme/card": [aClaim()] } }).claims, "acme/card#c9"),
    ).toThrow("acme/card#c9");
  });
});

describe("the schema of a path", () => {
  test.each(Object.keys(FILE_KINDS))("in %s is that of the folder", (folder) => {
    expect(schemaOf(`${folder}/x.yaml`)).toBe(FILE_KINDS[folder as keyof typeof FILE_KINDS]);
  });

  test.each(["notes/x.yaml", "x.yaml", "constructor/x.yaml", "toString", "", "__proto__/x.yaml"])(
    "of %j is none",
    (path) => {
      expect(schemaOf(path)).toBeUndefined();
    },
  );
});

describe("a file in the wrong place is refused", () => {
  test.each([
    ["source/acme/card.yaml", "no authored data belongs in source", "Did you mean sources?"],
    ["constructor/x.yaml", "no authored data belongs in constructor", "Known:"],
    [
      "exceptions.yml",
      "no authored data belongs in exceptions.yml",
      "Did you mean exceptions.yaml?",
    ],
    [
      "sources/acme/other.yml",
      "files end in .yaml here, so that every one of them is found",
      "Rename it to sources/acme/other.yaml.",
    ],
    [
      "sources/card.yaml",
      "a source stands at sources/<publisher>/<document>.yaml",
      "Move it there",
    ],
    [
      "sources/acme/2026/card.yaml",
      "a source stands at sources/<publisher>/<document>.yaml",
      "Move it there",
    ],
    [
      "subjects/acme/One.yaml",
      "the path is the id, so it may hold lower-case letters, digits, dots and hyphens only",
      "Rename the file.",
    ],
    [
      "metrics/my bench.yaml",
      "the path is the id, so it may hold lower-case letters, digits, dots and hyphens only",
      "Rename the file.",
    ],
  ])("%s", (path, message, next) => {
    expect(withFile(path, "").issues).toMatchObject([
      {
        rule: "misplaced-file",
        file: `data/${path}`,
        line: 1,
        column: 1,
        message,
        next: expect.stringContaining(next),
      },
    ]);
  });

  test("but a file that is no YAML is no business of the loader", () => {
    expect(withFile("README.md", "# Read me").issues).toEqual([]);
  });
});

describe("a record that is not as its noun asks is refused, in words", () => {
  const card = (overrides: object) =>
    withFile(CARD, toYaml(aSource({ claims: keyed([aClaim()]), ...overrides }))).issues;
  const claim = (overrides: object) =>
    withFile(CARD, toYaml(aSource({ claims: keyed([aClaim(overrides as never)]) }))).issues;

  test.each([
    [
      "a missing field",
      card({ url: undefined }),
      {
        rule: "schema",
        message: "url is missing",
        next: "Add url:; src/data/README.md shows how.",
      },
    ],
    [
      "a missing field of a claim",
      claim({ where: undefined }),
      { message: "claims.c1.where is missing", line: 8, column: 3 },
    ],
    [
      "an unknown field",
      card({ titel: "x" }),
      {
        rule: "unknown-key",
        written: "titel",
        message: "titel is no field of the file",
        next: expect.stringMatching(/^Did you mean title\?/),
      },
    ],
    [
      "an unknown field of a claim",
      claim({ vlaue: "54.6" }),
      {
        rule: "unknown-key",
        message: "vlaue is no field of claims.c1",
        next: expect.stringMatching(/^Did you mean value\?/),
      },
    ],
    [
      "an unknown field named like an inherited one",
      claim({ constructor: "x" }),
      { rule: "unknown-key", message: "constructor is no field of claims.c1" },
    ],
    [
      "an unknown condition",
      claim({ conditions: { sbuset: "hard" } }),
      {
        rule: "unknown-key",
        message: "sbuset is no field of claims.c1.conditions",
        next: expect.stringMatching(/^Did you mean subset\?/),
      },
    ],
    [
      "an unknown word",
      card({ kind: "artcile" }),
      {
        rule: "schema",
        written: "artcile",
        message: expect.stringMatching(/^kind is not one of announcement, /),
        next: "Did you mean article?",
      },
    ],
    [
      "a missing word",
      card({ kind: undefined }),
      {
        rule: "schema",
        message: "kind is missing",
        next: expect.stringMatching(/^Add kind:; it is one of announcement, /),
      },
    ],
    [
      "a missing word of a reading",
      withFile("metrics/bench.yaml", toYaml(aMetric({ aliases: [{ name: "B" }] }))).issues,
      { message: "aliases.0.kind is missing" },
    ],
    [
      "a list for text",
      card({ title: ["x"] }),
      { rule: "schema", message: "title should be text" },
    ],
    [
      "a map for text",
      card({ title: { a: "x" } }),
      { rule: "schema", message: "title should be text" },
    ],
    [
      "text for a list",
      card({ authors: "A" }),
      { rule: "schema", message: "authors should be a list" },
    ],
    [
      "text for a map",
      card({ claims: "A" }),
      { rule: "schema", message: "claims should be a map" },
    ],
    [
      "an address that is none",
      card({ url: "example.com" }),
      { rule: "schema", written: "example.com", message: "url is not an absolute http(s) address" },
    ],
    [
      "a day that is none",
      card({ published: "2026-02-30" }),
      {
        rule: "schema",
        written: '"2026-02-30"',
        message: "published is not a day of the calendar written YYYY-MM-DD",
      },
    ],
    [
      "a key that cannot be an anchor",
      card({ claims: { C1: aClaim() } }),
      {
        rule: "schema",
        message: "claims.C1 is not a key: lower-case letters, digits, dots and hyphens",
      },
    ],
    [
      "two forms of evidence",
      claim({ quote: "54.6", record: { copy: "a", seen: "b" } }),
      {
        rule: "schema",
        message: "claims.c1.record stands beside quote; keep exactly one form of evidence",
      },
    ],
    [
      "no evidence",
      claim({ quote: undefined }),
      {
        rule: "schema",
        message: "claims.c1 has no evidence; give exactly one of quote, cell or record",
      },
    ],
    [
      "neither form of a time",
      claim({ "as-of": "soon" }),
      {
        rule: "schema",
        message: "claims.c1.as-of is not a date written YYYY-MM-DD, YYYY-MM or YYYY",
      },
    ],
    [
      "a time without reason",
      claim({ "as-of": { "not-before": "2025", "not-after": "2026" } }),
      { rule: "schema", message: "claims.c1.as-of.because is missing" },
    ],
    [
      "an unknown field of a time",
      claim({
        "as-of": { "not-before": "2025", "not-after": "2026", because: "x", until: "2027" },
      }),
      { rule: "unknown-key", message: "until is no field of claims.c1.as-of" },
    ],
  ])("%s", (_, issues, expected) => {
    expect(issues).toMatchObject([expected]);
  });

  test("an empty file says which fields it lacks", () => {
    expect(withFile(CARD, "").issues.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        "title is missing",
        "kind is missing",
        "url is missing",
        "accessed is missing",
        "description is missing",
        "claims is missing",
      ]),
    );
  });

  test("a field without a value is empty text, and refused as such", () => {
    expect(
      withFile(CARD, toYaml(aSource()).replace('title: "A document"', "title:")).issues.map(
        ({ message }) => message,
      ),
    ).toContain("title is empty; write the text or leave the field out");
  });
});

test("a fault in a metric is reported there, and not at every claim that names it", () => {
  expect(
    withFile("metrics/bench.yaml", toYaml(aMetric({ unit: "bananas" }))).issues.map(
      ({ file }) => file,
    ),
  ).toEqual(["data/metrics/bench.yaml"]);
  expect(withFile("subjects/acme/one.yaml", "name: x: y\n").issues.map(({ file }) => file)).toEqual(
    ["data/subjects/acme/one.yaml"],
  );
});

describe("all faults at once", () => {
  const faulty = load({
    sources: {
      "acme/card": aSource({ url: undefined, titel: "x", claims: keyed([aClaim({ vlaue: "1" })]) }),
      "beta/review": [aClaim({ quote: "nothing" }), aClaim({ subject: "acme/oen" })],
      "gamma/digest": aSource({ published: "2026-02-30" }),
    },
  });

  test("in several files, and several in one", () => {
    expect(faulty.issues.map(({ file, rule }) => `${file.split("/").at(-1)} ${rule}`)).toEqual([
      "card.yaml schema",
      "card.yaml unknown-key",
      "card.yaml unknown-key",
      "review.yaml value-not-in-evidence",
      "review.yaml unknown-reference",
      "digest.yaml schema",
    ]);
  });

  test("in the order in which an author mends them", () => {
    expect(faulty.issues).toEqual([...faulty.issues].sort(compareIssues));
  });

  test("each with its place, its reason and the next step", () => {
    for (const issue of faulty.issues) {
      expect(issue.line).toBeGreaterThan(0);
      expect(issue.column).toBeGreaterThan(0);
      expect(issue.message).not.toBe("");
      expect(issue.next).toMatch(/[.?]$/);
    }
  });
});

describe("whatever the text, the loader reports and never throws", () => {
  const card = sound.get(CARD) ?? "";
  const edits = fc.array(
    fc.record({
      at: fc.nat(card.length),
      remove: fc.nat(6),
      insert: fc.oneof(
        fc.string({ maxLength: 4, unit: fc.constantFrom(..."\n\t :-#'\"[]{}&*!|>%@`,?~0a") }),
        fc.constantFrom(
          "constructor: x\n",
          "__proto__: x\n",
          "? [a]\n",
          "<<: *a\n",
          "&a ",
          "*a",
          "!!map ",
          "---\n",
          "\ufeff",
          "value: 0.10\n",
          "    claims:\n",
        ),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  );

  test("after any edits to a file", () => {
    assertProperty(
      fc.property(edits, (changes) => {
        const text = changes.reduce(
          (current, { at, remove, insert }) =>
            current.slice(0, at) + insert + current.slice(at + remove),
          card,
        );
        const lines = text.split("\n").length;
        for (const issue of withFile(CARD, text).issues) {
          expect(issue.line).toBeGreaterThanOrEqual(1);
          expect(issue.column).toBeGreaterThanOrEqual(1);
          if (issue.file === `data/${CARD}`) expect(issue.line).toBeLessThanOrEqual(lines);
        }
      }),
      120,
    );
  });

  test("for any path", () => {
    assertProperty(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            "sources",
            "metrics",
            "constructor",
            "__proto__",
            "/",
            ".yaml",
            ".yml",
            "a",
            "..",
            " ",
          ),
        }),
        (path) => {
          expect(withFile(path, "a: b\n").issues.every(({ message }) => message !== "")).toBe(true);
        },
      ),
      60,
    );
  });
});

test("a verdict on a statement is found under the claim's own sign and under that of its address", () => {
  const verdict = {
    outcome: "open",
    basis: ["beta/review#c1"],
    reason: "Nothing shows it.",
    "would-settle": "The document itself.",
    decided: "2026-01-05",
    judged: "new",
  };
  for (const path of ["arithmetic/beta/review#c1", "arithmetic/beta/review/c1"]) {
    const { dataset, issues } = load({
      sources: { "beta/review": [aClaim()] },
      verdicts: { [path]: verdict },
    });
    expect(issues).toEqual([]);
    expect([...dataset.verdicts.keys()]).toEqual(["arithmetic/beta/review#c1"]);
  }
});
