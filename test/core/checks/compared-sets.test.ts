import { describe, expect, test } from "vitest";
import {
  comparedSets,
  metricsOf,
  othersOf,
  ownSubjects,
} from "../../../src/core/checks/compared-sets.ts";
import { type Claim, known } from "../../../src/core/dataset/dataset.ts";
import { aClaim, aMetric, aSubject } from "../../builders/authored.ts";
import { soundDataset } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const REGISTRY = {
  subjects: {
    "acme/ones": aSubject({ name: "Ones", kind: "family" }),
    "acme/one": aSubject({ family: "acme/ones" }),
    "acme/one-mini": aSubject({ name: "One mini", family: "acme/ones" }),
    "acme/nobody": aSubject({ name: "Nobody", kind: "family" }),
  },
  metrics: {
    both: aMetric({
      name: "Both",
      kind: "property",
      unit: "name",
      covers: ["bench", "bench-hard"],
    }),
    everything: aMetric({
      name: "Everything",
      kind: "property",
      unit: "name",
      covers: "all-scores",
    }),
  },
};

function resolve(overrides: AuthoredFields) {
  const dataset = soundDataset({
    ...REGISTRY,
    sources: {
      "gamma/review": [
        aClaim({ value: undefined, measure: "relation", quote: "so it is said", ...overrides }),
      ],
    },
  });
  const claim: Claim = known(dataset.claims, "gamma/review#c1");
  const sets = comparedSets(dataset);
  const own = ownSubjects(sets, claim);
  return {
    own: own.map(({ id }) => id),
    others: [...new Set(own.flatMap((subject) => othersOf(sets, claim, subject)))].map(
      ({ id }) => id,
    ),
    metrics: metricsOf(sets, claim).map(({ id }) => id),
  };
}

describe("whom a relation is about", () => {
  test.each<[string, AuthoredFields, string[]]>([
    ["a model", { relation: "beats", "compared-with": "acme/zero" }, ["acme/zero"]],
    [
      "the members of a family, but not the model itself",
      { relation: "best", "compared-with": "acme/ones" },
      ["acme/one-mini"],
    ],
    [
      "a family without known members",
      { relation: "beats", "compared-with": "acme/nobody" },
      ["acme/nobody"],
    ],
    [
      "the models of a company",
      { relation: "best", "compared-with": "acme" },
      ["acme/one-mini", "acme/zero"],
    ],
    ["all models", { relation: "best" }, ["acme/one-mini", "acme/zero", "beta/rival"]],
    ["a set that has a name alone", { relation: "best", among: "the small ones" }, []],
    [
      "those of other companies",
      { relation: "best", among: "other vendors", rivals: "other-organisations" },
      ["beta/rival"],
    ],
    [
      "those of its own company",
      { relation: "beats", among: "its line", rivals: "own-organisation", over: "all" },
      ["acme/one-mini", "acme/zero"],
    ],
    ["nobody", { relation: "beats" }, []],
  ])("%s", (_, overrides, others) => {
    expect(resolve(overrides).others).toEqual(others);
  });

  test("what is said of a family is said of each member, and not against another", () => {
    const { own, others } = resolve({
      subject: "acme/ones",
      relation: "best",
    });
    expect(own).toEqual(["acme/one", "acme/one-mini"]);
    expect(others).toEqual(["acme/zero", "beta/rival"]);
  });
});

test.each([
  ["bench", ["bench"]],
  ["both", ["bench", "bench-hard"]],
  ["everything", ["bench", "bench-hard"]],
])("%s stands for %j", (metric, metrics) => {
  expect(resolve({ metric, relation: "beats", "compared-with": "acme/zero" }).metrics).toEqual(
    metrics,
  );
});
