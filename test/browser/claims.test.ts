import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { compareDecimals } from "../../src/core/quantity/decimal.ts";
import { ground, visit } from "./site.ts";

// The table of claims as a reader uses it: filter, sort, go back, and send the view to somebody else.

const rowsShown = (page: Page): Locator => page.locator("claim-table tbody tr:not([hidden])");
const statusOf = (page: Page): Promise<string> =>
  page.locator("claim-table [role=status]").innerText();
const query = (page: Page): string => decodeURIComponent(new URL(page.url()).search);

/** What a reader sees of a view: the rows in their order, the count, the choices, the sorting. */
const viewOf = (page: Page) =>
  page.locator("claim-table").evaluate((table) => ({
    rows: [...table.querySelectorAll("tbody tr:not([hidden])")].map((row) =>
      row.querySelector("a.claim-figure")?.getAttribute("href"),
    ),
    status: table.querySelector("[role=status]")?.textContent,
    choices: [...table.querySelectorAll("select")].map(({ name, value }) => `${name}=${value}`),
    sorted: [...table.querySelectorAll("th[aria-sort]")].map(
      (header) => `${header.textContent?.trim()} ${header.getAttribute("aria-sort")}`,
    ),
  }));

/** Chooses an option by the beginning of its text; resolves to how many claims the option promises. */
async function choose(page: Page, facet: string, option: string): Promise<number> {
  const select = page.getByRole("combobox", { name: facet, exact: true });
  const options = await select.locator("option").evaluateAll((all) =>
    all.map((each) => ({
      value: (each as HTMLOptionElement).value,
      text: each.textContent?.trim() ?? "",
    })),
  );
  const found = options.find(
    ({ text }) => text.startsWith(`${option} (`) || text.startsWith(`${option}:`),
  );
  if (!found) throw new Error(`The facet ${facet} has no option ${option}.`);
  await select.selectOption(found.value);
  return Number(/\((\d+)\)$/.exec(found.text)?.[1]);
}

const valuesShown = (page: Page, name: string): Promise<string[]> =>
  rowsShown(page).evaluateAll(
    (rows, key) => rows.map((row) => (row as HTMLElement).dataset[key] ?? ""),
    name,
  );

describe.concurrent("the claims", () => {
  test("are filtered by a facet, which keeps its promise of how many there are", async () => {
    await visit("claims/", async (page) => {
      const all = await rowsShown(page).count();
      const promised = await choose(page, "Model", "GPT-4.1 nano");
      expect(await rowsShown(page).count()).toBe(promised);
      expect(promised).toBeLessThan(all);
      expect(await statusOf(page)).toBe(`${promised} of ${all} claims`);
      expect(query(page)).toBe("?subject=openai/gpt-4.1-nano");
      expect(new Set(await valuesShown(page, "subject"))).toEqual(new Set(["openai/gpt-4.1-nano"]));
    });
  });

  test("are filtered by several facets at once", async () => {
    await visit("claims/", async (page) => {
      await choose(page, "Model", "GPT-4.1 nano");
      await choose(page, "Benchmark or measure", "Input price");
      await choose(page, "Status", "conflicts");
      const texts = await rowsShown(page).allInnerTexts();
      expect(texts.length).toBeGreaterThan(1);
      for (const text of texts)
        expect(text).toMatch(/GPT-4\.1 nano[\s\S]+Input price[\s\S]+conflicts/);
      expect(texts.join()).toContain("$0.12");
    });
  });

  test("lead back and forth through the views that were looked at, and to all of them by Reset", async () => {
    await visit("claims/", async (page) => {
      const start = await viewOf(page);
      await choose(page, "Model", "GPT-4.1 nano");
      const nano = await viewOf(page);
      await page.getByRole("button", { name: "Figure" }).click();
      const sorted = await viewOf(page);
      expect(sorted.rows).not.toEqual(nano.rows);
      await page.goBack();
      expect(await viewOf(page)).toEqual(nano);
      await page.goBack();
      expect(await viewOf(page)).toEqual(start);
      await page.goForward();
      await page.goForward();
      expect(await viewOf(page)).toEqual(sorted);
      await page.getByRole("button", { name: "Reset" }).click();
      expect(await viewOf(page)).toEqual(start);
      expect(query(page)).toBe("");
    });
  });

  test.each(["root", "based"] as const)(
    "show the same view to whoever opens a copied address (%s)",
    async (site) => {
      await visit(
        "claims/",
        async (page) => {
          await choose(page, "Source", "Briefly Global");
          await choose(page, "Status", "conflicts");
          await page.getByRole("button", { name: "Figure" }).click();
          await page.getByRole("button", { name: "Figure" }).click();
          const copy = await page.context().newPage();
          await copy.goto(page.url());
          expect(await viewOf(copy)).toEqual(await viewOf(page));
          expect((await viewOf(copy)).sorted).toEqual(["Figure descending"]);
        },
        { site },
      );
    },
  );

  test.each(["root", "based"] as const)(
    "lead from a figure to the claim in its document, and back to the same view (%s)",
    async (site) => {
      await visit(
        "claims/",
        async (page) => {
          await choose(page, "Model", "GPT-4.1 nano");
          const before = await viewOf(page);
          const figure = rowsShown(page).first().locator("a.claim-figure");
          const href = await figure.getAttribute("href");
          await figure.click();
          await page.waitForURL(`**${href}`);
          expect(page.url()).toContain(ground()[site].url);
          expect(await page.locator(".claim:target").isVisible()).toBe(true);
          await page.goBack();
          await page.waitForURL(/subject=/);
          await page
            .locator("claim-table [role=status]", { hasText: before.status ?? "" })
            .waitFor();
          expect(await viewOf(page)).toEqual(before);
        },
        { site },
      );
    },
  );
});

