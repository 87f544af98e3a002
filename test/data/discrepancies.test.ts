/** What readers were promised to see flagged in the live data, and what they were promised not to. */
import { describe, expect, test } from "vitest";
import type { DiscrepancyKind } from "../../src/core/checks/kinds.ts";
import type { Claim } from "../../src/core/dataset/dataset.ts";
import { known } from "../../src/core/dataset/dataset.ts";
import { doIntervalsMeet } from "../../src/core/quantity/interval.ts";
import { liveAnalysis } from "./live-dataset.ts";

const analysis = liveAnalysis();

const printed = (claim: Claim) => claim.quantity?.printed ?? "";
const answers = (fact: string) => known(analysis.facts, fact).claims;
const withFigure = (fact: string, figure: string) =>
  answers(fact).filter((claim) => printed(claim) === figure && claim.qualifier === null);
/** The kinds that set answers side by side; the others test a statement, and may rest on both answers as its operands. */
const COMPARING: readonly DiscrepancyKind[] = [
  "value-conflict",
  "date-conflict",
  "status-conflict",
  "scope-difference",
  "rounding",
];
const kindsBetween = (one: Claim, other: Claim) =>
  [...analysis.discrepancies.values()]
    .filter(
      ({ kind, claims }) =>
        COMPARING.includes(kind) && claims.includes(one) && claims.includes(other),
    )
    .map(({ kind }) => kind);

describe("must be flagged", () => {
  test.each([
    ["openai/gpt-4.1/swe-bench-verified", "54.6", "54.9", "minor"],
    ["openai/gpt-4.1-nano/input-price", "0.10", "0.12", "major"],
    ["openai/gpt-4.1-nano/output-price", "0.40", "0.48", "major"],
    ["openai/gpt-4o/swe-bench-verified/snapshot-2024-11-20", "33.2", "33.3", "minor"],
    ["openai/gpt-4.1/multichallenge/grader-gpt-4o", "38.3", "86.1", "major"],
  ])("on %s, %s against %s as a %s value conflict", (fact, one, other, severity) => {
    const discrepancy = known(analysis.discrepancies, `value-conflict/${fact}`);
    const figures = discrepancy.claims.map(printed);
    expect(figures).toContain(one);
    expect(figures).toContain(other);
    expect(discrepancy).toMatchObject({ severity, scope: "between" });
    expect(known(analysis.factStatuses, fact)).toMatch(/^(conflicts|decided|open)$/);
  });

  test("the day of the release, which one source puts a fortnight later", () => {
    const discrepancy = known(analysis.discrepancies, "date-conflict/openai/gpt-4.1/release-date");
    expect(discrepancy.claims.map(printed)).toEqual(
      expect.arrayContaining(["2025-04-14", "2025-04-28"]),
    );
  });

  test("a blended price beside an input price, as a difference of scope", () => {
    const discrepancy = known(analysis.discrepancies, "scope-difference/openai/gpt-4.1-nano/price");
    expect(discrepancy.claims.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(["blended-price", "input-price"]),
    );
  });

  test("neighbouring figures that conflict are shown as touching, not as one", () => {
    const [one] = withFigure("openai/gpt-4o/swe-bench-verified/snapshot-2024-11-20", "33.2");
    const [other] = withFigure("openai/gpt-4o/swe-bench-verified/snapshot-2024-11-20", "33.3");
    expect(one?.interval && other?.interval && doIntervalsMeet(one.interval, other.interval)).toBe(
      false,
    );
  });
});

describe("must stay silent", () => {
  test("54.6 with 55: they round, and nothing worse", () => {
    const fact = "openai/gpt-4.1/swe-bench-verified";
    const [exact, rounded] = [withFigure(fact, "54.6"), withFigure(fact, "55")];
    expect(exact.length).toBeGreaterThan(1);
    expect(rounded.length).toBeGreaterThan(1);
    for (const one of exact)
      for (const other of rounded) expect(kindsBetween(one, other)).toEqual(["rounding"]);
    const conflict = known(analysis.discrepancies, `value-conflict/${fact}`);
    expect(conflict.claims.filter((claim) => printed(claim) === "55")).toEqual([]);
  });

  test("$2 with $2.00: not even rounding", () => {
    const fact = "openai/gpt-4.1/input-price";
    const [short, full] = [withFigure(fact, "2"), withFigure(fact, "2.00")];
    expect(short.length).toBeGreaterThan(0);
    expect(full.length).toBeGreaterThan(0);
    for (const one of short) for (const other of full) expect(kindsBetween(one, other)).toEqual([]);
  });

  /** Prices of one model that differ in a parameter, by that parameter. */
  const pricesBy = (condition: "prompt-tier" | "modality") =>
    [...analysis.dataset.claims.values()].filter(
      (claim) =>
        known(analysis.dataset.metrics, claim.metric).kind === "price" &&
        claim.conditions[condition] !== undefined &&
        claim.quantity?.kind === "number",
    );

  test.each(["prompt-tier", "modality"] as const)(
    "prices of one model by %s: different questions, not different answers",
    (condition) => {
      const prices = pricesBy(condition);
      const pairs = prices.flatMap((one, index) =>
        prices
          .slice(index + 1)
          .filter(
            (other) =>
              other.subject === one.subject &&
              other.metric === one.metric &&
              other.conditions[condition] !== one.conditions[condition],
          )
          .map((other) => [one, other] as const),
      );
      // The data do hold what must stay silent.
      expect(pairs.length).toBeGreaterThan(0);
      for (const [one, other] of pairs)
        expect(kindsBetween(one, other), `${one.id} with ${other.id}`).toEqual([]);
    },
  );

  test("a price that a source does not know, with one that another states", () => {
    const fact = "google/gemini-2.5-pro/input-price/prompt-tier-at-most-200k";
    const unknown = answers(fact).filter((claim) => printed(claim) === "unknown");
    expect(unknown.length).toBeGreaterThan(0);
    for (const claim of unknown)
      expect(analysis.discrepanciesOfClaim.get(claim.id) ?? []).toEqual([]);
  });

  test("whatever repeats the announcement is no second witness to it", () => {
    for (const { witnesses, claims } of analysis.discrepancies.values()) {
      expect(witnesses.length).toBeLessThanOrEqual(
        new Set(claims.map(({ source }) => source)).size,
      );
      expect(witnesses).not.toContain("brainfeed");
    }
  });
});
