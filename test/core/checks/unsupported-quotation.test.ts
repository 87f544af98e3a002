import { describe, expect, test } from "vitest";
import { aClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const search = (result: "found" | "not-found", overrides: AuthoredFields = {}) => ({
  in: "Acme's card",
  extent: "whole",
  held: "a stored copy",
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
    extent: "excerpts",
    held: "two chapters",
    words: "1200",
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
    "Beta presents “one is said to be at 54.6 here” as words of “the card of One”; a search did not find them.",
  );
  expect(finding?.computation).toEqual([
    "looked for in the whole of Acme's card (a stored copy) on 1 February 2026: not found",
    "looked for in the 1,200 words that are held of Acme's guide (two chapters) on 2 February 2026: not found",
  ]);
});

test("words that the source itself calls a paraphrase are minor, and the label is kept", () => {
  const [finding] = found(quoting([search("not-found")], { label: "Paraphrased" }));
  expect(finding?.severity).toBe("minor");
  expect(finding?.summary).toContain("here”, which it calls Paraphrased, as words of");
});

test("words that are marked in the sentence are those that are shown", () => {
  const [finding] = found(
    aClaim({
      quote: "It says that “54.6 is a start”, no less",
      quotation: { document: "the card of One", "looked-for": [search("not-found")] },
    }),
  );
  expect(finding?.summary).toContain("presents “54.6 is a start” as words of");
});

describe("a search of excerpts accuses nobody", () => {
  const partly = search("not-found", { extent: "excerpts", words: "1713" });

  test("it is a note that says how much was held, and no conflict", () => {
    const analysis = analysisOf({ sources: { "beta/review": [quoting([partly])] } });
    const [finding] = analysis.discrepancies.values();
    expect(finding?.severity).toBe("note");
    expect(finding?.summary).toContain(
      "they were not found in the 1,713 words that are held of Acme's card, and the rest was not searched.",
    );
    expect(analysis.claimStatuses.get("beta/review#c1")).toBe("single");
    expect(analysis.factStatuses.get("acme/one/bench")).toBe("single");
  });

  test("nor when the words are called a paraphrase", () => {
    expect(found(quoting([partly], { label: "paraphrased" }))).toMatchObject([
      { severity: "note" },
    ]);
  });

  test("but beside a search of the whole of another document it counts", () => {
    expect(found(quoting([partly, search("not-found")]))).toMatchObject([{ severity: "major" }]);
  });
});

test("claims that are read out of the same words are one finding", () => {
  const words = { quote: "One and Zero are at 54.6 here" };
  const both = found(
    { ...quoting([search("not-found")]), ...words },
    { ...quoting([search("not-found")]), ...words, subject: "acme/zero" },
  );
  expect(both.map(({ id, about }) => [id, about.map(({ key }) => key)])).toEqual([
    ["unsupported-quotation/beta/review#c1", ["c1", "c2"]],
  ]);
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
        { ...quoting([search("not-found")]), subject: "acme/zero", quote: "Zero is at 54.6" },
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
