import { expect, test } from "vitest";
import { compareStates } from "../../../src/core/changes/compare-states.ts";
import { touchedArticles } from "../../../src/core/changes/touched-articles.ts";
import { aClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

const state = (value: string) =>
  analysisOf({
    sources: { "acme/card": [aClaim()], "beta/review": [aClaim({ value })] },
  });
const touched = (prose: string) => {
  const after = state("70");
  return touchedArticles(
    compareStates(state("54.6"), after),
    after,
    new Map([["articles/a.mdx", prose]]),
  );
};

test.each([
  ["a claim that was corrected", '<Figure claim="beta/review#c1" />', "beta/review#c1"],
  ["a claim of a fact whose status changed", '<Quote claim="acme/card#c1" />', "acme/card#c1"],
  ["a fact whose status changed", 'On <Figure fact="acme/one/bench" /> it…', "acme/one/bench"],
  [
    "a discrepancy that is new",
    '<Discrepancy id="value-conflict/acme/one/bench" />',
    "value-conflict/acme/one/bench",
  ],
  ["a metric with such a fact", '<BenchmarkChart metric="bench" />', "bench"],
  ["one of several ids", '<Derived of={["a/b#c", "beta/review#c1"]} />', "beta/review#c1"],
])("an article is touched when it uses %s", (_, prose, id) => {
  expect(touched(`${prose}\n`)).toEqual([{ path: "articles/a.mdx", ids: [id] }]);
});

test.each([
  ["uses something else", '<Figure claim="gamma/digest#c1" />'],
  ["only writes of it", "beta/review#c1"],
  ["does not parse", '<Figure claim="beta/review#c1"'],
])("an article that %s is not touched", (_, prose) => {
  expect(touched(`${prose}\n`)).toEqual([]);
});
