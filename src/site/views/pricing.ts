import type { Analysis } from "../../core/analysis.ts";
import { type Claim, known, type Metric } from "../../core/dataset/dataset.ts";
import { describeConditions, describeValue, publisherName } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { formatDate } from "../../core/quantity/calendar.ts";
import { compareText } from "../../core/report/issue.ts";
import type { Standing } from "../../core/verdicts/standing.ts";
import type { Status } from "../../core/verdicts/status.ts";
import { claimPath, factPath } from "../addresses.ts";
import type { ChartDefinition } from "../figures/chart-definition.ts";
import { printApostrophes } from "../typography.ts";
import { type Link, metricLink, type SourceLink, sourceLink, subjectLink } from "./claim.ts";
import { type FactSummary, factSummary } from "./fact.ts";
import { metricChart } from "./metric.ts";
import { modelOrder } from "./model-order.ts";
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

interface PriceStatements {
  readonly metric: Link;
  readonly definition: string;
  readonly facts: readonly FactSummary[];
}

export interface PricingView {
  readonly columns: readonly Link[];
  readonly rows: readonly PriceRow[];
  /** The documents that state the prices of the table, with their dates; those that state most of them first. */
  readonly sources: readonly SourceLink[];
  readonly charts: readonly ChartDefinition[];
  /** How one price is said to stand to another: how much cheaper, which is cheapest. */
  readonly comparisons: readonly PriceStatements[];
  /** Everything else that sources state about prices: discounts, surcharges. */
  readonly statements: readonly PriceStatements[];
}

const isTokenPrice = (metric: Metric) =>
  metric.kind === "price" && metric.unit === "usd-per-million-tokens";

/** Every price of every model, with its sources. */
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
  const order = modelOrder(analysis);
  const counts = new Map<string, number>();
  for (const { source } of priceFacts.flatMap(({ claims }) => claims))
    counts.set(source, (counts.get(source) ?? 0) + 1);
  const about = (metric: Metric): PriceStatements[] => {
    const own = facts
      .filter(
        (fact) => fact.metric === metric.id && (fact.measure !== "level" || !isTokenPrice(metric)),
      )
      .sort((one, other) => order(one.subject, other.subject) || compareText(one.id, other.id));
    return own.length === 0
      ? []
      : [
          {
            metric: metricLink(analysis, metric.id),
            definition: printApostrophes(metric.definition),
            facts: own.map((fact) => factSummary(analysis, fact)),
          },
        ];
  };
  const metrics = [...dataset.metrics.values()].filter(({ kind }) => kind === "price");
  return {
    columns: columns.map((metric) => metricLink(analysis, metric.id)),
    rows: [...rows.entries()]
      .sort(
        ([keyOne, one], [keyOther, other]) =>
          order(one.subject, other.subject) || compareText(keyOne, keyOther),
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
    sources: [...counts]
      .sort(([one, count], [other, others]) => others - count || compareText(one, other))
      .map(([id]) => sourceLink(analysis, id)),
    comparisons: metrics.filter(isTokenPrice).flatMap(about),
    statements: metrics.filter((metric) => !isTokenPrice(metric)).flatMap(about),
  };
}

function priceCell(analysis: Analysis, fact: Fact | undefined): PriceCell | null {
  if (!fact) return null;
  const { text } = standingView(analysis, fact);
  // A document that says the same in several places is named once.
  const statements = new Map(
    [...fact.claims].reverse().map((claim) => {
      const own = describeValue(analysis.dataset, claim);
      const isSame = own === text || isSameAmount(claim, known(analysis.standings, fact.id));
      const value = isSame ? null : own;
      return [
        `${claim.source} ${value}`,
        {
          source: claim.source,
          text: publisherName(analysis.dataset, claim),
          value,
          path: claimPath(claim.id),
        },
      ] as const;
    }),
  );
  return {
    text,
    path: factPath(fact.id),
    status: known(analysis.factStatuses, fact.id),
    statedBy: nameDocuments(analysis, [...statements.values()].reverse()),
  };
}

/** `$2` is `$2.00`: printed otherwise, the same price. */
const isSameAmount = (claim: Claim, { shows, interval }: Standing): boolean =>
  shows === "figure" &&
  interval !== null &&
  claim.interval?.low === interval.low &&
  claim.interval?.high === interval.high;

/** A publisher is named alone; where several of its documents state the price, each with its date, or its title if it has none. */
function nameDocuments(
  { dataset }: Analysis,
  statements: readonly (PriceCell["statedBy"][number] & { readonly source: string })[],
): PriceCell["statedBy"] {
  return statements.map(({ source, text, value, path }) => {
    const isAlone = statements.every((other) => other.text !== text || other.source === source);
    const { published, title } = known(dataset.sources, source);
    return {
      text: isAlone ? text : `${text}, ${published ? formatDate(published) : title}`,
      value,
      path,
    };
  });
}
