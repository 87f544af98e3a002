import type { Claim, Dataset } from "../dataset/dataset.ts";
import { known } from "../dataset/dataset.ts";
import { describeFact, describeValue, joinWords, publisherName } from "../facts/describe.ts";
import { type Fact, factIdOf } from "../facts/fact.ts";
import { speaks } from "../facts/silence.ts";
import { areSimultaneous } from "../facts/time.ts";
import { doIntervalsMeet } from "../quantity/interval.ts";
import { areUnitsComparable } from "../quantity/units.ts";
import { CONDITIONS, type ConditionName, type MetricKind } from "../schema/vocabulary.ts";
import type { Check, Finding } from "./check.ts";
import { type ClaimPair, claimsOfPairs, describeTime, pairsWhere } from "./pairs.ts";
import { isNumeric } from "./value-conflict.ts";

/** Metrics whose figures readers set side by side; a count or a property is about its own set. */
const COMPARED_KINDS: readonly MetricKind[] = [
  "score",
  "price",
  "limit",
  "duration",
  "availability",
  "date",
];

/**
 * Figures offered for one question that answer different ones. At most one finding for a subject and a family of metrics.
 *
 * Two claims of different sources are a pair when
 * 1. they are of one fact and differ, but are made for times that cannot overlap; or
 * 2. their sources have no member of the family in common, so that a reader who sets the two sources side by side compares
 *    different things: other conditions of one metric, another measure or baseline of one change, or another metric.
 * A source that states several members tells them apart itself, so its own figures are no pair; and different stated
 * values of a parameter (a price tier, a modality) are different questions.
 */
export const scopeDifference: Check = {
  kind: "scope-difference",
  run({ dataset, facts }) {
    const groups = new Map<string, Claim[]>();
    for (const fact of facts.values()) {
      const metric = known(dataset.metrics, fact.metric);
      if (fact.measure === "relation" || !COMPARED_KINDS.includes(metric.kind)) continue;
      const key = `${fact.subject}/${metric.family}`;
      const claims = fact.claims.filter((claim) => claim.quantity !== null && speaks(claim));
      groups.set(key, [...(groups.get(key) ?? []), ...claims]);
    }
    const findings: Finding[] = [];
    for (const [key, claims] of groups) {
      const members = membersBySource(claims.filter(isNumeric));
      const reasons = new Map<string, ClaimPair[]>();
      for (const pair of pairsWhere(claims, (one, other) => one.source !== other.source)) {
        const reason = reasonOf(pair, dataset, members);
        if (reason !== null) reasons.set(reason, [...(reasons.get(reason) ?? []), pair]);
      }
      if (reasons.size === 0) continue;
      const involved = claimsOfPairs([...reasons.values()].flat());
      findings.push({
        id: `scope-difference/${key}`,
        kind: "scope-difference",
        severity: "minor",
        scope: "between",
        facts: [...new Set(involved.map(factIdOf))].sort(),
        claims: involved,
        about: involved,
        summary: `Figures that look like answers to one question differ in ${joinWords([...reasons.keys()].sort())}; each may stand.`,
        computation: involved.map((claim) => describeMember(dataset, claim)),
        size: null,
      });
    }
    return findings;
  },
};

/** For each source, the facts that its figures answer, levels and changes apart. */
function membersBySource(claims: readonly Claim[]): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  for (const claim of claims) {
    const key = memberKey(claim);
    const facts = members.get(key) ?? new Set();
    facts.add(factIdOf(claim));
    members.set(key, facts);
  }
  return members;
}

const memberKey = (claim: Claim) =>
  `${claim.source} ${claim.measure === "level" ? "level" : "change"}`;

function doAgree(one: Claim, other: Claim): boolean {
  if (one.interval && other.interval) return doIntervalsMeet(one.interval, other.interval);
  return one.quantity?.printed === other.quantity?.printed;
}

/** What two claims differ in, in words for readers; null when they are no pair. */
function reasonOf(
  [one, other]: ClaimPair,
  dataset: Dataset,
  members: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  if (factIdOf(one) === factIdOf(other)) {
    const metric = known(dataset.metrics, one.metric);
    return doAgree(one, other) || areSimultaneous(one, other, metric) ? null : "time";
  }
  const isLevel = one.measure === "level";
  if (!isNumeric(one) || !isNumeric(other) || isLevel !== (other.measure === "level")) return null;
  const [mine, theirs] = [members.get(memberKey(one)), members.get(memberKey(other))];
  if ([...(mine ?? [])].some((fact) => theirs?.has(fact))) return null;
  if (one.metric !== other.metric)
    return areUnitsComparable(one.unit, other.unit) ? "metric" : null;
  const differing = differingConditions(one, other);
  if (differing === "other-question") return null;
  if (differing.length > 0) return doAgree(one, other) ? null : joinWords(differing);
  if (one.measure !== other.measure) return "measure";
  return "baseline";
}

/** Labels of the conditions in which two claims differ, or that they put different questions. */
function differingConditions(one: Claim, other: Claim): string[] | "other-question" {
  const names = (Object.keys(CONDITIONS) as ConditionName[]).filter(
    (name) => one.conditions[name] !== other.conditions[name],
  );
  const isOtherQuestion = names.some(
    (name) =>
      CONDITIONS[name].role === "parameter" &&
      one.conditions[name] !== undefined &&
      other.conditions[name] !== undefined,
  );
  return isOtherQuestion ? "other-question" : names.map((name) => CONDITIONS[name].label);
}

function describeMember(dataset: Dataset, claim: Claim): string {
  const fact: Omit<Fact, "id" | "claims"> = claim;
  return `${publisherName(dataset, claim)}: ${describeFact(dataset, fact)}: ${describeValue(dataset, claim)}, said for ${describeTime(claim)}`;
}
