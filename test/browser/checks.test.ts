import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { visit } from "./site.ts";

// The list of discrepancies, the matrix of sources against facts, and reports, on the live dataset, as a reader uses them.

const LIST = "discrepancies/";
const MATRIX = "discrepancies/matrix/";

const filter = (page: Page, name: string) =>
  page.locator(`discrepancy-list select[name="${name}"]`);
const shownEntries = (page: Page) => page.locator("[data-terms]:visible");
const answerOf = (page: Page) => page.locator(".list-count").innerText();
const queryOf = (page: Page) => new URL(page.url()).search;
const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number);
const termsOf = (page: Page) =>
  shownEntries(page).evaluateAll((entries) =>
    entries.map(
      (entry) =>
        JSON.parse((entry as HTMLElement).dataset.terms ?? "{}") as Record<string, string[]>,
    ),
  );

describe.concurrent("the list of discrepancies", () => {
  test("is filtered at once, with counts, and says how many of how many", async () => {
    await visit(LIST, async (page) => {
      await filter(page, "kind").waitFor();
      const [whole = 0] = numbersIn(await answerOf(page));
      expect(await shownEntries(page).count()).toBe(whole);
      await filter(page, "kind").selectOption("value-conflict");
      await filter(page, "severity").selectOption("major");
      const terms = await termsOf(page);
      expect(terms.length).toBeGreaterThan(0);
      for (const { kind, severity } of terms)
        expect([kind, severity]).toEqual([["value-conflict"], ["major"]]);
      expect(numbersIn(await answerOf(page))).toEqual([terms.length, whole]);
      const chosen = await filter(page, "severity").locator("option:checked").innerText();
      expect(chosen).toBe(`Major (${terms.length})`);
      expect(queryOf(page)).toBe("?kind=value-conflict&severity=major");
    });
  });

  test("goes back and forward, and is the same from a copied link", async () => {
    await visit(LIST, async (page) => {
      await filter(page, "kind").waitFor();
      const whole = await shownEntries(page).count();
      await filter(page, "kind").selectOption("rounding");
      const rounded = await shownEntries(page).count();
      await filter(page, "sort").selectOption("size");
      await page.goBack();
      await page.waitForFunction(() => !location.search.includes("sort"));
      expect(await filter(page, "sort").inputValue()).toBe("severity");
      expect(await shownEntries(page).count()).toBe(rounded);
      await page.goBack();
      await page.waitForFunction(() => location.search === "");
      expect(await shownEntries(page).count()).toBe(whole);
      await page.goForward();
      await page.waitForFunction(() => location.search !== "");
      const copy = await page.context().newPage();
      await copy.goto(page.url());
      await filter(copy, "kind").waitFor();
      expect(await filter(copy, "kind").inputValue()).toBe("rounding");
      expect(await shownEntries(copy).count()).toBe(rounded);
    });
  });

  test("by size begins with the largest share, and by severity is as it was", async () => {
    await visit(LIST, async (page) => {
      await filter(page, "sort").waitFor();
      const order = () =>
        page
          .locator("[data-terms]:visible .entry-title a")
          .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      const before = await order();
      await filter(page, "sort").selectOption("size");
      const shares = await page
        .locator('[data-scale="share"] .entry-meta')
        .evaluateAll((entries) =>
          entries.map((entry) => Number(/([\d.]+)% (?:apart|off)/.exec(entry.textContent)?.[1])),
        );
      expect(shares.length).toBeGreaterThan(1);
      expect(shares).toEqual(shares.toSorted((one, other) => other - one));
      expect(new Set(await order())).toEqual(new Set(before));
      await filter(page, "sort").selectOption("severity");
      expect(await order()).toEqual(before);
    });
  });

  test("is reset, and says so where nothing fits", async () => {
    await visit(`${LIST}?kind=rounding&severity=major&model=nobody`, async (page) => {
      await filter(page, "kind").waitFor();
      expect(await shownEntries(page).count()).toBe(0);
      expect(await answerOf(page)).toContain("No discrepancy fits");
      const reset = page.locator('discrepancy-list [data-action="reset"]');
      await reset.focus();
      await page.keyboard.press("Enter");
      expect(queryOf(page)).toBe("");
      expect(await shownEntries(page).count()).toBeGreaterThan(0);
      expect(await reset.evaluate((button) => button === document.activeElement)).toBe(true);
    });
  });

  test("is filtered by keyboard", async () => {
    await visit(LIST, async (page) => {
      await filter(page, "severity").focus();
      await page.keyboard.type("Mino");
      await page.waitForFunction(() => location.search === "?severity=minor");
      for (const { severity } of await termsOf(page)) expect(severity).toEqual(["minor"]);
    });
  });

  test("is whole and readable without JavaScript", async () => {
    await visit(
      LIST,
      async (page) => {
        expect(await page.locator("discrepancy-list .list-filters").isHidden()).toBe(true);
        const headings = await page.locator("discrepancy-list h2:visible").allInnerTexts();
        expect(headings.map((text) => text.trim().split(/\s/)[0]?.toLowerCase())).toEqual([
          "major",
          "minor",
          "note",
        ]);
        expect(await shownEntries(page).count()).toBe(await page.locator("[data-terms]").count());
      },
      { javaScript: false },
    );
  });
});

