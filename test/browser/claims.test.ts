import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { compareDecimals } from "../../src/core/quantity/decimal.ts";
import { ground, type VisitOptions, visit } from "./site.ts";

// The explorer of claims as a reader uses it: type, filter, sort, group, compare, go back, send the view to somebody else, take it away.

const COUNT = "claim-explorer [role=status]";

/** Opens the explorer and waits until it has its claims. */
async function explore(
  address: string,
  check: (page: Page) => Promise<void>,
  options: VisitOptions = {},
): Promise<void> {
  await visit(
    `claims/${address}`,
    async (page) => {
      await ready(page);
      await check(page);
    },
    options,
  );
}

const ready = (page: Page): Promise<void> =>
  page.locator("claim-explorer .explorer:not([inert])").waitFor();
/** Rows beyond the first, and counts, follow in the next frames; words that were typed are looked up as they arrive. */
async function settled(page: Page): Promise<void> {
  await page.locator(".explorer-table-place:not([aria-busy])").waitFor();
  await page.locator(".explorer-results:not([aria-busy])").waitFor();
}

async function rowsShown(page: Page): Promise<Locator> {
  await settled(page);
  return page.locator("claim-explorer tr[data-claim]");
}

const countShown = (page: Page): Promise<string> => page.locator(COUNT).innerText();
const query = (page: Page): string => new URL(page.url()).search;
const facet = (page: Page, name: string): Locator => page.locator(`details[data-facet="${name}"]`);
const option = (page: Page, name: string, id: string): Locator =>
  facet(page, name).locator(`input[value="${id}"]`);

/** Chooses an option of a facet, unfolding it if need be; resolves to how many claims the option promised. */
async function choose(page: Page, name: string, id: string): Promise<number> {
  await settled(page);
  const own = facet(page, name);
  if (!(await own.evaluate((details) => (details as HTMLDetailsElement).open)))
    await own.locator("summary").click();
  const all = own.locator(".facet-all");
  if ((await option(page, name, id).count()) === 0) await all.click();
  const label = own.locator("label", { has: page.locator(`input[value="${id}"]`) });
  const promised = numberOf(await label.locator(".facet-count").innerText());
  await option(page, name, id).check();
  await settled(page);
  return promised;
}

/** `1,306` as a number. */
const numberOf = (text: string | undefined): number => Number(text?.replaceAll(",", ""));

/** How many claims the explorer says are left. */
async function claimsLeft(page: Page): Promise<number> {
  return numberOf(/^([\d,]+)/.exec(await countShown(page))?.[1]);
}

/** What a reader sees of a view: the rows in their order, the count, the choices, the sorting. */
async function viewOf(page: Page) {
  await settled(page);
  return page.locator("claim-explorer").evaluate((explorer) => ({
    rows: [...explorer.querySelectorAll<HTMLElement>("tr[data-claim]")].map(
      ({ dataset }) => dataset.claim,
    ),
    groups: [...explorer.querySelectorAll(".explorer-group a")].map((link) => link.textContent),
    status: explorer.querySelector("[role=status]")?.textContent,
    words: explorer.querySelector<HTMLInputElement>("input[name=q]")?.value,
    chosen: [...explorer.querySelectorAll(".explorer-chip")].map((chip) => chip.textContent),
    selects: [...explorer.querySelectorAll("select")].map(({ name, value }) => `${name}=${value}`),
    sorted: [...explorer.querySelectorAll("th[aria-sort]")].map(
      (header) => `${header.textContent?.trim()} ${header.getAttribute("aria-sort")}`,
    ),
  }));
}

const NANO = "openai/gpt-4.1-nano";

describe.concurrent("the table of claims", () => {
  test("keeps figures, dates and words in their column, and fields in theirs", async () => {
    await explore("", async (page) => {
      await settled(page);
      const outside = await page
        .locator("claim-explorer tr[data-claim] td, .explorer-range input, .facet-option")
        .evaluateAll((all) =>
          all
            .map((each) => {
              const box =
                each instanceof HTMLTableCellElement ? each : each.closest("fieldset, ul");
              return [each.textContent, each.getBoundingClientRect().right, box] as const;
            })
            .filter(([, right, box]) =>
              box instanceof HTMLTableCellElement
                ? box.scrollWidth > box.clientWidth
                : right > (box?.getBoundingClientRect().right ?? 0) + 1,
            )
            .map(([text]) => text),
        );
      expect(outside).toEqual([]);
      const ends = await page
        .locator("tr[data-claim] > :nth-child(3) .claim-figure")
        .evaluateAll((all) => [
          ...new Set(all.map((each) => Math.round(each.getBoundingClientRect().right))),
        ]);
      expect(ends).toHaveLength(1);
    });
  });

  test("says of each discrepancy of several which it is", async () => {
    await explore("", async (page) => {
      await settled(page);
      const bare = page.locator("tr[data-claim] .table-note a").filter({ hasText: /^\d+$/ });
      expect(await bare.count()).toBeGreaterThan(0);
      for (const link of await bare.all())
        expect(await link.getAttribute("title")).toMatch(/^[A-Z].* \d+ of \d+$/);
    });
  });
});

