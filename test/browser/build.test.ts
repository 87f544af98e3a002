import { createHash } from "node:crypto";
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runBuild } from "./build-command.ts";
import { ground } from "./site.ts";

const projectRoot = resolve(import.meta.dirname, "../..");

/** What a build reads; a copy of it elsewhere is to build the same site. */
const sources = ["astro.config.mjs", "package.json", "public", "schemas", "src", "tsconfig.json"];

let copy: string;

beforeAll(() => {
  mkdirSync(join(projectRoot, ".build"), { recursive: true });
  copy = mkdtempSync(join(projectRoot, ".build", "copy-"));
  for (const source of globSync(sources, { cwd: projectRoot })) {
    cpSync(join(projectRoot, source), join(copy, source), { recursive: true });
  }
  symlinkSync(join(projectRoot, "node_modules"), join(copy, "node_modules"), "dir");
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** The files of a folder with a hash of each. */
function fingerprint(directory: string): Readonly<Record<string, string>> {
  const files = globSync("**/*", { cwd: directory, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file.slice(directory.length + 1),
      createHash("sha256").update(readFileSync(file)).digest("hex"),
    ]),
  );
}

// A build takes its time, and other test files keep the processor busy meanwhile.
describe("the build", { timeout: 180_000 }, () => {
  test("gives the same site byte for byte, wherever it runs", async () => {
    const { status, output } = await runBuild(copy);
    expect(status, output).toBe(0);
    expect(fingerprint(join(copy, "dist"))).toEqual(fingerprint(ground().root.directory));
  });

  test.each([
    {
      fault: "a broken dataset",
      file: "src/data/sources/broken/file.yaml",
      text: "title: [\n",
      says: "src/data/sources/broken/file.yaml",
    },
    {
      fault: "a page that does not compile",
      file: "src/pages/broken.astro",
      text: "---\nimport './missing.ts';\n---\n",
      says: "missing.ts",
    },
  ])(
    "leaves the last good site in place after $fault, and exits with 1",
    async ({ file, text, says }) => {
      const before = fingerprint(join(copy, "dist"));
      expect(Object.keys(before), "the files of the last good site").toContain("index.html");
      mkdirSync(join(copy, file, ".."), { recursive: true });
      writeFileSync(join(copy, file), text);
      try {
        const { status, output } = await runBuild(copy);
        expect(output).toContain(says);
        expect(status).toBe(1);
      } finally {
        rmSync(join(copy, file));
      }
      expect(fingerprint(join(copy, "dist"))).toEqual(before);
      expect(globSync(join(copy, ".build", "*")), "folders left behind").toEqual([]);
    },
  );
});
