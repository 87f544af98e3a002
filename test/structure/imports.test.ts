/** The arrows of the house: cli → core ← site ← pages, components; islands run in browsers; nothing imports test. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");

interface Import {
  readonly specifier: string;
  /** Erased before anything runs. */
  readonly isTypeOnly: boolean;
}

/** What of a file is TypeScript: all of it, or the front matter and scripts of an Astro or MDX file. */
function code(path: string, text: string): string {
  if (path.endsWith(".ts") || path.endsWith(".mjs")) return text;
  if (path.endsWith(".mdx")) return (text.match(/^(?:import|export) .*$/gm) ?? []).join("\n");
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => script ?? "",
  );
  return [frontMatter, ...scripts].join("\n");
}

function importsOf(path: string): Import[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const isTypeOnly = ts.isImportDeclaration(node)
        ? isErased(node.importClause)
        : node.isTypeOnly;
      found.push({ specifier: node.moduleSpecifier.text, isTypeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument))
        found.push({ specifier: argument.text, isTypeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code(path, text), ts.ScriptTarget.Latest, true));
  return found;
}

function isErased(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings } = clause;
  return (
    !clause.name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

const filesIn = (folder: string): string[] =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
        .filter((path) => /\.(ts|mjs|astro|mdx)$/.test(path) && !path.endsWith(".d.ts"))
    : [];

const isRelative = (specifier: string) => specifier.startsWith(".");
/** The file of the project that a relative import means; a query (`?raw`) is the bundler's. */
const target = (path: string, specifier: string) =>
  posix.join(dirname(path), specifier.replace(/\?.*$/, ""));
/** The package of a bare import: `@scope/name` or `name`. */
const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

const EVERYTHING = [...filesIn("src"), "astro.config.mjs", "vitest.config.ts"];
const importing = (folder: string) =>
  filesIn(folder).flatMap((path) => importsOf(path).map((one) => ({ path, ...one })));
const show = (list: readonly { path: string; specifier: string }[]) =>
  list.map(({ path, specifier }) => `${path} imports ${specifier}`);

describe("core", () => {
  test("imports no package but those that know neither Node nor browser nor Astro", () => {
    const pure = new Set([
      "@noble/hashes",
      "big.js",
      "mdast",
      "remark-frontmatter",
      "remark-gfm",
      "remark-mdx",
      "remark-parse",
      "unified",
      "unist-util-visit",
      "yaml",
      "zod",
    ]);
    const others = importing("src/core").filter(
      ({ specifier }) => !isRelative(specifier) && !pure.has(packageOf(specifier)),
    );
    expect(show(others)).toEqual([]);
  });

  test("imports nothing of the project but itself", () => {
    const outside = importing("src/core").filter(
      ({ path, specifier }) =>
        isRelative(specifier) && !target(path, specifier).startsWith("src/core/"),
    );
    expect(show(outside)).toEqual([]);
  });

  test("is compiled without the types of Node and of the browser, so that it cannot name them", () => {
    const { config } = ts.readConfigFile(join(ROOT, "src/core/tsconfig.json"), (path) =>
      readFileSync(path, "utf8"),
    ) as { config: { compilerOptions: { types: string[]; lib: string[] } } };
    expect(config.compilerOptions.types).toEqual([]);
    expect(config.compilerOptions.lib.filter((lib) => /dom|worker/i.test(lib))).toEqual([]);
  });

  test("reads no clock, rolls no dice and asks no machine", () => {
    const forbidden = new Set([
      "Date",
      "performance",
      "process",
      "globalThis",
      "fetch",
      "setTimeout",
      "Math.random",
      "crypto",
    ]);
    const uses = filesIn("src/core").flatMap((path) => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (
          ts.isPropertyAccessExpression(node) ||
          ts.isCallExpression(node) ||
          ts.isNewExpression(node)
        ) {
          for (const text of [node.getText(), node.expression.getText()])
            if (forbidden.has(text)) found.push(`${path} uses ${text}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(
        ts.createSourceFile(
          path,
          readFileSync(join(ROOT, path), "utf8"),
          ts.ScriptTarget.Latest,
          true,
        ),
      );
      return found;
    });
    expect(uses).toEqual([]);
  });
});

describe("the arrows", () => {
  test.each([
    ["src/cli", ["src/pages/", "src/layouts/", "src/components/", "src/islands/"]],
    ["src/site", ["src/cli/", "src/pages/", "src/layouts/", "src/components/", "src/islands/"]],
    ["src/components", ["src/cli/", "src/pages/", "src/layouts/"]],
    ["src/layouts", ["src/cli/", "src/pages/"]],
    ["src/pages", ["src/cli/"]],
    ["src/islands", ["src/cli/", "src/pages/", "src/layouts/", "src/components/"]],
  ])("%s imports nothing from %j", (folder, forbidden) => {
    const against = importing(folder).filter(
      ({ path, specifier }) =>
        isRelative(specifier) &&
        forbidden.some((other) => target(path, specifier).startsWith(other)),
    );
    expect(show(against)).toEqual([]);
  });

  test("nothing of the project imports a test", () => {
    const against = EVERYTHING.filter((path) => !path.startsWith("vitest"))
      .flatMap((path) => importsOf(path).map((one) => ({ path, ...one })))
      .filter(
        ({ path, specifier }) =>
          isRelative(specifier) && target(path, specifier).startsWith("test/"),
      );
    expect(show(against)).toEqual([]);
  });

  test("relative imports name a file that is there, with its ending", () => {
    const lost = EVERYTHING.flatMap((path) =>
      importsOf(path).map((one) => ({ path, ...one })),
    ).filter(
      ({ path, specifier }) =>
        isRelative(specifier) && !existsSync(join(ROOT, target(path, specifier))),
    );
    expect(show(lost)).toEqual([]);
  });
});

/** Every import that runs when a module runs, followed through the modules of the project. */
function importsThatRun(
  path: string,
  seen = new Set<string>(),
): { path: string; specifier: string }[] {
  if (seen.has(path) || !path.endsWith(".ts")) return [];
  seen.add(path);
  return importsOf(path)
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .flatMap(({ specifier }) =>
      isRelative(specifier) ? importsThatRun(target(path, specifier), seen) : [{ path, specifier }],
    );
}

describe("what runs in the reader's browser", () => {
  const islands = filesIn("src/islands");

  test.each(islands)(
    "%s drags in no package that is not made for it, however far away it is imported",
    (island) => {
      const made = new Set(["big.js", "chart.js", "d3-scale", "flexsearch"]);
      expect(
        show(importsThatRun(island).filter(({ specifier }) => !made.has(packageOf(specifier)))),
      ).toEqual([]);
    },
  );

  test("is looked at by this test: there are islands", () => {
    expect(islands.length).toBeGreaterThan(0);
  });
});
