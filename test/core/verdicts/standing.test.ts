import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { groupFacts } from "../../../src/core/facts/fact.ts";
import { primaryClaims, relationToStanding } from "../../../src/core/verdicts/standing.ts";
import {
  aClaim,
  anAvailabilityClaim,
  aPriceClaim,
  aSource,
  aVerdict,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed, soundDataset } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const BENCH = "acme/one/bench";
const standingOf = (parts: DatasetParts, fact = BENCH) => {
  const { basis, claims, interval } = known(analysisOf(parts).standings, fact);
  return { basis, claims: claims.map(({ id }) => id), interval };
};
const shownOf = (parts: DatasetParts, fact = BENCH) => {
  const { claims, refuted, atOtherTimes: _, ...shown } = known(analysisOf(parts).standings, fact);
  return { ...shown, claims: claims.map(({ id }) => id), refuted: refuted.map(({ id }) => id) };
};
const measured = (value: string, by: string, overrides: AuthoredFields = {}) =>
  aClaim({ value, "measured-by": by, ...overrides });
const at = (published: string, ...claims: AuthoredFields[]) =>
  aSource({ published, claims: keyed(claims) });

/** The discrepancy as it is now, with this decision on it. */
function decided(parts: DatasetParts, overrides: AuthoredFields): DatasetParts {
  const [discrepancy] = analysisOf(parts).discrepancies.values();
  if (!discrepancy) throw new Error("There is nothing to decide.");
  return {
    ...parts,
    verdicts: { [discrepancy.id]: aVerdict({ judged: discrepancy.judged, ...overrides }) },
  };
}

