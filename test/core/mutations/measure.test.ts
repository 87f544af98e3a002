import { describe, expect, it } from "vitest";
import { applyEdits, Measurement, tally } from "../../../src/core/mutations/measure.ts";
import type { Mutation, MutationKind } from "../../../src/core/mutations/mutation.ts";
import { aClaim, aDateClaim, aPriceClaim } from "../../builders/authored.ts";
import { type DatasetParts, datasetOf } from "../../builders/dataset.ts";

const score = (value: string, subject = "One", fields = {}) =>
  aClaim({ value, quote: `${subject} reaches ${value}% here`, ...fields });
const gain = (value: string) =>
  aClaim({
    measure: "difference",
    "compared-with": "acme/zero",
    direction: "up",
    value,
    unit: "points",
    quote: `a gain of ${value} points`,
  });
const day = (value: string) => aDateClaim(value, { quote: `released on ${value}` });

const PARTS: DatasetParts = {
  sources: {
    "beta/review": [
      score("54.6"),
      score("33.2", "Zero", { subject: "acme/zero" }),
      aPriceClaim("2.00"),
      day("2026-01-05"),
    ],
    "gamma/report": [
      score("54.6"),
      score("33.2", "Zero", { subject: "acme/zero" }),
      aPriceClaim("2.00"),
      day("2026-01-05"),
      gain("21.4"),
      aClaim({ subject: "beta/rival", value: "71.9", quote: "Rival stands alone at 71.9%" }),
    ],
  },
};

const measurement = new Measurement(datasetOf(PARTS));
const drawn = measurement.draw(3, 40);
const ofKind = (kind: MutationKind) => drawn.filter((mutation) => mutation.kind === kind);

describe("what is drawn", () => {
  it("is the same for the same seed, and one error a claim at most", () => {
    expect(measurement.draw(3, 40)).toEqual(drawn);
    expect(new Set(drawn.map(({ claim }) => claim)).size).toBe(drawn.length);
  });

  it("leaves out a claim on which no other bears, and counts it as beyond checking", () => {
    expect(drawn.map(({ claim }) => claim)).not.toContain("gamma/report#c6");
    expect(measurement.unchecked()).toEqual({ claims: 10, unchecked: 1 });
  });

  it("changes value and words together", () => {
    const [mutation] = ofKind("digit-changed") as [Mutation];
    const [value, words] = mutation.edits;
    expect(value?.path).toEqual(["value"]);
    expect(words?.to).toContain(value?.to);
  });

  it("stops at the number asked for", () => {
    expect(measurement.draw(3, 2)).toHaveLength(2);
  });
});

describe("what the engine makes of an error", () => {
  const CASES: readonly [Mutation["kind"], string, Mutation["edits"], string][] = [
    [
      "digit-changed",
      "beta/review#c1",
      [
        { path: ["value"], to: "45.6" },
        { path: ["quote"], to: "One reaches 45.6% here" },
      ],
      "value-conflict",
    ],
    [
      "date-moved",
      "beta/review#c4",
      [
        { path: ["value"], to: "2026-02-05" },
        { path: ["quote"], to: "released on 2026-02-05" },
      ],
      "date-conflict",
    ],
    [
      "unit-changed",
      "gamma/report#c5",
      [
        { path: ["measure"], to: "percent-change" },
        { path: ["unit"], to: "percent" },
        { path: ["quote"], to: "a gain of 21.4%" },
      ],
      "unit-misuse",
    ],
    [
      "name-garbled",
      "beta/review#c1",
      [
        { path: ["quote"], to: "Noe reaches 54.6% here" },
        { path: ["as-written", "subject"], to: "Noe" },
      ],
      "undeclared-name",
    ],
  ];

  it.each(CASES)("%s is found for what it is", (kind, claim, edits, expected) => {
    const mutation: Mutation = { kind, claim, edits, note: "", expected: [expected as never] };
    expect(measurement.run(mutation)).toMatchObject({ isFound: true, isRight: true });
  });

  it("finds nothing where the figure still agrees", () => {
    const edits = [
      { path: ["value"], to: "55" },
      { path: ["quote"], to: "One reaches 55% here" },
    ];
    const mutation: Mutation = {
      kind: "digit-changed",
      claim: "beta/review#c1",
      edits,
      note: "",
      expected: ["value-conflict"],
    };
    expect(measurement.run(mutation)).toEqual({ foundAs: [], isFound: false, isRight: false });
  });
});

it("edits leave the rest of the file as it was written", () => {
  const text =
    'title: "A"\nclaims:\n  c1:\n    value: "0.10"\n    quote: |-\n      at $0.10 each\n';
  expect(
    applyEdits(text, "c1", [
      { path: ["value"], to: "0.01" },
      { path: ["quote"], to: "at $0.01 each" },
      { path: ["conditions"], to: null },
    ]),
  ).toBe(text.replaceAll("0.10", "0.01"));
});

it("the tally counts each kind apart", () => {
  const mutation = (kind: MutationKind): Mutation => ({
    kind,
    claim: "a/b#c",
    note: "",
    edits: [],
    expected: [],
  });
  const rows = tally([
    {
      mutation: mutation("digit-changed"),
      outcome: { foundAs: ["arithmetic"], isFound: true, isRight: false },
    },
    { mutation: mutation("date-moved"), outcome: { foundAs: [], isFound: false, isRight: false } },
  ]);
  expect(rows.find(({ kind }) => kind === "digit-changed")).toEqual({
    kind: "digit-changed",
    injected: 1,
    found: 1,
    right: 0,
  });
  expect(rows.find(({ kind }) => kind === "date-moved")).toMatchObject({ injected: 1, found: 0 });
});
