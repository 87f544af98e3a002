import { describe, expect, test } from "vitest";
import { aClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const search = (result: "found" | "not-found", overrides: AuthoredFields = {}) => ({
  in: "Acme's card",
  extent: "the whole page",
  result,
  on: "2026-02-01",
  ...overrides,
});
const quoting = (searches: readonly AuthoredFields[], overrides: AuthoredFields = {}) =>
  aClaim({ quotation: { document: "the card of One", "looked-for": searches, ...overrides } });
const found = (...claims: AuthoredFields[]) => [
  ...analysisOf({ sources: { "beta/review": claims } }).discrepancies.values(),
];

test("words that no search found are an unsupported quotation", () => {
  const elsewhere = search("not-found", {
    in: "Acme's guide",
    extent: "two chapters",
    on: "2026-02-02",
  });
  const [finding, ...others] = found(quoting([search("not-found"), elsewhere]));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    id: "unsupported-quotation/beta/review#c1",
    kind: "unsupported-quotation",
    severity: "major",
    scope: "within",
    facts: ["acme/one/bench"],
    about: [{ id: "beta/review#c1" }],
  });
  expect(finding?.summary).toBe(
    "Beta attributes words to “the card of One” (54.6%); a search did not find them.",
  );
  expect(finding?.computation).toEqual([
    "looked for in Acme's card (the whole page) on 1 February 2026: not found",
    "looked for in Acme's guide (two chapters) on 2 February 2026: not found",
  ]);
});

test("words that the source itself calls a paraphrase are minor, and the label is kept", () => {
  const [finding] = found(quoting([search("not-found")], { label: "Paraphrased" }));
  expect(finding?.severity).toBe("minor");
  expect(finding?.summary).toContain("attributes words, which it calls Paraphrased, to");
});

describe("a quotation is supported", () => {
  test.each<[string, AuthoredFields]>([
    ["that was found", quoting([search("found")])],
    [
      "that was found in the first of two searches",
      quoting([search("found"), search("not-found")]),
    ],
    [
      "that was found in the second of two searches",
      quoting([search("not-found"), search("found")]),
    ],
    [
      "that was found, though called a paraphrase",
      quoting([search("found")], { label: "paraphrased" }),
    ],
    ["that is none: the source speaks for itself", aClaim()],
    [
      "that was retired",
      { ...quoting([search("not-found")]), retired: { on: "2026-02-03", because: "Misread." } },
    ],
  ])("%s", (_, claim) => {
    expect(found(claim)).toEqual([]);
  });
});

test("each statement is a finding of its own, and another source's same statement is none", () => {
  const analysis = analysisOf({
    sources: {
      "beta/review": [
        quoting([search("not-found")]),
        { ...quoting([search("not-found")]), subject: "acme/zero" },
      ],
      "gamma/digest": [aClaim()],
    },
  });
  expect([...analysis.discrepancies.keys()]).toEqual([
    "unsupported-quotation/beta/review#c1",
    "unsupported-quotation/beta/review#c2",
  ]);
  expect(analysis.claimStatuses.get("beta/review#c1")).toBe("conflicts");
  expect(analysis.claimStatuses.get("gamma/digest#c1")).toBe("agrees");
});
