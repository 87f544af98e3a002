import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildDataset } from "../../../src/core/dataset/build-dataset.ts";
import { aClaim, aMetric, aSource, aSubject, aVerdict } from "../../builders/authored.ts";
import { type DatasetParts, datasetOf, keyed, load } from "../../builders/dataset.ts";
import { assertProperty } from "../../builders/properties.ts";

const issuesOf = (parts: DatasetParts) => load(parts).issues;
const aRelease = (overrides = {}) => ({
  title: "One",
  summary: "Acme released One.",
  announced: "2026-01-01",
  organisation: "acme",
  subjects: ["acme/one"],
  primary: "acme/card",
  ...overrides,
});
const card = { "acme/card": [aClaim()] };
const repeats = (...sources: string[]) =>
  sources.map((source) => ({ source, because: "It says so." }));
const alias = (name: string, inferred?: string) => ({ name, kind: "abbreviation", inferred });

describe("whatever is named by its id exists", () => {
  test.each<[string, DatasetParts, string, string]>([
    [
      "the family of a subject",
      { sources: card, subjects: { "acme/one": aSubject({ family: "acme/family" }) } },
      "no subject acme/family is registered",
      "data/subjects/acme/one.yaml",
    ],
    [
      "the owner of a subject",
      { sources: card, subjects: { "omega/one": aSubject({ name: "Omega One" }) } },
      "no subject omega is registered",
      "data/subjects/omega/one.yaml",
    ],
    [
      "a metric that another stands for",
      { sources: card, metrics: { board: aMetric({ name: "Board", covers: ["bench", "bnech"] }) } },
      "no metric bnech is registered",
      "data/metrics/board.yaml",
    ],
    ...(
      [
        ["from which another follows", { measure: "multiple", of: "bnech", times: "2" }],
        ["against which another is measured", { measure: "ratio", of: "bench", against: "bnech" }],
      ] as const
    ).map(([name, rule]): [string, DatasetParts, string, string] => [
      `a metric ${name}`,
      {
        sources: card,
        metrics: {
          board: aMetric({
            name: "Board",
            "follows-from": { ...rule, because: "Somebody says so." },
          }),
        },
      },
      "no metric bnech is registered",
      "data/metrics/board.yaml",
    ]),
    [
      "a metric that another averages",
      {
        sources: card,
        metrics: { board: aMetric({ name: "Board", "mix-of": ["bench", "bnech"] }) },
      },
      "no metric bnech is registered",
      "data/metrics/board.yaml",
    ],
    [
      "a metric whose figure another tells",
      { sources: card, metrics: { board: aMetric({ name: "Board", "proportional-to": "bnech" }) } },
      "no metric bnech is registered",
      "data/metrics/board.yaml",
    ],
    [
      "the publisher of a source",
      { sources: { "omega/card": [aClaim()] } },
      "no subject omega is registered",
      "data/sources/omega/card.yaml",
    ],
    [
      "a document that is repeated",
      {
        sources: {
          "acme/card": aSource({ repeats: repeats("beta/gone"), claims: keyed([aClaim()]) }),
        },
      },
      "no source beta/gone is registered",
      "data/sources/acme/card.yaml",
    ],
    [
      "the organisation of a release",
      { sources: card, releases: { one: aRelease({ organisation: "acmee" }) } },
      "no subject acmee is registered",
      "data/releases/one.yaml",
    ],
    [
      "the subjects of a release",
      { sources: card, releases: { one: aRelease({ subjects: ["acme/one", "acme/oen"] }) } },
      "no subject acme/oen is registered",
      "data/releases/one.yaml",
    ],
    [
      "the primary source of a release",
      { sources: card, releases: { one: aRelease({ primary: "acme/crad" }) } },
      "no source acme/crad is registered",
      "data/releases/one.yaml",
    ],
    [
      "a claim that stands",
      { sources: card, verdicts: { "value-conflict/x": aVerdict({ stands: ["acme/card#c9"] }) } },
      "no claim acme/card#c9 stands in the dataset",
      "data/verdicts/value-conflict/x.yaml",
    ],
    [
      "a claim on which a verdict rests",
      { sources: card, verdicts: { "value-conflict/x": aVerdict({ basis: ["acme/gone#c1"] }) } },
      "no claim acme/gone#c1 stands in the dataset",
      "data/verdicts/value-conflict/x.yaml",
    ],
    [
      "the claim that takes the place of a retired one",
      {
        sources: {
          "acme/card": [
            aClaim({
              retired: { on: "2026-02-01", because: "It was split.", "moved-to": "acme/card#c9" },
            }),
          ],
        },
      },
      "no claim acme/card#c9 stands in the dataset",
      "data/sources/acme/card.yaml",
    ],
  ])("%s", (_, parts, message, file) => {
    expect(issuesOf(parts)).toMatchObject([{ rule: "unknown-reference", message, file }]);
  });

  test("and an unknown id comes with the near one", () => {
    expect(
      issuesOf({ sources: card, releases: { one: aRelease({ primary: "acme/crad" }) } })[0]?.next,
    ).toBe("Did you mean acme/card? Otherwise add data/sources/acme/crad.yaml.");
  });

  test("but a record whose file has a fault of its own is not reported as missing as well", () => {
    const broken = { ...card, "beta/review": aSource({ url: undefined }) };
    const digest = aSource({ repeats: repeats("beta/review"), claims: keyed([aClaim()]) });
    expect(
      issuesOf({ sources: { ...broken, "gamma/digest": digest } }).map(
        ({ rule, file }) => `${rule} ${file}`,
      ),
    ).toEqual(["schema data/sources/beta/review.yaml"]);
  });

  test("nor is a claim that was left out for its own fault", () => {
    const parts = {
      sources: { "acme/card": [aClaim({ quote: "nothing" })] },
      verdicts: { "value-conflict/x": aVerdict() },
    };
    expect(issuesOf(parts).map(({ rule }) => rule)).toEqual(["value-not-in-evidence"]);
  });

  test("and a release whose ids exist is without fault", () => {
    expect(issuesOf({ sources: card, releases: { one: aRelease() } })).toEqual([]);
  });
});

