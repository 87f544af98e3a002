import { describe, expect, test } from "vitest";
import { discrepancyList, verdictState } from "../../../src/site/views/discrepancy-list.ts";
import { aClaim, aDateClaim, aVerdict } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

const link = (path: string) => `/base${path}`;
const scores = (subject: string, value: string) => aClaim({ subject, value });
const parts: DatasetParts = {
  sources: {
    "acme/card": [
      scores("acme/one", "54.6"),
      scores("acme/zero", "10"),
      scores("beta/rival", "55"),
      aDateClaim("2026-01-01"),
    ],
    "beta/review": [
      scores("acme/one", "54.9"),
      scores("acme/zero", "90"),
      scores("beta/rival", "54.8"),
      aDateClaim("2026-01-10"),
    ],
  },
};
const list = discrepancyList(analysisOf(parts), link);
const listed = list.severities.flatMap(({ groups }) =>
  groups.flatMap(({ discrepancies }) => discrepancies),
);
const optionsOf = (name: string) => list.filters.find((filter) => filter.name === name)?.options;

test("all discrepancies are listed, by severity and then by kind, with their counts", () => {
  expect(
    list.severities.map(({ severity, count, groups }) => [
      severity,
      count,
      groups.map(({ kind }) => kind),
    ]),
  ).toEqual([
    ["major", 2, ["value-conflict", "date-conflict"]],
    ["minor", 1, ["value-conflict"]],
    ["note", 1, ["rounding"]],
  ]);
  expect(list.count).toBe(listed.length);
});

test("by size, shares stand apart from days, and from what has no size", () => {
  expect(
    listed
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ summary, scale, rank }) => [scale, rank, summary.title, summary.sizeText]),
  ).toEqual([
    ["share", 0, "Zero on Bench", "80 points apart"],
    ["days", 0, expect.stringContaining("One"), "9 days apart"],
    ["none", 0, expect.stringContaining("Rival"), null],
    ["share", 1, "One on Bench", "0.3 points apart"],
  ]);
});

describe("filters", () => {
  test("offer what is there, with counts; severities from the sharpest on", () => {
    expect(optionsOf("severity")).toEqual([
      { id: "major", label: "Major", count: 2 },
      { id: "minor", label: "Minor", count: 1 },
      { id: "note", label: "Note", count: 1 },
    ]);
    expect(optionsOf("source")?.map(({ id, count }) => [id, count])).toEqual([
      ["acme/card", 4],
      ["beta/review", 4],
    ]);
    expect(optionsOf("verdict")?.map(({ id }) => id)).toEqual(["none"]);
  });

  test("tell what is decided from what is left open and what is open again", () => {
    const stateOf = (outcome: string, isStale: boolean) => {
      const id = "value-conflict/acme/one/bench";
      const judged = analysisOf(parts).discrepancies.get(id)?.judged ?? "";
      const verdict =
        outcome === "open"
          ? aVerdict({ judged, outcome, stands: undefined, "would-settle": "A run of its own." })
          : aVerdict({ judged: isStale ? "0123456789abcdef" : judged });
      const found = analysisOf({ ...parts, verdicts: { [id]: verdict } }).discrepancies.get(id);
      if (!found) throw new Error(`There is no ${id}.`);
      return verdictState(found);
    };
    expect(stateOf("stands", false)).toBe("fresh");
    expect(stateOf("stands", true)).toBe("stale");
    expect(stateOf("open", false)).toBe("open");
    expect(verdictState({ verdict: null, isStale: false })).toBe("none");
  });
});
