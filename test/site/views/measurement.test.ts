import { expect, it } from "vitest";
import { declaration, results } from "../../../src/core/mutations/record.ts";
import {
  judgedFindings,
  measurementView,
  missedErrors,
} from "../../../src/site/views/measurement.ts";
import { aClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

const analysis = analysisOf({
  sources: {
    "acme/card": [aClaim()],
    "beta/review": [aClaim({ value: "54.9" })],
  },
});

it("gives each kind of error its shares, and all of them together", () => {
  const view = measurementView(
    results({
      dataset: "abc",
      seed: 1,
      claims: 10,
      unchecked: 3,
      tally: [
        { kind: "digit-changed", injected: 30, found: 30, right: 20 },
        { kind: "date-moved", injected: 10, found: 5, right: 5 },
        { kind: "unit-changed", injected: 0, found: 0, right: 0 },
      ],
      outcomes: [],
    }),
  );
  expect(view.rows.map(({ title, found, right }) => [title, found, right])).toEqual([
    ["Digit changed", "30 (100%)", "20 (67%)"],
    ["Date moved", "5 (50%)", "5 (50%)"],
    ["Unit changed", "0", "0"],
  ]);
  expect(view.total).toMatchObject({ injected: 40, found: "35 (88%)", right: "25 (63%)" });
  expect(view.unchecked).toBe("3 (30%)");
});

it("lists the errors that were missed or misnamed, and what was done to the claim", () => {
  const mutation = (claim: string) => ({
    kind: "digit-changed" as const,
    claim,
    note: "54.6 becomes 45.6",
    edits: [],
    expected: ["value-conflict" as const],
  });
  const of = { dataset: "abc", seed: 1 };
  const ids = ["acme/card#c1", "beta/review#c1", "beta/review#gone"];
  const outcome = (index: number, foundAs: readonly "arithmetic"[], isRight: boolean) => ({
    claim: ids[index] as string,
    foundAs,
    isRight,
  });
  const missed = missedErrors(
    analysis,
    declaration({ ...of, mutations: ids.map(mutation) }),
    results({
      ...of,
      claims: 2,
      unchecked: 0,
      tally: [],
      outcomes: [outcome(0, [], false), outcome(1, ["arithmetic"], false), outcome(2, [], false)],
    }),
  );
  expect(missed.map(({ title, result }) => [title, result])).toEqual([
    ["Acme on One on Bench", "not found"],
    ["Beta on One on Bench", "found as arithmetic"],
  ]);
});

it("leads from a judged discrepancy to its page, as long as there is one", () => {
  const [id = ""] = analysis.discrepancies.keys();
  expect(
    judgedFindings(analysis, [
      { id, why: "So it is." },
      { id: "rounding/gone", why: "It was." },
    ]),
  ).toMatchObject([
    { title: "Value conflict, Acme on One on Bench", path: `/discrepancies/${id}/` },
    { title: "rounding/gone", path: null },
  ]);
});
