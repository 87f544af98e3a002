import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDataFolder } from "../../src/cli/data-folder.ts";
import { Measurement } from "../../src/core/mutations/measure.ts";
import type { Declaration, Results } from "../../src/core/mutations/record.ts";
import { liveAnalysis, ROOT } from "./live-dataset.ts";

const read = <T>(name: string) =>
  JSON.parse(readFileSync(join(ROOT, "src/measurement", name), "utf8")) as T;
const declared = read<Declaration>("declared.json");
const results = read<Results>("results.json");
interface Judged {
  readonly id: string;
  readonly why: string;
}
const reading = read<{ discrepancies: number; falseAlarms: Judged[]; doubtful: Judged[] }>(
  "reading.json",
);

const AGAIN =
  "The data have changed since: npm run measure -- --declare, commit, then npm run measure.";

describe("the published error rate", () => {
  const measurement = new Measurement(readDataFolder(join(ROOT, "src/data")));

  test("was declared and measured for the data as they are", () => {
    expect(declared.dataset, AGAIN).toBe(measurement.hash);
    expect(results.dataset, AGAIN).toBe(measurement.hash);
    expect(results.outcomes.map(({ claim }) => claim)).toEqual(
      declared.mutations.map(({ claim }) => claim),
    );
  });

  test("is what the engine gives: every tenth error, tried again", { timeout: 120_000 }, () => {
    for (const [index, mutation] of declared.mutations.entries()) {
      if (index % 10 !== 0) continue;
      const { foundAs, isRight } = measurement.run(mutation);
      expect({ claim: mutation.claim, foundAs, isRight }, AGAIN).toEqual(results.outcomes[index]);
    }
  });

  test("rests on two hundred errors", () => {
    expect(declared.mutations).toHaveLength(200);
  });

  test("finds at least 95 of a hundred, 85 with the right kind", () => {
    const found = results.outcomes.filter(({ foundAs }) => foundAs.length > 0).length;
    const right = results.outcomes.filter(({ isRight }) => isRight).length;
    expect(found * 100).toBeGreaterThanOrEqual(results.outcomes.length * 95);
    expect(right * 100).toBeGreaterThanOrEqual(results.outcomes.length * 85);
  });
});

describe("the reading of every discrepancy", () => {
  test("is of the discrepancies that there are", () => {
    expect(
      reading.discrepancies,
      "Read the discrepancies that are new or gone, and write src/measurement/reading.json anew.",
    ).toBe(liveAnalysis().discrepancies.size);
  });

  test("judged at most two to be false alarms, and remarks only on what the engine still reports", () => {
    expect(reading.falseAlarms.length).toBeLessThanOrEqual(2);
    for (const { id } of [...reading.falseAlarms, ...reading.doubtful])
      expect([...liveAnalysis().discrepancies.keys()]).toContain(id);
  });
});