describe("the standing of a fact, in the order of its grounds", () => {
  const disputed = {
    sources: { "acme/card": [measured("54.6", "acme")], "beta/review": [measured("54.9", "beta")] },
  };

  test("first, a fresh verdict and the claims that it lets stand", () => {
    const parts = decided(
      { sources: { ...disputed.sources, "acme/card": [measured("54.6", "acme")] } },
      { stands: ["beta/review#c1"], basis: ["acme/card#c1"] },
    );
    expect(standingOf(parts)).toMatchObject({
      basis: "verdict",
      claims: ["beta/review#c1"],
      interval: { low: "54.85", high: "54.95" },
    });
  });

  test("a stale verdict counts no more", () => {
    const parts = decided(disputed, { stands: ["beta/review#c1"], judged: "0123456789abcdef" });
    expect(standingOf(parts).basis).not.toBe("verdict");
  });

  test("an open verdict decides nothing", () => {
    const parts = decided(disputed, {
      outcome: "open",
      stands: undefined,
      "would-settle": "The raw results.",
    });
    expect(standingOf(parts).basis).toBe("disputed");
  });

  test("where the editors let both stand, each of them and the values of both", () => {
    const both = { outcome: "both-stand", stands: ["acme/card#c1", "beta/review#c1"] };
    expect(shownOf(decided(disputed, both))).toEqual({
      basis: "verdict",
      shows: "each",
      claims: ["acme/card#c1", "beta/review#c1"],
      interval: { low: "54.55", high: "54.95", lowIncluded: true, highIncluded: false },
      refuted: [],
    });
    // Where none is named, those that were in doubt.
    expect(shownOf(decided(disputed, { ...both, stands: undefined }))).toEqual(
      shownOf(decided(disputed, both)),
    );
  });

  test("where the editors let none stand, none: not even the primary's", () => {
    const sources = {
      "acme/card": [measured("54.6", "acme")],
      "beta/review": [aClaim({ value: "60" })],
    };
    const none = { outcome: "none-stands", stands: undefined };
    expect(standingOf({ sources }).basis).toBe("primary");
    expect(shownOf(decided({ sources }, none))).toEqual({
      basis: "verdict",
      shows: "none",
      claims: [],
      interval: null,
      refuted: ["acme/card#c1", "beta/review#c1"],
    });
  });

  test("what was no party to a conflict may stand where none of its figures does", () => {
    const sources = { ...disputed.sources, "gamma/digest": [aClaim({ value: "50-60" })] };
    expect(
      shownOf(decided({ sources }, { outcome: "none-stands", stands: undefined })),
    ).toMatchObject({
      basis: "single",
      claims: ["gamma/digest#c1"],
      refuted: ["acme/card#c1", "beta/review#c1"],
    });
  });

  test("figures that stand and cannot both be right are shown each", () => {
    const stands = ["acme/card#c1", "beta/review#c1"];
    expect(shownOf(decided(disputed, { stands })).shows).toBe("each");
  });

  test("a verdict on what is no conflict refutes nothing", () => {
    const sources = { "acme/card": [measured("55", "acme")], "beta/review": [aClaim()] };
    expect(
      shownOf(decided({ sources }, { outcome: "none-stands", stands: undefined })),
    ).toMatchObject({ basis: "primary", refuted: [] });
  });

  test("then the primary: for a score, whoever measured it, whoever owns the model", () => {
    const sources = {
      "acme/card": [aClaim({ value: "60" })],
      "beta/board": [measured("54.9", "beta")],
      "gamma/digest": [measured("54.6", "beta")],
    };
    expect(standingOf({ sources })).toMatchObject({ basis: "primary", claims: ["beta/board#c1"] });
  });

  test("the primary in its own document, not in that of one who repeats it", () => {
    expect(standingOf({ sources: { "beta/review": [measured("54.9", "acme")] } })).toMatchObject({
      basis: "single",
    });
  });

  test("then the primary: for a price or an availability, the owner of the subject", () => {
    const prices = { "acme/card": [aPriceClaim("0.10")], "beta/review": [aPriceClaim("0.12")] };
    expect(standingOf({ sources: prices }, "acme/one/input-price")).toMatchObject({
      basis: "primary",
      claims: ["acme/card#c1"],
    });
    const answers = {
      "acme/card": [anAvailabilityClaim("no")],
      "beta/review": [anAvailabilityClaim("yes")],
    };
    expect(standingOf({ sources: answers }, "acme/one/availability")).toMatchObject({
      basis: "primary",
      claims: ["acme/card#c1"],
      interval: null,
    });
  });

  test("the most precise figure of the primary, where it rounds itself", () => {
    const sources = { "acme/card": [measured("55", "acme"), measured("54.6", "acme")] };
    expect(standingOf({ sources })).toMatchObject({
      basis: "primary",
      claims: ["acme/card#c2", "acme/card#c1"],
      interval: { low: "54.55", high: "54.65" },
    });
  });

  test("not a primary that contradicts itself", () => {
    const sources = {
      "acme/card": [measured("54.6", "acme"), measured("54.9", "acme")],
      "beta/review": [aClaim()],
    };
    expect(standingOf({ sources }).basis).toBe("disputed");
  });

  test("not a primary that says nothing", () => {
    const sources = { "acme/card": [measured("not-reported", "acme")], "beta/review": [aClaim()] };
    expect(standingOf({ sources })).toMatchObject({ basis: "single", claims: ["beta/review#c1"] });
  });

  test("then two independent origins that agree, with the most precise figure", () => {
    const sources = { "beta/review": [aClaim({ value: "55" })], "gamma/digest": [aClaim()] };
    expect(standingOf({ sources })).toMatchObject({
      basis: "agreement",
      claims: ["gamma/digest#c1", "beta/review#c1"],
    });
  });

  test("a listed price in full before the same price in short", () => {
    const sources = { "beta/review": [aPriceClaim("2")], "gamma/digest": [aPriceClaim("2.00")] };
    expect(standingOf({ sources }, "acme/one/input-price")).toMatchObject({
      basis: "agreement",
      claims: ["gamma/digest#c1", "beta/review#c1"],
    });
  });

  test("sources that repeat one another are a single origin, however many", () => {
    const repeats = [{ source: "beta/review", because: "It says so." }];
    const sources = {
      "beta/review": [aClaim({ value: "55" })],
      "gamma/digest": aSource({ repeats, claims: keyed([aClaim()]) }),
      "delta/board": [aClaim({ "attributed-to": "beta" })],
    };
    expect(standingOf({ sources }).basis).toBe("single");
  });

  test("then a single source", () => {
    expect(standingOf({ sources: { "beta/review": [aClaim()] } })).toEqual({
      basis: "single",
      claims: ["beta/review#c1"],
      interval: { low: "54.55", high: "54.65", lowIncluded: true, highIncluded: false },
    });
  });

  test("else it is disputed, with the whole range", () => {
    const sources = {
      "beta/review": [aClaim()],
      "gamma/digest": [aClaim({ value: "86.1" })],
      "delta/board": [aClaim({ value: "55" })],
    };
    expect(standingOf({ sources })).toEqual({
      basis: "disputed",
      claims: ["beta/review#c1", "delta/board#c1", "gamma/digest#c1"],
      interval: { low: "54.5", high: "86.15", lowIncluded: true, highIncluded: false },
    });
  });

  test("a single source that contradicts itself is disputed", () => {
    expect(
      standingOf({ sources: { "beta/review": [aClaim(), aClaim({ value: "54.9" })] } }).basis,
    ).toBe("disputed");
  });

  test("a fact on which all sources are silent still shows who is", () => {
    expect(standingOf({ sources: { "beta/review": [aClaim({ value: "not-reported" })] } })).toEqual(
      { basis: "single", claims: ["beta/review#c1"], interval: null },
    );
  });

  test("a relation stands where all name the same one", () => {
    const relation = (name: string) =>
      aClaim({
        measure: "relation",
        relation: name,
        "compared-with": "acme/zero",
        value: undefined,
      });
    const fact = "acme/one/bench/relation-vs-acme.zero";
    expect(
      standingOf(
        { sources: { "beta/review": [relation("beats")], "gamma/digest": [relation("beats")] } },
        fact,
      ).basis,
    ).toBe("agreement");
    expect(
      standingOf(
        { sources: { "beta/review": [relation("beats")], "gamma/digest": [relation("matches")] } },
        fact,
      ).basis,
    ).toBe("disputed");
  });
});

