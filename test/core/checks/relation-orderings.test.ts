import { describe, expect, test } from "vitest";
import {
  aClaim,
  aMetric,
  anAvailabilityClaim,
  aSource,
  aSubject,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const registry = {
  metrics: {
    overall: aMetric({
      name: "Overall",
      kind: "property",
      family: "overall",
      unit: "name",
      covers: "all-scores",
      conditions: [],
    }),
    size: aMetric({
      name: "Size",
      kind: "property",
      family: "size",
      unit: "name",
      better: "neither",
      conditions: [],
    }),
  },
  subjects: {
    "acme/ones": aSubject({ name: "Ones", kind: "family" }),
    "acme/one": aSubject({ family: "acme/ones" }),
    "acme/one-mini": aSubject({ name: "One mini", family: "acme/ones" }),
    "acme/zeros": aSubject({ name: "Zero family", kind: "family" }),
  },
};
const orderings = (sources: DatasetParts["sources"]) =>
  [...analysisOf({ ...registry, sources: sources ?? {} }).discrepancies.values()].filter(
    ({ kind }) => kind === "ordering-conflict",
  );

let words = 0;
/** `says("acme/one", "beats", "acme/zero")`, in words that no other claim has. */
const says = (
  subject: string,
  relation: string,
  other?: string,
  overrides: AuthoredFields = {},
): AuthoredFields => {
  words++;
  return aClaim({
    subject,
    value: undefined,
    measure: "relation",
    relation,
    "compared-with": other,
    quote: `sentence ${words} says so`,
    ...overrides,
  });
};
const [ONE, MINI, ZERO, RIVAL] = ["acme/one", "acme/one-mini", "acme/zero", "beta/rival"];

describe("two statements on the same two subjects", () => {
  test.each<[string, AuthoredFields, AuthoredFields, string | null]>([
    [
      "beats, and beats the other way round",
      says(ONE, "beats", ZERO),
      says(ZERO, "beats", ONE),
      "major",
    ],
    ["beats, and loses to", says(ONE, "beats", ZERO), says(ONE, "loses-to", ZERO), "major"],
    [
      "beats, and the other at least",
      says(ONE, "beats", ZERO),
      says(ZERO, "at-least", ONE),
      "major",
    ],
    ["beats, and at least", says(ONE, "beats", ZERO), says(ONE, "at-least", ZERO), null],
    ["beats, twice", says(ONE, "beats", ZERO), says(ONE, "beats", ZERO), null],
    ["at least, both ways", says(ONE, "at-least", ZERO), says(ZERO, "at-least", ONE), null],
    ["at least and at most", says(ONE, "at-least", ZERO), says(ONE, "at-most", ZERO), null],
    ["matches, and beats", says(ONE, "matches", ZERO), says(ZERO, "beats", ONE), "minor"],
    ["matches, and at least", says(ONE, "matches", ZERO), says(ONE, "at-least", ZERO), null],
    ["similar, and beats", says(ONE, "similar", ZERO), says(ONE, "beats", ZERO), "note"],
    ["similar, and matches", says(ONE, "similar", ZERO), says(ONE, "matches", ZERO), null],
    ["the best of all, and beaten", says(ONE, "best"), says(RIVAL, "beats", ONE), "major"],
    [
      "the best of its company, and beaten by another's",
      says(ONE, "best", "acme"),
      says(RIVAL, "beats", ONE),
      null,
    ],
    [
      "the best of its company, and beaten at home",
      says(ONE, "best", "acme"),
      says(ZERO, "beats", ONE),
      "major",
    ],
    ["the best of all, and matched", says(ONE, "best"), says(RIVAL, "matches", ONE), null],
    [
      "two that are the best of one set",
      says(ONE, "best", "acme"),
      says(ZERO, "best", "acme"),
      "minor",
    ],
    [
      "the best of one set and of another",
      says(ONE, "best", "acme"),
      says(RIVAL, "best", "beta"),
      null,
    ],
    ["the worst of all, and ahead", says(ONE, "worst"), says(ONE, "beats", ZERO), "major"],
    [
      "the largest, twice",
      says(ONE, "largest", "acme", { metric: "size" }),
      says(ZERO, "largest", "acme", { metric: "size" }),
      "minor",
    ],
    [
      "the largest, and the smallest",
      says(ONE, "largest", "acme", { metric: "size" }),
      says(ZERO, "smallest", "acme", { metric: "size" }),
      null,
    ],
    [
      "on two metrics",
      says(ONE, "beats", ZERO),
      says(ZERO, "beats", ONE, { metric: "bench-hard" }),
      null,
    ],
    [
      "under two conditions",
      says(ONE, "beats", ZERO, { conditions: { subset: "easy" } }),
      says(ZERO, "beats", ONE, { conditions: { subset: "hard" } }),
      null,
    ],
    [
      "of two snapshots",
      says(ONE, "beats", ZERO, { conditions: { snapshot: "a" } }),
      says(ZERO, "beats", ONE, {
        "compared-with": { subject: ONE, conditions: { snapshot: "b" } },
      }),
      null,
    ],
    [
      "ahead of others only, and beaten at home",
      says(ONE, "best", undefined, { rivals: "other-organisations" }),
      says(ZERO, "beats", ONE),
      null,
    ],
    [
      "the best of a set that has a name alone",
      says(ONE, "best", undefined, { among: "small models" }),
      says(RIVAL, "beats", ONE),
      null,
    ],
    [
      "a family said to beat what beats one of its members",
      says("acme/ones", "beats", ZERO, { over: "all" }),
      says(ZERO, "beats", MINI),
      "major",
    ],
  ])("%s", (_, one, other, severity) => {
    const found = orderings({ "beta/review": [one], "gamma/digest": [other] });
    expect(found.map((finding) => finding.severity)).toEqual(severity === null ? [] : [severity]);
  });

  test.each([
    ["all", "some", "major"],
    ["all", "many", "major"],
    ["most", "most", "major"],
    ["unstated", "most", "major"],
    ["most", "some", null],
    ["many", "many", null],
    ["some", "some", null],
  ])("of many benchmarks, %s against %s", (one, other, severity) => {
    const found = orderings({
      "beta/review": [says(ONE, "beats", ZERO, { metric: "overall", over: one })],
      "gamma/digest": [says(ZERO, "beats", ONE, { metric: "overall", over: other })],
    });
    expect(found.map((finding) => finding.severity)).toEqual(severity === null ? [] : [severity]);
  });

  test("what holds on all benchmarks holds on each", () => {
    const against = { "gamma/digest": [says(ZERO, "beats", ONE)] };
    const over = (quantifier: string) =>
      orderings({
        ...against,
        "beta/review": [says(ONE, "beats", ZERO, { metric: "overall", over: quantifier })],
      });
    expect(over("all")).toHaveLength(1);
    expect(over("most")).toEqual([]);
  });

  test("what one source says in the same words does not contradict itself", () => {
    const quote = "the best of them are One and Zero";
    expect(
      orderings({
        "beta/review": [
          says(ONE, "best", "acme", { quote }),
          says(ZERO, "best", "acme", { quote }),
        ],
      }),
    ).toEqual([]);
  });

  test("two times at which both may be right are no contradiction", () => {
    const offers = {
      ...registry,
      metrics: {
        ...registry.metrics,
        reach: aMetric({
          name: "Reach",
          kind: "availability",
          family: "reach",
          unit: "yes-no",
          better: "higher",
          conditions: [],
          "varies-in-time": "yes",
        }),
      },
    };
    const at = (published: string, claim: AuthoredFields) =>
      aSource({ published, claims: keyed([claim]) });
    const between = (one: string, other: string) =>
      [
        ...analysisOf({
          ...offers,
          sources: {
            "beta/review": at(one, says(ONE, "beats", ZERO, { metric: "reach" })),
            "gamma/digest": at(other, says(ZERO, "beats", ONE, { metric: "reach" })),
            "delta/list": [anAvailabilityClaim("yes")],
          },
        }).discrepancies.values(),
      ].map(({ kind }) => kind);
    expect(between("2026-01-01", "2026-01-01")).toEqual(["ordering-conflict"]);
    expect(between("2026-01-01", "2026-06-01")).toEqual([]);
  });
});

describe("a chain of statements", () => {
  const circle = (last: AuthoredFields) =>
    orderings({
      "beta/review": [says(ONE, "beats", ZERO)],
      "gamma/digest": [says(ZERO, "beats", RIVAL)],
      "delta/list": [last],
    });

  test("that comes back to where it began is told from link to link", () => {
    const [finding, ...others] = circle(says(RIVAL, "beats", ONE));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      id: "ordering-conflict/beta/review#c1",
      severity: "major",
      scope: "between",
      computation: [
        "Beta states that One beats Zero, on Bench",
        "Gamma states that Zero beats Rival, on Bench",
        "Delta states that Rival beats One, on Bench",
        "these statements exclude one another",
      ],
    });
  });

  test("is told whole, since no link by itself says anything against the others", () => {
    const [finding] = circle(says(RIVAL, "beats", ONE));
    expect(finding?.summary).toBe(
      "Beta states that One beats Zero, on Bench; but Gamma states that Zero beats Rival, on Bench, and Delta states that Rival beats One, on Bench, which together exclude it.",
    );
  });

  test.each<[string, AuthoredFields, number]>([
    ["at least as good as its first", says(RIVAL, "at-least", ONE), 1],
    ["a match of its first", says(RIVAL, "matches", ONE), 1],
    ["behind its first", says(RIVAL, "loses-to", ONE), 0],
    ["similar to its first", says(RIVAL, "similar", ONE), 0],
    [
      "ahead of its first on another metric",
      says(RIVAL, "beats", ONE, { metric: "bench-hard" }),
      0,
    ],
  ])("whose last is %s", (_, last, count) => {
    expect(circle(last)).toHaveLength(count);
  });

  test("of majorities may well go in a circle", () => {
    const mostly = (subject: string, other: string) =>
      says(subject, "beats", other, { metric: "overall", over: "most" });
    expect(
      orderings({
        "beta/review": [mostly(ONE as string, ZERO as string)],
        "gamma/digest": [mostly(ZERO as string, RIVAL as string)],
        "delta/list": [mostly(RIVAL as string, ONE as string)],
      }),
    ).toEqual([]);
  });
});

