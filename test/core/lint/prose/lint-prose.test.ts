import { describe, expect, test } from "vitest";
import { PROSE_COMPONENTS } from "../../../../src/core/lint/prose/components.ts";
import { lintProse } from "../../../../src/core/lint/prose/lint-prose.ts";
import { proseReferences } from "../../../../src/core/lint/prose/references.ts";
import type { Issue } from "../../../../src/core/report/issue.ts";
import { aClaim, aDateClaim, aPriceClaim, aSubject } from "../../../builders/authored.ts";
import { analysisOf } from "../../../builders/dataset.ts";

const analysis = analysisOf({
  subjects: {
    "acme/mt-4": aSubject({ name: "MT-4" }),
    "acme/mt-4.1": aSubject({
      name: "MT-4.1",
      aliases: [
        { name: "MT 4.1 Turbo", kind: "spelling" },
        { name: "4.1", kind: "abbreviation" },
      ],
    }),
    "acme/mt-4.1-mini": aSubject({ name: "MT-4.1 mini" }),
    "acme/t3-mini": aSubject({ name: "t3-mini" }),
    "beta/rival-2.5-pro": aSubject({ name: "Rival 2.5 Pro" }),
  },
  sources: {
    "acme/card": [
      aClaim({ subject: "acme/mt-4.1" }),
      aPriceClaim("0.10", { subject: "acme/mt-4.1" }),
      aDateClaim("2026-01-05", { subject: "acme/mt-4.1" }),
    ],
    "beta/review": [
      aClaim({ subject: "acme/mt-4.1", value: "54.9" }),
      aPriceClaim("0.12", { subject: "acme/mt-4.1" }),
      aClaim({ subject: "acme/mt-4", value: "54.6" }),
    ],
  },
});
const references = proseReferences(analysis.dataset, analysis);

const FRONT_MATTER = `---
title: "A title"
summary: "A standfirst."
published: "2026-01-01"
updated: "2026-01-02"
order: 1
---
`;
/** Lines of the front matter and the empty one below it. */
const ABOVE = 8;

const lintFile = (path: string, text: string): Issue[] =>
  lintProse(new Map([[path, text]]), references, "content");
const lintArticle = (body: string) => lintFile("articles/a.mdx", `${FRONT_MATTER}\n${body}`);
const lintKind = (body: string) =>
  lintFile("discrepancy-kinds/rounding.md", `---\norder: 1\n---\n\n${body}`);

/** `line:column rule written`, with lines counted from the first one below the front matter. */
const inBody = (issues: readonly Issue[]) =>
  issues.map(({ line, column, rule, written }) =>
    `${line - ABOVE}:${column} ${rule} ${written}`.trim(),
  );
const lint = (body: string) => inBody(lintArticle(body));