describe("for what varies in time, the latest time stands", () => {
  const PRICE = "acme/one/input-price";

  test("the primary's latest price, not its older one", () => {
    const sources = {
      "acme/card": at("2026-01-01", aPriceClaim("2")),
      "acme/later": at("2026-06-01", aPriceClaim("3")),
    };
    expect(standingOf({ sources }, PRICE)).toMatchObject({
      basis: "primary",
      claims: ["acme/later#c1"],
    });
  });

  test("older answers do not dispute a newer one", () => {
    const sources = {
      "beta/review": at("2026-01-01", anAvailabilityClaim("no")),
      "gamma/digest": at("2026-06-01", anAvailabilityClaim("yes")),
    };
    expect(standingOf({ sources }, "acme/one/availability")).toMatchObject({
      basis: "single",
      claims: ["gamma/digest#c1"],
    });
  });

  test("answers that may be of the same time do", () => {
    const sources = {
      "beta/review": at("2026-01-01", aPriceClaim("2")),
      "gamma/digest": at("2026-01-15", aPriceClaim("3")),
    };
    expect(standingOf({ sources }, PRICE)).toMatchObject({
      basis: "disputed",
      interval: { low: "2", high: "3", lowIncluded: true, highIncluded: true },
    });
  });

  test("answers of which each stands for its time leave it to the latest", () => {
    const undated = {
      "not-before": { date: "2026-01-01", because: "It names the model." },
      "not-after": { date: "2026-12-31", because: "It was stored then." },
    };
    const sources = {
      "acme/card": at("2026-06-01", anAvailabilityClaim("yes")),
      "beta/review": aSource({
        published: undefined,
        ...undated,
        claims: { c1: anAvailabilityClaim("no") },
      }),
    };
    const both = { outcome: "both-stand", stands: undefined, basis: ["acme/card#c1"] };
    expect(shownOf(decided({ sources }, both), "acme/one/availability")).toMatchObject({
      basis: "primary",
      shows: "figure",
      claims: ["acme/card#c1"],
    });
    const oneTime = {
      "acme/card": at("2026-06-01", aPriceClaim("2")),
      "beta/review": at("2026-06-01", aPriceClaim("3")),
    };
    expect(shownOf(decided({ sources: oneTime }, both), PRICE)).toMatchObject({
      basis: "verdict",
      shows: "each",
    });
  });

  test("a score has no latest time", () => {
    const sources = {
      "beta/review": at("2020-01-01", aClaim()),
      "gamma/digest": at("2026-01-01", aClaim({ value: "54.9" })),
    };
    expect(standingOf({ sources }).basis).toBe("disputed");
  });
});

