import { describe, expect, test } from "vitest";
import {
  type DerivedMeasure,
  derive,
  isDerivation,
} from "../../../src/core/derivation/derivation.ts";
import { formatDerived, formatDerivedRange } from "../../../src/core/derivation/format-derived.ts";
import { aClaim, aDateClaim, aPriceClaim } from "../../builders/authored.ts";
import { soundDataset } from "../../builders/dataset.ts";
import type { AuthoredFields } from "../../builders/yaml.ts";

/** The claims of one source each, in the order given. */
function claimsOf(...claims: readonly AuthoredFields[]) {
  const dataset = soundDataset({ sources: { "beta/review": claims } });
  return [...dataset.claims.values()];
}

function result(measure: DerivedMeasure, ...claims: readonly AuthoredFields[]): string {
  const derivation = derive(measure, claimsOf(...claims));
  return isDerivation(derivation) ? formatDerived(derivation) : derivation.fault;
}

const score = (value: string, more: AuthoredFields = {}) => aClaim({ value, ...more });
const price = (value: string) => aPriceClaim(value);
const date = (value: string) => aDateClaim(value);
const tokens = (value: string) => aClaim({ metric: "context-window", value });

describe("a computed figure", () => {
  test.each<[DerivedMeasure, AuthoredFields, AuthoredFields, string]>([
    // Two figures to a tenth leave a range two tenths wide.
    ["difference", score("54.6"), score("33.2"), "about 21.4 points"],
    ["difference", score("33.2"), score("54.6"), "about −21.4 points"],
    ["difference", score("55"), score("33"), "about 22 points"],
    ["difference", score("55"), score("54.6"), "−0.2 to 1.0 points"],
    ["difference", score("54.9"), score("54.6"), "about 0.3 points"],
    // Listed prices are exact.
    ["difference", price("2.00"), price("0.40"), "$1.60"],
    ["difference", price("0.40"), price("2.00"), "−$1.60"],
    ["difference", price("2.50"), price("2.00"), "$0.50"],
    ["ratio", price("75.00"), price("2.00"), "37.5×"],
    ["ratio", price("8.00"), price("2.00"), "4×"],
    ["ratio", price("10.00"), price("3.00"), "3.33×"],
    ["percent-change", price("2.00"), price("2.50"), "−20%"],
    ["percent-change", price("0.10"), price("0.15"), "−33.3%"],
    ["percent-change", score("54.6"), score("33.2"), "about 64%"],
    ["ratio", score("54.6"), score("5.0"), "about 10.9×"],
    ["ratio", score("40"), score("4"), "8.7× to 11.6×"],
    ["sum", score("54.6"), score("10.2"), "about 64.8%"],
    ["mean", score("54.6"), score("55"), "55%"],
    ["mean", price("2.00"), price("8.00"), "$5"],
    ["difference", tokens("1,047,576"), tokens("128,000"), "about 919,576 tokens"],
    ["days", date("2025-07-14"), date("2025-04-14"), "91 days"],
    ["days", date("2025-04-14"), date("2025-04-15"), "−1 day"],
    ["days", date("2025-07"), date("2025-04-14"), "78 to 108 days"],
  ])("%s", (measure, own, other, text) => {
    expect(result(measure, own, other)).toBe(text);
  });

  test("has an end only where its operands have one", () => {
    expect(result("difference", score("50", { qualifier: "over" }), score("30"))).toBe(
      "at least 19.0 points",
    );
    expect(result("difference", score("50", { qualifier: "under" }), score("30"))).toBe(
      "at most 21.0 points",
    );
  });

  test("may be shown without its sign", () => {
    const derivation = derive("percent-change", claimsOf(price("2.00"), price("2.50")));
    expect(isDerivation(derivation) && formatDerived(derivation, "none")).toBe("20%");
  });

  test.each<[AuthoredFields, AuthoredFields, string]>([
    [score("54.6"), score("33.2"), "21.3 to 21.5 points"],
    [price("2.00"), price("0.40"), "exactly $1.60"],
  ])("tells every value that its operands allow", (own, other, text) => {
    const derivation = derive("difference", claimsOf(own, other));
    expect(isDerivation(derivation) && formatDerivedRange(derivation)).toBe(text);
  });
});

describe("nothing is computed", () => {
  test.each<[string, DerivedMeasure, readonly AuthoredFields[], RegExp]>([
    ["of one claim", "sum", [score("1.0")], /at least two/],
    ["of different units", "difference", [score("1.0"), price("2.00")], /%.*USD/],
    ["of dates, but days", "difference", [date("2025-01-01"), date("2025-01-02")], /a date/],
    ["of figures, where days are asked for", "days", [score("1"), score("2")], /no date/],
    [
      "of words",
      "ratio",
      [score("1"), aClaim({ metric: "availability", value: "yes", quote: "yes" })],
      /name and no figure/,
    ],
    ["over zero", "ratio", [score("1"), score("0")], /zero/],
    [
      "of ends that are both open",
      "difference",
      [score("50", { qualifier: "over" }), score("30", { qualifier: "over" })],
      /open/,
    ],
  ])("%s", (_, measure, claims, fault) => {
    expect(result(measure, ...claims)).toMatch(fault);
  });

  test("of a claim and itself", () => {
    const [claim] = claimsOf(score("1"));
    if (!claim) throw new Error("no claim");
    expect(derive("difference", [claim, claim])).toMatchObject({ fault: /twice/ });
  });
});
