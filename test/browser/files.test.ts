import { describe, expect, test } from "vitest";
import { readPage } from "./built-pages.ts";
import { findHtmlFaults } from "./html-validity.ts";
import { findBrokenLinks, readSite } from "./links.ts";
import { ground } from "./site.ts";

// What holds for every page there is and will be, and can be read from its file. It takes a minute of one processor, so it has a file of
// its own, beside which the browser works.

const { root, based } = ground();

describe("every page, by its file", { timeout: 180_000 }, () => {
  const site = readSite(root);

  test("is valid HTML", async () => {
    const places = new Map<string, string[]>();
    for (const page of site.pages.keys()) {
      for (const { message, line, column } of await findHtmlFaults(
        readPage(root.directory, page),
      )) {
        const place = `${page.file}:${line}:${column}`;
        places.set(message, [...(places.get(message) ?? []), place]);
      }
    }
    const faults = [...places].map(
      ([message, [first, ...more]]) => `${message} at ${first} and ${more.length} more places`,
    );
    expect(faults).toEqual([]);
  });

  test("holds nothing that the Content-Security-Policy refuses", () => {
    const faults = [...site.pages].flatMap(([{ file }, { policyFaults }]) =>
      policyFaults.map((fault) => `${file}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test("links only to pages, files and fragments that exist", () => {
    expect(findBrokenLinks(site)).toEqual([]);
  });

  test("links only below the base path, where there is one", () => {
    expect(findBrokenLinks(readSite(based))).toEqual([]);
  });
});