test("the primary's claims on a price are the owner's, on a score those of whoever measured it", () => {
  const dataset = soundDataset({
    sources: {
      "acme/card": [aClaim(), measured("55", "acme"), aPriceClaim("2")],
      "beta/board": [measured("54.9", "beta"), measured("54.6", "acme"), aPriceClaim("2")],
    },
  });
  const primaryOf = (id: string) =>
    primaryClaims(dataset, known(groupFacts(dataset), id)).map((claim) => claim.id);
  expect(primaryOf(BENCH)).toEqual(["acme/card#c2", "beta/board#c1"]);
  expect(primaryOf("acme/one/input-price")).toEqual(["acme/card#c3"]);
});

describe("a claim beside the standing", () => {
  const analysis = analysisOf({
    sources: {
      "acme/card": [measured("54.6", "acme")],
      "beta/review": [
        aClaim(),
        aClaim({ value: "54.60" }),
        aClaim({ value: "55" }),
        aClaim({ value: "54.9" }),
        aClaim({ value: "not-reported" }),
      ],
    },
  });
  test.each([
    ["that carries it", "acme/card#c1", "stands"],
    ["with the same figure", "beta/review#c1", "agrees"],
    ["with the same figure in more digits", "beta/review#c2", "agrees"],
    ["that rounds to it", "beta/review#c3", "rounds"],
    ["that cannot be right beside it", "beta/review#c4", "conflicts"],
    ["that says nothing", "beta/review#c5", null],
  ])("%s", (_, id, relation) => {
    expect(
      relationToStanding(known(analysis.standings, BENCH), known(analysis.dataset.claims, id)),
    ).toBe(relation);
  });

  test("stands to the closest of several that stand", () => {
    const parts: DatasetParts = {
      sources: {
        "acme/card": [measured("54.6", "acme")],
        "beta/review": [aClaim({ value: "54.9" }), aClaim({ value: "70" })],
      },
    };
    const both = analysisOf(
      decided(parts, { outcome: "both-stand", stands: ["acme/card#c1", "beta/review#c1"] }),
    );
    expect(
      ["acme/card#c1", "beta/review#c1", "beta/review#c2"].map((id) =>
        relationToStanding(known(both.standings, BENCH), known(both.dataset.claims, id)),
      ),
    ).toEqual(["stands", "stands", "conflicts"]);
  });

  test("made for another time has no relation to what stands now", () => {
    const sources = {
      "acme/card": at("2026-01-01", anAvailabilityClaim("no")),
      "acme/later": at("2026-06-01", anAvailabilityClaim("yes")),
    };
    const { dataset, standings } = analysisOf({ sources });
    const standing = known(standings, "acme/one/availability");
    expect(standing.atOtherTimes.map(({ id }) => id)).toEqual(["acme/card#c1"]);
    expect(relationToStanding(standing, known(dataset.claims, "acme/card#c1"))).toBeNull();
  });

  test("carries it with a relation, or agrees in one: there are no digits to round", () => {
    const fields = { measure: "relation", "compared-with": "acme/zero", value: undefined };
    const beats = aClaim({ ...fields, relation: "beats", "measured-by": "acme" });
    const sources = {
      "acme/card": [beats],
      "beta/review": [aClaim({ ...fields, relation: "beats" })],
    };
    const { dataset, standings } = analysisOf({ sources });
    const standing = known(standings, "acme/one/bench/relation-vs-acme.zero");
    const relations = ["acme/card#c1", "beta/review#c1"].map((id) =>
      relationToStanding(standing, known(dataset.claims, id)),
    );
    expect(relations).toEqual(["stands", "agrees"]);
  });

  test("conflicts with the decision that it does not stand", () => {
    const none = analysisOf(
      decided(
        { sources: { "beta/review": [aClaim()], "gamma/digest": [aClaim({ value: "54.9" })] } },
        { outcome: "none-stands", stands: undefined, basis: ["beta/review#c1"] },
      ),
    );
    expect(
      relationToStanding(
        known(none.standings, BENCH),
        known(none.dataset.claims, "beta/review#c1"),
      ),
    ).toBe("conflicts");
  });

  test("has no relation to it where nothing stands", () => {
    const disputed = analysisOf({
      sources: { "beta/review": [aClaim()], "gamma/digest": [aClaim({ value: "54.9" })] },
    });
    expect(
      relationToStanding(
        known(disputed.standings, BENCH),
        known(disputed.dataset.claims, "beta/review#c1"),
      ),
    ).toBeNull();
  });
});
