import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import { describe, expect, test } from "vitest";
import { dataset, ROOT } from "./live-dataset.ts";

const ARTICLES = join(ROOT, "src/content/articles");
/** Marks a place from which nothing has been entered. */
const NO_CLAIM = " (no claim)";

/** What a page on coverage is compared with. */
interface Ledger {
  /** The places of the claims, by source. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** The anchors of the sections, by explainer. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
}

const listed = (cell: string, separator: string): string[] =>
  cell.split(separator).flatMap((part) => part.trim() || []);

/** The cells of every row of a Markdown page's tables, their heads and rules left out. */
function rowsOf(page: string): string[][] {
  const lines = page.split("\n");
  return lines.flatMap((line, index) => {
    const isRule = /^\|[\s:|-]+\|$/.test(line);
    const isHead = /^\|[\s:|-]+\|$/.test(lines[index + 1] ?? "");
    return line.startsWith("|") && !isRule && !isHead
      ? [
          line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ]
      : [];
  });
}

/** What a page on coverage gets wrong or leaves out, in words. */
function faultsOf(page: string, ledger: Ledger): string[] {
  const rows = rowsOf(page);
  const ids = new Map(
    rows
      .filter((cells) => cells.length === 2)
      .map(([name = "", id = ""]) => [name, id.replaceAll("`", "")] as const),
  );
  const faults: string[] = [];
  const covered = new Map<string, string[]>();
  const treated = new Set<string>();
  for (const [name, id] of ids) {
    if (!ledger.places.has(id)) faults.push(`${name}: no source ${id}`);
  }
  for (const [topic = "", places = "", sections = ""] of rows.filter(
    ({ length }) => length === 3,
  )) {
    for (const part of listed(places, ";")) {
      const [name = "", rest = ""] = part.split(/:\s(.*)/s);
      const id = ids.get(name);
      if (id === undefined) {
        faults.push(`${topic}: no source is called ${name}`);
        continue;
      }
      for (const written of listed(rest, " · ")) {
        const place = written.replace(NO_CLAIM, "");
        const isThere = (ledger.places.get(id) ?? []).some((where) => where.startsWith(place));
        if (isThere && written !== place) faults.push(`${topic}: ${name} has claims at ${place}`);
        if (!isThere && written === place) faults.push(`${topic}: ${name} has no place ${place}`);
        covered.set(id, [...(covered.get(id) ?? []), place]);
      }
    }
    for (const target of listed(sections, ";")) {
      const [article = "", section = ""] = target.split("#");
      if (!ledger.sections.get(article)?.includes(section))
        faults.push(`${topic}: no section ${target}`);
      treated.add(article);
    }
  }
  for (const article of ledger.sections.keys()) {
    if (!treated.has(article)) faults.push(`no topic leads to ${article}`);
  }
  for (const [id, places] of ledger.places) {
    if (![...ids.values()].includes(id)) faults.push(`${id} is not in the table of sources`);
    for (const where of places) {
      if (!(covered.get(id) ?? []).some((place) => where.startsWith(place)))
        faults.push(`${id}: no topic covers ${where}`);
    }
  }
  return faults;
}

/** The anchors that Astro gives to the headings of an explainer. */
async function anchorsOf(text: string): Promise<string[]> {
  const { render } = await createMarkdownProcessor();
  const headings = text.split("\n").filter((line) => /^#{2,4} /.test(line));
  const { metadata } = await render(headings.join("\n\n"));
  return metadata.headings.map(({ slug }) => slug);
}

test("every topic of the sources whose texts are held leads to a section, and every place of their claims to a topic", async () => {
  const sections = new Map<string, string[]>();
  for (const name of readdirSync(ARTICLES).sort()) {
    const text = readFileSync(join(ARTICLES, name), "utf8");
    sections.set(name.replace(/\.mdx$/, ""), await anchorsOf(text));
  }
  const places = new Map(
    [...dataset.sources.values()]
      .filter(({ text }) => text !== null)
      .map(({ id, claims }) => [
        id,
        [...new Set(claims.filter(({ retired }) => !retired).map(({ where }) => where))],
      ]),
  );
  const page = readFileSync(join(ROOT, "docs/coverage.md"), "utf8");
  expect(faultsOf(page, { places, sections })).toEqual([]);
});

describe("a page on coverage is faulted for", () => {
  const ledger: Ledger = {
    places: new Map([["weekly/issue", ["Opening, paragraph 1", "Prices, table"]]]),
    sections: new Map([["costs", ["the-list"]]]),
  };
  const page = (...rows: string[]) =>
    [
      "| Source | Id |",
      "| --- | --- |",
      "| Weekly | `weekly/issue` |",
      "",
      "| Topic | Where | Section |",
      "| --- | --- | --- |",
      ...rows.map((row) => `| ${row} |`),
    ].join("\n");

  test.each([
    ["nothing when all is there", "All | Weekly: Opening · Prices | costs#the-list", []],
    [
      "a place of a claim that no topic covers",
      "All | Weekly: Opening | costs#the-list",
      ["weekly/issue: no topic covers Prices, table"],
    ],
    [
      "a place that no claim has",
      "All | Weekly: Opening · Prices · Closing | costs#the-list",
      ["All: Weekly has no place Closing"],
    ],
    [
      "nothing when that place says that it has none",
      "All | Weekly: Opening · Prices · Closing (no claim) | costs#the-list",
      [],
    ],
    [
      "saying so where claims are",
      "All | Weekly: Opening · Prices (no claim) | costs#the-list",
      ["All: Weekly has claims at Prices"],
    ],
    [
      "a source that the page does not name",
      "All | Weekly: Opening · Prices; Daily: Opening | costs#the-list",
      ["All: no source is called Daily"],
    ],
    [
      "a section that does not exist, and an explainer that nothing leads to",
      "All | Weekly: Opening · Prices | price#the-list",
      ["All: no section price#the-list", "no topic leads to costs"],
    ],
  ])("%s", (_, row, faults) => {
    expect(faultsOf(page(row), ledger)).toEqual(faults);
  });

  test("a source that is not in its table", () => {
    const other = new Map([...ledger.places, ["daily/issue", []]]);
    expect(
      faultsOf(page("All | Weekly: Opening · Prices | costs#the-list"), {
        ...ledger,
        places: other,
      }),
    ).toEqual(["daily/issue is not in the table of sources"]);
  });
});
