import AxeBuilder from "@axe-core/playwright";
import { describe, expect, test } from "vitest";
import { sampleTemplates } from "./built-pages.ts";
import { ground, visit } from "./site.ts";

// What holds for every page there is and will be, and takes a browser to see: one page stands for its template. What a file shows is
// tested over all files, beside this one. That no page asks another origin, sets a cookie, breaks the policy or writes an error to the
// console is tested by `visit` itself.

const { root } = ground();

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
