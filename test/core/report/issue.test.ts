import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareIssues,
  compareText,
  formatPlace,
  type Issue,
  type RuleName,
} from "../../../src/core/report/issue.ts";
import { assertProperty } from "../../builders/properties.ts";

const issue = (
  file: string,
  line: number,
  column: number,
  rule: RuleName = "schema",
  message = "",
): Issue => ({
  file,
  line,
  column,
  rule,
  severity: "error",
  written: "",
  message,
  next: "",
});

describe("issues", () => {
  test("stand in the order in which an author mends them: file, line, column, rule, message", () => {
    const ordered = [
      issue("a.yaml", 2, 1),
      issue("a.yaml", 2, 10),
      issue("a.yaml", 10, 1, "schema"),
      issue("a.yaml", 10, 1, "value", "a"),
      issue("a.yaml", 10, 1, "value", "b"),
      issue("b.yaml", 1, 1),
    ];
    assertProperty(
      fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (shuffled) => {
        expect([...shuffled].sort(compareIssues)).toEqual(ordered);
      }),
    );
  });

  test("say where they are as editors and terminals understand it", () => {
    expect(formatPlace(issue("data/sources/acme/card.yaml", 6, 12))).toBe(
      "data/sources/acme/card.yaml:6:12",
    );
  });
});

test.each([
  ["a", "b", -1],
  ["b", "a", 1],
  ["a", "a", 0],
  ["Z", "a", -1],
  ["é", "z", 1],
])("%s and %s are ordered by code unit, as on every machine", (one, other, order) => {
  expect(compareText(one, other)).toBe(order);
});
