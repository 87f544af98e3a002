/** What holds for a stated change whatever its operands are; the cases are those of `arithmetic` and `unit-misuse`. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeChange, isChange } from "../../../src/core/checks/operands.ts";
import {
  absolute,
  divide,
  multiply,
  roundToPlaces,
  subtract,
} from "../../../src/core/quantity/decimal.ts";
import { halfOpen, point } from "../../../src/core/quantity/interval.ts";
import { aClaim, aPriceClaim, aSource } from "../../builders/authored.ts";
import { analysisOf, keyed } from "../../builders/dataset.ts";
import { assertProperty } from "../../builders/properties.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

/** Each property loads a dataset for each example. */
const RUNS = 60;

const tenths = fc.integer({ min: 10, max: 999 });
const inTenths = (value: number) => (Math.abs(value) / 10).toFixed(1);
const direction = (value: number) => (value < 0 ? "down" : "up");
const kindsFound = (...claims: AuthoredFields[]) =>
  [...analysisOf({ sources: { "acme/card": claims } }).discrepancies.values()].map(
    ({ kind }) => kind,
  );
const operands = (own: number, other: number) => [
  aClaim({ value: inTenths(own) }),
  aClaim({ subject: "acme/zero", value: inTenths(other) }),
];
const change = (measure: string, value: string, overrides: AuthoredFields = {}) =>
  aClaim({ measure, "compared-with": "acme/zero", value, ...overrides });

test.each([
  ["level", false],
  ["relation", false],
  ["difference", true],
  ["ratio", true],
  ["percent-change", true],
] as const)("a %s is computed from operands: %s", (measure, expected) => {
  expect(isChange(measure)).toBe(expected);
});

describe("what operands give", () => {
  test("as a ratio downwards is how many times the other side is this one", () => {
    expect(computeChange("ratio", point("0.2"), point("2"), true)).toEqual(point("10"));
    expect(computeChange("ratio", point("0.2"), point("2"), false)).toEqual(point("0.1"));
  });

  test("as a change in percent has its own sign, whichever way it is stated", () => {
    for (const isDownwards of [true, false])
      expect(computeChange("percent-change", point("2"), point("2.5"), isDownwards)).toEqual(
        point("-20"),
      );
  });

  test("is nothing where what is divided by may be zero", () => {
    for (const measure of ["ratio", "percent-change"] as const)
      expect(computeChange(measure, point("2"), halfOpen("-0.5", "0.5"), false)).toBeNull();
  });
});

