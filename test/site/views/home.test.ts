import { expect, test } from "vitest";
import { homeCounts, releaseSummaries, sourceKinds } from "../../../src/site/views/home.ts";
import { aClaim, aPriceClaim, aSource } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

test("the counts are of live claims, sources, questions, and of conflicts alone", () => {
  const sources = {
    "acme/card": [aClaim(), aClaim({ subject: "acme/zero", value: "33.2" }), aPriceClaim("0.10")],
    "beta/review": [
      aClaim({ value: "54.9" }),
      aClaim({ subject: "acme/zero", value: "33" }),
      aPriceClaim("0.12", { metric: "blended-price" }),
    ],
    "gamma/digest": [
      aClaim({ value: "54.8", retired: { on: "2026-02-02", because: "It was a slip." } }),
    ],
  };
  // One conflict, one rounding, one difference of scope.
  expect(homeCounts(analysisOf({ sources }))).toEqual({
    claims: 6,
    sources: 3,
    facts: 4,
    conflicts: 1,
  });
  expect(homeCounts(analysisOf({ sources: { "acme/card": [] } }))).toEqual({
    claims: 0,
    sources: 1,
    facts: 0,
    conflicts: 0,
  });
});

test("releases come latest first, with their subjects and the primary source", () => {
  const release = (announced: string, title: string) => ({
    title,
    summary: "A release.",
    announced,
    organisation: "acme",
    subjects: ["acme/one", "acme/zero"],
    primary: "acme/card",
  });
  const summaries = releaseSummaries(
    analysisOf({
      sources: { "acme/card": [aClaim()] },
      releases: { early: release("2025-01-01", "Early"), late: release("2026-01-01", "Late") },
    }),
  );
  expect(summaries.map(({ title }) => title)).toEqual(["Late", "Early"]);
  expect(summaries[0]).toMatchObject({
    organisation: "Acme",
    announced: "1 January 2026",
    subjects: [{ text: "One", path: "/models/acme/one/" }, { text: "Zero" }],
    primary: { path: "/sources/acme/card/", publisher: "Acme" },
  });
});

test("the sorts of sources are named, those with most documents first", () => {
  const sources = {
    "acme/card": aSource({ kind: "announcement" }),
    "beta/one": aSource({ kind: "video-summary" }),
    "beta/two": aSource({ kind: "video-summary" }),
    "gamma/digest": aSource({ kind: "newsletter" }),
  };
  expect(sourceKinds(analysisOf({ sources }))).toBe(
    "summaries of videos, announcements and newsletters",
  );
});
