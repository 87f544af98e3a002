import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { subjectIndex, subjectView } from "../../../src/site/views/subject.ts";
import {
  aClaim,
  aDateClaim,
  anAvailabilityClaim,
  aPriceClaim,
  aSubject,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

const parts: DatasetParts = {
  subjects: {
    "acme/line": aSubject({ name: "Line", kind: "family" }),
    "acme/one": aSubject({
      family: "acme/line",
      url: "https://example.com/one",
      aliases: [{ name: "Uno", kind: "garbled" }],
      unqualified: [
        {
          for: ["price"],
          conditions: { snapshot: "2026-01-01" },
          because: "Only this one had a price.",
        },
      ],
    }),
    "beta/ghost": aSubject({ name: "Ghost", unattested: "Nobody else knows it." }),
  },
  sources: {
    "acme/card": [
      aClaim(),
      aPriceClaim("2"),
      aDateClaim("2026-01-01"),
      anAvailabilityClaim("yes", { conditions: { channel: "api" } }),
      aClaim({ metric: "context-window", value: "1M" }),
      aClaim({ metric: "licence", value: "open" }),
      aClaim({ subject: "acme/zero" }),
    ],
    "beta/review": [
      aClaim({ value: "54.9" }),
      aClaim({ metric: "context-window", value: "1,000,000" }),
      aClaim({ subject: "beta/ghost" }),
    ],
  },
};

describe("a model's page", () => {
  const analysis = analysisOf(parts);
  const view = (id: string) => subjectView(analysis, known(analysis.dataset.subjects, id));

  test("is a data sheet in fixed order, without sections that nobody fills", () => {
    expect(
      view("acme/one").sections.map(({ title, facts }) => [
        title,
        facts.map(({ metric }) => metric.text),
      ]),
    ).toEqual([
      ["Availability", ["Availability"]],
      ["Dates", ["Release date"]],
      ["Prices", ["Input price"]],
      ["Limits", ["Context window"]],
      ["Scores", ["Bench"]],
      ["Properties", ["Licence"]],
    ]);
  });

  test("counts facts and claims of its own and of nobody else", () => {
    expect(view("acme/one")).toMatchObject({
      facts: 6,
      claims: 8,
      owner: "Acme",
      unattested: null,
    });
    expect(view("acme/zero")).toMatchObject({
      facts: 1,
      claims: 1,
      sections: [{ title: "Scores" }],
    });
  });

  test("lists conflicts, not rounding", () => {
    expect(view("acme/one").discrepancies.map(({ id }) => id)).toEqual([
      "value-conflict/acme/one/bench",
    ]);
  });

  test("says to which family it belongs, and a family which members it has", () => {
    expect(view("acme/one").family).toEqual({ text: "Line", path: "/models/acme/line/" });
    expect(view("acme/zero").family).toBeNull();
    expect(view("acme/line").members.map(({ id }) => id)).toEqual(["acme/one"]);
  });

  test("gives other names, readings and what nobody else knows", () => {
    expect(view("acme/one")).toMatchObject({
      aliases: ["“Uno” (garbled)"],
      readings: [{ conditions: "snapshot 2026-01-01", because: "Only this one had a price." }],
      url: "https://example.com/one",
    });
    expect(view("beta/ghost").unattested).toBe("Nobody else knows it.");
  });
});

test("the index has those of which something is stated, the most stated first, under owners likewise", () => {
  expect(
    subjectIndex(analysisOf(parts)).map(({ owner, subjects }) => [
      owner,
      subjects.map(({ id }) => id),
    ]),
  ).toEqual([
    ["Acme", ["acme/one", "acme/zero"]],
    ["Beta", ["beta/ghost"]],
  ]);
});
