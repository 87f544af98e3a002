import { describe, expect, test } from "vitest";
import { aClaim, anAvailabilityClaim, aPriceClaim, aSource } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const found = (parts: DatasetParts) =>
  [...analysisOf(parts).discrepancies.values()].filter(({ kind }) => kind === "status-conflict");
const between = (one: AuthoredFields, other: AuthoredFields) =>
  found({ sources: { "acme/card": [one], "beta/review": [other] } });
const at = (published: string, claim: AuthoredFields) =>
  aSource({ published, claims: keyed([claim]) });
const channel = (name: string) => ({ conditions: { channel: name } });

describe("answers conflict where they differ for times that may overlap", () => {
  test.each<[string, AuthoredFields, AuthoredFields]>([
    ["yes and no on one day", anAvailabilityClaim("yes"), anAvailabilityClaim("no")],
    [
      "yes and no for one channel",
      anAvailabilityClaim("yes", channel("api")),
      anAvailabilityClaim("no", channel("api")),
    ],
    [
      "a day and a longer time around it",
      anAvailabilityClaim("yes"),
      anAvailabilityClaim("no", {
        "as-of": { "not-before": "2025-12-01", "not-after": "2026-03-01", because: "It says so." },
      }),
    ],
    ["yes and not available", anAvailabilityClaim("yes"), anAvailabilityClaim("not-available")],
    ["a price and not available", aPriceClaim("2"), aPriceClaim("not-available")],
    [
      "two registered names",
      aClaim({ metric: "licence", value: "open" }),
      aClaim({ metric: "licence", value: "closed" }),
    ],
  ])("%s", (_, one, other) => {
    expect(between(one, other)).toMatchObject([
      { severity: "major", claims: [{ id: "acme/card#c1" }, { id: "beta/review#c1" }] },
    ]);
  });
});

describe("answers do not conflict", () => {
  test.each<[string, AuthoredFields, AuthoredFields]>([
    ["that are equal", anAvailabilityClaim("yes"), anAvailabilityClaim("yes")],
    ["with an unknown one", anAvailabilityClaim("yes"), anAvailabilityClaim("unknown")],
    [
      "with one that is not reported",
      anAvailabilityClaim("yes"),
      anAvailabilityClaim("not-reported"),
    ],
    [
      "both of which say nothing",
      anAvailabilityClaim("unknown"),
      anAvailabilityClaim("not-reported"),
    ],
    ["a figure with one not reported", aClaim(), aClaim({ value: "not-reported" })],
    [
      "about two channels",
      anAvailabilityClaim("yes", channel("api")),
      anAvailabilityClaim("no", channel("app")),
    ],
    [
      "about a named channel and none",
      anAvailabilityClaim("yes", channel("api")),
      anAvailabilityClaim("no"),
    ],
    [
      "about two models",
      anAvailabilityClaim("yes"),
      anAvailabilityClaim("no", { subject: "acme/zero" }),
    ],
    ["two figures, which have a kind of their own", aClaim(), aClaim({ value: "54.9" })],
  ])("%s", (_, one, other) => {
    expect(between(one, other)).toEqual([]);
  });

  test("given for times that cannot overlap", () => {
    expect(
      found({
        sources: {
          "acme/card": at("2026-01-01", anAvailabilityClaim("no")),
          "acme/later": at("2026-01-02", anAvailabilityClaim("yes")),
        },
      }),
    ).toEqual([]);
  });
});

test("a status conflict says who answers what, for when", () => {
  const [conflict] = found({
    sources: {
      "acme/card": [anAvailabilityClaim("yes")],
      "beta/review": [anAvailabilityClaim("no")],
      "gamma/digest": [anAvailabilityClaim("unknown")],
    },
  });
  expect(conflict?.id).toBe("status-conflict/acme/one/availability");
  expect(conflict?.claims.map(({ id }) => id)).toEqual(["acme/card#c1", "beta/review#c1"]);
  expect(conflict?.summary).toBe("Acme states yes; Beta states no.");
  expect(conflict?.computation).toEqual([
    "Acme: yes, said for 1 January 2026",
    "Beta: no, said for 1 January 2026",
    "these answers differ, and the times for which they are given may overlap",
  ]);
});

test("where times differ they stand in the sentence", () => {
  const undated = { "not-before": "2025-12-01", "not-after": "2026-03-01", because: "It says so." };
  const [conflict] = found({
    sources: {
      "acme/card": at("2026-01-01", anAvailabilityClaim("no")),
      "acme/notes": at("2026-02-01", anAvailabilityClaim("no")),
      "beta/review": [anAvailabilityClaim("yes", { "as-of": undated })],
    },
  });
  expect(conflict?.summary).toBe(
    "Acme states no (1 January 2026, 1 February 2026); Beta states yes (between 1 December 2025 and 1 March 2026).",
  );
});

test("what does not vary in time is told without times", () => {
  const licence = (value: string) => aClaim({ metric: "licence", value });
  const [conflict] = found({
    sources: {
      "acme/card": at("2026-01-01", licence("open")),
      "beta/review": at("2026-06-01", licence("closed")),
    },
  });
  expect(conflict?.summary).toBe("Acme states open weights; Beta states closed weights.");
  expect(conflict?.computation).toEqual([
    "Acme: open weights",
    "Beta: closed weights",
    "these answers differ, and at most one of them can be right",
  ]);
});
