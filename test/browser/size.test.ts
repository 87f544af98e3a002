import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readPage, sampleTemplates } from "./built-pages.ts";
import { ground } from "./site.ts";

// What a reader downloads, compressed as servers do. The largest page of each template stands for it.

const { directory } = ground().root;
const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;
const compressed = (file: string) =>
  kilobytes(gzipSync(readFileSync(join(directory, file))).length);

test.each(sampleTemplates(directory))("a page of $source is below 60 kB", ({ sample }) => {
  const size = kilobytes(gzipSync(readPage(directory, sample)).length);
  expect(size, sample.file).toBeLessThan(60);
});

test.each(sampleTemplates(directory))(
  "the scripts with which a page of $source begins are below 20 kB",
  ({ sample }) => {
    const scripts = [...readPage(directory, sample).matchAll(/<script[^>]+src="\/([^"]+)"/g)];
    const size = scripts.reduce((sum, [, file = ""]) => sum + compressed(file), 0);
    expect(size, sample.file).toBeLessThan(20);
  },
);

test("all styles together are below 10 kB", () => {
  const sizes = globSync("_astro/*.css", { cwd: directory }).map(compressed);
  expect(sizes).not.toEqual([]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10);
});

test("all fonts together are below 150 kB", () => {
  const sizes = globSync("_astro/*.woff2", { cwd: directory }).map(compressed);
  expect(sizes).not.toEqual([]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150);
});

test("the columns of all claims are below 100 kB", () => {
  expect(compressed("search/columns.json")).toBeLessThan(100);
});
