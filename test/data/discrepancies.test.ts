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

describe("what does not follow from the figures, and nothing else, is", () => {
  test.each<[DiscrepancyKind, string[]]>([
    [
      "arithmetic",
      [
        // "Doubles", of what is nearly three times as much.
        "brainfeed/gpt-4-1-in-the-api#briefing-aider-diff-ratio-to-gpt-4o",
        // One row of a table whose two figures have a proportion that no other row has.
        "openai/2025-04-14-gpt-4-1#appendix-swe-lancer-earnings-ic-diamond-o1",
        // Three averages that no one mix of prices gives.
        "openai/2025-04-14-gpt-4-1#gpt-4.1-blended-price",
        // Ten points more than the table.
        "openai/2025-04-14-gpt-4-1#headline-swe-bench-gain-over-gpt-4.5",
        "openai/2025-04-14-gpt-4-1#mini-blended-price",
        // Less of a reduction than every single price has.
        "openai/2025-04-14-gpt-4-1#mini-cost-against-gpt-4o",
        "openai/2025-04-14-gpt-4-1#nano-blended-price",
      ],
    ],
    ["unit-misuse", ["educative/2025-04-17-gpt-4-1#swe-bench-verified-gain"]],
  ])("%s", (kind, claims) => {
    expect(
      [...analysis.discrepancies.values()]
        .filter((discrepancy) => discrepancy.kind === kind)
        .map(({ id }) => id),
    ).toEqual(claims.map((claim) => `${kind}/${claim}`));
  });
});

describe("the impossible value, the anachronism and the words that nobody found", () => {
  const idsOf = (kind: DiscrepancyKind, severity?: string) =>
    [...analysis.discrepancies.values()]
      .filter((found) => found.kind === kind && (severity ?? found.severity) === found.severity)
      .map(({ id }) => id);

  test("a score at a length that the model does not accept is the one impossible value", () => {
    expect(idsOf("impossible")).toEqual([
      "impossible/openai/gpt-4o/openai-mrcr/snapshot-2024-11-20_context-length-1m",
    ]);
  });

  test("a model that came later than the document says it was written is the one anachronism", () => {
    expect(idsOf("anachronism")).toEqual([
      "anachronism/briefly-global/gpt-4-1-performance-leap#price-war-claude-opus-4-there",
    ]);
  });

  test("each garbled name is found once", () => {
    expect(idsOf("name-variant", "minor")).toEqual([
      "name-variant/briefly-global/gpt-4-1-performance-leap#mr-hre-gpt-4.1",
      "name-variant/interconnects/2025-04-14-gpt-4-1-and-separating-the-api#altman-on-gpt-4.5",
    ]);
  });

  test("a search of excerpts accuses nobody", () => {
    expect(idsOf("unsupported-quotation", "note")).toEqual([
      "unsupported-quotation/interconnects/2025-04-14-gpt-4-1-and-separating-the-api#o3-direct-availability-planned",
    ]);
    expect(idsOf("unsupported-quotation", "major")).toHaveLength(3);
  });
});

describe("orderings", () => {
  const ordering = (statement: string) =>
    known(analysis.discrepancies, `ordering-conflict/${statement}`);

  test("“ahead of every other provider” is held against other providers only", () => {
    const { claims, about } = ordering(
      "briefly-global/gpt-4-1-performance-leap#ahead-of-every-other-provider",
    );
    const rivals = claims.filter((claim) => !about.includes(claim));
    expect(rivals.length).toBeGreaterThan(1);
    const own = about.map(({ subject }) => subject);
    for (const { subject } of rivals) {
      const { owner } = known(analysis.dataset.subjects, subject);
      expect(own.includes(subject) || owner !== "openai").toBe(true);
    }
  });

  test("the most expensive model is contradicted by prices and by its own source", () => {
    const { computation, claims } = ordering("educative/2025-04-17-gpt-4-1#gpt-4.1-most-expensive");
    expect(claims.map(({ id }) => id)).toContain(
      "educative/2025-04-17-gpt-4-1#heading-cheaper-than-gpt-4.5",
    );
    expect(computation.join(" ")).toContain("GPT-4.5");
  });

  test("what a recommendation says of images is borne out by most figures, and silent", () => {
    expect(
      analysis.discrepancies.has(
        "ordering-conflict/educative/2025-04-17-gpt-4-1#use-cases-images-best-model",
      ),
    ).toBe(false);
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
    for (const claim of unknown) {
      // That its source writes a bare "Gemini" for the model is another matter.
      const kinds = (analysis.discrepanciesOfClaim.get(claim.id) ?? []).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind !== "name-variant")).toEqual([]);
    }
  });

  test("whatever repeats the announcement is no second witness to it", () => {
    for (const { kind, witnesses, claims } of analysis.discrepancies.values()) {
      // A name is a matter of who writes it; where the figures beside it come from is no witness to it.
      if (kind === "name-variant") continue;
      expect(witnesses.length).toBeLessThanOrEqual(
        new Set(claims.map(({ source }) => source)).size,
      );
      expect(witnesses).not.toContain("brainfeed");
    }
  });
});