describe("whatever the operands", () => {
  test("a change that was computed from them is left alone", () => {
    assertProperty(
      fc.property(tenths, tenths, (own, other) => {
        const share = ((own - other) / other) * 100;
        expect(
          kindsFound(
            ...operands(own, other),
            change("difference", inTenths(own - other), { direction: direction(own - other) }),
            change("ratio", (own / other).toFixed(2)),
            change("ratio", (other / own).toFixed(2), { direction: "down" }),
            change("percent-change", Math.abs(share).toFixed(0), { direction: direction(share) }),
          ),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  test("a difference beyond their precision and its own is found", () => {
    // The operands leave 0.1 on either side, and a printed tenth 0.05.
    const error = fc.integer({ min: 2, max: 300 }).chain((size) => fc.constantFrom(size, -size));
    assertProperty(
      fc.property(tenths, tenths, error, (own, other, off) => {
        const stated = own - other + off;
        expect(
          kindsFound(
            ...operands(own, other),
            change("difference", inTenths(stated), { direction: direction(stated) }),
          ),
        ).toContainEqual(expect.stringMatching(/^(arithmetic|unit-misuse)$/));
      }),
      RUNS,
    );
  });

  test("another unit changes nothing", () => {
    const thousandths = fc.integer({ min: 1, max: 9999 });
    const latency = (unit: "seconds" | "milliseconds", value: number, overrides = {}) =>
      aClaim({
        metric: "latency",
        unit,
        value: unit === "seconds" ? (value / 1000).toFixed(3) : String(value),
        ...overrides,
      });
    assertProperty(
      fc.property(thousandths, thousandths, thousandths, (own, other, stated) => {
        const [inSeconds, ...rest] = (["seconds", "milliseconds"] as const).map((unit) =>
          kindsFound(
            latency(unit, own),
            latency("seconds", other, { subject: "acme/zero" }),
            latency(unit, stated, {
              measure: "difference",
              direction: direction(own - other),
              "compared-with": "acme/zero",
            }),
          ),
        );
        expect(rest).toEqual([inSeconds]);
      }),
      RUNS,
    );
  });

  test("a change computed from two exact figures follows, to whatever digits it is printed", () => {
    const cents = fc.integer({ min: 1, max: 99_999 });
    const places = fc.integer({ min: 0, max: 4 });
    const price = (value: number) => (value / 100).toFixed(2);
    assertProperty(
      fc.property(cents, cents, places, (own, other, digits) => {
        const rounded = (value: string) => roundToPlaces(absolute(value), digits);
        const [one, another] = [price(own), price(other)];
        const stated = (measure: string, value: string, way?: string) =>
          aPriceClaim(value, {
            measure,
            "compared-with": "acme/zero",
            direction: way,
            quote: `${value} it is`,
          });
        const way = direction(own - other);
        const share = multiply(divide(subtract(one, another), another), "100");
        expect(
          kindsFound(
            aPriceClaim(one),
            aPriceClaim(another, { subject: "acme/zero" }),
            stated("difference", rounded(subtract(one, another)), way),
            stated("percent-change", rounded(share), way),
            stated("ratio", rounded(divide(one, another))),
            stated("ratio", rounded(divide(another, one)), "down"),
          ).filter((kind) => kind === "arithmetic" || kind === "unit-misuse"),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  test("the same price by the thousand and by the million changes no ratio and no percentage", () => {
    const mills = fc.integer({ min: 1, max: 9999 });
    const perMillion = (value: number, overrides = {}) =>
      aPriceClaim((value / 1000).toFixed(3), overrides);
    const perThousand = (value: number, overrides = {}) =>
      aPriceClaim((value / 1_000_000).toFixed(6), {
        unit: "usd-per-thousand-tokens",
        ...overrides,
      });
    assertProperty(
      fc.property(mills, mills, fc.integer({ min: 1, max: 300 }), (own, other, stated) => {
        const [first, ...rest] = [
          [perMillion, perMillion],
          [perThousand, perMillion],
          [perThousand, perThousand],
        ].map(([one = perMillion, another = perMillion]) =>
          kindsFound(
            one(own),
            another(other, { subject: "acme/zero" }),
            ...["percent-change", "ratio"].map((measure) =>
              aPriceClaim(String(stated), {
                measure,
                direction: "up",
                "compared-with": "acme/zero",
              }),
            ),
          ),
        );
        for (const kinds of rest) expect(kinds).toEqual(first);
      }),
      RUNS,
    );
  });

  test("the order of sources and claims changes nothing", () => {
    const statements: Readonly<Record<string, AuthoredFields>> = {
      chart: aClaim({ value: "55" }),
      gain: change("difference", "26.6", { direction: "up" }),
      one: aClaim(),
      "points-as-percent": change("percent-change", "21.4", { direction: "up" }),
      zero: aClaim({ subject: "acme/zero", value: "33.2" }),
      "zero-again": aClaim({ subject: "acme/zero", value: "33" }),
    };
    const others: Readonly<Record<string, AuthoredFields>> = {
      "beta/review": aSource({ claims: keyed([aClaim({ value: "54.9" })]) }),
      "gamma/digest": aSource({
        claims: keyed([change("ratio", "3"), aClaim({ subject: "acme/zero", value: "33.3" })]),
      }),
    };
    const inOrder = (record: Readonly<Record<string, AuthoredFields>>, keys: readonly string[]) =>
      Object.fromEntries(keys.map((key) => [key, record[key] as AuthoredFields]));
    const shuffled = (keys: readonly string[]) =>
      fc.shuffledSubarray([...keys], { minLength: keys.length });
    const foundIn = (claims: readonly string[], sources: readonly string[]) =>
      [
        ...analysisOf({
          sources: inOrder(
            { ...others, "acme/card": aSource({ claims: inOrder(statements, claims) }) },
            sources,
          ),
        }).discrepancies.values(),
      ]
        .filter(({ kind }) => kind === "arithmetic" || kind === "unit-misuse")
        .map(({ claims: involved, ...finding }) => ({
          id: finding.id,
          severity: finding.severity,
          claims: involved.map(({ id }) => id).sort(),
          computation: finding.computation,
          size: finding.size,
        }));
    const claimKeys = Object.keys(statements);
    const sourceIds = ["acme/card", ...Object.keys(others)];
    const expected = foundIn(claimKeys, sourceIds);
    expect(expected.map(({ id }) => id)).toEqual([
      "arithmetic/acme/card#gain",
      "arithmetic/gamma/digest#c1",
      "unit-misuse/acme/card#points-as-percent",
    ]);
    assertProperty(
      fc.property(shuffled(claimKeys), shuffled(sourceIds), (claims, sources) => {
        expect(foundIn(claims, sources)).toEqual(expected);
      }),
      RUNS,
    );
  });
});
