import { z } from "zod";
import { WEEKDAYS } from "../quantity/calendar.ts";
import { UNIT_NAMES } from "../quantity/units.ts";
import { authoredConditions } from "./conditions.ts";
import {
  claimReference,
  day,
  partialDate,
  quoted,
  reference,
  verbatim,
  wholeNumber,
} from "./scalars.ts";
import {
  bareEnum,
  DIRECTIONS,
  EXTENTS,
  MEASURES,
  QUALIFIERS,
  QUANTIFIERS,
  RELATIONS,
  RIVALS,
  SUPERLATIVES,
} from "./vocabulary.ts";

const cell = z
  .strictObject({
    table: quoted(
      "The table's heading, or the header of its first column where it has no heading.",
    ).optional(),
    row: quoted("The row's header as written."),
    column: quoted("The column's header as written."),
    text: quoted("The cell's text as written."),
  })
  .meta({ description: "Evidence in a table: row header, column header and the cell's text." });

const record = z
  .strictObject({
    copy: quoted("The stored copy in which the figure was seen, by name."),
    seen: quoted("How it was seen there."),
  })
  .meta({
    description:
      "Evidence in a stored copy whose text we do not hold; never the sole ground of a verdict.",
  });

/** The period for which a claim is made, where it differs from the date of its source. */
const authoredTime = z.union([
  partialDate("The time for which the claim is made."),
  z.strictObject({
    "not-before": partialDate("The earliest time for which the claim can be meant."),
    "not-after": partialDate("The latest time for which the claim can be meant."),
    because: quoted("How we know."),
  }),
]);

/** What a source leaves out: it says "50% better" and not than what, or "a difference" and not which way. */
export const UNSTATED = "unstated";

const comparedWith = z.union([
  reference("The subject with which this one is compared; unstated where the source names none."),
  z.strictObject({
    subject: reference("The subject with which this one is compared."),
    metric: reference("The metric on the other side, where it is another one.").optional(),
    conditions: authoredConditions.optional(),
  }),
]);

