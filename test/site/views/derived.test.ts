import { describe, expect, test } from "vitest";
import { derivedView } from "../../../src/site/views/derived.ts";
import { aClaim, aDateClaim, aPriceClaim } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";

const link = (path: string) => `/base${path}`;
const analysis = analysisOf({
  sources: {
    "acme/card": [
      aClaim({ "measured-by": "acme" }),
      aClaim({ subject: "acme/zero", value: "33.2" }),
      aPriceClaim("2.00"),
      aPriceClaim("8.00", { metric: "blended-price" }),
      aDateClaim("2026-01-05"),
      aDateClaim("2026-01-15", { subject: "acme/zero" }),
    ],
    "beta/review": [aClaim({ value: "54.9" })],
  },
});
const view = (measure: Parameters<typeof derivedView>[1], ...keys: string[]) =>
  derivedView(
    analysis,
    measure,
    keys.map((key) => `acme/card#${key}`),
    "minus",
    link,
  );
const formula = (shown: ReturnType<typeof view>) => shown.formula.map(({ text }) => text).join("");

describe("a computed figure", () => {
  test("shows its formula, whose operands lead to their claims", () => {
    const shown = view("difference", "c1", "c2");
    expect(shown.text).toBe("about 21.4 points");
    expect(shown.formula).toEqual([
      { text: "54.6%", href: "/base/sources/acme/card/#c1" },
      { text: " − " },
      { text: "33.2%", href: "/base/sources/acme/card/#c2" },
    ]);
    expect(shown.operands[0]).toEqual({
      title: "One on Bench",
      valueText: "54.6%",
      publisher: "Acme",
      href: "/base/sources/acme/card/#c1",
      isDisputed: true,
    });
  });

  test.each([
    ["ratio", ["c4", "c3"], "$8.00 ÷ $2.00"],
    ["percent-change", ["c4", "c3"], "($8.00 − $2.00) ÷ $2.00"],
    ["sum", ["c3", "c4"], "$2.00 + $8.00"],
    ["mean", ["c3", "c4"], "($2.00 + $8.00) ÷ 2"],
    ["days", ["c6", "c5"], "from 5 January 2026 to 15 January 2026"],
  ] as const)("of a %s is written as %s", (measure, keys, written) => {
    expect(formula(view(measure, ...keys))).toBe(written);
  });

  test("is marked when sources conflict on an operand", () => {
    expect(view("difference", "c1", "c2").isDisputed).toBe(true);
    expect(view("ratio", "c4", "c3").isDisputed).toBe(false);
  });

  test("says what its operands allow", () => {
    expect(view("difference", "c1", "c2").range).toContain("21.3 to 21.5 points");
    expect(view("ratio", "c4", "c3").range).toMatch(/exact/);
  });

  test("that cannot be computed stops the build", () => {
    expect(() => view("difference", "c1", "c3")).toThrow(/USD/);
  });
});
