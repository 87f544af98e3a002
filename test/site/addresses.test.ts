import { describe, expect, test } from "vitest";
import {
  articlePath,
  claimPath,
  discrepancyPath,
  factPath,
  kindPath,
  metricPath,
  sourcePath,
  subjectPath,
} from "../../src/site/addresses.ts";

test.each([
  ["a fact", factPath("acme/one/bench/subset-easy"), "/facts/acme/one/bench/subset-easy/"],
  [
    "a discrepancy on a fact",
    discrepancyPath("value-conflict/acme/one/bench"),
    "/discrepancies/value-conflict/acme/one/bench/",
  ],
  [
    "a discrepancy on a statement",
    discrepancyPath("arithmetic/acme/2026-01-01-card#gain"),
    "/discrepancies/arithmetic/acme/2026-01-01-card/gain/",
  ],
  ["a kind of discrepancy", kindPath("rounding"), "/discrepancies/kinds/rounding/"],
  ["a source", sourcePath("acme/2026-01-01-card"), "/sources/acme/2026-01-01-card/"],
  [
    "a claim",
    claimPath("acme/2026-01-01-card#bench-one-4.1"),
    "/sources/acme/2026-01-01-card/#bench-one-4.1",
  ],
  ["a metric", metricPath("bench"), "/benchmarks/bench/"],
  ["a subject", subjectPath("acme/one-4.1"), "/models/acme/one-4.1/"],
  ["an explainer", articlePath("one-in-the-wild"), "/articles/one-in-the-wild/"],
])("%s stands at an address made from its id alone", (_, path, address) => {
  expect(path).toBe(address);
});

describe("the address of a claim", () => {
  test("is that of its source's page and its key, so that it never changes", () => {
    const id = "acme/card#c1";
    const address = new URL(claimPath(id), "https://ledger.example");
    expect(address.pathname).toBe(sourcePath("acme/card"));
    expect(address.hash).toBe("#c1");
  });
});
