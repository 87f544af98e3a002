import { expect, test } from "vitest";
import { CausesOnDemand } from "../../../src/core/causes/causes-on-demand.ts";
import { indexFigures } from "../../../src/core/causes/figure-index.ts";
import { aClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";
import { BENCH } from "./causes-of.ts";

const analysis = analysisOf({
  sources: {
    "acme/card": [aClaim({ value: "54.6", "measured-by": "acme" })],
    "beta/review": [aClaim({ value: "71.3" })],
  },
});

/** The causes of the analysis above, with the number of times that they asked for what hypotheses look at. */
function counted() {
  const { dataset, facts, standings, discrepancies } = analysis;
  const asked = { times: 0 };
  const causes = new CausesOnDemand(discrepancies, () => {
    asked.times++;
    return { dataset, facts, standings, figures: indexFigures(dataset.claims.values()) };
  });
  return { causes, asked };
}

test("nothing is worked out before a cause is asked for, and each but once", () => {
  const { causes, asked } = counted();
  expect([causes.size, [...causes.keys()], causes.has(BENCH)]).toEqual([1, [BENCH], true]);
  expect(asked.times).toBe(0);
  const first = causes.get(BENCH);
  expect(first?.map(({ kind }) => kind)).toEqual(["unexplained"]);
  expect(causes.get(BENCH)).toBe(first);
  expect(asked.times).toBe(1);
});

test("whoever goes through the map gets all of them", () => {
  const { causes } = counted();
  const visited: unknown[] = [];
  causes.forEach((each, id) => {
    visited.push([id, each]);
  });
  expect([...causes]).toEqual(visited);
  expect([...causes.values()]).toEqual([causes.get(BENCH)]);
});

test("what was not found has no causes", () => {
  const { causes } = counted();
  expect(causes.get("value-conflict/acme/two/bench")).toBeUndefined();
  expect(causes.has("value-conflict/acme/two/bench")).toBe(false);
});
