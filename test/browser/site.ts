import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, inject } from "vitest";
import type { Ground } from "./global-setup.ts";

/** The built sites and the browser of this run. Throws with the reason where they could not be made. */
export function ground(): Ground {
  const provided = inject("ground");
  if ("problem" in provided) throw new Error(provided.problem);
  return provided;
}

let connection: Promise<Browser> | undefined;

function browser(): Promise<Browser> {
  connection ??= chromium.connect(ground().browserEndpoint);
  return connection;
}

afterAll(async () => {
  await (await connection)?.close();
});

export interface VisitOptions {
  /** `root`, the site as published, or `based`, the same under a base path; `root` unless given. */
  readonly site?: "root" | "based";
  /** Width of the window in CSS pixels; 1440 unless given. */
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  readonly javaScript?: boolean;
  /** The status with which the page must be answered; 200 unless given. */
  readonly status?: number;
}

/**
 * Opens a page in a fresh browser profile, lets `check` look at it, and then fails on anything that no page
 * of the site may do at any time: write an error to the console, break the Content-Security-Policy, ask for
 * something that is not there, ask another origin for anything, or set a cookie.
 *
 * @param path the page's path below the site's base, such as `facts/` or the empty text for the home page;
 *   a leading slash is allowed
 */
export async function visit(
  path: string,
  check: (page: Page) => Promise<void>,
  options: VisitOptions = {},
): Promise<void> {
  const { site = "root", width = 1440, colorScheme = "light", javaScript = true } = options;
  const { url } = ground()[site];
  const context = await (await browser()).newContext({
    viewport: { width, height: 900 },
    colorScheme,
    javaScriptEnabled: javaScript,
    reducedMotion: "reduce",
    serviceWorkers: "block",
    locale: "en-GB",
    timezoneId: "UTC",
  });
  try {
    const expectedStatus = options.status ?? 200;
    const address = url + path.replace(/^\//, "");
    const faults = await recordFaults(context, {
      origin: new URL(url).origin,
      address,
      expectedStatus,
    });
    const page = await context.newPage();
    const response = await page.goto(address);
    if (response?.status() !== expectedStatus) {
      faults.push(`${address} was answered with ${response?.status()}, not ${expectedStatus}`);
    }
    await check(page).catch((error: unknown) => {
      if (faults.length === 0) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${reason}\n\nBefore that, the page did this:\n${faults.join("\n")}`, {
        cause: error,
      });
    });
    for (const cookie of await context.cookies()) faults.push(`set the cookie ${cookie.name}`);
    if (faults.length > 0)
      throw new Error(`${address} did what no page may:\n${faults.join("\n")}`);
  } finally {
    await context.close();
  }
}

interface Expectation {
  readonly origin: string;
  readonly address: string;
  readonly expectedStatus: number;
}

/** Collects, as they happen, the faults of every page of a profile. */
async function recordFaults(
  context: BrowserContext,
  { origin, address, expectedStatus }: Expectation,
): Promise<string[]> {
  const faults: string[] = [];
  const isExpectedFailure = (url: string, status?: number) =>
    expectedStatus >= 400 && url === address && (status === undefined || status === expectedStatus);

  context.on("console", (message) => {
    if (message.type() !== "error") return;
    // Chromium reports each failed response here once more; those are collected below, with their status.
    if (message.text().startsWith("Failed to load resource")) return;
    faults.push(`console error: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    const target = new URL(request.url());
    if (target.origin === origin || target.protocol === "data:" || target.protocol === "blob:")
      return;
    faults.push(`asked another origin: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // What a navigation interrupts was not a fault of the page.
    if (reason !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()} (${reason})`);
  });
  context.on("response", (response) => {
    if (response.status() < 400 || isExpectedFailure(response.url(), response.status())) return;
    faults.push(`answered with ${response.status()}: ${response.url()}`);
  });
  await context.exposeBinding("reportPolicyViolation", (_source, violation: string) => {
    faults.push(`broke the Content-Security-Policy: ${violation}`);
  });
  await context.addInitScript(() => {
    const report = (globalThis as unknown as Record<string, (violation: string) => void>)
      .reportPolicyViolation;
    document.addEventListener("securitypolicyviolation", (event) => {
      report?.(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  return faults;
}
