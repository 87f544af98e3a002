import { describe, expect, test } from "vitest";
import { aClaim, aDateClaim } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const found = (parts: DatasetParts) =>
  [...analysisOf(parts).discrepancies.values()].filter(({ kind }) => kind === "date-conflict");
const between = (one: AuthoredFields, other: AuthoredFields) =>
  found({ sources: { "acme/card": [one], "beta/review": [other] } });

describe("dates of one event conflict where they share no day", () => {
  test.each([
    ["2026-04-14", "2026-04-28", "major", "14"],
    ["2026-04-14", "2026-04-15", "minor", "1"],
    ["2025-12-31", "2026-01-01", "minor", "1"],
    ["2026-02-28", "2026-03-01", "minor", "1"],
    ["2028-02-28", "2028-03-01", "major", "2"],
    ["2026-04-30", "2026-05", "minor", "1"],
    ["2026-04", "2026-06", "major", "32"],
    ["2025-12-31", "2026", "minor", "1"],
    ["2026-07-01", "2025", "major", "182"],
  ])("%s and %s: %s, %s days apart", (one, other, severity, size) => {
    expect(between(aDateClaim(one), aDateClaim(other))).toMatchObject([{ severity, size }]);
    expect(between(aDateClaim(other), aDateClaim(one))).toMatchObject([{ severity, size }]);
  });
});

test.each([
  ["2026-04-14", "2026-04-28", "14 April 2026 and 28 April 2026 are 14 days apart"],
  ["2026-06", "2027-06", "June 2026 and June 2027 are at least 336 days apart"],
  ["2025", "2026-02-12", "2025 and 12 February 2026 are at least 43 days apart"],
])("%s and %s: %s", (one, other, words) => {
  expect(between(aDateClaim(one), aDateClaim(other))[0]?.computation.at(-1)).toBe(words);
});

describe("dates do not conflict", () => {
  test.each<[string, AuthoredFields, AuthoredFields]>([
    ["on one day", aDateClaim("2026-04-14"), aDateClaim("2026-04-14")],
    ["of a day and its month", aDateClaim("2026-04-14"), aDateClaim("2026-04")],
    ["of a month and its year", aDateClaim("2026-04"), aDateClaim("2026")],
    [
      "of about one day and the next",
      aDateClaim("2026-04-14", { qualifier: "about" }),
      aDateClaim("2026-04-15"),
    ],
    [
      "of no earlier than a day and a later one",
      aDateClaim("2026-04-14", { qualifier: "at-least" }),
      aDateClaim("2026-06-01"),
    ],
    [
      "of two channels",
      aDateClaim("2026-04-14", { conditions: { channel: "api" } }),
      aDateClaim("2026-05-14", { conditions: { channel: "app" } }),
    ],
    ["of two models", aDateClaim("2026-04-14"), aDateClaim("2026-05-14", { subject: "acme/zero" })],
    ["with an unknown one", aDateClaim("2026-04-14"), aDateClaim("unknown")],
    ["where figures do", aClaim(), aClaim({ value: "54.9" })],
  ])("%s", (_, one, other) => {
    expect(between(one, other)).toEqual([]);
  });
});

test("a date conflict says who states which date, and how far the farthest are apart", () => {
  const [conflict] = found({
    sources: {
      "acme/card": [aDateClaim("2026-04-14")],
      "beta/review": [aDateClaim("2026-04-28")],
      "gamma/digest": [aDateClaim("2026-04-15")],
      "delta/board": [aDateClaim("2026-04")],
    },
  });
  expect(conflict?.id).toBe("date-conflict/acme/one/release-date");
  expect(conflict?.claims.map(({ id }) => id)).toEqual([
    "acme/card#c1",
    "beta/review#c1",
    "gamma/digest#c1",
  ]);
  expect(conflict?.summary).toBe(
    "Acme states 14 April 2026; Beta states 28 April 2026; Gamma states 15 April 2026.",
  );
  expect(conflict?.computation.at(-1)).toBe("14 April 2026 and 28 April 2026 are 14 days apart");
});
