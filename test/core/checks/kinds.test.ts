import { describe, expect, test } from "vitest";
import { DISCREPANCY_KINDS, isDiscrepancyKind, KINDS } from "../../../src/core/checks/kinds.ts";
import { CHECKS } from "../../../src/core/checks/registry.ts";

test("kinds, their descriptions and their checks are the same list in the same order", () => {
  expect(Object.keys(KINDS)).toEqual([...DISCREPANCY_KINDS]);
  expect(Object.keys(CHECKS)).toEqual([...DISCREPANCY_KINDS]);
});

describe.each(DISCREPANCY_KINDS)("%s", (kind) => {
  test("is the kind that its check says it finds", () => {
    expect(CHECKS[kind].kind).toBe(kind);
  });

  test("is described to readers in sentences, its severity included", () => {
    expect(KINDS[kind].title).toMatch(/^[A-Z]/);
    expect(KINDS[kind].summary).toMatch(/^[A-Z].*\.$/);
    expect(KINDS[kind].severityRule).toMatch(/^[A-Z].*\.$/);
  });

  test("can stand in an address", () => {
    expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});

test.each([
  ["value-conflict", true],
  ["Value conflict", false],
  ["constructor", false],
  ["", false],
])("%j is a kind: %s", (text, isKind) => {
  expect(isDiscrepancyKind(text)).toBe(isKind);
});
