import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { claimFigure, factFigure } from "../../../src/site/views/evidence.ts";
import { aClaim, aDateClaim, anAvailabilityClaim, aPriceClaim } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

const link = (path: string) => `/base${path}`;
const ofClaim = (sources: DatasetParts["sources"], id = "acme/card#c1") => {
  const analysis = analysisOf(sources ? { sources } : {});
  return claimFigure(analysis, known(analysis.dataset.claims, id), "evidence-1", link);
};
const ofFact = (sources: DatasetParts["sources"], id = "acme/one/bench") => {
  const analysis = analysisOf(sources ? { sources } : {});
  return factFigure(analysis, known(analysis.facts, id), "evidence-1", link);
};
const measured = (value = "54.6") => aClaim({ value, "measured-by": "acme" });

describe("the figure", () => {
  test("of a claim is what its source states, whatever stands", () => {
    expect(
      ofClaim(
        { "acme/card": [measured()], "beta/review": [aClaim({ value: "54.9" })] },
        "beta/review#c1",
      ).text,
    ).toBe("54.9%");
  });

  test("of a fact is what stands, with the evidence of the claim that carries it", () => {
    const figure = ofFact({
      "acme/card": [measured()],
      "beta/review": [aClaim({ value: "54.9" })],
    });
    expect(figure).toMatchObject({
      text: "54.6%",
      evidence: {
        publisher: "Acme",
        claimHref: "/base/sources/acme/card/#c1",
        factHref: "/base/facts/acme/one/bench/",
      },
    });
  });

  test("of a disputed fact is the dispute", () => {
    expect(
      ofFact({ "beta/review": [aClaim()], "gamma/digest": [aClaim({ value: "54.9" })] }).text,
    ).toBe("54.6% or 54.9%");
  });
});

describe("a mark and an announcement", () => {
  test.each<[string, DatasetParts["sources"], boolean]>([
    [
      "stand where sources conflict",
      { "acme/card": [measured()], "beta/review": [aClaim({ value: "54.9" })] },
      true,
    ],
    [
      "do not stand at a figure that agrees with both sides of a conflict",
      {
        "acme/card": [aClaim({ value: "55" })],
        "beta/review": [aClaim()],
        "gamma/digest": [aClaim({ value: "54.9" })],
      },
      false,
    ],
    [
      "do not stand where they round",
      { "acme/card": [measured()], "beta/review": [aClaim({ value: "55" })] },
      false,
    ],
    [
      "do not stand where they agree",
      { "acme/card": [measured()], "beta/review": [aClaim()] },
      false,
    ],
    [
      "do not stand where their scope differs",
      {
        "acme/card": [aPriceClaim("0.10")],
        "beta/review": [aPriceClaim("0.12", { metric: "blended-price" })],
      },
      false,
    ],
  ])("%s", (_, sources, isConflict) => {
    const { conflict, announce } = ofClaim(sources);
    expect([conflict, announce]).toEqual(
      isConflict ? [true, "sources conflict"] : [false, undefined],
    );
  });
});

describe("who disagrees", () => {
  const disagreeing = (sources: DatasetParts["sources"], id?: string) =>
    ofClaim(sources, id).evidence.disagreements.map(
      ({ sourceTitle, valueText }) => `${sourceTitle} ${valueText}`,
    );

  test.each<[string, DatasetParts["sources"], string[]]>([
    [
      "is nobody where sources agree or round",
      {
        "acme/card": [measured()],
        "beta/review": [aClaim()],
        "gamma/digest": [aClaim({ value: "55" })],
      },
      [],
    ],
    [
      "is each source with another figure, once",
      {
        "acme/card": [measured()],
        "beta/review": [aClaim({ value: "54.9" }), aClaim({ value: "54.9" })],
      },
      ["Beta 54.9%"],
    ],
    [
      "is not a source that repeats the figure",
      {
        "acme/card": [measured()],
        "beta/review": [aClaim({ value: "54.9" })],
        "gamma/digest": [aClaim()],
      },
      ["Beta 54.9%"],
    ],
    [
      "is not a source whose figure agrees with it in another precision, though it stands in the conflict",
      {
        "acme/card": [measured()],
        "beta/review": [aClaim({ value: "54.9" })],
        "gamma/digest": [aClaim({ value: "54.62" })],
      },
      ["Beta 54.9%"],
    ],
    [
      "is not the document itself, which contradicts itself",
      { "acme/card": [measured(), measured("54.9")], "beta/review": [aClaim({ value: "70" })] },
      ["Beta 70%"],
    ],
    [
      "is whoever gives the other answer",
      {
        "acme/card": [anAvailabilityClaim("no")],
        "beta/review": [anAvailabilityClaim("yes")],
        "gamma/digest": [anAvailabilityClaim("no")],
      },
      ["Beta yes"],
    ],
    [
      "is whoever gives another day",
      {
        "acme/card": [aDateClaim("2026-01-01")],
        "beta/review": [aDateClaim("2026-01-05")],
        "gamma/digest": [aDateClaim("2026-01")],
      },
      ["Beta 5 January 2026"],
    ],
  ])("%s", (_, sources, names) => {
    expect(disagreeing(sources)).toEqual(names);
  });

  test("depends on whose figure is opened", () => {
    const sources = {
      "acme/card": [measured()],
      "beta/review": [aClaim({ value: "54.9" })],
      "gamma/digest": [aClaim()],
    };
    expect(disagreeing(sources, "beta/review#c1")).toEqual(["Acme 54.6%", "Gamma 54.6%"]);
  });
});

describe("the evidence", () => {
  test.each([
    [
      "a quote, with a link into the source",
      { quote: "at 54.6" },
      {
        quote: "at 54.6",
        cell: undefined,
        record: undefined,
        deepLink: "https://example.com/document#:~:text=at%2054.6",
      },
    ],
    [
      "a cell",
      { cell: { table: "Scores", row: "One", column: "Bench", text: "54.6" } },
      {
        quote: undefined,
        cell: { row: "One", column: "Bench", text: "54.6" },
        deepLink: undefined,
      },
    ],
    [
      "a record",
      { record: { copy: "A copy", seen: "in its table" } },
      { quote: undefined, record: "A copy: in its table", deepLink: undefined },
    ],
  ])("is %s", (_, form, evidence) => {
    expect(ofClaim({ "acme/card": [aClaim(form)] }).evidence).toMatchObject(evidence);
  });

  test("says what stands where more than one source was asked", () => {
    expect(ofClaim({ "acme/card": [aClaim()] }).evidence.standing).toBeUndefined();
    expect(
      ofClaim(
        { "acme/card": [measured()], "beta/review": [aClaim({ value: "54.9" })] },
        "beta/review#c1",
      ).evidence.standing,
    ).toBe("54.6%. Acme is the primary source for it.");
  });

  test("draws a strip where there are figures to set side by side, and not for one alone", () => {
    expect(ofClaim({ "acme/card": [aClaim()] }).strip).toBeUndefined();
    expect(
      ofClaim({ "acme/card": [measured()], "beta/review": [aClaim({ value: "54.9" })] }).strip,
    ).toContain("<svg");
    expect(
      ofClaim({
        "acme/card": [anAvailabilityClaim("no")],
        "beta/review": [anAvailabilityClaim("yes")],
      }).strip,
    ).toBeUndefined();
  });
});
