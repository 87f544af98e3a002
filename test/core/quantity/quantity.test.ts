import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, compareDecimals, multiply, powerOfTen } from "../../../src/core/quantity/decimal.ts";
import {
  doIntervalsMeet,
  type Interval,
  intervalContains,
} from "../../../src/core/quantity/interval.ts";
import {
  formatFigure,
  formatQuantity,
  intervalOf,
  isQuantity,
  parseQuantity,
  type Quantity,
  type Reading,
  toBaseUnit,
} from "../../../src/core/quantity/quantity.ts";
import type { UnitName } from "../../../src/core/quantity/units.ts";
import { QUALIFIERS } from "../../../src/core/schema/vocabulary.ts";
import {
  assertProperty,
  partialDates,
  plainNumerals,
  printedNumerals,
} from "../../builders/properties.ts";

function quantity(text: string, unit: UnitName = "count"): Quantity {
  const parsed = parseQuantity(text, unit);
  if (!isQuantity(parsed)) throw new Error(`${text} ${parsed.fault}`);
  return parsed;
}

function interval(text: string, reading: Reading = {}, unit: UnitName = "count"): Interval {
  const found = intervalOf(quantity(text, unit), reading);
  if (found === null) throw new Error(`${text} stands for no interval`);
  return found;
}

/** `[54.55, 54.65)`, an open end left blank. */
const notation = ({ low, high, lowIncluded, highIncluded }: Interval) =>
  `${lowIncluded ? "[" : "("}${low ?? ""}, ${high ?? ""}${highIncluded ? "]" : ")"}`;

describe("an authored value", () => {
  test.each<[string, UnitName]>([
    ["54.6", "percent"],
    ["1M", "tokens"],
    ["1,000,000", "tokens"],
    ["128K", "tokens"],
    ["50–54", "percent"],
    ["50-54", "percent"],
    ["50 to 54", "percent"],
    ["1 million to 2 million", "tokens"],
    ["2025-04-14", "date"],
    ["2025-07", "date"],
    ["2025", "date"],
    ["yes", "yes-no"],
    ["closed", "name"],
  ])("%j is read as %s and kept as printed", (text, unit) => {
    expect(quantity(text, unit).printed).toBe(text);
  });

  test.each<[string, UnitName, RegExp]>([
    ["$2", "usd", /is not a figure/],
    ["54.6%", "percent", /is not a figure/],
    ["about 5", "percent", /is not a figure/],
    ["5 to", "percent", /is not a figure/],
    ["–5 to x", "percent", /is not a figure/],
    ["54–50", "percent", /upside down; write "50–54"/],
    ["2 million to 1 million", "tokens", /upside down/],
    ["14 April 2025", "date", /is not a date; write YYYY-MM-DD/],
    ["2025-02-30", "date", /is not a date/],
    ["54.6", "date", /is not a date/],
  ])("%j as %s is refused with its reason", (text, unit, reason) => {
    const parsed = parseQuantity(text, unit);
    expect(isQuantity(parsed)).toBe(false);
    expect(parsed).toHaveProperty("fault", expect.stringMatching(reason));
  });
});

