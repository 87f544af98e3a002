/**
 * `npm run lock:complete`: adds to package-lock.json the optional packages for other platforms that a registry mirror does not hold. npm
 * leaves them out of the lock when it cannot see them, and `npm ci` then calls the lock out of date (docs/decisions/0011).
 */
import { readFileSync, writeFileSync } from "node:fs";

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

const OPERATING_SYSTEMS: Readonly<Record<string, string>> = {
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  openharmony: "openharmony",
  win32: "win32",
  windows: "win32",
};
const PROCESSORS = new Set(["arm", "arm64", "ia32", "ppc64", "riscv64", "s390x", "wasm32", "x64"]);

/** Where Node would find a package that one at `from` asks for; undefined when the lock has none. */
function findPackage(
  packages: Readonly<Record<string, LockedPackage>>,
  from: string,
  name: string,
): string | undefined {
  const folders = from.split("/node_modules/");
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = folders.slice(0, depth).join("/node_modules/");
    const key = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[key]) return key;
  }
  return undefined;
}

/** What the name of a platform package tells: `@scope/tool-linux-arm64-musl`. Null when it names no processor. */
function platformOf(name: string): Record<string, readonly string[]> | null {
  const words = (name.split("/").at(-1) ?? "").split("-");
  const os = words.map((word) => OPERATING_SYSTEMS[word]).find((found) => found !== undefined);
  const cpu = words.find((word) => PROCESSORS.has(word));
  if (cpu === undefined) return null;
  const isMusl = words.some((word) => word.startsWith("musl"));
  const isGlibc = os === "linux" && words.some((word) => word.startsWith("gnu"));
  return {
    cpu: [cpu],
    ...(isMusl ? { libc: ["musl"] } : isGlibc ? { libc: ["glibc"] } : {}),
    ...(os === undefined ? {} : { os: [os] }),
  };
}

const LOCK = "package-lock.json";
const lock = JSON.parse(readFileSync(LOCK, "utf8")) as { packages: Record<string, LockedPackage> };
const { packages } = lock;
const added: string[] = [];
for (const [parent, { optionalDependencies, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
    // Only exact pins can be completed: a range would need the registry to be resolved.
    if (!/^\d/.test(version)) continue;
    const found = findPackage(packages, parent, name);
    if (found !== undefined && packages[found]?.version === version) continue;
    const platform = platformOf(name);
    if (platform === null) continue;
    const key = found === undefined ? `node_modules/${name}` : `${parent}/node_modules/${name}`;
    packages[key] = { version, ...(dev ? { dev } : {}), optional: true, ...platform };
    added.push(`${key}@${version}`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, "en")),
);
if (added.length > 0) writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  added.length === 0
    ? "The lock is complete."
    : `Added ${added.length} packages:\n${added.join("\n")}`,
);
