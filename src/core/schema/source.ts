import { z } from "zod";
import { authoredClaim } from "./claim.ts";
import { address, day, quoted, reference, SEGMENT_PATTERN, verbatim } from "./scalars.ts";
import { bareEnum, SOURCE_KINDS } from "./vocabulary.ts";

const bound = (description: string) =>
  z
    .strictObject({
      date: day(description),
      because: quoted("How we know."),
    })
    .meta({ description });

/** `src/data/sources/<publisher>/[<date>-]<slug>.yaml`. */
export const authoredSource = z
  .strictObject({
    title: quoted("The title as published."),
    kind: bareEnum(SOURCE_KINDS, "What sort of document it is."),
    authors: z
      .array(quoted("An author's name."))
      .optional()
      .meta({ description: "The authors as named; none when the document names none." }),
    url: address("Where it was published."),
    published: day("The day of publication.").optional(),
    "not-before": bound(
      "The earliest day on which an undated document can have been written.",
    ).optional(),
    "not-after": bound(
      "The latest day on which an undated document can have been written.",
    ).optional(),
    "states-date": z
      .strictObject({
        date: day("The day on which its own text says that it was written."),
        quote: verbatim("The words that say so."),
        because: quoted("How the words are read."),
      })
      .optional()
      .meta({ description: "For a document whose text dates itself; it may be wrong." }),
    accessed: day("The day on which we read it."),
    description: quoted(
      "What sort of document this is and how it came by its figures, in one or two sentences, without a grade.",
    ),
    text: quoted("The name of its file in the folder that data:verify is given.").optional(),
    repeats: z
      .array(
        z.strictObject({
          source: reference("The document it repeats."),
          because: quoted("How we know."),
        }),
      )
      .optional()
      .meta({
        description:
          "Documents that this one repeats; what repeats another is no independent witness.",
      }),
    claims: z
      .record(
        z
          .string()
          .regex(SEGMENT_PATTERN, "is not a key: lower-case letters, digits, dots and hyphens"),
        authoredClaim,
      )
      .meta({ description: "What the document states, in its own order; keys never change." }),
  })
  .superRefine((source, context) => {
    if (source.published === undefined && !(source["not-before"] && source["not-after"])) {
      context.addIssue({
        code: "custom",
        path: [],
        message: "has no date; give published:, or not-before: and not-after: with their reasons",
      });
    }
    const from = source["not-before"]?.date;
    const to = source["not-after"]?.date;
    if (from && to && from > to) {
      context.addIssue({
        code: "custom",
        path: ["not-after", "date"],
        message: `lies before not-before (${from}); swap the two`,
      });
    }
  })
  .meta({ title: "Source", description: "One document by one publisher, and what it states." });
