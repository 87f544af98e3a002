import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { EMPTY_LOG, formatChangeLog } from "../../src/core/changes/change-log.ts";
import { formatTranscript, runScript } from "./transcript.ts";

const DATASETS = "test/fixtures/datasets";

describe("data:check prints, and ends with its exit code, as the transcript shows", () => {
  test.each([
    ["sound data", "scores", "data-check-sound.md"],
    ["every fault of a dataset at once", "everything-at-once", "data-check-faulty.md"],
    ["broken YAML", "broken-yaml", "data-check-broken-yaml.md"],
    ["an empty dataset", "empty-dataset", "data-check-empty.md"],
    ["verdicts that are stale or decide nothing", "verdicts", "data-check-verdicts.md"],
    ["findings of several kinds", "prices", "data-check-findings.md"],
    ["a folder that is not there", "none-of-this-name", "data-check-missing-folder.md"],
  ])("for %s", async (_, name, transcript) => {
    const run = runScript("data:check", ["--data", `${DATASETS}/${name}`]);
    await expect(formatTranscript(run)).toMatchFileSnapshot(`transcripts/${transcript}`);
  });
});

describe("data:check for machines", () => {
  test("is one JSON document of the form that --json-schema tells, with every finding", () => {
    const run = runScript("data:check", ["--data", `${DATASETS}/prices`, "--format", "json"]);
    const report = JSON.parse(run.output) as { issues: unknown[]; findings: { id: string }[] };
    const schema = JSON.parse(runScript("data:check", ["--json-schema"]).output) as object;
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
    expect(ajv.validate(schema, report), ajv.errorsText()).toBe(true);
    expect(report.issues).toEqual([]);
    expect(report.findings.length).toBeGreaterThan(1);
    expect(run.exitCode).toBe(0);
  });

  test("names faults and findings as annotations", async () => {
    const run = runScript("data:check", [
      ...["--data", `${DATASETS}/verdicts`, "--format", "github", "--findings", "all"],
    ]);
    await expect(formatTranscript(run)).toMatchFileSnapshot("transcripts/data-check-github.md");
  });

  test("names no findings where none are asked for", () => {
    const run = runScript("data:check", [
      ...["--data", `${DATASETS}/prices`, "--format", "github", "--findings", "none"],
    ]);
    expect(run).toMatchObject({ output: "", errors: "", exitCode: 0 });
  });

  test("answers an option that it does not know with those that it does", async () => {
    const run = runScript("data:check", ["--fromat", "json"]);
    await expect(formatTranscript(run)).toMatchFileSnapshot(
      "transcripts/data-check-unknown-option.md",
    );
    expect(runScript("data:check", ["--format", "jsn"])).toMatchObject({
      exitCode: 1,
      errors: "--format jsn means nothing. Did you mean json? Otherwise leave --format out.\n",
    });
  });
});

test("data:check warns where the change log lacks what has changed", () => {
  const folder = mkdtempSync(join(tmpdir(), "data-check-"));
  cpSync(resolve(DATASETS, "scores"), join(folder, "data"), { recursive: true });
  writeFileSync(join(folder, "data/changes.ndjson"), formatChangeLog(EMPTY_LOG));
  const run = runScript("data:check", ["--data", "data"], folder);
  rmSync(folder, { recursive: true });
  expect(run.exitCode).toBe(0);
  expect(run.errors).toContain("data/changes.ndjson:1:1  warning  change-log");
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
