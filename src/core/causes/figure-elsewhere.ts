/** What the hypotheses of a mix-up have in common: the doubtful figure is stated elsewhere, for a question that is easily taken for this one. */
import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import { doAgree } from "../facts/agreement.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims } from "../facts/fact.ts";
import { absolute, compareDecimals, multiply, subtract } from "../quantity/decimal.ts";
import type { Conditions } from "../schema/conditions.ts";
import type { ConditionName } from "../schema/vocabulary.ts";
import { relationToStanding } from "../verdicts/standing.ts";
import type { Cause, CauseContext, Doubt } from "./cause.ts";
import { digitsOf, sameFigureElsewhere, supportOfMatch, weaken } from "./figure-index.ts";

/**
 * The claims that state a doubtful figure for a related question, as a cause; none when no other claim does, or when so many do that one
 * more means nothing. A claim that is itself in doubt explains nothing, and a figure that others bear out was taken from nowhere else.
 */
export function explainByMatch(
  context: CauseContext,
  doubt: Doubt,
  isRelated: (claim: Claim, match: Claim) => boolean,
): Omit<Cause, "kind">[] {
  const { claim } = doubt;
  if (isBorneOut(context, doubt)) return [];
  // Another doubtful figure of the same source is no other place: whoever took it from somewhere took both.
  const matches = sameFigureElsewhere(context.figures, claim).filter(
    (match) => match.source !== claim.source || !isDoubtful(context, match),
  );
  const related = matches
    .filter((match) => isRelated(claim, match) && isUndisputed(context, match))
    .sort(
      (one, other) =>
        rank(context, doubt, one) - rank(context, doubt, other) || compareClaims(one, other),
    );
  const [first] = related;
  if (!first) return [];
  const others = new Set(matches.map(({ fact }) => fact)).size - 1;
  const support = supportOfMatch(digitsOf(claim), others);
  // A source that states both figures tells the two questions apart, at least in one place.
  const isOwnOnly = related.every(({ source }) => source === claim.source);
  const isUntold = isOwnOnly && !areOfOneTable(claim, first);
  const supported = isUntold || isNear(doubt, first) ? weaken(support) : support;
  if (supported === null) return [];
  return [
    {
      support: supported,
      claims: [claim, ...related],
      note: `${figureInQuestion(context, doubt)} is what ${publisherName(context.dataset, first)} states for ${describeFact(context.dataset, first)}. ${othersInWords(claim, others)}`,
    },
  ];
}

/**
 * Whether a figure that a computation accuses is what another source states, and stands: then it is right, and the error lies in what
 * the source says beside it, such as the day of the week.
 */
function isBorneOut({ standings }: CauseContext, { finding, claim }: Doubt): boolean {
  const standing = finding.kind === "arithmetic" ? standings.get(claim.fact) : undefined;
  return (
    standing !== undefined &&
    standing.basis !== "disputed" &&
    standing.claims.some((other) => other.source !== claim.source && doAgree(other, claim))
  );
}

/** Whether a claim cannot be right beside what stands for its question. */
export function isDoubtful({ standings }: CauseContext, claim: Claim): boolean {
  const standing = standings.get(claim.fact);
  return standing !== undefined && relationToStanding(standing, claim) === "conflicts";
}

/** Within so many units of the last digit of what stands another figure of the same metric is met by chance. */
const NEAR = "10";

function isNear({ claim, against }: Doubt, match: Claim): boolean {
  const [right] = against;
  if (match.metric !== claim.metric || claim.quantity?.kind !== "number") return false;
  if (right?.quantity?.kind !== "number" || right.unit !== claim.unit) return false;
  const { value, step } = claim.quantity.from;
  const distance = absolute(subtract(value, right.quantity.from.value));
  return compareDecimals(distance, multiply(step, NEAR)) < 0;
}

/** Whether two claims are cells of one table: there a slip into the next row or column is easily made. */
const areOfOneTable = (one: Claim, other: Claim): boolean =>
  one.evidence.form === "cell" &&
  other.evidence.form === "cell" &&
  one.source === other.source &&
  one.evidence.table === other.evidence.table;

/** Whether something stands for the question of a claim, and the claim agrees with it. */
const isUndisputed = (context: CauseContext, claim: Claim): boolean =>
  context.standings.get(claim.fact)?.basis !== "disputed" && !isDoubtful(context, claim);

/** A match in what stands by its primary comes first, then one of the same source, then any other. */
function rank({ standings }: CauseContext, { claim }: Doubt, match: Claim): number {
  const standing = standings.get(match.fact);
  if (standing?.basis === "primary" && standing.claims.includes(match)) return 0;
  return match.source === claim.source ? 1 : 2;
}

/** `$0.12`, or, where neither side is the one in error, `Acme’s $0.12`. */
export function figureInQuestion({ dataset }: CauseContext, { claim, isDisputed }: Doubt): string {
  const value = valueInWords(dataset, claim);
  return isDisputed ? `${publisherName(dataset, claim)}’s ${value}` : value;
}

/** A figure as it is, an answer in words in quotation marks. */
export function valueInWords(dataset: Dataset, claim: Claim): string {
  const value = describeValue(dataset, claim);
  return claim.quantity?.kind === "name" ? `“${value}”` : value;
}

function othersInWords({ quantity }: Claim, others: number): string {
  const what = quantity?.kind === "date" ? "date" : "figure";
  if (others === 0) return `No other question in the ledger has this ${what} for an answer.`;
  return others === 1
    ? `One other question in the ledger has the same ${what} for an answer.`
    : `${others} other questions in the ledger have the same ${what} for an answer.`;
}

/** Conditions that a model brings along, whatever it is measured on. */
const MODEL_CONDITIONS: ReadonlySet<string> = new Set<ConditionName>([
  "snapshot",
  "reasoning-effort",
]);

/** The conditions of a measurement apart from those of its model, as text that is equal when they are. */
export const sharedConditions = (conditions: Conditions): string =>
  Object.entries(conditions)
    .filter(([name]) => !MODEL_CONDITIONS.has(name))
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");

/** The conditions in which two claims differ. */
export function differingNames(one: Conditions, other: Conditions): ConditionName[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])] as ConditionName[];
  return names.filter((name) => one[name] !== other[name]);
}

/** Whether two claims are about one metric of one subject. */
export const isSameCell = (one: Claim, other: Claim): boolean =>
  one.subject === other.subject && one.metric === other.metric;

/** Whether one organisation owns both subjects. */
export const areKin = ({ dataset }: CauseContext, one: string, other: string): boolean =>
  known(dataset.subjects, one).owner === known(dataset.subjects, other).owner;
