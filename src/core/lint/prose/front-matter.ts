/** The front matter of prose, for `data:check` and for Astro's content collections. */
import { z } from "zod";
import { day, quoted } from "../../schema/scalars.ts";

/** Astro's YAML parser makes a number of it, ours keeps text. */
export const order = z.coerce
  .number("is not a number")
  .int("is not a whole number")
  .positive("is not above zero")
  .meta({ description: "Place among its like, from one.", scalar: "bare" });

/** The groups under which explainers are listed, in the order of the list. */
export const ARTICLE_GROUPS = {
  release: "The release and its line",
  prices: "What it costs",
  scores: "What it can do",
  models: "Beside other models",
  sources: "How the sources tell it",
} as const;

export type ArticleGroup = keyof typeof ARTICLE_GROUPS;

const GROUP_NAMES = Object.keys(ARTICLE_GROUPS) as [ArticleGroup, ...ArticleGroup[]];

export const articleFrontMatter = z.strictObject({
  title: quoted("The heading."),
  summary: quoted("The standfirst: one sentence."),
  published: day("The day on which it first appeared."),
  updated: day("The day of its last change that a reader would notice."),
  order,
  group: z
    .enum(GROUP_NAMES, `is none of ${GROUP_NAMES.join(", ")}`)
    .optional()
    .meta({ description: "The group under which it is listed.", scalar: "bare" }),
});

/** Title and summary of such a page stand in a registry of the code. */
export const registryPageFrontMatter = z.strictObject({ order });

export const glossaryFrontMatter = z.strictObject({
  term: quoted("The term, as its heading."),
  also: z.array(quoted("Another spelling.")).nonempty("names no spelling").optional().meta({
    description: "Other spellings by which explainers mention it; a plural s needs none.",
  }),
});
