import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDataFolder } from "../../src/cli/data-folder.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "data-folder-"));
  const paths = [
    "sources/acme/card.yaml",
    "metrics/bench.yml",
    "exceptions.yaml",
    "notes/todo.txt",
    ".git/config.yaml",
    "sources/.drafts/card.yaml",
    "node_modules/some/package.yaml",
  ];
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `path: ${path}`);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test("holds the YAML below the folder in one order, and nothing that tools keep there", () => {
  expect([...readDataFolder(folder)]).toEqual([
    ["exceptions.yaml", "path: exceptions.yaml"],
    ["metrics/bench.yml", "path: metrics/bench.yml"],
    ["sources/acme/card.yaml", "path: sources/acme/card.yaml"],
  ]);
});

test("throws where there is no folder", () => {
  expect(() => readDataFolder(join(folder, "none"))).toThrow();
});
