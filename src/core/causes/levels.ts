import type { Fact } from "../facts/fact.ts";

/** Made once for each set of facts, since every doubt asks. */
const LEVELS = new WeakMap<ReadonlyMap<string, Fact>, ReadonlyMap<string, readonly Fact[]>>();

/**
 * The facts that are levels, in order of id: under `<subject> <metric>` all of them, and under the metric alone the first one of each
 * subject.
 */
export function levelsOf(facts: ReadonlyMap<string, Fact>): ReadonlyMap<string, readonly Fact[]> {
  const before = LEVELS.get(facts);
  if (before) return before;
  const levels = new Map<string, Fact[]>();
  const put = (key: string, fact: Fact) => {
    const list = levels.get(key);
    if (list) list.push(fact);
    else levels.set(key, [fact]);
  };
  for (const fact of facts.values()) {
    if (fact.measure !== "level") continue;
    const key = `${fact.subject} ${fact.metric}`;
    if (!levels.has(key)) put(fact.metric, fact);
    put(key, fact);
  }
  LEVELS.set(facts, levels);
  return levels;
}
