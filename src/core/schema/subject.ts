import { z } from "zod";
import { alias, unqualifiedReading } from "./reading.ts";
import { address, quoted, reference } from "./scalars.ts";
import { bareEnum, SUBJECT_KINDS } from "./vocabulary.ts";

/** `src/data/subjects/<owner>/<name>.yaml`, or `<name>.yaml` for an organisation. The owner is the first segment of the id. */
export const authoredSubject = z
  .strictObject({
    name: quoted("The canonical name."),
    kind: bareEnum(SUBJECT_KINDS, "What sort of thing it is."),
    description: quoted(
      "One or two sentences that say what it is, in our own words, without figures.",
    ),
    family: reference("The family to which a model belongs.").optional(),
    url: address("Its home page.").optional(),
    aliases: z
      .array(alias)
      .optional()
      .meta({ description: "Every other name that a source uses for it." }),
    unqualified: z
      .array(unqualifiedReading)
      .optional()
      .meta({ description: "How a mention without conditions is read, and why." }),
    unattested: quoted(
      "For a subject that one source names and nobody else knows: who looked for it, and where.",
    ).optional(),
  })
  .meta({
    title: "Subject",
    description:
      "What claims are about: a model, a family of models, a product, an organisation or a person.",
  });
