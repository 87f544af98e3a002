import Big from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  absolute,
  add,
  compareDecimals,
  divide,
  multiply,
  negate,
  powerOfTen,
  roundToPlaces,
  subtract,
  toDecimal,
} from "../../../src/core/quantity/decimal.ts";
import { assertProperty, plainNumerals } from "../../builders/properties.ts";

test.each([
  ["0.10", "0.1"],
  ["54.60", "54.6"],
  ["100", "100"],
  ["0", "0"],
  ["-0", "0"],
  ["-0.00", "0"],
  ["007", "7"],
  ["1000000000000000000000000", "1000000000000000000000000"],
  ["0.000000000000000000001", "0.000000000000000000001"],
])("%s is %s in canonical form, without exponent or trailing zeros", (text, canonical) => {
  expect(toDecimal(text)).toBe(canonical);
});

test.each(["", "abc", "1,000", "$2", "54.6%", "1e"])("%j is no decimal", (text) => {
  expect(() => toDecimal(text)).toThrow();
});

describe("sums", () => {
  test.each([
    [add("0.1", "0.2"), "0.3"],
    [subtract("54.9", "54.6"), "0.3"],
    [subtract("0.3", "0.1"), "0.2"],
    [subtract("1", "1.0"), "0"],
    [multiply("1.1", "1.1"), "1.21"],
    [multiply("0.12", "4"), "0.48"],
    [multiply("-1", "0"), "0"],
    [negate("0"), "0"],
    [negate("-2.5"), "2.5"],
    [absolute("-54.6"), "54.6"],
    [divide("1", "8"), "0.125"],
    [divide("2", "3", 4), "0.6667"],
    [divide("-2", "3", 4), "-0.6667"],
  ])("carry no noise of binary floats: %s is %s", (result, expected) => {
    expect(result).toBe(expected);
  });

  test("undo one another exactly", () => {
    assertProperty(
      fc.property(plainNumerals, plainNumerals, (one, other) => {
        expect(subtract(add(toDecimal(one), toDecimal(other)), toDecimal(other))).toBe(
          toDecimal(one),
        );
      }),
    );
  });

  test("are the same in either order", () => {
    assertProperty(
      fc.property(
        plainNumerals,
        plainNumerals,
        (one, other) =>
          add(one, other) === add(other, one) && multiply(one, other) === multiply(other, one),
      ),
    );
  });

  test("agree with whole-number arithmetic on the digits", () => {
    assertProperty(
      fc.property(
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 0, max: 99_999 }),
        (one, other) => {
          const cents = (value: number) =>
            `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
          expect(add(cents(one), cents(other))).toBe(toDecimal(cents(one + other)));
        },
      ),
    );
  });
});

test("a quotient by zero is refused rather than infinite", () => {
  expect(() => divide("1", "0")).toThrow();
});

test.each([
  ["2", "10", -1],
  ["2.0", "2", 0],
  ["-1", "-2", 1],
  ["0", "-0", 0],
])("%s against %s is ordered as numbers, not as text", (one, other, order) => {
  expect(compareDecimals(one, other)).toBe(order);
});

test.each([
  [0, "1"],
  [3, "1000"],
  [-1, "0.1"],
  [-6, "0.000001"],
])("ten to the power of %i is %s", (exponent, text) => {
  expect(powerOfTen(exponent)).toBe(text);
});

test.each([
  ["0.545", 2, "0.55"],
  ["2", 2, "2.00"],
  ["-0.545", 2, "-0.55"],
  ["54.649", 1, "54.6"],
])("%s to %i places is %s, half rounded away from zero and zeros kept", (value, places, text) => {
  expect(roundToPlaces(value, places)).toBe(text);
});

describe("short and long figures", () => {
  // Around the length at which sums leave whole numbers for the library.
  const decimals = fc
    .tuple(
      fc.constantFrom("", "-"),
      fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 18 }),
      fc.option(
        fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 18 }),
        {
          nil: null,
        },
      ),
    )
    .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === null ? "" : `.${fraction}`}`);
  const text = (value: Big) => (value.eq(0) ? "0" : value.toFixed());

  test("give what exact arithmetic gives", () => {
    assertProperty(
      fc.property(decimals, decimals, (one, other) => {
        const [a, b] = [new Big(one), new Big(other)];
        expect(toDecimal(one)).toBe(text(a));
        expect(add(one, other)).toBe(text(a.plus(b)));
        expect(subtract(one, other)).toBe(text(a.minus(b)));
        expect(multiply(one, other)).toBe(text(a.times(b)));
        expect(negate(one)).toBe(text(a.times(-1)));
        expect(absolute(one)).toBe(text(a.abs()));
        expect(compareDecimals(one, other)).toBe(a.cmp(b));
        const Divider = Big();
        Divider.DP = 20;
        if (!b.eq(0)) expect(divide(one, other)).toBe(text(new Divider(one).div(other)));
      }),
      2000,
    );
  });
});
