import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import type { Download, Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { listPages, readPage } from "./built-pages.ts";
import { ground, visit } from "./site.ts";

// What a reader does with a chart that has a page of its own: reach a figure by keyboard, open its claim, draw it live,
// take it away as a file. The charts are those of the live dataset.

const { root } = ground();
const chartPages = listPages(root.directory).filter(({ path }) => /^charts\/.+/.test(path));
const CHART = "charts/code-evaluations/";

const visibleDrawing = (page: Page): Locator => page.locator(".chart-frame svg:visible");

/** A file that the browser was given; it runs apart from us, so that there is no path to read from. */
async function bytesOf(download: Download): Promise<Buffer> {
  return buffer(await download.createReadStream());
}

async function textOf(download: Download): Promise<string> {
  return (await bytesOf(download)).toString("utf8");
}

async function downloadBy(page: Page, control: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), control.click()]);
  return download;
}

test("there are ten charts, and the page of charts leads to each", async () => {
  expect(chartPages).toHaveLength(10);
  await visit("charts/", async (page) => {
    const paths = await page
      .locator(".chart-list a")
      .evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      );
    expect(paths.toSorted()).toEqual(chartPages.map(({ path }) => `/${path}`).toSorted());
    // Where there is room the list has two columns.
    await page.setViewportSize({ width: 1440, height: 900 });
    const boxes = await Promise.all(
      [0, 1].map((index) => page.locator(".chart-list > li").nth(index).boundingBox()),
    );
    expect(boxes[1]?.y).toBe(boxes[0]?.y);
    expect(boxes[1]?.x).toBeGreaterThan(boxes[0]?.x ?? 0);
  });
});

describe("the file of every chart's page", () => {
  test.each(chartPages)(
    "$path has a named drawing, its sources, a table, and files beside it",
    (page) => {
      const html = readPage(root.directory, page);
      expect(html).toMatch(/<svg class="chart chart--wide"[^>]*>/);
      expect(html).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/);
      expect(html).toContain('<h2 id="sources">Sources</h2>');
      expect(html).toContain('class="chart-data"');
      // A word for a status, in a key or in labels, can be looked up.
      const hasStatus = /<\/svg>\s*(stands|agrees|single)\s*<\/li>/.test(html);
      expect(html.includes("What the words mean")).toBe(hasStatus);
      const id = page.path.split("/")[1];
      for (const ending of ["svg", "csv"])
        expect(readFileSync(`${root.directory}/charts/${id}.${ending}`, "utf8")).toContain(
          `/charts/${id}/`,
        );
    },
  );
});

describe.concurrent("a chart", () => {
  test("is walked through by keyboard, and Enter opens the claim", async () => {
    await visit(CHART, async (page) => {
      const link = visibleDrawing(page).locator('a[href*="/sources/"]').first();
      const href = (await link.getAttribute("href")) ?? "";
      await page.locator("main .kicker a").focus();
      for (let step = 0; step < 6; step++) {
        await page.keyboard.press("Tab");
        const here = await page.evaluate(() => document.activeElement?.getAttribute("href"));
        if (here === href) break;
      }
      expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(href);
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname + url.hash === href);
      expect(await page.locator(`[id="${href.split("#")[1]}"]`).isVisible()).toBe(true);
    });
  });

  test.each(chartPages)(
    "$path is drawn live, and arrow keys read its figures",
    async ({ path }) => {
      await visit(path, async (page) => {
        await page.getByRole("button", { name: /^Explore/ }).click();
        const canvas = page.locator("live-chart canvas");
        await canvas.waitFor();
        await canvas.focus();
        const readout = page.locator("live-chart [role=status]");
        expect(await page.locator("chart-downloads .button").allInnerTexts()).toEqual([
          "Back to the drawing",
          "Sources",
          "SVG",
          "PNG",
          "CSV",
        ]);
        await page.keyboard.press("ArrowRight");
        const first = await readout.innerText();
        await page.keyboard.press("End");
        const last = await readout.innerText();
        expect([first, last].every((text) => text.length > 8)).toBe(true);
        expect(last).not.toBe(first);
        expect(await readout.locator("a").getAttribute("href")).toMatch(/^\//);
        await page.getByRole("button", { name: "Back to the drawing" }).click();
        await visibleDrawing(page).waitFor();
      });
    },
  );

  test("is taken away as SVG and CSV, with title, source and address inside", async () => {
    await visit(CHART, async (page) => {
      const downloads = page.locator("chart-downloads");
      const svg = await downloadBy(page, downloads.getByRole("link", { name: "SVG" }));
      expect(svg.suggestedFilename()).toBe("code-evaluations.svg");
      const drawing = await textOf(svg);
      expect(drawing).toContain(">Code evaluations</text>");
      expect(drawing).toContain("Sources: ");
      expect(drawing).toMatch(/https:\/\/[^<]+\/charts\/code-evaluations\//);

      const csv = await textOf(
        await downloadBy(page, downloads.getByRole("link", { name: "CSV" })),
      );
      const rows = csv.trimEnd().split("\r\n");
      await page.locator(".chart-data summary").click();
      expect(rows.length - 1).toBe(await page.locator(".chart-data tbody tr").count());
      expect(rows[1]).toContain("Code evaluations");
    });
  });

  test("is taken away as a picture that is not of one colour", async () => {
    await visit(CHART, async (page) => {
      const button = page.getByRole("button", { name: "PNG" });
      const download = await downloadBy(page, button);
      expect(download.suggestedFilename()).toBe("code-evaluations.png");
      const bytes = await bytesOf(download);
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
      // Twice the 688 pixels of the drawing; a picture of one colour would take a tenth of the bytes.
      expect(bytes.readUInt32BE(16)).toBe(1376);
      expect(bytes.length).toBeGreaterThan(40_000);
    });
  });

  test("has links to its files, and no button for a picture, without JavaScript", async () => {
    await visit(
      CHART,
      async (page) => {
        expect(await visibleDrawing(page).isVisible()).toBe(true);
        expect(await page.locator("chart-downloads a").allInnerTexts()).toEqual([
          "Sources",
          "SVG",
          "CSV",
        ]);
        expect(await page.locator("chart-downloads button").isVisible()).toBe(false);
      },
      { javaScript: false },
    );
  });
});
