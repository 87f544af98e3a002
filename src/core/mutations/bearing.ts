import type { Analysis } from "../analysis.ts";
import { isChange, operandsOf } from "../checks/operands.ts";
import { type Claim, known } from "../dataset/dataset.ts";
import { speaks } from "../facts/silence.ts";
import { areSimultaneous } from "../facts/time.ts";

/**
 * For each claim those that bear on it: they answer the same question for the same time, or stand in one computation with it. A claim
 * on which none bears cannot be checked, however wrong it is. Relations ("beats") are left out: they notice only what turns an order over.
 */
export function bearingClaims(analysis: Analysis): ReadonlyMap<string, readonly Claim[]> {
  const { dataset, facts } = analysis;
  const bearing = new Map<string, Set<Claim>>();
  const join = (one: Claim, other: Claim) => {
    if (one === other) return;
    for (const [claim, bears] of [
      [one, other],
      [other, one],
    ] as const) {
      const list = bearing.get(claim.id);
      if (list) list.add(bears);
      else bearing.set(claim.id, new Set([bears]));
    }
  };
  for (const fact of facts.values()) {
    const metric = known(dataset.metrics, fact.metric);
    const claims = fact.claims.filter((claim) => speaks(claim) && claim.relation === null);
    for (const [index, one] of claims.entries())
      for (const other of claims.slice(index + 1))
        if (areSimultaneous(one, other, metric)) join(one, other);
  }
  const context = { dataset, facts, standings: analysis.standings };
  for (const claim of dataset.claims.values()) {
    if (!isChange(claim.measure)) continue;
    for (const { own, other } of operandsOf(context, claim)) {
      join(claim, own);
      join(claim, other);
    }
  }
  return new Map([...bearing].map(([id, claims]) => [id, [...claims]]));
}
