import { describe, expect, test } from "vitest";
import { DISCREPANCY_KINDS } from "../../../src/core/checks/kinds.ts";
import { known } from "../../../src/core/dataset/dataset.ts";
import { compareDiscrepancies } from "../../../src/core/report/findings.ts";
import {
  discrepancyIndex,
  discrepancySummary,
  discrepancyView,
  sharpestDiscrepancies,
} from "../../../src/site/views/discrepancy.ts";
import {
  aClaim,
  aDateClaim,
  anAvailabilityClaim,
  aPriceClaim,
  aVerdict,
} from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const link = (path: string) => `/base${path}`;

/** Two sources at odds over the models' scores, in the order in which they are given. */
const pairs = (
  ...claims: readonly (readonly [AuthoredFields, AuthoredFields])[]
): DatasetParts => ({
  sources: {
    "acme/card": claims.map(([one]) => one),
    "beta/review": claims.map(([, other]) => other),
  },
});
const scores = (subject: string, one: string, other: string) =>
  [aClaim({ subject, value: one }), aClaim({ subject, value: other })] as const;

describe("discrepancies are ordered sharpest first", () => {
  const order = (parts: DatasetParts) =>
    [...analysisOf(parts).discrepancies.values()].sort(compareDiscrepancies).map(({ id }) => id);

  test("by severity: major, minor, note", () => {
    const parts = pairs(
      scores("acme/zero", "54.6", "55"),
      scores("acme/one", "54.6", "54.9"),
      scores("beta/rival", "54.6", "70"),
    );
    expect(order(parts)).toEqual([
      "value-conflict/beta/rival/bench",
      "value-conflict/acme/one/bench",
      "rounding/acme/zero/bench",
    ]);
  });

  test("then between sources before within one", () => {
    const within = [aClaim({ value: "10" }), aClaim({ value: "90" })];
    const between = scores("beta/rival", "54.6", "70");
    const parts = {
      sources: { "acme/card": [...within, between[0]], "beta/review": [between[1]] },
    };
    expect(order(parts)).toEqual([
      "value-conflict/beta/rival/bench",
      "value-conflict/acme/one/bench",
    ]);
  });

  test("then by size within a kind, as numbers and not as text", () => {
    const parts = pairs(
      [aDateClaim("2026-01-01"), aDateClaim("2026-01-10")],
      [
        aDateClaim("2026-01-01", { subject: "acme/zero" }),
        aDateClaim("2026-04-11", { subject: "acme/zero" }),
      ],
    );
    expect(order(parts)).toEqual([
      "date-conflict/acme/zero/release-date",
      "date-conflict/acme/one/release-date",
    ]);
  });

  test("and at last by id, so that equals keep their order", () => {
    expect(
      order(pairs(scores("beta/rival", "54.6", "54.9"), scores("acme/one", "54.6", "54.9"))),
    ).toEqual(["value-conflict/acme/one/bench", "value-conflict/beta/rival/bench"]);
  });
});

describe("the sharpest discrepancies, for the home page,", () => {
  const titles = (parts: DatasetParts, count = 6) =>
    sharpestDiscrepancies(analysisOf(parts), link, count).map(({ title }) => title);

  test("are one for each family of metrics, its sharpest", () => {
    const parts = pairs(
      scores("acme/one", "54.6", "54.9"),
      scores("acme/zero", "54.6", "70"),
      [
        aClaim({ metric: "bench-hard", value: "10" }),
        aClaim({ metric: "bench-hard", value: "20" }),
      ],
      [aPriceClaim("0.10"), aPriceClaim("0.12")],
    );
    expect(titles(parts)).toEqual(["One on Bench Hard", "One: input price"]);
  });

  test("are conflicts between sources: no rounding, no difference of scope, no document at odds with itself", () => {
    const parts: DatasetParts = {
      sources: {
        "acme/card": [
          aClaim(),
          aPriceClaim("0.10"),
          aDateClaim("2026-01-01"),
          aDateClaim("2026-03-01"),
        ],
        "beta/review": [aClaim({ value: "55" }), aPriceClaim("0.12", { metric: "blended-price" })],
      },
    };
    expect(titles(parts)).toEqual([]);
  });

  test("are no more than asked for", () => {
    const parts = pairs(
      scores("acme/one", "54.6", "70"),
      [aPriceClaim("0.10"), aPriceClaim("0.12")],
      [aDateClaim("2026-01-01"), aDateClaim("2026-02-01")],
    );
    expect(titles(parts)).toHaveLength(3);
    expect(titles(parts, 2)).toHaveLength(2);
  });
});

