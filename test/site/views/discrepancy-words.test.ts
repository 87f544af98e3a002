import { describe, expect, test } from "vitest";
import { describeSize, discrepancyTitle } from "../../../src/site/views/discrepancy-words.ts";
import { aClaim, aPriceClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

describe("two figures that exclude each other", () => {
  const sizesOf = (...claims: readonly AuthoredFields[]) => {
    const sources = Object.fromEntries(
      claims.map((claim, index) => [`${["acme", "beta", "gamma"][index]}/card`, [claim]]),
    );
    return [...analysisOf({ sources }).discrepancies.values()]
      .filter(({ kind }) => kind === "value-conflict")
      .map(describeSize);
  };
  const score = (value: string) => aClaim({ value });

  test.each([
    ["scores in points", [score("86.1"), score("38.3")], "47.8 points apart"],
    ["prices in dollars and cents", [aPriceClaim("2.50"), aPriceClaim("2")], "$0.50 apart"],
    [
      "the most precise two, not those that lie furthest apart",
      [score("86.1"), score("38.3"), score("38")],
      "47.8 points apart",
    ],
    [
      "of equally precise ones the furthest",
      [score("86.1"), score("38.3"), score("40.2")],
      "47.8 points apart",
    ],
  ])("are %s apart", (_, claims, expected) => {
    expect(sizesOf(...claims)).toEqual([expected]);
  });

  test("are told in no one unit where theirs differ", () => {
    const latency = (value: string, unit: string) => aClaim({ metric: "latency", value, unit });
    expect(sizesOf(latency("500", "milliseconds"), latency("9", "seconds"))).toEqual([null]);
  });
});

describe("the heading", () => {
  const facts = {
    sources: {
      "acme/card": [
        aClaim(),
        aClaim({ subject: "acme/zero" }),
        aClaim({ metric: "bench-hard" }),
        aPriceClaim("1"),
        aPriceClaim("1", { subject: "acme/zero" }),
        aPriceClaim("1", { metric: "blended-price" }),
      ],
    },
  };
  const analysis = analysisOf(facts);

  test.each([
    ["of one question is the question", ["acme/one/bench"], "One on Bench"],
    [
      "names each metric of one subject",
      ["acme/one/bench", "acme/one/bench-hard"],
      "One: Bench and Bench Hard",
    ],
    [
      "names several subjects of one metric together",
      ["acme/one/input-price", "acme/zero/input-price"],
      "One and Zero: input price",
    ],
    [
      "keeps apart what is asked of different ones",
      ["acme/one/blended-price", "acme/zero/bench"],
      "One: blended price; Zero: Bench",
    ],
  ])("%s", (_, ids, title) => {
    expect(discrepancyTitle(analysis, ids)).toBe(title);
  });
});
