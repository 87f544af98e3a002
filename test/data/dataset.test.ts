import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DISCREPANCY_KINDS } from "../../src/core/checks/kinds.ts";
import { RULE_NAMES } from "../../src/core/lint/rules.ts";
import { formatPlace } from "../../src/core/report/issue.ts";
import { dataset, lint, ROOT } from "./live-dataset.ts";

test("the committed data and prose have no fault, and no verdict is stale", () => {
  expect(
    lint.issues.map((issue) => `${formatPlace(issue)} ${issue.rule}: ${issue.message}`),
  ).toEqual([]);
});

test("the dataset holds the five founding documents, and claims of each", () => {
  const founding = [
    "brainfeed/gpt-4-1-in-the-api",
    "briefly-global/gpt-4-1-performance-leap",
    "educative/2025-04-17-gpt-4-1",
    "interconnects/2025-04-14-gpt-4-1-and-separating-the-api",
    "openai/2025-04-14-gpt-4-1",
  ];
  for (const id of founding) expect(dataset.sources.get(id)?.claims.length, id).toBeGreaterThan(20);
});

test("every release names a primary source of its own organisation", () => {
  expect(dataset.releases.size).toBeGreaterThan(0);
  for (const release of dataset.releases.values()) {
    expect(dataset.sources.get(release.primary)?.publisher).toBe(release.organisation);
  }
});

test("every metric is one that some claim is about", () => {
  const claims = [...dataset.claims.values(), ...dataset.retired.values()];
  const used = new Set(claims.flatMap((claim) => [claim.metric, claim.comparedWith?.metric]));
  expect([...dataset.metrics.keys()].filter((id) => !used.has(id))).toEqual([]);
});

describe("kinds and rules have the pages that explain them, and no page explains another", () => {
  const pages = (folder: string) =>
    readdirSync(join(ROOT, "src/content", folder))
      .map((name) => name.replace(/\.mdx?$/, ""))
      .sort();

  test("kinds of discrepancy", () => {
    expect(pages("discrepancy-kinds")).toEqual([...DISCREPANCY_KINDS].sort());
  });

  test("rules", () => {
    expect(pages("rules")).toEqual([...RULE_NAMES].sort());
  });
});
