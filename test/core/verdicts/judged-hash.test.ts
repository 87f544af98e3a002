import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim } from "../../../src/core/dataset/dataset.ts";
import { hashJudgedClaims } from "../../../src/core/verdicts/judged-hash.ts";
import { aClaim } from "../../builders/authored.ts";
import { soundClaim, soundDataset } from "../../builders/dataset.ts";
import { assertProperty } from "../../builders/properties.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const hashOf = (claim: AuthoredFields) => hashJudgedClaims([soundClaim(claim)]);
const quote = "One scores 54.6 or 54.60 on easy and hard";

describe("the hash of what a verdict judged", () => {
  test("is the same whatever the order of the claims", () => {
    const claims = [
      ...soundDataset({
        sources: {
          "acme/card": [aClaim(), aClaim({ value: "55" })],
          "beta/review": [aClaim({ value: "54.9" })],
        },
      }).claims.values(),
    ];
    assertProperty(
      fc.property(
        fc.shuffledSubarray<Claim>(claims, { minLength: claims.length }),
        (shuffled) => hashJudgedClaims(shuffled) === hashJudgedClaims(claims),
      ),
      20,
    );
  });

  test.each<[string, AuthoredFields]>([
    ["value", { value: "54.60", quote }],
    ["qualifier", { qualifier: "about", quote }],
    ["conditions", { conditions: { subset: "hard" }, quote }],
    ["subject", { subject: "acme/zero", quote }],
    ["metric", { metric: "bench-hard", quote }],
    ["time", { "as-of": "2025", quote }],
    ["evidence", { quote: "One scores 54.6 on easy" }],
    ["form of evidence", { record: { copy: "a copy", seen: "by eye" } }],
  ])("changes with the claim's %s", (_, overrides) => {
    expect(hashOf(aClaim(overrides))).not.toBe(hashOf(aClaim({ quote })));
  });

  test("changes with the rivals of a superlative", () => {
    const best = (fields: AuthoredFields) =>
      hashOf(
        aClaim({
          value: undefined,
          measure: "relation",
          relation: "best",
          over: "all",
          quote,
          ...fields,
        }),
      );
    expect(best({ rivals: "own-organisation" })).not.toBe(best({}));
    expect(best({ ever: "yes" })).not.toBe(best({}));
  });

  test("changes when a claim joins or leaves", () => {
    const claims = [
      ...soundDataset({ sources: { "acme/card": [aClaim(), aClaim()] } }).claims.values(),
    ];
    expect(hashJudgedClaims(claims)).not.toBe(hashJudgedClaims(claims.slice(1)));
    expect(hashJudgedClaims([])).not.toBe(hashJudgedClaims(claims));
  });

  test.each<[string, AuthoredFields]>([
    ["where it stands", { where: "Appendix" }],
    ["who measured it", { "measured-by": "acme" }],
    ["whom the source credits", { "attributed-to": "acme" }],
  ])("does not change with %s", (_, overrides) => {
    expect(hashOf(aClaim({ quote, ...overrides }))).toBe(hashOf(aClaim({ quote })));
  });

  test("does not change when a claim moves within its document", () => {
    const before = soundDataset({
      sources: { "beta/review": [aClaim(), aClaim({ value: "55" })] },
    });
    const text = soundDataset({
      sources: { "beta/review": [aClaim(), aClaim({ value: "55" })], "acme/card": [aClaim()] },
    });
    const judged = (dataset: typeof before) =>
      hashJudgedClaims(
        [...dataset.claims.values()].filter(({ source }) => source === "beta/review"),
      );
    expect(judged(text)).toBe(judged(before));
  });

  test("can stand in YAML in double quotes", () => {
    expect(hashOf(aClaim())).toMatch(/^[0-9a-f]{16}$/);
  });
});
