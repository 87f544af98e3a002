/**
 * What a workload costs at stated prices. Pure and made for browsers: the same code makes the tables at build and the calculator's
 * answers. Every sum is exact; only what is shown is rounded.
 */
import {
  add,
  compareDecimals,
  type Decimal,
  divide,
  multiply,
  roundToPlaces,
} from "../core/quantity/decimal.ts";

/** The kinds of tokens that are priced apart. */
export const TOKEN_PARTS = ["input", "cached", "output"] as const;
type TokenPart = (typeof TOKEN_PARTS)[number];

export const WORKLOAD_FIELDS = [...TOKEN_PARTS, "calls"] as const;
export type WorkloadField = (typeof WORKLOAD_FIELDS)[number];

/** Tokens of each kind in one call, and calls a day: whole numbers as text. */
export type Workload = Readonly<Record<WorkloadField, string>>;

/** A month of this many days, in every table. */
export const DAYS_A_MONTH = "30";

/** The least and the greatest of what a price or a cost may be; equal where there is one. */
export interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

export interface OfferPrice {
  readonly text: string;
  /** The claim that carries it, already a path under the base. */
  readonly href: string;
  /** What stands. */
  readonly stands: Range;
  /** Everything that sources state, where they conflict; null where they do not. */
  readonly stated: Range | null;
}

/** Up to which number of prompt tokens, or above which, an offer holds. */
export interface PromptTier {
  readonly bound: string;
  readonly isAbove: boolean;
}

/** A model at the prices of one tier, modality or snapshot. Survives JSON unchanged. */
export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** Its tier, modality or snapshot; empty where the source states none. */
  readonly note: string;
  /** Whether it is chosen before a reader chooses. */
  readonly isChosen: boolean;
  readonly tier: PromptTier | null;
  /** Without a cached price, cached tokens are counted at the input price. */
  readonly prices: {
    readonly input: OfferPrice;
    readonly cached: OfferPrice | null;
    readonly output: OfferPrice;
  };
}

export interface CostRow {
  readonly offer: Offer;
  readonly perDay: Range;
  readonly perMonth: Range;
  /** A month at the lowest and at the highest of all stated prices, where sources conflict about one that counts here. */
  readonly statedPerMonth: Range | null;
  /** Shares of the cost in whole percent, each rounded by itself. */
  readonly shares: Readonly<Record<TokenPart, string>>;
  /** Whether cached tokens are counted at the input price because no source states a cached one. */
  readonly isCacheAtInput: boolean;
}

const PER_MILLION = "1000000";

/** Whether an offer is for prompts as long as those of a workload. */
export function doesTierHold({ tier }: Offer, workload: Workload): boolean {
  if (tier === null) return true;
  const isOver = compareDecimals(add(workload.input, workload.cached), tier.bound) > 0;
  return tier.isAbove ? isOver : !isOver;
}

/** What each offer costs for a workload, the cheapest first; offers for prompts of another length are left out. */
export function costRows(offers: readonly Offer[], workload: Workload): CostRow[] {
  return offers
    .filter((offer) => doesTierHold(offer, workload))
    .map((offer) => costRow(offer, workload))
    .sort(
      (one, other) =>
        compareDecimals(one.perDay.low, other.perDay.low) ||
        compareDecimals(one.perDay.high, other.perDay.high) ||
        (one.offer.id < other.offer.id ? -1 : 1),
    );
}

