/** What a figure in prose shows when it is opened. */
import type { Analysis } from "../../core/analysis.ts";
import { KINDS } from "../../core/checks/kinds.ts";
import { type Claim, known } from "../../core/dataset/dataset.ts";
import { doAgree } from "../../core/facts/agreement.ts";
import { describeValue, publisherName } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { Status } from "../../core/verdicts/status.ts";
import { claimPath, factPath } from "../addresses.ts";
import type { EvidenceFigureView } from "../figures/evidence-view.ts";
import { canDrawStrip, precisionStrip } from "../figures/precision-strip.ts";
import { claimView } from "./claim.ts";
import { standingView } from "./standing.ts";
import { factStrip } from "./strip.ts";

/** The figure that one source states. */
export function claimFigure(
  analysis: Analysis,
  claim: Claim,
  popoverId: string,
  link: (path: string) => string,
): EvidenceFigureView {
  return figure(
    analysis,
    known(analysis.factOfClaim, claim.id),
    claim,
    describeValue(analysis.dataset, claim),
    popoverId,
    link,
  );
}

/** The figure that stands for a fact, with the evidence of the claim that carries it. */
export function factFigure(
  analysis: Analysis,
  fact: Fact,
  popoverId: string,
  link: (path: string) => string,
): EvidenceFigureView {
  const standing = known(analysis.standings, fact.id);
  const claim = standing.claims[0] ?? (fact.claims[0] as Claim);
  return figure(analysis, fact, claim, standingView(analysis, fact).text, popoverId, link);
}

const CONFLICTING: ReadonlySet<Status> = new Set<Status>(["conflicts", "decided", "open"]);

/** Whether sources conflict on a fact, decided or not. */
export const isInConflict = (analysis: Analysis, fact: Fact): boolean =>
  CONFLICTING.has(known(analysis.factStatuses, fact.id));

/** Whether this claim is a side of a conflict: a rounded figure that agrees with both sides is none. */
const isSideOfConflict = (analysis: Analysis, claim: Claim): boolean =>
  CONFLICTING.has(known(analysis.claimStatuses, claim.id));

function figure(
  analysis: Analysis,
  fact: Fact,
  claim: Claim,
  text: string,
  popoverId: string,
  link: (path: string) => string,
): EvidenceFigureView {
  const { dataset } = analysis;
  const view = claimView(analysis, claim);
  const standing = standingView(analysis, fact);
  const isConflicting = isSideOfConflict(analysis, claim);
  const conflicts = (analysis.discrepanciesOfFact.get(fact.id) ?? []).filter(
    ({ kind }) => KINDS[kind].isConflict,
  );
  const others = new Map(
    conflicts
      .flatMap((conflict) => conflict.claims)
      // A discrepancy holds both sides, and operands of other facts: what cannot be right beside this claim disagrees with it.
      .filter(
        (other) =>
          other.source !== claim.source && fact.claims.includes(other) && !doAgree(claim, other),
      )
      .map((other) => [`${other.source} ${describeValue(dataset, other)}`, other] as const),
  );
  const strip = factStrip(analysis, fact, link);
  const { evidence } = claim;
  // A single bar shows nothing that the figure does not say.
  const isDrawn = strip.rows.length > 1 && canDrawStrip(strip);
  return {
    text,
    conflict: isConflicting,
    announce: isConflicting ? "sources conflict" : undefined,
    popoverId,
    strip: isDrawn ? precisionStrip(strip, "medium") : undefined,
    // At the height of a word only what excludes the standing figure can be told from it.
    inlineStrip:
      isDrawn && isConflicting && strip.rows.some(({ role }) => role === "conflicts")
        ? precisionStrip(strip, "inline")
        : undefined,
    evidence: {
      quote: evidence.form === "quote" ? evidence.quote : undefined,
      cell:
        evidence.form === "cell"
          ? { row: evidence.row, column: evidence.column, text: evidence.text }
          : undefined,
      record: evidence.form === "record" ? `${evidence.copy}: ${evidence.seen}` : undefined,
      sourceTitle: view.source.text,
      publisher: view.source.publisher,
      date: view.source.date,
      where: claim.where,
      claimHref: link(claimPath(claim.id)),
      deepLink: view.deepLink ?? undefined,
      factHref: link(factPath(fact.id)),
      standing: standing.basis === "single" ? undefined : `${standing.text}. ${standing.because}`,
      disagreements: [...others.values()].map((other) => ({
        sourceTitle: publisherName(dataset, other),
        valueText: describeValue(dataset, other),
        href: link(claimPath(other.id)),
      })),
    },
  };
}
