import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { visit } from "./site.ts";

// The search as a reader uses it: from any page, by keyboard, by figure, by name, by words, and as a link.

const dialog = (page: Page) => page.getByRole("dialog", { name: "Search the ledger" });
const claimsFound = (page: Page) =>
  page.locator("ledger-search:visible .search-group", { hasText: "Claims" }).locator("+ ul a");
const pagesFound = (page: Page) =>
  page.locator("ledger-search:visible .search-group", { hasText: "Pages" }).locator("+ ul a");

const explainersFound = (page: Page) =>
  page.locator("ledger-search:visible .search-group", { hasText: "Explainers" }).locator("+ ul a");

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

  test("shows in words how a figure stands to the one sought", async () => {
    await visit("about/", async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("54.6");
      await claimsFound(page).first().waitFor();
      await dialog(page).getByText("the same figure").first().waitFor();
      expect(await dialog(page).locator(".search-results mark").first().innerText()).toBe("54.6%");
    });
  });

  test("leads on Enter to the search page, and from there to the explorer with the same claims", async () => {
    await visit(
      "about/",
      async (page) => {
        await page.keyboard.press("/");
        await page.keyboard.type("what did Briefly Global say about nano");
        await claimsFound(page).first().waitFor();
        await page.keyboard.press("Enter");
        await page.waitForURL(/\/search\/\?q=/);
        const way = page.getByRole("link", { name: /^Show all \d+ claims in the explorer$/ });
        const count = /\d+/.exec(await way.innerText())?.[0];
        await way.focus();
        await page.keyboard.press("Enter");
        await page.waitForURL(/\/claims\/\?subject=/);
        await page
          .getByText(new RegExp(`\\b${count}\\b.*claims`))
          .first()
          .waitFor();
      },
      { site: "based" },
    );
  });

  test("keeps recent queries in the browser, once there are any, and forgets them when asked", async () => {
    await visit("about/", async (page) => {
      const kept = () => page.evaluate(() => Object.keys(localStorage).length);
      await page.keyboard.press("/");
      await page.keyboard.type("Mr. HRE");
      await dialog(page).getByText("also written “Mr. HRE”").waitFor();
      expect(await kept()).toBe(0);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/search\/\?q=/);
      await page.goBack();
      await page.keyboard.press("/");
      const field = dialog(page).getByRole("searchbox");
      await field.fill("");
      await dialog(page).getByRole("link", { name: "Mr. HRE" }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await dialog(page).getByText("also written “Mr. HRE”").waitFor();
      expect(await field.inputValue()).toBe("Mr. HRE");
      await field.fill("");
      await dialog(page).getByRole("button", { name: "Clear recent queries" }).press("Enter");
      expect(await kept()).toBe(0);
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

  test("offers searches that find something, and ways to all lists", async () => {
    await visit("search/", async (page) => {
      const examples = page.locator(".search-start li a");
      const addresses = await examples.evaluateAll((all) =>
        all.map((link) => (link as HTMLAnchorElement).href),
      );
      expect(addresses.length).toBeGreaterThanOrEqual(3);
      expect(await page.locator(".search-start p a").count()).toBeGreaterThan(3);
      for (const address of addresses) {
        await page.goto(address);
        await page.locator(".search-results li").first().waitFor();
      }
    });
  });

  test("narrows by facets, keeps them in its address, and goes Back", async () => {
    await visit("search/?q=nano", async (page) => {
      await claimsFound(page).first().waitFor();
      const source = page.getByRole("combobox", { name: "Source" });
      await source.selectOption({ value: "briefly-global/gpt-4-1-performance-leap" });
      await page.waitForURL(/&source=briefly-global/);
      const addresses = () =>
        claimsFound(page).evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      expect((await addresses()).slice(0, -1).every((to) => to?.includes("briefly-global"))).toBe(
        true,
      );
      const record = page.getByRole("combobox", { name: "Kind of record" });
      await record.selectOption("discrepancies");
      await page.waitForURL(/&kind=discrepancies/);
      await page.locator("ledger-search .search-group", { hasText: "Discrepancies" }).waitFor();
      expect(await claimsFound(page).count()).toBe(0);
      const address = page.url();
      await page.goBack();
      await claimsFound(page).first().waitFor();
      expect(new URL(page.url()).searchParams.has("kind")).toBe(false);
      expect(await record.inputValue()).toBe("");
      await page.goto(address);
      await page.locator("ledger-search .search-group", { hasText: "Discrepancies" }).waitFor();
      expect(await record.inputValue()).toBe("discrepancies");
      expect(await source.inputValue()).toBe("briefly-global/gpt-4-1-performance-leap");
    });
  });

  test("puts discrepancies first for who asks for conflicts", async () => {
    await visit("search/?q=conflicts%20about%20price", async (page) => {
      const first = page.locator("ledger-search .search-group").first();
      await first.waitFor();
      expect(await first.innerText()).toBe("Discrepancies");
      await page.locator("ledger-search .search-results a").first().press("Enter");
      await page.waitForURL(/\/discrepancies\/[a-z-]+\/./);
      expect(await page.locator("main .lede").innerText()).toContain("price");
    });
  });

  test("reads a mistyped name and says so", async () => {
    await visit("search/?q=gemni", async (page) => {
      await page.getByText("No name has “gemni”; shown for “gemini”.").waitFor();
    });
  });

  test("goes on without a word that fits nothing", async () => {
    await visit("search/?q=GPT-4.1%20xyzzy", async (page) => {
      await page.getByText("No model, measure or source is called “xyzzy”").waitFor();
      await page.getByRole("link", { name: "Search for “GPT-4.1”" }).press("Enter");
      await claimsFound(page).first().waitFor();
      expect(new URL(page.url()).searchParams.get("q")).toBe("GPT-4.1");
    });
  });

  // Queries whose answer is prose, and the page that must be among the first three of its group.
  test("finds pages by their words, 95 in 100 of them among the first three", async () => {
    const queries: readonly (readonly [query: string, page: RegExp])[] = [
      ["why one company runs two lines", /separating-the-api/],
      ["separating the API from ChatGPT", /separating-the-api/],
      ["how numbers travel", /how-numbers-travel/],
      ["what a token costs", /what-a-token-costs/],
      ["chart crimes", /chart-crimes/],
      ["following instructions", /following-instructions/],
      ["how much cheaper", /how-much-cheaper/],
      ["a million tokens", /a-million-tokens/],
      ["refusals and quotations", /refusals-and-quotations/],
      ["small models", /small-models/],
      ["three rivals", /three-rivals/],
      ["how is severity decided", /methodology|kinds/],
      ["percentage points called percent", /unit-misuse|percent|glossary|methodology/],
    ];
    await visit("search/?kind=pages", async (page) => {
      const missed: string[] = [];
      for (const [query, wanted] of queries) {
        await page.getByRole("searchbox").fill(query);
        await page.locator("ledger-search .search-found:not([aria-busy])").waitFor();
        const firstOf = (found: Locator) =>
          found.evaluateAll((links) =>
            links.slice(0, 3).map((link) => link.getAttribute("href") ?? ""),
          );
        const addresses = [
          ...(await firstOf(explainersFound(page))),
          ...(await firstOf(pagesFound(page))),
        ];
        if (!addresses.some((address) => wanted.test(address)))
          missed.push(`${query}: ${addresses.join(" ")}`);
      }
      process.stdout.write(
        `Search, by words: ${queries.length - missed.length} of ${queries.length} queries\n`,
      );
      expect(missed.length / queries.length, missed.join("\n")).toBeLessThanOrEqual(0.05);
    });
  });

  test("says so when nothing states a figure", async () => {
    await visit("search/?q=98765.4", async (page) => {
      await page.getByText("No claim says 98765.4; the nearest").waitFor();
    });
  });
});
