import { describe, expect, test } from "vitest";
import { toDecimal } from "../../../src/core/quantity/decimal.ts";
import {
  areUnitsComparable,
  UNIT_NAMES,
  UNITS,
  type UnitName,
} from "../../../src/core/quantity/units.ts";

describe("units that can be compared", () => {
  test.each<[UnitName, UnitName, boolean]>([
    ["seconds", "milliseconds", true],
    ["hours", "minutes", true],
    ["days", "weeks", true],
    ["months", "years", true],
    ["percent", "percent", true],
    ["percent", "points", false],
    ["days", "months", false],
    ["hours", "days", false],
    ["usd", "usd-per-million-tokens", false],
    ["usd-per-thousand-tokens", "usd-per-million-tokens", true],
    ["tokens", "words", false],
    ["count", "users", false],
    ["ratio", "percent", false],
  ])("%s with %s: %s, from either side", (one, other, areComparable) => {
    expect(areUnitsComparable(one, other)).toBe(areComparable);
    expect(areUnitsComparable(other, one)).toBe(areComparable);
  });
});

test.each(UNIT_NAMES)("%s has an exact positive factor to the base of its dimension", (unit) => {
  expect(toDecimal(UNITS[unit].factor)).toBe(UNITS[unit].factor);
  expect(UNITS[unit].factor).toMatch(/^(?!0$)[\d.]+$/);
});

test("every dimension has a unit that is its base", () => {
  const based = new Set(
    UNIT_NAMES.filter((unit) => UNITS[unit].factor === "1").map((unit) => UNITS[unit].dimension),
  );
  expect(new Set(UNIT_NAMES.map((unit) => UNITS[unit].dimension))).toEqual(based);
});
