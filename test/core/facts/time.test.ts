import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { areSimultaneous, mayTimesOverlap } from "../../../src/core/facts/time.ts";
import { aPriceClaim, aSource } from "../../builders/authored.ts";
import { keyed, soundDataset } from "../../builders/dataset.ts";
import { assertProperty, partialDates } from "../../builders/properties.ts";

const span = (notBefore: string, notAfter = notBefore) => ({ notBefore, notAfter });

describe("two times may overlap", () => {
  test.each([
    ["on one day", span("2026-01-01"), span("2026-01-01"), 0, true],
    ["on neighbouring days", span("2026-01-01"), span("2026-01-02"), 0, false],
    ["a day within a month", span("2026-01-15"), span("2026-01"), 0, true],
    ["a day after its month", span("2026-02-01"), span("2026-01"), 0, false],
    ["a day within a year", span("2026-12-31"), span("2026"), 0, true],
    ["a day within a longer time", span("2026-01-15"), span("2026-01-01", "2026-02-01"), 0, true],
    [
      "on the last day of the longer time",
      span("2026-02-01"),
      span("2026-01-01", "2026-02-01"),
      0,
      true,
    ],
    ["after the longer time", span("2026-02-02"), span("2026-01-01", "2026-02-01"), 0, false],
    ["as many days apart as the value is steady", span("2026-01-01"), span("2026-02-01"), 31, true],
    [
      "a day more apart than the value is steady",
      span("2026-01-01"),
      span("2026-02-02"),
      31,
      false,
    ],
  ])("%s: as expected, from either side", (_, one, other, steadyDays, mayOverlap) => {
    expect(mayTimesOverlap(one, other, steadyDays)).toBe(mayOverlap);
    expect(mayTimesOverlap(other, one, steadyDays)).toBe(mayOverlap);
  });

  test("whatever their order, and whenever they are the same", () => {
    assertProperty(
      fc.property(partialDates, partialDates, fc.nat(60), (one, other, steady) => {
        expect(mayTimesOverlap(span(one), span(other), steady)).toBe(
          mayTimesOverlap(span(other), span(one), steady),
        );
        expect(mayTimesOverlap(span(one), span(one), 0)).toBe(true);
      }),
    );
  });

  test("all the more when values are steady for longer", () => {
    assertProperty(
      fc.property(
        partialDates,
        partialDates,
        fc.nat(60),
        fc.nat(60),
        (one, other, steady, more) => {
          fc.pre(mayTimesOverlap(span(one), span(other), steady));
          return mayTimesOverlap(span(one), span(other), steady + more);
        },
      ),
    );
  });
});

test("claims about what does not vary in time are always made for the same time", () => {
  const early = aSource({ published: "2020-01-01", claims: keyed([aPriceClaim("2")]) });
  const late = aSource({ published: "2026-01-01", claims: keyed([aPriceClaim("3")]) });
  const dataset = soundDataset({ sources: { "acme/early": early, "acme/late": late } });
  const [one, other] = [
    known(dataset.claims, "acme/early#c1"),
    known(dataset.claims, "acme/late#c1"),
  ];
  expect(areSimultaneous(one, other, known(dataset.metrics, "input-price"))).toBe(false);
  expect(areSimultaneous(one, other, known(dataset.metrics, "bench"))).toBe(true);
});
