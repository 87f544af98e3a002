import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Analysis, analyse } from "../../src/core/analysis.ts";
import { DISCREPANCY_KINDS, type DiscrepancyKind, KINDS } from "../../src/core/checks/kinds.ts";
import { buildDataset } from "../../src/core/dataset/build-dataset.ts";
import { known } from "../../src/core/dataset/dataset.ts";
import { divide, multiply } from "../../src/core/quantity/decimal.ts";
import {
  aClaim,
  aDateClaim,
  aMetric,
  anAvailabilityClaim,
  aPriceClaim,
  aSource,
  aVerdict,
} from "../builders/authored.ts";
import {
  analysisOf,
  type DatasetParts,
  datasetOf,
  discrepancyIds,
  keyed,
} from "../builders/dataset.ts";
import { assertProperty } from "../builders/properties.ts";
import { type AuthoredFields, toYaml } from "../builders/yaml.ts";

const CONFLICT = "value-conflict/acme/one/bench";
const conflicting: DatasetParts = {
  sources: { "acme/card": [aClaim()], "beta/review": [aClaim({ value: "54.9" })] },
};

describe("a verdict", () => {
  const { judged } = known(analysisOf(conflicting).discrepancies, CONFLICT);
  const withVerdict = (overrides: AuthoredFields = {}, sources = conflicting.sources) =>
    analysisOf({
      ...(sources && { sources }),
      verdicts: { [CONFLICT]: aVerdict({ judged, ...overrides }) },
    });

  test("is fresh while the claims that it judged are as they were", () => {
    const analysis = withVerdict();
    expect(known(analysis.discrepancies, CONFLICT)).toMatchObject({
      isStale: false,
      verdict: { outcome: "stands", stands: ["acme/card#c1"] },
    });
    expect(analysis.issues).toEqual([]);
    expect(known(analysis.standings, "acme/one/bench").basis).toBe("verdict");
    expect(known(analysis.factStatuses, "acme/one/bench")).toBe("decided");
    expect(known(analysis.claimStatuses, "beta/review#c1")).toBe("decided");
  });

  test("stays fresh when a claim joins that is not in the discrepancy", () => {
    expect(
      known(
        withVerdict({}, { ...conflicting.sources, "gamma/digest": [aClaim({ value: "55" })] })
          .discrepancies,
        CONFLICT,
      ).isStale,
    ).toBe(false);
  });

  test("is stale when a claim that it did not judge joins the discrepancy, and says what to do", () => {
    const analysis = withVerdict(
      {},
      { ...conflicting.sources, "gamma/digest": [aClaim({ value: "70" })] },
    );
    const discrepancy = known(analysis.discrepancies, CONFLICT);
    expect(discrepancy.isStale).toBe(true);
    expect(analysis.issues).toMatchObject([
      {
        rule: "stale-verdict",
        severity: "warning",
        file: `data/verdicts/${CONFLICT}.yaml`,
        written: judged,
        next: `Judge again; if it still holds write judged: "${discrepancy.judged}" and a new decided: date.`,
      },
    ]);
    expect(known(analysis.standings, "acme/one/bench").basis).not.toBe("verdict");
    expect(known(analysis.factStatuses, "acme/one/bench")).toBe("conflicts");
  });

  test("is stale when a judged claim changes its words", () => {
    expect(
      known(
        withVerdict(
          {},
          {
            ...conflicting.sources,
            "beta/review": [aClaim({ value: "54.9", quote: "exactly 54.9" })],
          },
        ).discrepancies,
        CONFLICT,
      ).isStale,
    ).toBe(true);
  });

  test("is an orphan where its discrepancy is gone, and an error", () => {
    const analysis = withVerdict({}, { "acme/card": [aClaim()], "beta/review": [aClaim()] });
    expect(analysis.issues).toMatchObject([
      {
        rule: "orphan-verdict",
        severity: "error",
        written: CONFLICT,
        next: "Take the verdict out: the sources agree now.",
      },
    ]);
    expect(known(analysis.standings, "acme/one/bench").basis).not.toBe("verdict");
  });

  test("on a discrepancy that was never there comes with the near one", () => {
    const analysis = analysisOf({
      ...conflicting,
      verdicts: { "value-conflict/acme/one/bnech": aVerdict({ judged }) },
    });
    expect(analysis.issues).toMatchObject([
      { rule: "orphan-verdict", next: `Did you mean ${CONFLICT}? Otherwise take the verdict out.` },
    ]);
  });

  test("that leaves the question open makes its status open, not decided", () => {
    const analysis = withVerdict({
      outcome: "open",
      stands: undefined,
      "would-settle": "The raw results.",
    });
    expect(known(analysis.factStatuses, "acme/one/bench")).toBe("open");
  });
});

