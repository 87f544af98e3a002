/** Puts errors into a dataset, one at a time, and sees what the engine makes of them. */
import { parseDocument } from "yaml";
import { type Analysis, analyse } from "../analysis.ts";
import { DISCREPANCY_KINDS, type DiscrepancyKind, KINDS } from "../checks/kinds.ts";
import { buildDataset } from "../dataset/build-dataset.ts";
import type { Claim, Dataset } from "../dataset/dataset.ts";
import type { RuleName } from "../report/issue.ts";
import { bearingClaims } from "./bearing.ts";
import { drawMutations } from "./draw.ts";
import { type Edit, MUTATION_KINDS, type Mutation, type MutationKind } from "./mutation.ts";

export interface Outcome {
  /** What named the error: discrepancies that are new for the claim, or rules that refused it; most serious first. */
  readonly foundAs: readonly (DiscrepancyKind | RuleName)[];
  readonly isFound: boolean;
  readonly isRight: boolean;
}

interface Loaded {
  readonly claim: Claim | null;
  readonly refusedBy: readonly RuleName[];
}

export interface Tally {
  readonly kind: MutationKind;
  readonly injected: number;
  readonly found: number;
  readonly right: number;
}

/** The text of a source with the edits made below one claim; everything else is left as it was written. */
export function applyEdits(text: string, key: string, edits: readonly Edit[]): string {
  const document = parseDocument(text, { schema: "failsafe" });
  for (const { path, to } of edits) {
    const whole = ["claims", key, ...path];
    if (to !== null) document.setIn(whole, to);
    else if (document.hasIn(whole)) document.deleteIn(whole);
  }
  // Long lines stay one line, as they were written.
  return document.toString({ lineWidth: 0 });
}

/** Everything needed to put errors into one dataset. Verdicts are left out: they decide on what is found and find nothing. */
export class Measurement {
  readonly #files: ReadonlyMap<string, string>;
  readonly #registry: ReadonlyMap<string, string>;
  readonly #baseline: Dataset;
  /** What the loader made of each error, since it is asked once when they are drawn and once when they are put in. */
  readonly #loaded = new Map<Mutation, Loaded>();
  readonly analysis: Analysis;
  /** The hash of the authored files without verdicts: what a measurement holds for. */
  readonly hash: string;

  /** @param files the authored files of a dataset without faults, by path within the data folder */
  constructor(files: ReadonlyMap<string, string>) {
    const without = (folders: readonly string[]) =>
      new Map([...files].filter(([path]) => !folders.includes(path.split("/")[0] ?? "")));
    this.#files = without(["verdicts"]);
    this.#registry = without(["verdicts", "sources", "releases"]);
    this.#baseline = buildDataset(this.#files).dataset;
    this.hash = this.#baseline.hash;
    this.analysis = analyse(this.#baseline);
  }

  /** The errors that a seed draws. */
  draw(seed: number, count: number): Mutation[] {
    return drawMutations(this.analysis, seed, count, (mutation) => {
      const { claim, refusedBy } = this.#load(mutation);
      if (!claim) return refusedBy.some((rule) => mutation.expected.includes(rule));
      // A condition that the registry reads in where it is unstated is not lost.
      const before = this.#baseline.claims.get(mutation.claim);
      return (
        mutation.kind !== "condition-dropped" ||
        JSON.stringify(claim.conditions) !== JSON.stringify(before?.conditions)
      );
    });
  }

  /** What the engine says when one error stands in the dataset. */
  run(mutation: Mutation): Outcome {
    const { claim, refusedBy } = this.#load(mutation);
    const foundAs = claim ? this.#newKinds(mutation.claim, claim) : refusedBy;
    return {
      foundAs,
      isFound: foundAs.length > 0,
      isRight: foundAs.some((kind) => mutation.expected.includes(kind)),
    };
  }

  /** The number of claims, and of those on which no other claim bears. */
  unchecked(): { readonly claims: number; readonly unchecked: number } {
    const bearing = bearingClaims(this.analysis);
    const claims = [...this.#baseline.claims.keys()];
    return { claims: claims.length, unchecked: claims.filter((id) => !bearing.has(id)).length };
  }

  /** The claim as it reads with the error in it, or the rules by which the loader refuses it. */
  #load(mutation: Mutation): Loaded {
    const loaded = this.#loaded.get(mutation) ?? this.#read(mutation);
    this.#loaded.set(mutation, loaded);
    return loaded;
  }

  #read(mutation: Mutation): Loaded {
    const [source = "", key = ""] = mutation.claim.split("#");
    const path = `sources/${source}.yaml`;
    const text = applyEdits(this.#files.get(path) ?? "", key, mutation.edits);
    const { dataset, issues } = buildDataset(new Map([...this.#registry, [path, text]]));
    // The document stands alone here, so that what other documents it names is no fault.
    const rules = issues
      .filter((issue) => issue.record === mutation.claim)
      .map((issue) => issue.rule);
    return { claim: dataset.claims.get(mutation.claim) ?? null, refusedBy: [...new Set(rules)] };
  }

  #newKinds(id: string, mutated: Claim): DiscrepancyKind[] {
    const before = this.#baseline.claims.get(id) as Claim;
    const claim: Claim = { ...mutated, order: before.order };
    const claims = new Map(
      [...this.#baseline.claims].map(([each, value]) => [each, each === id ? claim : value]),
    );
    const sources = new Map(
      [...this.#baseline.sources].map(([each, source]) => [
        each,
        each === claim.source
          ? { ...source, claims: source.claims.map((one) => (one.id === id ? claim : one)) }
          : source,
      ]),
    );
    const changed = analyse({ ...this.#baseline, claims, sources });
    const known = new Set(
      (this.analysis.discrepanciesOfClaim.get(id) ?? []).map((discrepancy) => discrepancy.id),
    );
    const found = (changed.discrepanciesOfClaim.get(id) ?? []).filter(
      // Rounding is harmless: an error that passes for it has not been found.
      (discrepancy) => discrepancy.kind !== "rounding" && !known.has(discrepancy.id),
    );
    return DISCREPANCY_KINDS.filter((kind) => found.some((each) => each.kind === kind)).sort(
      (one, other) => Number(KINDS[other].isConflict) - Number(KINDS[one].isConflict),
    );
  }
}

/** How many errors of each kind were put in, found, and named rightly. */
export function tally(
  outcomes: readonly { readonly mutation: Mutation; readonly outcome: Outcome }[],
): Tally[] {
  return MUTATION_KINDS.map((kind) => {
    const own = outcomes.filter(({ mutation }) => mutation.kind === kind);
    return {
      kind,
      injected: own.length,
      found: own.filter(({ outcome }) => outcome.isFound).length,
      right: own.filter(({ outcome }) => outcome.isRight).length,
    };
  });
}
