import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { visit } from "./site.ts";

// The search as a reader uses it: from any page, by keyboard, by figure, by name, by words, and as a link.

const dialog = (page: Page) => page.getByRole("dialog", { name: "Search the ledger" });
const claimsFound = (page: Page) =>
  page.locator("ledger-search:visible .search-group", { hasText: "Claims" }).locator("+ ul a");
const pagesFound = (page: Page) =>
  page.locator("ledger-search:visible .search-group", { hasText: "Pages" }).locator("+ ul a");

describe.concurrent("the search dialog", () => {
  test.each(["/", "Control+k"])("opens by %s and finds the claims of a figure", async (key) => {
    await visit("about/", async (page) => {
      await page.keyboard.press(key);
      await dialog(page).waitFor();
      await page.keyboard.type("54.6");
      await claimsFound(page).first().waitFor();
      expect(await claimsFound(page).first().innerText()).toMatch(/^54\.6%/);
    });
  });

  test("answers figures before the text index has been asked for", async () => {
    await visit("about/", async (page) => {
      const wasm: string[] = [];
      page.on("request", (request) => {
        if (/wasm/.test(request.url())) wasm.push(request.url());
      });
      await page.keyboard.press("/");
      await page.route(/pagefind/, async (route) => {
        await claimsFound(page).first().waitFor();
        await route.continue();
      });
      await page.keyboard.type("54.6");
      await pagesFound(page).first().waitFor();
      expect(wasm).not.toEqual([]);
    });
  });

  test("leads to the claim with the arrow keys and Enter", async () => {
    await visit(
      "models/",
      async (page) => {
        await page.keyboard.press("/");
        await page.keyboard.type("12 cents");
        await claimsFound(page).first().waitFor();
        const target = await claimsFound(page).first().getAttribute("href");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
        await page.waitForURL(/\/sources\/.+#/);
        expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(target);
        const key = new URL(page.url()).hash.slice(1);
        expect(await page.locator(`[id="${key}"]`).isVisible()).toBe(true);
      },
      { site: "based" },
    );
  });

  test("goes away with Escape and gives the focus back", async () => {
    await visit("about/", async (page) => {
      await page.locator("[data-search-open]").focus();
      await page.keyboard.press("Enter");
      await dialog(page).waitFor();
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "hidden" });
      const isBack = await page.evaluate(() =>
        document.activeElement?.matches("[data-search-open]"),
      );
      expect(isBack).toBe(true);
    });
  });

  test("is a link to the search page where there is no JavaScript", async () => {
    await visit(
      "about/",
      async (page) => {
        await page.locator("[data-search-open]").click();
        await page.waitForURL(/\/search\/$/);
        await page.getByText("Searching needs JavaScript").waitFor();
      },
      { javaScript: false },
    );
  });
});

describe.concurrent("the search page", () => {
  test("keeps the query in its address, and reads it from there", async () => {
    await visit("search/?q=Mr.%20HRE", async (page) => {
      await page.getByText("also written “Mr. HRE”").waitFor();
      await page.getByRole("searchbox").fill("GPT-4.0");
      await page.getByText("also written “GPT-4.0”").waitFor();
      expect(new URL(page.url()).searchParams.get("q")).toBe("GPT-4.0");
    });
  });

  test("finds pages by their words", async () => {
    await visit("search/?q=why%20one%20company%20runs%20two%20lines", async (page) => {
      await pagesFound(page).first().waitFor();
      const titles = await pagesFound(page).allInnerTexts();
      expect(titles.slice(0, 3).join("\n")).toContain("Separating the API from ChatGPT");
    });
  });

  test("says so when nothing states a figure", async () => {
    await visit("search/?q=98765.4", async (page) => {
      await page.getByText("No claim states 98765.4").waitFor();
    });
  });
});
