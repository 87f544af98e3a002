import { describe, expect, test } from "vitest";
import {
  groupArticles,
  keyFinding,
  neighboursOf,
  readingMinutes,
} from "../../../src/site/views/article.ts";

const entry = (id: string, order: number, group: "prices" | "release" | null = null) => ({
  id,
  title: id.toUpperCase(),
  order,
  group,
});

describe("explainers", () => {
  const entries = [entry("c", 3), entry("a", 1), entry("b", 2)];

  test.each([
    ["a", undefined, "b"],
    ["b", "a", "c"],
    ["c", "b", undefined],
  ])("%s stands between its neighbours", (id, previous, next) => {
    const found = neighboursOf(entries, id);
    expect([found.previous?.id, found.next?.id]).toEqual([previous, next]);
  });

  test("are listed by group in the order of the groups, those without one last", () => {
    const groups = groupArticles([
      entry("a", 1, "prices"),
      entry("b", 2),
      entry("c", 3, "release"),
    ]);
    expect(groups.map(({ title, articles }) => [title, articles.map(({ id }) => id)])).toEqual([
      ["The release and its line", ["c"]],
      ["What it costs", ["a"]],
      ["More explainers", ["b"]],
    ]);
  });
});

describe("reading time", () => {
  const words = (count: number) => "word ".repeat(count);

  test.each([
    [words(1), 1],
    [words(220), 1],
    [words(221), 2],
    [`${words(220)}<Figure claim="a#b" />`, 2],
    [`${words(220)}\n\n| a |\n| --- |\n| ${words(50)}|`, 1],
    [`${words(219)}end[^a]\n\n[^a]: ${words(50)}`, 1],
    [`${words(220)}\n\n<Strip fact="a" />`, 1],
  ])("counts the words of the text: %#", (body, minutes) => {
    expect(readingMinutes(body)).toBe(minutes);
  });
});

describe("the key finding", () => {
  const shown = (body: string) =>
    keyFinding(body).map((part) => ("text" in part ? part.text : `<${part.component.name}>`));

  test.each([
    ["One. Two. Three.", ["One. Two."]],
    ["One only", ["One only"]],
    ["The maker's own", ["The maker’s own"]],
    ["MT-4.1 costs *less*. It is so.\n\nNext.", ["MT-4.1 costs ", "less", ". It is so."]],
    [
      'On <Figure claim="a#b" /> it came. It “left.” Then',
      ["On ", "<Figure>", " it came. It “left.”"],
    ],
    ["A note.[^a] Two.\n\n[^a]: Note.", ["A note.", " Two."]],
    ["## Heading\n\nOne.", ["One."]],
    ["", []],
  ])("is the first two sentences: %s", (body, parts) => {
    expect(shown(body)).toEqual(parts);
  });
});