describe("the status of a fact and of its claims", () => {
  const statuses = (parts: DatasetParts, fact: string) => {
    const analysis = analysisOf(parts);
    return [
      known(analysis.factStatuses, fact),
      known(analysis.facts, fact).claims.map(({ id }) => known(analysis.claimStatuses, id)),
    ];
  };

  test.each<[string, DatasetParts["sources"], string, string[]]>([
    ["one source", { "acme/card": [aClaim()] }, "single", ["single"]],
    [
      "one source in two places",
      { "acme/card": [aClaim(), aClaim()] },
      "single",
      ["single", "single"],
    ],
    [
      "two sources with one figure",
      { "acme/card": [aClaim()], "beta/review": [aClaim()] },
      "agrees",
      ["agrees", "agrees"],
    ],
    [
      "two sources, one of which says nothing",
      { "acme/card": [aClaim()], "beta/review": [aClaim({ value: "not-reported" })] },
      "single",
      ["single", "single"],
    ],
    [
      "figures that round",
      { "acme/card": [aClaim()], "beta/review": [aClaim({ value: "55" })] },
      "rounds",
      ["rounds", "rounds"],
    ],
    [
      "a conflict, and a bystander that agrees with one side",
      {
        "acme/card": [aClaim()],
        "beta/review": [aClaim({ value: "54.9" })],
        "gamma/digest": [aClaim()],
      },
      "conflicts",
      ["conflicts", "conflicts", "conflicts"],
    ],
    [
      "a conflict, and one that rounds to both",
      {
        "acme/card": [aClaim()],
        "beta/review": [aClaim({ value: "54.9" })],
        "gamma/digest": [aClaim({ value: "55" })],
      },
      "conflicts",
      ["conflicts", "conflicts", "rounds"],
    ],
    [
      "a difference of scope",
      { "acme/card": [aClaim()], "beta/review": [aClaim({ metric: "bench-hard", value: "12" })] },
      "scope differs",
      ["scope differs"],
    ],
  ])("%s", (_, sources, fact, claims) => {
    expect(statuses(sources ? { sources } : {}, "acme/one/bench")).toEqual([fact, claims]);
  });
});

describe("a discrepancy", () => {
  test("counts as witnesses the origins of its claims, not the sources that repeat them", () => {
    const digest = aSource({
      repeats: [{ source: "beta/review", because: "It says so." }],
      claims: keyed([aClaim({ value: "54.9" })]),
    });
    const analysis = analysisOf({
      sources: {
        ...conflicting.sources,
        "gamma/digest": digest,
        "delta/board": [aClaim({ "measured-by": "acme" })],
      },
    });
    expect(known(analysis.discrepancies, CONFLICT)).toMatchObject({
      scope: "between",
      witnesses: ["acme", "beta"],
    });
    expect(known(analysis.discrepancies, CONFLICT).claims).toHaveLength(4);
  });

  test("is found from its facts and from its claims", () => {
    const analysis = analysisOf(conflicting);
    const ids = (list: readonly { id: string }[] | undefined) => list?.map(({ id }) => id);
    expect(ids(analysis.discrepanciesOfFact.get("acme/one/bench"))).toEqual([CONFLICT]);
    expect(ids(analysis.discrepanciesOfClaim.get("beta/review#c1"))).toEqual([CONFLICT]);
    expect(analysis.factOfClaim.get("beta/review#c1")?.id).toBe("acme/one/bench");
  });

  test("stands in the order of the kinds, then of its id", () => {
    const rounds = (subject: string) => [aClaim({ subject }), aClaim({ subject, value: "55" })];
    const ids = discrepancyIds(
      analysisOf({
        sources: {
          "acme/card": [...rounds("acme/zero"), ...rounds("acme/one"), aClaim({ value: "70" })],
        },
      }),
    );
    expect(ids).toEqual([CONFLICT, "rounding/acme/one/bench", "rounding/acme/zero/bench"]);
  });
});

/** Kinds whose discrepancies are about one fact, or about several; the others are about one statement. */
const OF_FACTS: readonly DiscrepancyKind[] = [
  "value-conflict",
  "date-conflict",
  "status-conflict",
  "scope-difference",
  "rounding",
];
const isOfFacts = ({ kind }: { kind: DiscrepancyKind }) => OF_FACTS.includes(kind);

