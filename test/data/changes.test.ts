import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHANGE_LOG_FILE, lintChangeLog } from "../../src/core/changes/change-log.ts";
import { liveAnalysis, ROOT } from "./live-dataset.ts";

const FILE = join(ROOT, "src/data", CHANGE_LOG_FILE);

test("the change log tells of every change of the data; npm run data:log writes what it lacks", () => {
  expect(existsSync(FILE), "There is no change log: run npm run data:log.").toBe(true);
  const issues = lintChangeLog(readFileSync(FILE, "utf8"), liveAnalysis(), "src/data");
  expect(issues.map(({ message, next }) => `${message}. ${next}`)).toEqual([]);
});

test("the change log stays small", () => {
  expect(statSync(FILE).size).toBeLessThan(200_000);
});
