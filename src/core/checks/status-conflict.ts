import { known } from "../dataset/dataset.ts";
import { describeSides, describeValue, publisherName } from "../facts/describe.ts";
import { speaks } from "../facts/silence.ts";
import { areSimultaneous } from "../facts/time.ts";
import type { Check, Finding } from "./check.ts";
import { answerPairsWhere, answersOf, describeTime } from "./pairs.ts";

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
        summary: `${describeSides(dataset, involved)}.`,
        computation: [
          ...involved.map(
            (claim) =>
              `${publisherName(dataset, claim)}: ${describeValue(dataset, claim)}, said for ${describeTime(claim)}`,
          ),
          "these answers differ, and the times for which they are given may overlap",
        ],
        size: null,
      });
    }
    return findings;
  },
};
