import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  address,
  claimReference,
  day,
  partialDate,
  quoted,
  reference,
  SEGMENT_PATTERN,
  verbatim,
  wholeNumber,
} from "../../../src/core/schema/scalars.ts";

const TABLE: readonly (readonly [string, z.ZodType, readonly string[], readonly string[]])[] = [
  ["free text", quoted("x"), ["a", "54.6", " "], [""]],
  ["verbatim words", verbatim("x"), ["a\nb"], [""]],
  [
    "an id",
    reference("x"),
    ["acme", "acme/one", "acme/one-4.1", "a/b/c", "2026-01-01-card"],
    [
      "",
      "Acme",
      "acme/",
      "/acme",
      "acme//one",
      "acme one",
      "acme/one#c1",
      "-acme",
      "acme-",
      "acme..one",
      "acme_one",
      "__proto__",
    ],
  ],
  [
    "a claim's id",
    claimReference("x"),
    ["acme/card#c1", "acme/2026-01-01-card#one-4.1"],
    ["acme#c1", "acme/card", "acme/card#", "a/b/c#d", "acme/card#C1"],
  ],
  [
    "an address",
    address("x"),
    ["https://example.com", "http://example.com/a?b#c"],
    [
      "",
      "example.com",
      "ftp://example.com",
      "https://",
      "https://exa mple.com",
      "javascript:alert(1)",
    ],
  ],
  [
    "a day",
    day("x"),
    ["2026-01-31", "2024-02-29"],
    ["2026-02-29", "2026-01", "2026", "31 January 2026", ""],
  ],
  [
    "a date of any precision",
    partialDate("x"),
    ["2026-01-31", "2026-01", "2026"],
    ["2026-13", "26", "2026-1", ""],
  ],
  ["a whole number", wholeNumber("x"), ["1", "31"], ["0", "-1", "1.5", "01", "", "one"]],
];

describe.each(TABLE)("%s", (_, schema, accepted, refused) => {
  test.each(accepted)("accepts %j", (text) => {
    expect(schema.safeParse(text).success).toBe(true);
  });

  test.each(refused)("refuses %j with a reason", (text) => {
    const { success, error } = schema.safeParse(text);
    expect(success).toBe(false);
    expect(error?.issues[0]?.message).toMatch(/^(is|are) /);
  });

  test.each([54.6, true, null, undefined])("refuses %j, which is not text", (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

test.each([
  ["one-4.1", true],
  ["a", true],
  ["a.b-c", true],
  ["a_b", false],
  ["A", false],
  ["a/b", false],
  ["constructor", true],
])("%s is one segment of an id: %s", (text, isSegment) => {
  expect(SEGMENT_PATTERN.test(text)).toBe(isSegment);
});
