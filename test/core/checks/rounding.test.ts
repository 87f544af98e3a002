import { describe, expect, test } from "vitest";
import { aClaim, aDateClaim, aPriceClaim, aSource } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const found = (parts: DatasetParts) =>
  [...analysisOf(parts).discrepancies.values()].filter(({ kind }) => kind === "rounding");
const between = (one: AuthoredFields, other: AuthoredFields) =>
  found({ sources: { "acme/card": [one], "beta/review": [other] } });

const anUnstatedChange = (value: string) =>
  aClaim({ measure: "difference", direction: "up", "compared-with": "unstated", value });

describe("different figures of one fact that share values are rounding", () => {
  test.each<[string, AuthoredFields, AuthoredFields]>([
    ["54.6 and 55", aClaim(), aClaim({ value: "55" })],
    ["54.6 and about 55", aClaim(), aClaim({ value: "55", qualifier: "about" })],
    ["54.6 and over 50", aClaim(), aClaim({ value: "50", qualifier: "over" })],
    [
      "1 million and 1,047,576",
      aClaim({ metric: "context-window", value: "1 million" }),
      aClaim({ metric: "context-window", value: "1,047,576" }),
    ],
    ["a day and its month", aDateClaim("2026-01-01"), aDateClaim("2026-01")],
    ["about $2 and $2.40", aPriceClaim("2", { qualifier: "about" }), aPriceClaim("2.40")],
  ])("%s", (_, one, other) => {
    expect(between(one, other)).toMatchObject([{ severity: "note", scope: "between", size: null }]);
  });
});

describe("there is nothing to round", () => {
  test.each<[string, AuthoredFields, AuthoredFields]>([
    ["between equal figures", aClaim(), aClaim()],
    ["between 54.6 and about 54.6", aClaim(), aClaim({ qualifier: "about" })],
    ["between 54.6 and 54.60", aClaim(), aClaim({ value: "54.60" })],
    ["between $2 and $2.00", aPriceClaim("2"), aPriceClaim("2.00")],
    ["where figures conflict", aClaim(), aClaim({ value: "54.9" })],
    ["between names", aPriceClaim("not-available"), aPriceClaim("unknown")],
    ["between a figure and a name", aPriceClaim("2"), aPriceClaim("unknown")],
    [
      "between changes of which neither source says from what",
      anUnstatedChange("21.4"),
      anUnstatedChange("21"),
    ],
    ["between facts", aClaim(), aClaim({ value: "55", metric: "bench-hard" })],
  ])("%s", (_, one, other) => {
    expect(between(one, other)).toEqual([]);
  });

  test("between prices of times that cannot overlap", () => {
    const at = (published: string, claim: AuthoredFields) =>
      aSource({ published, claims: keyed([claim]) });
    expect(
      found({
        sources: {
          "acme/card": at("2026-01-01", aPriceClaim("2")),
          "acme/later": at("2026-06-01", aPriceClaim("2", { qualifier: "about" })),
        },
      }),
    ).toEqual([]);
  });
});

describe("a finding of rounding", () => {
  test("holds the claims that overlap with different figures, whoever else they conflict with", () => {
    const [rounding] = found({
      sources: {
        "acme/card": [aClaim(), aClaim({ value: "55" })],
        "beta/review": [aClaim({ value: "54.9" })],
        "gamma/digest": [aClaim({ value: "70" })],
      },
    });
    expect(rounding?.id).toBe("rounding/acme/one/bench");
    expect(rounding?.claims.map(({ id }) => id)).toEqual([
      "acme/card#c1",
      "acme/card#c2",
      "beta/review#c1",
    ]);
  });

  test("says that its figures agree where all of them do", () => {
    expect(between(aClaim(), aClaim({ value: "55" }))[0]?.summary).toBe(
      "Acme states 54.6%; Beta states 55%: these agree at the precision in which they are printed.",
    );
  });

  test.each([
    ["64", "60", "over", "since “over 60%” is open above"],
    ["9.8", "10", "under", "at the precision in which they are printed"],
    ["8.8", "10", "under", "since “under 10%” is open below"],
    ["48.9", "50", "about", "since “about 50%” allows for more than its digits"],
    ["50.2", "50", "about", "at the precision in which they are printed"],
  ])("of %s and %s with “%s” ends: %s", (own, other, qualifier, words) => {
    const [rounding] = between(aClaim({ value: own }), aClaim({ value: other, qualifier }));
    expect(rounding?.summary).toMatch(new RegExp(`: these agree (as worded, )?${words}\\.$`));
  });

  test("says so of a decrease and of a price as well", () => {
    const down = { measure: "percent-change", direction: "down", "compared-with": "acme/zero" };
    expect(
      between(
        aClaim({ ...down, value: "30" }),
        aClaim({ ...down, value: "20", qualifier: "over" }),
      )[0]?.summary,
    ).toBe(
      "Acme states −30%; Beta states over −20%: these agree as worded, since “over −20%” is open above.",
    );
    expect(between(aPriceClaim("2.40"), aPriceClaim("2", { qualifier: "about" }))[0]?.summary).toBe(
      "Acme states $2.40; Beta states about $2: these agree as worded, since “about $2” allows for more than its digits.",
    );
  });

  test("does not say that 54.6 and 54.9 agree because 55 agrees with both", () => {
    const [rounding] = found({
      sources: {
        "acme/card": [aClaim(), aClaim({ value: "55" })],
        "beta/review": [aClaim({ value: "54.9" })],
      },
    });
    expect(rounding?.summary).toBe(
      "Acme states 54.6% and 55%; Beta states 54.9%: each of these agrees with another at the precision in which they are printed, but not all with one another.",
    );
  });
});
