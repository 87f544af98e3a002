import type { Analysis } from "../../core/analysis.ts";
import { known } from "../../core/dataset/dataset.ts";
import { claimPath } from "../addresses.ts";

export interface Correction {
  readonly on: string;
  readonly source: string;
  readonly because: string;
  readonly path: string;
}

/** Claims that were retired, the latest first. */
export function correctionList({ dataset }: Analysis): Correction[] {
  return [...dataset.retired.values()]
    .map((claim) => ({
      on: claim.retired?.on ?? "",
      source: known(dataset.sources, claim.source).title,
      because: claim.retired?.because ?? "",
      path: claimPath(claim.id),
    }))
    .sort((one, other) =>
      one.on < other.on ? 1 : one.on > other.on ? -1 : one.path < other.path ? -1 : 1,
    );
}
