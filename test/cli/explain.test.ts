import { describe, expect, test } from "vitest";
import { formatTranscript, runScript } from "./transcript.ts";

const DATA = ["--data", "test/fixtures/datasets/verdicts"];

describe("explain prints, and ends with its exit code, as the transcript shows", () => {
  test.each([
    ["a discrepancy", ["value-conflict/acme/one/bench"], "explain-discrepancy.md"],
    ["a fact, by its address", ["/facts/acme/zero/bench/"], "explain-fact.md"],
    ["a claim", ["beta/2026-01-02-review#one-bench"], "explain-claim.md"],
    ["an id that nothing has", ["acme/one/bensh"], "explain-unknown.md"],
    ["nothing", [], "explain-usage.md"],
  ])("for %s", async (_, args, transcript) => {
    const run = runScript("explain", [...args, ...DATA]);
    await expect(formatTranscript(run)).toMatchFileSnapshot(`transcripts/${transcript}`);
  });
});
