/** Bare figures in a text, and the figures of the dataset that they may be. */
import { MONTH_NAMES } from "../../quantity/calendar.ts";
import { compareDecimals } from "../../quantity/decimal.ts";
import { areNumeralsEqual } from "../../quantity/numeral.ts";
import type { Quantity } from "../../quantity/quantity.ts";
import { areUnitsComparable, type UnitName } from "../../quantity/units.ts";
import { parseWrittenFigure } from "../../quantity/written.ts";
import type { FoundName } from "./names.ts";
import type { KnownFigure } from "./references.ts";

export interface BareFigure {
  readonly written: string;
  readonly index: number;
}

const MONTH = `(?:${MONTH_NAMES.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")})\\.?`;
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
const DATE = [
  `${DAY}\\s+${MONTH}(?:,?\\s+\\d{4})?`,
  `${MONTH}\\s+${DAY}(?:,?\\s+\\d{4})?`,
  `${MONTH},?\\s+\\d{4}`,
  "\\d{4}-\\d{2}(?:-\\d{2})?",
].join("|");
const NUMERAL = "[$€£]?\\p{N}+(?:[.,]\\p{N}+)*";
const UNIT_WORDS =
  "%|percent|percentage points|points|cents|thousand|million|billion|trillion|tokens|words|seconds|minutes|hours|days|weeks|months|years|[KkMB]|×|x";
const FIGURE = `[~≈]?[+−-]?${NUMERAL}(?:\\s?(?:–|—|-|to)\\s?${NUMERAL})?(?:\\s?(?:${UNIT_WORDS})(?![\\p{L}\\p{N}]))*`;
/** A whole date, a whole figure with its unit, or whatever word a digit stands in. */
const BARE_FIGURE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${DATE}|${FIGURE})(?![\\p{L}\\p{N}])|[\\p{L}\\p{N}]*\\p{N}[\\p{L}\\p{N}]*`,
  "gu",
);

const blank = (text: string) => text.replace(/\S/g, " ");

/** Every figure of a text that is not part of a registered name; character references count as what they stand for. */
export function findBareFigures(text: string, names: readonly FoundName[]): BareFigure[] {
  let masked = text.replace(/&#?[a-z0-9]+;/gi, blank);
  for (const { index, end } of names) {
    masked = masked.slice(0, index) + blank(masked.slice(index, end)) + masked.slice(end);
  }
  return [...masked.matchAll(BARE_FIGURE)].map((match) => ({
    written: match[0].replace(/\s+/g, " "),
    index: match.index,
  }));
}

const MOST_PROPOSALS = 3;

/**
 * Figures of the dataset that a bare figure may be: the value is the same, and the unit where one is written. Those
 * whose subject, metric and publisher the passage names come first, then those of the same precision, then facts.
 */
export function proposeFigures(
  written: string,
  named: ReadonlySet<string>,
  figures: readonly KnownFigure[],
): KnownFigure[] {
  const read = parseWrittenFigure(written);
  if (!read) return [];
  return figures
    .filter(
      ({ quantity, unit }) => isSameUnit(read.unit, unit) && isSameValue(read.quantity, quantity),
    )
    .map((figure) => ({
      figure,
      mentions: figure.about.filter((id) => named.has(id)).length,
      precision: isSamePrecision(read.quantity, figure.quantity) ? 1 : 0,
    }))
    .sort((one, other) => other.mentions - one.mentions || other.precision - one.precision)
    .slice(0, MOST_PROPOSALS)
    .map(({ figure }) => figure);
}

/** `$2` may be a price per million tokens, and `21%` a difference in points. */
const ALSO_WRITTEN: Partial<Record<UnitName, readonly UnitName[]>> = {
  usd: ["usd-per-million-tokens"],
  percent: ["points"],
};

function isSameUnit(written: UnitName | null, unit: UnitName): boolean {
  if (written === null) return true;
  return areUnitsComparable(written, unit) || (ALSO_WRITTEN[written]?.includes(unit) ?? false);
}

function isSameValue(one: Quantity, other: Quantity): boolean {
  if (one.kind === "number" && other.kind === "number") {
    return (
      compareDecimals(one.from.value, other.from.value) === 0 &&
      compareDecimals(one.to.value, other.to.value) === 0
    );
  }
  return one.kind === other.kind && one.printed === other.printed;
}

function isSamePrecision(one: Quantity, other: Quantity): boolean {
  if (one.kind !== "number" || other.kind !== "number") return true;
  return areNumeralsEqual(one.from, other.from) && areNumeralsEqual(one.to, other.to);
}
