import { type Dataset, known, type Metric } from "../dataset/dataset.ts";
import { describeValue, publisherName } from "../facts/describe.ts";
import type { Fact } from "../facts/fact.ts";
import { compareDecimals } from "../quantity/decimal.ts";
import type { Interval } from "../quantity/interval.ts";
import type { Check, Finding } from "./check.ts";
import { excludedFinding, figuresOf } from "./exclusion.ts";
import { aboveUpper } from "./impossible-above-another.ts";
import { limitsByCondition } from "./impossible-beyond-limits.ts";
import { outsideItsTime } from "./impossible-in-time.ts";
import { indexLevels } from "./levels.ts";
import { onePerStatement } from "./one-per-statement.ts";
import { answersOf, formatInterval } from "./pairs.ts";

/**
 * A value that its own scale excludes (a score of 130 percent), or that another fact of the same subject excludes: a score at a length that the
 * subject does not accept, an answer longer than its limit, an end before the beginning, an offer after the end.
 */
export const impossible: Check = {
  kind: "impossible",
  run(context) {
    const { dataset, facts } = context;
    const levels = indexLevels(context);
    const beyondLimits = limitsByCondition(context, levels);
    const inTime = outsideItsTime(context, levels);
    const findings: (Finding | null)[] = [];
    for (const fact of facts.values()) {
      const metric = known(dataset.metrics, fact.metric);
      findings.push(offTheScale(dataset, fact, metric));
      if (fact.measure !== "level") continue;
      findings.push(...beyondLimits(fact), ...inTime(fact, metric));
      for (const upper of metric.neverAbove)
        findings.push(aboveUpper(context, fact, metric, levels(fact.subject, upper)));
    }
    return onePerStatement(findings.filter((finding) => finding !== null));
  },
};

/** Between what a figure must lie, in percent or points, and why. */
interface Scale {
  readonly least: string;
  readonly most: string | null;
  readonly reason: string;
}

/**
 * The scale of a score in percent: a share lies between nothing and all, and two shares are no further apart than that. What is better lower
 * may be a rate of errors instead, of which there can be more than a hundred in a hundred; it has no end, nor has a difference of two.
 */
function scaleOf({ kind, unit, better }: Metric, { measure }: Fact): Scale | null {
  if (kind !== "score" || unit !== "percent") return null;
  const isRate = better === "lower";
  if (measure === "level")
    return isRate
      ? { least: "0", most: null, reason: "a rate is never below 0" }
      : { least: "0", most: "100", reason: "a share lies between 0 and 100%" };
  if (measure === "difference" && !isRate)
    return {
      least: "-100",
      most: "100",
      reason: "a share lies between 0 and 100%, and two shares are at most 100 points apart",
    };
  return null;
}

/** A figure that its scale does not have. */
function offTheScale(dataset: Dataset, fact: Fact, metric: Metric): Finding | null {
  const scale = scaleOf(metric, fact);
  if (scale === null) return null;
  const { least, most, reason } = scale;
  const isOff = ({ interval }: { readonly interval: Interval | null }): boolean =>
    interval !== null &&
    ((most !== null && interval.low !== null && compareDecimals(interval.low, most) > 0) ||
      (interval.high !== null && compareDecimals(interval.high, least) < 0));
  if (!answersOf(dataset, fact).some(({ first }) => isOff(first))) return null;
  const about = figuresOf(fact).filter(isOff);
  const range = most === null ? `${least} and more` : `${least} to ${most}`;
  return excludedFinding(dataset, fact, {
    about,
    by: [],
    reason,
    computation: about.map(
      (claim) =>
        `${publisherName(dataset, claim)}: ${describeValue(dataset, claim)} stands for ${formatInterval(claim.interval)}, outside of ${range}`,
    ),
  });
}
