import { describe, expect, test } from "vitest";
import { ClaimPositions } from "../../../src/core/dataset/claim-positions.ts";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { aClaim } from "../../builders/authored.ts";
import { load } from "../../builders/dataset.ts";

const placed = (dataset: Dataset) => {
  const positions = new ClaimPositions(dataset);
  return {
    positions: [...dataset.claims.values()].map((claim) => positions.of(claim)),
    length: positions.length,
  };
};

describe("the position of a claim", () => {
  test("is its own, in the order of documents and of claims within them", () => {
    const { dataset } = load({
      sources: {
        "acme/card": [aClaim(), aClaim({ value: "55" })],
        "beta/review": [aClaim(), aClaim(), aClaim()],
      },
    });
    expect(placed(dataset)).toEqual({ positions: [0, 1, 2, 3, 4], length: 5 });
  });

  test("is its own where another claim was left out for a fault", () => {
    const faulty = aClaim({ quote: "says nothing of it" });
    const { dataset, issues } = load({
      sources: { "acme/card": [faulty, aClaim()], "beta/review": [aClaim(), faulty] },
    });
    expect(issues).toHaveLength(2);
    expect(placed(dataset)).toEqual({ positions: [1, 2], length: 3 });
  });
});
