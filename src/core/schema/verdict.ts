import { z } from "zod";
import { claimReference, day, quoted } from "./scalars.ts";
import { bareEnum, VERDICT_OUTCOMES } from "./vocabulary.ts";

/** `src/data/verdicts/<discrepancy id>.yaml`: the path is the discrepancy it decides. */
export const authoredVerdict = z
  .strictObject({
    outcome: bareEnum(VERDICT_OUTCOMES, "What was decided."),
    stands: z
      .array(claimReference("A claim that stands."))
      .optional()
      .meta({ description: "The claims that stand." }),
    basis: z
      .array(claimReference("A claim on which the decision rests."))
      .min(1)
      .meta({ description: "The claims on which the decision rests." }),
    reason: quoted("The reason, in at most two sentences."),
    "would-settle": quoted("For an open verdict: what would settle it.").optional(),
    decided: day("When it was decided."),
    judged: quoted(
      "The hash of the judged claims, as data:check prints it; when they change the verdict re-opens.",
    ),
  })
  .superRefine((verdict, context) => {
    if (verdict.outcome === "stands" && !verdict.stands?.length) {
      context.addIssue({
        code: "custom",
        path: ["outcome"],
        message: "is stands, but no claim is named; add stands: with the claims that stand",
      });
    }
    if (
      (verdict.outcome === "none-stands" || verdict.outcome === "open") &&
      verdict.stands?.length
    ) {
      context.addIssue({
        code: "custom",
        path: ["stands"],
        message: `stands beside an outcome of ${verdict.outcome}, by which no claim stands; take it out, or make the outcome stands or both-stand`,
      });
    }
    if (verdict.outcome === "open" && verdict["would-settle"] === undefined) {
      context.addIssue({
        code: "custom",
        path: ["outcome"],
        message: "is open; add would-settle: with what would settle it",
      });
    }
  })
  .meta({ title: "Verdict", description: "The editors' decision on one discrepancy." });
