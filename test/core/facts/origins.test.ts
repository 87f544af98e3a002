import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { originOf, originsOf } from "../../../src/core/facts/origins.ts";
import { aClaim, aSource } from "../../builders/authored.ts";
import { keyed, soundDataset } from "../../builders/dataset.ts";

const repeats = (source: string) => [{ source, because: "It says so." }];
const dataset = soundDataset({
  sources: {
    "acme/card": [aClaim()],
    "beta/review": aSource({
      repeats: repeats("acme/card"),
      claims: keyed([
        aClaim(),
        aClaim({ "measured-by": "gamma" }),
        aClaim({ "attributed-to": "delta" }),
        aClaim({ "measured-by": "gamma", "attributed-to": "delta" }),
      ]),
    }),
    "gamma/digest": aSource({ repeats: repeats("beta/review"), claims: keyed([aClaim()]) }),
    "delta/board": [aClaim()],
  },
});
const claim = (id: string) => known(dataset.claims, id);

describe("the origin of a figure is", () => {
  test.each([
    ["who measured it", "beta/review#c2", "gamma"],
    ["else whom the source credits", "beta/review#c3", "delta"],
    ["who measured it, even where the source credits another", "beta/review#c4", "gamma"],
    ["else the publisher of the document that is repeated", "beta/review#c1", "acme"],
    ["the publisher at the end of a chain of repeating", "gamma/digest#c1", "acme"],
    ["else its own publisher", "delta/board#c1", "delta"],
  ])("%s: %s is of %s", (_, id, origin) => {
    expect(originOf(dataset, claim(id))).toBe(origin);
  });
});

test("sources that repeat one another are one origin, and origins are sorted", () => {
  const claims = ["gamma/digest#c1", "delta/board#c1", "beta/review#c1", "acme/card#c1"].map(claim);
  expect(originsOf(dataset, claims)).toEqual(["acme", "delta"]);
});

test("of no claims there is no origin", () => {
  expect(originsOf(dataset, [])).toEqual([]);
});
