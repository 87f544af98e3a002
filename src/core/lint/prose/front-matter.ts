/** The front matter of prose, for `data:check` and for Astro's content collections. */
import { z } from "zod";
import { day, quoted } from "../../schema/scalars.ts";

/** Astro's YAML parser makes a number of it, ours keeps text. */
const order = z.coerce
  .number("is not a number")
  .int("is not a whole number")
  .positive("is not above zero")
  .meta({ description: "Place among its like, from one.", scalar: "bare" });

export const articleFrontMatter = z.strictObject({
  title: quoted("The heading."),
  summary: quoted("The standfirst: one sentence."),
  published: day("The day on which it first appeared."),
  updated: day("The day of its last change that a reader would notice."),
  order,
});

/** Title and summary of such a page stand in a registry of the code. */
export const registryPageFrontMatter = z.strictObject({ order });

export const glossaryFrontMatter = z.strictObject({ term: quoted("The term, as its heading.") });
