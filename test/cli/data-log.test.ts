import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aRepository, type Repository } from "./repository.ts";
import { formatTranscript, runScript } from "./transcript.ts";

const LOG = "data/changes.ndjson";
const REVIEW = "data/sources/beta/2026-01-02-review.yaml";

let repository: Repository;
beforeEach(() => {
  repository = aRepository("scores");
  repository.commit("2026-03-02");
});
afterEach(() => repository.remove());

const log = (...args: string[]) =>
  runScript("data:log", ["--data", "data", ...args], repository.folder);
const rows = () =>
  repository
    .read(LOG)
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => JSON.parse(line) as { date: string; what: string; id?: string });

describe("data:log", () => {
  test("begins the log from the history of git, each row on the day of its commit", async () => {
    repository.edit(REVIEW, (text) => text.replaceAll("54.9", "70.1"));
    repository.commit("2026-03-05");
    await expect(formatTranscript(log())).toMatchFileSnapshot("transcripts/data-log.md");
    expect(rows().map(({ date, what }) => `${date} ${what}`)).toEqual([
      "2026-03-02 claims-added",
      "2026-03-02 claims-added",
      "2026-03-02 claims-added",
      "2026-03-05 claim-corrected",
      "2026-03-05 claim-corrected",
      "2026-03-05 discrepancies-found",
    ]);
  });

  test("appends to a committed log, and has nothing to do the second time", async () => {
    log();
    repository.commit("2026-03-03");
    const before = rows().length;
    repository.edit(REVIEW, (text) => text.replaceAll("54.9", "70.1"));
    await expect(formatTranscript(log("--date", "2026-03-04"))).toMatchFileSnapshot(
      "transcripts/data-log-again.md",
    );
    expect(
      rows()
        .slice(before)
        .map(({ date, what }) => `${date} ${what}`),
    ).toEqual(["2026-03-04 claim-corrected", "2026-03-04 claim-corrected"]);
    expect(log("--date", "2026-03-04").output).toBe(
      "data/changes.ndjson tells of every change; nothing to write.\n",
    );
  });

  test("writes anew the rows that are not committed yet", () => {
    log();
    repository.commit("2026-03-03");
    const before = rows().length;
    repository.edit(REVIEW, (text) => text.replaceAll("54.9", "70.1"));
    log();
    repository.edit(REVIEW, (text) => text.replaceAll("70.1", "54.9"));
    log();
    expect(rows()).toHaveLength(before);
  });

  test("finds the state for which the log was written, though data were committed without it", () => {
    log();
    repository.commit("2026-03-03");
    const before = rows().length;
    repository.edit(REVIEW, (text) => text.replaceAll("54.9", "70.1"));
    repository.commit("2026-03-04");
    log();
    expect(rows().slice(before)).toMatchObject([
      { date: "2026-03-04", what: "claim-corrected" },
      { date: "2026-03-04", what: "claim-corrected" },
    ]);
  });

  test("refuses a claim that left without being retired, and writes nothing", async () => {
    log();
    repository.commit("2026-03-03");
    const written = repository.read(LOG);
    repository.edit(REVIEW, (text) => text.replace(/^ {2}[a-z-]+:$/m, "  another-key:"));
    await expect(formatTranscript(log())).toMatchFileSnapshot("transcripts/data-log-removed.md");
    expect(repository.read(LOG)).toBe(written);
  });

  test("refuses a date that is none, and one that lies before the log", () => {
    expect(log("--date", "2026-02-30").errors).toBe(
      "2026-02-30 is no day of the calendar. Write --date YYYY-MM-DD.\n",
    );
    log();
    repository.commit("2026-03-03");
    repository.edit(REVIEW, (text) => text.replaceAll("54.9", "70.1"));
    expect(log("--date", "2026-01-01").errors).toBe(
      "The log ends on 2026-03-02, and rows of 2026-01-01 would stand before. Give a later --date.\n",
    );
  });
});
