import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toDecimal } from "../../../src/core/quantity/decimal.ts";
import { readNumberWords } from "../../../src/core/quantity/number-words.ts";
import { assertProperty } from "../../builders/properties.ts";

describe("figures in words", () => {
  test.each<[string, string[]]>([
    ["seven models", ["7"]],
    ["sixty percent", ["60"]],
    ["forty-six languages", ["46"]],
    ["twenty nine weeks", ["29"]],
    ["a hundred and twenty", ["120"]],
    ["three hundred and five", ["305"]],
    ["two thousand five hundred", ["2500"]],
    ["a hundred thousand users", ["100000"]],
    ["two hundred and fifty thousand", ["250000"]],
    ["a million-token window", ["1000000"]],
    ["its million-token window", ["1000000"]],
    ["a dozen", ["12"]],
    ["twelve cents", ["12", "0.12"]],
    ["half", ["0.5", "50"]],
    ["a third", ["0.33", "0.333", "33", "33.3"]],
    ["two thirds", ["0.67", "0.667", "67", "66.7"]],
    ["three quarters of it", ["0.75", "75"]],
    ["one-fifth", ["0.2", "20"]],
    ["an eighth", ["0.125", "12.5"]],
    ["a tenth", ["0.1", "10"]],
    ["half a second", ["0.5", "50"]],
    ["half a cent", ["0.5", "50", "0.005", "0.5"]],
    ["half a million tokens", ["500000"]],
    ["a quarter of a million", ["250000"]],
    ["half a dozen", ["6"]],
    ["an hour and a half", ["1.5"]],
    ["two years and a quarter", ["2.25"]],
    ["two and a half million", ["2500000"]],
    ["a million and a half", ["1500000"]],
    ["two and a third", ["2.3", "2.33"]],
    ["twice as fast, then tripled", ["2", "3"]],
    ["two to three months", ["2", "3"]],
    ["a million a day", ["1000000", "1"]],
  ])("%j carries %j", (text, values) => {
    expect(readNumberWords(text)).toEqual(values);
  });

  test.each([
    ["the third model"],
    ["its twenty-first release"],
    ["in the fourth quarter"],
    ["up to 1.5 million tokens"],
    ["hundreds of thousands"],
    ["the constructor of it"],
    [""],
  ])("%j carries none", (text) => {
    expect(readNumberWords(text)).toEqual([]);
  });

  test("end where a sentence goes on to something else", () => {
    expect(readNumberWords("Forty. Six of them, two thirds")).toEqual([
      "40",
      "6",
      "0.67",
      "0.667",
      "67",
      "66.7",
    ]);
  });

  const ONES =
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
  const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

  /** A whole number below a million, spelt out as in a book. */
  function spell(number: number): string {
    if (number >= 1000) {
      const rest = number % 1000;
      return `${spell(Math.floor(number / 1000))} thousand${rest === 0 ? "" : ` ${spell(rest)}`}`;
    }
    if (number >= 100) {
      const rest = number % 100;
      return `${spell(Math.floor(number / 100))} hundred${rest === 0 ? "" : ` and ${spell(rest)}`}`;
    }
    if (number < 20) return ONES.split(" ")[number] ?? "";
    const ten = TENS.split(" ")[Math.floor(number / 10) - 2] ?? "";
    return number % 10 === 0 ? ten : `${ten}-${spell(number % 10)}`;
  }

  test("of a spelt number are that number, and no part of it", () => {
    assertProperty(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (number) => {
        expect(readNumberWords(`some ${spell(number)} units`)).toEqual([toDecimal(String(number))]);
      }),
    );
  });
});