describe.concurrent("the matrix of sources against facts", () => {
  const opensTwoClaims = async (page: Page) => {
    const claims = page.locator(".matrix-claims:popover-open");
    await claims.waitFor();
    const links = claims.locator('.evidence-part > p > a[href*="/sources/"]');
    expect(await links.count()).toBe(2);
    const [one, other] = await links.evaluateAll((all) =>
      all.map((link) => (link as HTMLAnchorElement).href),
    );
    expect(one?.split("#")[0]).not.toBe(other?.split("#")[0]);
    return claims;
  };

  test("opens two claims of different sources from a cell, by keyboard, and closes again", async () => {
    await visit(MATRIX, async (page) => {
      const cell = page.locator(".matrix-cell").first();
      await cell.focus();
      await page.keyboard.press("Enter");
      const claims = await opensTwoClaims(page);
      await page.keyboard.press("Escape");
      await claims.waitFor({ state: "hidden" });
      expect(await cell.evaluate((button) => button === document.activeElement)).toBe(true);
    });
  });

  test("opens them without JavaScript too, and every row leads to its fact", async () => {
    await visit(
      MATRIX,
      async (page) => {
        await page.locator(".matrix-cell").first().click();
        await opensTwoClaims(page);
        const rows = await page.locator('.matrix tbody th[scope="row"]').count();
        expect(await page.locator('.matrix th[scope="row"] a[href*="/facts/"]').count()).toBe(rows);
        expect(await page.locator("fact-matrix .list-filters").isHidden()).toBe(true);
      },
      { javaScript: false },
    );
  });

  test("shows one family and only the sources that answer it, through Back", async () => {
    await visit(MATRIX, async (page) => {
      const family = page.locator('select[name="family"]');
      await family.waitFor();
      const columns = page.locator(".matrix thead th:visible");
      const rows = page.locator('.matrix th[scope="row"]:visible');
      const [whole, width] = [await rows.count(), await columns.count()];
      const [, first = ""] = await family
        .locator("option")
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
      await family.selectOption(first);
      expect(await rows.count()).toBeLessThan(whole);
      expect(await columns.count()).toBeLessThanOrEqual(width);
      const sources = await page
        .locator(".matrix-answer:visible")
        .evaluateAll(
          (all) => new Set(all.map((each) => (each as HTMLElement).dataset.source)).size,
        );
      expect(numbersIn(await answerOf(page))).toEqual([await rows.count(), sources]);
      expect(queryOf(page)).toBe(`?family=${first}`);
      await page.goBack();
      await page.waitForFunction(() => location.search === "");
      expect(await rows.count()).toBe(whole);
    });
  });

  test("has every answer in sight on a wide screen, and scrolls inside its frame on one of middle width", async () => {
    const widths = (page: Page) =>
      page.locator(".matrix-frame").evaluate((frame) => [frame.clientWidth, frame.scrollWidth]);
    await visit(
      MATRIX,
      async (page) => {
        const [width, content] = await widths(page);
        expect(content).toBe(width);
        expect(await page.locator(".matrix-more").isVisible()).toBe(false);
      },
      { width: 1440 },
    );
    await visit(
      MATRIX,
      async (page) => {
        const frame = page.locator(".matrix-frame");
        const column = page.locator(".matrix thead th").first();
        const before = await column.boundingBox();
        expect(await page.locator(".matrix-more").isVisible()).toBe(true);
        await frame.evaluate((element) => element.scrollBy(100, 0));
        expect(await frame.evaluate((element) => element.scrollLeft)).toBe(100);
        expect((await column.boundingBox())?.x).toBe(before?.x);
      },
      { width: 800 },
    );
  });

  test("lists each fact with its answers on a narrow screen", async () => {
    await visit(
      MATRIX,
      async (page) => {
        const answers = page.locator(".matrix-answer");
        expect(await answers.count()).toBeGreaterThan(100);
        const outside = await answers.evaluateAll(
          (all) => all.filter((each) => each.getBoundingClientRect().right > 390).length,
        );
        expect(outside).toBe(0);
        expect(await page.locator(".matrix-source:visible").count()).toBe(await answers.count());
      },
      { width: 390 },
    );
  });
});

describe.concurrent("a figure is reported", () => {
  const reports = (page: Page) =>
    page
      .locator('a[rel="nofollow"][href*="/issues/new?"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));

  test("from every claim of a source, in an issue that names the claim and its address", async () => {
    await visit(
      "sources/openai/2025-04-14-gpt-4-1/",
      async (page) => {
        const ids = await page
          .locator("article.claim")
          .evaluateAll((all) => all.map(({ id }) => id));
        const found = (await reports(page)).map((address) => new URL(address).searchParams);
        expect(found.map((query) => query.get("title")?.split("#")[1])).toEqual(ids);
        for (const [index, query] of found.entries())
          expect(query.get("body")?.split("\n")[0]).toMatch(
            new RegExp(`^https?://.+/sources/openai/2025-04-14-gpt-4-1/#${ids[index]}$`),
          );
      },
      { javaScript: false },
    );
  });

  test("from a discrepancy, below two thousand characters", async () => {
    await visit(LIST, async (page) => {
      const first = await page.locator("[data-terms] .entry-title a").first().getAttribute("href");
      await page.goto(new URL(first ?? "", page.url()).href);
      const [address = ""] = await reports(page);
      expect(address.length).toBeLessThan(2000);
      expect(new URL(address).searchParams.get("title")).toMatch(/^Discrepancy /);
      expect(new URL(address).searchParams.get("body")).toContain(new URL(page.url()).pathname);
    });
  });
});
