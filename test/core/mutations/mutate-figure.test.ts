import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeDigit, garbleName, moveDate } from "../../../src/core/mutations/mutate-figure.ts";
import { seededChooser, shuffled } from "../../../src/core/mutations/random.ts";
import { isCalendarDay } from "../../../src/core/quantity/calendar.ts";

const first = () => 0;

describe("a changed digit", () => {
  it.each([
    ["54.6", "45.6"],
    ["0.10", "1.00"],
    ["88", "18"],
    ["1,047,576", "1,407,576"],
    ["5", "1"],
    ["1.05", "0.15"],
  ])("makes %s into %s", (figure, changed) => {
    expect(changeDigit(figure, first)).toBe(changed);
  });

  it("needs a digit other than zero", () => {
    expect(changeDigit("0", first)).toBeNull();
    expect(changeDigit("a third", first)).toBeNull();
  });

  it("always makes another figure of as many digits, without a leading zero", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.nat(), (figure, seed) => {
        const changed = changeDigit(String(figure), seededChooser(seed)) ?? "";
        expect(changed).toHaveLength(String(figure).length);
        expect(changed).not.toBe(String(figure));
        expect(changed.startsWith("0")).toBe(false);
      }),
    );
  });
});

it("a moved date is another day of the calendar", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("2025-04-14", "2024-02-29", "2025-12-31"),
      fc.nat(),
      (day, seed) => {
        const moved = moveDate(day, seededChooser(seed));
        expect(isCalendarDay(moved)).toBe(true);
        expect(moved).not.toBe(day);
      },
    ),
  );
});

it("a garbled name has two letters exchanged, and needs two that differ", () => {
  expect(garbleName("Model 1", first)).toBe("oMdel 1");
  expect(garbleName("A 1-2", first)).toBeNull();
});

describe("chance by a seed", () => {
  it("is the same for the same seed and another for another", () => {
    const draw = (seed: number) => {
      const choose = seededChooser(seed);
      return Array.from({ length: 8 }, () => choose(1000));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("reorders and loses nothing", () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const mixed = shuffled(items, seededChooser(1));
    expect(mixed).not.toEqual(items);
    expect([...mixed].sort((one, other) => one - other)).toEqual(items);
  });
});
