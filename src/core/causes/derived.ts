import { type Claim, known } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import { factIdOf } from "../facts/fact.ts";
import { compareDecimals, type Decimal, multiply } from "../quantity/decimal.ts";
import { relationToStanding } from "../verdicts/standing.ts";
import type { Cause, CauseContext, Hypothesis } from "./cause.ts";

const figureOf = (claim: Claim | undefined): Decimal | null =>
  claim?.quantity?.kind === "number" && claim.quantity.from === claim.quantity.to
    ? claim.quantity.from.value
    : null;

/**
 * The source has another doubtful figure of the same subject and family, and the two stand to one another exactly as the two that stand: whoever
 * took the one from the wrong place computed the other from it.
 */
export const derived: Hypothesis = {
  kinds: ["derived"],
  explain(context, _finding, doubtful): Cause | null {
    const { dataset, standings } = context;
    const standing = standings.get(factIdOf(doubtful));
    const [value, right] = [figureOf(doubtful), figureOf(standing?.claims[0])];
    if (value === null || right === null) return null;
    const family = known(dataset.metrics, doubtful.metric).family;
    for (const other of known(dataset.sources, doubtful.source).claims) {
      const isComparable =
        other.subject === doubtful.subject &&
        other.metric !== doubtful.metric &&
        other.measure === "level" &&
        known(dataset.metrics, other.metric).family === family;
      const otherStanding = isComparable ? standings.get(factIdOf(other)) : undefined;
      if (!otherStanding || relationToStanding(otherStanding, other) !== "conflicts") continue;
      const [basis, otherRight] = [figureOf(other), figureOf(otherStanding.claims[0])];
      if (basis === null || otherRight === null) continue;
      // value ÷ basis = right ÷ otherRight, without a division.
      if (compareDecimals(multiply(value, otherRight), multiply(basis, right)) !== 0) continue;
      return {
        kind: "derived",
        claims: [doubtful, other],
        note: describe(context, doubtful, other),
      };
    }
    return null;
  },
};

function describe({ dataset, standings }: CauseContext, doubtful: Claim, other: Claim): string {
  const right = standings.get(factIdOf(doubtful))?.claims[0];
  const otherRight = standings.get(factIdOf(other))?.claims[0];
  if (!right || !otherRight) return "";
  const value = (claim: Claim) => describeValue(dataset, claim);
  return `${publisherName(dataset, doubtful)} states ${value(other)} for ${describeFact(dataset, other)} as well, where ${value(otherRight)} stands: ${value(doubtful)} is to ${value(other)} as ${value(right)} is to ${value(otherRight)}.`;
}
