/** Charts as they are authored, made into definitions with the figures of the dataset. */
import type { Analysis } from "../../core/analysis.ts";
import type { AuthoredChart } from "../../core/lint/prose/chart-front-matter.ts";
import { chartPath, sourcePath } from "../addresses.ts";
import type { ChartDefinition, ChartPoint } from "../figures/chart-definition.ts";
import { agreementChart, kindsChart, recordsChart } from "./chart-counts.ts";
import { scatterChart } from "./chart-scatter.ts";
import { valuesChart } from "./chart-values.ts";
import { type SourceLink, sourceLink } from "./claim.ts";

export interface ChartView {
  readonly id: string;
  readonly path: string;
  readonly definition: ChartDefinition;
  /** The documents whose claims are drawn, spoken of in the notes, or counted. */
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
  const addresses = claimAddresses(definition);
  return {
    id,
    path: chartPath(id),
    definition,
    sources: [...analysis.dataset.sources.values()]
      .filter((source) => {
        if (definition.form === "bars") return source.claims.some(({ retired }) => !retired);
        const prefix = `${link(sourcePath(source.id))}#`;
        return addresses.some((href) => href.startsWith(prefix));
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

/** The addresses of the claims that a chart draws or its notes speak of. */
function claimAddresses(definition: ChartDefinition): string[] {
  return [...drawnAddresses(definition), ...(definition.noted ?? [])];
}

const addressesOf = ({ href, noted = [] }: ChartPoint): string[] =>
  href === null ? [...noted] : [href, ...noted];

function drawnAddresses(definition: ChartDefinition): string[] {
  switch (definition.form) {
    case "values":
      return definition.groups.flatMap(({ points }) => points.flatMap(addressesOf));
    case "scatter":
      return definition.points.flatMap(({ horizontal, vertical }) =>
        [horizontal, vertical].flatMap(addressesOf),
      );
    case "matrix":
      return definition.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.href ?? []));
    case "bars":
      return [];
    default:
      return definition satisfies never;
  }
}
