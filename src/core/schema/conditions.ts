import { z } from "zod";
import { quoted } from "./scalars.ts";
import { CONDITION_NAMES, CONDITIONS, type ConditionName } from "./vocabulary.ts";

const conditionValue = (name: ConditionName) => {
  const text = quoted(
    `The ${CONDITIONS[name].label} under which the claim is made, as declared by the metric or subject.`,
  );
  return name === "modality" ? z.union([text, z.array(text).min(1)]).optional() : text.optional();
};

/** Conditions as authored; modality may be a set, written as a list. */
export const authoredConditions = z
  .strictObject(
    Object.fromEntries(CONDITION_NAMES.map((name) => [name, conditionValue(name)])) as Record<
      ConditionName,
      ReturnType<typeof conditionValue>
    >,
  )
  .meta({
    description:
      "What else must be equal for two claims to be comparable; leave out what the source leaves out.",
  });

export type AuthoredConditions = z.infer<typeof authoredConditions>;

/** Conditions in canonical form: names in the order of the vocabulary, sets sorted and joined by `+`. */
export type Conditions = Readonly<Partial<Record<ConditionName, string>>>;

const NONE: Conditions = {};

/** Bring authored conditions into canonical form, so that equal conditions are equal text. */
export function canonicalConditions(authored: AuthoredConditions | undefined): Conditions {
  if (authored === undefined) return NONE;
  const result: Partial<Record<ConditionName, string>> = {};
  for (const name of CONDITION_NAMES) {
    const value = authored[name];
    if (value === undefined) continue;
    result[name] = Array.isArray(value) ? [...value].sort().join("+") : value;
  }
  return result;
}