describe.concurrent("sorting", () => {
  test("by figure goes by what figures stand for, up and down, with those that have none last", async () => {
    await visit("claims/", async (page) => {
      for (const direction of ["ascending", "descending"]) {
        await page.getByRole("button", { name: "Figure" }).click();
        expect(await page.locator("th[aria-sort]").getAttribute("aria-sort")).toBe(direction);
        const values = await valuesShown(page, "value");
        const figures = values.filter((value) => value !== "");
        expect(values.slice(0, figures.length), "figures before what has none").toEqual(figures);
        const sorted = figures.toSorted(compareDecimals);
        expect(figures).toEqual(direction === "ascending" ? sorted : sorted.toReversed());
      }
    });
  });

  test("by a column of words goes by the words that are shown", async () => {
    await visit("claims/", async (page) => {
      for (const [name, column] of [
        ["Model", 0],
        ["Source", 3],
        ["Status", 4],
      ] as const) {
        await page.getByRole("button", { name, exact: true }).click();
        const shown = await rowsShown(page).evaluateAll(
          (rows, at) => rows.map((row) => row.children[at]?.textContent?.trim() ?? ""),
          column,
        );
        expect(shown).toEqual(shown.toSorted((one, other) => one.localeCompare(other, "en")));
      }
    });
  });

  test("is told to those who do not see it, for one column at a time", async () => {
    await visit("claims/", async (page) => {
      await page.getByRole("button", { name: "Figure" }).click();
      await page.getByRole("button", { name: "Model" }).click();
      expect((await viewOf(page)).sorted).toEqual(["Model ascending"]);
    });
  });

  test("is worked by keyboard", async () => {
    await visit("claims/", async (page) => {
      await page.getByRole("button", { name: "Figure" }).focus();
      await page.keyboard.press("Enter");
      expect((await viewOf(page)).sorted).toEqual(["Figure ascending"]);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Figure");
    });
  });
});

describe.concurrent("an address", () => {
  test.each([
    ["of a model that is not there", "?subject=acme/none"],
    ["of a facet that is not there", "?colour=red"],
    ["of a column that is not there", "?sort=colour"],
  ])("%s shows all claims, and no error", async (_, search) => {
    await visit(`claims/${search}`, async (page) => {
      const all = await page.locator("claim-table tbody tr").count();
      expect(await rowsShown(page).count()).toBe(all);
      expect(await statusOf(page)).toBe(`${all} claims`);
    });
  });
});