describe.concurrent("claims are filtered", () => {
  test("by a facet, whose count is the number of rows that are shown", async () => {
    await explore("?status=decided", async (page) => {
      const before = await claimsLeft(page);
      const promised = await choose(page, "subject", NANO);
      expect(await claimsLeft(page)).toBe(promised);
      expect(await (await rowsShown(page)).count()).toBe(promised);
      expect(promised).toBeGreaterThan(0);
      expect(promised).toBeLessThan(before);
      expect(query(page)).toBe(`?subject=${NANO}&status=decided`);
    });
  });

  test.each([
    ["metric", "input-price"],
    ["source", "educative/2025-04-17-gpt-4-1"],
    ["discrepancy", "rounding"],
    ["severity", "major"],
    ["publisher", "openai"],
    ["measured-by", "openai"],
    ["attributed-to", "openai"],
    ["independence", "repeated"],
    ["measure", "ratio"],
    ["kind", "price"],
    ["unit", "tokens"],
  ])("by %s, which keeps its promise", async (name, id) => {
    await explore("", async (page) => {
      const promised = await choose(page, name, id);
      expect(promised).toBeGreaterThan(0);
      expect(await claimsLeft(page)).toBe(promised);
    });
  });

  test("by several values of one facet, which add up, and by several facets, which narrow", async () => {
    await explore("", async (page) => {
      const nano = await choose(page, "subject", NANO);
      const mini = await choose(page, "subject", "openai/gpt-4.1-mini");
      expect(await claimsLeft(page)).toBe(nano + mini);
      const priced = await choose(page, "metric", "input-price");
      expect(await claimsLeft(page)).toBe(priced);
      expect(priced).toBeLessThan(nano + mini);
    });
  });

  test("by figures between bounds, once it is said of what", async () => {
    await explore("", async (page) => {
      expect(await page.locator("input[name=from]").isDisabled()).toBe(true);
      await choose(page, "metric", "input-price");
      await choose(page, "subject", NANO);
      await page.locator("input[name=from]").fill("$0.11");
      await page.locator("input[name=to]").fill("0.2");
      await page.keyboard.press("Tab");
      const figures = await (await rowsShown(page)).locator(".claim-figure").allInnerTexts();
      expect(figures).not.toEqual([]);
      expect(new Set(figures)).toEqual(new Set(["$0.12"]));
    });
  });

  test("by words, with the beginning of a word and in spite of a slip", async () => {
    await explore("", async (page) => {
      await page.getByLabel("Search claims", { exact: true }).pressSequentially("grphwalks nan");
      await page.locator(`${COUNT}:has-text(" of ")`).waitFor();
      await settled(page);
      const rows = await (await rowsShown(page)).allInnerTexts();
      expect(rows.length).toBeGreaterThan(2);
      for (const row of rows) expect(row).toMatch(/GPT-4\.1 nano[\s\S]+Graphwalks/);
      expect(query(page)).toBe("?q=grphwalks%20nan");
    });
  });

  test("by words that stand in the sources alone", async () => {
    await explore("", async (page) => {
      const word = await page.evaluate(async () => {
        const [words, columns] = await Promise.all(
          ["words", "columns"].map(async (name) => (await fetch(`${name}.json`)).text()),
        );
        const names = columns?.toLowerCase() ?? "";
        const all = words?.toLowerCase().match(/\b[a-z]{9,}\b/g) ?? [];
        return all.find((own) => !names.includes(own)) ?? "";
      });
      expect(word).not.toBe("");
      await page.getByLabel("Search claims", { exact: true }).fill(word);
      await page.locator(`${COUNT}:has-text(" of ")`).waitFor();
      await settled(page);
      const button = (await rowsShown(page)).first().getByRole("button");
      await button.click();
      await page.locator(".explorer-words .claim-words").waitFor();
      expect((await page.locator(".explorer-words").innerText()).toLowerCase()).toContain(word);
    });
  });

  test("and each choice can be taken out again by itself", async () => {
    await explore(`?subject=${NANO}&status=decided`, async (page) => {
      await page.getByRole("button", { name: "Take out: Status: decided" }).click();
      expect(query(page)).toBe(`?subject=${NANO}`);
    });
  });
});

