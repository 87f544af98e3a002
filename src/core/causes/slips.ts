/** Slips of hand, eye and ear between two figures or two dates, and how rarely chance would give the same. */
import { dateSpan, weekdayOf } from "../quantity/calendar.ts";
import { compareDecimals, type Decimal, multiply, toDecimal } from "../quantity/decimal.ts";
import { tellingDigits } from "./figure-index.ts";
import type { Support } from "./kinds.ts";

export interface Slip {
  /** How the first stands to the second, as the end of a sentence `15 is 50 …`: `with two neighbouring digits swapped`. */
  readonly words: string;
  readonly support: Support;
}

/** The slip that makes one figure of another; null when none does. A last digit that differs is no slip: two measurements differ there. */
export function slipOfFigures(stated: Decimal, right: Decimal): Slip | null {
  if (compareDecimals(stated, right) === 0) return null;
  const [one, other] = aligned(stated, right);
  return (
    movedPoint(stated, right) ??
    heardWrongly(stated, right) ??
    swappedDigits(one, other) ??
    oneDigitOff(one, other) ??
    missingDigit(stated, right)
  );
}

/** Two figures as digits of one length and one scale, without the zeros that both end in. */
function aligned(one: Decimal, other: Decimal): [string, string] {
  const placesOf = (value: Decimal) => value.split(".")[1]?.length ?? 0;
  const places = Math.max(placesOf(one), placesOf(other));
  const digitsOf = (value: Decimal) =>
    value.replace(/[-.]/g, "") + "0".repeat(places - placesOf(value));
  let [a, b] = [digitsOf(one), digitsOf(other)];
  while (a.endsWith("0") && b.endsWith("0")) [a, b] = [a.slice(0, -1), b.slice(0, -1)];
  [a, b] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return [a, b];
}

function movedPoint(stated: Decimal, right: Decimal): Slip | null {
  const digits = tellingDigits(stated);
  return digits.length >= 2 && digits === tellingDigits(right)
    ? {
        words: "with the decimal point or a zero moved",
        support: digits.length >= 3 ? "strong" : "fair",
      }
    : null;
}

const ENGLISH: Readonly<Record<string, readonly [string, string]>> = {
  "3": ["thirteen", "thirty"],
  "4": ["fourteen", "forty"],
  "5": ["fifteen", "fifty"],
  "6": ["sixteen", "sixty"],
  "7": ["seventeen", "seventy"],
  "8": ["eighteen", "eighty"],
  "9": ["nineteen", "ninety"],
};

/** 15 for 50, at any scale. */
function heardWrongly(stated: Decimal, right: Decimal): Slip | null {
  for (const [teen, ty] of [
    [stated, right],
    [right, stated],
  ] as const) {
    const digit = tellingDigits(ty);
    const words = ENGLISH[digit];
    const isPair =
      words !== undefined &&
      tellingDigits(teen) === `1${digit}` &&
      compareDecimals(multiply(teen, `${digit}0`), multiply(ty, `1${digit}`)) === 0;
    if (isPair)
      return { words: `misheard: “${words[0]}” and “${words[1]}” sound alike`, support: "fair" };
  }
  return null;
}

/** Two neighbouring digits in the other order. */
function swappedDigits(one: string, other: string): Slip | null {
  if (one.length !== other.length) return null;
  const at = differingPlaces(one, other);
  const [first = 0, second = 0] = at;
  const isSwap =
    at.length === 2 &&
    second === first + 1 &&
    one[first] === other[second] &&
    one[second] === other[first];
  return isSwap
    ? {
        words: "with two neighbouring digits swapped",
        support: one.length >= 3 ? "strong" : "fair",
      }
    : null;
}

/** Digits that lie side by side on a keyboard or a number pad, or look alike. */
const EASILY_CONFUSED: ReadonlySet<string> = new Set(
  "06 08 09 12 14 17 23 25 34 36 38 45 47 56 58 67 69 78 89".split(" "),
);

/** One digit differs and those after it agree: the more of them agree, the less is it chance. */
function oneDigitOff(one: string, other: string): Slip | null {
  if (one.length !== other.length) return null;
  const [at, second] = differingPlaces(one, other);
  if (at === undefined || second !== undefined) return null;
  const agreeing = one.length - at - 1;
  const pair = [one[at] ?? "", other[at] ?? ""].sort().join("");
  const words = `with one digit off, ${one[at]} for ${other[at]}`;
  if (agreeing >= 2) return { words, support: "strong" };
  return agreeing === 1 && one.length >= 3 && EASILY_CONFUSED.has(pair)
    ? { words, support: "weak" }
    : null;
}

function differingPlaces(one: string, other: string): number[] {
  return [...one].flatMap((digit, index) => (digit === other[index] ? [] : [index]));
}

/** A digit dropped or added; a last decimal that is missing is a figure cut off, which is rounding. */
function missingDigit(stated: Decimal, right: Decimal): Slip | null {
  const isLonger = stated.length > right.length;
  const [longer, shorter] = isLonger ? [stated, right] : [right, stated];
  const digits = tellingDigits(longer).length;
  const isCutOff = longer.includes(".") && longer.startsWith(shorter);
  if (digits < 3 || isCutOff) return null;
  const isDropped = [...longer].some((character, index) => {
    const rest = longer.slice(0, index) + longer.slice(index + 1);
    return (
      /\d/.test(character) && toDecimal(rest.replace(/^\./, "0.").replace(/\.$/, "")) === shorter
    );
  });
  return isDropped
    ? {
        words: isLonger ? "with one digit too many" : "with one digit too few",
        support: digits >= 4 ? "fair" : "weak",
      }
    : null;
}

/** The slip that makes one day or month of another, both in ISO form; null when none does. */
export function slipOfDates(stated: string, right: string): Slip | null {
  const [year = "", month = "", day = ""] = stated.split("-");
  const [rightYear, rightMonth, rightDay = ""] = right.split("-");
  if (stated === right) return null;
  if (day === "" || rightDay === "") {
    // Fewer digits agree in a month than in a day, so that chance gives the same more often.
    const areMonths = day === rightDay && month !== "";
    return areMonths && month === rightMonth ? { words: "in another year", support: "fair" } : null;
  }
  if (year === rightYear && month === rightDay && day === rightMonth)
    return { words: "with day and month exchanged", support: "strong" };
  if (month === rightMonth && day === rightDay)
    return { words: "in another year", support: "strong" };
  if (year === rightYear && day === rightDay) return { words: "in another month", support: "fair" };
  if (year !== rightYear) return null;
  if (month === rightMonth && day === [...rightDay].reverse().join(""))
    return { words: "with the digits of the day swapped", support: "fair" };
  if (month === rightMonth && day[1] === rightDay[1])
    return { words: `with one digit of the day off, ${day} for ${rightDay}`, support: "weak" };
  const days = dateSpan(stated).first - dateSpan(right).first;
  const weeks = Math.abs(days) / 7;
  const name = weekdayOf(stated) ?? "";
  return weeks === 1 || weeks === 2
    ? {
        words: `moved by exactly ${weeks === 1 ? "a week" : "two weeks"} to another ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        support: "weak",
      }
    : null;
}
