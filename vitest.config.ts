import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "./test/closing-line-reporter.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{core,cli,site,structure}/**/*.test.ts"],
          // Commands are tested by running them.
          testTimeout: 30_000,
        },
      },
      {
        // The committed dataset, as opposed to the code that reads it.
        test: { name: "data", include: ["test/data/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/browser/global-setup.ts",
          // One browser serves every file, and it is its pages that keep the processor busy.
          maxWorkers: 2,
          maxConcurrency: 3,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // The other projects first: their failures are the closer ones, and builds want both cores.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