/** One thing that one source states. */
export const authoredClaim = z
  .strictObject({
    subject: reference("What the claim is about."),
    metric: reference("What is measured."),
    inferred: quoted(
      "Why the words mean this subject, metric or condition, where they do not say so.",
    ).optional(),
    conditions: authoredConditions.optional(),
    measure: bareEnum(MEASURES, "What kind of statement it is, as the source makes it.").default(
      "level",
    ),
    "compared-with": comparedWith.optional(),
    direction: bareEnum(
      [...DIRECTIONS, UNSTATED],
      "Whether a difference or change is up or down.",
    ).optional(),
    relation: bareEnum(RELATIONS, "For a relation: which one.").optional(),
    over: bareEnum(
      QUANTIFIERS,
      "For a relation: over how much of the set it is said to hold.",
    ).optional(),
    among: quoted("For a relation over a set: the set, as the source names it.").optional(),
    rivals: bareEnum(
      RIVALS,
      "For a relation over a set that no subject stands for: whose models it is about. Left out, a set that has only a name is not looked into, and a superlative without any set is about all models.",
    ).optional(),
    ever: bareEnum(
      ["yes", "no"],
      "For a superlative: whether it speaks of all times up to its own, as in “our cheapest model ever”, and not only of its own.",
    ).optional(),
    value: quoted(
      "The figure as printed, without sign of currency or unit; a date in ISO form; otherwise a named value.",
    ).optional(),
    unit: bareEnum(
      UNIT_NAMES,
      "The unit as the source calls it; the metric's own when left out.",
    ).optional(),
    qualifier: bareEnum(
      QUALIFIERS,
      "The word beside the figure that makes it approximate or one-sided.",
    ).optional(),
    weekday: bareEnum(
      WEEKDAYS,
      "For a date: the day of the week that the source gives with it.",
    ).optional(),
    "significant-digits": wholeNumber(
      "How many digits of a round figure the source vouches for, where the figure alone does not tell.",
    ).optional(),
    "as-of": authoredTime.optional().meta({
      description: "The time for which the claim is made; the source's date when left out.",
    }),
    "measured-by": reference("The organisation that measured the figure.").optional(),
    "attributed-to": reference(
      "The organisation or person to whom the source attributes it.",
    ).optional(),
    where: quoted("Where it stands: section and paragraph, or table."),
    quote: verbatim(
      "The shortest fragment of the source that carries the claim, at most 25 words.",
    ).optional(),
    cell: cell.optional(),
    record: record.optional(),
    quotation: z
      .strictObject({
        document: quoted("The document to which the source attributes the words, as it names it."),
        label: quoted("The source's own word for its rendering, such as paraphrased.").optional(),
        "looked-for": z
          .array(
            z.strictObject({
              in: quoted("The document that was searched."),
              source: reference(
                "The same document as a source of the ledger, so that data:verify can repeat the search.",
              ).optional(),
              extent: bareEnum(EXTENTS, "Whether the whole of it was held, or excerpts."),
              held: quoted("What was held: which copy, and how long.").optional(),
              words: wholeNumber("For excerpts: how many words were held.").optional(),
              result: bareEnum(["found", "not-found"], "Whether the words were found."),
              on: day("The day of the search."),
            }),
          )
          .min(1)
          .meta({ description: "Recorded searches for the words." }),
      })
      .optional()
      .meta({
        description: "For words that the source presents as those of a document, not as its own.",
      }),
    "as-written": z
      .strictObject({
        subject: quoted(
          "The subject's name as written, where it is not the canonical one.",
        ).optional(),
        metric: quoted(
          "The metric's name as written, where it is not the canonical one.",
        ).optional(),
        value: quoted(
          "The figure as written, where the value above is another form of it.",
        ).optional(),
        unit: quoted("The unit as written, where it is another one.").optional(),
      })
      .optional()
      .meta({ description: "Names and figures as the source writes them, where they differ." }),
    retired: z
      .strictObject({
        on: day("When the claim was retired."),
        because: quoted("Why."),
        "moved-to": claimReference("The claim that takes its place.").optional(),
      })
      .optional()
      .meta({
        description:
          "A retired claim keeps its anchor and says where it went; it bears on no fact.",
      }),
  })
  .superRefine((claim, context) => {
    const forms = (["quote", "cell", "record"] as const).filter(
      (form) => claim[form] !== undefined,
    );
    if (forms.length !== 1) {
      context.addIssue({
        code: "custom",
        path: forms.length > 1 ? [forms[1] as string] : [],
        message:
          forms.length === 0
            ? "has no evidence; give exactly one of quote, cell or record"
            : `stands beside ${forms.filter((form) => form !== forms[1]).join(" and ")}; keep exactly one form of evidence`,
      });
    }
    const isRelation = claim.measure === "relation";
    if (isRelation && claim.relation === undefined) {
      context.addIssue({
        code: "custom",
        path: ["measure"],
        message: "is a relation but names none; add relation: (for example beats)",
      });
    }
    if (!isRelation && claim.relation !== undefined) {
      context.addIssue({
        code: "custom",
        path: ["relation"],
        message: "stands on a claim that is no relation; set measure: relation",
      });
    }
    for (const field of ["over", "among", "rivals", "ever"] as const) {
      if (isRelation || claim[field] === undefined) continue;
      context.addIssue({
        code: "custom",
        path: [field],
        message: "stands on a claim that is no relation; set measure: relation, or take it out",
      });
    }
    const isSetNamed = claim["compared-with"] !== undefined && claim["compared-with"] !== UNSTATED;
    if (claim.rivals !== undefined && isSetNamed) {
      context.addIssue({
        code: "custom",
        path: ["rivals"],
        message: "stands beside a subject that the claim is compared with; keep one of the two",
      });
    }
    if (claim.ever === "yes" && claim.relation && !SUPERLATIVES.has(claim.relation)) {
      context.addIssue({
        code: "custom",
        path: ["ever"],
        message: `stands on ${claim.relation}, which is no superlative; take it out`,
      });
    }
    if (!isRelation && claim.value === undefined) {
      context.addIssue({
        code: "custom",
        path: [],
        message: "has no value; write the figure as printed, in double quotes",
      });
    }
    const compares =
      claim.measure === "difference" ||
      claim.measure === "ratio" ||
      claim.measure === "percent-change";
    if (compares && claim["compared-with"] === undefined) {
      context.addIssue({
        code: "custom",
        path: ["measure"],
        message: `is a ${claim.measure} without operands; add compared-with: (unstated where the source names no baseline)`,
      });
    }
    if (
      (claim.measure === "difference" || claim.measure === "percent-change") &&
      claim.direction === undefined
    ) {
      context.addIssue({
        code: "custom",
        path: ["measure"],
        message: `is a ${claim.measure} without direction; add direction: up or down, or unstated where the source does not say`,
      });
    }
  })
  .meta({
    title: "Claim",
    description: "One thing that one source states: one subject, one metric, one value.",
  });

export type AuthoredClaim = z.infer<typeof authoredClaim>;
export type AuthoredTime = z.infer<typeof authoredTime>;
