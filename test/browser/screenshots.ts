// Saves how pages look, for people to look at: light and dark, at 390 and 1440 px, the whole page.
//   node test/browser/screenshots.ts <folder> <base address> <path> [<path>…]

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { launchChromium } from "./chromium.ts";

const [folder, baseAddress, ...paths] = process.argv.slice(2);

if (folder === undefined || baseAddress === undefined || paths.length === 0) {
  console.error("node test/browser/screenshots.ts <folder> <base address> <path> [<path>…]");
  process.exitCode = 1;
} else {
  mkdirSync(folder, { recursive: true });
  const server = await launchChromium();
  const browser = await chromium.connect(server.wsEndpoint());
  for (const path of paths) {
    const name = path.replace(/^\/+|\/+$/g, "").replaceAll(/[^\w.-]+/g, "--") || "home";
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [390, 1440]) {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
        await page.goto(new URL(path.replace(/^\//, ""), baseAddress).href);
        const file = join(folder, `${name}.${colorScheme}.${width}.png`);
        await page.screenshot({ path: file, fullPage: true });
        console.log(file);
        await page.close();
      }
    }
  }
  await browser.close();
  await server.close();
}
