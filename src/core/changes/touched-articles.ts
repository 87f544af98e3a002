/** Which explainers show something that a change of the data touches. */
import type { Analysis, Discrepancy } from "../analysis.ts";
import type { Claim } from "../dataset/dataset.ts";
import { factIdOf } from "../facts/fact.ts";
import { isProseFault, type ProseNode, parseProse } from "../lint/prose/document.ts";
import { compareText } from "../report/issue.ts";
import type { DataChanges } from "./compare-states.ts";

export interface TouchedArticle {
  /** Below the prose folder. */
  readonly path: string;
  /** Ids of the claims, facts and discrepancies that it uses and that are no longer as they were. */
  readonly ids: readonly string[];
}

/** The questions on which a changed record bears: a drawing of all their answers is another one, though the same may stand. */
const factsOf = (
  claims: readonly Claim[],
  discrepancies: readonly Discrepancy[],
): readonly string[] => [...claims.map(factIdOf), ...discrepancies.flatMap(({ facts }) => facts)];

/** Ids whose value, standing, status or existence changed; metrics of such facts stand for the charts of them. */
function changedIds(changes: DataChanges, after: Analysis): Set<string> {
  const { claims, facts, standings, statuses, discrepancies } = changes;
  const changedFacts = [
    ...facts.appeared,
    ...facts.gone,
    ...standings.map(({ fact }) => fact),
    ...statuses.map(({ fact }) => fact),
  ];
  const changedClaims = [
    ...claims.added,
    ...claims.removed,
    ...claims.retired,
    ...claims.restored,
    ...claims.corrected.map(({ claim }) => claim),
  ];
  // A claim wears the status of its fact.
  const claimsOfFacts = changedFacts.flatMap(
    (fact) => after.facts.get(fact.id)?.claims ?? fact.claims,
  );
  const changedDiscrepancies = [
    ...discrepancies.appeared,
    ...discrepancies.gone,
    ...discrepancies.severity.map(({ discrepancy }) => discrepancy),
    ...discrepancies.reworked.map(({ discrepancy }) => discrepancy),
    ...discrepancies.reopened,
    ...discrepancies.decided,
    ...discrepancies.withdrawn,
  ];
  return new Set([
    ...changedFacts.flatMap(({ id, metric }) => [id, metric]),
    ...[...changedClaims, ...claimsOfFacts].map(({ id }) => id),
    ...changedDiscrepancies.map(({ id }) => id),
    ...factsOf(changedClaims, changedDiscrepancies),
  ]);
}

/** Every word in the attributes of a file's components that could be an id. */
function attributeWords(node: ProseNode): string[] {
  const own = (node.attributes ?? []).flatMap(({ value }) => {
    const written = typeof value === "string" ? value : (value?.value ?? "");
    return written.split(/[\s"'`,;[\]{}()]+/).filter((word) => word !== "");
  });
  return [...own, ...(node.children ?? []).flatMap(attributeWords)];
}

/**
 * The explainers that use something that changed, whatever component shows it.
 *
 * @param prose text by path below the prose folder; files that do not parse are left to `data:check`
 */
export function touchedArticles(
  changes: DataChanges,
  after: Analysis,
  prose: ReadonlyMap<string, string>,
): TouchedArticle[] {
  const changed = changedIds(changes, after);
  return [...prose]
    .filter(([path]) => path.endsWith(".mdx"))
    .map(([path, text]) => {
      const document = parseProse(path, text);
      const words = isProseFault(document) ? [] : attributeWords(document.root);
      return {
        path,
        ids: [...new Set(words)].filter((word) => changed.has(word)).sort(compareText),
      };
    })
    .filter(({ ids }) => ids.length > 0)
    .sort((one, other) => compareText(one.path, other.path));
}
