/**
 * The scalar fields of authored YAML. Each says how it is written (`scalar`), so that the
 * quoting rule of DESIGN §3 is read from the schema and stated nowhere else:
 * `quoted` in double quotes, `block` as a `|-` block, `bare` without quotes.
 */
import { z } from "zod";
import { isCalendarDay, isPartialDate } from "../quantity/calendar.ts";

export type ScalarStyle = "quoted" | "block" | "bare";

const SEGMENT = "[a-z0-9]+(?:[.-][a-z0-9]+)*";

/** One segment of an id: lower case, digits, inner dots and hyphens. */
export const SEGMENT_PATTERN = new RegExp(`^${SEGMENT}$`);

const PATH_ID_PATTERN = new RegExp(`^${SEGMENT}(?:/${SEGMENT})*$`);
const CLAIM_ID_PATTERN = new RegExp(`^${SEGMENT}/${SEGMENT}#${SEGMENT}$`);

/** Free text or a figure: kept exactly as printed. */
export const quoted = (description: string) =>
  z.string().min(1, "is empty; write the text or leave the field out").meta({
    description,
    scalar: "quoted",
  });

/** Verbatim words of a source. */
export const verbatim = (description: string) =>
  z
    .string()
    .min(1, "is empty; copy the words of the source")
    .meta({ description, scalar: "block" });

/** An id that resolves to a file of the dataset (`openai/gpt-4.1`) or to a registry key. */
export const reference = (description: string) =>
  z
    .string()
    .regex(
      PATH_ID_PATTERN,
      "is not an id: lower-case letters, digits, dots and hyphens, segments separated by /",
    )
    .meta({ description, scalar: "bare" });

/** A claim's id: its source's id, `#`, its key. */
export const claimReference = (description: string) =>
  z
    .string()
    .regex(CLAIM_ID_PATTERN, "is not a claim's id: <publisher>/<document>#<key>")
    .meta({ description, scalar: "bare" });

/** An absolute address. */
export const address = (description: string) =>
  z
    .string()
    .regex(/^https?:\/\/[^\s]+$/, "is not an absolute http(s) address")
    .meta({ description, scalar: "bare" });

/** A calendar day, `YYYY-MM-DD`, as text: never a Date, which has a time zone. */
export const day = (description: string) =>
  z
    .string()
    .refine(isCalendarDay, "is not a day of the calendar written YYYY-MM-DD")
    .meta({ description, scalar: "quoted" });

/** A date at the precision that is known: day, month or year. */
export const partialDate = (description: string) =>
  z
    .string()
    .refine(isPartialDate, "is not a date written YYYY-MM-DD, YYYY-MM or YYYY")
    .meta({ description, scalar: "quoted" });

/** A positive whole number, as text. */
export const wholeNumber = (description: string) =>
  z
    .string()
    .regex(/^[1-9]\d*$/, "is not a positive whole number")
    .meta({ description, scalar: "quoted" });
