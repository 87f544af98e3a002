import type { Analysis } from "../../core/analysis.ts";
import { KINDS } from "../../core/checks/kinds.ts";
import { known, type Source } from "../../core/dataset/dataset.ts";
import { joinWords } from "../../core/facts/describe.ts";
import { formatDate } from "../../core/quantity/calendar.ts";
import { type Link, type SourceLink, sourceLink, subjectLink } from "./claim.ts";

/** The sizes of the dataset, for one line of text. */
export function homeCounts(analysis: Analysis): {
  claims: number;
  sources: number;
  facts: number;
  conflicts: number;
} {
  return {
    claims: analysis.dataset.claims.size,
    sources: analysis.dataset.sources.size,
    facts: analysis.facts.size,
    conflicts: [...analysis.discrepancies.values()].filter(({ kind }) => KINDS[kind].isConflict)
      .length,
  };
}

const KINDS_OF_SOURCE: Readonly<Record<Source["kind"], string>> = {
  announcement: "announcements",
  documentation: "documentation",
  "release-notes": "release notes",
  newsletter: "newsletters",
  article: "articles",
  "video-summary": "summaries of videos",
  leaderboard: "leaderboards",
  repository: "code repositories",
};

/** What sorts of document the sources are, those with most documents first: `announcements, newsletters and documentation`. */
export function sourceKinds({ dataset }: Analysis): string {
  const counts = new Map<Source["kind"], number>();
  for (const { kind } of dataset.sources.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const order = Object.keys(KINDS_OF_SOURCE) as Source["kind"][];
  return joinWords(
    order
      .filter((kind) => counts.has(kind))
      .sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))
      .map((kind) => KINDS_OF_SOURCE[kind]),
  );
}

export interface ReleaseSummary {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly announced: string;
  readonly summary: string;
  readonly subjects: readonly Link[];
  readonly primary: SourceLink;
}

/** The releases under analysis, latest first. */
export function releaseSummaries(analysis: Analysis): ReleaseSummary[] {
  return [...analysis.dataset.releases.values()]
    .sort((one, other) =>
      one.announced < other.announced
        ? 1
        : one.announced > other.announced
          ? -1
          : one.id < other.id
            ? -1
            : 1,
    )
    .map((release) => ({
      id: release.id,
      title: release.title,
      organisation: known(analysis.dataset.subjects, release.organisation).name,
      announced: formatDate(release.announced),
      summary: release.summary,
      subjects: release.subjects.map((id) => subjectLink(analysis, id)),
      primary: sourceLink(analysis, release.primary),
    }));
}
