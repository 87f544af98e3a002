/**
 * How many independent witnesses a conflict has. Sources that repeat one another are one, whether they say so
 * (`originOf`) or betray it: two that print the same wrong figure hardly came to it each on their own.
 */
import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import { compareText } from "../report/issue.ts";
import { doAgree } from "./agreement.ts";
import { originOf, originsOf } from "./origins.ts";

/** A figure that two origins share although it cannot be right beside the primary's. */
export interface SharedError {
  /** Everybody's claims that print it. */
  readonly claims: readonly Claim[];
  /** Who prints it, sorted: not who is credited with it, since the primary may be, and it printed another figure. */
  readonly publishers: readonly string[];
  /** The origin that counts as a witness for all of them: that of the earliest document. */
  readonly counted: string;
}

export interface Witnesses {
  /** Origins that count, sorted. */
  readonly origins: readonly string[];
  readonly sharedErrors: readonly SharedError[];
}

/** Round figures are hit upon by chance; one of three digits, zeros at its end aside, is not. */
const UNUSUAL_DIGITS = 3;

/**
 * @param claims what a discrepancy rests on
 * @param right the claims that carry the primary's figure; empty where none stands, since then nothing says which figure is the error
 */
export function witnessesOf(
  dataset: Dataset,
  claims: readonly Claim[],
  right: readonly Claim[],
): Witnesses {
  const sharedErrors = right.length === 0 ? [] : sharedErrorsOf(dataset, claims, right);
  // Claims are joined and not origins: an origin that shares one error may have a figure of its own beside it.
  const countedFor = new Map(
    sharedErrors.flatMap((shared) =>
      shared.claims.map((claim) => [claim, shared.counted] as const),
    ),
  );
  const origins = claims.map((claim) => countedFor.get(claim) ?? originOf(dataset, claim));
  return { origins: [...new Set(origins)].sort(), sharedErrors };
}

function sharedErrorsOf(
  dataset: Dataset,
  claims: readonly Claim[],
  right: readonly Claim[],
): SharedError[] {
  const figures = new Map<string, Claim[]>();
  for (const claim of claims) {
    const figure = unusualFigure(claim);
    if (figure === null || right.some((carrier) => doAgree(carrier, claim))) continue;
    const others = figures.get(figure);
    if (others) others.push(claim);
    else figures.set(figure, [claim]);
  }
  return [...figures.values()].flatMap((alike): SharedError[] => {
    // A third who prints the figure makes it likelier that it has a ground of its own.
    if (originsOf(dataset, alike).length !== 2) return [];
    return [
      {
        claims: alike,
        publishers: publishersOf(dataset, alike),
        counted: earliest(dataset, alike),
      },
    ];
  });
}

const publishersOf = (dataset: Dataset, claims: readonly Claim[]): string[] =>
  [...new Set(claims.map(({ source }) => known(dataset.sources, source).publisher))].sort();

/** The figure with its unit, if it is one that nobody hits upon by chance. */
function unusualFigure({ quantity, unit }: Claim): string | null {
  if (quantity?.kind !== "number" || quantity.from !== quantity.to) return null;
  const { value } = quantity.from;
  const digits = value.replace(/\D/g, "").replace(/^0+/, "").replace(/0+$/, "");
  return digits.length >= UNUSUAL_DIGITS ? `${value} ${unit}` : null;
}

/** The origin of the claim in the earliest document; of two of one day, of the one whose id comes first. */
function earliest(dataset: Dataset, claims: readonly Claim[]): string {
  const dayOf = (claim: Claim) => known(dataset.sources, claim.source).time.notAfter;
  const first = claims.reduce((best, claim) =>
    (compareText(dayOf(claim), dayOf(best)) || compareText(claim.id, best.id)) < 0 ? claim : best,
  );
  return originOf(dataset, first);
}
