import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

/** On two cores Vitest would leave one to itself, and then run the projects in another order. */
const maxWorkers = "100%";

/**
 * Modules are read once for each worker instead of once for each file, which takes a third of the time. What modules remember are results
 * of pure functions (docs/decisions/0014), so that no file can see another's.
 */
const isolate = false;

export default defineConfig({
  test: {
    reporters: ["default", "./test/closing-line-reporter.ts"],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{core,cli,site,structure}/**/*.test.ts"],
          maxWorkers,
          isolate,
          // Commands are tested by running them.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          // The committed dataset, as opposed to the code that reads it.
          name: "data",
          include: ["test/data/**/*.test.ts"],
          maxWorkers,
          isolate,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/browser/global-setup.ts",
          // One browser serves every file, and it is its pages that keep the processor busy.
          maxWorkers: 2,
          maxConcurrency: 3,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // After the other projects: what they find is closer to its cause.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
