import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doIntervalsMeet } from "../../../src/core/quantity/interval.ts";
import {
  formatQuantity,
  intervalOf,
  isQuantity,
  parseQuantity,
  type Quantity,
} from "../../../src/core/quantity/quantity.ts";
import type { UnitName } from "../../../src/core/quantity/units.ts";
import {
  isReadableIn,
  parseWrittenFigure,
  readValues,
  saysTimesMore,
} from "../../../src/core/quantity/written.ts";
import { DIRECTIONS, QUALIFIERS } from "../../../src/core/schema/vocabulary.ts";
import { assertProperty, partialDates, printedNumerals } from "../../builders/properties.ts";

function quantity(text: string, unit: UnitName = "count"): Quantity {
  const parsed = parseQuantity(text, unit);
  if (!isQuantity(parsed)) throw new Error(`${text} ${parsed.fault}`);
  return parsed;
}

describe("a figure as people write it", () => {
  test.each([
    ["54.6%", { printed: "54.6", unit: "percent" }],
    ["54.6 %", { printed: "54.6", unit: "percent" }],
    ["54.6 percent", { printed: "54.6", unit: "percent" }],
    ["54.6", { printed: "54.6", unit: null }],
    ["$2.00", { printed: "2.00", unit: "usd" }],
    ["12 cents", { printed: "0.12", unit: "usd" }],
    ["10 cents", { printed: "0.10", unit: "usd" }],
    ["2.5 cents", { printed: "0.025", unit: "usd" }],
    ["40¢", { printed: "0.40", unit: "usd" }],
    ["150 cents", { printed: "1.50", unit: "usd" }],
    ["1 cent", { printed: "0.01", unit: "usd" }],
    ["3x", { printed: "3", unit: "ratio" }],
    ["3×", { printed: "3", unit: "ratio" }],
    ["10 times", { printed: "10", unit: "ratio" }],
    ["1M", { printed: "1M", unit: null }],
    ["1M tokens", { printed: "1M", unit: "tokens" }],
    ["1,000,000 tokens", { printed: "1,000,000", unit: "tokens" }],
    ["128K", { printed: "128K", unit: null }],
    ["500 words", { printed: "500", unit: "words" }],
    ["5 seconds", { printed: "5", unit: "seconds" }],
    ["1 second", { printed: "1", unit: "seconds" }],
    ["250 ms", { printed: "250", unit: "milliseconds" }],
    ["250 milliseconds", { printed: "250", unit: "milliseconds" }],
    ["3 months", { printed: "3", unit: "months" }],
    ["1 year", { printed: "1", unit: "years" }],
    ["50–54%", { printed: "50–54", unit: "percent" }],
    ["+10.5 points", { printed: "10.5", unit: "points", direction: "up" }],
    ["-5 points", { printed: "5", unit: "points", direction: "down" }],
    ["1 point", { printed: "1", unit: "points" }],
    ["16 percentage points", { printed: "16", unit: "points" }],
    ["21.4%abs", { printed: "21.4", unit: "points" }],
    ["4 pp", { printed: "4", unit: "points" }],
    ["−26%", { printed: "26", unit: "percent", direction: "down" }],
    ["~66%", { printed: "66", unit: "percent", qualifier: "about" }],
    ["≈66%", { printed: "66", unit: "percent", qualifier: "about" }],
    ["roughly 66 percent", { printed: "66", unit: "percent", qualifier: "about" }],
    ["nearly 90%", { printed: "90", unit: "percent", qualifier: "nearly" }],
    ["over 50%", { printed: "50", unit: "percent", qualifier: "over" }],
    ["> 50%", { printed: "50", unit: "percent", qualifier: "over" }],
    ["≥50%", { printed: "50", unit: "percent", qualifier: "at-least" }],
    [">=50%", { printed: "50", unit: "percent", qualifier: "at-least" }],
    ["under 200K", { printed: "200K", unit: null, qualifier: "under" }],
    ["≤200K", { printed: "200K", unit: null, qualifier: "at-most" }],
    ["up to 1 million tokens", { printed: "1 million", unit: "tokens", qualifier: "up-to" }],
    ["about +21%", { printed: "21", unit: "percent", qualifier: "about", direction: "up" }],
    ["Apr 14, 2025", { printed: "2025-04-14", unit: "date" }],
    ["July 2025", { printed: "2025-07", unit: "date" }],
    ["2025-04-14", { printed: "2025-04-14", unit: "date" }],
  ])(
    "%j is read",
    (text, {
      printed,
      unit,
      ...rest
    }: { printed: string; unit: string | null; qualifier?: string; direction?: string }) => {
      expect(parseWrittenFigure(text)).toMatchObject({
        qualifier: null,
        direction: null,
        unit,
        ...rest,
        quantity: { printed },
      });
    },
  );

  test.each([
    "",
    "x",
    "%",
    "$",
    "cents",
    "about",
    "fast",
    "overview",
    "One-4.1",
    "54–50%",
    "1,00",
    "up to",
    "February 30, 2025",
    "$2 million and more",
    "gibberish 5",
  ])("%j is no figure", (text) => {
    expect(parseWrittenFigure(text)).toBeNull();
  });

  const figures = fc.tuple(
    printedNumerals,
    fc.constantFrom<UnitName>(
      "percent",
      "points",
      "ratio",
      "usd",
      "tokens",
      "words",
      "users",
      "milliseconds",
      "seconds",
      "minutes",
      "hours",
      "days",
      "weeks",
      "months",
      "years",
    ),
    fc.option(fc.constantFrom(...QUALIFIERS), { nil: undefined }),
    fc.option(fc.constantFrom(...DIRECTIONS), { nil: undefined }),
  );

  test("is what a formatted figure reads as: formatting and reading are each other's reverse", () => {
    assertProperty(
      fc.property(figures, ([text, unit, qualifier, direction]) => {
        const original = quantity(text, unit);
        const written = parseWrittenFigure(
          formatQuantity(original, unit, { qualifier, direction }),
        );
        expect(written).toEqual({
          quantity: original,
          unit,
          qualifier: qualifier ?? null,
          direction: direction ?? null,
        });
      }),
    );
  });

  test("of a range, too", () => {
    const text = formatQuantity(quantity("50–54", "percent"), "percent", { qualifier: "about" });
    expect(parseWrittenFigure(text)).toEqual({
      quantity: quantity("50–54", "percent"),
      unit: "percent",
      qualifier: "about",
      direction: null,
    });
  });

  test("of a date, too", () => {
    assertProperty(
      fc.property(partialDates, (iso) => {
        fc.pre(iso.length > 4);
        expect(parseWrittenFigure(formatQuantity(quantity(iso, "date"), "date"))?.quantity).toEqual(
          quantity(iso, "date"),
        );
      }),
    );
  });

  test("in cents stands for the same values as the figure in dollars that it prints", () => {
    assertProperty(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (cents) => {
        const written = parseWrittenFigure(`${cents} cents`);
        if (written === null) throw new Error(`${cents} cents is no figure`);
        const reread = quantity(written.quantity.printed, "usd");
        expect(intervalOf(reread)).toEqual(intervalOf(written.quantity));
      }),
    );
  });
});

