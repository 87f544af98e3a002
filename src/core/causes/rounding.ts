import { recomputeLevel } from "../checks/arithmetic-of-levels.ts";
import { computeChange, describeOperand, isChange, operandsOf } from "../checks/operands.ts";
import { isAccused, judgesOf, numericWorking, printedValues } from "../checks/recomputation.ts";
import type { Claim } from "../dataset/dataset.ts";
import { doAgree } from "../facts/agreement.ts";
import { describeValue } from "../facts/describe.ts";
import { compareClaims } from "../facts/fact.ts";
import {
  absolute,
  add,
  compareDecimals,
  type Decimal,
  multiply,
  powerOfTen,
  roundToPlaces,
  subtract,
  toDecimal,
} from "../quantity/decimal.ts";
import { gapBetween, halfOpen, type Interval, point } from "../quantity/interval.ts";
import type { Numeral } from "../quantity/numeral.ts";
import { toBaseUnit } from "../quantity/quantity.ts";
import type { UnitName } from "../quantity/units.ts";
import type { Cause, CauseContext, Doubt, Hypothesis } from "./cause.ts";
import { tellingDigits } from "./figure-index.ts";
import type { Support } from "./kinds.ts";

/** The sources differ only in how a figure was made shorter, or in which of two neighbouring days they count. */
export const rounding: Hypothesis = {
  kind: "rounding",
  explains: ["value-conflict", "date-conflict", "arithmetic"],
  explain(context, doubt) {
    if (doubt.finding.kind === "date-conflict") return explainDates(context, doubt);
    if (doubt.finding.kind === "arithmetic") return explainResult(context, doubt);
    return explainFigures(context, doubt);
  },
};

type Explanation = Omit<Cause, "kind">;

const numeralOf = ({ quantity }: Claim): Numeral | null =>
  quantity?.kind === "number" && quantity.from === quantity.to ? quantity.from : null;

function explainFigures(context: CauseContext, doubt: Doubt): Explanation[] {
  const { dataset, facts } = context;
  const { claim, against } = doubt;
  const special = explainByThird(context, doubt) ?? explainByBinaryThousands(context, doubt);
  if (special) return [special];
  // A figure that its own source states with more digits elsewhere is that one rounded, and no other one.
  const isRounded = (coarse: Claim) =>
    (facts.get(coarse.fact)?.claims ?? []).some(
      (each) =>
        each !== coarse &&
        each.source === coarse.source &&
        isFiner(each, coarse) &&
        doAgree(each, coarse),
    );
  for (const other of against) {
    const [one, another] = [numeralOf(claim), numeralOf(other)];
    if (!one || !another || claim.unit !== other.unit || one.step === another.step) continue;
    const isCoarser = compareDecimals(one.step, another.step) > 0;
    const [coarse, fine] = isCoarser ? [claim, other] : [other, claim];
    if (isRounded(coarse)) continue;
    const how = isCoarser ? shortened(another, one) : shortened(one, another);
    if (how !== null)
      return [
        {
          support: how.support,
          claims: [claim, other],
          note: `${describeValue(dataset, coarse)} is ${describeValue(dataset, fine)} ${how.words}.`,
        },
      ];
  }
  return [];
}

/** Two sides that conflict with one another, and not with the third figure that stands: each made that one shorter in its own way. */
function explainByThird(
  { dataset, standings }: CauseContext,
  { claim, against }: Doubt,
): Explanation | null {
  const standing = standings.get(claim.fact);
  const third = standing?.basis === "disputed" ? undefined : standing?.claims[0];
  if (!third || third === claim || against.includes(third)) return null;
  const how = shortFormOf(third, claim);
  if (how === null) return null;
  for (const other of against) {
    const otherHow = shortFormOf(third, other);
    if (otherHow === null) continue;
    // The two are told in one order, whichever is looked at.
    const sides = [
      { side: claim, words: how },
      { side: other, words: otherHow },
    ].sort((one, another) => compareClaims(one.side, another.side));
    const told = sides.map(({ side, words }) => `${describeValue(dataset, side)} is that ${words}`);
    return {
      support: "strong",
      claims: [...sides.map(({ side }) => side), third],
      note: `${describeValue(dataset, third)} stands: ${told.join(", and ")}.`,
    };
  }
  return null;
}

