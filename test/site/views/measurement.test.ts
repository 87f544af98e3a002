import { expect, it } from "vitest";
import { results } from "../../../src/core/mutations/record.ts";
import { measurementView } from "../../../src/site/views/measurement.ts";

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
