import { describe, expect, test } from "vitest";
import {
  aClaim,
  aDateClaim,
  aMetric,
  aPrice,
  aPriceClaim,
  aSource,
} from "../../builders/authored.ts";
import { keyed } from "../../builders/dataset.ts";
import { BENCH, causeKindsOf, causesOf, notesOf, PRICE } from "./causes-of.ts";

const own = (value: string, overrides = {}) =>
  aClaim({ value, "measured-by": "acme", ...overrides });
const doubtful = (value: string, overrides = {}) => ({
  "beta/review": [aClaim({ value, ...overrides })],
});

describe("the doubtful figure is stated for a question that is easily mixed up with this one", () => {
  test("under a condition that the source leaves out", () => {
    const sources = {
      "acme/card": [own("54.6"), own("46.2", { conditions: { subset: "hard" } })],
      ...doubtful("46.2"),
    };
    expect(causesOf({ sources }, BENCH)).toEqual([
      ["dropped-condition", "strong", "beta/review#c1", "acme/card#c2"],
    ]);
  });

  test("under another condition than the source states", () => {
    const sources = {
      "acme/card": [
        own("54.6", { conditions: { subset: "full" } }),
        own("46.2", { conditions: { subset: "hard" } }),
      ],
      ...doubtful("46.2", { conditions: { subset: "full" } }),
    };
    expect(causesOf({ sources }, `${BENCH}/subset-full`)).toEqual([
      ["other-conditions", "strong", "beta/review#c1", "acme/card#c2"],
    ]);
  });

  test("for another snapshot", () => {
    const sources = {
      "acme/card": [own("54.6"), own("46.2", { conditions: { snapshot: "2025-01-01" } })],
      ...doubtful("46.2"),
    };
    expect(causesOf({ sources }, BENCH)).toEqual([
      ["other-snapshot", "strong", "beta/review#c1", "acme/card#c2"],
    ]);
  });

  test("in the next column of the same subject", () => {
    const sources = {
      "acme/card": [aPriceClaim("0.10"), aPriceClaim("0.12", { metric: "blended-price" })],
      "beta/review": [aPriceClaim("0.12")],
    };
    expect(causesOf({ sources }, PRICE)).toEqual([
      ["other-column", "fair", "beta/review#c1", "acme/card#c2"],
    ]);
    expect(notesOf({ sources }, PRICE)).toEqual([
      "$0.12 is what Acme states for One: blended price. No other question in the ledger has this figure for an answer.",
    ]);
  });

  test("in another row of the same measure", () => {
    const sources = {
      "acme/card": [aPriceClaim("0.10"), aPriceClaim("0.45", { subject: "acme/one-mini" })],
      "beta/review": [aPriceClaim("0.45")],
    };
    expect(causesOf({ sources }, PRICE)).toEqual([
      ["other-row", "fair", "beta/review#c1", "acme/card#c2"],
    ]);
  });

  test("in a rival's row of the same document", () => {
    const sources = {
      "acme/card": [own("54.6"), own("71.3", { subject: "beta/rival" })],
      "gamma/review": [aClaim({ value: "71.3" })],
    };
    expect(causeKindsOf({ sources }, BENCH)).toEqual(["other-row"]);
  });
});

describe("it is no cause", () => {
  test.each([
    [
      "a rival's row of another document",
      own("54.6"),
      { "beta/card": [aClaim({ value: "71.3", subject: "beta/rival" })] },
    ],
    [
      "another metric of another subject",
      own("54.6"),
      { "acme/other": [own("71.3", { subject: "acme/zero", metric: "bench-hard" })] },
    ],
    [
      "another row under other conditions",
      own("54.6"),
      { "acme/other": [own("71.3", { subject: "acme/zero", conditions: { subset: "hard" } })] },
    ],
  ])("%s", (_, right, elsewhere) => {
    const sources = {
      "acme/card": [right],
      ...elsewhere,
      "gamma/review": [aClaim({ value: "71.3" })],
    };
    expect(causeKindsOf({ sources }, BENCH)).toEqual(["unexplained"]);
  });

  test.each(["50", "100", "2"])("that the round figure %s is met elsewhere", (value) => {
    const sources = {
      "acme/card": [own("71.3"), own(value, { conditions: { subset: "hard" } })],
      ...doubtful(value),
    };
    expect(causeKindsOf({ sources }, BENCH)).toEqual(["unexplained"]);
  });

  test("where the figure is met everywhere", () => {
    const everywhere = Array.from({ length: 4 }, (_, index) => `price-${index}`);
    const parts = {
      metrics: Object.fromEntries(everywhere.map((id) => [id, aPrice({ name: `Price ${id}` })])),
      sources: {
        "acme/card": [
          aPriceClaim("0.10"),
          ...everywhere.map((metric) => aPriceClaim("0.12", { metric })),
        ],
        "beta/review": [aPriceClaim("0.12")],
      },
    };
    expect(causeKindsOf(parts, PRICE)).toEqual(["unexplained"]);
  });

  test("where it is a day of the week that is wrong, and others bear the date out", () => {
    const day = "2026-01-05";
    const sources = {
      "acme/card": [aDateClaim(day), aDateClaim(day, { conditions: { channel: "app" } })],
      "beta/review": [
        aDateClaim(day, { weekday: "tuesday", quote: "on Tuesday, January 5, 2026" }),
      ],
    };
    expect(notesOf({ sources }, "arithmetic/beta/review#c1")).toEqual([
      "No hypothesis fits Tuesday.",
    ]);
  });

  test("where the matching claim is in doubt itself", () => {
    const sources = {
      "acme/card": [own("54.6"), own("61.9", { conditions: { subset: "hard" } })],
      "beta/review": [
        aClaim({ value: "71.3" }),
        aClaim({ value: "71.3", conditions: { subset: "hard" } }),
      ],
    };
    expect(causeKindsOf({ sources }, BENCH)).toEqual(["unexplained"]);
  });
});

