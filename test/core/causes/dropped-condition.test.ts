import { describe, expect, test } from "vitest";
import { aClaim, aMetric, aPrice, aPriceClaim } from "../../builders/authored.ts";
import { causeKindsOf, causesOf, notesOf } from "./causes-of.ts";

const own = (value: string, overrides = {}) =>
  aClaim({ value, "measured-by": "acme", ...overrides });

describe("a qualifying word is left out", () => {
  const ratio = (overrides = {}) =>
    aClaim({
      measure: "ratio",
      unit: "ratio",
      "compared-with": "acme/zero",
      value: "2",
      quote: "2 times that of Zero",
      ...overrides,
    });
  const figures = [own("51.9"), own("15.2", { subject: "acme/zero" })];

  test("that another source has", () => {
    const sources = {
      "acme/card": [...figures, ratio({ qualifier: "over" })],
      "beta/review": [ratio()],
    };
    expect(causesOf({ sources }, "arithmetic/beta/review#c1")).toEqual([
      ["dropped-condition", "strong", "beta/review#c1", "acme/card#c3"],
    ]);
    expect(notesOf({ sources }, "arithmetic/beta/review#c1")).toEqual([
      "Acme states over 2×; Beta leaves the qualifying word out.",
    ]);
  });

  test("unless it is one that only widens", () => {
    const sources = {
      "acme/card": figures,
      "beta/review": [ratio()],
      "gamma/review": [ratio({ qualifier: "about" })],
    };
    expect(causeKindsOf({ sources }, "arithmetic/beta/review#c1")).not.toContain(
      "dropped-condition",
    );
  });
});

test("an average of prices does not say over which mix", () => {
  const subjects = ["acme/one", "acme/one-mini"];
  const prices = {
    "acme/one": ["2.00", "8.00", "3.00"],
    "acme/one-mini": ["0.40", "1.60", "1.20"],
  };
  const parts = {
    metrics: {
      "output-price": aPrice({ name: "Output price" }),
      "blended-price": aPrice({ name: "Blended price", "mix-of": ["input-price", "output-price"] }),
    },
    sources: {
      "acme/card": subjects.flatMap((subject) => {
        const [input, output, blended] = prices[subject as keyof typeof prices] as [
          string,
          string,
          string,
        ];
        return [
          aPriceClaim(input, { subject }),
          aPriceClaim(output, { subject, metric: "output-price" }),
          aPriceClaim(blended, { subject, metric: "blended-price" }),
        ];
      }),
    },
  };
  expect(causesOf(parts, "arithmetic/acme/card#c3")).toEqual([
    ["dropped-condition", "weak", "acme/card#c3"],
  ]);
});

describe("a superlative", () => {
  const best = aClaim({
    value: undefined,
    measure: "relation",
    relation: "best",
    quote: "the best on Bench",
  });
  const card = {
    "acme/card": [
      own("54.6"),
      own("33.2", { subject: "acme/zero" }),
      own("71.3", { subject: "beta/rival" }),
    ],
  };

  test("had only the models in view of which its source has figures", () => {
    const sources = {
      ...card,
      "gamma/review": [best, aClaim(), aClaim({ value: "33.2", subject: "acme/zero" })],
    };
    expect(causesOf({ sources }, "ordering-conflict/gamma/review#c1")).toEqual([
      ["dropped-condition", "fair", "gamma/review#c1", "gamma/review#c3"],
    ]);
    expect(notesOf({ sources }, "ordering-conflict/gamma/review#c1")).toEqual([
      "Gamma compares One with Zero only, by its own figures for Bench, and these do not contradict it; of the models that do it gives none.",
    ]);
  });

  test("speaks of its own set only, whatever else its source has figures of", () => {
    const sources = {
      "acme/card": [
        own("54.6"),
        own("33.2", { subject: "acme/zero" }),
        own("71.3", { subject: "acme/one-mini" }),
      ],
      "gamma/review": [
        { ...best, rivals: "own-organisation" },
        aClaim(),
        aClaim({ value: "33.2", subject: "acme/zero" }),
        aClaim({ value: "20.1", subject: "beta/rival" }),
      ],
    };
    expect(notesOf({ sources }, "ordering-conflict/gamma/review#c1")).toEqual([
      "Gamma compares One with Zero only, by its own figures for Bench, and these do not contradict it; of the models that do it gives none.",
    ]);
  });

  test.each([
    [
      "has the figure that contradicts it",
      [aClaim(), aClaim({ value: "71.3", subject: "beta/rival" })],
    ],
    ["has figures of no other model", [aClaim()]],
    ["has no figures", []],
  ])("had not, where its source %s", (_, claims) => {
    const sources = { ...card, "gamma/review": [best, ...claims] };
    expect(causeKindsOf({ sources }, "ordering-conflict/gamma/review#c1")).toEqual([]);
  });
});

describe("an impossible value", () => {
  const parts = (overrides = {}) => ({
    metrics: {
      bench: aMetric({ conditions: ["context-length"] }),
      "context-window": aMetric({
        name: "Context window",
        kind: "limit",
        family: "context-window",
        unit: "tokens",
        bounds: "context-length",
      }),
    },
    sources: {
      "acme/card": [aClaim({ metric: "context-window", value: "128,000" })],
      "beta/review": [aClaim({ conditions: { "context-length": "1M" }, ...overrides })],
    },
  });
  const id = "impossible/acme/one/bench/context-length-1m";

  test("may rest on an inference of ours", () => {
    expect(
      notesOf(parts({ inferred: "The paragraph before is about a million tokens." }), id),
    ).toEqual([
      "What Beta speaks of here is inferred, and it may be something else. The inference: The paragraph before is about a million tokens.",
    ]);
  });

  test("rests on none where the source says it", () => {
    expect(causeKindsOf(parts(), id)).toEqual([]);
  });
});
