import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { runScript } from "./transcript.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Packages = Readonly<Record<string, object>>;

/** What the command makes of a lock with these packages, and prints. */
function complete(packages: Packages) {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  folders.push(folder);
  const file = join(folder, "package-lock.json");
  const before = JSON.stringify({ name: "one", packages });
  writeFileSync(file, before);
  const { output, exitCode } = runScript("complete-lock", [], folder);
  expect(exitCode).toBe(0);
  const after = readFileSync(file, "utf8");
  return { after, before, output, packages: JSON.parse(after).packages as Packages };
}

const aTool = (optional: Readonly<Record<string, string>>, overrides: object = {}) => ({
  "node_modules/tool": { version: "1.0.0", optionalDependencies: optional, ...overrides },
});

describe("a package for another platform that the lock lacks is added", () => {
  test.each<[string, object]>([
    ["@tool/linux-arm64-musl", { cpu: ["arm64"], libc: ["musl"], os: ["linux"] }],
    ["@tool/linux-x64-gnu", { cpu: ["x64"], libc: ["glibc"], os: ["linux"] }],
    ["@tool/win32-x64-msvc", { cpu: ["x64"], os: ["win32"] }],
    ["tool-darwin-arm64", { cpu: ["arm64"], os: ["darwin"] }],
    ["@tool/wasm32", { cpu: ["wasm32"] }],
  ])("with what its name tells: %s", (name, platform) => {
    expect(complete(aTool({ [name]: "1.0.0" })).packages[`node_modules/${name}`]).toEqual({
      version: "1.0.0",
      optional: true,
      ...platform,
    });
  });

  test("as a package for development when what asks for it is one", () => {
    const { packages } = complete(aTool({ "@tool/linux-x64": "1.0.0" }, { dev: true }));
    expect(packages["node_modules/@tool/linux-x64"]).toMatchObject({ dev: true });
  });

  test("below what asks for it where another version stands at the top, and in order", () => {
    const { packages, output } = complete({
      ...aTool({ "@tool/linux-x64": "1.0.0" }),
      "node_modules/@tool/linux-x64": { version: "2.0.0" },
    });
    expect(Object.keys(packages)).toEqual([
      "node_modules/@tool/linux-x64",
      "node_modules/tool",
      "node_modules/tool/node_modules/@tool/linux-x64",
    ]);
    expect(output).toBe(
      "Added 1 packages:\nnode_modules/tool/node_modules/@tool/linux-x64@1.0.0\n",
    );
  });
});

describe("a lock is left as it is, byte for byte", () => {
  test.each<[string, Packages]>([
    [
      "that has the package",
      {
        ...aTool({ "@tool/linux-x64": "1.0.0" }),
        "node_modules/@tool/linux-x64": { version: "1.0.0" },
      },
    ],
    ["that lacks one named by a range", aTool({ "@tool/linux-x64": "^1.0.0" })],
    ["that lacks one for no processor", aTool({ fancy: "1.0.0" })],
    ["that asks for nothing optional", { "node_modules/tool": { version: "1.0.0" } }],
  ])("%s", (_, packages) => {
    const { after, before, output } = complete(packages);
    expect(after).toBe(before);
    expect(output).toBe("The lock is complete.\n");
  });
});
