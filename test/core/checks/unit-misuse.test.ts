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
    "Acme calls +21.4% a change in percent; as such it does not follow, as percentage points it does.",
  );
  expect(misuse?.computation).toEqual([
    "in percent: One 54.6% (Acme) against Zero 33.2% (Acme) gives (64.0602, 64.8567)",
    "in percentage points: One 54.6% (Acme) − Zero 33.2% (Acme) gives (21.3, 21.5)",
  ]);
});
