import { describe, expect, test } from "vitest";
import { aClaim } from "../../builders/authored.ts";
import { causeKindsOf, causesOf, notesOf } from "./causes-of.ts";

const own = (value: string, overrides = {}) =>
  aClaim({ value, "measured-by": "acme", ...overrides });
const change = (measure: string, value: string, unit: string) =>
  aClaim({
    measure,
    direction: "up",
    "compared-with": "acme/zero",
    value,
    unit,
    quote: `by ${value}`,
  });
const figures = [own("54.6"), own("33.2", { subject: "acme/zero" })];

describe("points and percent", () => {
  test("points are called percent", () => {
    const sources = {
      "acme/card": figures,
      "beta/review": [change("percent-change", "21.4", "percent")],
    };
    expect(causesOf({ sources }, "unit-misuse/beta/review#c1")).toEqual([
      ["points-as-percent", "strong", "beta/review#c1", "acme/card#c1", "acme/card#c2"],
    ]);
    expect(notesOf({ sources }, "unit-misuse/beta/review#c1")).toEqual([
      "+21.4% is right as a difference in points: One 54.6% (Acme) − Zero 33.2% (Acme) gives +21.4 points.",
    ]);
  });

  test("percent are called points", () => {
    const sources = {
      "acme/card": figures,
      "beta/review": [change("difference", "64.5", "points")],
    };
    expect(notesOf({ sources }, "unit-misuse/beta/review#c1")).toEqual([
      "+64.5 points is right as a change in percent: One 54.6% (Acme) against Zero 33.2% (Acme) gives +64.46%.",
    ]);
  });

  test("the figures of two sources conflict, and one of them is in points", () => {
    const sources = {
      "acme/card": [
        ...figures,
        { ...change("percent-change", "64.5", "percent"), "measured-by": "acme" },
      ],
      "beta/review": [change("percent-change", "21.4", "percent")],
    };
    expect(
      causeKindsOf({ sources }, "value-conflict/acme/one/bench/percent-change-vs-acme.zero"),
    ).toEqual(["points-as-percent"]);
  });
});
