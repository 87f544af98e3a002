import type { Hypothesis } from "./cause.ts";
import { explainByOperands } from "./other-operands.ts";

/** A stated change follows from a comparison with another subject, or from the same figures compared another way. */
export const otherBaseline: Hypothesis = {
  kind: "other-baseline",
  explains: ["value-conflict", "arithmetic"],
  explain: (context, doubt) => explainByOperands(context, doubt, "other-baseline"),
};
