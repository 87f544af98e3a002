import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const reporter = join(root, "test/closing-line-reporter.ts");
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs Vitest over files of the given text and returns its last line and exit code. */
function runVitest(files: Readonly<Record<string, string>>) {
  mkdirSync(join(root, ".build"), { recursive: true });
  const folder = mkdtempSync(join(root, ".build", "closing-line-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { status, stdout } = spawnSync(
    process.execPath,
    [vitest, "run", "--root", folder, "--reporter", "default", "--reporter", reporter],
    { encoding: "utf8" },
  );
  return { closingLine: stdout.trimEnd().split("\n").at(-1), stdout, status };
}

const passing = `import { test } from "vitest"; test("passes", () => {});`;

describe("the closing line", () => {
  test("counts passed tests, and ends the output with a line break", () => {
    const { closingLine, stdout, status } = runVitest({ "a.test.ts": passing });
    expect(closingLine).toBe("1 passed, 0 failed");
    expect(stdout.endsWith("1 passed, 0 failed\n")).toBe(true);
    expect(status).toBe(0);
  });

  test("counts as failed whatever went wrong outside of a test", () => {
    const { closingLine, status } = runVitest({
      "fails.test.ts": `import { test } from "vitest"; test("fails", () => { throw new Error("no"); });`,
      "passes.test.ts": passing,
      "skips.test.ts": `import { test } from "vitest"; test.runIf(false)("is left out", () => {});`,
      "does-not-load.test.ts": `import "./missing.ts";`,
      "hook-fails.test.ts": `
        import { afterAll, describe, test } from "vitest";
        describe("a suite", () => { afterAll(() => { throw new Error("no"); }); test("passes", () => {}); });`,
      "unhandled.test.ts": `
        import { test } from "vitest";
        test("passes", () => { setTimeout(() => { throw new Error("late"); }, 0); });
        test("waits", () => new Promise((done) => setTimeout(done, 50)));`,
    });
    expect(closingLine).toBe("4 passed, 4 failed, 1 skipped");
    expect(status).toBe(1);
  });

  test("tells of a failure where no test was run at all", () => {
    expect(runVitest({})).toMatchObject({ closingLine: "0 passed, 1 failed", status: 1 });
    const brokenConfiguration = {
      "vitest.config.ts": `export default { test: { globalSetup: "./setup.ts" } };`,
      "setup.ts": `export default function () { throw new Error("no"); }`,
      "a.test.ts": passing,
    };
    expect(runVitest(brokenConfiguration)).toMatchObject({
      closingLine: "0 passed, 1 failed",
      status: 1,
    });
  });
});
