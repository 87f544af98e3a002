import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  civilDate,
  datePrecision,
  dateSpan,
  epochDay,
  findWrittenDates,
  formatDate,
  isCalendarDay,
  isPartialDate,
  parseWrittenDate,
  WEEKDAYS,
  weekdayOf,
} from "../../../src/core/quantity/calendar.ts";
import { assertProperty, days, partialDates } from "../../builders/properties.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

describe("days of the calendar", () => {
  test.each(["2025-04-14", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])(
    "%s is one",
    (text) => {
      expect(isCalendarDay(text)).toBe(true);
    },
  );

  test.each([
    "2025-02-29",
    "1900-02-29",
    "2025-04-31",
    "2025-13-01",
    "2025-00-10",
    "2025-04-00",
    "2025-4-14",
    "14-04-2025",
    "2025-04",
    "25-04-14",
    "2025-04-14T00:00",
    "",
  ])("%j is none", (text) => {
    expect(isCalendarDay(text)).toBe(false);
  });

  test("of every date of two centuries are those that JavaScript knows", () => {
    assertProperty(fc.property(days, (day) => isCalendarDay(day)));
  });
});

test.each([
  ["2025", true],
  ["2025-04", true],
  ["2025-04-14", true],
  ["2025-13", false],
  ["2025-00", false],
  ["2025-02-30", false],
  ["April 2025", false],
  ["205", false],
])("%s is a date of day, month or year precision: %s", (text, isOne) => {
  expect(isPartialDate(text)).toBe(isOne);
});

test.each([
  ["2025", "year"],
  ["2025-04", "month"],
  ["2025-04-14", "day"],
])("%s has the precision of a %s", (iso, precision) => {
  expect(datePrecision(iso)).toBe(precision);
});

describe("the number of a day", () => {
  test.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 2, 29, 11_016],
    [2000, 3, 1, 11_017],
    [2025, 4, 14, 20_192],
  ])("%i-%i-%i is %i days from the epoch", (year, month, day, number) => {
    expect(epochDay(year, month, day)).toBe(number);
  });

  test("is that of JavaScript's calendar", () => {
    assertProperty(
      fc.property(days, (iso) => {
        const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
        return epochDay(year, month, day) === Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY;
      }),
    );
  });
});

test("the date of a day is the one whose number it is", () => {
  assertProperty(
    fc.property(days, (iso) => {
      const [year, month, day] = iso.split("-").map(Number);
      expect(civilDate(dateSpan(iso).first)).toEqual({ year, month, day });
    }),
  );
});

describe("the day of the week", () => {
  test.each([
    ["2025-04-14", "monday"],
    ["1970-01-01", "thursday"],
    ["1969-12-31", "wednesday"],
    ["2024-02-29", "thursday"],
    ["2025-04", null],
    ["2025", null],
  ])("of %s is %s", (iso, weekday) => {
    expect(weekdayOf(iso)).toBe(weekday);
  });

  test("is that of JavaScript's calendar", () => {
    assertProperty(
      fc.property(days, (iso) => {
        const sundayFirst = new Date(`${iso}T00:00:00Z`).getUTCDay();
        expect(weekdayOf(iso)).toBe(WEEKDAYS[(sundayFirst + 6) % 7]);
      }),
    );
  });
});

describe("the span of a date", () => {
  test.each([
    ["2025-04-14", 1],
    ["2025-04", 30],
    ["2024-02", 29],
    ["2025-12", 31],
    ["2024", 366],
    ["2025", 365],
  ])("of %s is %i days", (iso, length) => {
    const span = dateSpan(iso);
    expect(span.afterLast - span.first).toBe(length);
  });

  test("of a day lies within that of its month, and that within its year", () => {
    assertProperty(
      fc.property(days, (day) => {
        const spans = [day, day.slice(0, 7), day.slice(0, 4)].map(dateSpan);
        return spans.every((span, index) => {
          const wider = spans[index + 1] ?? span;
          return wider.first <= span.first && span.afterLast <= wider.afterLast;
        });
      }),
    );
  });
});

const WRITTEN: readonly (readonly [string, string])[] = [
  ["2025-04-14", "2025-04-14"],
  ["Apr 14, 2025", "2025-04-14"],
  ["Apr. 14, 2025", "2025-04-14"],
  ["April 14, 2025", "2025-04-14"],
  ["April 14 2025", "2025-04-14"],
  ["april 14th, 2025", "2025-04-14"],
  ["14 April 2025", "2025-04-14"],
  ["14th April, 2025", "2025-04-14"],
  ["1 May 2025", "2025-05-01"],
  ["Sept. 3, 2025", "2025-09-03"],
  ["July 2025", "2025-07"],
  ["Jul 2025", "2025-07"],
  ["December, 2024", "2024-12"],
  ["2025-07", "2025-07"],
];

describe("a date as people write it", () => {
  test.each(WRITTEN)("%s is %s", (written, iso) => {
    expect(parseWrittenDate(written)).toBe(iso);
  });

  test.each([
    "April 31, 2025",
    "2025-02-29",
    "2025-13",
    "Smarch 2025",
    "April",
    "April 14",
    "14/04/2025",
    "soon",
    "",
  ])("%j is none", (written) => {
    expect(parseWrittenDate(written)).toBeNull();
  });

  test.each(WRITTEN)("%s is found within a sentence as %s", (written, iso) => {
    expect(findWrittenDates(`It was said (on ${written}) and never again.`)).toEqual([iso]);
  });

  test("is found as often as it is written, and at the precision of its place", () => {
    const found = findWrittenDates(
      "Announced in July 2025, shipped on 3 July 2025; gone by 2025-09-01.",
    );
    expect([...found].sort()).toEqual(["2025-07", "2025-07-03", "2025-09-01"]);
  });

  test("is not found where its day does not exist", () => {
    expect(findWrittenDates("on February 30, 2025")).toEqual([]);
  });

  test("is what a formatted date reads as", () => {
    assertProperty(
      fc.property(
        partialDates,
        (iso) => iso.length === 4 || parseWrittenDate(formatDate(iso)) === iso,
      ),
    );
  });
});

test.each([
  ["2025-04-14", "14 April 2025"],
  ["2025-07-01", "1 July 2025"],
  ["2025-07", "July 2025"],
  ["2025", "2025"],
])("%s reads as %s", (iso, text) => {
  expect(formatDate(iso)).toBe(text);
});
