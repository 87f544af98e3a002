import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { formatTranscript, runScript } from "./transcript.ts";

const DATASETS = "test/fixtures/datasets";

describe("data:check prints, and ends with its exit code, as the transcript shows", () => {
  test.each([
    ["sound data", "scores", "data-check-sound.md"],
    ["every fault of a dataset at once", "everything-at-once", "data-check-faulty.md"],
    ["broken YAML", "broken-yaml", "data-check-broken-yaml.md"],
    ["an empty dataset", "empty-dataset", "data-check-empty.md"],
    ["verdicts that are stale or decide nothing", "verdicts", "data-check-verdicts.md"],
    ["a folder that is not there", "none-of-this-name", "data-check-missing-folder.md"],
  ])("for %s", async (_, name, transcript) => {
    const run = runScript("data:check", ["--data", `${DATASETS}/${name}`]);
    await expect(formatTranscript(run)).toMatchFileSnapshot(`transcripts/${transcript}`);
  });
});

test("data:check says where it was to be run when it is run elsewhere", () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "data-check-"));
  const run = runScript("data:check", [], elsewhere);
  rmSync(elsewhere, { recursive: true });
  expect(run).toMatchObject({
    exitCode: 1,
    output: "",
    errors:
      "There is no folder src/data. Run from the project's folder, or give the data folder with --data <dir>.\n",
  });
});

test("data:check ends well where there is nothing but warnings", () => {
  const folder = mkdtempSync(join(tmpdir(), "data-check-"));
  cpSync(resolve(DATASETS, "verdicts"), join(folder, "data"), { recursive: true });
  rmSync(join(folder, "data/verdicts/value-conflict/acme/one-mini"), { recursive: true });
  const run = runScript("data:check", ["--data", "data"], folder);
  rmSync(folder, { recursive: true });
  expect(run.exitCode).toBe(0);
  expect(run.errors).toContain("warning  stale-verdict");
});
