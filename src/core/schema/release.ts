import { z } from "zod";
import { day, quoted, reference } from "./scalars.ts";

/** `src/data/releases/<id>.yaml`. */
export const authoredRelease = z
  .strictObject({
    title: quoted("The name of the release."),
    summary: quoted("What was released, in one or two sentences, without figures."),
    announced: day("The day of the announcement."),
    organisation: reference("Who released it."),
    subjects: z
      .array(reference("A subject of the release."))
      .min(1)
      .meta({ description: "The models, families and products released." }),
    primary: reference("The source in which the owner announced it."),
    lanes: z
      .array(
        z.strictObject({
          channel: quoted("The value of the condition channel that belongs to the lane."),
          title: quoted("How readers see it."),
        }),
      )
      .optional()
      .meta({ description: "The channels that the lineage shows side by side, in order." }),
    articles: z
      .array(reference("The slug of an explainer."))
      .optional()
      .meta({ description: "The explainers about it, in reading order." }),
  })
  .meta({ title: "Release", description: "The event under analysis." });
