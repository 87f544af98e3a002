import { describe, expect, test } from "vitest";
import {
  countFindings,
  hasFreshVerdict,
  selectFindings,
} from "../../../src/core/report/findings.ts";
import { aClaim, aVerdict } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

const parts: DatasetParts = {
  sources: {
    "acme/card": ["acme/one", "acme/zero", "beta/rival"].map((subject) => aClaim({ subject })),
    "beta/review": [
      aClaim({ subject: "acme/one", value: "70" }),
      aClaim({ subject: "acme/zero", value: "54.9" }),
      aClaim({ subject: "beta/rival", value: "55" }),
    ],
  },
};
const ID = "value-conflict/acme/one/bench";
const judged = analysisOf(parts).discrepancies.get(ID)?.judged;
const withVerdict = (hash: unknown) =>
  analysisOf({ ...parts, verdicts: { [ID]: aVerdict({ judged: hash }) } });

describe("findings are selected", () => {
  const ids = (level: "all" | "major" | "none", analysis = analysisOf(parts)) =>
    selectFindings(analysis.discrepancies.values(), level).map(({ id }) => id);

  test("all of them, sharpest first", () => {
    expect(ids("all")).toEqual([ID, "value-conflict/acme/zero/bench", "rounding/beta/rival/bench"]);
  });
  test("the major ones that nobody has decided", () => {
    expect(ids("major")).toEqual([ID]);
    expect(ids("major", withVerdict(judged))).toEqual([]);
    expect(ids("major", withVerdict("0123456789abcdef"))).toEqual([ID]);
  });
  test("none", () => {
    expect(ids("none")).toEqual([]);
  });
});

test("kinds are counted by severity, by verdicts that hold and by verdicts that do not", () => {
  const counts = (hash: unknown) =>
    countFindings(withVerdict(hash).discrepancies.values()).map(
      ({ kind, bySeverity, decided, reopened }) => [
        kind,
        ...Object.values(bySeverity),
        decided,
        reopened,
      ],
    );
  expect(counts(judged)).toEqual([
    ["value-conflict", 1, 1, 0, 1, 0],
    ["rounding", 0, 0, 1, 0, 0],
  ]);
  expect(counts("0123456789abcdef")[0]).toEqual(["value-conflict", 1, 1, 0, 0, 1]);
});

test("a verdict is fresh while it judged the claims as they are", () => {
  const isFresh = (hash: unknown) => {
    const found = withVerdict(hash).discrepancies.get(ID);
    return found && hasFreshVerdict(found);
  };
  expect(isFresh(judged)).toBe(true);
  expect(isFresh("0123456789abcdef")).toBe(false);
});
