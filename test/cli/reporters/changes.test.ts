import { describe, expect, test } from "vitest";
import {
  formatChangesAsMarkdown,
  formatChangesForTerminal,
} from "../../../src/cli/reporters/changes.ts";
import { PLAIN_TEXT } from "../../../src/cli/reporters/terminal-text.ts";
import { compareStates } from "../../../src/core/changes/compare-states.ts";
import { touchedArticles } from "../../../src/core/changes/touched-articles.ts";
import { aClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

const state = (value: string, quote = `Bench * gives ${value}`) =>
  analysisOf({
    sources: { "acme/card": [aClaim()], "beta/review": [aClaim({ value, quote })] },
  });
const report = (before: string, after: string) => {
  const [old, now] = [state(before), state(after)];
  const changes = compareStates(old, now);
  const prose = new Map([["articles/one.mdx", '<Figure claim="beta/review#c1" />\n']]);
  return {
    since: "main (2026-01-01)",
    changes,
    articles: touchedArticles(changes, now, prose),
    before: old,
    after: now,
  };
};

describe("a comparison", () => {
  test("names what it touches, the gravest first", () => {
    const text = formatChangesForTerminal(report("54.6", "70"), PLAIN_TEXT);
    expect(text.split("\n").filter((line) => /^[A-Z].*\(\d+\)$/.test(line))).toEqual([
      "Discrepancies that appear (1)",
      "Another standing (1)",
      "Another status (1)",
      "Claims corrected (1)",
      "Articles to read again (1)",
    ]);
    expect(text).toContain("value: 54.6 → 70");
    expect(text).toContain("  articles/one.mdx\n    uses beta/review#c1");
  });

  test("as Markdown shows the words of a source as they are", () => {
    expect(formatChangesAsMarkdown(report("54.6", "70"))).toContain(
      "- `beta/review#c1`\n  value: 54.6 → 70; evidence: Bench \\* gives 54.6 → Bench \\* gives 70",
    );
  });

  test("of two states that say the same says so", () => {
    expect(formatChangesForTerminal(report("55", "55"), PLAIN_TEXT)).toBe(
      "Nothing that the data say has changed since main (2026-01-01).",
    );
    expect(formatChangesAsMarkdown(report("55", "55"))).toContain("Nothing that the data say");
  });
});
