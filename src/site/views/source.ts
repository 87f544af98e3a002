import type { Analysis } from "../../core/analysis.ts";
import { known, type Source } from "../../core/dataset/dataset.ts";
import { describeFact } from "../../core/facts/describe.ts";
import { speaks } from "../../core/facts/silence.ts";
import { formatDate } from "../../core/quantity/calendar.ts";
import { primaryClaims, relationToStanding } from "../../core/verdicts/standing.ts";
import { STATUSES, type Status } from "../../core/verdicts/status.ts";
import { factPath, sourcePath } from "../addresses.ts";
import { type ClaimView, claimView, type Link } from "./claim.ts";

export interface SourceSummary extends Link {
  readonly id: string;
  readonly publisher: string;
  readonly kind: string;
  readonly authors: readonly string[];
  readonly date: string;
  readonly url: string;
  readonly description: string;
  readonly claims: number;
  /** How its claims stand beside those of the others, in the order of the statuses; never a grade. */
  readonly record: readonly { readonly status: Status; readonly count: number }[];
}

export interface SourceView extends SourceSummary {
  /** How its figures stand to those of the primary sources, for questions that a primary source answers. */
  readonly besidePrimary: {
    readonly agree: number;
    readonly round: number;
    readonly conflict: number;
  } | null;
  readonly accessed: string;
  readonly dateReasons: readonly string[];
  /** The day on which its text says that it was written. */
  readonly statedDate: {
    readonly date: string;
    readonly quote: string;
    readonly because: string;
  } | null;
  readonly repeats: readonly (Link & { readonly because: string })[];
  readonly repeatedBy: readonly Link[];
  /** What several other sources answer and this one does not. */
  readonly missing: readonly Link[];
  /** In the order of the document, retired ones included: their anchors stay. */
  readonly claimViews: readonly ClaimView[];
}

const KIND_WORDS: Readonly<Record<Source["kind"], string>> = {
  announcement: "announcement",
  documentation: "documentation",
  "release-notes": "release notes",
  newsletter: "newsletter",
  article: "article",
  "video-summary": "summary of a video",
  leaderboard: "leaderboard",
  repository: "repository",
};

export function sourceSummary(analysis: Analysis, source: Source): SourceSummary {
  const live = source.claims.filter((claim) => !claim.retired);
  return {
    id: source.id,
    text: source.title,
    path: sourcePath(source.id),
    publisher: known(analysis.dataset.subjects, source.publisher).name,
    kind: KIND_WORDS[source.kind],
    authors: source.authors,
    date: source.published
      ? formatDate(source.published)
      : `undated; between ${formatDate(source.time.notBefore)} and ${formatDate(source.time.notAfter)}`,
    url: source.url,
    description: source.description,
    claims: live.length,
    record: STATUSES.map((status) => ({
      status,
      count: live.filter((claim) => analysis.claimStatuses.get(claim.id) === status).length,
    })).filter(({ count }) => count > 0),
  };
}

export function sourceView(analysis: Analysis, source: Source): SourceView {
  const { sources } = analysis.dataset;
  const link = (id: string): Link => ({ text: known(sources, id).title, path: sourcePath(id) });
  return {
    ...sourceSummary(analysis, source),
    besidePrimary: besidePrimary(analysis, source),
    accessed: formatDate(source.accessed),
    dateReasons: source.timeReasons,
    statedDate: source.statedDate && {
      ...source.statedDate,
      date: formatDate(source.statedDate.date),
    },
    repeats: source.repeats.map((repeated) => ({
      ...link(repeated.source),
      because: repeated.because,
    })),
    repeatedBy: [...sources.values()]
      .filter((other) => other.repeats.some((repeated) => repeated.source === source.id))
      .map((other) => link(other.id)),
    missing: missingFacts(analysis, source),
    claimViews: source.claims.map((claim) => claimView(analysis, claim)),
  };
}

/** A question that so many others answer is one that a reader would look for here too. */
const COMMON = 4;

function missingFacts(analysis: Analysis, { id }: Source): Link[] {
  return [...analysis.facts.values()].flatMap((fact) => {
    const speaking = new Set(fact.claims.filter(speaks).map(({ source }) => source));
    return speaking.size < COMMON || speaking.has(id)
      ? []
      : [{ text: describeFact(analysis.dataset, fact), path: factPath(fact.id) }];
  });
}

function besidePrimary(analysis: Analysis, source: Source): SourceView["besidePrimary"] {
  const relations = source.claims.flatMap((claim) => {
    const fact = analysis.factOfClaim.get(claim.id);
    const standing = fact && analysis.standings.get(fact.id);
    if (!fact || !standing) return [];
    // A verdict that lets the primary stand leaves its figure what the others are held against.
    const primary = primaryClaims(analysis.dataset, fact);
    const isItself = primary.some((stated) => stated.source === source.id);
    const isItsFigure =
      standing.basis === "primary" ||
      (standing.basis === "verdict" && standing.claims.some((kept) => primary.includes(kept)));
    return isItsFigure && !isItself ? (relationToStanding(standing, claim) ?? []) : [];
  });
  const count = (...wanted: readonly string[]) =>
    relations.filter((relation) => wanted.includes(relation)).length;
  return relations.length === 0
    ? null
    : { agree: count("agrees", "stands"), round: count("rounds"), conflict: count("conflicts") };
}

/** Sources by date, the undated after those that began no later. */
export function sourceIndex(analysis: Analysis): SourceSummary[] {
  return [...analysis.dataset.sources.values()]
    .sort((one, other) =>
      one.time.notBefore < other.time.notBefore
        ? -1
        : one.time.notBefore > other.time.notBefore
          ? 1
          : one.id < other.id
            ? -1
            : 1,
    )
    .map((source) => sourceSummary(analysis, source));
}
