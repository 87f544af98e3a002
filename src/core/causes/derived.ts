import { isChange, recomputeChange } from "../checks/operands.ts";
import { byPrecision } from "../checks/recomputation.ts";
import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import type { Fact } from "../facts/fact.ts";
import { dateSpan } from "../quantity/calendar.ts";
import {
  absolute,
  add,
  compareDecimals,
  type Decimal,
  divide,
  multiply,
  subtract,
} from "../quantity/decimal.ts";
import type { Cause, CauseContext, Doubt, Hypothesis } from "./cause.ts";
import { isDoubtful } from "./figure-elsewhere.ts";
import { tellingDigits } from "./figure-index.ts";
import type { Support } from "./kinds.ts";

/** The figure follows from another doubtful one of its source, or the statement is taken over from a source that it repeats. */
export const derived: Hypothesis = {
  kind: "derived",
  explains: ["value-conflict", "date-conflict", "ordering-conflict"],
  explain(context, doubt) {
    if (doubt.finding.kind === "ordering-conflict") return explainByRepetition(context, doubt);
    if (doubt.isDisputed) return [];
    if (isChange(doubt.claim.measure)) return explainByOwnOperands(context, doubt);
    return explainByNeighbour(context, doubt);
  },
};

type Explanation = Omit<Cause, "kind">;

/** A stated change that follows from the source's own figures, of which one is in doubt itself. */
function explainByOwnOperands(context: CauseContext, { claim }: Doubt): Explanation[] {
  if (!isChange(claim.measure)) return [];
  const working = recomputeChange(context, claim, claim.measure)
    .own.filter(
      ({ outcome, off, claims }) =>
        outcome !== "does not follow" &&
        off !== null &&
        claims.some((operand) => isDoubtful(context, operand)),
    )
    .sort(byPrecision)[0];
  if (!working) return [];
  const wrong = working.claims.filter((operand) => isDoubtful(context, operand));
  return [
    {
      support: "strong",
      claims: [claim, ...working.claims],
      note: `${describeValue(context.dataset, claim)} follows from ${publisherName(context.dataset, claim)}’s own figures: ${working.text} gives ${working.figure ?? working.gives}. Of these, ${wrong.map((operand) => describeValue(context.dataset, operand)).join(" and ")} ${wrong.length === 1 ? "does" : "do"} not stand.`,
    },
  ];
}

/**
 * The source has an earlier doubtful figure of the same subject and family, and the two stand to one another as the two that stand do:
 * in the same ratio, at the same distance, or with the same sum. Whoever took the one from the wrong place computed the other from it.
 */
function explainByNeighbour(context: CauseContext, doubt: Doubt): Explanation[] {
  const { dataset, standings } = context;
  const { claim } = doubt;
  const [right] = doubt.against;
  if (!right) return [];
  const candidates = known(dataset.sources, claim.source).claims.filter(
    (other) =>
      other.retired === null &&
      other.fact !== claim.fact &&
      other.measure === "level" &&
      firstPlace(context, other) < firstPlace(context, claim) &&
      areRelated(context, claim, other) &&
      isDoubtful(context, other),
  );
  for (const other of candidates) {
    const otherRight = standings.get(other.fact)?.claims[0];
    if (!otherRight) continue;
    const found =
      claim.quantity?.kind === "date"
        ? shiftOfDates(context, [claim, other, right, otherRight])
        : relationOfFigures(context, [claim, other, right, otherRight]);
    if (found)
      return [
        {
          support: found.support,
          claims: [claim, other, right, otherRight],
          note: `${found.note} ${publisherName(dataset, claim)} states ${describeValue(dataset, other)} for ${describeFact(dataset, other)}, where ${describeValue(dataset, otherRight)} stands.`,
        },
      ];
  }
  return [];
}

/** Where a source first states a figure for a question: what comes first was not computed from what comes later. */
function firstPlace({ facts }: CauseContext, claim: Claim): number {
  const own = facts
    .get(claim.fact)
    ?.claims.find(
      (each) => each.source === claim.source && each.quantity?.printed === claim.quantity?.printed,
    );
  return own?.order ?? claim.order;
}

function areRelated({ dataset }: CauseContext, claim: Claim, other: Claim): boolean {
  if (claim.quantity?.kind !== other.quantity?.kind) return false;
  if (claim.quantity?.kind === "date") {
    // One wrong day is carried to every event that a document puts on it.
    const family = (id: string) => known(dataset.subjects, id).family ?? id;
    return family(claim.subject) === family(other.subject);
  }
  const family = (id: string) => known(dataset.metrics, id).family;
  return claim.subject === other.subject && family(claim.metric) === family(other.metric);
}

type Four = readonly [claim: Claim, other: Claim, right: Claim, otherRight: Claim];