describe("a figure in prose is bare", () => {
  test.each([
    ["in a paragraph", "It scores 54.6% there.", ["1:11 bare-figure 54.6%"]],
    ["on a later line", "One\ntwo\nthree 4 five", ["3:7 bare-figure 4"]],
    ["in a heading", "## The year 2025", ["1:13 bare-figure 2025"]],
    ["in emphasis", "It is **54.6** here", ["1:9 bare-figure 54.6"]],
    [
      "in a table cell",
      "| model | score |\n| --- | ---: |\n| MT-4.1 | 54.6 |",
      ["3:12 bare-figure 54.6"],
    ],
    ["in a table's head", "| 2025 | b |\n| --- | --- |\n| c | d |", ["1:3 bare-figure 2025"]],
    ["in a list", "1. one\n2. two, or 3", ["2:12 bare-figure 3"]],
    [
      "in a block quote, on a later line",
      "> A quote that\n> goes to 54.6 points",
      ["2:11 bare-figure 54.6 points"],
    ],
    ["in a note", "Text.[^a]\n\n[^a]: Since 2024.", ["3:13 bare-figure 2024"]],
    ["in the text of a link", "See [page 12](https://example.com/12).", ["1:11 bare-figure 12"]],
    ["in the title of a link", '[a](https://example.com "in 2025")', ["1:29 bare-figure 2025"]],
    ["in an alternative text", "![a bar at 55](/chart.svg)", ["1:12 bare-figure 55"]],
    ["in code", "The value `0.10` stands", ["1:12 bare-figure 0.10"]],
    ["in a code block", "```\na\n0.10\n```", ["3:1 bare-figure 0.10"]],
    ["inside an element", "<em>54</em>", ["1:5 bare-figure 54"]],
    ["in a shown attribute", '<abbr title="of 2025">it</abbr>', ["1:17 bare-figure 2025"]],
    [
      "in a shown attribute that code computes",
      "<abbr title={'of 2025'}>it</abbr>",
      ["1:18 bare-figure 2025"],
    ],
    ["after an escape", "for \\$2.00 a day", ["1:6 bare-figure $2.00"]],
    [
      "that stands in a word",
      "the 3rd time and H2",
      ["1:5 bare-figure 3rd", "1:18 bare-figure H2"],
    ],
    ["that is a fraction", "about ½ of it", ["1:7 bare-figure ½"]],
  ])("%s", (_, body, issues) => {
    expect(lint(body)).toEqual(issues);
  });

  test.each([
    ["on 14 April 2025 it", "14 April 2025"],
    ["on April 14, 2025 it", "April 14, 2025"],
    ["on Apr 14 it", "Apr 14"],
    ["since July 2025 it", "July 2025"],
    ["on 2025-04-14 it", "2025-04-14"],
    ["for $0.12 per token", "$0.12"],
    ["for 12 cents each", "12 cents"],
    ["up to 1 million tokens of it", "1 million tokens"],
    ["up to 128K tokens of it", "128K tokens"],
    ["about ~54.6 percent of it", "~54.6 percent"],
    ["30–60 minutes long", "30–60 minutes"],
    ["1,047,576 of them", "1,047,576"],
    ["an 8x increase", "8x"],
    ["a fall of −26% in it", "−26%"],
  ])("as a whole: %s", (body, written) => {
    expect(lintArticle(body).map((issue) => issue.written)).toEqual([written]);
  });

  test("in the title and the summary, where no component can stand", () => {
    const text = FRONT_MATTER.replace("A title", "The 54.6").replace("A standfirst", "Since 2025");
    const issues = lintFile("articles/a.mdx", text);
    expect(inBody(issues)).toEqual([
      `${2 - ABOVE}:13 bare-figure 54.6`,
      `${3 - ABOVE}:17 bare-figure 2025`,
    ]);
    expect(issues[0]?.next).not.toContain("<Figure");
  });
});

describe("a digit is no figure", () => {
  test.each([
    ["in a registered name", "MT-4.1 and t3-mini, then Rival 2.5 Pro"],
    ["in the longest of several names", "MT-4.1 mini"],
    ["in an alias", "MT 4.1 Turbo"],
    ["in a name with another hyphen", "MT‑4.1 and t3‐mini"],
    ["in a name that a line break divides", "the Rival\n2.5 Pro"],
    ["in a name that a line break divides in a block quote", "> the Rival\n> 2.5 Pro"],
    ["in a possessive", "MT-4.1’s score, MT-4's"],
    ["in a heading that names a model", "## What MT-4.1 costs"],
    ["in a table that names models", "| a |\n| --- |\n| MT-4.1 |"],
    ["in code that names a model", "The id `MT-4.1` is"],
    ["in the address of a link", "See [it](https://example.com/2025/04)."],
    [
      "in an address that stands for itself",
      "See https://example.com/2025 and www.example.com/04.",
    ],
    [
      "in a component's id",
      '<Figure claim="acme/card#c1" /> and <Figure fact="acme/mt-4.1/bench" />',
    ],
    ["in a comment", "{/* since 2025 */}\n\ntext"],
    ["in the name of a note", "Text.[^1]\n\n[^1]: Words."],
    ["in the numbers of a list", "1. one\n2. two"],
    ["in a character reference", "a&#8239;b&nbsp;c"],
    ["in an attribute that nobody sees", '<em id="a1">word</em>'],
  ])("%s", (_, body) => {
    expect(lint(body)).toEqual([]);
  });

  test.each([
    ["a name that goes on", "MT-4.17", ["1:4 bare-figure 4.17"]],
    ["a version that nobody registered", "MT-4.7", ["1:4 bare-figure 4.7"]],
    ["a word that ends in a name", "xt3-mini", ["1:1 bare-figure xt3"]],
    ["an alias that is nothing but a figure", "a rise of 4.1 there", ["1:11 bare-figure 4.1"]],
    ["a figure beside a name", "MT-4.1 54", ["1:8 bare-figure 54"]],
  ])("but %s holds one", (_, body, issues) => {
    expect(lint(body)).toEqual(issues);
  });
});

