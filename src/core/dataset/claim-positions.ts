import { type Claim, type Dataset, known } from "./dataset.ts";

/**
 * Where each claim stands when all documents are laid one behind another. By this number what is worked out for every claim can be kept
 * in a flat list; a map of a hundred thousand claims takes several times as long to fill and to ask.
 */
export class ClaimPositions {
  readonly #starts = new Map<string, number>();
  /** One more than the greatest position; claims that were left out for a fault leave gaps. */
  readonly length: number;

  constructor(dataset: Pick<Dataset, "sources">) {
    let length = 0;
    for (const { id, claims } of dataset.sources.values()) {
      this.#starts.set(id, length);
      length += 1 + (claims.at(-1)?.order ?? -1);
    }
    this.length = length;
  }

  of({ source, order }: Pick<Claim, "source" | "order">): number {
    return known(this.#starts, source) + order;
  }
}
