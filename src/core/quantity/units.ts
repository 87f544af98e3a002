/**
 * The units of the ledger. Values of one dimension are compared after conversion to the
 * dimension's base unit; `factor` is how many base units one unit is, as exact decimal text.
 */

interface UnitDefinition {
  /** Units of one dimension convert into each other. */
  readonly dimension: string;
  /** How many base units one unit is. */
  readonly factor: string;
  /** How the unit reads after (or, for a currency, before) a figure. */
  readonly label: string;
  /** `number` for figures; the others are not figures. */
  readonly values: "number" | "date" | "name";
}

export const UNITS = {
  percent: { dimension: "share", factor: "1", label: "%", values: "number" },
  points: { dimension: "share-difference", factor: "1", label: "points", values: "number" },
  ratio: { dimension: "ratio", factor: "1", label: "×", values: "number" },
  "usd-per-million-tokens": {
    dimension: "token-price",
    factor: "1",
    label: "USD per 1M tokens",
    values: "number",
  },
  // As older price lists have it: what a thousand cost is a thousandth of what a million cost.
  "usd-per-thousand-tokens": {
    dimension: "token-price",
    factor: "1000",
    label: "USD per 1K tokens",
    values: "number",
  },
  usd: { dimension: "money", factor: "1", label: "USD", values: "number" },
  tokens: { dimension: "tokens", factor: "1", label: "tokens", values: "number" },
  words: { dimension: "words", factor: "1", label: "words", values: "number" },
  count: { dimension: "count", factor: "1", label: "", values: "number" },
  users: { dimension: "users", factor: "1", label: "users", values: "number" },
  milliseconds: { dimension: "time", factor: "0.001", label: "ms", values: "number" },
  seconds: { dimension: "time", factor: "1", label: "seconds", values: "number" },
  minutes: { dimension: "time", factor: "60", label: "minutes", values: "number" },
  hours: { dimension: "time", factor: "3600", label: "hours", values: "number" },
  days: { dimension: "calendar-days", factor: "1", label: "days", values: "number" },
  weeks: { dimension: "calendar-days", factor: "7", label: "weeks", values: "number" },
  // A month has no fixed number of days, so months and days are different dimensions.
  months: { dimension: "calendar-months", factor: "1", label: "months", values: "number" },
  years: { dimension: "calendar-months", factor: "12", label: "years", values: "number" },
  date: { dimension: "date", factor: "1", label: "", values: "date" },
  "yes-no": { dimension: "yes-no", factor: "1", label: "", values: "name" },
  name: { dimension: "name", factor: "1", label: "", values: "name" },
} as const satisfies Record<string, UnitDefinition>;

export type UnitName = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as [UnitName, ...UnitName[]];

/** Whether claims in the two units can be compared after conversion. */
export function areUnitsComparable(one: UnitName, other: UnitName): boolean {
  return UNITS[one].dimension === UNITS[other].dimension;
}

/** The unit in which values of the same dimension are compared. */
export const baseUnitOf = (unit: UnitName): UnitName => BASE_UNITS[unit];

const BASE_UNITS = Object.fromEntries(
  UNIT_NAMES.map((unit) => [
    unit,
    UNIT_NAMES.find(
      (name) => UNITS[name].dimension === UNITS[unit].dimension && UNITS[name].factor === "1",
    ) ?? unit,
  ]),
) as Readonly<Record<UnitName, UnitName>>;
