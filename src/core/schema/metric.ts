import { z } from "zod";
import { parseNumeral } from "../quantity/numeral.ts";
import { UNIT_NAMES } from "../quantity/units.ts";
import { authoredConditions } from "./conditions.ts";
import { alias, unqualifiedReading } from "./reading.ts";
import { address, quoted, reference, wholeNumber } from "./scalars.ts";
import {
  bareEnum,
  CONDITION_NAMES,
  DERIVING_MEASURES,
  DIRECTIONS,
  METRIC_KINDS,
} from "./vocabulary.ts";

const operand = z.union([
  reference("A metric of the same subject, under the same conditions."),
  z.strictObject({
    metric: reference("A metric of the same subject."),
    conditions: authoredConditions,
  }),
]);

/** How the level of a metric follows from the levels of others of the same subject. */
const followsFrom = z
  .strictObject({
    measure: bareEnum(
      DERIVING_MEASURES,
      "How it is computed: a difference, ratio or percent-change of two metrics, a multiple of one, or the weekday of a date.",
    ),
    of: operand.meta({ description: "The metric from which it is computed." }),
    against: operand.optional().meta({
      description: "For a difference, ratio or percent-change: the metric on the other side.",
    }),
    direction: bareEnum(
      DIRECTIONS,
      "For a difference or percent-change: down where the figure is a decrease, as a discount is.",
    ).optional(),
    times: quoted(
      "For a multiple: by how much, with the digits that the rule is good for.",
    ).optional(),
    because: quoted("Why it follows, or whose rule it is, in one sentence."),
  })
  .superRefine((rule, context) => {
    const hasTwoSides = rule.measure !== "multiple" && rule.measure !== "weekday";
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (hasTwoSides && rule.against === undefined)
      fault("measure", `is a ${rule.measure} of one metric; add against:`);
    if (!hasTwoSides && rule.against !== undefined)
      fault("against", `stands beside a ${rule.measure}, which has one side; take it out`);
    if (rule.measure === "multiple" && (rule.times === undefined || !parseNumeral(rule.times)))
      fault(
        rule.times === undefined ? "measure" : "times",
        'needs times: with a figure, such as "0.75"',
      );
    if (rule.measure !== "multiple" && rule.times !== undefined)
      fault("times", `stands beside a ${rule.measure}; it belongs to a multiple`);
  });

/** `src/data/metrics/<id>.yaml`. */
export const authoredMetric = z
  .strictObject({
    name: quoted("The canonical name."),
    kind: bareEnum(METRIC_KINDS, "What sort of thing is measured."),
    family: reference(
      "The family of metrics that readers mix up with one another (all prices, a benchmark and its variants).",
    ),
    unit: bareEnum(UNIT_NAMES, "The unit of its level."),
    better: bareEnum(["higher", "lower", "neither"], "Which way is better."),
    definition: quoted("What is measured, in one to three sentences of our own."),
    url: address("Where the metric is defined by those who run it.").optional(),
    "run-by": quoted("Who runs or defines it.").optional(),
    aliases: z
      .array(alias)
      .optional()
      .meta({ description: "Every other name that a source uses for it." }),
    conditions: z
      .array(bareEnum(CONDITION_NAMES as [string, ...string[]], "A condition."))
      .optional()
      .meta({
        description: "Conditions that a claim of this metric may state, beside the subject's own.",
      }),
    unqualified: z
      .array(unqualifiedReading)
      .optional()
      .meta({ description: "How a mention without conditions is read, and why." }),
    "varies-in-time": bareEnum(
      ["yes", "no"],
      "Whether its answer may change from one day to another, as a price or an availability does.",
    ).optional(),
    "steady-days": wholeNumber(
      "For a metric that varies in time: the number of days for which a stated value is presumed to hold before and after its date.",
    ).optional(),
    bounds: bareEnum(
      CONDITION_NAMES as [string, ...string[]],
      "For a limit: the condition of other metrics whose values it bounds, as a context window bounds the context length of a test.",
    ).optional(),
    "never-above": z.array(reference("A metric.")).min(1).optional().meta({
      description:
        "Metrics of the same subject whose figure this one can never exceed, under the same conditions and at the same time: a discounted price and the full one, the length of an answer and its limit, a knowledge cutoff and the release.",
    }),
    planned: bareEnum(
      ["yes"],
      "Where its answers speak of what is planned or expected, and not of what is.",
    ).optional(),
    marks: bareEnum(
      ["beginning", "end"],
      "For a date: whether the subject exists from then on, or no longer.",
    ).optional(),
    covers: z
      .union([
        bareEnum(["all-scores"], "Every benchmark that the ledger knows."),
        z.array(reference("A metric.")).min(1),
      ])
      .optional()
      .meta({
        description:
          "For a metric that stands for several, as in “better across the board”: the metrics that it stands for.",
      }),
    "follows-from": followsFrom.optional().meta({
      description:
        "For a metric whose level can be computed from others of its subject, as a discount from two prices: how.",
    }),
    "mix-of": z.array(reference("A metric.")).min(2).optional().meta({
      description:
        "For a figure that averages others by the amounts used, such as a blended price: which ones. Whatever the amounts, it lies between the least and the greatest of them.",
    }),
    "proportional-to": reference(
      "For a metric that tells the figure of another in another unit, such as money earned beside a share of it: the other one.",
    ).optional(),
    names: z
      .array(
        z.strictObject({
          name: reference("The registered value."),
          label: quoted("How readers see it."),
        }),
      )
      .optional()
      .meta({ description: "For a metric whose values are names: the values it may take." }),
  })
  .meta({
    title: "Metric",
    description:
      "What is measured: a benchmark, a price, a limit, a date, an availability or a property.",
  });

export type AuthoredMetric = z.infer<typeof authoredMetric>;
