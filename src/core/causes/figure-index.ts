/** Which claims state a figure, whatever their question, and how surprising it is to meet the same one twice. */
import type { Claim } from "../dataset/dataset.ts";
import { type Decimal, toDecimal } from "../quantity/decimal.ts";
import { baseUnitOf } from "../quantity/units.ts";
import type { Support } from "./kinds.ts";

/** Claims by figure and then by question, in order of source and document. */
export type FigureIndex = ReadonlyMap<string, ReadonlyMap<string, readonly Claim[]>>;

/** What two claims must share to state the same figure: its value, its unit of comparison, and what kind of statement it is. */
function figureKey({ quantity, unit, measure, interval }: Claim): string | null {
  if (quantity === null || interval === null || measure === "relation") return null;
  switch (quantity.kind) {
    case "date":
      return quantity.precision === "day" ? `${quantity.printed} date` : null;
    case "number":
      return quantity.from === quantity.to
        ? `${toDecimal(quantity.from.value)} ${unit === baseUnitOf(unit) ? unit : `in ${unit}`} ${measure}`
        : null;
    case "name":
      return null;
    default:
      return quantity satisfies never;
  }
}

export function indexFigures(claims: Iterable<Claim>): FigureIndex {
  const index = new Map<string, Map<string, Claim[]>>();
  for (const claim of claims) {
    const key = figureKey(claim);
    if (key === null) continue;
    const questions = index.get(key) ?? new Map<string, Claim[]>();
    index.set(key, questions);
    const list = questions.get(claim.fact);
    if (list) list.push(claim);
    else questions.set(claim.fact, [claim]);
  }
  return index;
}

/** A figure that so many questions have for an answer is not looked for any further. */
const MOST_QUESTIONS = 12;

/** The claims that state the figure of a claim for another question; none where it is so common that nothing follows from that. */
export function sameFigureElsewhere(index: FigureIndex, claim: Claim): Claim[] {
  const key = digitsOf(claim) > 1 ? figureKey(claim) : null;
  const questions = key === null ? undefined : index.get(key);
  return questions === undefined || questions.size > MOST_QUESTIONS
    ? []
    : [...questions].flatMap(([fact, claims]) => (fact === claim.fact ? [] : claims));
}

/** The digits of a figure that say something: without point, and without zeros at either end. */
export const tellingDigits = (value: Decimal): string =>
  value.replace(/[-.]/g, "").replace(/^0+|0+$/g, "");

/** The telling digits of what a claim states; a day counts as three, since a year has as many days as three digits tell apart. */
export function digitsOf({ quantity }: Claim): number {
  if (quantity?.kind === "date") return quantity.precision === "day" ? 3 : 0;
  return quantity?.kind === "number" ? tellingDigits(quantity.from.value).length : 0;
}

/**
 * How well a match is supported by its digits and by how many other questions have the same figure for an answer. A round figure with one
 * telling digit (2, 50, 0.10) is met everywhere, and so is a figure that many questions have: such a match is no cause.
 */
export function supportOfMatch(digits: number, others: number): Support | null {
  if (digits <= 1) return null;
  if (digits === 2) return others === 0 ? "fair" : others <= 2 ? "weak" : null;
  return others <= 1 ? "strong" : others <= 4 ? "fair" : others <= 6 ? "weak" : null;
}

const WEAKER: Readonly<Record<Support, Support | null>> = {
  strong: "fair",
  fair: "weak",
  weak: null,
};

export const weaken = (support: Support | null): Support | null =>
  support === null ? null : WEAKER[support];
