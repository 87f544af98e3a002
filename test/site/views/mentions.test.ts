import { describe, expect, test } from "vitest";
import { type ArticleText, type UsedKind, useFinder } from "../../../src/site/views/mentions.ts";
import { aClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

const analysis = analysisOf({
  sources: {
    "acme/card": [
      aClaim({ "measured-by": "acme" }),
      aClaim({ subject: "acme/zero", value: "33.2" }),
    ],
    "beta/review": [aClaim({ value: "54.9" })],
  },
});
const CONFLICT = "value-conflict/acme/one/bench";

const anArticle = (body: string, overrides: Partial<ArticleText> = {}): ArticleText => ({
  id: "a",
  title: "A title",
  body,
  headings: [
    { slug: "first", text: "First" },
    { slug: "second", text: "Second" },
  ],
  ...overrides,
});
/** `article: section, section` for each use. */
const uses = (kind: UsedKind, id: string, ...articles: ArticleText[]) =>
  useFinder(analysis, articles)(kind, id).map(
    ({ title, sections }) => `${title}: ${sections.map(({ path }) => path).join(", ")}`,
  );

describe("a claim is used", () => {
  test("in the sections whose components show it, each once", () => {
    const body =
      'Above <Figure claim="acme/card#c1" />.\n\n## First\n\n<Quote claim="acme/card#c1" />\n\n<Figure claim="acme/card#c1" />\n\n## Second\n\n<Figure claim="acme/card#c2" />';
    expect(uses("claim", "acme/card#c1", anArticle(body))).toEqual([
      "A title: /articles/a/, /articles/a/#first",
    ]);
  });

  test("where a figure is computed from it", () => {
    const body =
      '## First\n\n<Derived measure="difference" own="acme/card#c1" other="acme/card#c2" /> and <Derived measure="sum" of={["acme/card#c1", "beta/review#c1"]} />';
    for (const id of ["acme/card#c1", "acme/card#c2", "beta/review#c1"])
      expect(uses("claim", id, anArticle(body))).toEqual(["A title: /articles/a/#first"]);
  });

  test("in the order of the explainers", () => {
    const body = '<Figure claim="acme/card#c1" />';
    expect(
      uses("claim", "acme/card#c1", anArticle(body, { id: "z", title: "Z" }), anArticle(body)),
    ).toEqual(["Z: /articles/z/", "A title: /articles/a/"]);
  });

  test("nowhere, where nothing shows it", () => {
    expect(uses("claim", "acme/card#c1", anArticle("text"))).toEqual([]);
  });
});

test("a note counts to the section under which it is written, in the order of the sections", () => {
  const body =
    '## First\n\ntext[^a]\n\n## Second\n\n<Figure claim="acme/card#c1" />\n\n[^a]: See <Figure claim="acme/card#c1" />.';
  expect(uses("claim", "acme/card#c1", anArticle(body))).toEqual(["A title: /articles/a/#second"]);
});

test.each([
  ["it is shown", '<Strip fact="acme/one/bench" />'],
  ["one of its claims is", '<Figure claim="beta/review#c1" />'],
])("a fact is used where %s", (_, body) => {
  expect(uses("fact", "acme/one/bench", anArticle(body))).toHaveLength(1);
  expect(uses("fact", "acme/zero/bench", anArticle(body))).toEqual([]);
});

test.each([
  ["it is shown", `<Discrepancy id="${CONFLICT}" />`, 1],
  [
    "two of its claims meet",
    '<Figure claim="acme/card#c1" /> and <Figure claim="beta/review#c1" />',
    1,
  ],
  ["one of its claims stands alone", '<Figure claim="acme/card#c1" />', 0],
])("a discrepancy is used where %s: %#", (_, body, times) => {
  expect(analysis.discrepancies.has(CONFLICT)).toBe(true);
  expect(uses("discrepancy", CONFLICT, anArticle(body))).toHaveLength(times);
});

test("a source is used where one of its claims is", () => {
  expect(uses("source", "acme/card", anArticle('<Quote claim="acme/card#c2" />'))).toHaveLength(1);
  expect(uses("source", "beta/review", anArticle('<Quote claim="acme/card#c2" />'))).toEqual([]);
});
