import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { dataset, ROOT } from "./live-dataset.ts";

/** TypeScript without its comments, in which invented and real examples may stand. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isIdentifier(node) ||
      ts.isRegularExpressionLiteral(node)
    ) {
      kept.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest, true));
  return kept.join("\n");
}

const models = [...dataset.subjects.values()].filter(
  ({ kind }) => kind !== "organisation" && kind !== "person",
);
const organisations = [...dataset.subjects.values()].filter(
  ({ kind }) => kind === "organisation" || kind === "person",
);
const benchmarks = [...dataset.metrics.values()].filter(({ kind }) => kind === "score");
const NAMES = new Set([
  ...[...models, ...benchmarks].flatMap(({ id, name, aliases }) => [
    id,
    name,
    ...aliases.map((alias) => alias.name),
  ]),
  ...organisations.map(({ name }) => name),
  ...[...dataset.sources.values()].flatMap(({ id, title }) => [id, id.split("/")[1] ?? id, title]),
]);

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...NAMES]
    .sort((one, other) => other.length - one.length)
    .map(escaped)
    .join("|")})(?![\\p{L}\\p{N}])`,
  "gu",
);

const modules = ["src/core", "src/site", "src/islands"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
);

test("no code knows a model, a benchmark, an organisation or a source by name", () => {
  expect(modules.length).toBeGreaterThan(30);
  const known = modules.flatMap((path) =>
    [...withoutComments(readFileSync(join(ROOT, path), "utf8")).matchAll(PATTERN)].map(
      ([name]) => `${path}: ${name}`,
    ),
  );
  expect(known).toEqual([]);
});

test("the search for names sees them in text and identifiers, and not in comments", () => {
  const [name] = models.map((model) => model.name);
  expect(
    withoutComments(`// ${name}\nconst a = "about ${name}, and"; /* ${name} */`).match(PATTERN),
  ).toEqual([name]);
});
