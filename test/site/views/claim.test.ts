import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { claimView, discrepancyLinks, sourceLink } from "../../../src/site/views/claim.ts";
import {
  aClaim,
  aMetric,
  anAvailabilityClaim,
  aPriceClaim,
  aSource,
  aSubject,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

/** The view of the claim `c1` of beta/review. */
function viewOf(claim: AuthoredFields, parts: DatasetParts = {}) {
  const analysis = analysisOf({ ...parts, sources: { "beta/review": [claim], ...parts.sources } });
  return claimView(analysis, known(analysis.dataset.claims, "beta/review#c1"));
}

describe("a claim is shown with", () => {
  test("its address, question, figure and status", () => {
    expect(viewOf(aClaim())).toMatchObject({
      id: "beta/review#c1",
      key: "c1",
      path: "/sources/beta/review/#c1",
      subject: { text: "One", path: "/models/acme/one/" },
      metric: { text: "Bench", path: "/benchmarks/bench/" },
      fact: { text: "One on Bench", path: "/facts/acme/one/bench/" },
      valueText: "54.6%",
      status: "single",
      conditions: "",
      where: "Results, paragraph 1",
      source: {
        text: "A document",
        publisher: "Beta",
        path: "/sources/beta/review/",
        date: "1 January 2026",
      },
      retired: null,
    });
  });

  test("who measured it and to whom it is attributed, by name", () => {
    expect(viewOf(aClaim({ "measured-by": "gamma", "attributed-to": "acme" }))).toMatchObject({
      measuredBy: "Gamma",
      attributedTo: "Acme",
    });
    expect(viewOf(aClaim())).toMatchObject({ measuredBy: null, attributedTo: null });
  });

  test.each<[string, AuthoredFields, string | null]>([
    [
      "at the quoted words",
      { quote: "it is at 54.6" },
      "https://example.com/document#:~:text=it%20is%20at%2054.6",
    ],
    [
      "nowhere for a table's cell, which is no running text",
      { cell: { row: "One", column: "Bench", text: "54.6" } },
      null,
    ],
    [
      "nowhere for what was seen in a stored copy",
      { record: { copy: "A copy", seen: "In its table." } },
      null,
    ],
  ])("a link into the source %s", (_, evidence, link) => {
    expect(viewOf(aClaim(evidence)).deepLink).toBe(link);
  });

  test("names and figures as the source writes them", () => {
    const subjects = { "acme/one": aSubject({ aliases: [{ name: "Uno", kind: "spelling" }] }) };
    const view = viewOf(
      aPriceClaim("0.12", {
        quote: "Uno for 12 cents",
        "as-written": { subject: "Uno", value: "12 cents" },
      }),
      { subjects },
    );
    expect(view).toMatchObject({
      asWritten: ["subject “Uno”", "value “12 cents”"],
      binding: "alias",
      bindingReasons: [],
      valueText: "$0.12",
    });
  });

  test("the reasons of a reading that is ours", () => {
    const subjects = {
      "acme/one": aSubject({
        unqualified: [{ conditions: { snapshot: "2026-01-01" }, because: "It is the only one." }],
      }),
    };
    expect(viewOf(aClaim(), { subjects })).toMatchObject({
      binding: "inferred",
      bindingReasons: ["It is the only one."],
      conditions: "snapshot 2026-01-01",
    });
  });

  test.each<[string, AuthoredFields, string | null]>([
    ["that is its source's own", {}, null],
    ["that is its source's own, said again", { "as-of": "2026-01-01" }, null],
    ["that is another one", { "as-of": "2025-12-01" }, "1 December 2025"],
    [
      "that is known within bounds",
      { "as-of": { "not-before": "2025-12", "not-after": "2026-02-03", because: "It says so." } },
      "between December 2025 and 3 February 2026",
    ],
  ])("a time %s", (_, time, text) => {
    expect(viewOf(aClaim(time)).asOf).toBe(text);
  });

  test("the discrepancies in which it stands, and no others of its fact", () => {
    const sources = {
      "acme/card": [aClaim({ value: "54.9" })],
      "beta/review": [aClaim()],
      "gamma/digest": [aClaim({ value: "55" })],
    };
    const analysis = analysisOf({ sources });
    const kinds = (id: string) =>
      discrepancyLinks(analysis, "claim", id).map(({ kindTitle, isConflict, path }) => [
        kindTitle,
        isConflict,
        path,
      ]);
    const conflict = ["Value conflict", true, "/discrepancies/value-conflict/acme/one/bench/"];
    const rounding = ["Rounding", false, "/discrepancies/rounding/acme/one/bench/"];
    expect(kinds("acme/card#c1")).toEqual([conflict, rounding]);
    expect(kinds("gamma/digest#c1")).toEqual([rounding]);
    expect(discrepancyLinks(analysis, "fact", "acme/one/bench")).toHaveLength(2);
    expect(discrepancyLinks(analysis, "fact", "acme/one/nothing")).toEqual([]);
  });
});

test("a retired claim says when and why it went, and where to; it answers no fact", () => {
  const source = aSource({
    claims: {
      old: aClaim({
        value: "54.9",
        retired: {
          on: "2026-02-02",
          because: "It is the other model's.",
          "moved-to": "beta/review#new",
        },
      }),
      new: aClaim(),
    },
  });
  const analysis = analysisOf({ sources: { "beta/review": source } });
  expect(claimView(analysis, known(analysis.dataset.retired, "beta/review#old"))).toMatchObject({
    fact: null,
    discrepancies: [],
    retired: {
      on: "2 February 2026",
      because: "It is the other model's.",
      movedTo: { path: "/sources/beta/review/#new" },
    },
  });
});

test("an undated source is dated by its bounds", () => {
  const undated = aSource({
    published: undefined,
    "not-before": { date: "2025-04-14", because: "It names the release." },
    "not-after": { date: "2025-05-14", because: "It was archived then." },
    claims: keyed([anAvailabilityClaim("no")]),
  });
  const analysis = analysisOf({ sources: { "beta/review": undated } });
  expect(sourceLink(analysis, "beta/review").date).toBe(
    "undated, between 14 April 2025 and 14 May 2025",
  );
  expect(claimView(analysis, known(analysis.dataset.claims, "beta/review#c1"))).toMatchObject({
    asOf: null,
    valueText: "no",
  });
});

test("a value that is a registered name reads as its label", () => {
  const metrics = {
    licence: aMetric({
      name: "Licence",
      kind: "property",
      unit: "name",
      better: "neither",
      names: [{ name: "open", label: "open weights" }],
    }),
  };
  expect(viewOf(aClaim({ metric: "licence", value: "open" }), { metrics }).valueText).toBe(
    "open weights",
  );
});
