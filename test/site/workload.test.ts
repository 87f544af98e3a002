import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDecimals } from "../../src/core/quantity/decimal.ts";
import {
  costRows,
  describeCosts,
  doesTierHold,
  formatMoney,
  formatWorkloadState,
  type Offer,
  type OfferPrice,
  parseCount,
  parseWorkloadState,
  type Workload,
  wrongFields,
} from "../../src/site/workload.ts";
import { assertProperty } from "../builders/properties.ts";

const price = (value: string, stated?: [string, string]): OfferPrice => ({
  text: `$${value}`,
  href: "/claim",
  stands: { low: value, high: value },
  stated: stated ? { low: stated[0], high: stated[1] } : null,
});
const anOffer = (overrides: Partial<Offer> = {}): Offer => ({
  id: "acme/one",
  name: "One",
  href: "/models/acme/one/",
  note: "",
  isChosen: true,
  tier: null,
  prices: { input: price("2"), cached: price("0.5"), output: price("8") },
  ...overrides,
});
const WORKLOAD: Workload = { input: "1000", cached: "2000", output: "500", calls: "1000" };

describe("a workload costs", () => {
  test("each kind of token at its price, times the calls", () => {
    const [row] = costRows([anOffer()], WORKLOAD);
    // 2 + 1 + 4 dollars a day.
    expect(row?.perDay).toEqual({ low: "7", high: "7" });
    expect(row?.perMonth).toEqual({ low: "210", high: "210" });
    expect(row?.shares).toEqual({ input: "29", cached: "14", output: "57" });
    expect(row?.statedPerMonth).toBeNull();
  });

  test("the input price for cached tokens, where nobody states a cached one", () => {
    const offer = anOffer({ prices: { input: price("2"), cached: null, output: price("8") } });
    const [row] = costRows([offer], WORKLOAD);
    expect(row?.perDay.low).toBe("10");
    expect(row?.isCacheAtInput).toBe(true);
    expect(costRows([offer], { ...WORKLOAD, cached: "0" })[0]?.isCacheAtInput).toBe(false);
  });

  test("a range, where the price is disputed or sources conflict about it", () => {
    const disputed = { ...price("2"), stands: { low: "2", high: "3" } };
    const [first] = costRows(
      [anOffer({ prices: { input: disputed, cached: null, output: price("8") } })],
      {
        ...WORKLOAD,
        cached: "0",
      },
    );
    expect(first?.perDay).toEqual({ low: "6", high: "7" });
    const conflicting = anOffer({
      prices: { input: price("2", ["2", "2.4"]), cached: price("0.5"), output: price("8") },
    });
    const [second] = costRows([conflicting], WORKLOAD);
    expect(second?.perDay).toEqual({ low: "7", high: "7" });
    expect(second?.statedPerMonth).toEqual({ low: "210", high: "222" });
    const [unused] = costRows([conflicting], { ...WORKLOAD, input: "0" });
    expect(unused?.statedPerMonth).toBeNull();
  });

  test("nothing without calls, and has no shares then", () => {
    const [row] = costRows([anOffer()], { ...WORKLOAD, calls: "0" });
    expect(row?.perDay.low).toBe("0");
    expect(row?.shares).toEqual({ input: "0", cached: "0", output: "0" });
  });

  test("exactly a thousand times as much for a thousand times the calls", () => {
    const counts = fc.integer({ min: 0, max: 999_999 }).map(String);
    assertProperty(
      fc.property(
        fc.record({ input: counts, cached: counts, output: counts, calls: counts }),
        (workload) => {
          const [one] = costRows([anOffer()], workload);
          const [many] = costRows([anOffer()], {
            ...workload,
            calls: `${workload.calls}000`.replace(/^0+(?=\d)/, ""),
          });
          expect(many?.perDay.low.replace(".", "").replace(/^0+|0+$/g, "")).toBe(
            one?.perDay.low.replace(".", "").replace(/^0+|0+$/g, ""),
          );
        },
      ),
      100,
    );
  });
});

test("offers stand in the order of what they cost", () => {
  const offers = ["3", "1", "2"].map((value) =>
    anOffer({
      id: value,
      prices: { input: price(value), cached: price("0"), output: price(value) },
    }),
  );
  const rows = costRows(offers, WORKLOAD);
  expect(rows.map(({ offer }) => offer.id)).toEqual(["1", "2", "3"]);
  for (const [index, row] of rows.entries())
    expect(compareDecimals(row.perDay.low, rows[index + 1]?.perDay.low ?? "9999")).toBe(-1);
});

test.each([
  ["200000", false, true],
  ["200001", false, false],
  ["200000", true, false],
  ["200001", true, true],
])("a prompt of %s tokens and a tier above 200,000 %s: %s", (input, isAbove, holds) => {
  const offer = anOffer({ tier: { bound: "200000", isAbove } });
  expect(doesTierHold(offer, { ...WORKLOAD, input, cached: "0" })).toBe(holds);
  expect(costRows([offer], { ...WORKLOAD, input, cached: "0" })).toHaveLength(holds ? 1 : 0);
});

test.each([
  ["0", "$0.00"],
  ["7", "$7.00"],
  ["1234567.891", "$1,234,567.89"],
  ["0.5", "$0.50"],
  ["0.1234", "$0.1234"],
  ["0.123", "$0.123"],
  ["0.00001", "under $0.0001"],
  ["0.99999", "$1.00"],
  ["12.005", "$12.01"],
])("%s dollars are shown as %s", (amount, shown) => {
  expect(formatMoney(amount)).toBe(shown);
});

test.each([
  ["1000", "1000"],
  [" 1,000 ", "1000"],
  ["1 000 000", "1000000"],
  ["007", "7"],
  ["0", "0"],
  ["", null],
  ["-1", null],
  ["1.5", null],
  ["1e3", null],
  ["1234567890123", null],
])("typed %j is the count %s", (text, count) => {
  expect(parseCount(text)).toBe(count);
});

test("what costs least and most is told in words", () => {
  const dear = anOffer({
    id: "z",
    name: "Dear",
    note: "snapshot s1",
    prices: { input: price("20"), cached: null, output: price("8") },
  });
  expect(describeCosts(costRows([dear, anOffer()], WORKLOAD))).toBe(
    "2 offers: the least is One at $210.00 a month, the most Dear, snapshot s1 at $1,920.00 a month.",
  );
  expect(describeCosts(costRows([anOffer()], WORKLOAD))).toBe("One at $210.00 a month.");
  expect(describeCosts([])).toContain("No offer");
});

describe("the address", () => {
  test("holds what was typed and chosen, and gives it back", () => {
    const counts = fc.integer({ min: 0, max: 999_999_999 }).map(String);
    const ids = fc.constantFrom("acme/one", "acme/one s1", "beta/rival ≤200K", "a&b=c");
    assertProperty(
      fc.property(
        fc.record({ input: counts, cached: counts, output: counts, calls: counts }),
        fc.option(fc.uniqueArray(ids)),
        (workload, offers) => {
          const query = new URLSearchParams(formatWorkloadState({ workload, offers }));
          expect(parseWorkloadState(query, WORKLOAD)).toEqual({ workload, offers });
        },
      ),
    );
  });

  test("that says nothing, or nothing sound, leaves the workload as it begins", () => {
    const query = new URLSearchParams("?input=many&output=-3&calls=&other=1");
    expect(parseWorkloadState(query, WORKLOAD)).toEqual({ workload: WORKLOAD, offers: null });
  });
});

test("fields that hold no count are named", () => {
  expect(wrongFields({ ...WORKLOAD, input: "x", calls: "" })).toEqual(["input", "calls"]);
});