describe("how well a match is supported", () => {
  test("less where the source itself states both figures apart", () => {
    const sources = {
      "acme/card": [own("54.6")],
      "beta/review": [aClaim({ value: "71.3" }), aClaim({ value: "71.3", metric: "bench-hard" })],
    };
    expect(causesOf({ sources }, BENCH)).toEqual([
      ["other-column", "fair", "beta/review#c1", "beta/review#c2"],
    ]);
  });

  test("as well as elsewhere where they are cells of one table", () => {
    const cell = (row: string, text: string) => ({
      cell: { table: "Results", row, column: "Bench", text },
      quote: undefined,
    });
    const sources = {
      "acme/card": [own("54.6")],
      "beta/review": [
        aClaim({ value: "71.3", ...cell("One", "71.3") }),
        aClaim({ value: "71.3", subject: "acme/zero", ...cell("Zero", "71.3") }),
      ],
    };
    expect(causesOf({ sources }, BENCH)[0]?.slice(0, 2)).toEqual(["other-row", "strong"]);
  });

  test("less where the figure is so near to the one that stands that others of the metric are, too", () => {
    const sources = {
      "acme/card": [own("54.6"), own("54.9", { conditions: { subset: "hard" } })],
      ...doubtful("54.9"),
    };
    expect(causesOf({ sources }, BENCH)[0]?.slice(0, 2)).toEqual(["dropped-condition", "fair"]);
  });

  test("less, the more questions have the figure, which the note counts", () => {
    const metrics = Object.fromEntries(
      ["bench-a", "bench-b"].map((id) => [id, aMetric({ name: id, family: id })]),
    );
    const sources = {
      "acme/card": [
        own("54.6"),
        own("71.3", { conditions: { subset: "hard" } }),
        own("71.3", { metric: "bench-a" }),
        own("71.3", { metric: "bench-b" }),
      ],
      ...doubtful("71.3"),
    };
    expect(causesOf({ metrics, sources }, BENCH)[0]?.slice(0, 2)).toEqual([
      "dropped-condition",
      "fair",
    ]);
    expect(notesOf({ metrics, sources }, BENCH)[0]).toContain(
      "2 other questions in the ledger have the same figure for an answer.",
    );
  });

  test("the primary's claim is named before the source's own, and that before any other", () => {
    const hard = { conditions: { subset: "hard" } };
    const sources = {
      "beta/review": [aClaim({ value: "71.3" }), aClaim({ value: "71.3", ...hard })],
      "acme/card": aSource({ claims: keyed([own("54.6"), own("71.3", hard)]) }),
      "gamma/early": [aClaim({ value: "71.3", ...hard })],
    };
    expect(causesOf({ sources }, BENCH)).toEqual([
      [
        "dropped-condition",
        "strong",
        "beta/review#c1",
        "acme/card#c2",
        "beta/review#c2",
        "gamma/early#c1",
      ],
    ]);
  });
});

test("two that each ran the test need not come to one figure", () => {
  const sources = {
    "beta/board": [aClaim({ value: "71.3", "measured-by": "beta" })],
    "acme/card": [own("54.6")],
  };
  expect(causesOf({ sources }, BENCH)).toEqual([
    ["other-conditions", "fair", "acme/card#c1", "beta/board#c1"],
  ]);
  expect(notesOf({ sources }, BENCH)).toEqual([
    "Acme and Beta each measured it themselves, and two runs of one test need not come to the same figure.",
  ]);
});

test("sides that name no condition may speak of different ones", () => {
  const sources = {
    "beta/review": [aClaim({ value: "71.3" })],
    "gamma/review": [aClaim({ value: "54.6" })],
    "acme/card": [own("46.2", { conditions: { subset: "hard" } })],
  };
  expect(causesOf({ sources }, BENCH)).toEqual([
    ["dropped-condition", "weak", "beta/review#c1", "gamma/review#c1", "acme/card#c1"],
  ]);
});
