import type { Finding } from "../checks/check.ts";
import type { Cause, CauseContext } from "./cause.ts";
import { explainFinding } from "./explain.ts";

/**
 * The likely causes of every finding by its id, worked out when they are asked for and then remembered: checking a dataset needs none,
 * a page needs those of one finding, and whoever goes through the map gets them all.
 */
export class CausesOnDemand implements ReadonlyMap<string, readonly Cause[]> {
  readonly #findings: ReadonlyMap<string, Finding>;
  readonly #contextNow: () => CauseContext;
  readonly #known = new Map<string, readonly Cause[]>();
  #context: CauseContext | undefined;

  /** @param contextNow makes what hypotheses may look at; called once, and not before somebody asks for a cause */
  constructor(findings: ReadonlyMap<string, Finding>, contextNow: () => CauseContext) {
    this.#findings = findings;
    this.#contextNow = contextNow;
  }

  get size(): number {
    return this.#findings.size;
  }

  has(id: string): boolean {
    return this.#findings.has(id);
  }

  /** Best supported first; undefined for an id of which nothing was found. */
  get(id: string): readonly Cause[] | undefined {
    const finding = this.#findings.get(id);
    if (finding === undefined) return undefined;
    const before = this.#known.get(id);
    if (before) return before;
    this.#context ??= this.#contextNow();
    const causes = explainFinding(this.#context, finding);
    this.#known.set(id, causes);
    return causes;
  }

  keys(): MapIterator<string> {
    return this.#findings.keys();
  }

  *values(): MapIterator<readonly Cause[]> {
    for (const [, causes] of this) yield causes;
  }

  *entries(): MapIterator<[string, readonly Cause[]]> {
    for (const id of this.#findings.keys()) yield [id, this.get(id) ?? []];
  }

  [Symbol.iterator](): MapIterator<[string, readonly Cause[]]> {
    return this.entries();
  }

  forEach(
    visit: (
      causes: readonly Cause[],
      id: string,
      map: ReadonlyMap<string, readonly Cause[]>,
    ) => void,
  ): void {
    for (const [id, causes] of this) visit(causes, id, this);
  }
}
