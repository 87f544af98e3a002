/**
 * Calendar dates as ISO text with declared precision. Days are counted with Howard Hinnant's
 * `days_from_civil` (chrono-compatible low-level date algorithms), so that no time zone and no
 * `Date` object is involved.
 */
export type DatePrecision = "day" | "month" | "year";

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is an ISO day that exists in the calendar. */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const longest = DAYS_IN_MONTH[month - 1];
  if (longest === undefined || day < 1 || day > longest) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return !(month === 2 && day === 29 && !isLeap);
}

/** Whether a text is an ISO date of day, month or year precision. */
export function isPartialDate(text: string): boolean {
  return isCalendarDay(text) || /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text);
}

/** Number of days from 1970-01-01 to a civil date; negative before it. */
export function epochDay(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date of a number of days since 1970-01-01: the inverse of `epochDay`, by the same author's `civil_from_days`. */
export function civilDate(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** In the order of the week that the epoch began with: 1970-01-01 was a Thursday. */
const WEEK_OF_THE_EPOCH = [
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
] as const;

export const WEEKDAYS = [...WEEK_OF_THE_EPOCH.slice(4), ...WEEK_OF_THE_EPOCH.slice(0, 4)] as [
  Weekday,
  ...Weekday[],
];
export type Weekday = (typeof WEEK_OF_THE_EPOCH)[number];

/** The day of the week of a partial ISO date; null for a month or a year, which have many. */
export function weekdayOf(iso: string): Weekday | null {
  if (datePrecision(iso) !== "day") return null;
  const days = dateSpan(iso).first;
  return WEEK_OF_THE_EPOCH[((days % 7) + 7) % 7] ?? null;
}

export function datePrecision(iso: string): DatePrecision {
  return iso.length === 10 ? "day" : iso.length === 7 ? "month" : "year";
}

/** First day of a partial ISO date, and the first day after it, as epoch days. */
export function dateSpan(iso: string): DateSpan {
  const before = knownSpans.get(iso);
  if (before) return before;
  const span = spanOf(iso);
  if (knownSpans.size >= MOST_KNOWN_SPANS) knownSpans.clear();
  knownSpans.set(iso, span);
  return span;
}

interface DateSpan {
  readonly first: number;
  readonly afterLast: number;
}

/** Dates recur, and every pair of claims that may be of one time asks for four of them. */
const knownSpans = new Map<string, DateSpan>();
const MOST_KNOWN_SPANS = 20_000;

function spanOf(iso: string): DateSpan {
  const [year = 0, month, day] = iso.split("-").map(Number);
  if (month === undefined)
    return { first: epochDay(year, 1, 1), afterLast: epochDay(year + 1, 1, 1) };
  if (day === undefined) {
    const next = month === 12 ? epochDay(year + 1, 1, 1) : epochDay(year, month + 1, 1);
    return { first: epochDay(year, month, 1), afterLast: next };
  }
  const first = epochDay(year, month, day);
  return { first, afterLast: first + 1 };
}

export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Names in full or by their first three letters; of September, newspapers print four. */
const MONTH_PATTERN = MONTH_NAMES.map(
  (name) => `${name.slice(0, 3)}(?:${name.slice(3)}${name === "September" ? "|t" : ""})?`,
).join("|");

/** Number of an English month name or its abbreviation, 1 to 12. */
function monthNumber(name: string): number {
  return (
    MONTH_NAMES.findIndex(
      (month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase(),
    ) + 1
  );
}

const two = (value: string | number) => String(value).padStart(2, "0");

interface DateForm {
  readonly pattern: string;
  readonly toIso: (groups: readonly string[]) => string;
}

const DAY_SUFFIX = "(?:st|nd|rd|th)?";
const DATE_FORMS: readonly DateForm[] = [
  { pattern: "(\\d{4})-(\\d{2})-(\\d{2})", toIso: ([y, m, d]) => `${y}-${m}-${d}` },
  {
    pattern: `(${MONTH_PATTERN})\\.? (\\d{1,2})${DAY_SUFFIX},? (\\d{4})`,
    toIso: ([m = "", d = "", y]) => `${y}-${two(monthNumber(m))}-${two(d)}`,
  },
  {
    pattern: `(\\d{1,2})${DAY_SUFFIX} (${MONTH_PATTERN})\\.?,? (\\d{4})`,
    toIso: ([d = "", m = "", y]) => `${y}-${two(monthNumber(m))}-${two(d)}`,
  },
  {
    pattern: `(${MONTH_PATTERN})\\.?,? (\\d{4})`,
    toIso: ([m = "", y]) => `${y}-${two(monthNumber(m))}`,
  },
  { pattern: "(\\d{4})-(\\d{2})", toIso: ([y, m]) => `${y}-${m}` },
];

/** Null for what has the form of a date and is not in the calendar. */
const existingDate = (iso: string): string | null => (isPartialDate(iso) ? iso : null);

/** A date as people write it (`Apr 14, 2025`, `14 April 2025`, `July 2025`, ISO) in ISO form; null when it is none. */
export function parseWrittenDate(text: string): string | null {
  for (const form of DATE_FORMS) {
    const match = new RegExp(`^${form.pattern}$`, "i").exec(text.trim());
    if (match) return existingDate(form.toIso(match.slice(1)));
  }
  return null;
}

/** Every date in a text, in ISO form, at the precision in which it is written. */
export function findWrittenDates(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  for (const form of DATE_FORMS) {
    rest = rest.replace(new RegExp(`\\b${form.pattern}\\b`, "gi"), (...args) => {
      const iso = existingDate(form.toIso(args.slice(1, -2) as string[]));
      if (iso !== null) found.push(iso);
      return " ";
    });
  }
  return found;
}

/** `2025-04-14` → `14 April 2025`, `2025-07` → `July 2025`, `2025` → `2025`. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  if (month === undefined) return iso;
  const name = MONTH_NAMES[Number(month) - 1];
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