describe("the values a figure stands for", () => {
  test.each<[string, Reading, string]>([
    ["54.6", {}, "[54.55, 54.65)"],
    ["55", {}, "[54.5, 55.5)"],
    ["54.60", {}, "[54.595, 54.605)"],
    ["0", {}, "[-0.5, 0.5)"],
    ["-26", {}, "[-26.5, -25.5)"],
    ["1M", {}, "[500000, 1500000)"],
    ["1 million", {}, "[500000, 1500000)"],
    ["1,000,000", {}, "[999999.5, 1000000.5)"],
    ["128K", {}, "[127500, 128500)"],
    ["1 million", { significantDigits: 3 }, "[995000, 1005000)"],
    ["1,000,000", { significantDigits: 1 }, "[500000, 1500000)"],
    ["50–54", {}, "[49.5, 54.5)"],
    ["50.0–54", {}, "[49.95, 54.5)"],
    ["66", { qualifier: "about" }, "[64.5, 67.5)"],
    ["54.6", { qualifier: "about" }, "[54.45, 54.75)"],
    ["50–54", { qualifier: "about" }, "[48.5, 55.5)"],
    ["50–54.0", { qualifier: "about" }, "[48.5, 54.15)"],
    ["1 million", { qualifier: "about" }, "[-500000, 2500000)"],
    ["1,000,000", { qualifier: "about", significantDigits: 2 }, "[850000, 1150000)"],
    ["1", { qualifier: "nearly" }, "[-0.5, 1.5)"],
    ["90", { qualifier: "nearly" }, "[88.5, 90.5)"],
    ["50", { qualifier: "over" }, "[49.5, )"],
    ["50", { qualifier: "at-least" }, "[49.5, )"],
    ["50", { qualifier: "under" }, "(, 50.5)"],
    ["50", { qualifier: "at-most" }, "(, 50.5)"],
    ["75", { qualifier: "up-to" }, "(, 75.5)"],
    ["1 million", { qualifier: "up-to", isLimit: true }, "[500000, 1500000)"],
    ["32,768", { qualifier: "up-to", isLimit: true }, "[32767.5, 32768.5)"],
    ["1 million", { qualifier: "over", isLimit: true }, "[500000, )"],
    ["2.00", { isListed: true }, "[2, 2]"],
    ["2", { isListed: true }, "[2, 2]"],
    ["0.10–0.40", { isListed: true }, "[0.1, 0.4]"],
    ["2", { isListed: true, qualifier: "about" }, "[0.5, 3.5)"],
    ["2", { isListed: true, qualifier: "under" }, "(, 2.5)"],
    ["2", { isListed: true, qualifier: "up-to", isLimit: true }, "[2, 2]"],
  ])("of %j read as %j are %s", (text, reading, expected) => {
    expect(notation(interval(text, reading))).toBe(expected);
  });

  test.each<[string, Reading, string]>([
    ["1970-01-02", {}, "[1, 2)"],
    ["1970-01", {}, "[0, 31)"],
    ["1970", {}, "[0, 365)"],
    ["1970-01-02", { qualifier: "about" }, "[0, 3)"],
    ["1970-02", { qualifier: "about" }, "[3, 87)"],
    ["1970-01-02", { qualifier: "at-least" }, "[1, )"],
    ["1970-01-02", { qualifier: "at-most" }, "(, 2)"],
  ])("of the date %s read as %j are the days %s", (text, reading, expected) => {
    expect(notation(interval(text, reading, "date"))).toBe(expected);
  });

  test("of a name are none", () => {
    expect(intervalOf(quantity("not-available", "name"))).toBeNull();
  });

  test("hold the figure itself, whatever stands beside it", () => {
    const readings = fc.record({
      qualifier: fc.option(fc.constantFrom(...QUALIFIERS), { nil: undefined }),
      isListed: fc.boolean(),
      isLimit: fc.boolean(),
    });
    assertProperty(
      fc.property(printedNumerals, readings, (text, reading) => {
        const read = quantity(text);
        return read.kind === "number" && intervalContains(interval(text, reading), read.from.value);
      }),
    );
  });

  test("hold the figure that they are when it has more digits than are vouched for", () => {
    assertProperty(
      fc.property(printedNumerals, fc.integer({ min: 1, max: 4 }), (text, significantDigits) => {
        const read = quantity(text);
        return (
          read.kind === "number" &&
          intervalContains(interval(text, { significantDigits }), read.from.value)
        );
      }),
    );
  });

  test("of two neighbours in the last printed digit never meet, for any digit and precision", () => {
    assertProperty(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 0, max: 12 }),
        (digits, places) => {
          const step = powerOfTen(-places);
          const print = (count: number) => {
            const padded = String(count).padStart(places + 1, "0");
            return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
          };
          const [one, next] = [interval(print(digits)), interval(print(digits + 1))];
          expect(doIntervalsMeet(one, next)).toBe(false);
          expect(one.high).toBe(next.low);
          expect(add(one.low ?? "", step)).toBe(one.high);
        },
      ),
    );
  });

  test("of a figure and of its rounding meet", () => {
    assertProperty(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (tenths) => {
        const exact = `${Math.floor(tenths / 10)}.${tenths % 10}`;
        const rounded = String(Math.floor((tenths + 5) / 10));
        return doIntervalsMeet(interval(exact), interval(rounded));
      }),
    );
  });

  test("are decimal text without an exponent or the noise of binary floats", () => {
    assertProperty(
      fc.property(plainNumerals, (text) => {
        const { low, high } = interval(text);
        // One digit more than printed is all that half a step needs.
        const places = (text.split(".")[1]?.length ?? 0) + 1;
        for (const edge of [low, high])
          expect(edge).toMatch(new RegExp(`^-?\\d+(\\.\\d{1,${places}})?$`));
      }),
    );
  });
});

