import type { Claim } from "../dataset/dataset.ts";
import type { NamedValue } from "../schema/vocabulary.ts";

/** Values by which a source says that it has nothing to say: they contradict nothing and confirm nothing. */
const SILENT: ReadonlySet<string> = new Set<NamedValue>(["unknown", "not-reported"]);

/** Whether a claim answers its question, with a figure, a date, a name or a relation. */
export function speaks(claim: Claim): boolean {
  const { quantity } = claim;
  if (quantity === null) return claim.relation !== null;
  return quantity.kind !== "name" || !SILENT.has(quantity.printed);
}
