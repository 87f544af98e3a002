import { describe, expect, test } from "vitest";
import { aClaim, aPriceClaim, aSource } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const found = (parts: DatasetParts, kind = "arithmetic") =>
  [...analysisOf(parts).discrepancies.values()].filter((discrepancy) => discrepancy.kind === kind);
const own = (value: string, overrides: AuthoredFields = {}) => aClaim({ value, ...overrides });
const other = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({ subject: "acme/zero", value, ...overrides });
const difference = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({
    measure: "difference",
    direction: "up",
    "compared-with": "acme/zero",
    value,
    ...overrides,
  });
const ratio = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({ measure: "ratio", "compared-with": "acme/zero", value, ...overrides });
const percent = (value: string, overrides: AuthoredFields = {}) =>
  aClaim({
    measure: "percent-change",
    direction: "up",
    "compared-with": "acme/zero",
    value,
    ...overrides,
  });
const inOne = (...claims: AuthoredFields[]) => found({ sources: { "acme/card": claims } });

describe("a stated change that does not follow from its operands is found", () => {
  test.each<[string, AuthoredFields[]]>([
    ["a difference", [own("54.6"), other("33.2"), difference("26.6")]],
    [
      "a difference in the wrong direction",
      [own("54.6"), other("33.2"), difference("21.4", { direction: "down" })],
    ],
    ["a ratio", [own("60"), other("20"), ratio("4")]],
    ["a ratio downwards", [own("20"), other("60"), ratio("2", { direction: "down" })]],
    [
      "a percentage of a price",
      [
        aPriceClaim("2.00"),
        aPriceClaim("2.50", { subject: "acme/zero" }),
        { ...percent("26", { direction: "down" }), metric: "input-price" },
      ],
    ],
    [
      "a ratio that is said to be exceeded",
      [own("60"), other("50"), ratio("2", { qualifier: "over" })],
    ],
    [
      "a percentage that is said to be exceeded",
      [own("60"), other("40"), percent("100", { qualifier: "over" })],
    ],
    [
      "a ratio of prices downwards",
      [
        aPriceClaim("0.40"),
        aPriceClaim("2.00", { subject: "acme/zero" }),
        { ...ratio("10", { direction: "down" }), metric: "input-price" },
      ],
    ],
    [
      "a percentage that fits neither as percent nor as points",
      [own("54.6"), other("33.2"), percent("5")],
    ],
  ])("%s", (_, claims) => {
    expect(inOne(...claims)).toMatchObject([
      {
        id: "arithmetic/acme/card#c3",
        kind: "arithmetic",
        scope: "within",
        about: [{ id: "acme/card#c3" }],
      },
    ]);
  });
});

describe("a stated change is left alone", () => {
  test.each<[string, AuthoredFields[]]>([
    ["that follows", [own("54.6"), other("33.2"), difference("21.4")]],
    ["that follows at the precision of its operands", [own("55"), other("33"), difference("21.4")]],
    [
      "that follows downwards",
      [own("33.2"), other("54.6"), difference("21.4", { direction: "down" })],
    ],
    ["that is about right", [own("54.6"), other("33.2"), difference("21", { qualifier: "about" })]],
    [
      "that is a ratio downwards and follows",
      [own("20"), other("60"), ratio("3", { direction: "down" })],
    ],
    [
      "that follows only from a figure that its source rounds in a chart",
      [
        own("54.6"),
        own("55", { cell: { row: "One", column: "Bench", text: "55" } }),
        other("33.2"),
        difference("22.1"),
      ],
    ],
    [
      "that is a price ten times cheaper",
      [
        aPriceClaim("0.20"),
        aPriceClaim("2.00", { subject: "acme/zero" }),
        { ...ratio("10", { direction: "down" }), metric: "input-price" },
      ],
    ],
    [
      "that is more than doubled, however far",
      [own("52.9"), other("5.2"), percent("100", { qualifier: "over" })],
    ],
    [
      "between two metrics that follows from theirs",
      [
        own("54.6"),
        own("33.2", { metric: "bench-hard" }),
        difference("21.4", { "compared-with": { subject: "acme/one", metric: "bench-hard" } }),
      ],
    ],
    [
      "whose operands were retired",
      [
        own("54.6", { retired: { on: "2026-02-01", because: "Misread." } }),
        other("33.2"),
        difference("26.6"),
      ],
    ],
    ["over which the ratio lies", [own("52.9"), other("18.2"), ratio("2", { qualifier: "over" })]],
    [
      "that follows from one of several figures",
      [own("54.6"), own("60"), other("33.2"), difference("26.8")],
    ],
    ["of which a side has no figure", [own("54.6"), difference("26.6")]],
    ["of which a side is not reported", [own("54.6"), other("not-reported"), difference("26.6")]],
    [
      "of which the baseline is not stated",
      [own("54.6"), other("33.2"), difference("26.6", { "compared-with": "unstated" })],
    ],
    [
      "of which the direction is not stated",
      [own("33.2"), other("54.6"), difference("21.4", { direction: "unstated" })],
    ],
    ["from what may be zero, which gives no ratio", [own("54.6"), other("0"), ratio("7")]],
    [
      "whose operands stand under another condition",
      [own("54.6", { conditions: { subset: "hard" } }), other("33.2"), difference("26.6")],
    ],
    ["that is no change", [own("54.6"), other("33.2")]],
  ])("%s", (_, claims) => {
    expect(inOne(...claims)).toEqual([]);
  });
});

