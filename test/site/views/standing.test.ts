import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { standingView } from "../../../src/site/views/standing.ts";
import {
  aClaim,
  aDateClaim,
  anAvailabilityClaim,
  aPriceClaim,
  aVerdict,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";

const viewOf = (parts: DatasetParts, fact = "acme/one/bench") => {
  const analysis = analysisOf(parts);
  return standingView(analysis, known(analysis.facts, fact));
};
const measured = (value: string) => aClaim({ value, "measured-by": "acme" });

describe("what stands is shown with its reason", () => {
  test.each<[string, DatasetParts["sources"], object]>([
    [
      "the primary's figure",
      { "acme/card": [measured("54.6")], "beta/review": [aClaim({ value: "54.9" })] },
      { basis: "primary", text: "54.6%", because: "Acme is the primary source for it." },
    ],
    [
      "the most precise figure on which sources agree",
      { "beta/review": [aClaim({ value: "55" })], "gamma/digest": [aClaim()] },
      { basis: "agreement", text: "54.6%", because: "Independent sources agree: Gamma and Beta." },
    ],
    [
      "the only source's",
      { "beta/review": [aClaim({ qualifier: "about" })] },
      { basis: "single", text: "about 54.6%", because: "One origin states it: Beta." },
    ],
    [
      "a publisher once, in however many places it says so",
      { "beta/review": [aClaim(), aClaim()] },
      { because: "One origin states it: Beta." },
    ],
    [
      "two figures as alternatives where they are disputed",
      { "beta/review": [aClaim()], "gamma/digest": [aClaim({ value: "54.9" })] },
      {
        basis: "disputed",
        text: "54.6% or 54.9%",
        because: "Disputed among Beta and Gamma; no primary source settles it.",
      },
    ],
    [
      "the range of more than two",
      {
        "beta/review": [aClaim()],
        "gamma/digest": [aClaim({ value: "54.9" })],
        "delta/board": [aClaim({ value: "70" })],
      },
      { basis: "disputed", text: "between 54.55% and 70.5%" },
    ],
    [
      "an open range figure by figure",
      {
        "beta/review": [aClaim()],
        "gamma/digest": [aClaim({ value: "60", qualifier: "over" })],
        "delta/board": [aClaim({ value: "50" })],
      },
      { basis: "disputed", text: "54.6%, 50% or over 60%" },
    ],
  ])("%s", (_, sources, expected) => {
    expect(viewOf(sources ? { sources } : {})).toMatchObject(expected);
  });

  test("the figure that several sources carry, by name", () => {
    const sources = {
      "beta/review": [aClaim()],
      "delta/board": [aClaim({ value: "54.9" })],
      "gamma/digest": [aClaim({ value: "54.9" })],
    };
    const [discrepancy] = analysisOf({ sources }).discrepancies.values();
    const verdicts = {
      [discrepancy?.id ?? ""]: aVerdict({
        judged: discrepancy?.judged,
        stands: ["delta/board#c1", "gamma/digest#c1"],
        basis: ["beta/review#c1"],
      }),
    };
    expect(viewOf({ sources, verdicts }).because).toBe(
      "The editors decided on evidence; Delta and Gamma carry it.",
    );
  });

  test("the figure that the editors let stand", () => {
    const sources = { "beta/review": [aClaim()], "gamma/digest": [aClaim({ value: "54.9" })] };
    const [discrepancy] = analysisOf({ sources }).discrepancies.values();
    const verdicts = {
      [discrepancy?.id ?? ""]: aVerdict({
        judged: discrepancy?.judged,
        stands: ["gamma/digest#c1"],
        basis: ["beta/review#c1"],
      }),
    };
    expect(viewOf({ sources, verdicts })).toEqual({
      basis: "verdict",
      text: "54.9%",
      because: "The editors decided on evidence; Gamma carries it.",
    });
  });

  test.each([
    [
      "each figure that may stand",
      { outcome: "both-stand", stands: undefined },
      {
        text: "54.6% and 54.9%",
        because:
          "The editors decided on evidence that each of these may stand, as stated by Beta and Gamma.",
      },
    ],
    [
      "that none stands, in words",
      { outcome: "none-stands", stands: undefined },
      {
        text: "None",
        because: "The editors decided on evidence that what Beta and Gamma stated does not stand.",
      },
    ],
    [
      "what was shown before, while the question is open",
      { outcome: "open", stands: undefined, "would-settle": "The raw results." },
      { text: "54.6% or 54.9%" },
    ],
  ])("%s, as the editors decided", (_, outcome, expected) => {
    const sources = { "beta/review": [aClaim()], "gamma/digest": [aClaim({ value: "54.9" })] };
    const [discrepancy] = analysisOf({ sources }).discrepancies.values();
    const verdict = aVerdict({
      judged: discrepancy?.judged,
      basis: ["beta/review#c1"],
      ...outcome,
    });
    expect(viewOf({ sources, verdicts: { [discrepancy?.id ?? ""]: verdict } })).toMatchObject(
      expected,
    );
  });

  test("a range in one unit, whatever those of its figures", () => {
    const latency = (value: string) => aClaim({ metric: "latency", unit: "milliseconds", value });
    const sources = {
      "beta/review": [latency("500")],
      "gamma/digest": [latency("700")],
      "delta/board": [latency("900")],
    };
    expect(viewOf({ sources }, "acme/one/latency").text).toBe(
      "between 0.4995 seconds and 0.9005 seconds",
    );
  });

  test.each([
    ["a price", aPriceClaim("2.00"), "acme/one/input-price", "$2.00"],
    ["a date", aDateClaim("2026-01"), "acme/one/release-date", "January 2026"],
    ["an answer", anAvailabilityClaim("no"), "acme/one/availability", "no"],
    ["that nothing is known", anAvailabilityClaim("unknown"), "acme/one/availability", "unknown"],
  ])("%s in words of readers", (_, claim, fact, text) => {
    expect(viewOf({ sources: { "acme/card": [claim] } }, fact).text).toBe(text);
  });

  test("disputed dates and answers as alternatives", () => {
    const sources = {
      "beta/review": [aDateClaim("2026-01-01"), anAvailabilityClaim("yes")],
      "gamma/digest": [aDateClaim("2026-01-05"), anAvailabilityClaim("no")],
    };
    expect(viewOf({ sources }, "acme/one/release-date").text).toBe(
      "1 January 2026 or 5 January 2026",
    );
    expect(viewOf({ sources }, "acme/one/availability").text).toBe("yes or no");
  });
});
