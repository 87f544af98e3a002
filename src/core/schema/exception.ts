import { z } from "zod";
import { day, quoted, reference } from "./scalars.ts";

/** `src/data/exceptions.yaml`: faults that we tolerate, each with its reason. */
export const authoredExceptions = z
  .strictObject({
    exceptions: z
      .array(
        z.strictObject({
          rule: reference("The rule that is excepted."),
          place: quoted("The file, claim or discrepancy for which the rule is excepted."),
          because: quoted("Why the fault is tolerated."),
          since: day("Since when."),
        }),
      )
      .meta({ description: "The faults that are tolerated; an empty list when there are none." }),
  })
  .meta({
    title: "Exceptions",
    description: "Faults that are tolerated; one that is no longer needed is an error.",
  });

export type AuthoredException = z.infer<typeof authoredExceptions>["exceptions"][number];
