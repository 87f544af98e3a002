import { expect, test } from "vitest";
import { speaks } from "../../../src/core/facts/silence.ts";
import { aClaim, anAvailabilityClaim, aPriceClaim } from "../../builders/authored.ts";
import { soundClaim } from "../../builders/dataset.ts";

test.each([
  ["a figure", aClaim(), true],
  ["yes", anAvailabilityClaim("yes"), true],
  ["no", anAvailabilityClaim("no"), true],
  ["not available, which is an answer", aPriceClaim("not-available"), true],
  [
    "a relation without a figure",
    aClaim({
      measure: "relation",
      relation: "beats",
      "compared-with": "acme/zero",
      value: undefined,
    }),
    true,
  ],
  ["unknown", aPriceClaim("unknown"), false],
  ["not reported", aClaim({ value: "not-reported" }), false],
])("a claim of %s answers its question: %#", (_, claim, isAnswer) => {
  expect(speaks(soundClaim(claim))).toBe(isAnswer);
});
