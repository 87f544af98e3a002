import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { inflate } from "@sparticuz/chromium";
import { type BrowserServer, chromium } from "playwright-core";

/** A browser program and what its process needs in its environment. */
interface ChromiumProgram {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Where Chrome and Chromium live when they are installed; bare names are looked up on PATH. */
const installedPrograms: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

const advice = [
  "The browser tests need a Chromium. On Linux x64 one comes with the dependencies (@sparticuz/chromium);",
  "elsewhere install Google Chrome or Chromium, or name one: CHROMIUM_PATH=/path/to/chrome npm test",
].join("\n");

/**
 * Finds a browser: the one named by CHROMIUM_PATH, else the pinned one of the dependencies, else an
 * installed one. Throws with what to install where there is none, so that no browser test is ever skipped.
 *
 * The pinned one goes before an installed one so that everybody and every run sees the same browser: an
 * installed Chrome updates itself, and a test would then fail for no change of ours.
 */
async function findChromium(): Promise<ChromiumProgram> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isFile(named)) throw new Error(`CHROMIUM_PATH is ${named}, which is not a file.`);
    return { executablePath: named, env: {} };
  }
  const isPinnedFor = process.platform === "linux" && process.arch === "x64";
  const pinned = isPinnedFor ? await unpackPinned() : undefined;
  if (typeof pinned === "object") return pinned;
  const installed = (installedPrograms[process.platform] ?? []).map(locate).find(isFile);
  if (installed !== undefined) return { executablePath: installed, env: {} };
  throw new Error(pinned === undefined ? advice : `${pinned}\n\n${advice}`);
}

/** Starts a browser that any number of test files can connect to; see `wsEndpoint`. */
export async function launchChromium(): Promise<BrowserServer> {
  const { executablePath, env } = await findChromium();
  return chromium.launchServer({
    executablePath,
    env: { ...inheritedEnvironment(), ...env },
    headless: true,
    args: [
      // Playwright passes --no-sandbox already, without which Chromium refuses to run as root.
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // No request leaves the machine, not even one that a test is about to fail for.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
    ],
  });
}

/**
 * The browser inside @sparticuz/chromium, unpacked once for each version into the user's cache. Its own
 * `executablePath()` unpacks into the temporary folder under a name without a version, where another
 * user's or an older copy would be taken for ours. Resolves to the reason as text where it does not start.
 */
async function unpackPinned(): Promise<ChromiumProgram | string> {
  const packageRoot = dirname(
    dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")),
  );
  const { version } = createRequire(import.meta.url)(join(packageRoot, "package.json"));
  const archives = join(packageRoot, "bin");
  const folder = join(await cacheFolder(), `chromium-${version}`);
  const executablePath = join(folder, "chromium");
  await unpackOnce(join(archives, "chromium.br"), executablePath);

  const env: Record<string, string> = {};
  let missing = missingLibrary(executablePath, env);
  if (missing !== undefined) {
    await unpackOnce(join(archives, "al2023.tar.br"), join(folder, "al2023"));
    const libraries = join(folder, "al2023", "lib");
    const inherited = process.env.LD_LIBRARY_PATH;
    env.LD_LIBRARY_PATH = inherited ? `${libraries}${delimiter}${inherited}` : libraries;
    missing = missingLibrary(executablePath, env);
    if (missing !== undefined) return `The pinned Chromium does not start: ${missing}`;
  }
  if (!existsSync("/etc/fonts/fonts.conf")) {
    await unpackOnce(join(archives, "fonts.tar.br"), join(folder, "fonts"));
    env.FONTCONFIG_FILE = await writeFontConfiguration(folder);
  }
  return { executablePath, env };
}

/** What the dynamic loader says when it cannot start the program, or undefined where it starts. */
function missingLibrary(
  executablePath: string,
  env: Readonly<Record<string, string>>,
): string | undefined {
  const { status, stderr, error } = spawnSync(executablePath, ["--version"], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
}

/** Unpacks an archive to `target` unless it is there; all or nothing, however many runs do it at once. */
async function unpackOnce(archive: string, target: string): Promise<void> {
  if (existsSync(target)) return;
  await mkdir(dirname(target), { recursive: true });
  const staging = await mkdtemp(join(dirname(target), "unpacking-"));
  try {
    const unpacked = await inflateInto(archive, staging);
    await rename(unpacked, target).catch((error: NodeJS.ErrnoException) => {
      // Another run was faster; its copy is as good.
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The package unpacks into the temporary folder and reads its name before it first waits. */
function inflateInto(archive: string, folder: string): Promise<string> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return inflate(archive);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The archive's own configuration names folders of a cloud function, so it is replaced. */
async function writeFontConfiguration(folder: string): Promise<string> {
  const path = join(folder, "fonts", "fonts.conf");
  await writeFile(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts", "fonts")}</dir>
  <cachedir>${join(folder, "fonts", "cache")}</cachedir>
</fontconfig>
`,
  );
  return path;
}

/** A folder of this user that outlives the run; the temporary folder where the home cannot be written. */
async function cacheFolder(): Promise<string> {
  const preferred = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "release-ledger");
  try {
    await mkdir(preferred, { recursive: true });
    return preferred;
  } catch {
    return join(tmpdir(), `release-ledger-${process.getuid?.() ?? "user"}`);
  }
}

function locate(program: string): string {
  if (program.includes("/") || program.includes("\\")) return program;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find(isFile) ?? "";
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Playwright wants every variable to have a value, which Node's type does not promise. */
function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
