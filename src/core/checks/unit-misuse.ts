import { type Claim, known } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims, factIdOf } from "../facts/fact.ts";
import { add } from "../quantity/decimal.ts";
import type { Interval } from "../quantity/interval.ts";
import { saysTimesMore } from "../quantity/written.ts";
import type { Check, CheckContext, Finding } from "./check.ts";
import type { Severity } from "./kinds.ts";
import { type ChangeMeasure, isChange, recomputeChange } from "./operands.ts";
import {
  describeRecomputation,
  isAccused,
  isBorneOut,
  judgesOf,
  type Recomputation,
} from "./recomputation.ts";
import { withWords } from "./words.ts";

const WORDS: Readonly<Record<ChangeMeasure, string>> = {
  difference: "percentage points",
  "percent-change": "percent",
  ratio: "times",
};

/** What the figure is when it is not what it is called. */
const OTHER_MEASURE: Readonly<Partial<Record<ChangeMeasure, ChangeMeasure>>> = {
  "percent-change": "difference",
  difference: "percent-change",
};

/** A second way to read a stated change, for a claim that does not follow as it is called. */
interface OtherReading {
  readonly recomputation: Recomputation;
  readonly severity: Severity;
  /** The end of a sentence that begins with who states what for which question. */
  readonly summary: string;
  /** What the figure is called, and what it is, before the working of each. */
  readonly called: string;
  readonly meant: string;
}

/** Whether a change that does not follow as it is called does follow as something else, so that its name is at fault and not its figure. */
export const isCalledAnother = (context: CheckContext, claim: Claim): boolean =>
  otherReadingOf(context, claim) !== null;

function otherReadingOf(context: CheckContext, claim: Claim): OtherReading | null {
  const { measure } = claim;
  if (!isChange(measure)) return null;
  const other = OTHER_MEASURE[measure];
  // Points and percent can be mixed up only where the level itself is in percent.
  if (other !== undefined && known(context.dataset.metrics, claim.metric).unit === "percent") {
    const recomputation = recomputeChange(context, claim, other);
    return isBorneOut(recomputation)
      ? {
          recomputation,
          severity: "minor",
          summary: `as ${WORDS[measure]} it does not follow, as ${WORDS[other]} it does`,
          called: `in ${WORDS[measure]}`,
          meant: `in ${WORDS[other]}`,
        }
      : null;
  }
  const more = asTimesMore(claim);
  if (more === null) return null;
  const recomputation = recomputeChange(context, more, "ratio");
  return isBorneOut(recomputation)
    ? {
        recomputation,
        severity: "note",
        summary:
          "its words allow two readings: as so many times as much it does not follow, as so many times more, which is once more than that, it does",
        called: "as so many times as much",
        meant: "as so many times more",
      }
    : null;
}

/**
 * The claim as its words can also be read: "three times more" as what is added to once, and so as four times as much. Null where the
 * words allow one reading only, as "doubles" and "three times as many" do, and downwards, where nobody means another.
 */
function asTimesMore(claim: Claim): Claim | null {
  const { evidence, interval } = claim;
  if (claim.measure !== "ratio" || claim.direction === "down" || interval === null) return null;
  const words =
    evidence.form === "quote" ? evidence.quote : evidence.form === "cell" ? evidence.text : "";
  if (!saysTimesMore(words)) return null;
  const oneMore = (end: string | null) => (end === null ? null : add(end, "1"));
  const shifted: Interval = {
    ...interval,
    low: oneMore(interval.low),
    high: oneMore(interval.high),
  };
  return { ...claim, interval: shifted };
}

/** Percentage points called percent, or the reverse, and a multiple that follows only as an addition. */
export const unitMisuse: Check = {
  kind: "unit-misuse",
  run(context) {
    const findings: Finding[] = [];
    for (const claim of context.dataset.claims.values()) {
      if (!isChange(claim.measure) || claim.interval === null) continue;
      const called = recomputeChange(context, claim, claim.measure);
      if (!isAccused(called)) continue;
      const reading = otherReadingOf(context, claim);
      if (reading === null) continue;
      const involved = [
        ...new Set([claim, ...judgesOf(reading.recomputation).flatMap(({ claims }) => claims)]),
      ].sort(compareClaims);
      findings.push(
        withWords(
          {
            id: `unit-misuse/${claim.id}`,
            kind: "unit-misuse",
            severity: reading.severity,
            scope: involved.every((each) => each.source === claim.source) ? "within" : "between",
            facts: [factIdOf(claim)],
            claims: involved,
            about: [claim],
            size: null,
          },
          () => ({
            summary: `${publisherName(context.dataset, claim)} states ${describeValue(context.dataset, claim)} for ${describeFact(context.dataset, claim)}; ${reading.summary}.`,
            computation: [
              ...describeRecomputation(called).map((line) => `${reading.called}, ${line}`),
              ...describeRecomputation(reading.recomputation).map(
                (line) => `${reading.meant}, ${line}`,
              ),
            ],
          }),
        ),
      );
    }
    return findings;
  },
};
