import type { Claim, Dataset, Quotation } from "../dataset/dataset.ts";
import { describeHeld, describeSearch, quotedWords } from "../evidence/describe-search.ts";
import { joinWords, publisherName } from "../facts/describe.ts";
import { compareClaims } from "../facts/fact.ts";
import { compareText } from "../report/issue.ts";
import type { Check, Finding } from "./check.ts";
import type { Severity } from "./kinds.ts";

/**
 * Words that a source presents as those of a document in which a recorded search did not find them. The search is authored, since core
 * holds no texts. Claims read out of the same words are one finding.
 */
export const unsupportedQuotation: Check = {
  kind: "unsupported-quotation",
  run({ dataset }) {
    const quotations = new Map<string, { quotation: Quotation; claims: Claim[] }>();
    for (const claim of dataset.claims.values()) {
      const { quotation } = claim;
      if (!quotation || quotation.lookedFor.some((search) => search.wasFound)) continue;
      const key = JSON.stringify([
        claim.source,
        quotation.document,
        quotedWords(claim) ?? claim.id,
        severityOf(quotation),
      ]);
      const group = quotations.get(key);
      if (group) group.claims.push(claim);
      else quotations.set(key, { quotation, claims: [claim] });
    }
    return [...quotations.values()].map(({ quotation, claims }) =>
      describe(dataset, quotation, claims.sort(compareClaims)),
    );
  },
};

function describe(dataset: Dataset, quotation: Quotation, claims: readonly Claim[]): Finding {
  const first = claims[0] as Claim;
  const words = quotedWords(first);
  const label = quotation.label === null ? "" : `, which it calls ${quotation.label},`;
  const outcome = wasSearchedInPartOnly(quotation)
    ? `they were not found in ${joinWords([...new Set(quotation.lookedFor.map(describeHeld))])}, and the rest was not searched`
    : "a search did not find them";
  const searches = claims.flatMap((claim) => claim.quotation?.lookedFor ?? []);
  return {
    id: `unsupported-quotation/${first.id}`,
    kind: "unsupported-quotation",
    severity: severityOf(quotation),
    scope: "within",
    facts: [...new Set(claims.map((claim) => claim.fact))].sort(compareText),
    claims,
    about: claims,
    summary: `${publisherName(dataset, first)} presents ${words === null ? "words" : `“${words}”`}${label} as words of “${quotation.document}”; ${outcome}.`,
    computation: [...new Set(searches.map((search) => `looked for in ${describeSearch(search)}`))],
    size: null,
  };
}

const wasSearchedInPartOnly = ({ lookedFor }: Quotation): boolean =>
  lookedFor.every(({ extent }) => extent === "excerpts");

/** A search of excerpts accuses nobody: the words may stand in what was not held. */
function severityOf(quotation: Quotation): Severity {
  if (wasSearchedInPartOnly(quotation)) return "note";
  return quotation.label === null ? "major" : "minor";
}
