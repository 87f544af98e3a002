import { describe, expect, test } from "vitest";
import { slipOfDates, slipOfFigures } from "../../../src/core/causes/slips.ts";

describe("slips of figures", () => {
  test.each([
    ["56.4", "54.6", "with two neighbouring digits swapped", "strong"],
    ["8.9", "9.8", "with two neighbouring digits swapped", "fair"],
    ["26.6", "16.6", "with one digit off, 2 for 1", "strong"],
    ["57.6", "54.6", "with one digit off, 7 for 4", "weak"],
    ["5.46", "54.6", "with the decimal point or a zero moved", "strong"],
    ["1.2", "0.12", "with the decimal point or a zero moved", "fair"],
    ["147576", "1047576", "with one digit too few", "fair"],
    ["544.6", "54.6", "with one digit too many", "fair"],
    ["8.3", "38.3", "with one digit too few", "weak"],
    ["15", "50", "misheard: “fifteen” and “fifty” sound alike", "fair"],
    ["40000", "14000", "misheard: “fourteen” and “forty” sound alike", "fair"],
  ])("%s is %s %s", (stated, right, words, support) => {
    expect(slipOfFigures(stated, right)).toEqual({ words, support });
  });

  test.each([
    ["54.6", "54.6", "the same figure"],
    ["54.9", "54.6", "the last digit alone differs, as it does between two measurements"],
    ["64", "64.6", "a figure cut off"],
    ["200", "100", "a round figure has no digits that agree"],
    ["0.1", "1", "one digit moves anywhere"],
    ["52.6", "54.6", "a middle digit that is not easily confused"],
    ["86.1", "38.3", "nothing in common"],
    ["26", "60", "thirteen and thirty in proportion only"],
  ])("%s and %s: %s", (stated, right) => {
    expect(slipOfFigures(stated, right)).toBeNull();
  });
});

describe("slips of dates", () => {
  test.each([
    ["2025-05-04", "2025-04-05", "with day and month exchanged", "strong"],
    ["2024-04-14", "2025-04-14", "in another year", "strong"],
    ["2025-05-14", "2025-04-14", "in another month", "fair"],
    ["2024-04", "2025-04", "in another year", "fair"],
    ["2025-04-21", "2025-04-12", "with the digits of the day swapped", "fair"],
    ["2025-04-24", "2025-04-14", "with one digit of the day off, 24 for 14", "weak"],
    ["2025-04-21", "2025-04-14", "moved by exactly a week to another Monday", "weak"],
    ["2025-04-28", "2025-04-14", "moved by exactly two weeks to another Monday", "weak"],
    ["2025-04-30", "2025-05-07", "moved by exactly a week to another Wednesday", "weak"],
  ])("%s is %s %s", (stated, right, words, support) => {
    expect(slipOfDates(stated, right)).toEqual({ words, support });
  });

  test.each([
    ["2025-04-14", "2025-04-14", "the same day"],
    ["2025-04-15", "2025-04-14", "a day later"],
    ["2025-05-05", "2025-04-14", "three weeks"],
    ["2025-04", "2025-05-14", "a month"],
    ["2025-05", "2025-04", "another month"],
    ["2024-04", "2025-04-14", "a month of another year beside a day"],
    ["2024", "2025", "years"],
  ])("%s and %s: %s", (stated, right) => {
    expect(slipOfDates(stated, right)).toBeNull();
  });
});
