import { describe, expect, test } from "vitest";
import { formatTranscript, runScript } from "./transcript.ts";

const DATA = "test/fixtures/evidence/data";
const TEXTS = "test/fixtures/evidence/texts";

describe("data:verify prints, and ends with its exit code, as the transcript shows", () => {
  test.each([
    [
      "where every quote and cell stands",
      ["--data", `${DATA}/sound`, "--texts", TEXTS],
      "data-verify-sound.md",
    ],
    [
      "where words, a cell and a text are not there",
      ["--data", `${DATA}/faulty`, "--texts", TEXTS],
      "data-verify-faulty.md",
    ],
    [
      "where the folder of texts is absent",
      ["--data", `${DATA}/sound`, "--texts", "test/fixtures/evidence/none"],
      "data-verify-missing-texts.md",
    ],
    ["where no folder of texts is named", ["--data", `${DATA}/sound`], "data-verify-no-texts.md"],
    [
      "where the data folder is absent",
      ["--data", `${DATA}/none`, "--texts", TEXTS],
      "data-verify-missing-data.md",
    ],
  ])("%s", async (_, args, transcript) => {
    await expect(formatTranscript(runScript("data:verify", args))).toMatchFileSnapshot(
      `transcripts/${transcript}`,
    );
  });
});
