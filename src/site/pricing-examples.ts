/** The example workloads and mixes of the page of prices: authored text, read once. */
import { parse } from "yaml";
import { z } from "zod";
import text from "../content/instruments/pricing.yaml?raw";

const count = z.string().regex(/^\d+$/).describe("A whole number, double-quoted.");
const smallCount = z
  .string()
  .regex(/^\d{1,3}$/)
  .describe("A small whole number, double-quoted.");

const pricingExamples = z.strictObject({
  workloads: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z0-9-]+$/)
          .describe("Its place on the page."),
        name: z.string().describe("How readers see it."),
        description: z.string().describe("What is sent and answered, in one sentence."),
        input: count,
        cached: count,
        output: count,
        calls: count.describe("Calls a day."),
      }),
    )
    .min(1),
  mixes: z.array(
    z.strictObject({
      name: z.string().describe("The mix in words."),
      parts: z.strictObject({ input: smallCount, cached: smallCount, output: smallCount }),
    }),
  ),
});

export type PricingExamples = z.infer<typeof pricingExamples>;

/** Throws with the fault where the file is not as its schema says: the build stops. */
export const PRICING_EXAMPLES: PricingExamples = pricingExamples.parse(parse(text));
