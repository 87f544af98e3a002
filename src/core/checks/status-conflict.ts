import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import { describeSides, describeValue, joinWords, publisherName } from "../facts/describe.ts";
import { speaks } from "../facts/silence.ts";
import { areSimultaneous } from "../facts/time.ts";
import type { Check, Finding } from "./check.ts";
import { answerPairsWhere, answersOf, describeTime } from "./pairs.ts";
import type { Words } from "./words.ts";

/** Named values of one fact that differ, for times that may overlap; a figure against "not available" is one too. */
export const statusConflict: Check = {
  kind: "status-conflict",
  run({ dataset, facts }) {
    const findings: Finding[] = [];
    for (const fact of facts.values()) {
      const metric = known(dataset.metrics, fact.metric);
      const found = answerPairsWhere(
        answersOf(dataset, fact).filter(({ first }) => speaks(first)),
        (one, other) =>
          (one.quantity?.kind === "name" || other.quantity?.kind === "name") &&
          one.quantity?.printed !== other.quantity?.printed &&
          areSimultaneous(one, other, metric),
      );
      if (found === null) continue;
      const { claims: involved, scope } = found;
      findings.push({
        id: `status-conflict/${fact.id}`,
        kind: "status-conflict",
        severity: "major",
        scope,
        facts: [fact.id],
        claims: involved,
        about: involved,
        ...(metric.variesInTime ? wordsInTime(dataset, involved) : words(dataset, involved)),
        size: null,
      });
    }
    return findings;
  },
};

/** What does not vary in time has one right answer, whenever it was given. */
function words(dataset: Dataset, claims: readonly Claim[]): Words {
  return {
    summary: `${describeSides(dataset, claims)}.`,
    computation: [
      ...claims.map(
        (claim) => `${publisherName(dataset, claim)}: ${describeValue(dataset, claim)}`,
      ),
      "these answers differ, and at most one of them can be right",
    ],
  };
}

/** What varies is told with its times, since they may explain what differs. */
function wordsInTime(dataset: Dataset, claims: readonly Claim[]): Words {
  const isOfOneTime = new Set(claims.map(describeTime)).size === 1;
  return {
    summary: `${isOfOneTime ? describeSides(dataset, claims) : describeSidesInTime(dataset, claims)}.`,
    computation: [
      ...new Set(
        claims.map(
          (claim) =>
            `${publisherName(dataset, claim)}: ${describeValue(dataset, claim)}, said for ${describeTime(claim)}`,
        ),
      ),
      "these answers differ, and the times for which they are given may overlap",
    ],
  };
}

/** `Acme states no (14 April 2025); Beta states yes (14 May 2025, 2 June 2025)`. */
function describeSidesInTime(dataset: Dataset, claims: readonly Claim[]): string {
  const sides = new Map<string, Map<string, Set<string>>>();
  for (const claim of claims) {
    const publisher = publisherName(dataset, claim);
    const answers = sides.get(publisher) ?? new Map<string, Set<string>>();
    sides.set(publisher, answers);
    const answer = describeValue(dataset, claim);
    answers.set(answer, (answers.get(answer) ?? new Set()).add(describeTime(claim)));
  }
  return [...sides]
    .map(([publisher, answers]) => {
      const stated = [...answers].map(([answer, times]) => `${answer} (${[...times].join(", ")})`);
      return `${publisher} states ${joinWords(stated)}`;
    })
    .join("; ");
}
