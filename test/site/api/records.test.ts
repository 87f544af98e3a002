import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import {
  claimRecordOf,
  collectionRecords,
  discrepancyRecordOf,
  factRecordOf,
} from "../../../src/site/api/records.ts";
import {
  aClaim,
  aDateClaim,
  anAvailabilityClaim,
  aPriceClaim,
  aVerdict,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";
import { VARIED } from "./varied-dataset.ts";

const link = (path: string) => `/base${path}`;
const recordOf = (claim: AuthoredFields) => {
  const analysis = analysisOf({ sources: { "beta/review": [claim] } });
  return claimRecordOf(analysis, known(analysis.dataset.claims, "beta/review#c1"), link);
};

describe("a claim is published with its figure", () => {
  test.each<[string, AuthoredFields, object]>([
    [
      "as printed, with the values it stands for",
      aClaim({ value: "54.60" }),
      { value: "54.60", unit: "percent", low: "54.595", high: "54.605", qualifier: null },
    ],
    [
      "in words, as printed",
      aClaim({ metric: "context-window", value: "1 million" }),
      { value: "1 million", unit: "tokens", low: "500000", high: "1500000" },
    ],
    [
      "with commas, as printed",
      aClaim({ metric: "context-window", value: "1,047,576" }),
      { value: "1,047,576", low: "1047575.5", high: "1047576.5" },
    ],
    [
      "and its qualifier, which widens it",
      aClaim({ value: "66", qualifier: "about" }),
      { value: "66", qualifier: "about", low: "64.5", high: "67.5" },
    ],
    [
      "and its qualifier, which opens it upwards",
      aClaim({ value: "50", qualifier: "over" }),
      { low: "49.5", high: null },
    ],
    [
      "and its qualifier, which opens it downwards",
      aClaim({ value: "9", qualifier: "under" }),
      { low: null, high: "9.5" },
    ],
    ["as a range", aClaim({ value: "50–54" }), { value: "50–54", low: "49.5", high: "54.5" }],
    [
      "exactly, for a listed price, without sign of currency",
      aPriceClaim("2.00"),
      { value: "2.00", unit: "usd-per-million-tokens", low: "2", high: "2" },
    ],
    [
      "in dollars, where the source writes cents",
      aPriceClaim("0.12", { quote: "for 12 cents", "as-written": { value: "12 cents" } }),
      {
        value: "0.12",
        unit: "usd-per-million-tokens",
        low: "0.12",
        high: "0.12",
        asWritten: { subject: null, metric: null, value: "12 cents", unit: null },
      },
    ],
    [
      "in the unit that the source uses",
      aClaim({ metric: "latency", value: "500", unit: "milliseconds" }),
      { value: "500", unit: "milliseconds", low: "499.5", high: "500.5" },
    ],
    [
      "as a day, without bounds",
      aDateClaim("2025-04-14"),
      { value: "2025-04-14", unit: "date", low: null, high: null },
    ],
    [
      "as a month, without bounds",
      aDateClaim("2025-07"),
      { value: "2025-07", unit: "date", low: null, high: null },
    ],
    [
      "as an answer",
      anAvailabilityClaim("no"),
      { value: "no", unit: "yes-no", low: null, high: null },
    ],
    [
      "as a registered name",
      aClaim({ metric: "licence", value: "open" }),
      { value: "open", unit: "name", low: null, high: null },
    ],
    [
      "as a word for its absence",
      aPriceClaim("not-available"),
      { value: "not-available", low: null, high: null },
    ],
    [
      "as a word for silence",
      aClaim({ value: "not-reported" }),
      { value: "not-reported", low: null, high: null },
    ],
    [
      "as none, for a relation",
      aClaim({
        measure: "relation",
        relation: "beats",
        over: "most",
        value: undefined,
        "compared-with": "acme/zero",
      }),
      {
        value: null,
        unit: null,
        low: null,
        high: null,
        relation: "beats",
        over: "most",
        comparedWith: "acme/zero",
        comparedConditions: {},
      },
    ],
    [
      "without sign, for a change, whose direction is a field of its own",
      aClaim({
        measure: "percent-change",
        direction: "down",
        value: "26",
        "compared-with": { subject: "acme/zero", conditions: { snapshot: "s1" } },
      }),
      {
        value: "26",
        unit: "percent",
        low: "25.5",
        high: "26.5",
        direction: "down",
        comparedWith: "acme/zero",
        comparedConditions: { snapshot: "s1" },
      },
    ],
  ])("%s", (_, claim, fields) => {
    expect(recordOf(claim)).toMatchObject(fields);
  });
});

describe("a claim is published with", () => {
  test("its address under the base, and its source, fact and status", () => {
    expect(recordOf(aClaim())).toMatchObject({
      id: "beta/review#c1",
      url: "/base/sources/beta/review/#c1",
      source: "beta/review",
      fact: "acme/one/bench",
      status: "single",
      discrepancies: [],
    });
  });

  test("exactly one form of evidence", () => {
    const forms = (claim: AuthoredFields) => {
      const { evidence, quote, cell, record } = recordOf(claim);
      return [evidence, quote, cell, record];
    };
    expect(forms(aClaim({ quote: "at 54.6" }))).toEqual(["quote", "at 54.6", null, null]);
    expect(forms(aClaim({ cell: { row: "One", column: "Bench", text: "54.6" } }))).toEqual([
      "cell",
      null,
      { table: null, row: "One", column: "Bench", text: "54.6" },
      null,
    ]);
    expect(forms(aClaim({ record: { copy: "A copy", seen: "there" } }))).toEqual([
      "record",
      null,
      null,
      { copy: "A copy", seen: "there" },
    ]);
  });

  test("who measured it and to whom it is attributed, by id", () => {
    expect(recordOf(aClaim({ "measured-by": "gamma", "attributed-to": "acme" }))).toMatchObject({
      measuredBy: "gamma",
      attributedTo: "acme",
    });
  });

  test("the conditions under which it is compared and those that its source states", () => {
    expect(recordOf(aClaim({ conditions: { subset: "easy" } }))).toMatchObject({
      conditions: { subset: "easy" },
      statedConditions: { subset: "easy" },
    });
    expect(
      recordOf(aClaim({ metric: "bench", conditions: { modality: undefined } })),
    ).toMatchObject({ conditions: {} });
  });

  test("a reading that is ours, with its reasons", () => {
    expect(recordOf(aClaim({ inferred: "It is the model of the title." }))).toMatchObject({
      binding: "inferred",
      bindingReasons: ["It is the model of the title."],
    });
    expect(recordOf(aClaim())).toMatchObject({ binding: "exact", bindingReasons: [] });
  });

  test("the time for which it is made", () => {
    expect(recordOf(aClaim())).toMatchObject({
      asOf: { notBefore: "2026-01-01", notAfter: "2026-01-01" },
    });
    expect(recordOf(aClaim({ "as-of": "2025-12" }))).toMatchObject({
      asOf: { notBefore: "2025-12", notAfter: "2025-12" },
    });
  });
});

describe("a fact is published with its standing", () => {
  const standing = (sources: DatasetParts["sources"], fact = "acme/one/bench") => {
    const analysis = analysisOf(sources ? { sources } : {});
    return factRecordOf(analysis, known(analysis.facts, fact), link).standing;
  };

  test.each<[string, DatasetParts["sources"], string, object]>([
    [
      "the primary's figure",
      {
        "acme/card": [aClaim({ "measured-by": "acme" })],
        "beta/review": [aClaim({ value: "54.9" })],
      },
      "acme/one/bench",
      {
        value: "54.6",
        low: "54.55",
        high: "54.65",
        unit: "percent",
        basis: "primary",
        claims: ["acme/card#c1"],
      },
    ],
    [
      "a range and no figure, where it is disputed",
      { "beta/review": [aClaim()], "gamma/digest": [aClaim({ value: "54.9" })] },
      "acme/one/bench",
      { value: null, low: "54.55", high: "54.95", unit: "percent", basis: "disputed" },
    ],
    [
      "a range in one unit, where it is disputed in two",
      {
        "beta/review": [aClaim({ metric: "latency", value: "500", unit: "milliseconds" })],
        "gamma/digest": [aClaim({ metric: "latency", value: "0.7" })],
      },
      "acme/one/latency",
      { value: null, low: "0.4995", high: "0.75", unit: "seconds", basis: "disputed" },
    ],
    [
      "a day, without bounds",
      { "acme/card": [aDateClaim("2025-04-14")] },
      "acme/one/release-date",
      { value: "2025-04-14", low: null, high: null, unit: "date" },
    ],
    [
      "disputed days, without bounds",
      { "beta/review": [aDateClaim("2025-04-14")], "gamma/digest": [aDateClaim("2025-04-28")] },
      "acme/one/release-date",
      { value: null, low: null, high: null, basis: "disputed" },
    ],
    [
      "an answer",
      { "acme/card": [anAvailabilityClaim("no")] },
      "acme/one/availability",
      { value: "no", low: null, high: null, unit: "yes-no" },
    ],
    [
      "no figure, for a relation",
      {
        "beta/review": [
          aClaim({
            measure: "relation",
            relation: "beats",
            value: undefined,
            "compared-with": "acme/zero",
          }),
        ],
      },
      "acme/one/bench/relation-vs-acme.zero",
      {
        value: null,
        low: null,
        high: null,
        unit: null,
        basis: "single",
        claims: ["beta/review#c1"],
      },
    ],
  ])("%s", (_, sources, fact, fields) => {
    expect(standing(sources, fact)).toMatchObject(fields);
  });

  test.each([
    [
      "both-stand",
      {
        value: null,
        low: "54.55",
        high: "60.5",
        unit: "percent",
        basis: "verdict",
        claims: ["acme/card#c1", "beta/review#c1"],
      },
    ],
    [
      "none-stands",
      { value: null, low: null, high: null, unit: null, basis: "verdict", claims: [] },
    ],
  ])("as the editors decided: %s", (outcome, fields) => {
    const sources = {
      "acme/card": [aClaim({ "measured-by": "acme" })],
      "beta/review": [aClaim({ value: "60" })],
    };
    const conflict = "value-conflict/acme/one/bench";
    const { judged } = known(analysisOf({ sources }).discrepancies, conflict);
    const verdict = aVerdict({ outcome, judged, stands: undefined });
    const analysis = analysisOf({ sources, verdicts: { [conflict]: verdict } });
    const fact = known(analysis.facts, "acme/one/bench");
    expect(factRecordOf(analysis, fact, link).standing).toEqual(fields);
  });
});

describe("a discrepancy is published with", () => {
  const parts: DatasetParts = {
    sources: { "acme/card": [aClaim()], "beta/review": [aClaim({ value: "54.9" })] },
  };
  const ID = "value-conflict/acme/one/bench";
  const record = (more: DatasetParts = {}) => {
    const analysis = analysisOf({ ...parts, ...more });
    return discrepancyRecordOf(analysis, known(analysis.discrepancies, ID), link);
  };

  test("its claims, facts, working and witnesses", () => {
    expect(record()).toMatchObject({
      id: ID,
      url: `/base/discrepancies/${ID}/`,
      kind: "value-conflict",
      severity: "minor",
      scope: "between",
      facts: ["acme/one/bench"],
      claims: ["acme/card#c1", "beta/review#c1"],
      witnesses: ["acme", "beta"],
      verdict: null,
    });
    expect(record().computation.split("\n").length).toBeGreaterThan(1);
  });

  test("its verdict, and whether that is stale", () => {
    const verdict = (judged: string) =>
      record({ verdicts: { [ID]: aVerdict({ judged }) } }).verdict;
    expect(verdict("0123456789abcdef")).toEqual({
      outcome: "stands",
      stands: ["acme/card#c1"],
      basis: ["acme/card#c1"],
      reason: "The document of those who measured it says so.",
      decided: "2026-02-01",
      stale: true,
    });
    expect(verdict(known(analysisOf(parts).discrepancies, ID).judged)).toMatchObject({
      stale: false,
    });
  });
});

describe("the collections refer to one another", () => {
  const analysis = analysisOf(VARIED);
  const claims = collectionRecords(analysis, "claims", link);
  const sources = collectionRecords(analysis, "sources", link);
  const subjects = collectionRecords(analysis, "subjects", link);
  const metrics = collectionRecords(analysis, "metrics", link);
  const facts = collectionRecords(analysis, "facts", link);
  const discrepancies = collectionRecords(analysis, "discrepancies", link);
  const idsOf = (records: readonly { id: string }[]) => new Set(records.map(({ id }) => id));
  const pairs = (
    records: readonly { id: string }[],
    others: (record: never) => readonly string[],
  ) =>
    records
      .flatMap((record) => others(record as never).map((other) => `${record.id} ${other}`))
      .sort();
  const swap = (list: readonly string[]) =>
    list.map((pair) => pair.split(" ").reverse().join(" ")).sort();

  test("a claim names the discrepancies that name it, and no others", () => {
    const fromClaims = pairs(claims, (claim: (typeof claims)[number]) => claim.discrepancies);
    const fromDiscrepancies = pairs(
      discrepancies,
      (discrepancy: (typeof discrepancies)[number]) => discrepancy.claims,
    );
    expect(fromClaims.length).toBeGreaterThan(4);
    expect(swap(fromDiscrepancies)).toEqual(fromClaims);
  });

  test("a claim names the fact that names it, and each fact the claims that name it", () => {
    const fromFacts = pairs(facts, (fact: (typeof facts)[number]) => fact.claims);
    expect(swap(fromFacts)).toEqual(
      pairs(claims, (claim: (typeof claims)[number]) => [claim.fact]),
    );
  });

  test("a source names the claims that name it, and no retired one", () => {
    const fromSources = pairs(sources, (source: (typeof sources)[number]) => source.claims);
    expect(swap(fromSources)).toEqual(
      pairs(claims, (claim: (typeof claims)[number]) => [claim.source]),
    );
    expect(idsOf(claims)).not.toContain("acme/card#old");
  });

  test("every id that is named exists", () => {
    for (const claim of claims) {
      expect(idsOf(subjects)).toContain(claim.subject);
      expect(idsOf(metrics)).toContain(claim.metric);
      for (const other of [claim.comparedWith, claim.measuredBy, claim.attributedTo])
        if (other !== null) expect(idsOf(subjects)).toContain(other);
    }
    for (const discrepancy of discrepancies)
      for (const fact of discrepancy.facts) expect(idsOf(facts)).toContain(fact);
    for (const fact of facts)
      for (const claim of fact.standing.claims) expect(fact.claims).toContain(claim);
    for (const source of sources)
      for (const repeated of source.repeats) expect(idsOf(sources)).toContain(repeated);
  });

  test("every id stands once", () => {
    for (const records of [claims, sources, subjects, metrics, facts, discrepancies])
      expect(idsOf(records).size).toBe(records.length);
  });
});
