import type { Finding } from "../checks/check.ts";
import { factIdOf } from "../facts/fact.ts";
import { relationToStanding } from "../verdicts/standing.ts";
import type { Cause, CauseContext, Hypothesis } from "./cause.ts";
import { derived } from "./derived.ts";
import { sameFigureElsewhere } from "./same-figure-elsewhere.ts";

/** The one list of hypotheses, in the order in which they are tried. */
export const HYPOTHESES: readonly Hypothesis[] = [sameFigureElsewhere, derived];

/**
 * Likely causes of a conflict of figures: for each figure that cannot be right beside the one that stands, the first hypothesis that fits. A
 * source's repetition of one figure is explained once. `unexplained` is a legal cause; kinds that explain themselves have none.
 */
export function explainFinding(context: CauseContext, finding: Finding): Cause[] {
  if (finding.kind !== "value-conflict") return [];
  const causes: Cause[] = [];
  const explained = new Set<string>();
  for (const claim of finding.about) {
    const standing = context.standings.get(factIdOf(claim));
    const figure = `${claim.source} ${claim.quantity?.printed}`;
    if (!standing || explained.has(figure) || relationToStanding(standing, claim) !== "conflicts")
      continue;
    explained.add(figure);
    let cause: Cause | null = null;
    for (const hypothesis of HYPOTHESES) cause ??= hypothesis.explain(context, finding, claim);
    causes.push(
      cause ?? { kind: "unexplained", claims: [claim], note: "No hypothesis fits this figure." },
    );
  }
  return causes;
}
