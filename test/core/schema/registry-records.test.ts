/** Metrics, subjects, releases, readings and exceptions: the records that rules of their own would only repeat. */
import { describe, expect, test } from "vitest";
import { authoredExceptions } from "../../../src/core/schema/exception.ts";
import { authoredMetric } from "../../../src/core/schema/metric.ts";
import { authoredRelease } from "../../../src/core/schema/release.ts";
import { authoredSubject } from "../../../src/core/schema/subject.ts";
import { aMetric, aPrice, aSubject } from "../../builders/authored.ts";

const aRelease = (overrides = {}) => ({
  title: "One",
  summary: "Acme released One.",
  announced: "2026-01-01",
  organisation: "acme",
  subjects: ["acme/one"],
  primary: "acme/card",
  ...overrides,
});
const aReading = (overrides = {}) => ({
  conditions: { snapshot: "2026-01-01" },
  because: "It is the only one.",
  ...overrides,
});
const anException = (overrides = {}) => ({
  rule: "long-quote",
  place: "acme/card#c1",
  because: "The figure is far from its name.",
  since: "2026-02-01",
  ...overrides,
});

describe("a record is accepted", () => {
  test.each([
    ["metric", authoredMetric, aMetric()],
    ["metric that varies in time", authoredMetric, aPrice()],
    [
      "metric whose values are names",
      authoredMetric,
      aMetric({ unit: "name", names: [{ name: "open", label: "Open" }] }),
    ],
    ["metric that stands for all scores", authoredMetric, aMetric({ covers: "all-scores" })],
    [
      "metric that stands for several",
      authoredMetric,
      aMetric({ covers: ["bench", "bench-hard"] }),
    ],
    [
      "metric with a reading for some kinds",
      authoredMetric,
      aMetric({ unqualified: [aReading({ for: ["score"] })] }),
    ],
    ["subject", authoredSubject, aSubject()],
    [
      "subject with aliases and a reading",
      authoredSubject,
      aSubject({ aliases: [{ name: "1", kind: "abbreviation" }], unqualified: [aReading()] }),
    ],
    [
      "subject that nobody else knows",
      authoredSubject,
      aSubject({ unattested: "Nobody found it in the vendor's lists." }),
    ],
    ["release", authoredRelease, aRelease()],
    ["list of exceptions", authoredExceptions, { exceptions: [anException()] }],
    ["list without exceptions", authoredExceptions, { exceptions: [] }],
  ])("%s", (_, schema, record) => {
    expect(schema.safeParse(record).success).toBe(true);
  });
});

describe("a record is refused", () => {
  test.each([
    ["metric without a family", authoredMetric, aMetric({ family: undefined })],
    ["metric in an unknown unit", authoredMetric, aMetric({ unit: "bananas" })],
    ["metric that stands for none", authoredMetric, aMetric({ covers: [] })],
    ["metric that stands for something vague", authoredMetric, aMetric({ covers: "everything" })],
    ["metric with an unknown condition", authoredMetric, aMetric({ conditions: ["colour"] })],
    [
      "metric that varies in time by a boolean",
      authoredMetric,
      aMetric({ "varies-in-time": true }),
    ],
    ["metric that is steady for no days", authoredMetric, aMetric({ "steady-days": "0" })],
    [
      "metric with a reading for no kind",
      authoredMetric,
      aMetric({ unqualified: [aReading({ for: [] })] }),
    ],
    [
      "metric with a reading without reason",
      authoredMetric,
      aMetric({ unqualified: [aReading({ because: undefined })] }),
    ],
    ["subject of an unknown kind", authoredSubject, aSubject({ kind: "planet" })],
    [
      "subject with an alias of an unknown kind",
      authoredSubject,
      aSubject({ aliases: [{ name: "1", kind: "nickname" }] }),
    ],
    ["subject that states its own id", authoredSubject, aSubject({ id: "acme/one" })],
    ["release of nothing", authoredRelease, aRelease({ subjects: [] })],
    ["release announced in a month", authoredRelease, aRelease({ announced: "2026-01" })],
    [
      "exception without reason",
      authoredExceptions,
      { exceptions: [anException({ because: undefined })] },
    ],
    [
      "exception without date",
      authoredExceptions,
      { exceptions: [anException({ since: undefined })] },
    ],
  ])("%s", (_, schema, record) => {
    expect(schema.safeParse(record).success).toBe(false);
  });
});

describe("how a metric follows from others", () => {
  const rule = (overrides: object) =>
    aMetric({ "follows-from": { measure: "ratio", of: "a", because: "It does.", ...overrides } });

  test.each([
    ["a ratio of two", rule({ against: "b" })],
    ["a decrease in percent", rule({ measure: "percent-change", against: "b", direction: "down" })],
    [
      "one under another condition",
      rule({ of: { metric: "a", conditions: { subset: "x" } }, against: "a" }),
    ],
    ["a multiple", rule({ measure: "multiple", times: "0.75" })],
    ["the weekday of a date", rule({ measure: "weekday" })],
  ])("is accepted: %s", (_, metric) => {
    expect(authoredMetric.safeParse(metric).success).toBe(true);
  });

  test.each([
    ["a ratio of one", rule({}), "is a ratio of one metric; add against:"],
    [
      "a multiple by nothing",
      rule({ measure: "multiple" }),
      'needs times: with a figure, such as "0.75"',
    ],
    [
      "a multiple by a word",
      rule({ measure: "multiple", times: "many" }),
      'needs times: with a figure, such as "0.75"',
    ],
    [
      "a multiple of two",
      rule({ measure: "multiple", times: "2", against: "b" }),
      "stands beside a multiple, which has one side; take it out",
    ],
    [
      "a ratio with a factor",
      rule({ against: "b", times: "2" }),
      "stands beside a ratio; it belongs to a multiple",
    ],
  ])("is refused: %s", (_, metric, message) => {
    expect(authoredMetric.safeParse(metric).error?.issues.map((issue) => issue.message)).toEqual([
      message,
    ]);
  });
});
