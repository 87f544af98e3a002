import { describe, expect, test } from "vitest";
import type { ChangeLog, ChangeRow } from "../../../src/core/changes/change-log.ts";
import { correctionsView } from "../../../src/site/views/corrections.ts";
import {
  additionsByDay,
  discrepancyHistory,
  sourceHistory,
} from "../../../src/site/views/history.ts";
import { aClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

const analysis = analysisOf({
  sources: { "acme/card": [aClaim()], "beta/review": [aClaim({ value: "70" })] },
});
const ID = "value-conflict/acme/one/bench";
const date = "2026-02-01";
const corrected = (field: "value" | "question", before: string, after: string): ChangeRow => ({
  date,
  what: "claim-corrected",
  id: "beta/review#c1",
  field,
  before,
  after,
});
const logOf = (...rows: ChangeRow[]): ChangeLog => ({ sources: {}, rows });
const added = (source: string, count: number, day = date): ChangeRow => ({
  date: day,
  what: "claims-added",
  source,
  keys: Array.from({ length: count }, (_, index) => `c${index + 1}`),
});

describe("the history of a discrepancy", () => {
  test("tells in order when it was found, decided, and opened again", () => {
    const history = discrepancyHistory(
      analysis,
      logOf(
        { date, what: "discrepancies-found", ids: [ID, "other"], note: "Claims were added." },
        {
          date: "2026-02-02",
          what: "verdict-given",
          id: ID,
          before: null,
          after: "stands: acme/card#c1",
          judged: "0123456789abcdef",
          note: "It was measured.",
        },
        { date: "2026-02-03", what: "verdict-reopened", id: ID, note: "The claims changed." },
      ),
      { id: ID },
    );
    expect(history.map((entry) => [entry.date, entry.text, entry.note])).toEqual([
      ["1 February 2026", "First found", "Claims were added."],
      ["2 February 2026", "Decided: One figure stands", "It was measured."],
      ["3 February 2026", "Open again", "The claims changed."],
    ]);
  });

  test("does not call it first found when it was gone for a while", () => {
    const row = (what: "discrepancies-found" | "discrepancies-gone"): ChangeRow => ({
      date,
      what,
      ids: [ID],
      note: "Claims were changed.",
    });
    const history = discrepancyHistory(
      analysis,
      logOf(row("discrepancies-found"), row("discrepancies-gone"), row("discrepancies-found")),
      { id: ID },
    );
    expect(history.map(({ text }) => text)).toEqual([
      "First found",
      "No longer found",
      "Found again",
    ]);
  });
});

describe("the history of a source", () => {
  test("counts what was entered and tells what was corrected, one entry a claim and day", () => {
    const { added: counts, changes } = sourceHistory(
      analysis,
      logOf(
        added("beta/review", 1),
        added("acme/card", 5),
        corrected("value", "71", "70"),
        corrected("question", "acme/zero/bench", "acme/one/bench"),
      ),
      "beta/review",
    );
    expect(counts).toEqual([{ on: date, date: "1 February 2026", count: 1 }]);
    expect(changes).toMatchObject([
      {
        text: "Corrected",
        claim: { text: "Beta on One on Bench", path: "/sources/beta/review/#c1" },
        fields: [
          { name: "value", before: "71", after: "70" },
          { name: "question", before: "acme/zero/bench", after: "One on Bench" },
        ],
      },
    ]);
  });
});

test("additions are counts by day, the latest first", () => {
  expect(
    additionsByDay([added("a/b", 2), added("c/d", 3), added("a/b", 1, "2026-02-02")]).map(
      ({ on, count }) => [on, count],
    ),
  ).toEqual([
    ["2026-02-02", 1],
    ["2026-02-01", 5],
  ]);
});

test("the page of corrections tells what was wrong, and counts what was entered", () => {
  const view = correctionsView(
    analysis,
    logOf(added("beta/review", 1), corrected("value", "71", "70"), {
      date,
      what: "verdict-reopened",
      id: ID,
      note: "The claims changed.",
    }),
  );
  expect(view).toMatchObject({
    retired: [],
    reopened: [
      {
        date: "1 February 2026",
        discrepancy: {
          text: "Acme states 54.6%; Beta states 70%.",
          path: `/discrepancies/${ID}/`,
        },
      },
    ],
    corrected: [
      { date: "1 February 2026", entries: [{ fields: [{ before: "71", after: "70" }] }] },
    ],
    added: [{ count: 1 }],
  });
});