describe("succession", () => {
  const count = (...statements: readonly AuthoredFields[]) =>
    orderings(
      Object.fromEntries(
        statements.map((statement, index) => [
          `${["beta", "gamma", "delta"][index]}/review`,
          [{ ...statement, metric: "size" }],
        ]),
      ),
    ).length;

  test.each<[string, readonly AuthoredFields[], number]>([
    [
      "of two that each succeed the other",
      [says(ONE, "succeeds", ZERO), says(ZERO, "succeeds", ONE)],
      1,
    ],
    [
      "of two that each replace the other",
      [says(ONE, "replaces", ZERO), says(ZERO, "replaces", ONE)],
      1,
    ],
    [
      "of two families",
      [says("acme/ones", "succeeds", "acme/zeros"), says("acme/zeros", "succeeds", "acme/ones")],
      1,
    ],
    [
      "in a loop",
      [says(ONE, "succeeds", ZERO), says(ZERO, "succeeds", RIVAL), says(RIVAL, "succeeds", ONE)],
      1,
    ],
    ["in a line", [says(ONE, "succeeds", ZERO), says(ZERO, "succeeds", RIVAL)], 0],
    ["of two after one", [says(ONE, "succeeds", ZERO), says(RIVAL, "succeeds", ZERO)], 0],
    ["is no question of size", [says(ONE, "succeeds", ZERO), says(ZERO, "beats", ONE)], 0],
  ])("%s", (_, statements, found) => {
    expect(count(...statements)).toBe(found);
  });
});

describe("where figures decide", () => {
  test("the statement that they contradict is the one in doubt", () => {
    const [finding, ...others] = orderings({
      "acme/card": [aClaim(), aClaim({ subject: ZERO, value: "33.2" })],
      "beta/review": [says(ONE, "beats", ZERO)],
      "gamma/digest": [says(ZERO, "beats", ONE)],
    });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      id: "ordering-conflict/gamma/digest#c1",
      about: [{ id: "gamma/digest#c1" }],
    });
    expect(finding?.computation).toContain("Beta states that One beats Zero, on Bench");
  });

  test("otherwise both sides are", () => {
    const [finding] = orderings({
      "beta/review": [says(ONE, "beats", ZERO)],
      "gamma/digest": [says(ZERO, "beats", ONE)],
    });
    expect(finding?.about.map(({ id }) => id)).toEqual(["beta/review#c1", "gamma/digest#c1"]);
  });
});
