import { expect, test } from "vitest";
import { misnamedVerdicts } from "../../../src/core/lint/misnamed-verdicts.ts";
import { aClaim, aVerdict } from "../../builders/authored.ts";
import { soundDataset } from "../../builders/dataset.ts";

const misnamed = (discrepancy: string, faulty: readonly string[] = []) =>
  misnamedVerdicts(
    soundDataset({
      sources: { "acme/card": [aClaim()] },
      verdicts: { [discrepancy]: aVerdict() },
    }),
    new Set(faulty),
  ).map(({ message, next }) => `${message}. ${next}`);

test.each([
  "value-conflict/acme/one/bench",
  "value-conflict/acme/zero/bench/grader-x",
  "arithmetic/acme/card#c1",
  "scope-difference/acme/one/price",
])("a verdict at %s may decide something", (discrepancy) => {
  expect(misnamed(discrepancy)).toEqual([]);
});

test.each([
  [
    "value-conflcit/acme/one/bench",
    /value-conflcit is no kind of discrepancy\. Did you mean value-conflict\?/,
  ],
  ["value-conflict/acme/two/bench", /is called acme\/two\/bench\. Its path is/],
  ["value-conflict/acme/one/bensh", /is called acme\/one\/bensh/],
  ["arithmetic/acme/crad#c1", /is called acme\/crad#c1/],
])("a verdict at %s decides nothing, whatever the claims say", (discrepancy, message) => {
  expect(misnamed(discrepancy)[0]).toMatch(message);
});

test("what may stand in a file that has faults is not judged", () => {
  expect(misnamed("value-conflict/acme/two/bench", ["data/subjects/acme/two.yaml"])).toEqual([]);
  expect(misnamed("value-conflict/acme/one/speed", ["data/metrics/speed.yaml"])).toEqual([]);
});
