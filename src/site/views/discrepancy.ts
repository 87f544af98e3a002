import type { Analysis, Discrepancy } from "../../core/analysis.ts";
import { CAUSES, type Support } from "../../core/causes/kinds.ts";
import {
  DISCREPANCY_KINDS,
  type DiscrepancyKind,
  KINDS,
  type Severity,
} from "../../core/checks/kinds.ts";
import { type Claim, type Dataset, known } from "../../core/dataset/dataset.ts";
import { describeFact, describeValue, joinWords } from "../../core/facts/describe.ts";
import { factIdOf } from "../../core/facts/fact.ts";
import type { SharedError } from "../../core/facts/witnesses.ts";
import { formatDate } from "../../core/quantity/calendar.ts";
import { compareDiscrepancies, SEVERITIES } from "../../core/report/findings.ts";
import type { VerdictOutcome } from "../../core/schema/vocabulary.ts";
import { discrepancyPath, factPath, kindPath } from "../addresses.ts";
import { canDrawStrip, type StripDefinition } from "../figures/precision-strip.ts";
import { type ClaimView, claimView, type Link } from "./claim.ts";
import { describeSize, discrepancyTitle } from "./discrepancy-words.ts";
import { factStrip, stripRows } from "./strip.ts";

export interface DiscrepancySummary {
  readonly id: string;
  readonly path: string;
  readonly kind: DiscrepancyKind;
  readonly kindTitle: string;
  readonly kindPath: string;
  readonly severity: Severity;
  readonly scope: "within" | "between";
  /** The question on which it stands: `GPT-X on Bench Y`. */
  readonly title: string;
  readonly summary: string;
  /** The claims on one axis; null where there is nothing to draw. */
  readonly strip: StripDefinition | null;
  /** How far apart the figures are, in words; null where that has no measure. */
  readonly sizeText: string | null;
  /** What the editors decided, in a few words; null where they have not judged it. */
  readonly verdictText: string | null;
}

interface VerdictView {
  readonly outcome: VerdictOutcome;
  readonly outcomeText: string;
  readonly reason: string;
  readonly decided: string;
  readonly isStale: boolean;
  readonly stands: readonly ClaimView[];
  readonly basis: readonly ClaimView[];
  readonly wouldSettle: string | null;
}

interface StatedFigure {
  /** What it answers, where the discrepancy is about several questions. */
  readonly question: Link | null;
  readonly stands: boolean;
  readonly claims: readonly ClaimView[];
  /** Where a source states it again. */
  readonly repetitions: readonly ClaimView[];
}

export interface DiscrepancyView extends DiscrepancySummary {
  readonly computation: readonly string[];
  readonly claims: readonly ClaimView[];
  /** The same by figure: what stands first, and who states it, one claim a source and the repetitions behind it. */
  readonly figures: readonly StatedFigure[];
  readonly facts: readonly Link[];
  /** Who independently vouches for the figures, in words. */
  readonly witnesses: string;
  readonly verdict: VerdictView | null;
  /** Likely causes, each with the claims on which it rests. */
  readonly causes: readonly {
    readonly title: string;
    /** How well it is supported; null where nothing explains the finding. */
    readonly support: Support | null;
    readonly note: string;
    readonly claims: readonly ClaimView[];
  }[];
}

/** Outcomes of verdicts, as readers are told them. */
export const OUTCOMES: Readonly<Record<VerdictOutcome, string>> = {
  stands: "One figure stands",
  "none-stands": "No figure stands",
  "both-stand": "Both may stand",
  open: "Open",
};

export function discrepancySummary(
  analysis: Analysis,
  discrepancy: Discrepancy,
  link: (path: string) => string,
): DiscrepancySummary {
  return {
    id: discrepancy.id,
    path: discrepancyPath(discrepancy.id),
    kind: discrepancy.kind,
    kindTitle: KINDS[discrepancy.kind].title,
    kindPath: kindPath(discrepancy.kind),
    severity: discrepancy.severity,
    scope: discrepancy.scope,
    title: discrepancyTitle(analysis, discrepancy.facts),
    summary: discrepancy.summary,
    strip: stripOf(analysis, discrepancy, link),
    sizeText: describeSize(discrepancy),
    verdictText: describeVerdict(discrepancy),
  };
}

function describeVerdict({ verdict, isStale }: Discrepancy): string | null {
  if (verdict === null) return null;
  if (isStale) return "open again";
  return verdict.outcome === "open" ? "judged, left open" : OUTCOMES[verdict.outcome].toLowerCase();
}

/** Kinds that are about words: what figures their claims hold shows nothing of them. */
const KINDS_OF_WORDS: ReadonlySet<DiscrepancyKind> = new Set([
  "unsupported-quotation",
  "name-variant",
]);

function stripOf(
  analysis: Analysis,
  discrepancy: Discrepancy,
  link: (path: string) => string,
): StripDefinition | null {
  if (KINDS_OF_WORDS.has(discrepancy.kind)) return null;
  const fact = known(analysis.facts, discrepancy.facts[0] ?? "");
  // Figures of different units or questions have no common axis.
  if (new Set(discrepancy.claims.map(factIdOf)).size > 1) return null;
  const strip = {
    ...factStrip(analysis, fact, link),
    rows: stripRows(analysis, discrepancy.claims, link),
  };
  // A figure alone has nothing to be compared with.
  const drawn = strip.rows.filter(({ low, high }) => low !== null || high !== null);
  return drawn.length > 1 && canDrawStrip(strip) ? strip : null;
}

