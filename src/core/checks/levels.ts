import type { Fact } from "../facts/fact.ts";
import type { CheckContext } from "./check.ts";

/** The facts that are levels, by subject and metric; nothing where there are none. */
export type Levels = (subject: string, metric: string) => readonly Fact[];

const NONE: readonly Fact[] = [];

/** An index of all levels, made once for a check. */
export function indexLevels({ facts }: Pick<CheckContext, "facts">): Levels {
  const bySubject = new Map<string, Map<string, Fact[]>>();
  for (const fact of facts.values()) {
    if (fact.measure !== "level") continue;
    const byMetric = bySubject.get(fact.subject) ?? new Map<string, Fact[]>();
    bySubject.set(fact.subject, byMetric);
    const levels = byMetric.get(fact.metric);
    if (levels) levels.push(fact);
    else byMetric.set(fact.metric, [fact]);
  }
  return (subject, metric) => bySubject.get(subject)?.get(metric) ?? NONE;
}
