/** A claim as pages show it. Paths are from the site's root. */
import type { Analysis } from "../../core/analysis.ts";
import { KINDS } from "../../core/checks/kinds.ts";
import { describeTime } from "../../core/checks/pairs.ts";
import { type Claim, type Evidence, known, type Quotation } from "../../core/dataset/dataset.ts";
import { describeSearch } from "../../core/evidence/describe-search.ts";
import { deepLink } from "../../core/evidence/text-fragment.ts";
import { describeConditions, describeFact, describeValue } from "../../core/facts/describe.ts";
import { formatDate } from "../../core/quantity/calendar.ts";
import type { Status } from "../../core/verdicts/status.ts";
import {
  claimPath,
  discrepancyPath,
  factPath,
  metricPath,
  sourcePath,
  subjectPath,
} from "../addresses.ts";

export interface Link {
  readonly text: string;
  readonly path: string;
}

export interface SourceLink extends Link {
  readonly publisher: string;
  /** When it was published, in words; for an undated document, the bounds. */
  readonly date: string;
}

export interface DiscrepancyLink extends Link {
  readonly id: string;
  readonly kindTitle: string;
  readonly severity: string;
  readonly isConflict: boolean;
}

export interface ClaimView {
  readonly id: string;
  readonly key: string;
  readonly path: string;
  readonly subject: Link;
  readonly metric: Link;
  readonly fact: Link | null;
  readonly valueText: string;
  readonly status: Status;
  readonly conditions: string;
  readonly evidence: Evidence;
  readonly where: string;
  /** Link into the source at the quoted words; null for evidence that is no running text. */
  readonly deepLink: string | null;
  readonly source: SourceLink;
  readonly measuredBy: string | null;
  readonly attributedTo: string | null;
  /** Names and figures as the source writes them: `subject: “GPT-X”`. */
  readonly asWritten: readonly string[];
  readonly binding: "exact" | "alias" | "inferred";
  readonly bindingReasons: readonly string[];
  /** For words presented as those of a document: which one, and where they were looked for. */
  readonly quotation: string | null;
  /** The time for which it is made, where that is not the source's own date. */
  readonly asOf: string | null;
  readonly discrepancies: readonly DiscrepancyLink[];
  readonly retired: {
    readonly on: string;
    readonly because: string;
    readonly movedTo: Link | null;
  } | null;
}

export function sourceLink(analysis: Analysis, id: string): SourceLink {
  const source = known(analysis.dataset.sources, id);
  return {
    text: source.title,
    path: sourcePath(id),
    publisher: known(analysis.dataset.subjects, source.publisher).name,
    date: source.published
      ? formatDate(source.published)
      : `undated, between ${formatDate(source.time.notBefore)} and ${formatDate(source.time.notAfter)}`,
  };
}

export function discrepancyLinks(
  analysis: Analysis,
  claimOrFact: "claim" | "fact",
  id: string,
): DiscrepancyLink[] {
  const map =
    claimOrFact === "claim" ? analysis.discrepanciesOfClaim : analysis.discrepanciesOfFact;
  return (map.get(id) ?? []).map((discrepancy) => ({
    id: discrepancy.id,
    text: discrepancy.summary,
    path: discrepancyPath(discrepancy.id),
    kindTitle: KINDS[discrepancy.kind].title,
    severity: discrepancy.severity,
    isConflict: KINDS[discrepancy.kind].isConflict,
  }));
}

export function subjectLink(analysis: Analysis, id: string): Link {
  return { text: known(analysis.dataset.subjects, id).name, path: subjectPath(id) };
}

export function metricLink(analysis: Analysis, id: string): Link {
  return { text: known(analysis.dataset.metrics, id).name, path: metricPath(id) };
}

export function claimView(analysis: Analysis, claim: Claim): ClaimView {
  const { dataset } = analysis;
  const source = known(dataset.sources, claim.source);
  const fact = analysis.factOfClaim.get(claim.id);
  const organisation = (id: string | null) =>
    id === null ? null : known(dataset.subjects, id).name;
  const isOwnTime =
    claim.asOf.notBefore === source.time.notBefore && claim.asOf.notAfter === source.time.notAfter;
  const movedTo = claim.retired?.movedTo;
  return {
    id: claim.id,
    key: claim.key,
    path: claimPath(claim.id),
    subject: subjectLink(analysis, claim.subject),
    metric: metricLink(analysis, claim.metric),
    fact: fact ? { text: describeFact(dataset, fact), path: factPath(fact.id) } : null,
    valueText: describeValue(dataset, claim),
    status: analysis.claimStatuses.get(claim.id) ?? "single",
    conditions: describeConditions(claim.conditions),
    evidence: claim.evidence,
    where: claim.where,
    deepLink: claim.evidence.form === "quote" ? deepLink(source.url, claim.evidence.quote) : null,
    source: sourceLink(analysis, claim.source),
    measuredBy: organisation(claim.measuredBy),
    attributedTo: organisation(claim.attributedTo),
    asWritten: (["subject", "metric", "value", "unit"] as const).flatMap((field) =>
      claim.asWritten[field] === null ? [] : [`${field} “${claim.asWritten[field]}”`],
    ),
    binding: claim.binding.kind,
    bindingReasons: claim.binding.kind === "inferred" ? claim.binding.reasons : [],
    quotation: claim.quotation && describeQuotation(claim.quotation),
    asOf: isOwnTime ? null : describeTime(claim),
    discrepancies: discrepancyLinks(analysis, "claim", claim.id),
    retired: claim.retired
      ? {
          on: formatDate(claim.retired.on),
          because: claim.retired.because,
          movedTo: movedTo ? { text: movedTo, path: claimPath(movedTo) } : null,
        }
      : null,
  };
}

/** `Presented as words of “…” (paraphrased). Looked for in … (whole page) on …: not found.` */
function describeQuotation({ document, label, lookedFor }: Quotation): string {
  const searches = lookedFor.map((search) => `Looked for in ${describeSearch(search)}.`);
  return [
    `Presented as words of “${document}”${label === null ? "" : ` (${label})`}.`,
    ...searches,
  ].join(" ");
}