/** How one claim's figure is another's with fewer digits; null when it is not. */
function shortFormOf(fine: Claim, coarse: Claim): string | null {
  const [one, another] = [numeralOf(fine), numeralOf(coarse)];
  if (!one || !another || fine.unit !== coarse.unit || !isFiner(fine, coarse)) return null;
  return shortened(one, another)?.words ?? null;
}

/** So many of what is counted in memory are called a thousand. */
const BINARY_THOUSAND = "1024";

/** Units that engineers count in powers of two, and say in thousands: 262,144 tokens are called 256K. */
const BINARY_UNITS: ReadonlySet<UnitName> = new Set<UnitName>(["tokens", "count"]);

function explainByBinaryThousands(
  { dataset }: CauseContext,
  { claim, against }: Doubt,
): Explanation | null {
  if (!BINARY_UNITS.has(claim.unit)) return null;
  for (const other of against) {
    if (other.unit !== claim.unit) continue;
    const isFull = binaryThousands(claim, other) !== null;
    const [full, called] = isFull ? [claim, other] : [other, claim];
    const thousands = binaryThousands(full, called);
    if (thousands === null) continue;
    return {
      support: "strong",
      claims: [claim, other],
      note: `${describeValue(dataset, full)} are ${thousands} × 1,024: in ${describeValue(dataset, called)} each 1,024 count as a thousand.`,
    };
  }
  return null;
}

/** How many thousands a figure names, if another is as many times 1,024; null otherwise. */
function binaryThousands(full: Claim, called: Claim): Decimal | null {
  const [exact, round] = [numeralOf(full), numeralOf(called)];
  if (!exact || !round) return null;
  const thousands = multiply(round.value, "0.001");
  const isWhole = !thousands.includes(".") && compareDecimals(thousands, "0") > 0;
  return isWhole && compareDecimals(multiply(thousands, BINARY_THOUSAND), exact.value) === 0
    ? thousands
    : null;
}

function isFiner(one: Claim, other: Claim): boolean {
  const [a, b] = [numeralOf(one), numeralOf(other)];
  return a !== null && b !== null && compareDecimals(a.step, b.step) < 0;
}

/** How a figure was made shorter, as the end of a sentence, and how rarely chance would give the same. */
interface Shortening {
  readonly words: string;
  readonly support: Support;
}

/**
 * How a figure was made into one with fewer digits; null when it was not. What is rounded once agrees with what it was, except for a
 * listed price, which is exact. A single digit is the next one above many a figure, so that rounding up to it says little.
 */
function shortened(fine: Numeral, coarse: Numeral): Shortening | null {
  const places = placesOf(coarse.step);
  if (places === null) return null;
  const nearest = toDecimal(roundToPlaces(fine.value, places));
  if (compareDecimals(nearest, coarse.value) === 0) return { words: "rounded", support: "fair" };
  const down = cutOff(fine.value, places);
  if (compareDecimals(down, coarse.value) === 0) return { words: CUT_OFF, support: "fair" };
  for (let between = (placesOf(fine.step) ?? 0) - 1; between > places; between--) {
    const first = toDecimal(roundToPlaces(fine.value, between));
    const second = toDecimal(roundToPlaces(first, places));
    if (compareDecimals(second, coarse.value) === 0)
      return { words: `rounded twice, over ${first}`, support: "fair" };
  }
  const up = add(down, coarse.step);
  if (compareDecimals(down, fine.value) !== 0 && compareDecimals(up, coarse.value) === 0)
    return {
      words: "rounded up",
      support: tellingDigits(coarse.value).length > 1 ? "fair" : "weak",
    };
  return null;
}

const CUT_OFF = "cut off instead of rounded";

/** Decimal places of a step of 1 or less; null for one that is larger. */
function placesOf(step: Decimal): number | null {
  if (compareDecimals(step, "1") > 0) return null;
  return step.split(".")[1]?.length ?? 0;
}

/** A figure without its further decimals. */
function cutOff(value: Decimal, places: number): Decimal {
  const rounded = toDecimal(roundToPlaces(absolute(value), places));
  const size =
    compareDecimals(rounded, absolute(value)) > 0
      ? subtract(rounded, powerOfTen(-places))
      : rounded;
  return value.startsWith("-") ? subtract("0", size) : size;
}

