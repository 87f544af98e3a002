import { describe, expect, test } from "vitest";
import { known } from "../../../src/core/dataset/dataset.ts";
import { factStrip, tickFormatter } from "../../../src/site/views/strip.ts";
import { aClaim, aDateClaim, aPriceClaim, aSource, aVerdict } from "../../builders/authored.ts";
import { analysisOf, type DatasetParts, keyed } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const BENCH = "acme/one/bench";
const stripOf = (parts: DatasetParts, fact = BENCH) => {
  const analysis = analysisOf(parts);
  return factStrip(analysis, known(analysis.facts, fact), (path) => `/base${path}`);
};
/** Its rows as `publisher figure role`. */
const rowsOf = (sources: DatasetParts["sources"], fact = BENCH) =>
  stripOf(sources ? { sources } : {}, fact).rows.map(
    ({ label, valueText, role }) => `${label} ${valueText} ${role}`,
  );
const measured = (value = "54.6", overrides: AuthoredFields = {}) =>
  aClaim({ value, "measured-by": "acme", ...overrides });

describe("a row says what its figure is to the one that stands", () => {
  test.each<[string, DatasetParts["sources"], string[]]>([
    [
      "one that repeats it agrees",
      { "acme/card": [measured()], "beta/review": [aClaim()] },
      ["Acme 54.6% standing", "Beta 54.6% agrees"],
    ],
    [
      "one that repeats it agrees, though others conflict with both",
      {
        "acme/card": [measured()],
        "beta/review": [aClaim({ value: "54.9" })],
        "gamma/digest": [aClaim()],
      },
      ["Acme 54.6% standing", "Beta 54.9% conflicts", "Gamma 54.6% agrees"],
    ],
    [
      "a coarser one rounds",
      { "acme/card": [measured()], "beta/review": [aClaim({ value: "55" })] },
      ["Acme 54.6% standing", "Beta 55% rounds"],
    ],
    [
      "one that rounds to it rounds, though it rounds to one that conflicts as well",
      {
        "acme/card": [measured()],
        "beta/review": [aClaim({ value: "54.9" }), aClaim({ value: "55" })],
      },
      ["Acme 54.6% standing", "Beta 54.9% conflicts", "Beta 55% rounds"],
    ],
    [
      "a source that says nothing takes its status",
      { "acme/card": [measured()], "beta/review": [aClaim({ value: "not-reported" })] },
      ["Acme 54.6% standing", "Beta not reported agrees"],
    ],
    [
      "where nothing stands, those at odds conflict",
      { "beta/review": [aClaim()], "gamma/digest": [aClaim({ value: "54.9" })] },
      ["Beta 54.6% conflicts", "Gamma 54.9% conflicts"],
    ],
  ])("%s", (_, sources, rows) => {
    expect(rowsOf(sources)).toEqual(rows);
  });

  test("what was true at another time differs in scope", () => {
    const at = (published: string, value: string) =>
      aSource({ published, claims: keyed([aPriceClaim(value)]) });
    expect(
      rowsOf(
        { "acme/card": at("2026-06-01", "2"), "acme/launch": at("2026-01-01", "4") },
        "acme/one/input-price",
      ),
    ).toEqual(["Acme $2 standing", "Acme $4 scope"]);
  });

  test("the figure that a verdict lets stand comes first", () => {
    const sources = { "beta/review": [aClaim()], "gamma/digest": [aClaim({ value: "54.9" })] };
    const [discrepancy] = analysisOf({ sources }).discrepancies.values();
    const verdicts = {
      [discrepancy?.id ?? ""]: aVerdict({
        judged: discrepancy?.judged,
        stands: ["gamma/digest#c1"],
        basis: ["beta/review#c1"],
      }),
    };
    expect(
      stripOf({ sources, verdicts }).rows.map(({ label, role }) => `${label} ${role}`),
    ).toEqual(["Gamma standing", "Beta conflicts"]);
  });
});

