import { describe, expect, test } from "vitest";
import { explain, proposeIds, readExplainedId } from "../../../src/core/report/explain.ts";
import {
  aClaim,
  aMetric,
  anAvailabilityClaim,
  aSource,
  aVerdict,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";

const conflict: DatasetParts = {
  sources: {
    "acme/card": [aClaim({ "measured-by": "acme" })],
    "beta/review": [
      aClaim({ value: "70", qualifier: "about", inferred: "It is the only one named." }),
    ],
  },
};
const ID = "value-conflict/acme/one/bench";

const linesOf = (parts: DatasetParts, id: string): string[] =>
  explain(analysisOf(parts), id)?.sections.flatMap(({ title, lines }) => [
    title,
    ...lines.map(({ text }) => text),
  ]) ?? [];

describe("an explanation", () => {
  test("of a discrepancy goes from the question to the standing", () => {
    expect(explain(analysisOf(conflict), ID)?.sections.map(({ title }) => title)).toEqual([
      "The question",
      "What was found",
      "The claims it rests on (2)",
      `Likely cause (${ID})`,
      "The verdict",
      "What stands",
    ]);
  });

  test("shows each claim with its words, its place, and how its figure was read", () => {
    const lines = linesOf(conflict, ID);
    expect(lines).toContain("Acme: 54.6%  (in doubt)");
    expect(lines).toContain("Quote: “one is said to be at 54.6 here” (Results, paragraph 1)");
    expect(lines).toContain("Read as 54.6 percent: stands for [54.55, 54.65) percent.");
    expect(lines.some((line) => /^Read as 70 percent, about: stands for \[/.test(line))).toBe(true);
    expect(lines).toContain("Bound by inference: It is the only one named.");
    expect(lines).toContain("Bound to its subject and metric by their own names.");
    expect(lines.some((line) => /^data\/sources\/acme\/card\.yaml:\d+:3$/.test(line))).toBe(true);
  });

  test.each<[string, DatasetParts, string, string]>([
    [
      "a change whose operands nobody states",
      {
        sources: {
          "acme/card": [
            aClaim({
              measure: "difference",
              direction: "up",
              unit: "points",
              "compared-with": "acme/zero",
            }),
          ],
        },
      },
      "acme/card#c1",
      "arithmetic and unit misuse",
    ],
    [
      "a change whose baseline is not stated",
      {
        sources: {
          "acme/card": [
            aClaim(),
            aClaim({
              measure: "percent-change",
              direction: "up",
              "compared-with": "unstated",
            }),
          ],
        },
      },
      "acme/card#c2",
      "arithmetic and unit misuse",
    ],
  ])("says what could not be computed: %s", (_, parts, id, kinds) => {
    const lines = linesOf(parts, id);
    expect(lines).toContain(
      `Not checked, since no figures are stated from which it could be computed: ${kinds}.`,
    );
    expect(lines.find((line) => line.includes("found nothing here"))).not.toMatch(/arithmetic/);
  });

  test("speaks of a count as of a count", () => {
    const parts: DatasetParts = {
      metrics: { languages: aMetric({ name: "Languages", unit: "count", family: "languages" }) },
      sources: { "acme/card": [aClaim({ metric: "languages", value: "46" })] },
    };
    const lines = linesOf(parts, "acme/card#c1");
    expect(lines.some((line) => line.startsWith("Languages, a count: "))).toBe(true);
    expect(lines).toContain("Read as 46: stands for [45.5, 46.5).");
  });

  test("of a fact names the rules of standing as they were tried, up to the one that holds", () => {
    const lines = linesOf(conflict, "acme/one/bench");
    expect(lines).toContain("54.6% (primary)");
    expect(lines).toContain("Refused: no verdict has been given.");
    expect(lines).toContain("Chosen: Acme (54.6%).");
    expect(lines.some((line) => line.startsWith("✗ agreement"))).toBe(false);
  });

  test.each<[string, DatasetParts, string]>([
    [
      "no primary and no agreement",
      { sources: { "beta/review": [aClaim()], "gamma/digest": [aClaim({ value: "70" })] } },
      "Refused: there are 2 origins, and their figures share no value: Beta (54.6%) and Gamma (70%).",
    ],
    [
      "a primary that contradicts itself",
      {
        sources: {
          "acme/card": [
            aClaim({ "measured-by": "acme" }),
            aClaim({ value: "70", "measured-by": "acme" }),
          ],
        },
      },
      "Refused: it contradicts itself: Acme (54.6%) and Acme (70%).",
    ],
  ])("says why a rule was refused: %s", (_, parts, reason) => {
    expect(linesOf(parts, "acme/one/bench")).toContain(reason);
  });

  test("says that answers which stand each for its time leave it to the latest", () => {
    const undated = {
      published: undefined,
      "not-before": { date: "2026-01-01", because: "It names the model." },
      "not-after": { date: "2026-12-31", because: "It was stored then." },
    };
    const sources = {
      "acme/card": [anAvailabilityClaim("yes")],
      "beta/review": aSource({ ...undated, claims: keyed([anAvailabilityClaim("no")]) }),
    };
    const [found] = analysisOf({ sources }).discrepancies.values();
    const verdict = aVerdict({ outcome: "both-stand", stands: undefined, judged: found?.judged });
    const lines = linesOf({ sources, verdicts: { [found?.id ?? ""]: verdict } }, found?.id ?? "");
    expect(lines).toContain(
      "The verdict of 2026-02-01 lets each answer stand for its own time, so the latest are looked at.",
    );
    expect(lines).toContain("yes (primary)");
  });

  test("says whether the verdict holds", () => {
    const judged = analysisOf(conflict).discrepancies.get(ID)?.judged;
    const decided = (hash: unknown) =>
      linesOf({ ...conflict, verdicts: { [ID]: aVerdict({ judged: hash }) } }, ID).join("\n");
    expect(decided(judged)).toContain(`Fresh: the claims are as they were judged (${judged}).`);
    expect(decided("0123456789abcdef")).toContain(
      `Stale: it judged 0123456789abcdef, and the claims are ${judged} now, so it is open again.`,
    );
    expect(linesOf(conflict, ID).join("\n")).toContain(
      `None yet. To give one, write verdicts/${ID}.yaml with judged: "${judged}".`,
    );
  });

  test("of a claim says whether it is the one in doubt, and which checks found nothing", () => {
    const lines = linesOf(conflict, "beta/review#c1");
    expect(lines).toContain("This claim is one of those in doubt.");
    expect(lines.some((line) => /^The other checks ran and found nothing here: /.test(line))).toBe(
      true,
    );
  });

  test("of a retired claim says where it went", () => {
    const parts = {
      sources: {
        "beta/review": aSource({
          claims: {
            ...keyed([aClaim()]),
            gone: aClaim({
              retired: {
                on: "2026-02-02",
                because: "Misread.",
                "moved-to": "beta/review#c1",
              },
            }),
          },
        }),
      },
    };
    expect(linesOf(parts, "beta/review#gone")).toContain(
      "On 2026-02-02: Misread. In its place: beta/review#c1.",
    );
  });

  test("of an unknown id is none", () => {
    expect(explain(analysisOf(conflict), "acme/two/bench")).toBeNull();
  });
});

describe("an id is read", () => {
  test.each([
    ["acme/one/bench", "acme/one/bench"],
    ["/facts/acme/one/bench/", "acme/one/bench"],
    ["https://example.com/ledger/facts/acme/one/bench/", "acme/one/bench"],
    [`/discrepancies/${ID}/`, ID],
    ["/sources/acme/card/#c1", "acme/card#c1"],
    ["acme/two", null],
  ])("from %s", (written, id) => {
    expect(readExplainedId(analysisOf(conflict), written)).toBe(id);
  });

  test("or else those are proposed that hold its words, and otherwise the near ones", () => {
    const analysis = analysisOf(conflict);
    expect(proposeIds(analysis, "one bench")).toEqual(["acme/one/bench", ID]);
    expect(proposeIds(analysis, "acme/one/bensh")).toEqual(["acme/one/bench"]);
  });
});
