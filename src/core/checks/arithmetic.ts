import type { Claim, Dataset } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims, factIdOf } from "../facts/fact.ts";
import { compareDecimals } from "../quantity/decimal.ts";
import { recomputeLevel, recomputeWeekday } from "./arithmetic-of-levels.ts";
import { tableFindings } from "./arithmetic-of-tables.ts";
import type { Check, CheckContext, Finding } from "./check.ts";
import { onePerStatement } from "./one-per-statement.ts";
import { isChange, recomputeChange } from "./operands.ts";
import {
  byPrecision,
  describeRecomputation,
  describeStatedValues,
  isAccused,
  judgesOf,
  nearestOf,
  type Recomputation,
} from "./recomputation.ts";
import { isCalledAnother } from "./unit-misuse.ts";
import { type Words, withWords } from "./words.ts";

/** A stated figure that is off by this share of itself changes what a reader would conclude. */
const MAJOR_SHARE = "0.05";

/**
 * A stated difference, ratio, percentage, discount, period or day of the week that the figures do not give, and figures of one
 * document that do not fit one another. Who is accused is decided in `recomputation.ts`.
 */
export const arithmetic: Check = {
  kind: "arithmetic",
  run(context) {
    const findings: Finding[] = [];
    for (const claim of context.dataset.claims.values()) {
      const recomputation = recomputationOf(context, claim);
      if (recomputation && isAccused(recomputation))
        findings.push(accuse(context, claim, recomputation, describeValue(context.dataset, claim)));
      const weekday = recomputeWeekday(context, claim);
      if (weekday && isAccused(weekday))
        findings.push(accuse(context, claim, weekday, nameOfDay(claim)));
    }
    return onePerStatement([...findings, ...tableFindings(context)]);
  },
};

/** What a claim's figure is computed again from; null for a claim that states a figure of its own, and for what is a matter of words. */
function recomputationOf(context: CheckContext, claim: Claim): Recomputation | null {
  if (!isChange(claim.measure)) return recomputeLevel(context, claim);
  if (claim.interval === null) return null;
  const recomputation = recomputeChange(context, claim, claim.measure);
  return isAccused(recomputation) && isCalledAnother(context, claim) ? null : recomputation;
}

const nameOfDay = ({ weekday }: Claim): string =>
  weekday === null ? "" : `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`;

function accuse(
  context: CheckContext,
  claim: Claim,
  recomputation: Recomputation,
  stated: string,
): Finding {
  const { dataset } = context;
  const judges = judgesOf(recomputation);
  const nearest = nearestOf(judges);
  const size = nearest?.off ?? null;
  const isWithin = recomputation.own.length > 0;
  const isMajor = size === null || compareDecimals(size, MAJOR_SHARE) >= 0;
  return withWords(
    {
      id: `arithmetic/${claim.id}`,
      kind: "arithmetic",
      severity: isMajor ? "major" : "minor",
      scope: isWithin ? "within" : "between",
      facts: [factIdOf(claim)],
      claims: [...new Set([claim, ...judges.flatMap(({ claims }) => claims)])].sort(compareClaims),
      about: [claim],
      size,
    },
    () => describeAccusation(dataset, claim, recomputation, stated),
  );
}

function describeAccusation(
  dataset: Dataset,
  claim: Claim,
  recomputation: Recomputation,
  stated: string,
): Words {
  const values = describeStatedValues(claim);
  return {
    summary: `${publisherName(dataset, claim)} states ${stated} for ${describeFact(dataset, claim)}; ${describeJudges(recomputation, [...judgesOf(recomputation)].sort(byPrecision)[0]?.figure ?? null)}.`,
    computation: [
      values === null ? `stated: ${stated}` : `stated: ${stated}, which stands for ${values}`,
      ...describeRecomputation(recomputation),
      describeConclusion(recomputation),
    ],
  };
}

/** Whose figures give something else, and what the most precise of them give, in the second half of a sentence. */
function describeJudges(recomputation: Recomputation, figure: string | null): string {
  const isWithin = recomputation.own.length > 0;
  const whose = isWithin ? "its own figures" : "the figures it rests on";
  const given = figure === null ? "do not give that" : `give ${figure}`;
  return isWithin && doesStand(recomputation)
    ? `${whose} ${given}, though those that stand give what it states`
    : `${whose} ${given}`;
}

const doesStand = ({ standing }: Recomputation): boolean =>
  standing.some(({ outcome }) => outcome !== "does not follow");

function describeConclusion(recomputation: Recomputation): string {
  if (recomputation.own.length === 0) return "no figures give what is stated: it does not follow";
  return doesStand(recomputation)
    ? "the figures that stand give what is stated, but not those of its own source: it does not follow from them"
    : "neither its own figures nor those that stand give what is stated: it does not follow";
}
