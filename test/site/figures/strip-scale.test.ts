import { describe, expect, it } from "vitest";
import {
  axisTicks,
  crowdedRows,
  type DecimalSpan,
  isDrawable,
  pixelScale,
  pixelSpan,
  printedPlaces,
  stripDomain,
} from "../../../src/site/figures/strip-scale.ts";

const span = (low: string | null, high: string | null): DecimalSpan => ({ low, high });

const stated546 = span("54.55", "54.65");
const stated55 = span("54.5", "55.5");
const stated549 = span("54.85", "54.95");

/** The spans in pixels on an axis of 400 pixels made for all of them. */
function place(...spans: readonly DecimalSpan[]) {
  const scale = pixelScale(stripDomain(spans, "number"), 0, 400);
  return spans.map((one) => {
    const placed = pixelSpan(one, scale, 0, 400);
    if (placed === null) throw new Error("The span has no end.");
    return placed;
  });
}

const haveInCommon = (one: { from: number; to: number }, other: { from: number; to: number }) =>
  one.from < other.to && other.from < one.to;

describe("spans on an axis", () => {
  it.each([
    ["54.6 and 55 lie on one another", stated546, stated55, true],
    ["54.9 and 55 lie on one another", stated549, stated55, true],
    ["54.6 and 54.9 leave a gap", stated546, stated549, false],
    ["33.2 and 33.3 touch without meeting", span("33.15", "33.25"), span("33.25", "33.35"), false],
    ["38.3 and 86.1 leave a gap", span("38.25", "38.35"), span("86.05", "86.15"), false],
    ["over 50 and 54.6 lie on one another", span("50.5", null), stated546, true],
    ["under 50 and 54.6 leave a gap", span(null, "49.5"), stated546, false],
  ])("%s", (_title, one, other, isCommon) => {
    const [first, second] = place(one, other);
    expect(first && second && haveInCommon(first, second)).toBe(isCommon);
  });

  it("an open end reaches the edge of the plot and says so", () => {
    const [over, under] = place(span("50.5", null), span(null, "49.5"));
    expect(over).toMatchObject({ to: 400, openFrom: false, openTo: true });
    expect(under).toMatchObject({ from: 0, openFrom: true, openTo: false });
  });

  it("a figure without ends has no place", () => {
    expect(pixelSpan(span(null, null), (at) => at, 0, 400)).toBeNull();
    expect(isDrawable([span(null, null)])).toBe(false);
    expect(isDrawable([span(null, null), stated55])).toBe(true);
  });
});

describe("stripDomain", () => {
  it.each<[string, DecimalSpan[], number, number]>([
    ["figures get a margin of an eighth", [stated546, stated55], 54.38, 55.62],
    ["a lone interval takes the middle third", [stated546], 54.45, 54.75],
    ["identical intervals count as one", [stated546, stated546], 54.45, 54.75],
    ["a lone price has room on both sides", [span("2", "2")], 1.6, 2.4],
    ["a lone zero does as well", [span("0", "0")], 0, 1],
    ["an open end has room to go on", [span("50", null), span("60", "61")], 48.68, 64.3],
    ["the margin does not cross zero", [span("0.5", "0.5"), span("40", "40")], 0, 44.74],
    ["nor from below", [span("-40", "-40"), span("-0.5", "-0.5")], -44.74, 0],
    ["signs may differ", [span("-1", "-1"), span("1", "1")], -1.24, 1.24],
  ])("%s", (_title, spans, from, to) => {
    const domain = stripDomain(spans, "number");
    expect(domain.from).toBeCloseTo(from, 6);
    expect(domain.to).toBeCloseTo(to, 6);
  });

  it("a lone day has three days on either side", () => {
    expect(stripDomain([span("20192", "20192")], "calendar")).toEqual({ from: 20189, to: 20195 });
  });

  it("refuses figures without ends", () => {
    expect(() => stripDomain([span(null, null)], "number")).toThrow(RangeError);
  });
});

describe("axisTicks", () => {
  it.each([
    ["tenths keep their zero", 54.38, 55.62, 3, ["54.5", "55.0", "55.5"]],
    ["prices keep their cents", 0.098, 0.122, 3, ["0.10", "0.11", "0.12"]],
    ["whole numbers have no point", 33, 92, 6, ["40", "50", "60", "70", "80", "90"]],
    ["large steps have no point either", 400_000, 1_600_000, 2, ["500000", "1000000", "1500000"]],
  ])("%s", (_title, from, to, count, labels) => {
    const ticks = axisTicks({ from, to }, "number", count, (value) => value);
    expect(ticks.map(({ label }) => label)).toEqual(labels);
  });

  it("on a calendar are whole days as ISO dates", () => {
    const ticks = axisTicks({ from: 20189.5, to: 20194.5 }, "calendar", 12, (iso) => iso);
    expect(ticks.map(({ label }) => label)).toEqual([
      "2025-04-12",
      "2025-04-13",
      "2025-04-14",
      "2025-04-15",
      "2025-04-16",
    ]);
    expect(ticks.map(({ at }) => at)).toEqual([20190, 20191, 20192, 20193, 20194]);
  });
});

it.each([
  ["54.6%", 1],
  ["$0.10", 2],
  ["55%", 0],
  ["1,047,576", 0],
  ["about 66.25", 2],
  ["14 April 2025", 0],
])("%s is printed with %i decimals", (text, places) => {
  expect(printedPlaces(text)).toBe(places);
});

describe("crowdedRows", () => {
  const far = span("86.05", "86.15");

  it("finds the rows that a far source pushes together", () => {
    expect(crowdedRows([stated546, far, stated549], 10)).toEqual([0, 2]);
  });

  it("leaves alone what can be told apart", () => {
    expect(crowdedRows([stated546, far, stated549], 100)).toBeNull();
  });

  it("leaves alone figures that agree, however close", () => {
    expect(crowdedRows([stated546, far, stated55], 10)).toBeNull();
    expect(crowdedRows([stated546, far, stated546], 10)).toBeNull();
  });

  it("needs a far source: one group is already as large as it can be", () => {
    expect(crowdedRows([stated546, stated549], 10)).toBeNull();
  });

  it("does not depend on the order of the rows, but keeps it", () => {
    expect(crowdedRows([stated549, stated546, far], 10)).toEqual([0, 1]);
    expect(crowdedRows([far, stated549, stated546], 10)).toEqual([1, 2]);
  });

  it("ignores open figures, which reach everywhere", () => {
    expect(crowdedRows([span("50.5", null), stated546], 1)).toBeNull();
  });
});
