import { describe, expect, test } from "vitest";
import type { ChangeRow } from "../../../src/core/changes/change-log.ts";
import type { Mention } from "../../../src/core/lint/prose/mentions.ts";
import { changesSince } from "../../../src/site/views/article-changes.ts";
import { aClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

const CONFLICT = "value-conflict/acme/one/bench";
const analysis = analysisOf({
  sources: {
    "acme/card": [
      aClaim({ "measured-by": "acme" }),
      aClaim({ subject: "acme/zero", value: "33.2" }),
    ],
    "beta/review": [aClaim({ value: "54.9" })],
  },
});
const mention = (kind: Mention["kind"], id: string): Mention => ({ kind, id, section: null });
const since = (rows: readonly ChangeRow[], ...mentions: Mention[]) =>
  changesSince(analysis, rows, mentions, "2026-01-01");

const corrected = (
  id: string,
  date = "2026-01-02",
  field: "value" | "where" = "value",
): ChangeRow => ({
  date,
  what: "claim-corrected",
  id,
  field,
  before: "54.5",
  after: "54.6",
});

describe("an explainer's figure has changed", () => {
  test("when a claim that it shows was corrected", () => {
    expect(since([corrected("acme/card#c1")], mention("claim", "acme/card#c1"))).toEqual([
      {
        date: "2 January 2026",
        text: "Acme on One on Bench: corrected from 54.5 to 54.6",
        path: "/sources/acme/card/#c1",
      },
    ]);
  });

  test("when another claim of its fact came", () => {
    const row: ChangeRow = {
      date: "2026-01-02",
      what: "claims-added",
      source: "beta/review",
      keys: ["c1"],
    };
    expect(since([row], mention("fact", "acme/one/bench")).map(({ text }) => text)).toEqual([
      "Beta on One on Bench: a new claim, 54.9%",
    ]);
  });

  test("when a discrepancy about it was found or decided", () => {
    const rows: ChangeRow[] = [
      { date: "2026-01-02", what: "discrepancies-found", ids: [CONFLICT], note: "-" },
      { date: "2026-01-03", what: "verdict-reopened", id: CONFLICT, note: "-" },
    ];
    const texts = since(rows, mention("claim", "acme/card#c1")).map(({ text }) => text);
    expect(texts).toEqual([
      expect.stringMatching(/^Found: /),
      expect.stringMatching(/^Open again: /),
    ]);
  });
});

describe("nothing is reported", () => {
  test.each<[string, ChangeRow]>([
    ["of the day of the text or before", corrected("acme/card#c1", "2026-01-01")],
    ["of other facts", corrected("acme/card#c2")],
    ["of where a figure stands in its source", corrected("acme/card#c1", "2026-01-02", "where")],
    [
      "of what is gone",
      { date: "2026-01-02", what: "discrepancies-gone", ids: [CONFLICT], note: "-" },
    ],
  ])("%s", (_, row) => {
    expect(since([row], mention("claim", "acme/card#c1"))).toEqual([]);
  });
});
