import { describe, expect, test } from "vitest";
import { formatFindingsForTerminal, summariseIssues } from "../../../src/cli/reporters/terminal.ts";
import type { Issue } from "../../../src/core/report/issue.ts";
import { aClaim, aVerdict } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

const issue = (file: string, severity: Issue["severity"]): Issue => ({
  file,
  line: 1,
  column: 1,
  rule: "schema",
  severity,
  written: "",
  message: "",
  next: "",
});

test.each([
  [[], "no faults"],
  [[issue("a", "error")], "1 fault in 1 file"],
  [[issue("a", "error"), issue("b", "warning")], "2 faults in 2 files, one of them a warning"],
  [[issue("a", "warning")], "1 fault in 1 file, a warning"],
  [[issue("a", "warning"), issue("a", "warning")], "2 faults in 1 file, all warnings"],
])("issues are summed up: %#", (issues, summary) => {
  expect(summariseIssues(issues)).toBe(summary);
});

describe("findings", () => {
  const conflict: DatasetParts = {
    sources: {
      "acme/card": [aClaim(), aClaim({ subject: "acme/zero", value: "54.6" })],
      "beta/review": [aClaim({ value: "70" }), aClaim({ subject: "acme/zero", value: "55" })],
    },
  };
  const ID = "value-conflict/acme/one/bench";

  test("are counted by kind and severity, and the major ones without a verdict are named", () => {
    const text = formatFindingsForTerminal(analysisOf(conflict), "major");
    expect(text).toContain("Findings: 2\n");
    expect(text).toMatch(/Value conflict +1 +· +· +· +·\n/);
    expect(text).toMatch(/Rounding +· +· +1 +· +·\n/);
    expect(text).toMatch(/Together +1 +· +1 +· +·\n/);
    expect(text).toContain("Major, and no verdict that holds: 1");
    expect(text).toContain(
      `  ${ID}\n    Acme states 54.6%; Beta states 70%.\n    data/sources/acme/`,
    );
    expect(text).not.toContain("rounding/acme/zero/bench");
  });

  test("are all named when all are asked for, the most severe first", () => {
    const text = formatFindingsForTerminal(analysisOf(conflict), "all");
    expect(text.indexOf(ID)).toBeGreaterThan(0);
    expect(text.indexOf("rounding/acme/zero/bench")).toBeGreaterThan(text.indexOf(ID));
  });

  test("come with the command that explains them, for the data that were checked", () => {
    const own = formatFindingsForTerminal(analysisOf(conflict), "all");
    expect(own).toContain("npm run explain -- <id> shows");
    const others = formatFindingsForTerminal(analysisOf(conflict), "all", undefined, "other/data");
    expect(others).toContain("npm run explain -- <id> --data other/data shows");
    expect(others).not.toContain("on the site");
  });

  test("leave the list when they are decided, and return when the verdict is stale", () => {
    const judged = analysisOf(conflict).discrepancies.get(ID)?.judged;
    const decided = (hash: unknown) =>
      formatFindingsForTerminal(
        analysisOf({ ...conflict, verdicts: { [ID]: aVerdict({ judged: hash }) } }),
        "major",
      );
    expect(decided(judged)).not.toContain(ID);
    expect(decided("0123456789abcdef")).toContain(
      "open again: the verdict of 2026-02-01 judged other claims",
    );
  });

  test("of agreeing claims are none", () => {
    expect(
      formatFindingsForTerminal(analysisOf({ sources: { "acme/card": [aClaim()] } }), "all"),
    ).toBe("Findings: none. The claims contradict one another nowhere.");
  });
});