function costRow(offer: Offer, workload: Workload): CostRow {
  const priceOf = (part: TokenPart): OfferPrice => offer.prices[part] ?? offer.prices.input;
  const partCost = (part: TokenPart, price: Decimal) =>
    divide(multiply(multiply(price, workload[part]), workload.calls), PER_MILLION);
  const total = (end: "low" | "high", rangeOf: (price: OfferPrice) => Range) =>
    TOKEN_PARTS.map((part) => partCost(part, rangeOf(priceOf(part))[end])).reduce(add);
  const rangeOver = (rangeOf: (price: OfferPrice) => Range): Range => ({
    low: total("low", rangeOf),
    high: total("high", rangeOf),
  });
  const inMonth = ({ low, high }: Range): Range => ({
    low: multiply(low, DAYS_A_MONTH),
    high: multiply(high, DAYS_A_MONTH),
  });
  const perDay = rangeOver(({ stands }) => stands);
  const isDisputed = TOKEN_PARTS.some(
    (part) => workload[part] !== "0" && priceOf(part).stated !== null,
  );
  const share = (part: TokenPart) =>
    perDay.low === "0"
      ? "0"
      : roundToPlaces(
          divide(multiply(partCost(part, priceOf(part).stands.low), "100"), perDay.low),
          0,
        );
  return {
    offer,
    perDay,
    perMonth: inMonth(perDay),
    statedPerMonth: isDisputed
      ? inMonth(rangeOver(({ stands, stated }) => stated ?? stands))
      : null,
    shares: { input: share("input"), cached: share("cached"), output: share("output") },
    isCacheAtInput: offer.prices.cached === null && workload.cached !== "0",
  };
}

/** An amount of dollars for readers: whole cents, and for less than a dollar up to hundredths of a cent. */
export function formatMoney(amount: Decimal): string {
  const isSmall = compareDecimals(amount, "1") < 0;
  const [whole = "0", places = ""] = roundToPlaces(amount, isSmall ? 4 : 2).split(".");
  const shown = places.replace(/0{1,2}$/, (zeros) => (isSmall ? "" : zeros)).padEnd(2, "0");
  if (isSmall && amount !== "0" && /^0*$/.test(whole + shown)) return "under $0.0001";
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${shown}`;
}

export const formatRange = ({ low, high }: Range): string =>
  compareDecimals(low, high) === 0
    ? formatMoney(low)
    : `${formatMoney(low)} to ${formatMoney(high)}`;

/** What each part of the cost is called. */
export const PART_WORDS: Readonly<Record<TokenPart, string>> = {
  input: "input",
  cached: "cached",
  output: "output",
};

/** Who costs least, in one sentence for those who hear results. */
export function describeCosts(rows: readonly CostRow[]): string {
  const [first, ...others] = rows;
  if (!first) return "No offer is chosen that holds for prompts of this length.";
  const last = others.at(-1);
  const named = ({ offer, perMonth }: CostRow) =>
    `${[offer.name, offer.note].filter((part) => part !== "").join(", ")} at ${formatRange(perMonth)} a month`;
  return last
    ? `${rows.length} offers: the least is ${named(first)}, the most ${named(last)}.`
    : `${named(first)}.`;
}

/** What a reader has chosen: as typed, so that a field never changes under the hand. */
export interface WorkloadState {
  readonly workload: Workload;
  /** Ids of offers; null for those chosen from the start. */
  readonly offers: readonly string[] | null;
}

/** A whole number as people type it, thousands set apart or not, up to a million million; null for anything else. */
export function parseCount(text: string): string | null {
  const digits = text.trim().replace(/[,_\s]/g, "");
  return /^\d{1,12}$/.test(digits) ? digits.replace(/^0+(?=\d)/, "") : null;
}

/** The fields that hold no count. */
export const wrongFields = (workload: Workload): readonly WorkloadField[] =>
  WORKLOAD_FIELDS.filter((field) => parseCount(workload[field]) === null);

/** Reads an address's query; what it leaves out is as in the workload that the page begins with. */
export function parseWorkloadState(query: URLSearchParams, initial: Workload): WorkloadState {
  const counts = WORKLOAD_FIELDS.map((field) => [
    field,
    parseCount(query.get(field) ?? "") ?? initial[field],
  ]);
  return {
    workload: Object.fromEntries(counts) as Record<WorkloadField, string>,
    offers: query.has("offer") ? query.getAll("offer").filter((id) => id !== "") : null,
  };
}

/** The query of a state, with the question mark. */
export function formatWorkloadState({ workload, offers }: WorkloadState): string {
  const query = new URLSearchParams(WORKLOAD_FIELDS.map((field) => [field, workload[field]]));
  // Nothing chosen is not the same as no choice made.
  if (offers !== null)
    for (const id of offers.length > 0 ? offers : [""]) query.append("offer", id);
  return `?${query}`;
}