describe("the operands of a statement", () => {
  const elsewhere = {
    "beta/board": [own("60", { "measured-by": "beta" }), other("30", { "measured-by": "beta" })],
  };

  test("are its own source's figures, even where another's would give it", () => {
    expect(
      found({
        sources: { ...elsewhere, "acme/card": [own("54.6"), other("33.2"), difference("30")] },
      }),
    ).toMatchObject([{ scope: "within" }]);
  });

  test("are those that stand, where its own source has none", () => {
    expect(found({ sources: { ...elsewhere, "acme/card": [difference("30")] } })).toEqual([]);
    const [wrong] = found({ sources: { ...elsewhere, "acme/card": [difference("21.4")] } });
    expect(wrong).toMatchObject({
      scope: "between",
      claims: [{ id: "acme/card#c1" }, { id: "beta/board#c1" }, { id: "beta/board#c2" }],
    });
  });

  test("are all figures where none stands, so that it is accused only if it follows from none", () => {
    const disputed = { "beta/review": [own("54.6"), other("33.2")], "gamma/digest": [own("60")] };
    expect(found({ sources: { ...disputed, "acme/card": [difference("26.8")] } })).toEqual([]);
    expect(found({ sources: { ...disputed, "acme/card": [difference("40")] } })).toHaveLength(1);
  });

  test("are the same claims wherever a document repeats a figure", () => {
    const claims = {
      a: own("54.6"),
      b: own("54.6"),
      statement: difference("26.6"),
      zero: other("33.2"),
    };
    const { a, b, ...rest } = claims;
    const claimsOf = (order: AuthoredFields) =>
      found({ sources: { "acme/card": aSource({ claims: order }) } }).map(
        ({ claims: involved, judged }) => [involved.map(({ key }) => key).sort(), judged],
      );
    expect(claimsOf({ b, ...rest, a })).toEqual(claimsOf({ a, b, ...rest }));
  });
});

describe("what is shown", () => {
  const [wrong] = inOne(own("54.6"), other("33.2"), difference("26.6"));

  test("is the working, with the range that precision allows", () => {
    expect(wrong?.computation).toEqual([
      "stated: +26.6 points, which stands for [26.55, 26.65)",
      "One 54.6% (Acme) − Zero 33.2% (Acme) gives (21.3, 21.5)",
      "no reading of the operands gives the stated figure: it does not follow",
    ]);
    expect(wrong?.summary).toBe(
      "Acme states +26.6 points for One on Bench, difference from Zero; its own figures do not give that.",
    );
  });

  test.each([
    ["26.6", "major"],
    ["21.6", "minor"],
  ])("is major from five percent of the stated figure on: %s is %s", (value, severity) => {
    expect(inOne(own("54.6"), other("33.2"), difference(value))).toMatchObject([{ severity }]);
  });

  test("puts the statement in doubt and not the figures that show it", () => {
    const analysis = analysisOf({
      sources: {
        "acme/card": aSource({ claims: keyed([own("54.6"), other("33.2"), difference("26.6")]) }),
      },
    });
    expect(analysis.claimStatuses.get("acme/card#c3")).toBe("conflicts");
    expect(analysis.claimStatuses.get("acme/card#c1")).toBe("single");
    expect(analysis.factStatuses.get("acme/one/bench")).toBe("single");
  });
});
