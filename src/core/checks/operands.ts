/** The figures from which a stated change should follow, and what they give. */
import { type Claim, known } from "../dataset/dataset.ts";
import { type Fact, factIdOf } from "../facts/fact.ts";
import { doIntervalsMeet, type Interval, negateInterval } from "../quantity/interval.ts";
import {
  divideIntervals,
  percentChange,
  subtractIntervals,
} from "../quantity/interval-arithmetic.ts";
import { compareText } from "../report/issue.ts";
import type { Measure } from "../schema/vocabulary.ts";
import type { CheckContext } from "./check.ts";

/** A figure of each side of a comparison. */
export interface Operands {
  readonly own: Claim;
  readonly other: Claim;
}

export type ChangeMeasure = Extract<Measure, "difference" | "ratio" | "percent-change">;

export const isChange = (measure: Measure): measure is ChangeMeasure =>
  measure === "difference" || measure === "ratio" || measure === "percent-change";

/** What operands give for a measure, in points or the metric's unit, times, or percent; null when it cannot be computed. */
export function computeChange(
  measure: ChangeMeasure,
  own: Interval,
  other: Interval,
  isDownwards: boolean,
): Interval | null {
  switch (measure) {
    case "difference":
      return subtractIntervals(own, other);
    case "percent-change":
      return percentChange(own, other);
    case "ratio":
      // "Ten times less" is how many times the other side is this one.
      return isDownwards ? divideIntervals(other, own) : divideIntervals(own, other);
    default:
      return measure satisfies never;
  }
}

/**
 * Every pair of figures from which a claim's change could have been computed: those that its own source states, and where it states
 * none for a side, those that stand for it. Empty when a side has no figure.
 */
export function operandsOf(context: CheckContext, claim: Claim): Operands[] {
  const { comparedWith } = claim;
  if (!comparedWith || !isChange(claim.measure)) return [];
  const level = {
    measure: "level",
    direction: null,
    comparedWith: null,
    relation: null,
    among: null,
  } as const;
  const ownFact = context.facts.get(
    factIdOf({
      ...level,
      subject: claim.subject,
      metric: claim.metric,
      conditions: claim.conditions,
    }),
  );
  const otherFact = context.facts.get(
    factIdOf({
      ...level,
      subject: comparedWith.subject,
      metric: comparedWith.metric ?? claim.metric,
      conditions: comparedWith.conditions,
    }),
  );
  const owns = candidates(context, ownFact, claim.source);
  const others = candidates(context, otherFact, claim.source);
  return owns.flatMap((own) => others.map((other) => ({ own, other })));
}

/** The figures of a side, each once: repetitions of one figure give the same result. */
function candidates(context: CheckContext, fact: Fact | undefined, source: string): Claim[] {
  if (!fact) return [];
  const numeric = fact.claims.filter(
    (claim) => claim.interval !== null && claim.quantity?.kind === "number",
  );
  const stated = numeric.filter((claim) => claim.source === source);
  const standing = known(context.standings, fact.id);
  // Where nothing stands every figure counts, so that a statement is accused only if it follows from none.
  const others =
    standing.basis === "disputed"
      ? numeric
      : standing.claims.filter((claim) => numeric.includes(claim));
  const figures = new Map<string, Claim>();
  // By id, so that it does not depend on where a document repeats a figure which claim speaks for it.
  const ordered = [...(stated.length > 0 ? stated : others)].sort((one, another) =>
    compareText(one.id, another.id),
  );
  for (const claim of ordered) {
    const figure = `${claim.quantity?.printed} ${claim.qualifier ?? ""}`;
    if (!figures.has(figure)) figures.set(figure, claim);
  }
  return [...figures.values()];
}

/** Whether a claim's figure follows from at least one pair of operands, read as a measure. */
export function follows(
  claim: Claim,
  measure: ChangeMeasure,
  operands: readonly Operands[],
): boolean {
  const stated = claim.interval;
  if (stated === null) return true;
  return operands.some(({ own, other }) => {
    const computed = computeChange(
      measure,
      own.interval as Interval,
      other.interval as Interval,
      claim.direction === "down",
    );
    if (computed === null || doIntervalsMeet(computed, stated)) return true;
    // Where a source does not say which way, the figure is right either way.
    const isEitherWay = claim.direction === null && measure !== "ratio";
    return isEitherWay && doIntervalsMeet(negateInterval(computed), stated);
  });
}
