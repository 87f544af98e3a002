import { describe, expect, test } from "vitest";
import type { Exception } from "../../../src/core/dataset/dataset.ts";
import { applyExceptions } from "../../../src/core/lint/exceptions.ts";
import type { Issue } from "../../../src/core/report/issue.ts";

const anIssue = (overrides: Partial<Issue> = {}): Issue => ({
  file: "src/data/sources/acme/card.yaml",
  line: 3,
  column: 5,
  rule: "long-quote",
  severity: "error",
  written: "a quote",
  message: "is too long",
  next: "Shorten it.",
  record: "acme/card#c1",
  ...overrides,
});

const anException = (rule: string, place: string): Exception => ({
  rule,
  place,
  because: "There is no shorter passage.",
  since: "2026-01-01",
  location: { file: "src/data/exceptions.yaml", line: 2, column: 5 },
});

const onVerdict = anIssue({
  file: "src/data/verdicts/value-conflict/acme/one/bench.yaml",
  rule: "stale-verdict",
});

describe("an exception takes away", () => {
  test.each([
    ["the issues of a file", "src/data/sources/acme/card.yaml", anIssue()],
    ["the issues of a file named below its folder", "sources/acme/card.yaml", anIssue()],
    ["the issues of a claim", "acme/card#c1", anIssue()],
    ["the issues of a verdict", "value-conflict/acme/one/bench", onVerdict],
  ])("%s", (_, place, issue) => {
    expect(applyExceptions([issue], [anException(issue.rule, place)])).toEqual([]);
  });

  test("nothing of another rule or place", () => {
    const issues = [
      anIssue({ rule: "value" }),
      anIssue({ record: "acme/card#c2" }),
      anIssue({ file: "src/data/sources/xacme/card.yaml", record: "xacme/card#c1" }),
    ];
    expect(
      applyExceptions([anIssue(), ...issues], [anException("long-quote", "acme/card#c1")]),
    ).toEqual(issues);
  });
});

test("an exception that takes nothing away is an issue where it stands", () => {
  expect(applyExceptions([], [anException("long-quote", "acme/card#c1")])).toMatchObject([
    { rule: "unneeded-exception", file: "src/data/exceptions.yaml", line: 2, column: 5 },
  ]);
});

test("an exception to a rule that does not exist gets a near one proposed", () => {
  const [issue] = applyExceptions([anIssue()], [anException("long-qoute", "acme/card#c1")]).slice(
    1,
  );
  expect(issue?.next).toContain("Did you mean long-quote?");
});
