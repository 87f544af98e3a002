import { writeSync } from "node:fs";
import type { Reporter, TestModule, TestSuite } from "vitest/node";

/** How a run ended, in numbers. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Counts tests, and as failed also what went wrong outside of any test: each file that could not be
 * loaded, each suite whose hooks failed, each unhandled error.
 */
export function countOutcome(
  modules: readonly TestModule[],
  unhandledErrors: readonly unknown[],
): Outcome {
  const outcome = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
  for (const module of modules) {
    const groups: (TestModule | TestSuite)[] = [module, ...module.children.allSuites()];
    outcome.failed += groups.filter((group) => group.errors().length > 0).length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") outcome.passed += 1;
      else if (state === "skipped") outcome.skipped += 1;
      // A test that is still pending when the run ends was cut short.
      else outcome.failed += 1;
    }
  }
  return outcome;
}

/** `12 passed, 0 failed`, and `, 1 skipped` only where any was. */
export function formatOutcome({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Makes the very last line of a run say how it ended, whatever else is printed before. */
export default class ClosingLineReporter implements Reporter {
  #outcome: Outcome | undefined;

  onInit(): void {
    // Other reporters, global teardown and Vitest's own warnings still print after the last test.
    process.once("exit", (code) => {
      const { passed, failed, skipped } = this.#outcome ?? { passed: 0, failed: 0, skipped: 0 };
      // A run that did not get as far as a test, as with a fault in the configuration, has failed too.
      const ended = { passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped };
      writeSync(1, `\n${formatOutcome(ended)}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.#outcome = countOutcome(modules, unhandledErrors);
  }
}
