import { expect, test } from "vitest";
import { readingList } from "../../../src/site/views/readings.ts";
import { aMetric, aSubject } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

test("every reading of an unqualified mention is listed with its reason, of subjects and then of metrics", () => {
  const reading = (conditions: object) => [{ conditions, because: "Nobody means another." }];
  const list = readingList(
    analysisOf({
      sources: { "acme/card": [] },
      subjects: { "acme/one": aSubject({ unqualified: reading({ snapshot: "s1" }) }) },
      metrics: { bench: aMetric({ unqualified: reading({ subset: "all", grader: "strict" }) }) },
    }),
  );
  expect(list).toEqual([
    {
      name: "One",
      path: "/models/acme/one/",
      conditions: "snapshot s1",
      because: "Nobody means another.",
    },
    {
      name: "Bench",
      path: "/benchmarks/bench/",
      conditions: "subset all, grader strict",
      because: "Nobody means another.",
    },
  ]);
});
