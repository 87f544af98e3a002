import fc from "fast-check";

/**
 * Checks a property on generated examples, the same ones in every run: a test that fails on one machine
 * fails on all of them. Another seed is a change to this file.
 */
export function assertProperty<Values>(property: fc.IProperty<Values>, numRuns = 300): void {
  fc.assert(property, { seed: 20_260_101, numRuns });
}

/** Digits of a plain numeral as printed: no sign, no multiplier, up to six decimal places. */
export const plainNumerals: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => {
    if (places === 0) return String(digits);
    const padded = String(digits).padStart(places + 1, "0");
    return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
  });

/** Numerals in every way of printing that the ledger reads, but for signs. */
export const printedNumerals: fc.Arbitrary<string> = fc.oneof(
  plainNumerals,
  fc
    .tuple(
      plainNumerals,
      fc.constantFrom(
        "K",
        "k",
        "M",
        "B",
        " thousand",
        " million",
        " billion",
        " trillion",
        "-million",
        "bn",
      ),
    )
    .map(([digits, scale]) => `${digits}${scale}`),
  fc
    .array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 3 })
    .chain((groups) =>
      fc
        .integer({ min: 1, max: 999 })
        .map((first) =>
          [first, ...groups.map((group) => String(group).padStart(3, "0"))].join(","),
        ),
    ),
);

/** Calendar days from 1900 to 2099. */
export const days: fc.Arbitrary<string> = fc
  .date({
    min: new Date("1900-01-01T00:00:00Z"),
    max: new Date("2099-12-31T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

/** Dates of day, month or year precision. */
export const partialDates: fc.Arbitrary<string> = fc
  .tuple(days, fc.constantFrom(10, 7, 4))
  .map(([day, length]) => day.slice(0, length));
