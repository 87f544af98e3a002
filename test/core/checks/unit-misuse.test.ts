import { describe, expect, test } from "vitest";
import { aClaim, aPriceClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

const change = (measure: string, value: string, overrides: AuthoredFields = {}) =>
  aClaim({ measure, direction: "up", "compared-with": "acme/zero", value, ...overrides });
const operands = [aClaim({ value: "54.6" }), aClaim({ subject: "acme/zero", value: "33.2" })];
const prices = [aPriceClaim("3"), aPriceClaim("2", { subject: "acme/zero" })];
const found = (...claims: AuthoredFields[]) =>
  [...analysisOf({ sources: { "acme/card": claims } }).discrepancies.values()].map(
    ({ kind, id }) => ({ kind, id }),
  );

describe("a change that fits only as what it is not called", () => {
  test.each([
    ["points called percent", change("percent-change", "21.4")],
    ["points called about so many percent", change("percent-change", "21", { qualifier: "about" })],
    ["percent called points", change("difference", "64", { qualifier: "about" })],
    [
      "a fall in points called percent",
      change("percent-change", "21.4", {
        direction: "down",
        subject: "acme/zero",
        "compared-with": "acme/one",
      }),
    ],
  ])("is unit misuse, and no arithmetic: %s", (_, claim) => {
    expect(found(...operands, claim)).toEqual([
      { kind: "unit-misuse", id: "unit-misuse/acme/card#c3" },
    ]);
  });
});

describe("a change is no unit misuse", () => {
  test.each<[string, AuthoredFields[], string[]]>([
    ["that fits as it is called", [...operands, change("difference", "21.4")], []],
    ["that fits as percent and is called so", [...operands, change("percent-change", "64")], []],
    [
      "that fits both ways",
      [
        aClaim({ value: "100" }),
        aClaim({ subject: "acme/zero", value: "50" }),
        change("difference", "50"),
      ],
      [],
    ],
    [
      "that fits neither way, which is arithmetic",
      [...operands, change("percent-change", "5")],
      ["arithmetic"],
    ],
    [
      "of a metric that is not in percent, which is arithmetic",
      [...prices, { ...change("percent-change", "1"), metric: "input-price" }],
      ["arithmetic"],
    ],
    ["that is a ratio", [...operands, change("ratio", "21.4")], ["arithmetic"]],
    ["without operands", [change("percent-change", "21.4")], []],
  ])("%s", (_, claims, kinds) => {
    expect(found(...claims).map(({ kind }) => kind)).toEqual(kinds);
  });
});

test("the working shows the figure as it is called and as it fits", () => {
  const { discrepancies } = analysisOf({
    sources: { "acme/card": [...operands, change("percent-change", "21.4")] },
  });
  const [misuse] = discrepancies.values();
  expect(misuse).toMatchObject({
    severity: "minor",
    scope: "within",
    about: [{ id: "acme/card#c3" }],
  });
  expect(misuse?.summary).toBe(
    "Acme states +21.4% for One on Bench, change in percent from Zero; as percent it does not follow, as percentage points it does.",
  );
  expect(misuse?.computation).toEqual([
    "in percent, by its own figures: One 54.6% (Acme) against Zero 33.2% (Acme) gives (64.0602, 64.8567): does not follow",
    "in percentage points, by its own figures: One 54.6% (Acme) − Zero 33.2% (Acme) gives (21.3, 21.5): follows",
  ]);
});

describe("so many times more", () => {
  const ratio = (value: string, quote: string, overrides: AuthoredFields = {}) =>
    aClaim({ measure: "ratio", "compared-with": "acme/zero", value, quote, ...overrides });
  const levels = (own: string, other: string) => [
    aClaim({ value: own }),
    aClaim({ subject: "acme/zero", value: other }),
  ];

  test("that fits only as an addition is a note, with both readings shown", () => {
    const { discrepancies } = analysisOf({
      sources: { "acme/card": [...levels("80.0", "20.0"), ratio("3", "is 3 times better here")] },
    });
    const [misuse, ...rest] = discrepancies.values();
    expect(rest).toEqual([]);
    expect(misuse).toMatchObject({ id: "unit-misuse/acme/card#c3", severity: "note" });
    expect(misuse?.summary).toBe(
      "Acme states 3× for One on Bench, ratio to Zero; its words allow two readings: as so many times as much it does not follow, as so many times more, which is once more than that, it does.",
    );
    expect(misuse?.computation).toEqual([
      "as so many times as much, by its own figures: One 80.0% (Acme) ÷ Zero 20.0% (Acme) gives (3.9875, 4.0125): does not follow",
      "as so many times more, by its own figures: One 80.0% (Acme) ÷ Zero 20.0% (Acme) gives (3.9875, 4.0125): follows",
    ]);
  });

  test.each<[string, AuthoredFields[], string[]]>([
    [
      "that fits as a multiple is left alone",
      [...levels("60.0", "20.0"), ratio("3", "is 3 times better here")],
      [],
    ],
    [
      "in words that allow one reading is arithmetic",
      [...levels("80.0", "20.0"), ratio("3", "scores three times as high")],
      ["arithmetic"],
    ],
    [
      "that fits neither way is arithmetic",
      [...levels("80.0", "10.0"), ratio("3", "is 3 times better here")],
      ["arithmetic"],
    ],
    [
      "downwards has one reading",
      [...levels("20.0", "80.0"), ratio("3", "is 3 times lower here", { direction: "down" })],
      ["arithmetic"],
    ],
  ])("%s", (_, claims, kinds) => {
    expect(found(...claims).map(({ kind }) => kind)).toEqual(kinds);
  });
});
