/** What the explorer of claims loads: its columns at once, the words of the sources when they are asked for. */
import type { Analysis } from "../../core/analysis.ts";
import { DISCREPANCY_KINDS, KINDS } from "../../core/checks/kinds.ts";
import type { ClaimWords } from "../../core/columns/claim-text.ts";
import { Dictionary } from "../../core/columns/dictionary.ts";
import { buildExplorerColumns, type ExplorerColumns } from "../../core/columns/explorer-columns.ts";
import { type Claim, type Evidence, known } from "../../core/dataset/dataset.ts";
import { describeValue } from "../../core/facts/describe.ts";
import { kindPath, metricPath, sourcePath, subjectPath } from "../addresses.ts";
import { claimView, type Link, sourceLink } from "./claim.ts";
import { factSummary } from "./fact.ts";

export function explorerColumns(analysis: Analysis): ExplorerColumns {
  return buildExplorerColumns(analysis, {
    valueText: (claim) => describeValue(analysis.dataset, claim),
    particulars: (fact) => factSummary(analysis, fact).particulars,
    sourceDate: (id) => sourceLink(analysis, id).date,
  });
}

/** The words of all claims, for free text. */
export function claimWords({ dataset }: Analysis): ClaimWords {
  const texts = new Dictionary();
  const text = [...dataset.claims.values()].map((claim) => texts.add(searchedWords(claim)));
  return { hash: dataset.hash, texts: texts.values, text };
}

function searchedWords({ evidence, asWritten }: Claim): string {
  const own =
    evidence.form === "quote"
      ? [evidence.quote]
      : evidence.form === "cell"
        ? [evidence.table, evidence.row, evidence.column, evidence.text]
        : [evidence.seen];
  return [...own, asWritten.subject, asWritten.metric, asWritten.value]
    .filter((part) => part !== null)
    .join(" ");
}

/** What a claim shows when it is opened. */
export interface OpenedClaim {
  readonly evidence: Evidence;
  readonly where: string;
  /** Link into the source at the quoted words; null for evidence that is no running text. */
  readonly deepLink: string | null;
  /** Who measured it, to whom it is attributed, how it was read. */
  readonly notes: readonly string[];
}

/** What the claims of one source show when they are opened, by key. */
export function openedClaims(analysis: Analysis, sourceId: string): Record<string, OpenedClaim> {
  const { claims } = known(analysis.dataset.sources, sourceId);
  return Object.fromEntries(
    claims
      .filter(({ retired }) => retired === null)
      .map((claim) => {
        const view = claimView(analysis, claim);
        const notes = [
          view.measuredBy && `Measured by ${view.measuredBy}.`,
          view.attributedTo && `Attributed to ${view.attributedTo}.`,
          view.asOf && `Said for ${view.asOf}.`,
          view.asWritten.length > 0 && `As written: ${view.asWritten.join(", ")}.`,
          view.bindingReasons.length > 0 && `Read by us: ${view.bindingReasons.join(" ")}`,
          view.quotation,
        ].filter((note) => typeof note === "string");
        const { evidence, where, deepLink } = view;
        return [claim.key, { evidence, where, deepLink, notes }];
      }),
  );
}

interface ClaimListEntry extends Link {
  readonly id: string;
  /** What in the list is particular to it: how many claims, or discrepancies. */
  readonly count: number;
}

export interface ClaimLists {
  readonly claims: number;
  readonly sources: readonly (ClaimListEntry & { readonly publisher: string })[];
  readonly subjects: readonly ClaimListEntry[];
  readonly scores: readonly ClaimListEntry[];
  readonly otherMetrics: readonly ClaimListEntry[];
  readonly kinds: readonly ClaimListEntry[];
}

/** Every way into the claims that needs no script: the pages that list them, with how many they hold, the most first. */
export function claimLists(analysis: Analysis): ClaimLists {
  const { dataset } = analysis;
  const claims = [...dataset.claims.values()];
  const entries = (key: (claim: Claim) => string, link: (id: string) => Link) => {
    const counts = new Map<string, number>();
    for (const claim of claims) counts.set(key(claim), (counts.get(key(claim)) ?? 0) + 1);
    return [...counts]
      .map(([id, count]) => ({ id, count, ...link(id) }))
      .sort((one, other) => other.count - one.count || (one.text < other.text ? -1 : 1));
  };
  const metrics = entries(
    (claim) => claim.metric,
    (id) => ({ text: known(dataset.metrics, id).name, path: metricPath(id) }),
  );
  const isScore = ({ id }: { readonly id: string }) => known(dataset.metrics, id).kind === "score";
  const ofKind = new Map<string, number>();
  for (const { kind } of analysis.discrepancies.values())
    ofKind.set(kind, (ofKind.get(kind) ?? 0) + 1);
  return {
    claims: claims.length,
    sources: entries(
      (claim) => claim.source,
      (id) => ({ text: known(dataset.sources, id).title, path: sourcePath(id) }),
    ).map((entry) => ({ ...entry, publisher: sourceLink(analysis, entry.id).publisher })),
    subjects: entries(
      (claim) => claim.subject,
      (id) => ({ text: known(dataset.subjects, id).name, path: subjectPath(id) }),
    ),
    scores: metrics.filter(isScore),
    otherMetrics: metrics.filter((metric) => !isScore(metric)),
    kinds: DISCREPANCY_KINDS.map((kind) => ({
      id: kind,
      text: KINDS[kind].title,
      path: kindPath(kind),
      count: ofKind.get(kind) ?? 0,
    })),
  };
}
