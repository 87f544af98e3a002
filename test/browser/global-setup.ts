import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { type RunningServer, serveStatic } from "../../src/cli/static-server.ts";
import { runBuild } from "./build-command.ts";
import { launchChromium } from "./chromium.ts";

/** A site built for the tests and served on this machine. */
export interface ServedSite {
  /** The folder it was built into. */
  readonly directory: string;
  /** The path it is served under, beginning and ending with a slash. */
  readonly base: string;
  /** The address of its home page. */
  readonly url: string;
}

/** What a run of the browser tests stands on; each test file connects to the one browser. */
export interface Ground {
  /** The site as it is published: at the root of its host. */
  readonly root: ServedSite;
  /** The same site, built for and served under a base path. */
  readonly based: ServedSite;
  readonly browserEndpoint: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    /** The ground, or the reason why there is none. */
    ground: Ground | { readonly problem: string };
  }
}

const projectRoot = resolve(import.meta.dirname, "../..");

/** Builds the site twice, at once, serves both, and starts the browser; returns how to end it all. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await mkdir(join(projectRoot, ".build"), { recursive: true });
  const folder = await mkdtemp(join(projectRoot, ".build", "test-"));
  const servers: RunningServer[] = [];
  const endings = [
    () => rm(folder, { recursive: true, force: true }),
    async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  ];

  const serve = async (name: string, base: string): Promise<ServedSite> => {
    const directory = join(folder, name);
    const { status, output } = await runBuild(projectRoot, ["--out", directory, "--base", base]);
    if (status !== 0) throw new Error(`The site does not build:\n\n${output}`);
    const server = await serveStatic({ directory, base, port: 0 });
    servers.push(server);
    return { directory, base, url: server.url };
  };

  try {
    const [root, based, browser] = await Promise.all([
      serve("root", "/"),
      serve("based", "/ledger/"),
      launchChromium(),
    ]);
    endings.push(() => browser.close());
    project.provide("ground", { root, based, browserEndpoint: browser.wsEndpoint() });
  } catch (error) {
    // Thrown here it would end the run before the other projects have tested anything.
    project.provide("ground", { problem: error instanceof Error ? error.message : String(error) });
  }
  return async () => {
    for (const end of endings.toReversed()) await end();
  };
}