export function discrepancyView(
  analysis: Analysis,
  discrepancy: Discrepancy,
  link: (path: string) => string,
): DiscrepancyView {
  const { dataset } = analysis;
  const views = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const claim = dataset.claims.get(id);
      return claim ? [claimView(analysis, claim)] : [];
    });
  const { verdict } = discrepancy;
  const names = discrepancy.witnesses.map((id) => known(dataset.subjects, id).name);
  return {
    ...discrepancySummary(analysis, discrepancy, link),
    computation: discrepancy.computation,
    claims: discrepancy.claims.map((claim) => claimView(analysis, claim)),
    figures: statedFigures(analysis, discrepancy),
    facts: discrepancy.facts.map((id) => ({
      text: describeFact(dataset, known(analysis.facts, id)),
      path: factPath(id),
    })),
    witnesses: [
      names.length === 1
        ? `All of these figures go back to one origin, ${names[0]}: whoever repeats it adds no witness.`
        : `These figures go back to ${names.length} origins: ${joinWords(names)}.`,
      ...discrepancy.sharedErrors.map((shared) => describeSharedError(dataset, shared)),
    ].join(" "),
    causes: known(analysis.causes, discrepancy.id).map(({ kind, support, claims, note }) => ({
      title: CAUSES[kind].title,
      support: kind === "unexplained" ? null : support,
      note,
      claims: claims.map((claim) => claimView(analysis, claim)),
    })),
    verdict: verdict && {
      outcome: verdict.outcome,
      outcomeText: OUTCOMES[verdict.outcome],
      reason: verdict.reason,
      decided: formatDate(verdict.decided),
      isStale: discrepancy.isStale,
      stands: views(verdict.stands),
      basis: views(verdict.basis),
      wouldSettle: verdict.wouldSettle,
    },
  };
}

/**
 * One entry for each figure on each question. On one question what stands comes before what is held against it; of several the
 * statement that is doubted comes before what it is held against.
 */
function statedFigures(
  analysis: Analysis,
  { id, claims }: Pick<Discrepancy, "id" | "claims">,
): StatedFigure[] {
  const isOneQuestion = new Set(claims.map(({ fact }) => fact)).size === 1;
  const stands = (claim: Claim) => {
    const fact = analysis.factOfClaim.get(claim.id);
    return fact !== undefined && known(analysis.standings, fact.id).claims.includes(claim);
  };
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.fact}\n${describeValue(analysis.dataset, claim)}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()]
    .map((group) => {
      const isFirst = (claim: Claim, index: number) =>
        group.findIndex(({ source }) => source === claim.source) === index;
      const views = (which: readonly Claim[]) => which.map((claim) => claimView(analysis, claim));
      const [first] = group;
      return {
        question: isOneQuestion || !first ? null : (claimView(analysis, first).fact ?? null),
        stands: isOneQuestion && group.some(stands),
        isDoubted: group.some((claim) => id.endsWith(claim.id)),
        claims: views(group.filter(isFirst)),
        repetitions: views(group.filter((claim, index) => !isFirst(claim, index))),
      };
    })
    .sort(
      (one, other) =>
        Number(other.stands) - Number(one.stands) ||
        Number(other.isDoubted) - Number(one.isDoubted),
    )
    .map(({ isDoubted: _, ...figure }) => figure);
}

/** Why two origins of one figure count as a single witness. */
function describeSharedError(
  dataset: Dataset,
  { claims, publishers, counted }: SharedError,
): string {
  const name = (id: string) => known(dataset.subjects, id).name;
  const verb = publishers.length === 1 ? "prints" : "print";
  return `${joinWords(publishers.map(name))} ${verb} the same figure, ${describeValue(dataset, claims[0] as Claim)}, which cannot be right beside the primary’s and is no round one: such an error is hardly made twice, so those who print it count as one witness, ${name(counted)}, with the earliest document.`;
}

/** All discrepancies by kind, sharpest first within each; kinds without one are kept, so that the list is complete. */
export function discrepancyIndex(
  analysis: Analysis,
  link: (path: string) => string,
): {
  kind: DiscrepancyKind;
  title: string;
  summary: string;
  path: string;
  discrepancies: DiscrepancySummary[];
}[] {
  const sorted = [...analysis.discrepancies.values()].sort(compareDiscrepancies);
  return DISCREPANCY_KINDS.map((kind) => ({
    kind,
    title: KINDS[kind].title,
    summary: KINDS[kind].summary,
    path: kindPath(kind),
    discrepancies: sorted
      .filter((discrepancy) => discrepancy.kind === kind)
      .map((discrepancy) => discrepancySummary(analysis, discrepancy, link)),
  }));
}

/** The sharpest conflicts between sources, at most one for a family of metrics, for the home page. */
export function sharpestDiscrepancies(
  analysis: Analysis,
  link: (path: string) => string,
  count: number,
): DiscrepancySummary[] {
  const released = new Set(
    [...analysis.dataset.releases.values()].flatMap((release) => release.subjects),
  );
  // What is under analysis before what it is compared with, within one severity.
  const rank = (discrepancy: Discrepancy) =>
    SEVERITIES.indexOf(discrepancy.severity) * 2 +
    Number(!released.has(known(analysis.facts, discrepancy.facts[0] ?? "").subject));
  const seen = new Set<string>();
  return [...analysis.discrepancies.values()]
    .filter((discrepancy) => discrepancy.scope === "between" && KINDS[discrepancy.kind].isConflict)
    .sort((one, other) => rank(one) - rank(other) || compareDiscrepancies(one, other))
    .filter((discrepancy) => {
      const fact = known(analysis.facts, discrepancy.facts[0] ?? "");
      const { family } = known(analysis.dataset.metrics, fact.metric);
      const isNew = !seen.has(family);
      seen.add(family);
      return isNew;
    })
    .slice(0, count)
    .map((discrepancy) => discrepancySummary(analysis, discrepancy, link));
}
