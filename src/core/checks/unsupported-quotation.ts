import { describeValue, publisherName } from "../facts/describe.ts";
import { factIdOf } from "../facts/fact.ts";
import { formatDate } from "../quantity/calendar.ts";
import type { Check, Finding } from "./check.ts";

/**
 * Words that a source presents as those of a document in which a recorded search did not find them. The search is authored, since core
 * holds no texts.
 */
export const unsupportedQuotation: Check = {
  kind: "unsupported-quotation",
  run({ dataset }) {
    const findings: Finding[] = [];
    for (const claim of dataset.claims.values()) {
      const { quotation } = claim;
      if (!quotation || quotation.lookedFor.some((search) => search.wasFound)) continue;
      const label = quotation.label === null ? "" : `, which it calls ${quotation.label},`;
      findings.push({
        id: `unsupported-quotation/${claim.id}`,
        kind: "unsupported-quotation",
        severity: quotation.label === null ? "major" : "minor",
        scope: "within",
        facts: [factIdOf(claim)],
        claims: [claim],
        about: [claim],
        summary: `${publisherName(dataset, claim)} attributes words${label} to “${quotation.document}” (${describeValue(dataset, claim)}); a search did not find them.`,
        computation: quotation.lookedFor.map(
          (search) =>
            `looked for in ${search.in} (${search.extent}) on ${formatDate(search.on)}: not found`,
        ),
        size: null,
      });
    }
    return findings;
  },
};