/** Datasets of a few claims about three models, dense enough to hold every kind of discrepancy. */
const SOURCES = ["acme/card", "acme/post", "beta/review", "gamma/digest"];
const claims: fc.Arbitrary<AuthoredFields> = fc.oneof(
  fc
    .record({
      subject: fc.constantFrom("acme/one", "acme/zero", "beta/rival"),
      metric: fc.constantFrom("bench", "bench-hard"),
      value: fc.constantFrom("54.6", "54.9", "55", "54.60", "not-reported", "70"),
      qualifier: fc.constantFrom(undefined, undefined, "about", "over"),
      conditions: fc.constantFrom(undefined, { subset: "hard" }, { snapshot: "2026-01-01" }),
      "measured-by": fc.constantFrom(undefined, "acme", "beta"),
    })
    .map((fields) => aClaim(fields)),
  fc
    .record({
      value: fc.constantFrom("2", "2.00", "2.40", "unknown", "not-available"),
      "as-of": fc.constantFrom(undefined, "2025-01", "2026-06-01"),
    })
    .map(({ value, ...rest }) => aPriceClaim(value, rest)),
  fc
    .record({
      value: fc.constantFrom("yes", "no"),
      "as-of": fc.constantFrom(undefined, "2025", "2026-06-01"),
    })
    .map(({ value, ...rest }) => anAvailabilityClaim(value, rest)),
  fc.constantFrom("2026-01-01", "2026-01", "2026-01-05").map((value) => aDateClaim(value)),
  fc
    .record({
      measure: fc.constantFrom("difference", "percent-change"),
      value: fc.constantFrom("0.3", "15", "22"),
      direction: fc.constantFrom("up", "down"),
      "compared-with": fc.constantFrom(
        "beta/rival",
        { subject: "beta/rival", metric: "bench-hard" },
        "unstated",
      ),
    })
    .map((fields) => aClaim(fields)),
);
/** Claims with the source that states each, and its key there. */
const statements = fc
  .array(fc.record({ source: fc.constantFrom(...SOURCES), claim: claims }), {
    minLength: 2,
    maxLength: 14,
  })
  .map((list) => list.map(({ source, claim }, index) => ({ source, key: `k${index}`, claim })));
type Statement = { source: string; key: string; claim: AuthoredFields };

const filesOf = (list: readonly Statement[]): Map<string, string> =>
  datasetOf({
    sources: Object.fromEntries(
      [...new Set(list.map(({ source }) => source))].map((source) => [
        source,
        aSource({
          claims: Object.fromEntries(
            list.filter((one) => one.source === source).map(({ key, claim }) => [key, claim]),
          ),
        }),
      ]),
    ),
  });

function analysisOfFiles(files: ReadonlyMap<string, string>): Analysis {
  const { dataset, issues } = buildDataset(files, "data");
  expect(issues).toEqual([]);
  return analyse(dataset);
}

/** The same value with the keys of its maps in another order; the claims of a document keep theirs, which is the document's. */
function withKeysInOrder(value: unknown, ranks: fc.Stream<number>, parent = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => withKeysInOrder(item, ranks));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, below]) => ({
    rank: parent === "claims" ? 0 : (ranks.next().value ?? 0),
    entry: [key, withKeysInOrder(below, ranks, key)] as const,
  }));
  return Object.fromEntries(
    entries.sort((one, other) => one.rank - other.rank).map(({ entry }) => entry),
  );
}

/** What is found, without the order in which a document happens to state its claims. */
const findings = (analysis: Analysis) => ({
  discrepancies: [...analysis.discrepancies.values()].map(
    ({ id, severity, scope, facts, claims: involved, size, judged, witnesses }) => ({
      id,
      severity,
      scope,
      facts,
      claims: involved.map((claim) => claim.id).sort(),
      size,
      judged,
      witnesses,
    }),
  ),
  standings: [...analysis.standings].map(([fact, { basis, claims: standing, interval }]) => [
    fact,
    basis,
    standing.map(({ id }) => id).sort(),
    interval,
  ]),
  statuses: [...analysis.factStatuses],
  claims: [...analysis.claimStatuses].sort(),
});

