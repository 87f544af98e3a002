/**
 * The definition of a chart: the front matter of a file of `src/content/charts`, whose text says how to read it. Code draws
 * forms and knows no benchmark; which figures a chart shows is written here.
 */
import { z } from "zod";
import { quoted, reference, wholeNumber } from "../../schema/scalars.ts";
import { bareEnum, CONDITION_NAMES, type ConditionName } from "../../schema/vocabulary.ts";
import type { FrontMatterReference } from "./folders.ts";
import { order } from "./front-matter.ts";

const CONDITION_CHOICES = CONDITION_NAMES as [ConditionName, ...ConditionName[]];

const common = {
  title: quoted("The heading."),
  summary: quoted("What it shows, in one or two sentences: part of every download."),
  order,
};

const metric = reference("The id of a metric.");

const choice = {
  subjects: z
    .array(reference("The id of a subject."))
    .nonempty("names no subject")
    .optional()
    .meta({
      description: "Which subjects are drawn, in this order; all, by their figures, when left out.",
    }),
  keep: z
    .partialRecord(z.enum(CONDITION_CHOICES), z.array(quoted("A value.")).nonempty("keeps nothing"))
    .optional()
    .meta({
      description:
        "Values of conditions that are kept; facts that state another one are left out, those that state none stay.",
    }),
  from: quoted("Where the axis of the figures begins, when not at zero.").optional(),
};

const valuesForm = z.strictObject({
  ...common,
  form: bareEnum(["values"], "Figures by subject on one axis."),
  metrics: z.array(metric).nonempty("names no metric"),
  ...choice,
  shows: bareEnum(
    ["sources", "standing"],
    "Every source's figure, or the one that stands with a note of who differs.",
  ),
  rows: bareEnum(
    CONDITION_CHOICES,
    "The condition whose values are the rows of a subject.",
  ).optional(),
  sequence: z
    .array(quoted("A value of that condition."))
    .nonempty("names no value")
    .optional()
    .meta({ description: "The order of these rows." }),
  scale: bareEnum(
    ["factors"],
    "Equal lengths are equal factors, instead of equal differences.",
  ).optional(),
});

const againstForm = z.strictObject({
  ...common,
  form: bareEnum(["against"], "One metric against another."),
  horizontal: metric,
  vertical: metric,
  ...choice,
  line: bareEnum(
    ["frontier"],
    "A line through the points that no other one beats on both axes.",
  ).optional(),
});

const agreementForm = z.strictObject({
  ...common,
  form: bareEnum(["agreement"], "Facts by source, with how each figure stands."),
  least: wholeNumber("How many publishers have to state a fact for it to be shown."),
});

const recordsForm = z.strictObject({
  ...common,
  form: bareEnum(["records"], "Each source's claims by status."),
});

const kindsForm = z.strictObject({
  ...common,
  form: bareEnum(["kinds"], "Discrepancies by kind and severity."),
});

export const chartFrontMatter = z.discriminatedUnion("form", [
  valuesForm,
  againstForm,
  agreementForm,
  recordsForm,
  kindsForm,
]);

/** A chart as it is authored. */
export type AuthoredChart = z.infer<typeof chartFrontMatter>;
type ChartForm = AuthoredChart["form"];
/** A chart of one form. */
export type AuthoredChartOf<Form extends ChartForm> = Extract<AuthoredChart, { form: Form }>;

/** The records that a chart draws from. */
export function chartReferences(chart: AuthoredChart): FrontMatterReference[] {
  const metrics =
    chart.form === "values"
      ? chart.metrics
      : chart.form === "against"
        ? [chart.horizontal, chart.vertical]
        : [];
  const subjects = "subjects" in chart ? (chart.subjects ?? []) : [];
  return [
    ...metrics.map((id) => ({ kind: "metric", id }) as const),
    ...subjects.map((id) => ({ kind: "subject", id }) as const),
  ];
}
