import AxeBuilder from "@axe-core/playwright";
import { describe, expect, test } from "vitest";
import { readPage, sampleTemplates } from "./built-pages.ts";
import { findHtmlFaults } from "./html-validity.ts";
import { findBrokenLinks, readSite } from "./links.ts";
import { ground, visit } from "./site.ts";

// What holds for every page there is and will be. Rules that a file shows are tested over all files; for
// those that take a browser, one page stands for its template. That no page asks another origin, sets a
// cookie, breaks the policy or writes an error to the console is tested by `visit` itself.

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

describe.concurrent.each(sampleTemplates(root.directory))("a page of $source", ({ sample }) => {
  test.each([390, 1440])("does not scroll sideways at %i px", async (width) => {
    await visit(
      sample.path,
      async (page) => {
        const overflow = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
        expect(overflow, "pixels by which the page is wider than the window").toBe(0);
      },
      { width },
    );
  });

  test("reads without JavaScript", async () => {
    await visit(
      sample.path,
      async (page) => {
        expect(await page.locator("main h1").innerText()).not.toBe("");
        const text = await page.locator("main").innerText();
        expect(text.length, "characters of the main text").toBeGreaterThan(80);
      },
      { javaScript: false },
    );
  });

  test("works under a base path", async () => {
    await visit(
      sample.path,
      async (page) => {
        expect(await page.locator("main h1").innerText()).not.toBe("");
      },
      { site: "based" },
    );
  });

  test.each([
    { colorScheme: "light", width: 1440 },
    { colorScheme: "dark", width: 390 },
  ] as const)("is accessible by axe in $colorScheme at $width px", async (options) => {
    await visit(
      sample.path,
      async (page) => {
        // The modern mode is for frames of other origins, which we have none of, and takes six times as long.
        const axe = new AxeBuilder({ page })
          .setLegacyMode()
          .options({ resultTypes: ["violations"] });
        const { violations } = await axe.analyze();
        const faults = violations.map(
          ({ id, help, nodes: [first, ...more] }) =>
            `${help} (${id}) at ${first?.target} and ${more.length} more places. ${first?.failureSummary}`,
        );
        expect(faults).toEqual([]);
      },
      options,
    );
  });
});

test("an address that does not exist is answered with the site's own page and status 404", async () => {
  await visit(
    "no/such/page/",
    async (page) => {
      expect(await page.locator("main h1").innerText()).not.toBe("");
    },
    { status: 404 },
  );
});