describe("the next step after a bare figure", () => {
  const next = (body: string) => lintArticle(body)[0]?.next ?? "";
  const ids = (body: string) =>
    [...next(body).matchAll(/(claim|fact)="([^"]+)"/g)].map((match) => `${match[1]} ${match[2]}`);

  test("proposes what has this value, facts before claims", () => {
    expect(ids("It costs $0.10.")).toEqual(["fact acme/mt-4.1/input-price", "claim acme/card#c2"]);
  });

  test.each([
    ["It costs 10 cents.", "fact acme/mt-4.1/input-price"],
    ["It costs $0.1 today.", "fact acme/mt-4.1/input-price"],
    ["It came on 5 January 2026.", "fact acme/mt-4.1/release-date"],
    ["It came on Jan 5, 2026.", "fact acme/mt-4.1/release-date"],
    ["A gain of 54.9%.", "claim beta/review#c1"],
  ])("%s", (body, id) => {
    expect(ids(body)).toContain(id);
  });

  test.each([
    ["MT-4 reaches 54.6%.", "fact acme/mt-4/bench"],
    ["MT-4.1 reaches 54.6%.", "claim acme/card#c1"],
    ["| MT-4 | 54.6 |\n| --- | --- |\n| MT-4.1 | none |", "fact acme/mt-4/bench"],
  ])("proposes first what the passage names: %s", (body, id) => {
    expect(ids(body)[0]).toBe(id);
  });

  test("proposes at most three", () => {
    expect(ids("It reaches 54.6%.")).toHaveLength(3);
  });

  test.each(["It costs 54.6 dollars and $54.6.", "It has 54.6 tokens.", "It reaches 77%."])(
    "proposes nothing of another value or unit: %s",
    (body) => {
      const last = lintArticle(body).at(-1)?.next ?? "";
      expect(last).not.toContain("<Figure");
      expect(last).toContain("src/data/sources");
    },
  );
});

describe("an id in a component", () => {
  test.each(["acme/card#c1", "beta/review#c3"])("may be a claim: %s", (id) => {
    expect(lint(`<Figure claim="${id}" />\n\n<Quote claim="${id}" />`)).toEqual([]);
  });

  test("may be a fact, a discrepancy or a metric", () => {
    const [discrepancy] = analysis.discrepancies.keys();
    expect(discrepancy).toBeDefined();
    const body = `<Strip fact="acme/mt-4.1/bench" />

<Discrepancy id="${discrepancy}" />

<BenchmarkChart metric="bench" />`;
    expect(lint(body)).toEqual([]);
  });

  test.each([
    ['<Figure claim="acme/card#c9" />', "1:16", "acme/card#c9", "acme/card#c1"],
    ['A <Figure fact="acme/mt-4.1/bensh" />', "1:17", "acme/mt-4.1/bensh", "acme/mt-4.1/bench"],
    ['<Quote\n  claim="acme/cart#c1"\n/>', "2:10", "acme/cart#c1", "acme/card#c1"],
    ['<BenchmarkChart metric="banch" />', "1:25", "banch", "bench"],
    [
      '<Discrepancy id="value-conflict/acme/mt-4.1/bensh" />',
      "1:18",
      "value-conflict/acme/mt-4.1/bensh",
      "value-conflict/acme/mt-4.1/bench",
    ],
  ])("is known, else a near one is proposed: %s", (body, place, id, near) => {
    expect(lint(body)).toEqual([`${place} unknown-reference ${id}`]);
    expect(lintArticle(body)[0]?.next).toContain(`Did you mean ${near}?`);
  });

  test("is not judged where the file that should hold it has faults", () => {
    const faults = [{ file: "data/sources/acme/broken.yaml" }] as unknown as readonly Issue[];
    const body =
      '<Figure claim="acme/broken#c1" /> <Figure claim="acme/card#c9" /> <Strip fact="a" />';
    const issues = lintProse(
      new Map([["articles/a.mdx", `${FRONT_MATTER}\n${body}`]]),
      proseReferences(analysis.dataset, null, faults),
    );
    expect(issues.map((issue) => issue.written)).toEqual(["acme/card#c9"]);
  });
});

