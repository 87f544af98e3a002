import { describe, expect, test } from "vitest";
import * as vocabulary from "../../../src/core/schema/vocabulary.ts";

const LISTS = Object.entries<unknown>(vocabulary).flatMap(([name, words]) =>
  Array.isArray(words) ? [[name, words as readonly string[]] as const] : [],
);

describe.each(LISTS)("%s", (_, words) => {
  test("names each word once", () => {
    expect(new Set(words).size).toBe(words.length);
  });

  test("writes its words bare: lower case, digits and hyphens", () => {
    for (const word of words) expect(word).toMatch(/^[a-z][a-z0-9-]*$/);
  });
});

test("a condition is either a parameter or a circumstance, and has a label for readers", () => {
  for (const name of vocabulary.CONDITION_NAMES) {
    expect(["parameter", "circumstance"]).toContain(vocabulary.CONDITIONS[name].role);
    expect(vocabulary.CONDITIONS[name].label).not.toBe("");
  }
});

test("an enumeration says that it is written bare, and what it is", () => {
  expect(vocabulary.bareEnum(["up", "down"], "Which way.").meta()).toMatchObject({
    scalar: "bare",
    description: "Which way.",
  });
});
