import { expect, test } from "vitest";
import {
  formatFindingsForGithub,
  formatIssuesForGithub,
} from "../../../src/cli/reporters/github.ts";
import { aClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

test("an issue is an annotation at its place, with line breaks and signs of the command escaped", () => {
  const text = formatIssuesForGithub([
    {
      file: "data/a,b:c.yaml",
      line: 6,
      column: 12,
      rule: "unquoted-figure",
      severity: "error",
      written: "50%",
      message: "is bare, and\nbroken",
      next: "Quote it.",
    },
  ]);
  expect(text).toBe(
    "::error file=data/a%2Cb%3Ac.yaml,line=6,col=12,title=unquoted-figure::written: 50%25%0Ais bare, and%0Abroken%0A→ Quote it.\n",
  );
});

test("a finding is a notice where the first claim that it puts in doubt is written", () => {
  const analysis = analysisOf({
    sources: { "acme/card": [aClaim()], "beta/review": [aClaim({ value: "70" })] },
  });
  const lines = formatFindingsForGithub([...analysis.discrepancies.values()]);
  expect(lines).toMatch(
    /^::notice file=data\/sources\/acme\/card\.yaml,line=\d+,col=3,title=Value conflict \(major\)::Acme states 54\.6%25; Beta states 70%25\.%0A/,
  );
  expect(lines.split("\n")).toHaveLength(2);
});
