import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRepository, type Repository } from "./repository.ts";
import { formatTranscript, runScript } from "./transcript.ts";

const REVIEW = "data/sources/beta/2026-01-02-review.yaml";

let repository: Repository;
beforeAll(() => {
  repository = aRepository("scores");
  repository.commit("2026-03-02");
  repository.edit(REVIEW, (text) => text.replaceAll("54.9", "70.1"));
  mkdirSync(join(repository.folder, "content/articles"), { recursive: true });
  writeFileSync(
    join(repository.folder, "content/articles/one.mdx"),
    'On <Figure fact="acme/one/bench" /> they differ.\n',
  );
});
afterAll(() => repository.remove());

const run = (...args: string[]) =>
  runScript("data:diff", [...args, "--data", "data"], repository.folder);
/** Hashes of commits depend on how the fixture is written. */
const transcript = (...args: string[]) =>
  formatTranscript(run(...args)).replace(/\b[0-9a-f]{10}\b/g, "0123456789");

describe("data:diff prints, and ends with its exit code, as the transcript shows", () => {
  test.each([
    ["a change that was not committed", ["HEAD"], "data-diff.md"],
    ["the same for a pull request", ["main", "--markdown"], "data-diff-markdown.md"],
    ["a ref that git does not know", ["mian"], "data-diff-unknown-ref.md"],
    ["a ref from before the data", ["before-the-data"], "data-diff-before-the-data.md"],
    ["no ref", [], "data-diff-usage.md"],
  ])("for %s", async (_, args, file) => {
    await expect(transcript(...args)).toMatchFileSnapshot(`transcripts/${file}`);
  });
});

test("data:diff names the faults of data that cannot be read any more, where they stand", async () => {
  const broken = aRepository("scores");
  broken.edit(REVIEW, (text) => text.replace("title:", "heading:"));
  broken.commit("2026-03-02");
  broken.edit(REVIEW, (text) => text.replace("heading:", "title:"));
  const outcome = runScript("data:diff", ["HEAD", "--data", "data"], broken.folder);
  broken.remove();
  await expect(
    formatTranscript(outcome).replace(/\b[0-9a-f]{10}\b/g, "0123456789"),
  ).toMatchFileSnapshot("transcripts/data-diff-broken.md");
});

test("data:diff says that it needs a repository", () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "data-diff-"));
  const outcome = runScript("data:diff", ["HEAD"], elsewhere);
  rmSync(elsewhere, { recursive: true });
  expect(outcome).toMatchObject({
    exitCode: 1,
    errors:
      "This folder is in no git repository. Run from the project's folder, in a clone with its history.\n",
  });
});
