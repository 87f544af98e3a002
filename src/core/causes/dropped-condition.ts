import { comparedSets, othersOf, ownSubjects } from "../checks/compared-sets.ts";
import { known } from "../dataset/dataset.ts";
import { describeFact, describeValue, joinWords, publisherName } from "../facts/describe.ts";
import { compareClaims } from "../facts/fact.ts";
import {
  CONDITIONS,
  type ConditionName,
  type Qualifier,
  SUPERLATIVES,
} from "../schema/vocabulary.ts";
import type { Cause, CauseContext, Doubt, Hypothesis } from "./cause.ts";
import { differingNames, explainByMatch, isSameCell } from "./figure-elsewhere.ts";
import { levelsOf } from "./levels.ts";
import { leavesOut } from "./other-conditions.ts";

/** What is stated holds under a condition that the source leaves out. */
export const droppedCondition: Hypothesis = {
  kind: "dropped-condition",
  explains: ["value-conflict", "arithmetic", "ordering-conflict", "impossible"],
  explain(context, doubt) {
    switch (doubt.finding.kind) {
      case "ordering-conflict":
        return explainByNarrowerSet(context, doubt);
      case "impossible":
        return explainByInference(context, doubt);
      case "arithmetic":
        return [...explainByQualifier(context, doubt), ...explainByUnstatedMix(context, doubt)];
      default: {
        const matched = explainByMatch(
          context,
          doubt,
          (claim, match) =>
            isSameCell(claim, match) &&
            differingNames(claim.conditions, match.conditions).some(
              (name) => name !== "snapshot",
            ) &&
            leavesOut(claim, match),
        );
        return matched.length > 0 ? matched : explainByUnstated(context, doubt);
      }
    }
  },
};

type Explanation = Omit<Cause, "kind">;

const ONE_SIDED: ReadonlySet<Qualifier> = new Set<Qualifier>([
  "over",
  "under",
  "at-least",
  "at-most",
  "up-to",
]);

/** Another source states the same figure with a word such as “over” beside it, which this one leaves out. */
function explainByQualifier({ dataset, facts }: CauseContext, { claim }: Doubt): Explanation[] {
  if (claim.qualifier !== null) return [];
  const full = (facts.get(claim.fact)?.claims ?? []).find(
    (other) =>
      other.quantity?.printed === claim.quantity?.printed &&
      other.unit === claim.unit &&
      other.qualifier !== null &&
      ONE_SIDED.has(other.qualifier),
  );
  if (!full) return [];
  return [
    {
      support: "strong",
      claims: [claim, full],
      note: `${publisherName(dataset, full)} states ${describeValue(dataset, full)}; ${publisherName(dataset, claim)} leaves the qualifying word out.`,
    },
  ];
}

/** An average of prices, of which no one says over which mix: each such figure may have one of its own. */
function explainByUnstatedMix({ dataset }: CauseContext, { claim, finding }: Doubt): Explanation[] {
  const metric = known(dataset.metrics, claim.metric);
  const isOfTable = finding.claims.some(
    (other) => other !== claim && other.metric === claim.metric && other.subject !== claim.subject,
  );
  if (metric.mixOf === null || claim.measure !== "level" || !isOfTable) return [];
  return [
    {
      support: "weak",
      claims: [claim],
      note: `${publisherName(dataset, claim)} does not say over which mix it averages; with a mix of its own for each subject, every one of its figures can be right.`,
    },
  ];
}

/**
 * Neither side of a dispute names a condition by which the ledger tells figures of this metric apart: they may be answers under different
 * ones.
 */
function explainByUnstated({ dataset, facts }: CauseContext, doubt: Doubt): Explanation[] {
  const { claim, against, isDisputed } = doubt;
  const [other] = against;
  if (!isDisputed || !other || claim.measure !== "level") return [];
  const open = known(dataset.metrics, claim.metric).conditions.filter(
    (name) =>
      CONDITIONS[name].role === "circumstance" &&
      [claim, ...against].every(({ conditions }) => conditions[name] === undefined),
  );
  if (open.length === 0) return [];
  for (const fact of levelsOf(facts).get(`${claim.subject} ${claim.metric}`) ?? []) {
    const added = differingNames(claim.conditions, fact.conditions);
    const [name] = added as [ConditionName | undefined];
    const isFuller = added.length === 1 && name !== undefined && open.includes(name);
    const witness = fact.claims[0];
    if (!isFuller || !witness || name === undefined) continue;
    const sides = [claim, other].sort(compareClaims);
    return [
      {
        support: "weak",
        claims: [...sides, witness],
        note: `Neither ${sides.map((side) => publisherName(dataset, side)).join(" nor ")} names the ${CONDITIONS[name].label}. ${publisherName(dataset, witness)} states ${describeValue(dataset, witness)} for ${describeFact(dataset, witness)}, so that the two may speak of different ones.`,
      },
    ];
  }
  return [];
}

/**
 * A superlative that no figure contradicts among the models of which the source itself gives such figures: it may have had only those in
 * view.
 */
function explainByNarrowerSet({ dataset }: CauseContext, doubt: Doubt): Explanation[] {
  const { claim, finding } = doubt;
  if (claim.relation === null || !SUPERLATIVES.has(claim.relation)) return [];
  const own = new Set(finding.about.map(({ subject }) => subject));
  const rivals = finding.claims.filter(
    (each) => !finding.about.includes(each) && !own.has(each.subject),
  );
  const metrics = new Set(rivals.map(({ metric }) => metric));
  const given = known(dataset.sources, claim.source).claims.filter(
    (each) =>
      each.retired === null &&
      each.measure === "level" &&
      each.interval !== null &&
      metrics.has(each.metric),
  );
  const sets = comparedSets(dataset);
  const meant = new Set(
    ownSubjects(sets, claim).flatMap((each) => othersOf(sets, claim, each).map(({ id }) => id)),
  );
  // A set that has no more than a name may hold any of them.
  const isMeant = (id: string) => meant.size === 0 || meant.has(id);
  const inView = [...new Set(given.map(({ subject }) => subject))].filter(
    (id) => !own.has(id) && isMeant(id),
  );
  const isOutOfView = rivals.every(({ subject }) => !inView.includes(subject));
  const hasOwn = given.some(({ subject }) => own.has(subject));
  if (rivals.length === 0 || inView.length === 0 || !hasOwn || !isOutOfView) return [];
  const names = inView.map((id) => known(dataset.subjects, id).name).sort();
  const compared = given.filter(({ subject }) => inView.includes(subject));
  const metricNames = [...new Set(compared.map(({ metric }) => metric))]
    .map((id) => known(dataset.metrics, id).name)
    .sort();
  return [
    {
      // A set that the source names is wider than what it has figures of.
      support: claim.among === null ? "fair" : "weak",
      claims: [claim, ...compared],
      note: `${publisherName(dataset, claim)} compares ${known(dataset.subjects, claim.subject).name} with ${joinWords(names)} only, by its own figures for ${joinWords(metricNames)}, and these do not contradict it; of the models that do it gives none.`,
    },
  ];
}

/** A value is impossible under a condition that the source does not state beside it, and that was inferred. */
function explainByInference({ dataset }: CauseContext, { claim, finding }: Doubt): Explanation[] {
  const { binding } = claim;
  if (binding.kind !== "inferred") return [];
  const [reason] = binding.reasons;
  return reason === undefined
    ? []
    : [
        {
          support: "fair",
          claims: [claim, ...finding.claims.filter((each) => !finding.about.includes(each))],
          note: `What ${publisherName(dataset, claim)} speaks of here is inferred, and it may be something else. The inference: ${reason}`,
        },
      ];
}
