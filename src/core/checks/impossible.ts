import { type Claim, known, type Metric } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims, type Fact, factIdOf } from "../facts/fact.ts";
import { compareDecimals, type Decimal } from "../quantity/decimal.ts";
import { lowerEdge, parseNumeral } from "../quantity/numeral.ts";
import type { ConditionName } from "../schema/vocabulary.ts";
import type { Check, CheckContext, Finding } from "./check.ts";

/**
 * The least value that a condition requires: `1M` at least what rounds to a million, `>128K` more than that. Null for one that has
 * no lower bound (`<128K`) or is no figure.
 */
function leastRequired(condition: string): Decimal | null {
  const match = /^(>=|≥|>)?\s*([^<≤].*)$/.exec(condition.trim());
  const numeral = match ? parseNumeral(match[2] ?? "") : null;
  if (!match || !numeral) return null;
  return match[1] === undefined ? lowerEdge(numeral) : numeral.value;
}

/** A value stated under a condition that another fact excludes, such as a score at a length that the subject does not accept. */
export const impossible: Check = {
  kind: "impossible",
  run(context) {
    const limits = [...context.dataset.metrics.values()].filter((metric) => metric.bounds !== null);
    return [...context.facts.values()].flatMap((fact) =>
      limits.flatMap((limit) => findingFor(context, fact, limit) ?? []),
    );
  },
};

function findingFor(context: CheckContext, fact: Fact, limit: Metric): Finding | null {
  const { dataset, facts } = context;
  const condition = fact.conditions[limit.bounds as ConditionName];
  const required = condition === undefined ? null : leastRequired(condition);
  const stated = fact.claims.filter(
    (claim) => claim.interval !== null && claim.measure === "level",
  );
  if (required === null || stated.length === 0) return null;
  const limitFact = facts.get(
    factIdOf({
      subject: fact.subject,
      metric: limit.id,
      conditions: {},
      measure: "level",
      direction: null,
      comparedWith: null,
      relation: null,
      among: null,
    }),
  );
  const bounding = limitFact ? boundingClaims(context, limitFact, required) : [];
  if (bounding.length === 0) return null;
  const claims = [...stated, ...bounding].sort(compareClaims);
  const subject = known(dataset.subjects, fact.subject).name;
  const [first] = bounding as [Claim];
  return {
    id: `impossible/${fact.id}`,
    kind: "impossible",
    severity: "major",
    scope: claims.every((claim) => claim.source === claims[0]?.source) ? "within" : "between",
    facts: [fact.id],
    claims,
    about: stated,
    summary: `${publisherName(dataset, stated[0] as Claim)} states ${describeValue(dataset, stated[0] as Claim)} for ${describeFact(dataset, fact)}, but ${publisherName(dataset, first)} states ${describeValue(dataset, first)} for the ${limit.name.toLowerCase()} of ${subject}.`,
    computation: [
      `the condition asks for at least ${required}`,
      ...bounding.map(
        (claim) =>
          `${publisherName(dataset, claim)}: ${describeValue(dataset, claim)} reaches to ${claim.interval?.high}`,
      ),
      "the condition lies above what the subject accepts",
    ],
    size: null,
  };
}

/** The claims that carry a limit below what is required; empty when it is not below, or disputed. */
function boundingClaims(context: CheckContext, limitFact: Fact, required: Decimal): Claim[] {
  const standing = known(context.standings, limitFact.id);
  const high = standing.interval?.high;
  if (standing.basis === "disputed" || high == null || compareDecimals(required, high) < 0)
    return [];
  return [...standing.claims];
}
