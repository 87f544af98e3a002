import { expect, test } from "vitest";
import { changedFields, digestSource } from "../../../src/core/changes/claim-state.ts";
import { known } from "../../../src/core/dataset/dataset.ts";
import { aClaim, aSource } from "../../builders/authored.ts";
import { soundClaim, soundDataset } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

test.each<[string, AuthoredFields, string[]]>([
  ["its value, with the words that carry it", { value: "54.9" }, ["value", "evidence"]],
  ["its subject", { subject: "acme/zero", quote: "one is said to be at 54.6 here" }, ["question"]],
  ["its qualifier", { qualifier: "about" }, ["qualifier"]],
  ["who measured it", { "measured-by": "acme" }, ["measuredBy"]],
  ["its place", { where: "Elsewhere" }, ["where"]],
  ["nothing", {}, []],
])("a correction of %s is told field by field", (_, corrected, fields) => {
  expect(
    changedFields(soundClaim(aClaim()), soundClaim(aClaim(corrected))).map(({ field }) => field),
  ).toEqual(fields);
});

test("the digest of a source changes with what its claims say, and not with their order", () => {
  const digest = (claims: AuthoredFields) =>
    digestSource(
      known(
        soundDataset({ sources: { "beta/review": aSource({ claims }) } }).sources,
        "beta/review",
      ),
    );
  const [a, b] = [aClaim(), aClaim({ subject: "acme/zero" })];
  expect(digest({ a, b })).toBe(digest({ b, a }));
  expect(digest({ a, b })).not.toBe(
    digest({ a, b: aClaim({ subject: "acme/zero", value: "55" }) }),
  );
  expect(digest({ a, b })).not.toBe(
    digest({ a, b: { ...b, retired: { on: "2026-02-02", because: "Misread." } } }),
  );
});
