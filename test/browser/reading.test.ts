import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { listPages } from "./built-pages.ts";
import { ground, type VisitOptions, visit } from "./site.ts";

// What a reader does with an explainer, a source and a chart. The pages are those of the live dataset, since its
// conflicts are what readers come for.

const ARTICLE = "articles/separating-the-api-from-chatgpt/";
const BENCHMARK = "benchmarks/swe-bench-verified/";

/** The figure that stands, and beside which sources conflict. */
const disputedFigure = (page: Page): Locator =>
  page.locator("button.figure", { hasText: "54.6%", has: page.locator(".figure-mark") }).first();

/** The evidence that a figure opens. */
async function evidenceOf(page: Page, figure: Locator): Promise<Locator> {
  return page.locator(`[id="${await figure.getAttribute("popovertarget")}"]`);
}

const hrefsOf = (links: Locator): Promise<string[]> =>
  links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));

describe.concurrent("a figure in an explainer", () => {
  test("opens its evidence by a click: the words, the source, what stands and who disagrees", async () => {
    await visit(ARTICLE, async (page) => {
      const figure = disputedFigure(page);
      const evidence = await evidenceOf(page, figure);
      expect(await evidence.isVisible()).toBe(false);
      await figure.click();
      await evidence.waitFor();
      expect(
        await evidence.locator(".evidence-quote, .evidence-cell-text").first().innerText(),
      ).toContain("54.6");
      expect(await evidence.locator("cite").innerText()).not.toBe("");
      expect(await evidence.innerText()).toMatch(/OpenAI, \d+ \w+ \d{4}/);
      const others = evidence.locator(".evidence-others");
      expect(await others.innerText()).toContain("54.9%");
      expect(await others.locator("a").allInnerTexts()).toEqual(["Briefly Global"]);
    });
  });

  test("says to those who do not see its mark that sources conflict", async () => {
    await visit(ARTICLE, async (page) => {
      const name = await disputedFigure(page).evaluate((figure) =>
        figure.textContent?.replace(/\s+/g, " ").trim(),
      );
      expect(name).toBe("54.6%, sources conflict");
    });
  });

  test("leads from its evidence to the claim in its document, which is marked there", async () => {
    await visit(ARTICLE, async (page) => {
      const figure = disputedFigure(page);
      await figure.click();
      const evidence = await evidenceOf(page, figure);
      await evidence.getByRole("link", { name: "The claim" }).click();
      await page.waitForURL(/\/sources\/openai\/2025-04-14-gpt-4-1\/#.+/);
      await expectMarkedTarget(page);
    });
  });

  test("closes by Escape and gives the focus back", async () => {
    await visit(ARTICLE, async (page) => {
      const figure = disputedFigure(page);
      await figure.click();
      const evidence = await evidenceOf(page, figure);
      await evidence.waitFor();
      await page.keyboard.press("Escape");
      await evidence.waitFor({ state: "hidden" });
      expect(await figure.evaluate((node) => node === document.activeElement)).toBe(true);
    });
  });

  test("closes by a second click, and by a click elsewhere", async () => {
    await visit(ARTICLE, async (page) => {
      const figure = disputedFigure(page);
      const evidence = await evidenceOf(page, figure);
      await figure.click();
      await evidence.waitFor();
      await figure.click();
      await evidence.waitFor({ state: "hidden" });
      await figure.click();
      await evidence.waitFor();
      await page.locator("h1").click();
      await evidence.waitFor({ state: "hidden" });
    });
  });

  test("opens under a pointer that rests on it, and stays open while the pointer crosses over to the evidence", async () => {
    await visit(ARTICLE, async (page) => {
      const figure = disputedFigure(page);
      const evidence = await evidenceOf(page, figure);
      await figure.hover();
      await evidence.waitFor();
      await evidence.hover();
      expect(await evidence.isVisible()).toBe(true);
      await page.locator("h1").hover();
      await evidence.waitFor({ state: "hidden" });
    });
  });

  test("opens by keyboard: on focus, stays open on Enter, and its links come next", async () => {
    await visit(ARTICLE, async (page) => {
      const figure = disputedFigure(page);
      const evidence = await evidenceOf(page, figure);
      await figure.focus();
      // Away and back by keys, as a reader arrives.
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Tab");
      expect(await figure.evaluate((node) => node.matches(":focus-visible"))).toBe(true);
      await evidence.waitFor();
      await page.keyboard.press("Enter");
      expect(await evidence.isVisible()).toBe(true);
      await page.keyboard.press("Tab");
      expect(await evidence.evaluate((node) => node.contains(document.activeElement))).toBe(true);
      const href = await page.evaluate(() => document.activeElement?.getAttribute("href"));
      await page.keyboard.press("Enter");
      await page.waitForURL(`**${href}`);
    });
  });

  test("leaves no evidence open behind a reader who tabs on", async () => {
    await visit(ARTICLE, async (page) => {
      const figures = page.locator("button.figure");
      await figures.first().focus();
      const count = await figures.count();
      for (let pressed = 0; pressed < 3 * Math.min(count, 6); pressed++) {
        await page.keyboard.press("Tab");
        expect(await page.locator(".evidence:popover-open").count()).toBeLessThanOrEqual(1);
      }
    });
  });

  test("opens by a tap on a small screen, as a sheet that fits the window", async () => {
    await visit(
      ARTICLE,
      async (page) => {
        const figure = disputedFigure(page);
        const evidence = await evidenceOf(page, figure);
        await tap(page, figure);
        await evidence.waitFor();
        const box = await evidence.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
        const claim = evidence.getByRole("link", { name: "The claim" });
        await claim.scrollIntoViewIfNeeded();
        await tap(page, claim);
        await page.waitForURL(/\/sources\/.+#.+/);
        await expectMarkedTarget(page);
      },
      { width: 390 },
    );
  });

  test.each<[string, VisitOptions]>([
    ["without JavaScript", { javaScript: false }],
    ["without JavaScript on a small screen", { javaScript: false, width: 390 }],
    ["under a base path", { site: "based" }],
    ["without JavaScript under a base path", { javaScript: false, site: "based" }],
  ])("opens and leads to its claim %s", async (_, options) => {
    await visit(
      ARTICLE,
      async (page) => {
        const figure = disputedFigure(page);
        await figure.click();
        const evidence = await evidenceOf(page, figure);
        await evidence.waitFor();
        await evidence.getByRole("link", { name: "The claim" }).click();
        await page.waitForURL(/\/sources\/openai\/2025-04-14-gpt-4-1\/#.+/);
        expect(page.url()).toContain(ground()[options.site ?? "root"].url);
        await expectMarkedTarget(page);
      },
      options,
    );
  });

  const articles = listPages(ground().root.directory).filter(({ path }) =>
    /^articles\/.+/.test(path),
  );

  test.each(articles.map(({ path }) => path))(
    "in %s has its own evidence: words or a cell or a record, a source, and ways on",
    async (path) => {
      await visit(path, async (page) => {
        const stated = page.locator("button.figure:not(.figure--derived)");
        const faults = await stated.evaluateAll((figures) => {
          const seen = new Set<string>();
          return figures.flatMap((figure) => {
            const id = figure.getAttribute("popovertarget") ?? "";
            const evidence = document.getElementById(id);
            const name = `${figure.textContent?.trim()} (${id})`;
            if (!evidence || seen.has(id)) return [`${name} has no evidence of its own`];
            seen.add(id);
            const forms = evidence.querySelectorAll(
              ".evidence-quote, .evidence-cell, .evidence-label",
            ).length;
            const links = [...evidence.querySelectorAll("a")].map((link) =>
              link.textContent?.trim(),
            );
            return [
              ...(forms > 0 ? [] : [`${name} shows neither words nor cell nor record`]),
              ...(evidence.querySelector("cite")?.textContent ? [] : [`${name} names no source`]),
              ...(links.includes("The claim") && links.includes("All sources")
                ? []
                : [`${name} leads nowhere`]),
            ];
          });
        });
        expect(faults).toEqual([]);
        expect(await page.locator("button.figure").count(), "figures looked at").toBeGreaterThan(3);
      });
    },
  );
});

describe.concurrent("a computed figure", () => {
  const WITH_COMPUTED = "articles/how-much-cheaper/";

  test("opens its formula, its range and the claims that it rests on", async () => {
    await visit(WITH_COMPUTED, async (page) => {
      const figure = page.locator("button.figure--derived").first();
      const working = await evidenceOf(page, figure);
      await figure.click();
      await working.waitFor();
      expect(await working.locator(".evidence-formula").innerText()).toMatch(/[−÷+]/);
      const claims = await hrefsOf(working.locator(".evidence-operands a"));
      expect(claims.length).toBeGreaterThanOrEqual(2);
      for (const href of claims) expect(href).toMatch(/^\/sources\/.+\/#.+/);
    });
  });

  test("shows its formula on paper, where nothing opens", async () => {
    await visit(WITH_COMPUTED, async (page) => {
      const working = page.locator(".figure-working").first();
      expect(await working.isVisible()).toBe(false);
      await page.emulateMedia({ media: "print" });
      expect(await working.isVisible()).toBe(true);
      expect(await working.innerText()).toMatch(/\d/);
    });
  });
});

describe.concurrent("a note", () => {
  const reference = (page: Page) => page.locator(".note-reference a").first();
  const note = (page: Page) => page.locator(".sidenote:not(.sidenote--block)").first();

  test("stands in the margin beside its reference", async () => {
    await visit(ARTICLE, async (page) => {
      const [at, beside] = [await reference(page).boundingBox(), await note(page).boundingBox()];
      const text = await page.locator(".article-text > p").first().boundingBox();
      if (!at || !beside || !text) throw new Error("The note or its reference is not shown.");
      expect(Math.abs(beside.y - at.y)).toBeLessThan(40);
      expect(beside.x).toBeGreaterThan(text.x + text.width);
      expect(beside.x + beside.width).toBeLessThan(1440);
    });
  });

  test("unfolds where it stands on a small screen, and folds again", async () => {
    await visit(
      ARTICLE,
      async (page) => {
        expect(await note(page).isVisible()).toBe(false);
        await tap(page, reference(page));
        await note(page).waitFor();
        expect(await reference(page).getAttribute("aria-expanded")).toBe("true");
        expect(new URL(page.url()).hash).toBe("");
        await note(page).locator(".sidenote-back").click();
        await note(page).waitFor({ state: "hidden" });
      },
      { width: 390 },
    );
  });

  test("opens on a small screen by its link alone, and its own link leads back", async () => {
    await visit(
      ARTICLE,
      async (page) => {
        await reference(page).click();
        await note(page).waitFor();
        await note(page).locator(".sidenote-back").click();
        await note(page).waitFor({ state: "hidden" });
      },
      { width: 390, javaScript: false },
    );
  });

  test("is on paper", async () => {
    await visit(
      ARTICLE,
      async (page) => {
        await page.emulateMedia({ media: "print" });
        for (const each of await page.locator(".sidenote").all())
          expect(await each.isVisible()).toBe(true);
      },
      { width: 673 },
    );
  });
});

describe.concurrent("the contents of an explainer", () => {
  const list = (page: Page) => page.locator(".article-contents");

  test("mark the section that is being read, after a jump as well", async () => {
    await visit(ARTICLE, async (page) => {
      const last = list(page).locator("a").last();
      await last.click();
      await page.locator('.article-contents a[aria-current="true"]').waitFor();
      const heading = page.locator(".article-text h2").nth(2);
      await heading.evaluate((node) => node.scrollIntoView());
      await page
        .locator('.article-contents a[aria-current="true"]', {
          hasText: (await heading.innerText()).trim(),
        })
        .waitFor();
    });
  });

  test.each([1440, 390])("are a list of links without JavaScript (%i px)", async (width) => {
    await visit(
      ARTICLE,
      async (page) => {
        if (width < 1000) await list(page).locator("summary").click();
        const links = list(page).locator("a");
        expect(await links.first().isVisible()).toBe(true);
        expect(await links.count()).toBe(await page.locator(".article-text h2").count());
        await links.last().click();
        await page.waitForURL(/#/);
      },
      { width, javaScript: false },
    );
  });
});

describe.concurrent("a term of the glossary", () => {
  const term = (page: Page) => page.locator("a.term").first();

  test("opens its definition by mouse and by keyboard, and closes again", async () => {
    await visit(ARTICLE, async (page) => {
      const definition = page.locator(`[id="${await term(page).getAttribute("data-definition")}"]`);
      await term(page).click();
      await definition.waitFor();
      expect((await definition.locator(".definition-text").innerText()).length).toBeGreaterThan(40);
      await term(page).click();
      await definition.waitFor({ state: "hidden" });
      await term(page).press("Enter");
      await definition.waitFor();
      await page.keyboard.press("Tab");
      expect(await definition.evaluate((node) => node.contains(document.activeElement))).toBe(true);
      await page.keyboard.press("Escape");
      await definition.waitFor({ state: "hidden" });
      expect(await term(page).evaluate((node) => node === document.activeElement)).toBe(true);
    });
  });

  test("leads to the glossary without JavaScript", async () => {
    await visit(
      ARTICLE,
      async (page) => {
        await term(page).click();
        await page.waitForURL(/\/glossary\/#.+/);
        expect(await page.locator(":target").isVisible()).toBe(true);
      },
      { javaScript: false },
    );
  });

  test("is marked at its first mention only", async () => {
    await visit(ARTICLE, async (page) => {
      const ids = await page
        .locator("a.term")
        .evaluateAll((terms) => terms.map((node) => node.getAttribute("data-definition")));
      expect(new Set(ids).size).toBe(ids.length);
    });
  });
});

test("a claim leads back to the passage that uses it", async () => {
  await visit("sources/openai/2025-04-14-gpt-4-1/", async (page) => {
    const claim = page.locator(".claim", { has: page.locator(".used-in") }).first();
    const href = await claim.locator('.used-in a[href*="#"]').first().getAttribute("href");
    await page.goto(new URL(href ?? "", page.url()).href);
    expect(await page.locator("h2:target, h3:target").isVisible()).toBe(true);
  });
});

test("the entry for BibTeX is offered to be copied only where a script can", async () => {
  const open = (page: Page) => page.locator(".cite summary").click();
  const button = (page: Page) => page.locator(".copy-button");
  await visit(ARTICLE, async (page) => {
    await open(page);
    expect(await button(page).isVisible()).toBe(true);
    await button(page).click();
    await page.locator(".copy-answer", { hasText: /Copied|Selected/ }).waitFor();
  });
  await visit(
    ARTICLE,
    async (page) => {
      await open(page);
      expect(await button(page).isVisible()).toBe(false);
      expect(await page.locator("#cite-bibtex").innerText()).toMatch(/^@misc\{/);
    },
    { javaScript: false },
  );
});

/** A touch, since Playwright's own needs a profile that the harness does not make. */
async function tap(page: Page, element: Locator): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error("What is to be tapped is not shown.");
  const point = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

/** The claim that the address names is in view, and looks other than the claims beside it. */
async function expectMarkedTarget(page: Page): Promise<void> {
  const key = decodeURIComponent(new URL(page.url()).hash.slice(1));
  const target = page.locator(".claim:target");
  await target.waitFor();
  expect(await target.getAttribute("id")).toBe(key);
  // It is in the window, and nothing covers it.
  await page.waitForFunction(() => {
    const claim = document.querySelector(".claim:target");
    const { x = 0, y = 0, width = 0 } = claim?.getBoundingClientRect() ?? {};
    return claim?.contains(document.elementFromPoint(x + width / 2, y + 10));
  });
  const look = (claim: Locator) =>
    claim.evaluate((node) => {
      const { backgroundColor, boxShadow, borderLeftColor, borderLeftWidth, outlineStyle } =
        getComputedStyle(node);
      return [backgroundColor, boxShadow, borderLeftColor, borderLeftWidth, outlineStyle].join(" ");
    });
  expect(await look(target)).not.toBe(await look(page.locator(".claim:not(:target)").first()));
}

describe.concurrent("a claim on its source's page", () => {
  const SOURCE = "sources/educative/2025-04-17-gpt-4-1/";

  test("is marked when its own link is followed, and again when the address is opened anew", async () => {
    await visit(SOURCE, async (page) => {
      await page
        .getByRole("link", { name: "Link to this claim, swe-bench-verified", exact: true })
        .click();
      await page.waitForURL(/#swe-bench-verified$/);
      await expectMarkedTarget(page);
      const copy = await page.context().newPage();
      await copy.goto(page.url());
      await expectMarkedTarget(copy);
    });
  });

  test("leads to its question, where all sources answer", async () => {
    await visit(`${SOURCE}#swe-bench-verified`, async (page) => {
      await page.locator(".claim:target .claim-question a").click();
      await page.waitForURL(/\/facts\/openai\/gpt-4\.1\/swe-bench-verified\/$/);
      expect(await page.locator("#claims ~ div .claim").count()).toBeGreaterThan(2);
    });
  });

  test("leads into its source at the quoted words", async () => {
    await visit(SOURCE, async (page) => {
      const links = page.locator(".claim-links a", { hasText: "In the source" });
      const addresses = await hrefsOf(links);
      expect(addresses.length).toBeGreaterThan(10);
      for (const address of addresses)
        expect(address).toMatch(/^https:\/\/www\.educative\.io\/[^#]+#:~:text=[^-,&#]+$/);
    });
  });
});

describe.concurrent("a chart", () => {
  /** The live drawing's code is fetched when a reader asks for it. */
  const chartRequests = (page: Page): string[] => {
    const found: string[] = [];
    page.on("request", (request) => {
      if (/chart-drawing/.test(request.url())) found.push(request.url());
    });
    return found;
  };

  test.each(["root", "based"] as const)(
    "is drawn live on request and goes back to the drawing (%s)",
    async (site) => {
      await visit(
        "",
        async (page) => {
          const requests = chartRequests(page);
          await page.goto(ground()[site].url + BENCHMARK);
          const chart = page.locator("live-chart").first();
          const still = chart.locator(".chart-frame");
          await chart.getByRole("button", { name: /^Explore/ }).waitFor();
          expect(requests).toEqual([]);
          await chart.getByRole("button", { name: /^Explore/ }).click();
          const canvas = chart.locator("canvas");
          await canvas.waitFor();
          expect(await still.isVisible()).toBe(false);
          expect(requests).not.toEqual([]);
          // Something was drawn: the canvas is not of one colour.
          await page.waitForFunction(isPainted, await canvas.elementHandle());
          await chart.getByRole("button", { name: "Back to the drawing" }).click();
          await canvas.waitFor({ state: "detached" });
          expect(await still.isVisible()).toBe(true);
          expect(
            await chart
              .getByRole("button", { name: /^Explore/ })
              .evaluate((node) => node === document.activeElement),
          ).toBe(true);
        },
        { site },
      );
    },
  );

  test("is seen without JavaScript, with its figures as a table, each leading to its claim", async () => {
    await visit(
      BENCHMARK,
      async (page) => {
        expect(await page.locator(".chart-frame svg").first().isVisible()).toBe(true);
        expect(await page.getByRole("button", { name: /^Explore/ }).count()).toBe(0);
        const table = page.locator(".chart-data");
        await table.locator("summary").click();
        const rows = table.locator("tbody tr");
        expect(await rows.count()).toBeGreaterThan(10);
        const hrefs = await hrefsOf(rows.locator("td a"));
        expect(hrefs).toHaveLength(await rows.count());
        for (const href of hrefs) expect(href).toMatch(/^\/sources\/.+\/#.+/);
      },
      { javaScript: false },
    );
  });
});

/** Whether a canvas shows more than its background. */
function isPainted(canvas: Node | null): boolean {
  const context =
    canvas instanceof HTMLCanvasElement && canvas.width > 0 ? canvas.getContext("2d") : null;
  if (!context) return false;
  const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 4)
    colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
  return colours.size > 2;
}

describe.concurrent("without JavaScript", () => {
  test.each([
    ["the home page", "", ".entry", 3],
    ["the claims", "claims/", ".claim-index a", 100],
    ["the facts", "facts/", "tbody tr", 100],
    ["the discrepancies", "discrepancies/", ".entry", 10],
    ["the prices", "pricing/", "tbody tr", 10],
    ["the lineage", "lineage/", ".lineage tbody tr", 5],
    ["a fact", "facts/openai/gpt-4.1/swe-bench-verified/", ".claim", 5],
    ["a model", "models/openai/gpt-4.1/", "tbody tr", 20],
    ["a source", "sources/openai/2025-04-14-gpt-4-1/", ".claim", 100],
  ])("%s shows its contents", async (_, path, selector, least) => {
    await visit(
      path,
      async (page) => {
        const shown = page.locator(`main ${selector}`);
        expect(await shown.count()).toBeGreaterThanOrEqual(least);
        expect(await shown.first().isVisible()).toBe(true);
      },
      { javaScript: false },
    );
  });

  test("what needs it is not offered: no facets, no button to explore", async () => {
    await visit(
      "claims/",
      async (page) => {
        expect(await page.locator("claim-explorer").isVisible()).toBe(false);
        expect(await page.locator("th button").count()).toBe(0);
      },
      { javaScript: false },
    );
  });

  test("the strip of a fact shows every source's figure as a picture with words", async () => {
    await visit(
      "facts/openai/gpt-4.1/swe-bench-verified/",
      async (page) => {
        const strip = page.locator(".strip--wide");
        expect(await strip.isVisible()).toBe(true);
        const words = (await strip.textContent()) ?? "";
        for (const figure of ["54.6%", "54.9%", "55%"]) expect(words).toContain(figure);
      },
      { javaScript: false },
    );
  });
});
