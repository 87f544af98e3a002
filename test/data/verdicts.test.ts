/** What the editors have decided: everything major, on evidence that can be checked, and in words that readers can follow. */
import { describe, expect, test } from "vitest";
import { known } from "../../src/core/dataset/dataset.ts";
import { liveAnalysis } from "./live-dataset.ts";

const analysis = liveAnalysis();
const { verdicts, claims } = analysis.dataset;
const idsOf = (items: Iterable<{ readonly id: string }>) => [...items].map(({ id }) => id);

test("every major discrepancy has a fresh verdict", () => {
  const major = [...analysis.discrepancies.values()].filter(({ severity }) => severity === "major");
  expect(major.length).toBeGreaterThan(0);
  expect(idsOf(major.filter(({ verdict, isStale }) => verdict === null || isStale))).toEqual([]);
});

describe.each([...verdicts.values()].map((verdict) => [verdict.discrepancy, verdict] as const))(
  "the verdict on %s",
  (id, verdict) => {
    const discrepancy = known(analysis.discrepancies, id);

    test("is fresh, and says what would settle it if it is open", () => {
      expect(discrepancy.isStale).toBe(false);
      if (verdict.outcome === "open") expect(verdict.wouldSettle).toMatch(/\.$/);
    });

    test("rests on words or cells, not on records alone", () => {
      const forms = verdict.basis.map((claim) => known(claims, claim).evidence.form);
      expect(forms).toEqual(expect.arrayContaining([expect.stringMatching(/^(quote|cell)$/)]));
    });

    test("lets only claims stand that were in doubt", () => {
      expect(idsOf(discrepancy.about)).toEqual(expect.arrayContaining([...verdict.stands]));
    });

    test("gives its reason in at most two sentences", () => {
      expect(verdict.reason.split(/[.?!](?:\s|$)/).filter(Boolean).length).toBeLessThanOrEqual(2);
    });
  },
);
