import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatTranscript, runScript } from "./transcript.ts";

const CARD = "data/sources/acme/2026-01-01-card.yaml";
const UNTIDY = `# What Acme said
title: A card # as published
kind: "article"
url: https://example.com/document

published: 2026-01-01
accessed: "2026-02-01"
description: 'An article that nobody ever wrote.'
claims:
  # Prices
  one-input-price:
    subject: "acme/one"
    metric: input-price
    value: 0.10 # per million
    where: "Prices"
    quote: "for $0.10 per million"
`;
const TIDY = `# What Acme said
title: "A card" # as published
kind: article
url: https://example.com/document

published: "2026-01-01"
accessed: "2026-02-01"
description: "An article that nobody ever wrote."
claims:
  # Prices
  one-input-price:
    subject: acme/one
    metric: input-price
    value: "0.10" # per million
    where: "Prices"
    quote: |-
      for $0.10 per million
`;
const BROKEN = 'title: "A card\nkind: article\n';
const BROKEN_PATH = "data/sources/acme/broken.yaml";

let folder: string;
const read = (path: string) => readFileSync(join(folder, path), "utf8");
function write(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "data-fix-"));
  write(CARD, UNTIDY);
  write(BROKEN_PATH, BROKEN);
  write("data/notes/remark.yaml", "value: 0.10\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("data:fix", () => {
  test("quotes figures and dates, keeps every comment, and says which files it mended", async () => {
    const run = runScript("data:fix", ["--data", "data"], folder);
    expect(read(CARD)).toBe(TIDY);
    await expect(formatTranscript(run)).toMatchFileSnapshot("transcripts/data-fix.md");
  });

  test("leaves a broken file, and one that is no authored data, as it was", () => {
    expect(read(BROKEN_PATH)).toBe(BROKEN);
    expect(read("data/notes/remark.yaml")).toBe("value: 0.10\n");
  });

  test("has nothing to do the second time", async () => {
    const run = runScript("data:fix", ["--data", "data"], folder);
    expect(read(CARD)).toBe(TIDY);
    await expect(formatTranscript(run)).toMatchFileSnapshot("transcripts/data-fix-again.md");
  });

  test("says what to do where there is no such folder", async () => {
    const run = runScript("data:fix", ["--data", "nowhere"], folder);
    await expect(formatTranscript(run)).toMatchFileSnapshot(
      "transcripts/data-fix-missing-folder.md",
    );
  });
});
