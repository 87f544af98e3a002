import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { originOf, originsOf } from "../../../src/core/facts/origins.ts";
import { aClaim, aDateClaim, aPriceClaim, aSource } from "../../builders/authored.ts";
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

describe("a source that repeats several documents", () => {
  const several = soundDataset({
    sources: {
      "acme/card": [aClaim(), aPriceClaim("2")],
      "delta/board": [
        aClaim({ value: "60" }),
        aClaim({ metric: "bench-hard", "measured-by": "acme" }),
      ],
      "beta/review": aSource({
        repeats: [...repeats("delta/board"), ...repeats("acme/card")],
        claims: keyed([
          aClaim(),
          aClaim({ value: "60" }),
          aClaim({ value: "70" }),
          aClaim({ metric: "bench-hard" }),
          aDateClaim("2026-01-01"),
          aPriceClaim("2.00"),
        ]),
      }),
      "gamma/digest": aSource({
        repeats: repeats("beta/review"),
        claims: keyed([aClaim({ value: "70" })]),
      }),
    },
  });
  const origin = (id: string) => originOf(several, known(several.claims, id));

  test.each([
    ["has each figure from the one that states it", "beta/review#c1", "acme"],
    ["whichever it names first", "beta/review#c2", "delta"],
    ["or from whom that one has it", "beta/review#c4", "acme"],
    ["at whatever precision", "beta/review#c6", "acme"],
    ["answers itself for a figure that none of them states", "beta/review#c3", "beta"],
    ["and for what none of them speaks of", "beta/review#c5", "beta"],
    ["may be repeated in turn", "gamma/digest#c1", "beta"],
  ])("%s: %s is of %s", (_, id, wanted) => {
    expect(origin(id)).toBe(wanted);
  });
});

describe("whoever is credited with a figure is no origin of what its own documents deny", () => {
  const own = aSource({
    claims: keyed([
      aClaim(),
      aClaim({ metric: "bench-hard", value: "not-reported" }),
      aPriceClaim("2", { "as-of": "2025-01-01" }),
    ]),
  });
  const credits = (overrides: Parameters<typeof aClaim>[0]) => ({
    "attributed-to": "acme",
    ...overrides,
  });
  const credited = soundDataset({
    sources: {
      "acme/card": own,
      "beta/review": [
        aClaim(credits({ value: "55" })),
        aClaim(credits({ value: "45.6" })),
        aClaim({ value: "45.6", "measured-by": "acme" }),
        aClaim({ value: "45.6", "measured-by": "acme", "attributed-to": "delta" }),
        aClaim(credits({ metric: "bench-hard", value: "45.6" })),
        aPriceClaim("3", credits({})),
        aDateClaim("2026-01-01", credits({})),
      ],
      "gamma/digest": aSource({
        repeats: repeats("beta/review"),
        claims: keyed([aClaim(credits({ value: "45.6" })), aClaim(credits({ value: "30" }))]),
      }),
    },
  });
  test.each([
    ["it agrees, at its own precision", "beta/review#c1", "acme"],
    ["a figure credited to it that it does not state", "beta/review#c2", "beta"],
    ["measured by it", "beta/review#c3", "beta"],
    ["but the source credits another with it as well", "beta/review#c4", "delta"],
    ["it says that it does not report the figure", "beta/review#c5", "acme"],
    ["it states another figure for another time", "beta/review#c6", "acme"],
    ["it does not speak of it", "beta/review#c7", "acme"],
    ["a misprint is repeated with its credit", "gamma/digest#c1", "beta"],
    ["a misprint that the repeated document has not", "gamma/digest#c2", "gamma"],
  ])("%s: %s is of %s", (_, id, origin) => {
    expect(originOf(credited, known(credited.claims, id))).toBe(origin);
  });
});

test("sources that repeat one another are one origin, and origins are sorted", () => {
  const claims = ["gamma/digest#c1", "delta/board#c1", "beta/review#c1", "acme/card#c1"].map(claim);
  expect(originsOf(dataset, claims)).toEqual(["acme", "delta"]);
});

test("of no claims there is no origin", () => {
  expect(originsOf(dataset, [])).toEqual([]);
});
