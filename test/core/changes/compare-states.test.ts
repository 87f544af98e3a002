import { describe, expect, test } from "vitest";
import { compareStates, type DataChanges } from "../../../src/core/changes/compare-states.ts";
import { aClaim, aSource, aVerdict } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const ID = "value-conflict/acme/one/bench";
const between = (before: DatasetParts, after: DatasetParts): DataChanges =>
  compareStates(analysisOf(before), analysisOf(after));
const card = (...claims: AuthoredFields[]): DatasetParts => ({ sources: { "acme/card": claims } });
const pair = (value: string, verdicts?: DatasetParts["verdicts"]): DatasetParts => ({
  sources: { "acme/card": [aClaim()], "beta/review": [aClaim({ value })] },
  ...(verdicts ? { verdicts } : {}),
});
const judged = (value: string) => analysisOf(pair(value)).discrepancies.get(ID)?.judged;
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

describe("of claims it is told", () => {
  const claims = (live: AuthoredFields) => ({
    sources: { "acme/card": aSource({ claims: live }) },
  });
  const gone = { on: "2026-02-02", because: "Misread." };
  test("which were added, corrected, retired, restored and removed", () => {
    const changes = between(
      claims({
        kept: aClaim(),
        corrected: aClaim(),
        retired: aClaim(),
        restored: aClaim({ retired: gone }),
        removed: aClaim(),
      }),
      claims({
        kept: aClaim(),
        corrected: aClaim({ qualifier: "about" }),
        retired: aClaim({ retired: gone }),
        restored: aClaim(),
        added: aClaim(),
      }),
    ).claims;
    expect(ids(changes.added)).toEqual(["acme/card#added"]);
    expect(changes.corrected.map(({ claim }) => claim.id)).toEqual(["acme/card#corrected"]);
    expect(ids(changes.retired)).toEqual(["acme/card#retired"]);
    expect(ids(changes.restored)).toEqual(["acme/card#restored"]);
    expect(ids(changes.removed)).toEqual(["acme/card#removed"]);
  });
});

describe("of facts it is told", () => {
  test("which questions are new, and which nobody answers any more", () => {
    const { facts } = between(card(aClaim()), card(aClaim({ subject: "acme/zero" })));
    expect(ids(facts.appeared)).toEqual(["acme/zero/bench"]);
    expect(ids(facts.gone)).toEqual(["acme/one/bench"]);
  });

  test("where something else stands, or the same for another reason", () => {
    expect(between(card(aClaim()), card(aClaim({ value: "55" }))).standings).toMatchObject([
      {
        fact: { id: "acme/one/bench" },
        before: { basis: "single", text: "54.6%" },
        after: { basis: "single", text: "55%" },
      },
    ]);
    expect(between(card(aClaim()), pair("54.6")).standings).toMatchObject([
      { before: { basis: "single" }, after: { basis: "agreement" } },
    ]);
  });

  test("whose status is another one", () => {
    expect(between(pair("54.6"), pair("70")).statuses).toMatchObject([
      { before: "agrees", after: "conflicts" },
    ]);
  });
});

describe("of discrepancies it is told", () => {
  test("which appear and which go", () => {
    expect(ids(between(pair("54.6"), pair("70")).discrepancies.appeared)).toEqual([ID]);
    expect(ids(between(pair("70"), pair("54.6")).discrepancies.gone)).toEqual([ID]);
  });

  test("which are of another severity, and which only say something else", () => {
    expect(between(pair("54.9"), pair("70")).discrepancies.severity).toMatchObject([
      { discrepancy: { id: ID }, before: "minor", after: "major" },
    ]);
    expect(between(pair("70"), pair("71")).discrepancies.reworked).toMatchObject([
      {
        before: "Acme states 54.6%; Beta states 70%.",
        after: "Acme states 54.6%; Beta states 71%.",
      },
    ]);
  });

  test("which are decided, open again, or without their verdict", () => {
    const verdict = { [ID]: aVerdict({ judged: judged("70") }) };
    expect(ids(between(pair("70"), pair("70", verdict)).discrepancies.decided)).toEqual([ID]);
    expect(ids(between(pair("70", verdict), pair("71", verdict)).discrepancies.reopened)).toEqual([
      ID,
    ]);
    expect(ids(between(pair("70", verdict), pair("70")).discrepancies.withdrawn)).toEqual([ID]);
  });
});

test("of two states that say the same nothing is told", () => {
  const { claims, facts, standings, statuses, discrepancies } = between(pair("70"), pair("70"));
  expect([
    ...Object.values(claims).flat(),
    ...Object.values(facts).flat(),
    ...standings,
    ...statuses,
    ...Object.values(discrepancies).flat(),
  ]).toEqual([]);
});
