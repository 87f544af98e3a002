import { expect, test } from "vitest";
import { DISCREPANCY_KINDS } from "../../../src/core/checks/kinds.ts";
import { lintAuthored } from "../../../src/core/lint/lint-authored.ts";
import { RULE_NAMES } from "../../../src/core/lint/rules.ts";
import { aClaim, aVerdict } from "../../builders/authored.ts";
import { type DatasetParts, datasetOf } from "../../builders/dataset.ts";

const PAGE = "---\norder: 1\n---\n";
const pages = [
  ...DISCREPANCY_KINDS.map((kind) => [`discrepancy-kinds/${kind}.md`, PAGE] as const),
  ...RULE_NAMES.map((rule) => [`rules/${rule}.md`, PAGE] as const),
];
const anArticle = (body: string) => `---
title: "A title"
summary: "A standfirst."
published: "2026-01-01"
updated: "2026-01-01"
order: 1
---
${body}
`;

function lint(parts: DatasetParts, body: string, exceptions?: string) {
  const files = datasetOf(parts);
  if (exceptions !== undefined) files.set("exceptions.yaml", exceptions);
  return lintAuthored(
    { root: "data", files },
    { root: "content", files: new Map([...pages, ["articles/a.mdx", anArticle(body)]]) },
  );
}
const places = ({ issues }: ReturnType<typeof lint>) =>
  issues.map(({ file, line, rule }) => `${file}:${line} ${rule}`);

const sources = { "acme/card": [aClaim()], "beta/review": [aClaim({ value: "54.9" })] };

test("sound data and prose have no faults", () => {
  const result = lint({ sources }, 'It reaches <Figure claim="acme/card#c1" />.');
  expect(places(result)).toEqual([]);
  expect(result.analysis?.facts.size).toBe(1);
});

test("data come without prose as well", () => {
  const { issues } = lintAuthored({ root: "data", files: datasetOf({ sources }) }, null);
  expect(issues).toEqual([]);
});

test("faults of data, verdicts and prose come in one list", () => {
  const verdicts = { "value-conflict/acme/zero/bench": aVerdict() };
  expect(places(lint({ sources, verdicts }, "It reaches 54.6%."))).toEqual([
    "content/articles/a.mdx:8 bare-figure",
    expect.stringMatching(/^data\/verdicts\/.+ orphan-verdict$/),
  ]);
});

test("faulty data are not analysed, and prose is checked all the same", () => {
  const faulty = { ...sources, "gamma/page": [aClaim({ metric: "bensh" })] };
  const result = lint(
    { sources: faulty },
    '54.6 <Figure fact="a/b" /> <Figure claim="gamma/page#c1" />',
  );
  expect(result.analysis).toBeNull();
  expect(places(result)).toEqual([
    "content/articles/a.mdx:8 bare-figure",
    expect.stringMatching(/^data\/sources\/gamma\/page\.yaml:\d+ unknown-reference$/),
  ]);
});

const anException = (rule: string, place: string) =>
  `exceptions:\n  - rule: ${rule}\n    place: "${place}"\n    because: "It is a heading of another document."\n    since: "2026-01-01"\n`;

test("an exception excepts prose too", () => {
  const exceptions = anException("bare-figure", "content/articles/a.mdx");
  expect(places(lint({ sources }, "In 2025", exceptions))).toEqual([]);
  expect(places(lint({ sources }, "In that year", exceptions))).toEqual([
    "data/exceptions.yaml:2 unneeded-exception",
  ]);
});

test("an exception is not called unneeded while faulty data keep the verdicts from being checked", () => {
  const faulty = { ...sources, "gamma/page": [aClaim({ metric: "bensh" })] };
  const exceptions = anException("stale-verdict", "value-conflict/acme/one/bench");
  expect(places(lint({ sources: faulty }, "Words", exceptions))).toEqual([
    expect.stringMatching(/^data\/sources\/gamma\/page\.yaml:\d+ unknown-reference$/),
  ]);
});
