import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COLLECTION_NAMES } from "../../src/site/api/contract.ts";
import { formatTranscript, runScript } from "./transcript.ts";

const DATASETS = "test/fixtures/datasets";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "check-dataset-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("check:dataset prints, and ends with its exit code, as the transcript shows", () => {
  test.each([
    ["every sort of bad input at once", ["test/fixtures/bad-input"], "bad-input.md"],
    ["findings of several kinds", [`${DATASETS}/stated-changes`], "check-dataset.md"],
    ["an empty dataset", [`${DATASETS}/empty-dataset`], "check-dataset-empty.md"],
    ["a folder that is none", [`${DATASETS}/none`], "check-dataset-missing.md"],
    ["a folder above the dataset", ["test/fixtures/evidence/data"], "check-dataset-above.md"],
    ["a file", ["package.json"], "check-dataset-file.md"],
    ["nothing", [], "check-dataset-usage.md"],
  ])("for %s", async (_, args, transcript) => {
    const run = runScript("check:dataset", args);
    await expect(formatTranscript(run)).toMatchFileSnapshot(`transcripts/${transcript}`);
  });
});

test("a folder that holds something else is no dataset", () => {
  mkdirSync(join(folder, "notes"));
  const run = runScript("check:dataset", ["notes"], folder);
  expect(run).toMatchObject({ exitCode: 1, output: "" });
  expect(run.errors).toMatch(/^notes holds none of the folders sources\/, subjects\/, metrics\//);
});

test("the sources of which no claim is checked are named at the end", () => {
  const run = runScript("check:dataset", [`${DATASETS}/everything-at-once`]);
  expect(run.output).toMatch(
    /mend the faults for the whole\. No claim was taken from beta\/2026-01-02-review, beta\/2026-01-03-digest\.\n$/,
  );
});

describe("as JSON", () => {
  const report = (name: string) =>
    JSON.parse(
      runScript("check:dataset", [`${DATASETS}/${name}`, "--format", "json"]).output,
    ) as Record<string, unknown[]> & { analysed: string };

  test("it holds the records of the public contract, in the form that --json-schema tells", () => {
    const schema = JSON.parse(runScript("check:dataset", ["--json-schema"]).output) as object;
    const ajv = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false });
    const records = report("verdicts");
    expect(ajv.validate(schema, records), ajv.errorsText()).toBe(true);
    expect(records.analysed).toBe("whole");
    for (const name of COLLECTION_NAMES) expect(records[name]?.length, name).toBeGreaterThan(0);
  });

  test("it holds what the checks find among the records without fault", () => {
    const records = report("long-quote");
    expect(records.analysed).toBe("in-part");
    expect(records.issues?.length).toBeGreaterThan(0);
  });

  test("it goes into a file when one is named", () => {
    const run = runScript(
      "check:dataset",
      [resolve(DATASETS, "scores"), "--format", "json", "--out", "reports/scores.json"],
      folder,
    );
    expect(run).toMatchObject({ exitCode: 0, output: "" });
    expect(run.errors).toMatch(/^Wrote reports\/scores\.json\. .*: no faults\.\n$/);
    expect(JSON.parse(readFileSync(join(folder, "reports/scores.json"), "utf8"))).toMatchObject({
      analysed: "whole",
      issues: [],
    });
  });
});
