import { expect, test } from "vitest";
import { modelOrder } from "../../../src/site/views/model-order.ts";
import { aSubject } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

test("models of a release come first, in its order; then those of its owner, each before its smaller form", () => {
  const analysis = analysisOf({
    subjects: {
      "acme/old-mini": aSubject({ name: "Old mini" }),
      "acme/old": aSubject({ name: "Old" }),
    },
    releases: {
      one: {
        title: "One",
        summary: "A release.",
        announced: "2026-01-01",
        organisation: "acme",
        subjects: ["acme/zero", "acme/one", "acme/one-mini"],
        primary: "acme/card",
      },
    },
    sources: { "acme/card": [] },
  });
  const models = [
    "beta/rival",
    "acme/old-mini",
    "acme/one-mini",
    "acme/old",
    "acme/one",
    "acme/zero",
  ];
  expect(models.sort(modelOrder(analysis))).toEqual([
    "acme/zero",
    "acme/one",
    "acme/one-mini",
    "acme/old",
    "acme/old-mini",
    "beta/rival",
  ]);
});