describe.concurrent("a view", () => {
  test("is one step of the history: back, forth, and all claims by Reset", async () => {
    await explore("", async (page) => {
      const start = await viewOf(page);
      await choose(page, "subject", NANO);
      const nano = await viewOf(page);
      await page.getByRole("button", { name: "Figure", exact: true }).click();
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

  test("that was typed is one step, however many letters it has", async () => {
    await explore("", async (page) => {
      await page.getByLabel("Search claims", { exact: true }).pressSequentially("nano");
      await page.locator(`${COUNT}:has-text(" of ")`).waitFor();
      await page.goBack();
      await page.locator(`${COUNT}:text-matches("^[\\\\d,]+ claims")`).waitFor();
      expect(query(page)).toBe("");
    });
  });

  test.each(["root", "based"] as const)(
    "is the same for whoever opens its copied link (%s)",
    async (site) => {
      await explore(
        "",
        async (page) => {
          await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
          await choose(page, "publisher", "briefly-global");
          await choose(page, "status", "decided");
          await page.getByLabel("Group by").selectOption("fact");
          await page.getByRole("button", { name: "Figure", exact: true }).click();
          await page.getByRole("button", { name: "Figure", exact: true }).click();
          await page.getByRole("button", { name: "Copy link" }).click();
          await page.getByText("The link to this view is copied.").waitFor();
          const link = await page.evaluate(() => navigator.clipboard.readText());
          const copy = await page.context().newPage();
          await copy.goto(link);
          await ready(copy);
          expect(await viewOf(copy)).toEqual(await viewOf(page));
          expect((await viewOf(copy)).sorted).toEqual(["Figure descending"]);
          expect((await viewOf(copy)).groups).not.toEqual([]);
        },
        { site },
      );
    },
  );

  test.each(["root", "based"] as const)(
    "leads from a figure to the claim in its document, and back to itself (%s)",
    async (site) => {
      await explore(
        "",
        async (page) => {
          await choose(page, "subject", NANO);
          const before = await viewOf(page);
          const figure = (await rowsShown(page)).first().locator("a.claim-figure");
          const href = await figure.getAttribute("href");
          await figure.click();
          await page.waitForURL(`**${href}`);
          expect(page.url()).toContain(ground()[site].url);
          expect(await page.locator(".claim:target").isVisible()).toBe(true);
          await page.goBack();
          await page.waitForURL(/subject=/);
          await ready(page);
          expect(await viewOf(page)).toEqual(before);
        },
        { site },
      );
    },
  );

  test("leads to the fact and the discrepancies of a claim, all of which are there", async () => {
    await explore("?status=decided", async (page) => {
      const hrefs = await (await rowsShown(page))
        .locator("a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      for (const part of ["/facts/", "/discrepancies/", "/sources/"])
        expect(
          hrefs.some((href) => href.includes(part)),
          part,
        ).toBe(true);
      const { directory, base } = ground().root;
      const lost = [...new Set(hrefs)].filter(
        (href) =>
          !existsSync(`${directory}/${href.slice(base.length).replace(/#.*$/, "")}index.html`),
      );
      expect(lost).toEqual([]);
    });
  });

  test.each([
    ["of a model that is not there", "?subject=acme/none"],
    ["of a facet that is not there", "?colour=red"],
    ["of a column that is not there", "?sort=colour"],
  ])("%s shows all claims, and no error", async (_, search) => {
    await explore(search, async (page) => {
      expect(await countShown(page)).toMatch(/^\d{1,3}(,\d{3})* claims$/);
    });
  });

  test("of a page that is not there shows the last one", async () => {
    await explore("?page=9999", async (page) => {
      expect(await (await rowsShown(page)).count()).toBeGreaterThan(0);
      expect(await page.locator(".explorer-page").innerText()).toMatch(/page (\d+) of \1$/);
    });
  });
});

describe.concurrent("sorting", () => {
  test("by figure goes by what figures stand for, up and down", async () => {
    await explore("?metric=swe-bench-verified&unit=percent", async (page) => {
      for (const direction of ["ascending", "descending"]) {
        await page.getByRole("button", { name: "Figure", exact: true }).click();
        expect(await page.locator("th[aria-sort]").getAttribute("aria-sort")).toBe(direction);
        const shown = await (await rowsShown(page)).locator(".claim-figure").allTextContents();
        const figures = shown
          .filter((figure) => /^[\d.]+%$/.test(figure))
          .map((figure) => figure.replace("%", ""));
        expect(figures.length).toBeGreaterThan(5);
        const sign = direction === "ascending" ? 1 : -1;
        expect(figures).toEqual(
          figures.toSorted((one, other) => sign * compareDecimals(one, other)),
        );
      }
    });
  });

  test("by model goes by the words that are shown", async () => {
    await explore("?status=decided", async (page) => {
      await page.getByRole("button", { name: "Model", exact: true }).click();
      const shown = await (await rowsShown(page)).locator("th").allInnerTexts();
      const { compare } = new Intl.Collator("en", { numeric: true });
      expect(shown).toEqual(shown.toSorted(compare));
    });
  });

  test("is told to those who do not see it, for one column at a time", async () => {
    await explore("", async (page) => {
      await page.getByRole("button", { name: "Figure", exact: true }).click();
      await page.getByRole("button", { name: "Model", exact: true }).click();
      expect((await viewOf(page)).sorted).toEqual(["Model ascending"]);
    });
  });
});

describe.concurrent("grouping", () => {
  test.each(["fact", "source", "metric"])(
    "by %s puts each claim under its group",
    async (group) => {
      await explore(`?subject=${NANO}&group=${group}`, async (page) => {
        const { groups, rows } = await viewOf(page);
        expect(groups.length).toBeGreaterThan(1);
        expect(new Set(groups).size).toBe(groups.length);
        expect(rows.length).toBeGreaterThan(groups.length - 1);
      });
    },
  );
});

const PAIR = "openai/2025-04-14-gpt-4-1,educative/2025-04-17-gpt-4-1";

describe.concurrent("sources side by side", () => {
  test("have a column each, and the silent one is marked", async () => {
    await explore(`?source=${PAIR}&view=side-by-side`, async (page) => {
      await settled(page);
      const heads = await page.locator(".explorer-comparison thead th").allInnerTexts();
      expect(heads.map((head) => head.split("\n")[0])).toEqual(["Fact", "OpenAI", "Educative"]);
      expect(await page.locator(".explorer-silent").count()).toBeGreaterThan(0);
      const all = await claimsLeft(page);
      await page.getByLabel("only facts that two or more answer").check();
      await settled(page);
      expect(await page.locator(".explorer-silent").count()).toBe(0);
      expect(await claimsLeft(page)).toBeLessThan(all);
      expect(query(page)).toBe(`?source=${PAIR}&view=side-by-side&facts=shared`);
    });
  });

  test("are proposed where none are chosen", async () => {
    await explore("?view=side-by-side", async (page) => {
      await page.locator(".explorer-pairs button").first().click();
      await page.locator(".explorer-comparison tbody tr").first().waitFor();
      expect(query(page)).toMatch(/^\?source=[^&]+,[^&]+&view=side-by-side$/);
    });
  });
});

/** The file that a button saves, as text. */
async function save(page: Page, format: string): Promise<string> {
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: format, exact: true }).click();
  return text(await (await saved).createReadStream());
}

describe.concurrent("what is shown is saved", () => {
  const VIEW = `?subject=${NANO}&metric=input-price&sort=-figure`;

  test("as JSON and CSV with the same claims in the same order and the same words", async () => {
    await explore(VIEW, async (page) => {
      const { rows } = await viewOf(page);
      const shown = await (await rowsShown(page)).evaluateAll((all) =>
        all.map((row) => row.querySelector(".claim-figure")?.textContent),
      );
      const { claims, view } = JSON.parse(await save(page, "JSON"));
      expect(claims.map(({ id }: { id: string }) => id)).toEqual(rows);
      expect(claims.map(({ figure }: { figure: string }) => figure)).toEqual(shown);
      expect(view).toBe(page.url());
      const lines = (await save(page, "CSV")).trimEnd().split("\r\n").slice(1);
      expect(lines.map((line) => line.split(",")[0])).toEqual(rows);
    });
  });

  test("as Markdown with a citation of every source", async () => {
    await explore(VIEW, async (page) => {
      const table = await save(page, "Markdown");
      const rows = table.split("\n").filter((line) => line.startsWith("| GPT"));
      expect(rows).toHaveLength(await (await rowsShown(page)).count());
      const cited = new Set(rows.flatMap((row) => row.match(/\[\^\d+\]/g) ?? []));
      for (const mark of cited) expect(table).toContain(`\n${mark}: `);
      expect(table).toContain(page.url());
    });
  });

  test("on all its pages, not on the first alone", async () => {
    await explore(`?subject=${NANO}`, async (page) => {
      const left = await claimsLeft(page);
      expect(left).toBeGreaterThan(await (await rowsShown(page)).count());
      expect(JSON.parse(await save(page, "JSON")).claims).toHaveLength(left);
    });
  });

  test("and a comparison as a table of facts", async () => {
    await explore(`?source=${PAIR}&view=side-by-side&facts=shared`, async (page) => {
      const lines = (await save(page, "CSV")).trimEnd().split("\r\n");
      expect(lines[0]).toBe(`fact,url,${PAIR}`);
      expect(lines.length - 1).toBe(await claimsLeft(page));
    });
  });
});

describe.concurrent("the words of a claim", () => {
  test("load when they are asked for, and not before", async () => {
    await explore("?source=educative/2025-04-17-gpt-4-1", async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      const button = (await rowsShown(page)).first().getByRole("button");
      await button.click();
      await page.locator(".explorer-words .claim-words").waitFor();
      expect(asked).toEqual(["/claims/words/educative/2025-04-17-gpt-4-1.json"]);
      await button.click();
      expect(await page.locator(".explorer-words").count()).toBe(0);
    });
  });
});

describe.concurrent("without a mouse", () => {
  test("a reader types, chooses, sorts, pages and goes back", async () => {
    await explore("", async (page) => {
      await page.getByLabel("Search claims", { exact: true }).focus();
      await page.keyboard.type("gpt-4.1");
      await page.locator(`${COUNT}:has-text(" of ")`).waitFor();
      await settled(page);
      const typed = await claimsLeft(page);

      // The focus stays on what was chosen, though everything around it changes.
      await option(page, "metric", "availability").focus();
      await page.keyboard.press("Space");
      await settled(page);
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
        "availability",
      );
      const chosen = await claimsLeft(page);
      expect(chosen).toBeLessThan(typed);

      await page.getByRole("button", { name: "Status", exact: true }).focus();
      await page.keyboard.press("Enter");
      expect((await viewOf(page)).sorted).toEqual(["Status ascending"]);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Status");

      await page.getByRole("button", { name: "Next" }).focus();
      await page.keyboard.press("Enter");
      expect(query(page)).toContain("page=2");
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("Next");

      await page.goBack();
      expect(query(page)).not.toContain("page=");
      expect(await claimsLeft(page)).toBe(chosen);
    });
  });

  test("the facets unfold, and have a field that looks among them", async () => {
    await explore("", async (page) => {
      const own = facet(page, "attributed-to");
      await own.locator("summary").focus();
      await page.keyboard.press("Enter");
      await own.locator("label").first().waitFor();
      const metrics = facet(page, "metric");
      await metrics.getByRole("searchbox").focus();
      await page.keyboard.type("swe-bench");
      for (const label of await metrics.locator(".facet-label").allInnerTexts())
        expect(label).toContain("SWE-bench");
      expect(query(page)).toBe("");
    });
  });
});

describe.concurrent("on a phone", () => {
  test("filters are folded, and rows are records that fit", async () => {
    await explore(
      `?subject=${NANO}&group=fact`,
      async (page) => {
        expect(await page.locator(".explorer-facets").isVisible()).toBe(false);
        await page.locator(".explorer-filters > summary").click();
        expect(await option(page, "subject", NANO).isChecked()).toBe(true);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(390);
      },
      { width: 390 },
    );
  });
});

test("without JavaScript every claim is one list away", async () => {
  await visit(
    "claims/",
    async (page) => {
      expect(await page.locator("claim-explorer").isVisible()).toBe(false);
      for (const part of ["/sources/", "/benchmarks/", "/models/", "/discrepancies/kinds/"])
        expect(await page.locator(`.claim-index a[href*="${part}"]`).first().isVisible()).toBe(
          true,
        );
    },
    { javaScript: false },
  );
});
