import { describe, expect, test } from "vitest";
import {
  aClaim,
  aDateClaim,
  anAvailabilityClaim,
  aPriceClaim,
  aSource,
  aSubject,
} from "../../builders/authored.ts";
import { type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";
import { causeKindsOf, causesOf, notesOf, PRICE, RELEASE } from "./causes-of.ts";

const dated = (published: string, ...claims: AuthoredFields[]) =>
  aSource({ published, claims: keyed(claims) });
const open = (value: string) =>
  anAvailabilityClaim(value, {
    "as-of": {
      "not-before": "2025-04-14",
      "not-after": "2026-04-14",
      because: "It bears no date.",
    },
  });
const STATUS = "status-conflict/acme/one/availability";

describe("an answer that was right at another time", () => {
  test("is stated by others for a time that is not that of the contradicting claim", () => {
    const sources = {
      "acme/early": dated("2025-04-14", anAvailabilityClaim("no")),
      "acme/late": dated("2025-06-14", anAvailabilityClaim("yes")),
      "beta/review": dated("2026-01-01", open("no")),
    };
    expect(causesOf({ sources }, STATUS)).toEqual([
      ["other-time", "strong", "beta/review#c1", "acme/early#c1", "acme/late#c1"],
    ]);
    expect(notesOf({ sources }, STATUS)).toEqual([
      "“no” is what Acme states for 14 April 2025; “yes” is stated for 14 June 2025.",
    ]);
  });

  test("may have been one where the time of the claim is open", () => {
    const sources = {
      "acme/late": dated("2025-06-14", anAvailabilityClaim("yes")),
      "beta/review": dated("2026-01-01", open("no")),
    };
    expect(causesOf({ sources }, STATUS)).toEqual([
      ["other-time", "weak", "beta/review#c1", "acme/late#c1"],
    ]);
  });

  test("was none where the claim is of the very day", () => {
    const sources = {
      "acme/late": dated("2025-06-14", anAvailabilityClaim("yes")),
      "beta/review": dated("2025-06-14", anAvailabilityClaim("no")),
    };
    expect(causeKindsOf({ sources }, STATUS)).toEqual(["unexplained"]);
  });

  test("was none where it is stated for the time of the contradicting claim as well", () => {
    const sources = {
      "acme/early": dated("2025-04-14", aPriceClaim("0.37")),
      "acme/late": dated("2025-09-14", aPriceClaim("0.37")),
      "beta/review": dated("2025-04-20", aPriceClaim("0.10")),
      "gamma/review": dated("2025-04-21", aPriceClaim("0.37")),
    };
    expect(causeKindsOf({ sources }, PRICE)).toEqual(["unexplained"]);
  });

  test("is a former price", () => {
    const sources = {
      "acme/before": dated("2025-01-01", aPriceClaim("0.37")),
      "acme/now": dated("2025-06-14", aPriceClaim("0.10")),
      "beta/review": dated("2025-06-15", aPriceClaim("0.37")),
    };
    expect(causesOf({ sources }, PRICE)[0]?.slice(0, 2)).toEqual(["other-time", "strong"]);
  });
});

test("answers for times apart are each right for their own", () => {
  const sources = {
    "acme/card": dated("2025-04-14", anAvailabilityClaim("no")),
    "beta/review": dated("2026-01-01", anAvailabilityClaim("yes")),
  };
  expect(notesOf({ sources }, "scope-difference/acme/one/availability")).toEqual([
    "Acme states “no” for 14 April 2025, and Beta states “yes” for 1 January 2026: each may be right for its own time.",
  ]);
});

describe("a date", () => {
  const events = (...claims: AuthoredFields[]): DatasetParts => ({
    subjects: {
      "acme/ones": aSubject({ name: "The Ones", kind: "family" }),
      "acme/one": aSubject({ family: "acme/ones" }),
      "acme/one-mini": aSubject({ name: "One mini", family: "acme/ones" }),
    },
    sources: {
      "acme/card": [aDateClaim("2025-04-14"), ...claims],
      "beta/review": [aDateClaim("2025-05-02")],
    },
  });

  test("is that of another event of the same subject", () => {
    const parts = events(aDateClaim("2025-05-02", { conditions: { channel: "app" } }));
    expect(causesOf(parts, RELEASE)).toEqual([
      ["other-time", "strong", "beta/review#c1", "acme/card#c2"],
    ]);
    expect(notesOf(parts, RELEASE)).toEqual([
      "2 May 2025 is what Acme states for One: release date (channel app). No other question in the ledger has this date for an answer.",
    ]);
  });

  test("is that of the same event of another subject: another row", () => {
    const parts = events(aDateClaim("2025-05-02", { subject: "acme/one-mini" }));
    expect(causeKindsOf(parts, RELEASE)).toEqual(["other-row"]);
  });

  test("is that of no event", () => {
    const parts = events(aDateClaim("2025-05-03", { conditions: { channel: "app" } }));
    expect(causeKindsOf(parts, RELEASE)).toEqual(["unexplained"]);
  });

  test("is none of a month in which much happened", () => {
    const parts = events(aDateClaim("2025-05", { conditions: { channel: "app" } }));
    expect(causeKindsOf(parts, RELEASE)).toEqual(["unexplained"]);
  });
});

test("a score does not change in time", () => {
  const sources = {
    "acme/early": dated("2025-04-14", aClaim({ value: "54.6", "measured-by": "acme" })),
    "beta/review": dated("2026-01-01", aClaim({ value: "71.3" })),
  };
  expect(causeKindsOf({ sources }, "value-conflict/acme/one/bench")).toEqual(["unexplained"]);
});
