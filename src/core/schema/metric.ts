import { z } from "zod";
import { UNIT_NAMES } from "../quantity/units.ts";
import { alias, unqualifiedReading } from "./reading.ts";
import { address, quoted, reference, wholeNumber } from "./scalars.ts";
import { bareEnum, CONDITION_NAMES, METRIC_KINDS } from "./vocabulary.ts";

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
