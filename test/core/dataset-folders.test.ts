/**
 * A folder of `test/fixtures/datasets` is a test case by existing: authored files as they would stand in `src/data`, and
 * in `expected.json` what is to be said about them. A missing expectation is written for its author to read and commit;
 * where nobody would read it (CI), it is a failure.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readDataFolder } from "../../src/cli/data-folder.ts";
import { lintAuthored } from "../../src/core/lint/lint-authored.ts";
import { formatPlace } from "../../src/core/report/issue.ts";

const FOLDER = resolve(import.meta.dirname, "../fixtures/datasets");

function outcomeOf(folder: string) {
  const { analysis, issues } = lintAuthored({ root: "data", files: readDataFolder(folder) }, null);
  return {
    issues: issues.map((issue) => ({
      place: formatPlace(issue),
      rule: issue.rule,
      severity: issue.severity,
      written: issue.written,
      message: issue.message,
      next: issue.next,
    })),
    // There is none where the data have faults: what is left of them need not hang together.
    analysis: analysis && {
      discrepancies: [...analysis.discrepancies.values()].map((discrepancy) => ({
        id: discrepancy.id,
        severity: discrepancy.severity,
        scope: discrepancy.scope,
        claims: discrepancy.claims.map((claim) => claim.id),
        summary: discrepancy.summary,
      })),
      standings: Object.fromEntries(
        [...analysis.standings].map(([fact, { basis, claims }]) => [
          fact,
          { basis, claims: claims.map((claim) => claim.id) },
        ]),
      ),
      statuses: Object.fromEntries(analysis.factStatuses),
      causes: Object.fromEntries(
        [...analysis.causes]
          .filter(([, causes]) => causes.length > 0)
          .map(([discrepancy, causes]) => [
            discrepancy,
            causes.map(({ kind, support, claims, note }) => ({
              kind,
              support,
              claims: claims.map((claim) => claim.id),
              note,
            })),
          ]),
      ),
    },
  };
}

type Outcome = ReturnType<typeof outcomeOf>;

function withoutCauses(outcome: Outcome) {
  if (outcome.analysis === null) return outcome;
  const { causes: _causes, ...analysis } = outcome.analysis;
  return { ...outcome, analysis };
}

const cases = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(cases.map(({ name }) => name))("%s", (name) => {
  const outcome = outcomeOf(join(FOLDER, name));
  const expectation = join(FOLDER, name, "expected.json");
  if (!existsSync(expectation) && !process.env.CI) {
    writeFileSync(expectation, `${JSON.stringify(outcome, null, 2)}\n`);
    console.log(`${name}: wrote expected.json. Read it, and commit it if it is right.`);
  }
  if (!existsSync(expectation))
    throw new Error(
      `${name} has no expected.json. Run the tests outside of CI, read what they write, and commit it.`,
    );
  const expected = JSON.parse(readFileSync(expectation, "utf8")) as Outcome;
  // A case that is about something else need not list causes.
  const hasCauses = expected.analysis?.causes !== undefined;
  expect(hasCauses ? outcome : withoutCauses(outcome)).toEqual(expected);
});
