/** What a change of the data touches: for people, and as Markdown for a pull request. */
import type { Analysis, Discrepancy } from "../../core/analysis.ts";
import { CLAIM_FIELDS } from "../../core/changes/claim-state.ts";
import type { DataChanges } from "../../core/changes/compare-states.ts";
import type { TouchedArticle } from "../../core/changes/touched-articles.ts";
import type { Claim } from "../../core/dataset/dataset.ts";
import { describeFact, describeValue, joinWords } from "../../core/facts/describe.ts";

/** A heading and its entries; an entry is an id and what is said of it. */
interface ChangeSection {
  readonly title: string;
  readonly entries: readonly { readonly id: string; readonly text: string }[];
}

const shift = (before: string | null, after: string | null): string =>
  `${before ?? "nothing"} → ${after ?? "nothing"}`;

/** The sections that have entries, the gravest first. */
function sectionsOf(
  changes: DataChanges,
  articles: readonly TouchedArticle[],
  before: Analysis,
  after: Analysis,
): ChangeSection[] {
  const { claims, facts, discrepancies } = changes;
  const ofClaim = (analysis: Analysis) => (claim: Claim) => ({
    id: claim.id,
    text: `${describeFact(analysis.dataset, claim)}: ${describeValue(analysis.dataset, claim)}`,
  });
  const ofDiscrepancy = (discrepancy: Discrepancy) => ({
    id: discrepancy.id,
    text: `${discrepancy.severity}: ${discrepancy.summary}`,
  });
  const decisionOf = (discrepancy: Discrepancy) => ({
    id: discrepancy.id,
    text: `${discrepancy.verdict?.outcome ?? "no verdict"}. ${discrepancy.verdict?.reason ?? ""}`.trim(),
  });
  return [
    { title: "Claims removed without being retired", entries: claims.removed.map(ofClaim(before)) },
    { title: "Verdicts open again", entries: discrepancies.reopened.map(decisionOf) },
    { title: "Discrepancies that appear", entries: discrepancies.appeared.map(ofDiscrepancy) },
    { title: "Discrepancies that go", entries: discrepancies.gone.map(ofDiscrepancy) },
    {
      title: "Discrepancies of another severity",
      entries: discrepancies.severity.map(({ discrepancy, ...severity }) => ({
        id: discrepancy.id,
        text: `${shift(severity.before, severity.after)}: ${discrepancy.summary}`,
      })),
    },
    {
      title: "Discrepancies with another working",
      entries: discrepancies.reworked.map(({ discrepancy, ...summary }) => ({
        id: discrepancy.id,
        text:
          summary.before === summary.after
            ? `${summary.after} (in other steps)`
            : shift(summary.before, summary.after),
      })),
    },
    { title: "Verdicts given", entries: discrepancies.decided.map(decisionOf) },
    { title: "Verdicts withdrawn", entries: discrepancies.withdrawn.map(ofDiscrepancy) },
    {
      title: "Another standing",
      entries: changes.standings.map(({ fact, before: old, after: now }) => ({
        id: fact.id,
        text: shift(`${old.text} (${old.basis})`, `${now.text} (${now.basis})`),
      })),
    },
    {
      title: "Another status",
      entries: changes.statuses.map(({ fact, before: old, after: now }) => ({
        id: fact.id,
        text: shift(old, now),
      })),
    },
    {
      title: "Claims corrected",
      entries: claims.corrected.map(({ claim, fields }) => ({
        id: claim.id,
        text: fields
          .map((change) => `${CLAIM_FIELDS[change.field]}: ${shift(change.before, change.after)}`)
          .join("; "),
      })),
    },
    {
      title: "Claims retired",
      entries: claims.retired.map((claim) => ({
        id: claim.id,
        text: claim.retired?.because ?? "",
      })),
    },
    { title: "Claims restored", entries: claims.restored.map(ofClaim(after)) },
    { title: "Claims added", entries: claims.added.map(ofClaim(after)) },
    {
      title: "Facts that appear",
      entries: facts.appeared.map((fact) => ({
        id: fact.id,
        text: describeFact(after.dataset, fact),
      })),
    },
    {
      title: "Facts that go",
      entries: facts.gone.map((fact) => ({
        id: fact.id,
        text: describeFact(before.dataset, fact),
      })),
    },
    {
      title: "Articles to read again",
      entries: articles.map(({ path, ids }) => ({ id: path, text: `uses ${joinWords(ids)}` })),
    },
  ].filter(({ entries }) => entries.length > 0);
}

export interface ChangeReport {
  /** How the earlier state is called. */
  readonly since: string;
  readonly changes: DataChanges;
  readonly articles: readonly TouchedArticle[];
  readonly before: Analysis;
  readonly after: Analysis;
}

/** `1 claim corrected, 2 discrepancies that appear`, for the head of a report. */
function countSections(sections: readonly ChangeSection[]): string {
  return sections
    .map(({ title, entries }) => `${title.toLowerCase()}: ${entries.length}`)
    .join(", ");
}

const nothing = (since: string): string => `Nothing that the data say has changed since ${since}.`;

export function formatChangesForTerminal(
  report: ChangeReport,
  text: {
    paint(style: "heading" | "quiet", words: string): string;
    wrap(words: string, indent: string): string;
  },
): string {
  const sections = sectionsOf(report.changes, report.articles, report.before, report.after);
  if (sections.length === 0) return nothing(report.since);
  return [
    text.wrap(`Since ${report.since}: ${countSections(sections)}.`, ""),
    ...sections.map(
      ({ title, entries }) =>
        `${text.paint("heading", `${title} (${entries.length})`)}\n${entries
          .map((entry) => `  ${entry.id}\n${text.wrap(entry.text, "    ")}`)
          .join("\n")}`,
    ),
  ].join("\n\n");
}

/** Text of the data as Markdown shows it: no sign of it is a sign of Markdown. */
const escapeMarkdown = (text: string): string =>
  text.replaceAll("\n", " ").replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");

/** Beyond this a list is folded away. */
const LONGEST_OPEN_LIST = 12;

export function formatChangesAsMarkdown(report: ChangeReport): string {
  const sections = sectionsOf(report.changes, report.articles, report.before, report.after);
  const title = "## What this changes in the ledger";
  if (sections.length === 0) return `${title}\n\n${nothing(report.since)}\n`;
  const blocks = sections.map(({ title: heading, entries }) => {
    const list = entries
      .map((entry) => `- \`${entry.id}\`\n  ${escapeMarkdown(entry.text)}`)
      .join("\n");
    return entries.length > LONGEST_OPEN_LIST
      ? `<details>\n<summary>${heading} (${entries.length})</summary>\n\n${list}\n\n</details>`
      : `### ${heading} (${entries.length})\n\n${list}`;
  });
  return `${[title, `Since ${report.since}: ${countSections(sections)}.`, ...blocks].join("\n\n")}\n`;
}