describe("a component", () => {
  test.each([
    ["of an unknown name", "<Figur />", ["1:1 unknown-reference <Figur>"]],
    ["of a name with a dot", "<Figure.Big />", ["1:1 unknown-reference <Figure.Big>"]],
    ["without an id", "<Figure />", ["1:1 broken-prose <Figure />"]],
    [
      "with two ids",
      '<Figure claim="acme/card#c1" fact="acme/mt-4.1/bench" />',
      ['1:1 broken-prose <Figure claim="acme/card#c1" fact="acme/mt-4.1/bench" />'],
    ],
    [
      "with an attribute that it has not",
      '<Figure claim="acme/card#c1" size="big" />',
      ['1:30 broken-prose size="big"'],
    ],
    ["with a computed id", "<Quote claim={id} />", ["1:8 broken-prose claim={id}"]],
    ["with an attribute without value", "<Quote claim />", ["1:8 broken-prose claim"]],
    [
      "with spread attributes",
      '<Quote claim="acme/card#c1" {...all} />',
      ["1:29 broken-prose {...all}"],
    ],
    ["with content", '<Figure claim="acme/card#c1">a lot</Figure>', ["1:30 broken-prose a lot"]],
  ])("%s is refused", (_, body, issues) => {
    expect(lint(body)).toEqual(issues);
  });

  test("of a wrong name gets a near one proposed", () => {
    expect(lintArticle("<Figur />")[0]?.next).toContain("Did you mean Figure?");
  });

  test.each(Object.entries(PROSE_COMPONENTS))(
    "%s takes the attributes of its first form",
    (name, component) => {
      const attributes: Readonly<Record<string, string | readonly string[]>> = component.attributes;
      const given = component.forms[0].map((attribute) => {
        const kind = attributes[attribute];
        return `${attribute}="${typeof kind === "object" ? kind[0] : "?"}"`;
      });
      const rules = new Set(lintArticle(`<${name} ${given.join(" ")} />`).map(({ rule }) => rule));
      expect([...rules]).toEqual(["unknown-reference"]);
    },
  );
});

describe("a computed figure", () => {
  test.each([
    '<Derived measure="difference" own="acme/card#c1" other="beta/review#c1" />',
    'It is <Derived measure="ratio" own="acme/card#c2" other="beta/review#c2" sign="none" /> so.',
    '<Derived measure="sum" of={["acme/card#c1", "beta/review#c1"]} />',
    '<Derived\n  measure="mean"\n  of={[\n    "acme/card#c1",\n    "beta/review#c1",\n  ]}\n/>',
  ])("is no bare figure: %s", (body) => {
    expect(lint(body)).toEqual([]);
  });

  test.each([
    [
      "of an unknown claim",
      '<Derived measure="difference" own="acme/card#c1" other="acme/card#c9" />',
      "1:57 unknown-reference acme/card#c9",
      /Did you mean acme\/card#c\d\?/,
    ],
    [
      "of an unknown claim in a list",
      '<Derived measure="sum" of={["acme/card#c1", "acme/card#c9"]} />',
      "1:46 unknown-reference acme/card#c9",
      /Did you mean/,
    ],
    [
      "of an unknown measure",
      '<Derived measure="ration" own="acme/card#c1" other="beta/review#c1" />',
      '1:10 broken-prose measure="ration"',
      /Did you mean ratio\?/,
    ],
    [
      "of figures that cannot be compared",
      '<Derived measure="difference" own="acme/card#c1" other="acme/card#c2" />',
      '1:1 broken-prose <Derived measure="difference" own="acme/card#c1" other="acme/card#c2" />',
      /one unit/,
    ],
    [
      "of dates",
      'a <Derived measure="difference" own="acme/card#c3" other="acme/card#c1" />',
      '1:3 broken-prose <Derived measure="difference" own="acme/card#c3" other="acme/card#c1" />',
      /measure="days"/,
    ],
    [
      "of one side only",
      '<Derived measure="difference" own="acme/card#c1" />',
      '1:1 broken-prose <Derived measure="difference" own="acme/card#c1" />',
      /own="…" other="…"/,
    ],
    [
      "without its sign, where that may be either",
      '<Derived measure="difference" own="acme/card#c1" other="beta/review#c3" sign="none" />',
      '1:1 broken-prose <Derived measure="difference" own="acme/card#c1" other="beta/review#c3" sign="none" />',
      /Take sign="none" out/,
    ],
    [
      "of a computed list",
      '<Derived measure="sum" of={all} />',
      "1:24 broken-prose of={all}",
      /of=\{\["…", "…"\]\}/,
    ],
  ])("is refused: %s", (_, body, issue, next) => {
    expect(lint(body)).toEqual([issue]);
    expect(lintArticle(body)[0]?.next).toMatch(next);
  });
});

