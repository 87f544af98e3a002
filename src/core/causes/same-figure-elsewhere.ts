import { type Claim, known } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import { factIdOf } from "../facts/fact.ts";
import { toDecimal } from "../quantity/decimal.ts";
import { baseUnitOf } from "../quantity/units.ts";
import type { Cause, CauseContext, CauseKind, FigureIndex, Hypothesis } from "./cause.ts";

/** A figure that answers more questions than this is found everywhere, and a match with it means nothing. */
const MOST_QUESTIONS = 6;

/** What two claims must share to be the same figure: value and unit of comparison, not the words around it. */
function figureKey(claim: Claim): string | null {
  const { quantity } = claim;
  if (quantity?.kind !== "number" || quantity.from !== quantity.to || claim.measure !== "level")
    return null;
  return `${toDecimal(quantity.from.value)} ${baseUnitOf(claim.unit)}`;
}

export function indexFigures(claims: Iterable<Claim>): FigureIndex {
  const index = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = figureKey(claim);
    if (key === null) continue;
    const list = index.get(key);
    if (list) list.push(claim);
    else index.set(key, [claim]);
  }
  return index;
}

/** How closely another claim is related to the doubtful one; null when it is not. */
function relationOf({ dataset }: CauseContext, doubtful: Claim, other: Claim): CauseKind | null {
  const isSameSubject = other.subject === doubtful.subject;
  if (other.metric === doubtful.metric) {
    if (isSameSubject) return "other-conditions";
    const owner = (id: string) => known(dataset.subjects, id).owner;
    return owner(other.subject) === owner(doubtful.subject) ? "other-row" : null;
  }
  const family = (id: string) => known(dataset.metrics, id).family;
  return isSameSubject && family(other.metric) === family(doubtful.metric) ? "other-column" : null;
}

const CLOSEST_FIRST: readonly CauseKind[] = ["other-conditions", "other-column", "other-row"];

/**
 * The doubtful figure is stated elsewhere, for a question that is easily mixed up with this one. The closest relation is named, together with
 * how many other questions have the same figure for an answer: a match that many would have given is no cause.
 */
export const sameFigureElsewhere: Hypothesis = {
  kinds: CLOSEST_FIRST,
  explain(context, _finding, doubtful): Cause | null {
    const key = figureKey(doubtful);
    const own = factIdOf(doubtful);
    const matches = (key === null ? [] : (context.figures.get(key) ?? [])).filter(
      (claim) => claim.source !== doubtful.source && factIdOf(claim) !== own,
    );
    const questions = new Set(matches.map(factIdOf));
    if (matches.length === 0 || questions.size > MOST_QUESTIONS) return null;
    for (const kind of CLOSEST_FIRST) {
      const related = matches.filter((claim) => relationOf(context, doubtful, claim) === kind);
      const [first] = related;
      if (first)
        return {
          kind,
          claims: [doubtful, ...related],
          note: describe(context, doubtful, first, questions.size - 1),
        };
    }
    return null;
  },
};

function describe(
  { dataset }: CauseContext,
  doubtful: Claim,
  match: Claim,
  others: number,
): string {
  const elsewhere =
    others === 0
      ? "No other question in the ledger has this figure for an answer."
      : `${others} other ${others === 1 ? "question has" : "questions have"} the same figure for an answer.`;
  return `${describeValue(dataset, doubtful)} is what ${publisherName(dataset, match)} states for ${describeFact(dataset, match)}. ${elsewhere}`;
}
