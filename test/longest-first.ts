import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files of tests that take a minute or more, the longest first. Begun last, such a file would run alone on one processor while the other
 * has nothing left to do; what Vitest remembers of earlier runs does not help on a fresh machine.
 */
const LONG_FILES = [
  "browser/ground.test.ts",
  "browser/build.test.ts",
  "browser/files.test.ts",
  "browser/claims.test.ts",
  "browser/reading.test.ts",
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONG_FILES.findIndex((file) => moduleId.endsWith(file));
  return rank < 0 ? LONG_FILES.length : rank;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => rankOf(one) - rankOf(other));
  }
}