/** Two dates with no day between them: the eve beside the day, or the last day of a month beside the month that follows. */
function explainDates({ dataset }: CauseContext, { claim, against }: Doubt): Explanation[] {
  const neighbour = against.find(
    (other) =>
      claim.interval !== null &&
      other.interval !== null &&
      gapBetween(claim.interval, other.interval) === "0",
  );
  if (!neighbour) return [];
  const areDays = [claim, neighbour].every(
    ({ quantity }) => quantity?.kind === "date" && quantity.precision === "day",
  );
  const [first, second] = [claim, neighbour]
    .sort(compareClaims)
    .map((each) => describeValue(dataset, each));
  return [
    {
      support: "fair",
      claims: [claim, neighbour],
      note: areDays
        ? `${first} and ${second} are a single day apart: one may count to the eve, or in another time zone.`
        : `No day lies between ${first} and ${second}: one may count up to an end and the other from a beginning.`,
    },
  ];
}

/** A result that was cut off instead of rounded, or computed from figures that were rounded first. */
function explainResult(context: CauseContext, { claim }: Doubt): Explanation[] {
  if (claim.measure === "level") return explainLevel(context, claim);
  const stated = numeralOf(claim);
  const { measure, interval } = claim;
  if (!isChange(measure) || stated === null || interval === null) return [];
  const isDown = claim.direction === "down";
  const name = (operand: Claim) => describeOperand(context.dataset, operand, claim);
  for (const { own, other } of operandsOf(context, claim)) {
    const [one, another] = [numeralOf(own), numeralOf(other)];
    if (!one || !another) continue;
    const compute = (a: Interval, b: Interval) => computeChange(measure, a, b, isDown);
    const exact = compute(printedValues(own), printedValues(other));
    if (exact?.low == null || exact.low !== exact.high) continue;
    const result = numericWorking(claim, { text: "", claims: [] }, exact, exact, false).figure;
    const size = absolute(exact.low);
    const hasSign = measure !== "ratio";
    const isSameWay = !hasSign || exact.low.startsWith("-") === isDown;
    const places = placesOf(stated.step);
    const how = places !== null && isSameWay ? shortened({ ...stated, value: size }, stated) : null;
    if (how !== null)
      return [
        {
          support: how.support,
          claims: [claim, own, other],
          note: `${name(own)} and ${name(other)} give ${result}; ${describeValue(context.dataset, claim)} is that ${how.words}.`,
        },
      ];
    for (const digits of [1, 0]) {
      const [a, b] = [roundedTo(one, digits), roundedTo(another, digits)];
      if (a === one.value && b === another.value) continue;
      const working = numericWorking(
        claim,
        { text: "", claims: [] },
        compute(point(a), point(b)),
        compute(point(a), point(b)),
        false,
      );
      if (working.outcome === "follows" && working.figure !== null)
        return [
          {
            support: "fair",
            claims: [claim, own, other],
            note: `From ${name(own)} and ${name(other)}, each rounded first to ${a} and ${b}, follows ${working.figure}.`,
          },
        ];
    }
  }
  return [];
}

/** A level that follows from others, such as a period from two dates, when its further digits are taken as cut off. */
function explainLevel(context: CauseContext, claim: Claim): Explanation[] {
  const stated = numeralOf(claim);
  const recomputation = recomputeLevel(context, claim);
  if (stated === null || recomputation === null || !isAccused(recomputation)) return [];
  // What is cut off stands for everything up to the next figure of its length, and not for half a step on either side.
  const interval = toBaseUnit(halfOpen(stated.value, add(stated.value, stated.step)), claim.unit);
  const asCutOff = recomputeLevel(context, { ...claim, interval });
  const working = asCutOff && judgesOf(asCutOff).find(({ outcome }) => outcome === "follows");
  if (!working || working.figure === null) return [];
  return [
    {
      support: "fair",
      claims: [claim, ...working.claims],
      note: `${working.text} gives ${working.figure}; ${describeValue(context.dataset, claim)} is that ${CUT_OFF}.`,
    },
  ];
}

const roundedTo = ({ value, step }: Numeral, places: number): Decimal =>
  (placesOf(step) ?? 0) > places ? toDecimal(roundToPlaces(value, places)) : value;
