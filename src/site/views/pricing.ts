import type { Analysis } from "../../core/analysis.ts";
import { type Claim, known, type Metric } from "../../core/dataset/dataset.ts";
import { describeConditions, describeValue, publisherName } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { Standing } from "../../core/verdicts/standing.ts";
import type { Status } from "../../core/verdicts/status.ts";
import { claimPath, factPath } from "../addresses.ts";
import type { ChartDefinition } from "../figures/chart-definition.ts";
import { type Link, metricLink, subjectLink } from "./claim.ts";
import { type FactSummary, factSummary } from "./fact.ts";
import { metricChart } from "./metric.ts";
import { standingView } from "./standing.ts";

interface PriceCell {
  readonly text: string;
  readonly path: string;
  readonly status: Status;
  /** Every claim of it, the sources in their order; the figure only where it is not the one that stands. */
  readonly statedBy: readonly {
    readonly text: string;
    readonly value: string | null;
    readonly path: string;
  }[];
}

interface PriceRow {
  readonly subject: Link;
  /** The tier, modality or snapshot to which the row's prices apply; empty when none is stated. */
  readonly conditions: string;
  /** One cell for each column; null where no source states the price. */
  readonly cells: readonly (PriceCell | null)[];
}

export interface PricingView {
  readonly columns: readonly Link[];
  readonly rows: readonly PriceRow[];
  readonly charts: readonly ChartDefinition[];
  /** Everything else that sources state about prices: discounts, surcharges, how much cheaper. */
  readonly statements: readonly {
    readonly metric: Link;
    readonly definition: string;
    readonly facts: readonly FactSummary[];
  }[];
}

const isTokenPrice = (metric: Metric) =>
  metric.kind === "price" && metric.unit === "usd-per-million-tokens";

/** Every price of every model, with its sources. Owners of the release come first, then by number of prices stated. */
export function pricingView(analysis: Analysis, link: (path: string) => string): PricingView {
  const { dataset } = analysis;
  const facts = [...analysis.facts.values()];
  const priceFacts = facts.filter(
    (fact) => fact.measure === "level" && isTokenPrice(known(dataset.metrics, fact.metric)),
  );
  const countOf = (metric: Metric) => priceFacts.filter((fact) => fact.metric === metric.id).length;
  const columns = [...dataset.metrics.values()]
    .filter((metric) => isTokenPrice(metric) && countOf(metric) > 0)
    .sort((one, other) => countOf(other) - countOf(one) || (one.id < other.id ? -1 : 1));
  const rows = new Map<string, { subject: string; facts: Fact[] }>();
  for (const fact of priceFacts) {
    const key = `${fact.subject} ${describeConditions(fact.conditions)}`;
    const row = rows.get(key);
    if (row) row.facts.push(fact);
    else rows.set(key, { subject: fact.subject, facts: [fact] });
  }
  const released = [...dataset.releases.values()].flatMap((release) => release.subjects);
  const rank = (subject: string) =>
    released.includes(subject) ? released.indexOf(subject) : released.length;
  const otherMetrics = [...dataset.metrics.values()].filter(({ kind }) => kind === "price");
  return {
    columns: columns.map((metric) => metricLink(analysis, metric.id)),
    rows: [...rows.entries()]
      .sort(
        ([keyOne, one], [keyOther, other]) =>
          rank(one.subject) - rank(other.subject) || (keyOne < keyOther ? -1 : 1),
      )
      .map(([, row]) => ({
        subject: subjectLink(analysis, row.subject),
        conditions: describeConditions(row.facts[0]?.conditions ?? {}),
        cells: columns.map((metric) =>
          priceCell(
            analysis,
            row.facts.find((fact) => fact.metric === metric.id),
          ),
        ),
      })),
    charts: columns.slice(0, 2).flatMap((metric) => metricChart(analysis, metric, link) ?? []),
    statements: otherMetrics.flatMap((metric) => {
      const about = facts.filter(
        (fact) => fact.metric === metric.id && (fact.measure !== "level" || !isTokenPrice(metric)),
      );
      return about.length === 0
        ? []
        : [
            {
              metric: metricLink(analysis, metric.id),
              definition: metric.definition,
              facts: about.map((fact) => factSummary(analysis, fact)),
            },
          ];
    }),
  };
}

function priceCell(analysis: Analysis, fact: Fact | undefined): PriceCell | null {
  if (!fact) return null;
  const { text } = standingView(analysis, fact);
  // A document that says the same in several places is named once.
  const statements = new Map(
    [...fact.claims].reverse().map((claim) => {
      const value = describeValue(analysis.dataset, claim);
      return [
        `${claim.source} ${value}`,
        {
          text: publisherName(analysis.dataset, claim),
          value:
            value === text || isSameAmount(claim, known(analysis.standings, fact.id))
              ? null
              : value,
          path: claimPath(claim.id),
        },
      ] as const;
    }),
  );
  return {
    text,
    path: factPath(fact.id),
    status: known(analysis.factStatuses, fact.id),
    statedBy: countPublishers([...statements.values()].reverse()),
  };
}

/** `$2` is `$2.00`: printed otherwise, the same price. */
const isSameAmount = (claim: Claim, { shows, interval }: Standing): boolean =>
  shows === "figure" &&
  interval !== null &&
  claim.interval?.low === interval.low &&
  claim.interval?.high === interval.high;

/** A publisher with several documents is named once for each, and they are told apart by number. */
function countPublishers<Statement extends { readonly text: string }>(
  statements: readonly Statement[],
): Statement[] {
  const counts = new Map<string, number>();
  return statements.map((statement) => {
    const count = (counts.get(statement.text) ?? 0) + 1;
    counts.set(statement.text, count);
    return count === 1 ? statement : { ...statement, text: `${statement.text} (${count})` };
  });
}