describe("the result of the engine", () => {
  test("is the same in every word whatever the order of the files", () => {
    assertProperty(
      fc.property(statements, fc.infiniteStream(fc.nat()), (list, ranks) => {
        const files = [...filesOf(list)];
        const shuffled = files
          .map((file) => ({ file, rank: ranks.next().value ?? 0 }))
          .sort((one, other) => one.rank - other.rank)
          .map(({ file }) => file);
        const [one, other] = [analysisOfFiles(new Map(files)), analysisOfFiles(new Map(shuffled))];
        expect([...other.discrepancies]).toEqual([...one.discrepancies]);
        expect([...other.standings]).toEqual([...one.standings]);
      }),
      25,
    );
  });

  test("does not depend on the order of claims within their documents", () => {
    assertProperty(
      fc.property(
        statements.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(findings(analysisOfFiles(filesOf(shuffled)))).toEqual(
            findings(analysisOfFiles(filesOf(list))),
          );
        },
      ),
      25,
    );
  });

  test("does not depend on which of two sources states what, but for who states it", () => {
    const swap = (source: string) =>
      source === "beta/review"
        ? "gamma/digest"
        : source === "gamma/digest"
          ? "beta/review"
          : source;
    assertProperty(
      fc.property(statements, (list) => {
        const unattributed = list.map(({ claim, ...rest }) => ({
          ...rest,
          claim: { ...claim, "measured-by": undefined },
        }));
        const swapped = unattributed.map((one) => ({ ...one, source: swap(one.source) }));
        const kinds = (analysis: Analysis) =>
          [...analysis.discrepancies.values()]
            .filter(isOfFacts)
            .map(({ id, severity, scope, size }) => ({ id, severity, scope, size }));
        expect(kinds(analysisOfFiles(filesOf(swapped)))).toEqual(
          kinds(analysisOfFiles(filesOf(unattributed))),
        );
      }),
      25,
    );
  });

  test("keeps the ids of its discrepancies when claims of other sources join", () => {
    // A statement may turn out to follow from figures that join, so what is about one may go.
    assertProperty(
      fc.property(statements, statements, (list, more) => {
        const joined = [
          ...list,
          ...more.map((one) => ({ ...one, source: "delta/board", key: `m${one.key}` })),
        ];
        const after = new Set(discrepancyIds(analysisOfFiles(filesOf(joined))));
        const before = [...analysisOfFiles(filesOf(list)).discrepancies.values()].filter(isOfFacts);
        for (const { id } of before) expect(after).toContain(id);
      }),
      25,
    );
  });

  test("has no new conflict when a source says again what another says", () => {
    assertProperty(
      fc.property(statements, fc.nat(), (list, index) => {
        const repeated = list[index % list.length];
        if (!repeated) return;
        const echo = { ...repeated, source: "delta/board", key: "echo" };
        const conflicts = (statementList: readonly Statement[]) =>
          discrepancyIds(analysisOfFiles(filesOf(statementList))).filter((id) =>
            id.includes("conflict"),
          );
        expect(conflicts([...list, echo])).toEqual(conflicts(list));
      }),
      25,
    );
  });

  test("does not depend on the order of keys within the maps of a file", () => {
    assertProperty(
      fc.property(statements, fc.infiniteStream(fc.nat()), (list, ranks) => {
        const files = filesOf(list);
        const shuffled = new Map(
          [...files].map(([path, text]) => [
            path,
            toYaml(withKeysInOrder(parse(text, { schema: "failsafe" }), ranks) as AuthoredFields),
          ]),
        );
        expect(findings(analysisOfFiles(shuffled))).toEqual(findings(analysisOfFiles(files)));
      }),
      25,
    );
  });

  test("has no new conflict when a claim joins that agrees with every claim of its fact", () => {
    assertProperty(
      fc.property(statements, fc.constantFrom("acme/one", "acme/zero"), (list, subject) => {
        const figures = list.filter(({ claim }) => claim.value !== "not-reported");
        const wide = {
          source: "delta/board",
          key: "wide",
          claim: aClaim({ subject, value: "0-100" }),
        };
        const conflicts = (statementList: readonly Statement[]) =>
          [...analysisOfFiles(filesOf(statementList)).discrepancies.values()]
            .filter(({ kind }) => KINDS[kind].isConflict)
            .map(({ id }) => id);
        // One may go: a change that followed from nothing may follow from a wider figure.
        expect(conflicts(figures)).toEqual(expect.arrayContaining(conflicts([...figures, wide])));
      }),
      25,
    );
  });

  describe("does not change with the unit in which a metric is told", () => {
    const figures = fc.array(
      fc.record({
        source: fc.constantFrom(...SOURCES),
        value: fc.constantFrom("5", "5.0", "5.4", "6", "0.48", "12.5"),
        qualifier: fc.constantFrom(undefined, undefined, "about", "over"),
        by: fc.constantFrom(undefined, "acme", "beta"),
      }),
      { minLength: 2, maxLength: 8 },
    );
    type Figure = typeof figures extends fc.Arbitrary<(infer F)[]> ? F : never;
    const metrics = {
      duration: aMetric({ name: "Duration", kind: "duration", family: "duration", unit: "days" }),
      term: aMetric({ name: "Term", kind: "duration", family: "term", unit: "months" }),
    };
    /** What is found of the same figures, told by each of two ways of writing a claim. */
    const foundOf = (list: readonly Figure[], ...ways: ((figure: Figure) => AuthoredFields)[]) => {
      const [one, other] = ways.map((way) => {
        const files = filesOf(
          list.map((figure, index) => ({
            source: figure.source,
            key: `k${index}`,
            claim: { ...way(figure), qualifier: figure.qualifier, "measured-by": figure.by },
          })),
        );
        for (const [id, metric] of Object.entries(metrics))
          files.set(`metrics/${id}.yaml`, toYaml(metric));
        const found = findings(analysisOfFiles(files));
        return {
          ...found,
          discrepancies: found.discrepancies.map(({ judged: _judged, ...rest }) => rest),
        };
      });
      return { one, other };
    };

    test("as the same length of time in milliseconds and in seconds", () => {
      assertProperty(
        fc.property(figures, (list) => {
          const { one, other } = foundOf(
            list,
            ({ value }) => aClaim({ metric: "latency", value }),
            ({ value }) =>
              aClaim({
                metric: "latency",
                unit: "milliseconds",
                value: multiply(value, "1000"),
                "significant-digits": String(value.replace(".", "").replace(/^0+/, "").length),
              }),
          );
          expect(other).toEqual(one);
        }),
        40,
      );
    });

    test("as the same price for a thousand tokens and for a million", () => {
      assertProperty(
        fc.property(figures, (list) => {
          const { one, other } = foundOf(
            list.map((figure) => ({ ...figure, qualifier: undefined })),
            ({ value }) => aPriceClaim(value),
            ({ value }) => aPriceClaim(divide(value, "1000"), { unit: "usd-per-thousand-tokens" }),
          );
          expect(other).toEqual(one);
        }),
        40,
      );
    });

    test.each([
      ["latency", "seconds", "minutes"],
      ["latency", "minutes", "hours"],
      ["duration", "days", "weeks"],
      ["term", "months", "years"],
    ])("as figures of %s that are all in %s, or all in %s", (metric, unit, larger) => {
      assertProperty(
        fc.property(figures, (list) => {
          const { one, other } = foundOf(
            list,
            ({ value }) => aClaim({ metric, unit, value }),
            ({ value }) => aClaim({ metric, unit: larger, value }),
          );
          const withoutIntervals = (found: typeof one) => ({
            ...found,
            standings: found?.standings.map((standing) => standing.slice(0, 3)),
          });
          expect(withoutIntervals(other)).toEqual(withoutIntervals(one));
        }),
        25,
      );
    });
  });

  test("has an id that is its kind and its fact, its statement, or what its facts are members of", () => {
    assertProperty(
      fc.property(statements, (list) => {
        const analysis = analysisOfFiles(filesOf(list));
        for (const discrepancy of analysis.discrepancies.values()) {
          const { id, kind, facts, claims: involved, about } = discrepancy;
          expect(DISCREPANCY_KINDS).toContain(kind);
          expect(involved).toEqual(expect.arrayContaining([...about]));
          for (const claim of about)
            expect(facts).toContain(analysis.factOfClaim.get(claim.id)?.id);
          if (kind === "scope-difference")
            expect(id).toMatch(/^scope-difference\/[^/]+\/[^/]+\/[^/]+$/);
          else
            expect(
              [...facts, ...about.map((claim) => claim.id)].map((of) => `${kind}/${of}`),
            ).toContain(id);
        }
      }),
      25,
    );
  });

  test("gives every fact and every claim a standing or status of the one list", () => {
    assertProperty(
      fc.property(statements, (list) => {
        const analysis = analysisOfFiles(filesOf(list));
        expect([...analysis.standings.keys()]).toEqual([...analysis.facts.keys()]);
        expect([...analysis.factStatuses.keys()]).toEqual([...analysis.facts.keys()]);
        expect(new Set(analysis.claimStatuses.keys())).toEqual(
          new Set(analysis.dataset.claims.keys()),
        );
        for (const standing of analysis.standings.values())
          expect(standing.claims.length).toBeGreaterThan(0);
      }),
      25,
    );
  });
});
