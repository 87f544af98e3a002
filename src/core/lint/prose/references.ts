/** What prose may refer to, and what its figures may be: drawn from a dataset, so that the rules know no name themselves. */
import type { Analysis } from "../../analysis.ts";
import type { Claim, Dataset } from "../../dataset/dataset.ts";
import type { Quantity } from "../../quantity/quantity.ts";
import type { UnitName } from "../../quantity/units.ts";
import { parseWrittenFigure } from "../../quantity/written.ts";
import type { Issue } from "../../report/issue.ts";
import type { ReferenceKind } from "./components.ts";

/** A figure that a component can show. */
export interface KnownFigure {
  readonly kind: "fact" | "claim";
  readonly id: string;
  readonly quantity: Quantity;
  readonly unit: UnitName;
  /** Ids of what it is about and who states it. */
  readonly about: readonly string[];
}

export interface RegisteredName {
  readonly name: string;
  readonly id: string;
}

export interface ProseReferences {
  readonly ids: Readonly<Record<ReferenceKind, ReadonlySet<string>>>;
  /** Whether an unknown id may be missing only because the file that should hold it is faulty. */
  isUndecided(kind: ReferenceKind, id: string): boolean;
  /** What is computed from, by claim id. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** Names and aliases of subjects and metrics. */
  readonly names: readonly RegisteredName[];
  /** Facts before claims. */
  readonly figures: readonly KnownFigure[];
}

/**
 * @param analysis null when the dataset is too faulty to be analysed; facts and discrepancies are then not judged
 * @param dataIssues the faults of the dataset
 * @param charts the ids of the charts that are defined beside the prose
 */
export function proseReferences(
  dataset: Dataset,
  analysis: Analysis | null,
  dataIssues: readonly Issue[] = [],
  charts: Iterable<string> = [],
): ProseReferences {
  const faulty = new Set(dataIssues.map((issue) => issue.file));
  const isFaulty = (path: string) => [...faulty].some((file) => file.endsWith(path));
  const isRegistryFaulty = [...faulty].some((file) => /\/(?:subjects|metrics)\//.test(file));
  const keys = (map: ReadonlyMap<string, unknown> | undefined) => new Set(map?.keys());
  return {
    ids: {
      claim: keys(dataset.claims),
      fact: keys(analysis?.facts),
      discrepancy: keys(analysis?.discrepancies),
      metric: keys(dataset.metrics),
      subject: keys(dataset.subjects),
      source: keys(dataset.sources),
      chart: new Set(charts),
    },
    isUndecided(kind, id) {
      if (kind === "fact" || kind === "discrepancy") return analysis === null;
      if (kind === "chart") return false;
      if (kind !== "claim") return isFaulty(`/${kind}s/${id}.yaml`);
      return isRegistryFaulty || isFaulty(`/sources/${id.split("#")[0]}.yaml`);
    },
    claims: dataset.claims,
    names: registeredNames(dataset),
    figures: analysis === null ? [] : knownFigures(analysis),
  };
}

/** A name that is nothing but a figure (an alias `4.1`) would hide real figures, so it counts as none. */
function registeredNames(dataset: Dataset): RegisteredName[] {
  return [...dataset.subjects.values(), ...dataset.metrics.values()].flatMap((record) =>
    [record.name, ...record.aliases.map((alias) => alias.name)]
      .filter((name) => /\p{L}/u.test(name) && parseWrittenFigure(name) === null)
      .map((name) => ({ name, id: record.id })),
  );
}

function knownFigures(analysis: Analysis): KnownFigure[] {
  const { dataset } = analysis;
  const facts = [...analysis.facts.values()].flatMap((fact): KnownFigure[] => {
    const standing = analysis.standings.get(fact.id);
    const claim = standing?.claims[0];
    if (standing?.basis === "disputed" || !claim?.quantity) return [];
    const { quantity, unit } = claim;
    return [{ kind: "fact", id: fact.id, quantity, unit, about: [fact.subject, fact.metric] }];
  });
  const claims = [...dataset.claims.values()].flatMap((claim): KnownFigure[] => {
    const { id, quantity, unit, subject, metric } = claim;
    const publisher = dataset.sources.get(claim.source)?.publisher ?? "";
    if (!quantity) return [];
    return [{ kind: "claim", id, quantity, unit, about: [subject, metric, publisher] }];
  });
  return [...facts, ...claims].filter((figure) => figure.quantity.kind !== "name");
}
