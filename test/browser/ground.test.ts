import AxeBuilder from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { readPage, sampleTemplates } from "./built-pages.ts";
import { findBrokenLinks, readSite } from "./links.ts";
import { ground, visit } from "./site.ts";

// What holds for every page there is and will be. Rules that a file shows are tested over all files; for
// those that take a browser, one page stands for its template. That no page asks another origin, sets a
// cookie, breaks the policy or writes an error to the console is tested by `visit` itself.

const { root, based } = ground();

describe("every page, by its file", () => {
  const site = readSite(root);

  test("is valid HTML", async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
      rules: {
        // Everything comes from our own origin, which integrity hashes would not make safer.
        "require-sri": "off",
      },
    });
    const faults: string[] = [];
    for (const page of site.pages.keys()) {
      const report = await validator.validateString(readPage(root.directory, page));
      for (const { messages } of report.results) {
        for (const { line, column, message, ruleId } of messages) {
          faults.push(`${page.file}:${line}:${column} ${message} (${ruleId})`);
        }
      }
    }
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
        const { violations } = await new AxeBuilder({ page }).analyze();
        const faults = violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target} ${failureSummary}`),
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