describe("a discrepancy is summed up with", () => {
  const summary = (parts: DatasetParts) => {
    const analysis = analysisOf(parts);
    const [discrepancy] = analysis.discrepancies.values();
    if (!discrepancy) throw new Error("There is no discrepancy.");
    return discrepancySummary(analysis, discrepancy, link);
  };

  test("the question on which it stands, and its address", () => {
    expect(summary(pairs(scores("acme/one", "54.6", "54.9")))).toMatchObject({
      title: "One on Bench",
      path: "/discrepancies/value-conflict/acme/one/bench/",
      kindTitle: "Value conflict",
      kindPath: "/discrepancies/kinds/value-conflict/",
      summary: "Acme states 54.6%; Beta states 54.9%.",
    });
  });

  test("a strip of the claims that it rests on and no others", () => {
    const parts = {
      sources: {
        "acme/card": [aClaim()],
        "beta/review": [aClaim({ value: "54.9" })],
        "gamma/digest": [aClaim({ value: "55" })],
      },
    };
    expect(summary(parts).strip?.rows.map(({ label }) => label)).toEqual(["Acme", "Beta"]);
  });

  test("no strip where there is nothing to draw", () => {
    expect(
      summary(pairs([anAvailabilityClaim("yes"), anAvailabilityClaim("no")])).strip,
    ).toBeNull();
  });

  test("the questions of all its facts, and no common axis, where there are several", () => {
    expect(
      summary(pairs([aPriceClaim("0.10"), aPriceClaim("0.12", { metric: "blended-price" })])),
    ).toMatchObject({
      title: "One: blended price and input price",
      strip: null,
    });
  });
});

describe("a discrepancy's page", () => {
  const conflict = pairs(scores("acme/one", "54.6", "54.9"));
  const ID = "value-conflict/acme/one/bench";
  const view = (parts: DatasetParts) => {
    const analysis = analysisOf(parts);
    return discrepancyView(analysis, known(analysis.discrepancies, ID), link);
  };

  test("holds the working, every claim, and the facts", () => {
    expect(view(conflict)).toMatchObject({
      claims: [{ id: "acme/card#c1" }, { id: "beta/review#c1" }],
      facts: [{ text: "One on Bench", path: "/facts/acme/one/bench/" }],
      verdict: null,
    });
    expect(view(conflict).computation.length).toBeGreaterThan(0);
  });

  test("counts origins, not outlets", () => {
    expect(view(conflict).witnesses).toBe("These figures go back to 2 origins: Acme and Beta.");
    const credited = pairs([
      aClaim({ "attributed-to": "delta" }),
      aClaim({ value: "54.9", "attributed-to": "delta" }),
    ]);
    expect(view(credited).witnesses).toMatch(/^All of these figures go back to one origin, Delta:/);
  });

  test("says why two sources that share an error are one witness", () => {
    const wrong = aClaim({ value: "53.7" });
    const shared = {
      sources: {
        "acme/card": [aClaim({ "measured-by": "acme" })],
        "beta/review": [wrong],
        "gamma/digest": [wrong],
      },
    };
    expect(view(shared).witnesses).toMatch(
      /^These figures go back to 2 origins: Acme and Beta\. Beta and Gamma print the same figure, 53\.7%, .* count as one witness, Beta/,
    );
  });

  test("shows the verdict with its basis, and whether it is open again", () => {
    const judged = known(analysisOf(conflict).discrepancies, ID).judged;
    const decided = (hash: string) =>
      view({
        ...conflict,
        verdicts: { [ID]: aVerdict({ judged: hash, basis: ["acme/card#c1", "beta/review#c1"] }) },
      }).verdict;
    expect(decided(judged)).toMatchObject({
      outcomeText: "One figure stands",
      decided: "1 February 2026",
      isStale: false,
      stands: [{ valueText: "54.6%" }],
      basis: [{ id: "acme/card#c1" }, { id: "beta/review#c1" }],
    });
    expect(decided("0123456789abcdef")).toMatchObject({ isStale: true });
  });
});

test("the index keeps every kind, in order, with what is found of it", () => {
  const kinds = discrepancyIndex(
    analysisOf(pairs(scores("acme/one", "54.6", "54.9"), scores("acme/zero", "10", "90"))),
    link,
  );
  expect(kinds.map(({ kind }) => kind)).toEqual([...DISCREPANCY_KINDS]);
  expect(
    kinds.flatMap(({ kind, discrepancies }) =>
      discrepancies.length === 0 ? [] : [[kind, discrepancies.map(({ title }) => title)]],
    ),
  ).toEqual([["value-conflict", ["Zero on Bench", "One on Bench"]]]);
});

describe("the claims of a discrepancy stand side by side by figure", () => {
  test("what stands first, one claim a source, the repetitions behind it", () => {
    const analysis = analysisOf({
      sources: {
        "acme/card": [aClaim({ value: "54.9" }), aClaim({ value: "54.9" })],
        "beta/review": [aClaim({ "measured-by": "beta" })],
        "gamma/digest": [aClaim({ value: "54.9" })],
      },
    });
    const found = known(analysis.discrepancies, "value-conflict/acme/one/bench");
    const { figures } = discrepancyView(analysis, found, link);
    expect(
      figures.map(({ stands, claims, repetitions }) => [
        stands,
        claims.map(({ id }) => id),
        repetitions.map(({ id }) => id),
      ]),
    ).toEqual([
      [true, ["beta/review#c1"], []],
      [false, ["acme/card#c1", "gamma/digest#c1"], ["acme/card#c2"]],
    ]);
  });
});
