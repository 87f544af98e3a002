import { expect, test } from "vitest";
import { lintProse } from "../../../../src/core/lint/prose/lint-prose.ts";
import { chartIds } from "../../../../src/core/lint/prose/pages.ts";
import { proseReferences } from "../../../../src/core/lint/prose/references.ts";
import { aClaim } from "../../../builders/authored.ts";
import { analysisOf } from "../../../builders/dataset.ts";

const analysis = analysisOf({ sources: { "acme/card": [aClaim()] } });

const CHART = `---
title: "A chart"
summary: "What it shows."
order: 1
form: values
metrics: [bench]
subjects: [acme/one]
shows: sources
---

How to read it.
`;
const ARTICLE = `---
title: "A title"
summary: "A standfirst."
published: "2026-01-01"
updated: "2026-01-01"
order: 1
---

<Chart id="mine" />
`;

function faultsOf(chart: string, article = ARTICLE): string[] {
  const files = new Map([
    ["charts/mine.md", chart],
    ["articles/a.mdx", article],
  ]);
  const references = proseReferences(analysis.dataset, analysis, [], chartIds(files.keys()));
  return lintProse(files, references, "content").map(
    ({ file, line, rule, written }) => `${file}:${line} ${rule} ${written}`,
  );
}

test("a chart and the passage that shows it have no faults", () => {
  expect(faultsOf(CHART)).toEqual([]);
});

test.each([
  ["a metric that is not there", "[bench]", "[bensh]", "6 unknown-reference bensh"],
  ["a subject that is not there", "acme/one]", "acme/oen]", "7 unknown-reference acme/oen"],
  ["a form that nobody draws", "form: values", "form: pie", "5 broken-prose pie"],
  [
    "a field of another form",
    "shows: sources",
    'least: "3"\nshows: sources',
    "8 broken-prose least",
  ],
  ["a word that is no choice", "shows: sources", "shows: all", "8 broken-prose all"],
  ["a figure in its summary", "What it shows.", "It shows 54.6%.", "3 bare-figure 54.6%"],
  [
    "a baseline without quotes",
    "shows: sources",
    "shows: sources\nfrom: 20",
    "9 unquoted-figure 20",
  ],
])("%s is a fault", (_, from, to, expected) => {
  expect(faultsOf(CHART.replace(from, to))).toContain(`content/charts/mine.md:${expected}`);
});

test("a chart that is not there cannot be shown", () => {
  expect(faultsOf(CHART, ARTICLE.replace("mine", "yours"))).toEqual([
    "content/articles/a.mdx:9 unknown-reference yours",
  ]);
});