describe("a listed price", () => {
  test.each([
    ["2", "2.00", true],
    ["2", "2.40", false],
    ["2", "1.99", false],
    ["0.10", "0.1", true],
    ["0.10", "0.12", false],
  ])("of $%s agrees with $%s: %s", (one, other, agree) => {
    expect(
      doIntervalsMeet(interval(one, { isListed: true }), interval(other, { isListed: true })),
    ).toBe(agree);
  });

  test("agrees with the same amount only, in however many digits it is printed", () => {
    assertProperty(
      fc.property(
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 0, max: 99_999 }),
        (one, other) => {
          const dollars = (cents: number) =>
            `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
          const [here, there] = [
            interval(dollars(one), { isListed: true }),
            interval(dollars(other), { isListed: true }),
          ];
          expect(doIntervalsMeet(here, there)).toBe(one === other);
          expect(doIntervalsMeet(here, interval(`${dollars(one)}0`, { isListed: true }))).toBe(
            true,
          );
        },
      ),
    );
  });

  test("that is described rather than listed is a figure like any other", () => {
    expect(
      doIntervalsMeet(
        interval("2", { isListed: true, qualifier: "about" }),
        interval("2.40", { isListed: true }),
      ),
    ).toBe(true);
  });
});

test.each<[string, UnitName, string]>([
  ["250", "milliseconds", "[0.2495, 0.2505)"],
  ["5", "seconds", "[4.5, 5.5)"],
  ["2", "hours", "[5400, 9000)"],
  ["3", "weeks", "[17.5, 24.5)"],
  ["1", "years", "[6, 18)"],
])("%s %s stand for %s in the base unit of the dimension", (text, unit, expected) => {
  expect(notation(toBaseUnit(interval(text, {}, unit), unit))).toBe(expected);
});

test("converting to the base unit leaves open ends open", () => {
  expect(notation(toBaseUnit(interval("2", { qualifier: "over" }, "hours"), "hours"))).toBe(
    "[5400, )",
  );
});

test("conversion is exact: a thousand milliseconds per second, whatever the figure", () => {
  assertProperty(
    fc.property(plainNumerals, (text) => {
      const [ms, s] = [toBaseUnit(interval(text), "milliseconds"), interval(text)];
      return compareDecimals(multiply(ms.low ?? "", "1000"), s.low ?? "") === 0;
    }),
  );
});

describe("a figure for readers", () => {
  test.each<[string, UnitName, string]>([
    ["54.6", "percent", "54.6%"],
    ["0.10", "usd", "$0.10"],
    ["0.10", "usd-per-million-tokens", "$0.10"],
    ["0.002", "usd-per-thousand-tokens", "$0.002 per 1K tokens"],
    ["21.4", "points", "21.4 points"],
    ["2", "ratio", "2×"],
    ["1 million", "tokens", "1 million tokens"],
    ["3", "count", "3"],
    ["5", "seconds", "5 seconds"],
    ["1", "hours", "1 hour"],
    ["1", "points", "1 point"],
    ["1.0", "hours", "1.0 hours"],
    ["250", "milliseconds", "250 ms"],
    ["1", "milliseconds", "1 ms"],
    ["2025-04-14", "date", "14 April 2025"],
    ["2025-07", "date", "July 2025"],
    ["yes", "yes-no", "yes"],
    ["not-available", "yes-no", "not available"],
    ["not-reported", "name", "not reported"],
  ])("%j in %s reads as %s, digits as printed", (printed, unit, text) => {
    expect(formatFigure(printed, unit)).toBe(text);
  });

  test.each<[string, UnitName, Parameters<typeof formatQuantity>[2], string]>([
    ["21", "percent", { qualifier: "about" }, "about 21%"],
    ["10.5", "points", { direction: "up" }, "+10.5 points"],
    ["26", "percent", { direction: "down" }, "−26%"],
    ["21", "percent", { qualifier: "about", direction: "up" }, "about +21%"],
    ["1 million", "tokens", { qualifier: "up-to" }, "up to 1 million tokens"],
    ["50", "percent", { qualifier: "at-least" }, "at least 50%"],
    ["2025-07", "date", { qualifier: "about" }, "about July 2025"],
    ["2", "ratio", undefined, "2×"],
  ])("%j in %s with %j reads as %s", (printed, unit, reading, text) => {
    expect(formatQuantity(quantity(printed, unit), unit, reading)).toBe(text);
  });

  test("a named value has no qualifier and no sign", () => {
    expect(
      formatQuantity({ kind: "name", printed: "not-available" }, "usd", {
        qualifier: "about",
        direction: "up",
      }),
    ).toBe("not available");
  });

  test("shows every digit that was printed", () => {
    assertProperty(
      fc.property(
        printedNumerals,
        fc.constantFrom<UnitName>("percent", "usd", "tokens", "points", "ratio", "count"),
        (text, unit) => formatQuantity(quantity(text, unit), unit).includes(text),
      ),
    );
  });
});

test("a date is read back from the text in which it was printed", () => {
  assertProperty(fc.property(partialDates, (iso) => quantity(iso, "date").printed === iso));
});