describe("the values of a text", () => {
  test("are its numerals, its words and its dates", () => {
    const values = readValues("By April 2025 it fell by half, to 12 cents, in three months.");
    expect(values.numerals.map(({ value }) => value)).toEqual(["2025", "12", "0.12"]);
    expect(values.wordValues).toEqual(expect.arrayContaining(["0.5", "50", "3"]));
    expect(values.dates).toEqual(["2025-04"]);
  });

  test.each([
    ["two million tokens", "2000000"],
    ["a hundred thousand users", "100000"],
    ["twelve cents", "0.12"],
    ["twice as fast", "2"],
    ["a dozen", "12"],
    ["thirty percent", "30"],
  ])("in words: %j holds %s", (text, value) => {
    expect(readValues(text).wordValues).toContain(value);
  });
});

describe("whether a value can be read out of words", () => {
  test.each<[string, UnitName, string, boolean]>([
    ["54.6", "percent", "achieved a score of 54.6% there", true],
    ["54.6", "percent", "achieved a score of 54.60% there", false],
    ["54.60", "percent", "achieved a score of 54.6% there", false],
    ["54.6", "percent", "achieved a score of 54.9% there", false],
    ["54.6", "percent", "achieved a score of 154.6% there", false],
    ["54", "percent", "achieved a score of 54.6% there", false],
    ["6", "percent", "achieved a score of 54.6% there", false],
    ["55", "percent", "achieved 54.6%, or 55 rounded", true],
    ["26", "percent", "dropped by -26%", true],
    ["2.00", "usd-per-million-tokens", "for $2.00 per million", true],
    ["2", "usd-per-million-tokens", "for $2.00 per million", false],
    ["0.12", "usd-per-million-tokens", "for 12 cents per million", true],
    ["0.12", "usd-per-million-tokens", "for twelve cents per million", true],
    ["0.10", "usd-per-million-tokens", "for 10 cents per million", true],
    ["0.1", "usd-per-million-tokens", "for 10 cents per million", false],
    ["1 million", "tokens", "a window of 1M tokens", true],
    ["1 million", "tokens", "a window of 1 million tokens", true],
    ["1 million", "tokens", "a window of 1,000,000 tokens", false],
    ["1,000,000", "tokens", "a window of 1M tokens", false],
    ["3", "months", "within three months", true],
    ["50–54", "percent", "between 50 and 54 percent", true],
    ["50–54", "percent", "between 50 and 55 percent", false],
    ["50", "percent", "nearly half of them", true],
    ["33", "percent", "a third less than before", true],
    ["34", "percent", "a third less than before", false],
    ["46", "count", "some forty-six languages", true],
    ["40", "count", "some forty-six languages", false],
    ["6", "count", "some forty-six languages", false],
    ["500,000", "tokens", "half a million tokens", true],
    ["1.5", "hours", "an hour and a half", true],
    ["1", "hours", "an hour and a half", false],
    ["1 million", "tokens", "up to 1.5 million tokens", false],
    ["3", "count", "the model called o3", false],
    ["4", "count", "the model called 4o", false],
    ["2025-04-14", "date", "on Apr 14, 2025", true],
    ["2025-04-14", "date", "on April 14th", true],
    ["2025-04-14", "date", "on 14 April", true],
    ["2025-04-14", "date", "on April 15th", false],
    ["2025-04-14", "date", "in April 2025", false],
    ["2025-04", "date", "in April 2025", true],
    ["2025-04", "date", "on April 14, 2025", false],
    ["2025", "date", "some day in 2025", true],
    ["2025", "date", "some day in 20251", false],
    ["yes", "yes-no", "it ships today", true],
  ])("%s (%s) from %j: %s", (text, unit, words, isReadable) => {
    expect(isReadableIn(quantity(text, unit), words)).toBe(isReadable);
  });

  test("holds for every figure and the text in which it is printed", () => {
    assertProperty(
      fc.property(printedNumerals, (text) =>
        isReadableIn(quantity(text), `a score of ${text} units`),
      ),
    );
  });

  test("does not hold for a figure whose values the text does not meet", () => {
    assertProperty(
      fc.property(printedNumerals, printedNumerals, (one, other) => {
        const [mine, theirs] = [intervalOf(quantity(one)), intervalOf(quantity(other))];
        fc.pre(mine !== null && theirs !== null && !doIntervalsMeet(mine, theirs) && one !== "1");
        return !isReadableIn(quantity(one), `scores ${other} units`);
      }),
    );
  });
});

test.each([
  ["is three times better at it", true],
  ["3x faster than before", true],
  ["3× more", true],
  ["five times higher", true],
  ["three times as many", false],
  ["ten times the price", false],
  ["doubles its score", false],
  ["an 8x increase", false],
  ["improves many times", false],
])("%j speaks of so many times more: %s", (words, expected) => {
  expect(saysTimesMore(words)).toBe(expected);
});