function relationOfFigures(
  { dataset }: CauseContext,
  four: Four,
): { note: string; support: Support } | null {
  const [value, basis, right, otherRight] = four.map(figureOf);
  if (value == null || basis == null || right == null || otherRight == null) return null;
  if (new Set(four.map(({ unit }) => unit)).size > 1) return null;
  const [a, b, c, d] = four.map((claim) => describeValue(dataset, claim)) as [
    string,
    string,
    string,
    string,
  ];
  const digits = Math.min(tellingDigits(value).length, tellingDigits(basis).length);
  const [claim, other] = four;
  // Where the registry says that one metric follows from the other, no digits have to show that the two belong together.
  const isRule = followsFrom(dataset, claim.metric, other.metric);
  const isNonZero = [basis, otherRight].every((each) => compareDecimals(each, "0") !== 0);
  // value ÷ basis = right ÷ otherRight, without a division.
  if (isNonZero && compareDecimals(multiply(value, otherRight), multiply(basis, right)) === 0) {
    const factor = divide(value, basis, 4);
    const isExact = compareDecimals(multiply(factor, basis), value) === 0;
    return {
      note: isExact
        ? `${a} is ${factor} × ${b}, as ${c} is ${factor} × ${d}.`
        : `${a} is to ${b} as ${c} is to ${d}.`,
      support: digits >= 2 || isRule ? "strong" : "weak",
    };
  }
  const error = absolute(subtract(value, right));
  const support = tellingDigits(error).length >= 2 ? "fair" : "weak";
  if (compareDecimals(subtract(value, basis), subtract(right, otherRight)) === 0) {
    const step = subtract(value, basis);
    const sign = step.startsWith("-") ? "−" : "+";
    return {
      note: `${a} is ${b} ${sign} ${absolute(step)}, as ${c} is ${d} ${sign} ${absolute(step)}.`,
      support,
    };
  }
  if (compareDecimals(add(value, basis), add(right, otherRight)) === 0)
    return { note: `${a} and ${b} have the same sum as ${c} and ${d}.`, support: "weak" };
  return null;
}

function followsFrom({ metrics }: Dataset, metric: string, basis: string): boolean {
  const rule = known(metrics, metric).followsFrom;
  return rule?.of.metric === basis || rule?.against?.metric === basis;
}

const figureOf = ({ quantity }: Claim): Decimal | null =>
  quantity?.kind === "number" && quantity.from === quantity.to ? quantity.from.value : null;

/** Two dates that are wrong by the same number of days. */
function shiftOfDates(
  { dataset }: CauseContext,
  four: Four,
): { note: string; support: Support } | null {
  const days = four.map(({ quantity }) =>
    quantity?.kind === "date" && quantity.precision === "day"
      ? dateSpan(quantity.printed).first
      : null,
  );
  const [value, basis, right, otherRight] = days;
  if (value == null || basis == null || right == null || otherRight == null) return null;
  const shift = value - right;
  if (shift === 0 || basis - otherRight !== shift) return null;
  const size = Math.abs(shift);
  return {
    note: `${describeValue(dataset, four[0])} is ${size} ${size === 1 ? "day" : "days"} too ${shift > 0 ? "late" : "early"}, and so is another date of its source, which may have given it.`,
    support: "strong",
  };
}

/** The same statement in a document that this one repeats, or in one by the maker of what it is about. */
function explainByRepetition({ dataset, facts }: CauseContext, { claim }: Doubt): Explanation[] {
  const { publisher, repeats } = known(dataset.sources, claim.source);
  const repeated = new Set(repeats.map(({ source }) => source));
  const { owner, name } = known(dataset.subjects, claim.subject);
  if (publisher === owner) return [];
  const originals = (relationsOf(facts).get(relationKey(claim)) ?? []).filter(
    (other) =>
      other.source !== claim.source &&
      (other.over ?? "unstated") === (claim.over ?? "unstated") &&
      (repeated.has(other.source) || known(dataset.sources, other.source).publisher === owner),
  );
  const [first] = originals;
  if (!first) return [];
  return [
    {
      support: "fair",
      claims: [claim, ...originals],
      note: `${publisherName(dataset, first)} states the same of ${name}: ${describeValue(dataset, first)}. It may have been taken over from there.`,
    },
  ];
}

/** What two relations must share to be the same statement, whatever their words for the set. */
const relationKey = ({ subject, metric, relation, comparedWith }: Claim): string =>
  [subject, metric, relation, comparedWith?.subject ?? ""].join(" ");

const RELATIONS = new WeakMap<ReadonlyMap<string, Fact>, ReadonlyMap<string, readonly Claim[]>>();

/** The relations that are claimed, by what they state. */
function relationsOf(facts: ReadonlyMap<string, Fact>): ReadonlyMap<string, readonly Claim[]> {
  const before = RELATIONS.get(facts);
  if (before) return before;
  const relations = new Map<string, Claim[]>();
  for (const fact of facts.values()) {
    if (fact.measure !== "relation") continue;
    for (const claim of fact.claims) {
      const key = relationKey(claim);
      const list = relations.get(key);
      if (list) list.push(claim);
      else relations.set(key, [claim]);
    }
  }
  RELATIONS.set(facts, relations);
  return relations;
}
