import type { Analysis } from "../../core/analysis.ts";
import { known } from "../../core/dataset/dataset.ts";
import { describeConditions, describeFact } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { Status } from "../../core/verdicts/status.ts";
import { factPath } from "../addresses.ts";
import type { StripDefinition } from "../figures/precision-strip.ts";
import {
  type ClaimView,
  claimView,
  type DiscrepancyLink,
  discrepancyLinks,
  type Link,
  metricLink,
  subjectLink,
} from "./claim.ts";
import { type StandingView, standingView } from "./standing.ts";
import { factStrip } from "./strip.ts";

/** A fact in a list. */
export interface FactSummary {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly subject: Link;
  readonly metric: Link;
  /** What is particular about it beside subject and metric: conditions, measure, what it is compared with. */
  readonly particulars: string;
  readonly status: Status;
  readonly standing: StandingView;
  readonly sources: number;
  readonly claims: number;
}

export interface FactView extends FactSummary {
  readonly definition: string;
  readonly claimViews: readonly ClaimView[];
  readonly discrepancies: readonly DiscrepancyLink[];
  readonly strip: StripDefinition;
  /** The same subject and metric under other conditions, or as a change. */
  readonly variants: readonly FactSummary[];
  /** The same question asked of other subjects. */
  readonly others: readonly FactSummary[];
}

export function factSummary(analysis: Analysis, fact: Fact): FactSummary {
  const { dataset } = analysis;
  const title = describeFact(dataset, fact);
  const level = describeFact(dataset, { ...fact, measure: "level" });
  const measure = title.slice(level.length).replace(/^, /, "");
  return {
    id: fact.id,
    path: factPath(fact.id),
    title,
    subject: subjectLink(analysis, fact.subject),
    metric: metricLink(analysis, fact.metric),
    particulars: [describeConditions(fact.conditions), measure]
      .filter((part) => part !== "")
      .join("; "),
    status: known(analysis.factStatuses, fact.id),
    standing: standingView(analysis, fact),
    sources: new Set(fact.claims.map((claim) => claim.source)).size,
    claims: fact.claims.length,
  };
}

export function factView(analysis: Analysis, fact: Fact, link: (path: string) => string): FactView {
  const facts = [...analysis.facts.values()];
  const summarise = (matches: (other: Fact) => boolean) =>
    facts
      .filter((other) => other.id !== fact.id && matches(other))
      .map((other) => factSummary(analysis, other));
  return {
    ...factSummary(analysis, fact),
    definition: known(analysis.dataset.metrics, fact.metric).definition,
    claimViews: fact.claims.map((claim) => claimView(analysis, claim)),
    discrepancies: discrepancyLinks(analysis, "fact", fact.id),
    strip: factStrip(analysis, fact, link),
    variants: summarise((other) => other.subject === fact.subject && other.metric === fact.metric),
    others:
      fact.measure === "level"
        ? summarise(
            (other) =>
              other.subject !== fact.subject &&
              other.metric === fact.metric &&
              other.measure === "level",
          )
        : [],
  };
}

/** All facts, by subject and metric, for the index. */
export function factIndex(analysis: Analysis): { subject: Link; facts: FactSummary[] }[] {
  const groups = new Map<string, { subject: Link; facts: FactSummary[] }>();
  for (const fact of analysis.facts.values()) {
    const summary = factSummary(analysis, fact);
    const group = groups.get(fact.subject);
    if (group) group.facts.push(summary);
    else groups.set(fact.subject, { subject: summary.subject, facts: [summary] });
  }
  return [...groups.values()];
}