describe("a name means one thing", () => {
  test.each<[string, DatasetParts, string]>([
    [
      "two canonical names are the same",
      { subjects: { "acme/zero": aSubject() } },
      '"One" already names acme/one',
    ],
    [
      "an alias is another's canonical name",
      { subjects: { "acme/zero": aSubject({ name: "Zero", aliases: [alias("One mini")] }) } },
      '"One mini" already names acme/one-mini',
    ],
    [
      "an alias is a canonical name that comes later",
      { subjects: { "acme/one": aSubject({ aliases: [alias("Zero")] }) } },
      '"Zero" already names acme/zero',
    ],
    [
      "an alias is another's alias",
      {
        subjects: {
          "acme/one": aSubject({ aliases: [alias("A")] }),
          "acme/zero": aSubject({ name: "Zero", aliases: [alias("A")] }),
        },
      },
      '"A" already names acme/one',
    ],
    [
      "metrics share one",
      { metrics: { "bench-hard": aMetric({ name: "Bench Hard", aliases: [alias("Bench")] }) } },
      '"Bench" already names bench',
    ],
  ])("%s", (_, parts, message) => {
    expect(issuesOf({ sources: card, ...parts })).toMatchObject([
      { rule: "ambiguous-alias", message },
    ]);
  });

  test("unless a reading with its reason says which", () => {
    const subjects = {
      "acme/one": aSubject({ aliases: [alias("A")] }),
      "acme/zero": aSubject({
        name: "Zero",
        aliases: [alias("A", "Beside these figures it is Zero.")],
      }),
    };
    expect(issuesOf({ sources: card, subjects })).toEqual([]);
  });

  test("but a subject and a metric may share one", () => {
    expect(
      issuesOf({ sources: card, metrics: { bench: aMetric({ aliases: [alias("One")] }) } }),
    ).toEqual([]);
  });

  test("whatever the order of the files", () => {
    const files = datasetOf({
      sources: card,
      subjects: {
        "acme/one": aSubject({ aliases: [alias("Zero"), alias("A")] }),
        "acme/zero": aSubject({ name: "Zero", aliases: [alias("A")] }),
      },
    });
    const expected = buildDataset(files, "data").issues;
    expect(expected).toHaveLength(2);
    assertProperty(
      fc.property(fc.shuffledSubarray([...files], { minLength: files.size }), (shuffled) => {
        expect(buildDataset(new Map(shuffled), "data").issues).toEqual(expected);
      }),
      8,
    );
  });
});

describe("nothing repeats itself", () => {
  const source = (...repeated: string[]) =>
    aSource({ repeats: repeats(...repeated), claims: keyed([aClaim()]) });

  test.each<[string, Record<string, ReturnType<typeof source>>, number]>([
    ["a document that repeats itself", { "acme/card": source("acme/card") }, 1],
    [
      "two that repeat one another",
      { "acme/card": source("beta/review"), "beta/review": source("acme/card") },
      2,
    ],
    [
      "three in a ring",
      {
        "acme/card": source("beta/review"),
        "beta/review": source("gamma/digest"),
        "gamma/digest": source("acme/card"),
      },
      3,
    ],
    [
      "a ring behind its second entry",
      {
        "acme/card": source(),
        "beta/review": source("acme/card", "gamma/digest"),
        "gamma/digest": source("beta/review"),
      },
      2,
    ],
  ])("%s: reported at each entry of the ring", (_, sources, count) => {
    const issues = issuesOf({ sources });
    expect(issues.map(({ rule }) => rule)).toEqual(
      Array.from({ length: count }, () => "repeats-cycle"),
    );
    for (const issue of issues) expect(issue.message).toMatch(/which repeats it in turn$/);
  });

  test("a chain without a ring is no fault, even where two repeat one", () => {
    expect(
      issuesOf({
        sources: {
          "acme/card": source(),
          "beta/review": source("acme/card"),
          "gamma/digest": source("acme/card", "beta/review"),
        },
      }),
    ).toEqual([]);
  });
});

describe("a verdict", () => {
  const recorded = aClaim({ record: { copy: "a copy", seen: "by eye" } });

  test("does not rest on records alone", () => {
    const parts = {
      sources: { "acme/card": [recorded, recorded] },
      verdicts: { "value-conflict/x": aVerdict({ basis: ["acme/card#c1", "acme/card#c2"] }) },
    };
    expect(issuesOf(parts)).toMatchObject([
      { rule: "record-only-verdict", file: "data/verdicts/value-conflict/x.yaml" },
    ]);
  });

  test("may rest on a record beside words", () => {
    const parts = {
      sources: { "acme/card": [recorded, aClaim()] },
      verdicts: { "value-conflict/x": aVerdict({ basis: ["acme/card#c1", "acme/card#c2"] }) },
    };
    expect(issuesOf(parts)).toEqual([]);
  });
});
