import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDecimals } from "../../../src/core/quantity/decimal.ts";
import {
  areNumeralsEqual,
  findNumerals,
  lowerEdge,
  type Numeral,
  numeralAt,
  parseNumeral,
  upperEdge,
  withSignificantDigits,
} from "../../../src/core/quantity/numeral.ts";
import { assertProperty, printedNumerals } from "../../builders/properties.ts";

function numeral(text: string) {
  const found = parseNumeral(text);
  if (found === null) throw new Error(`${text} is no numeral`);
  return found;
}

describe("a numeral", () => {
  test.each([
    ["54.6", "54.6", "0.1"],
    ["54.60", "54.6", "0.01"],
    ["55", "55", "1"],
    ["0.10", "0.1", "0.01"],
    [".5", "0.5", "0.1"],
    ["0", "0", "1"],
    ["1,000,000", "1000000", "1"],
    ["1,047,576", "1047576", "1"],
    ["1,234.5", "1234.5", "0.1"],
    ["1M", "1000000", "1000000"],
    ["1.05M", "1050000", "10000"],
    ["1 million", "1000000", "1000000"],
    ["1-million", "1000000", "1000000"],
    ["1.5 million", "1500000", "100000"],
    ["128K", "128000", "1000"],
    ["128k", "128000", "1000"],
    ["200 thousand", "200000", "1000"],
    ["2 billion", "2000000000", "1000000000"],
    ["2B", "2000000000", "1000000000"],
    ["1 trillion", "1000000000000", "1000000000000"],
    ["+10.5", "10.5", "0.1"],
    ["-26", "-26", "1"],
    ["−26", "-26", "1"],
    ["  54.6 ", "54.6", "0.1"],
  ])("%s is %s, its last printed digit counting %s", (text, value, step) => {
    expect(numeral(text)).toMatchObject({ value, step });
  });

  test.each([
    "",
    "abc",
    "54.",
    "54.6%",
    "$2",
    "1,00",
    "1,0000",
    "10,000,00",
    "1 2",
    "1m",
    "54,6",
    "1e6",
    "0x10",
    "½",
    "--5",
    "1 Million tokens",
    "Infinity",
    "NaN",
  ])("%j is none", (text) => {
    expect(parseNumeral(text)).toBeNull();
  });

  test("keeps the text in which it was printed", () => {
    assertProperty(fc.property(printedNumerals, (text) => numeral(text).printed === text));
  });

  test("has its value half a step from either edge", () => {
    assertProperty(
      fc.property(printedNumerals, (text) => {
        const { value, step } = numeral(text);
        const [low, high] = [lowerEdge(numeral(text)), upperEdge(numeral(text))];
        expect(compareDecimals(low, value)).toBe(-1);
        expect(compareDecimals(value, high)).toBe(-1);
        expect(/^(10*|0\.0*1)$/.test(step)).toBe(true);
      }),
    );
  });

  test("is decimal text through and through, never an exponent", () => {
    assertProperty(
      fc.property(
        printedNumerals,
        (text) => !/[e]/i.test(numeral(text).value + numeral(text).step),
      ),
    );
  });
});

test.each([
  ["54.6", "54.6", true],
  ["54.6", "54.60", false],
  ["1M", "1 million", true],
  ["1M", "1,000,000", false],
  ["128K", "128,000", false],
  ["+5", "5", true],
])("%s and %s are printed alike: %s", (one, other, areAlike) => {
  expect(areNumeralsEqual(numeral(one), numeral(other))).toBe(areAlike);
});

describe("significant digits that a source vouches for", () => {
  test.each([
    ["1,000,000", 1, "1000000"],
    ["1,000,000", 3, "10000"],
    ["1 million", 3, "10000"],
    ["128K", 2, "10000"],
    ["54.6", 2, "1"],
    ["0.05", 1, "0.01"],
    ["0.12", 1, "0.1"],
    ["0.12", 3, "0.001"],
    ["7", 1, "1"],
    ["-120", 2, "10"],
  ])("give %s with %i of them a step of %s", (text, digits, step) => {
    expect(withSignificantDigits(numeral(text), digits).step).toBe(step);
  });

  test("change the step only", () => {
    assertProperty(
      fc.property(
        printedNumerals,
        fc.integer({ min: 1, max: 9 }),
        (text, digits) =>
          withSignificantDigits(numeral(text), digits).value === numeral(text).value,
      ),
    );
  });
});

describe("the numerals of a running text", () => {
  test.each([
    ["scores 54.6%, up from 33.2%.", ["54.6", "33.2"]],
    ["for $2.00 in and $8 out", ["2.00", "8"]],
    ["a window of 1M tokens, or 1,047,576.", ["1M", "1,047,576"]],
    ["50–54% of them", ["50", "54"]],
    ["50-54% of them", ["50", "54"]],
    ["dropped to -26 or −26", ["-26", "−26"]],
    ["10x cheaper, 3× as fast", ["10", "3"]],
    ["at 128K and in 20ms", ["128K", "20"]],
    ["One-4.1 and o3 and 4o are names", []],
    ["model2 and v1.5b are names", []],
    ["no figure at all", []],
    ["1 minute, 2 kids", ["1", "2"]],
    ["2 million, 3 millionaires", ["2 million", "3"]],
    ["12 cents (0.12)", ["12", "0.12"]],
    ["54.6.", ["54.6"]],
    ["(54.6)", ["54.6"]],
    [".5 of it", [".5"]],
  ])("%j are %j", (text, printed) => {
    expect(findNumerals(text).map((found) => found.numeral.printed)).toEqual(printed);
  });

  test("stand where they are said to stand", () => {
    assertProperty(
      fc.property(fc.array(printedNumerals, { minLength: 1, maxLength: 4 }), (printed) => {
        const text = printed.map((one) => `about ${one} units`).join(", ");
        expect(findNumerals(text).map(({ index, end }) => text.slice(index, end))).toEqual(printed);
      }),
    );
  });

  test.each([
    ["scores 54.6% here", 7, "54.6"],
    ["54 million of them", 0, "54 million"],
    ["by -26 points", 3, "-26"],
    ["by -26 points", 4, "26"],
    ["scores 54.6% here", 8, null],
    ["1,047,576 tokens", 2, null],
    ["One-4.1 is a name", 4, null],
    ["no figure", 0, null],
  ])("in %j at %i is %j", (text, index, printed) => {
    expect(numeralAt(text, index)?.printed ?? null).toBe(printed);
  });

  test("are the same, but for signs, whether one is looked for at its place or all are", () => {
    const signs = fc.constantFrom(..."0123456789.,+-−% kMKBox million".split(""), " million", "bn");
    const texts = fc.array(signs, { maxLength: 14 }).map((parts) => parts.join(""));
    const told = ({ value, step }: Numeral) => `${value.replace("-", "")} ${step}`;
    assertProperty(
      fc.property(texts, (text) => {
        const all = findNumerals(text).map(({ numeral }) => told(numeral));
        for (let index = 0; index < text.length; index++) {
          const here = numeralAt(text, index);
          if (here) expect(all).toContain(told(here));
        }
      }),
      2000,
    );
  });
});
