import type { Analysis } from "../../core/analysis.ts";
import { type Claim, known } from "../../core/dataset/dataset.ts";
import { joinWords, publisherName } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { describeStanding } from "../../core/verdicts/describe-standing.ts";
import type { Standing, StandingBasis } from "../../core/verdicts/standing.ts";

export interface StandingView {
  readonly basis: StandingBasis;
  /** The figure, those that stand beside one another, or the range where sources dispute it: `54.6%`, `between 38.3% and 86.1%`. */
  readonly text: string;
  /** Why it stands, in one sentence. */
  readonly because: string;
}

/** @param names publishers, each once; there is always one */
type Because = (names: readonly string[]) => string;

const BECAUSE: Readonly<Record<StandingBasis, Because>> = {
  verdict: (names) =>
    `The editors decided on evidence; ${joinWords(names)} ${names.length === 1 ? "carries" : "carry"} it.`,
  primary: (names) => `${joinWords(names)} is the primary source for it.`,
  agreement: (names) => `Independent sources agree: ${joinWords(names)}.`,
  single: (names) => `One origin states it: ${joinWords(names)}.`,
  disputed: (names) =>
    names.length === 1
      ? `Disputed among the statements of ${joinWords(names)}; nothing settles it.`
      : `Disputed among ${joinWords(names)}; no primary source settles it.`,
};

export function standingView(analysis: Analysis, fact: Fact): StandingView {
  const { dataset } = analysis;
  const standing = known(analysis.standings, fact.id);
  const namesOf = (claims: readonly Claim[]) => [
    ...new Set(claims.map((claim) => publisherName(dataset, claim))),
  ];
  return {
    basis: standing.basis,
    text: describeStanding(dataset, standing),
    because: reasonFor(standing, namesOf),
  };
}

function reasonFor(
  standing: Standing,
  namesOf: (claims: readonly Claim[]) => readonly string[],
): string {
  switch (standing.shows) {
    case "none":
      return `The editors decided on evidence that what ${joinWords(namesOf(standing.refuted))} stated does not stand.`;
    case "each":
      return `The editors decided on evidence that each of these may stand, as stated by ${joinWords(namesOf(standing.claims))}.`;
    case "figure":
    case "range":
      return BECAUSE[standing.basis](namesOf(standing.claims));
    default:
      return standing.shows satisfies never;
  }
}