describe("claims share a row", () => {
  test("when one publisher states one figure, in however many places", () => {
    const { rows } = stripOf({
      sources: { "acme/card": [measured(), measured(), measured("55")], "acme/post": [measured()] },
    });
    expect(rows.map(({ valueText, href }) => [valueText, href])).toEqual([
      ["54.6%", "/base/sources/acme/card/#c1"],
      ["55%", "/base/sources/acme/card/#c3"],
    ]);
  });

  test("that is the standing's row when one of them carries the standing, and leads to that one", () => {
    const { rows } = stripOf({
      sources: { "acme/card": [aClaim(), measured()], "beta/review": [aClaim({ value: "54.9" })] },
    });
    expect(rows.map(({ label, role, href }) => [label, role, href])).toEqual([
      ["Acme", "standing", "/base/sources/acme/card/#c2"],
      ["Beta", "conflicts", "/base/sources/beta/review/#c1"],
    ]);
  });

  test("but not when they are of two publishers, or print it with another precision", () => {
    expect(
      rowsOf({ "beta/review": [aClaim(), aClaim({ value: "54.60" })], "gamma/digest": [aClaim()] }),
    ).toHaveLength(3);
  });
});

describe("a row draws what its figure stands for", () => {
  test.each<[string, AuthoredFields, object]>([
    ["its interval", aClaim(), { low: "54.55", high: "54.65", exact: false, fades: false }],
    [
      "fading ends for about",
      aClaim({ value: "66", qualifier: "about" }),
      { low: "64.5", high: "67.5", fades: true },
    ],
    [
      "an open end for over",
      aClaim({ value: "50", qualifier: "over" }),
      { low: "49.5", high: null, fades: false },
    ],
    [
      "no bar for what has no figure",
      aClaim({ value: "not-reported" }),
      { low: null, high: null, exact: false },
    ],
  ])("%s", (_, claim, row) => {
    expect(stripOf({ sources: { "acme/card": [claim] } }).rows).toMatchObject([row]);
  });

  test("a point for a listed price", () => {
    expect(
      stripOf({ sources: { "acme/card": [aPriceClaim("2")] } }, "acme/one/input-price").rows,
    ).toMatchObject([{ low: "2", high: "2", exact: true }]);
  });

  test("one axis for figures in two units of one dimension", () => {
    const sources = {
      "acme/card": [aClaim({ metric: "latency", value: "500", unit: "milliseconds" })],
      "beta/review": [aClaim({ metric: "latency", value: "0.7", quote: "it took 0.7 seconds" })],
    };
    const { axis, rows } = stripOf({ sources }, "acme/one/latency");
    expect(rows.map(({ valueText, low, high }) => [valueText, low, high])).toEqual([
      ["500 ms", "0.4995", "0.5005"],
      ["0.7 seconds", "0.65", "0.75"],
    ]);
    expect(axis).toMatchObject({ kind: "number", label: "Latency, seconds" });
    expect(axis.formatTick("0.6")).toBe("0.6 seconds");
  });

  test("days on a calendar", () => {
    const { axis, rows } = stripOf(
      { sources: { "acme/card": [aDateClaim("1970-01-02")] } },
      "acme/one/release-date",
    );
    expect(axis).toMatchObject({ kind: "calendar", label: "Release date" });
    expect(rows).toMatchObject([{ low: "1", high: "2", valueText: "2 January 1970" }]);
  });
});

test.each([
  ["percent", "54.5", "54.5%"],
  ["usd-per-million-tokens", "0.10", "$0.10"],
  ["tokens", "1000000", "1M"],
  ["tokens", "128000", "128K"],
  ["tokens", "1500", "1500"],
  ["users", "500000000", "500M"],
  ["date", "2026-01-01", "1 January 2026"],
] as const)("a tick in %s at %s reads %s", (unit, value, text) => {
  expect(tickFormatter(unit)(value)).toBe(text);
});
