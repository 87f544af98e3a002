import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { visit } from "./site.ts";

// The calculator, the question path and the timeline of the live dataset, as a reader uses them.

const field = (page: Page, name: string) =>
  page.locator(`workload-calculator input[name="${name}"]`);
const firstCost = (page: Page) =>
  page.locator("workload-calculator tbody tr:first-child td").first().innerText();
const queryOf = (page: Page) => new URL(page.url()).searchParams;

describe.concurrent("the calculator", () => {
  test("answers at once, and its workload stands in the address, through Back and reload", async () => {
    await visit("pricing/", async (page) => {
      await field(page, "calls").waitFor();
      const before = await firstCost(page);
      await field(page, "calls").fill("40000");
      expect(queryOf(page).get("calls")).toBe("40000");
      const after = await firstCost(page);
      expect(after).not.toBe(before);
      await page.reload();
      await field(page, "calls").waitFor();
      expect(await field(page, "calls").inputValue()).toBe("40000");
      expect(await firstCost(page)).toBe(after);
      await page.goBack();
      await page.waitForFunction(() => !location.search.includes("40000"));
      expect(await field(page, "calls").inputValue()).not.toBe("40000");
      expect(await firstCost(page)).toBe(before);
    });
  });

  test("counts only the offers that are chosen, by keyboard as well", async () => {
    await visit("pricing/", async (page) => {
      const summary = page.locator(".calculator-offers summary");
      await summary.waitFor();
      await summary.focus();
      await page.keyboard.press("Enter");
      await page.locator('button[data-choose="none"]').press("Enter");
      expect(await page.locator("workload-calculator tbody tr").count()).toBe(0);
      expect(queryOf(page).getAll("offer")).toEqual([""]);
      await page.locator('input[name="offer"]').first().press("Space");
      expect(await page.locator("workload-calculator tbody tr").count()).toBe(1);
      expect(await page.locator(".calculator-status").innerText()).toContain("a month");
    });
  });

  test("says what is no number and keeps the last answer", async () => {
    await visit("pricing/", async (page) => {
      await field(page, "input").waitFor();
      const before = await firstCost(page);
      await field(page, "input").fill("many");
      expect(await field(page, "input").getAttribute("aria-invalid")).toBe("true");
      expect(await page.locator(".calculator-status").innerText()).toContain("whole number");
      expect(await firstCost(page)).toBe(before);
      expect(new URL(page.url()).search).toBe("");
    });
  });

  test("begins with an example that is chosen", async () => {
    await visit("pricing/", async (page) => {
      const example = page.locator(".workload-example").nth(1);
      await example.locator("summary").click();
      await example.locator("a[data-workload]").click();
      const input = await field(page, "input").inputValue();
      expect(queryOf(page).get("input")).toBe(input);
      expect(await example.locator("tbody td").first().innerText()).toBe(await firstCost(page));
    });
  });

  test("is absent without JavaScript, where three worked tables stand", async () => {
    await visit(
      "pricing/",
      async (page) => {
        expect(await page.locator("workload-calculator").isVisible()).toBe(false);
        const tables = page.locator(".workload-example table");
        expect(await tables.count()).toBe(3);
        for (const table of await tables.all()) expect(await table.isVisible()).toBe(true);
        expect(await page.locator(".blend-finding").innerText()).not.toBe("");
        expect(await page.locator(".mix--wide").isVisible()).toBe(true);
      },
      { javaScript: false },
    );
  });
});

describe.concurrent("the question path", () => {
  test("asks one question at a time, and Back goes to the one before", async () => {
    await visit("choose/", async (page) => {
      const shown = page.locator(".choice-node:visible");
      await page.waitForFunction(() => document.querySelector("choice-path")?.matches(":defined"));
      expect(await shown.count()).toBe(1);
      const first = await shown.locator("h3").innerText();
      await shown.locator(".choice-answers a").first().focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash !== "");
      expect(await shown.count()).toBe(1);
      expect(await shown.locator("h3").innerText()).not.toBe(first);
      const address = page.url();
      await page.reload();
      await page.waitForFunction(() => document.querySelector("choice-path")?.matches(":defined"));
      expect(page.url()).toBe(address);
      expect(await shown.locator("h3").innerText()).not.toBe(first);
      await page.goBack();
      await page.waitForFunction(() => location.hash === "");
      expect(await shown.locator("h3").innerText()).toBe(first);
    });
  });

  test("shows every question and every recommendation without JavaScript", async () => {
    await visit(
      "choose/",
      async (page) => {
        const all = await page.locator(".choice-node").count();
        expect(all).toBeGreaterThan(10);
        expect(await page.locator(".choice-node:visible").count()).toBe(all);
      },
      { javaScript: false },
    );
  });
});

describe.concurrent("the timeline", () => {
  test.each([
    [1440, "wide"],
    [390, "narrow"],
  ])("at %i pixels is the %s one, and each event leads to who says so", async (width, kind) => {
    await visit(
      "lineage/",
      async (page) => {
        const drawing = page.locator(`.timeline-figure .timeline--${kind}`);
        expect(await drawing.isVisible()).toBe(true);
        expect(await page.locator(".timeline-figure .timeline-frame > svg:visible").count()).toBe(
          1,
        );
        const links = await drawing
          .locator("a")
          .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
        expect(links.length).toBeGreaterThan(15);
        expect(links.filter((href) => !/^\/(facts|sources|models)\//.test(href))).toEqual([]);
      },
      { width, javaScript: false },
    );
  });
});
