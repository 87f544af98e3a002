import { existsSync, readdirSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { formatHeadersFile } from "../site/security.ts";
import { parseBasePath } from "./base-path.ts";
import { runAstro, runNode } from "./child-process.ts";
import { readArguments } from "./options.ts";
import { projectRoot } from "./project-root.ts";
import { writeSearchIndex } from "./search-index.ts";

/** What every built site has and no folder of another kind does; see `assertReplaceable`. */
const marker = "_headers";

/**
 * What the surroundings may say differently on two machines, or in a test run, and the output must not
 * show. Vite takes a foreign NODE_ENV for a development build; dates follow TZ; and Astro prefers a
 * variable of the surroundings to the constants that pages read as `import.meta.env`.
 */
const steadyEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  TZ: "UTC",
  BASE_URL: undefined,
  DEV: undefined,
  MODE: undefined,
  PROD: undefined,
  SSR: undefined,
};

/** Throws where a folder stands that the build must not replace, since it did not write it. */
function assertReplaceable(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0 || existsSync(join(out, marker))) return;
  throw new Error(
    `${out} holds something other than a built site. Delete it, or build elsewhere: --out <folder>`,
  );
}

/** Puts `fresh` in the place of `out`; what stood there goes to `aside`, and returns if that fails. */
async function swap(fresh: string, out: string, aside: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  const isReplacing = existsSync(out);
  if (isReplacing) await rename(out, aside);
  try {
    await rename(fresh, out);
  } catch (error) {
    if (isReplacing) await rename(aside, out);
    throw error;
  }
}

/**
 * Builds the site beside the last good one and swaps it in when everything succeeded. Throws, with `out`
 * as it was, where anything failed.
 */
async function build(out: string, base: string, signal: AbortSignal): Promise<void> {
  assertReplaceable(out);
  // On the same disk as `out`, so that the swap is a rename.
  await mkdir(join(projectRoot, ".build"), { recursive: true });
  const workspace = await mkdtemp(join(projectRoot, ".build", "build-"));
  try {
    const site = join(workspace, "site");
    if ((await runNode(["src/cli/data-check.ts", "--findings", "none"], { signal })) !== 0) {
      throw new Error("The dataset has faults (see above).");
    }
    const env = {
      ...steadyEnvironment,
      BASE_PATH: base,
      ASTRO_CACHE_DIR: join(workspace, "cache"),
    };
    if ((await runAstro(["build", "--outDir", site], { env, signal })) !== 0) {
      throw new Error("Astro could not build the site (see above).");
    }
    const indexed = await writeSearchIndex(site);
    await writeFile(join(site, marker), formatHeadersFile(base));
    signal.throwIfAborted();
    await swap(site, out, join(workspace, "previous"));
    console.log(`Built ${out}, with ${indexed} pages to search.`);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

const USAGE = `npm run build [-- --out <dir>] [--base <path>]

Checks the data, builds the site beside the last good one, and swaps the two when everything succeeded.

  --out <dir>       where the site goes (dist)
  --base <path>     the path under which it is served (/, or BASE_PATH)`;

const { values } = readArguments(USAGE, {
  options: {
    out: { type: "string", default: "dist" },
    base: { type: "string", default: process.env.BASE_PATH || "/" },
  },
});
const interruption = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => interruption.abort(new Error(`Stopped by ${name}.`)));
}
try {
  const out = resolve(projectRoot, values.out);
  await build(out, parseBasePath(values.base), interruption.signal);
} catch (error) {
  const reason = interruption.signal.aborted ? interruption.signal.reason : error;
  console.error(`\nNot built: ${reason instanceof Error ? reason.message : String(reason)}`);
  console.error(`${values.out} is as it was.`);
  process.exitCode = 1;
}
