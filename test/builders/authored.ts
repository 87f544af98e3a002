/**
 * Authored records of invented vendors, models and benchmarks: valid as they come, each field open to being
 * overridden; `undefined` takes a field out.
 */
import type { AuthoredFields } from "./yaml.ts";

/** A model of the vendor acme, unless told otherwise. */
export function aSubject(overrides: AuthoredFields = {}): AuthoredFields {
  return {
    name: "One",
    kind: "model",
    description: "A model that nobody ever released.",
    ...overrides,
  };
}

/** A benchmark whose score is a percentage, unless told otherwise. */
export function aMetric(overrides: AuthoredFields = {}): AuthoredFields {
  return {
    name: "Bench",
    kind: "score",
    family: "bench",
    unit: "percent",
    better: "higher",
    definition: "The share of invented tasks that are solved.",
    conditions: ["subset", "grader", "format", "scaffold"],
    ...overrides,
  };
}

/** A list price per million tokens that holds for thirty-one days. */
export function aPrice(overrides: AuthoredFields = {}): AuthoredFields {
  return aMetric({
    name: "Input price",
    kind: "price",
    family: "price",
    unit: "usd-per-million-tokens",
    better: "lower",
    definition: "The list price of one million input tokens.",
    conditions: ["prompt-tier", "service-tier", "modality"],
    "varies-in-time": "yes",
    "steady-days": "31",
    ...overrides,
  });
}

/** Words that carry a value, so that a claim with another value needs no other quote. */
function wordsFor({ value, subject }: AuthoredFields): string {
  const text = typeof value === "string" ? value : "better";
  return `${String(subject).split("/").at(-1)} is said to be at ${text} here`;
}

/** A level of 54.6 percent of acme/one, unless told otherwise; its quote carries whatever its value is. */
export function aClaim(overrides: AuthoredFields = {}): AuthoredFields {
  const claim: AuthoredFields = {
    subject: "acme/one",
    metric: "bench",
    value: "54.6",
    where: "Results, paragraph 1",
    ...overrides,
  };
  const hasEvidence = "quote" in overrides || "cell" in overrides || "record" in overrides;
  return hasEvidence ? claim : { ...claim, quote: wordsFor(claim) };
}

/** A claim about a price in dollars per million tokens. */
export function aPriceClaim(value: string, overrides: AuthoredFields = {}): AuthoredFields {
  return aClaim({ metric: "input-price", value, quote: `for $${value} per million`, ...overrides });
}

/** A claim about a date, in ISO form. */
export function aDateClaim(value: string, overrides: AuthoredFields = {}): AuthoredFields {
  return aClaim({ metric: "release-date", value, ...overrides });
}

/** A claim that a subject is, or is not, offered. */
export function anAvailabilityClaim(value: string, overrides: AuthoredFields = {}): AuthoredFields {
  return aClaim({ metric: "availability", value, ...overrides });
}

/** An article of the first of January 2026 without claims, unless told otherwise. */
export function aSource(overrides: AuthoredFields = {}): AuthoredFields {
  return {
    title: "A document",
    kind: "article",
    url: "https://example.com/document",
    published: "2026-01-01",
    accessed: "2026-02-01",
    description: "An article that nobody ever wrote.",
    claims: {},
    ...overrides,
  };
}

/** A decision that one claim stands; the hash of what it judged is to be given. */
export function aVerdict(overrides: AuthoredFields = {}): AuthoredFields {
  return {
    outcome: "stands",
    stands: ["acme/card#c1"],
    basis: ["acme/card#c1"],
    reason: "The document of those who measured it says so.",
    decided: "2026-02-01",
    judged: "0000000000000000",
    ...overrides,
  };
}