describe("prose is broken by", () => {
  test.each([
    ["a tag that is not closed", "text\n\n<em>more", 3],
    ["a brace that is not closed", "a { brace", 1],
  ])("%s", (_, body, line) => {
    const [issue, ...others] = lintArticle(body);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ file: "content/articles/a.mdx", rule: "broken-prose" });
    expect(issue?.line).toBe(ABOVE + line);
    expect(issue?.written).toBe(body.split("\n")[line - 1]);
  });

  test.each([
    ["an expression", "It is {one + two} here", ["1:7 broken-prose {one + two}"]],
    ["an import", 'import a from "./a.ts";\n\ntext', ['1:1 broken-prose import a from "./a.ts";']],
    ["a style", '<em style="color: red">a</em>', ['1:5 broken-prose style="color: red"']],
    ["an inline handler", '<em onclick="a()">a</em>', ['1:5 broken-prose onclick="a()"']],
    ["a note that is not written", "Text.[^one]", ["1:6 broken-prose [^one]"]],
    ["a list in a note", "Text.[^one]\n\n[^one]: Note.\n\n    - one", ["5:5 broken-prose - one"]],
    [
      "a drawing in a note",
      'Text.[^one]\n\n[^one]: Note.\n\n    <Strip fact="acme/mt-4.1/bench" />',
      ['5:5 broken-prose <Strip fact="acme/mt-4.1/bench" />'],
    ],
    ["a note to which nothing refers", "Text.\n\n[^one]: Note.", ["3:1 broken-prose [^one]:"]],
  ])("%s", (_, body, issues) => {
    expect(lint(body)).toEqual(issues);
  });

  test.each([
    ["no front matter", "text", "1:1 broken-prose"],
    ["a field too few", FRONT_MATTER.replace(/title: .*\n/, ""), "2:1 broken-prose"],
    ["a field too many", FRONT_MATTER.replace("order", "tags: 1\norder"), "6:7 broken-prose"],
    [
      "a day that does not exist",
      FRONT_MATTER.replace("2026-01-01", "2026-02-30"),
      "4:12 broken-prose",
    ],
    [
      "a day without quotes",
      FRONT_MATTER.replace('"2026-01-01"', "2026-01-01"),
      "4:12 unquoted-figure",
    ],
    ["a title without quotes", FRONT_MATTER.replace('"A title"', "A title"), "2:8 scalar-style"],
    [
      "an order that is no number",
      FRONT_MATTER.replace("order: 1", "order: first"),
      "6:8 broken-prose",
    ],
    [
      "a key that stands twice",
      FRONT_MATTER.replace("order", "title: a\norder"),
      "6:1 duplicate-key",
    ],
  ])("front matter with %s", (_, text, found) => {
    expect(
      lintFile("articles/a.mdx", text).map(({ line, column, rule }) => `${line}:${column} ${rule}`),
    ).toEqual([found]);
  });
});

describe("a page of definitions", () => {
  test("uses no real figure in its text", () => {
    expect(inBody(lintKind("text\n\nIt is 54.6 here."))).toEqual([
      `${7 - ABOVE}:7 bare-figure 54.6`,
    ]);
  });

  test.each([
    ['term: "Token"', []],
    ['term: "The 54.6 rule"', ["2:12 bare-figure"]],
    ['term: "Token"\nalso: ["piece of text"]', []],
    ['term: "Token"\nalso: []', ["3:1 broken-prose"]],
    ["order: 1", ["2:1 broken-prose", "2:8 broken-prose"]],
  ])("bears its term as a glossary entry: %s", (field, expected) => {
    const issues = lintFile("glossary/token.md", `---\n${field}\n---\n\ntext\n`);
    expect(issues.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual(expected);
  });

  test("may show invented figures in code", () => {
    expect(lintKind('Write `"0.10"`:\n\n```yaml\nvalue: "0.10"\n```')).toEqual([]);
  });

  test("may hold comments and angle brackets in code, but no raw HTML", () => {
    expect(lintKind("<!-- why -->\n\n`<Figure />`")).toEqual([]);
    expect(lintKind("<div>a</div>").map((issue) => issue.rule)).toEqual(["broken-prose"]);
  });
});

describe("a file stands", () => {
  test.each(["articles/a.md", "rules/schema.mdx", "notes/a.md", "a.mdx"])("not at %s", (path) => {
    expect(lintFile(path, FRONT_MATTER).map((issue) => issue.rule)).toEqual(["misplaced-file"]);
  });

  test("and faults of several files come all at once, in order", () => {
    const files = new Map([
      ["rules/b.md", "54"],
      ["articles/b.mdx", `${FRONT_MATTER}54\n\n55`],
      ["articles/a.mdx", `${FRONT_MATTER}<Figur />`],
    ]);
    expect(
      lintProse(files, references, "content").map(
        ({ file, line, rule }) => `${file}:${line} ${rule}`,
      ),
    ).toEqual([
      "content/articles/a.mdx:8 unknown-reference",
      "content/articles/b.mdx:8 bare-figure",
      "content/articles/b.mdx:10 bare-figure",
      "content/rules/b.md:1 bare-figure",
      "content/rules/b.md:1 broken-prose",
    ]);
  });
});
