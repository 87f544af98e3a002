/** Charts as they are authored, made into definitions with the figures of the dataset. */
import type { Analysis } from "../../core/analysis.ts";
import type { AuthoredChart } from "../../core/lint/prose/chart-front-matter.ts";
import { chartPath, sourcePath } from "../addresses.ts";
import type { ChartDefinition } from "../figures/chart-definition.ts";
import { agreementChart, kindsChart, recordsChart } from "./chart-counts.ts";
import { scatterChart } from "./chart-scatter.ts";
import { valuesChart } from "./chart-values.ts";
import { type SourceLink, sourceLink } from "./claim.ts";

export interface ChartView {
  readonly id: string;
  readonly path: string;
  readonly definition: ChartDefinition;
  /** The documents whose claims are drawn; none where the chart counts what is in the ledger. */
  readonly sources: readonly SourceLink[];
}

/** @param link turns a path of the site into an address (adds the base) */
export function chartView(
  analysis: Analysis,
  id: string,
  authored: AuthoredChart,
  link: (path: string) => string,
): ChartView {
  const definition = definitionOf(analysis, id, authored, link);
  return {
    id,
    path: chartPath(id),
    definition,
    sources: [...analysis.dataset.sources.values()]
      .filter((source) => {
        const prefix = `${link(sourcePath(source.id))}#`;
        return claimAddresses(definition).some((href) => href.startsWith(prefix));
      })
      .map((source) => sourceLink(analysis, source.id)),
  };
}

function definitionOf(
  analysis: Analysis,
  id: string,
  authored: AuthoredChart,
  link: (path: string) => string,
): ChartDefinition {
  switch (authored.form) {
    case "values":
      return valuesChart(analysis, id, authored, link);
    case "against":
      return scatterChart(analysis, id, authored, link);
    case "agreement":
      return agreementChart(analysis, id, authored, link);
    case "records":
      return recordsChart(analysis, id, authored, link);
    case "kinds":
      return kindsChart(analysis, id, authored, link);
    default:
      return authored satisfies never;
  }
}

/** The addresses of the claims that a chart draws. */
function claimAddresses(definition: ChartDefinition): string[] {
  switch (definition.form) {
    case "values":
      return definition.groups.flatMap(({ points }) => points.flatMap(({ href }) => href ?? []));
    case "scatter":
      return definition.points.flatMap(({ horizontal, vertical }) =>
        [horizontal.href, vertical.href].filter((href) => href !== null),
      );
    case "matrix":
      return definition.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.href ?? []));
    case "bars":
      return [];
    default:
      return definition satisfies never;
  }
}
