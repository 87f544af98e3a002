import { z } from "zod";
import { authoredConditions } from "./conditions.ts";
import { quoted } from "./scalars.ts";
import { ALIAS_KINDS, bareEnum, METRIC_KINDS } from "./vocabulary.ts";

/**
 * How an unqualified mention is read. A claim keeps what its source said; the conditions
 * named here are added when the claim states none of them, and its binding becomes `inferred`.
 */
export const unqualifiedReading = z.strictObject({
  for: z.array(bareEnum(METRIC_KINDS, "A kind of metric.")).min(1).optional().meta({
    description: "Kinds of metric to which the reading applies; all of them when left out.",
  }),
  conditions: authoredConditions,
  because: quoted("Why an unqualified mention is read like this, in one sentence."),
});

/** A name under which sources mention a subject or metric, declared once. */
export const alias = z.strictObject({
  name: quoted("The name as sources write it."),
  kind: bareEnum(ALIAS_KINDS, "What makes the name differ from the canonical one."),
  inferred: quoted(
    "For a name that could mean something else as well: why it is read as this one.",
  ).optional(),
});

export type UnqualifiedReading = z.infer<typeof unqualifiedReading>;
export type Alias = z.infer<typeof alias>;
