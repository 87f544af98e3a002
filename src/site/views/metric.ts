import type { Analysis } from "../../core/analysis.ts";
import { known, type Metric } from "../../core/dataset/dataset.ts";
import { describeConditions, joinWords } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { speaks } from "../../core/facts/silence.ts";
import { compareDecimals, multiply } from "../../core/quantity/decimal.ts";
import { UNITS } from "../../core/quantity/units.ts";
import { metricPath, subjectPath } from "../addresses.ts";
import { baselineAxis, factorAxis } from "../figures/chart-axis.ts";
import type { ChartAxis, ChartGroup, ValuesDefinition } from "../figures/chart-definition.ts";
import { factPoints } from "./chart-facts.ts";
import { type Link, type SourceLink, sourceLink, subjectLink } from "./claim.ts";
import { type FactSummary, factSummary } from "./fact.ts";
import { describeReading } from "./readings.ts";
import { tickFormatter } from "./strip.ts";

export interface MetricSummary {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly kind: Metric["kind"];
  readonly definition: string;
  readonly facts: number;
  readonly claims: number;
  readonly conflicts: number;
}

export interface MetricView extends MetricSummary {
  readonly url: string | null;
  readonly runBy: string | null;
  /** What a higher figure means, in words. */
  readonly direction: string;
  readonly unit: string;
  /** Other names under which sources mention it: `“SWE bench” (spelling)`. */
  readonly aliases: readonly string[];
  /** How an unqualified mention is read, and why. */
  readonly readings: readonly { readonly conditions: string; readonly because: string }[];
  readonly levels: readonly FactSummary[];
  readonly changes: readonly FactSummary[];
  readonly chart: ValuesDefinition | null;
  /** Models of a release for which no source states a figure. */
  readonly missing: readonly Link[];
  /** Sources that answer other questions of its kind and say nothing of it. */
  readonly silent: readonly SourceLink[];
  /** For a metric that stands for several: which ones, in words. */
  readonly covers: string | null;
  /** Other metrics of its family, with which readers mix it up. */
  readonly family: readonly MetricSummary[];
}

const DIRECTIONS: Readonly<Record<Metric["better"], string>> = {
  higher: "Higher is better.",
  lower: "Lower is better.",
  neither: "Neither direction is better.",
};

function factsOf(analysis: Analysis, metric: Metric): Fact[] {
  return [...analysis.facts.values()].filter((fact) => fact.metric === metric.id);
}

function metricSummary(analysis: Analysis, metric: Metric): MetricSummary {
  const facts = factsOf(analysis, metric);
  const isInConflict = (fact: Fact) =>
    ["conflicts", "decided", "open"].includes(known(analysis.factStatuses, fact.id));
  return {
    id: metric.id,
    path: metricPath(metric.id),
    name: metric.name,
    kind: metric.kind,
    definition: metric.definition,
    facts: facts.length,
    claims: facts.reduce((sum, fact) => sum + fact.claims.length, 0),
    conflicts: facts.filter(isInConflict).length,
  };
}

export function metricView(
  analysis: Analysis,
  metric: Metric,
  link: (path: string) => string,
): MetricView {
  const facts = factsOf(analysis, metric);
  return {
    ...metricSummary(analysis, metric),
    url: metric.url,
    runBy: metric.runBy,
    direction: DIRECTIONS[metric.better],
    unit: UNITS[metric.unit].label,
    aliases: metric.aliases.map((alias) => `“${alias.name}” (${alias.kind})`),
    readings: metric.unqualified.map((reading) => ({
      conditions: describeReading(reading),
      because: reading.because,
    })),
    levels: facts
      .filter((fact) => fact.measure === "level")
      .map((fact) => factSummary(analysis, fact)),
    changes: facts
      .filter((fact) => fact.measure !== "level")
      .map((fact) => factSummary(analysis, fact)),
    chart: metricChart(analysis, metric, link),
    missing: missingSubjects(analysis, metric, facts),
    silent: silentSources(analysis, metric, facts),
    covers: coversText(analysis, metric),
    family: [...analysis.dataset.metrics.values()]
      .filter((other) => other.family === metric.family && other.id !== metric.id)
      .map((other) => metricSummary(analysis, other))
      .filter((other) => other.claims > 0),
  };
}

/** The subjects of releases of which nobody states a level, where somebody does of another one. */
function missingSubjects(analysis: Analysis, metric: Metric, facts: readonly Fact[]): Link[] {
  const stated = new Set(
    facts
      .filter((fact) => fact.measure === "level" && fact.claims.some(speaks))
      .map((fact) => fact.subject),
  );
  if (stated.size === 0 || metric.kind === "count" || metric.kind === "property") return [];
  return [...analysis.dataset.releases.values()]
    .flatMap((release) => release.subjects)
    .filter((subject) => !stated.has(subject))
    .map((subject) => subjectLink(analysis, subject));
}

function silentSources(analysis: Analysis, metric: Metric, facts: readonly Fact[]): SourceLink[] {
  const { metrics, sources } = analysis.dataset;
  const speaking = new Set(
    facts.flatMap((fact) => fact.claims.filter(speaks).map(({ source }) => source)),
  );
  if (speaking.size === 0) return [];
  return [...sources.values()]
    .filter(
      ({ id, claims }) =>
        !speaking.has(id) &&
        claims.some(
          (claim) =>
            !claim.retired && speaks(claim) && known(metrics, claim.metric).kind === metric.kind,
        ),
    )
    .map(({ id }) => sourceLink(analysis, id));
}

function coversText(analysis: Analysis, { covers }: Metric): string | null {
  if (covers === null) return null;
  if (covers === "all-scores") return "every benchmark in the ledger";
  return joinWords(covers.map((id) => known(analysis.dataset.metrics, id).name));
}

/** All sources' figures of a metric by model, or null where there is nothing to draw. */
export function metricChart(
  analysis: Analysis,
  metric: Metric,
  link: (path: string) => string,
): ValuesDefinition | null {
  if (UNITS[metric.unit].values !== "number") return null;
  const rows = factsOf(analysis, metric)
    .filter((fact) => fact.measure === "level")
    .map((fact) => ({ fact, group: chartGroup(analysis, fact, link) }))
    .filter(({ group }) => group.points.length > 0);
  if (rows.length === 0) return null;
  const sign = metric.better === "lower" ? 1 : -1;
  rows.sort(
    (one, other) =>
      sign *
        compareDecimals(one.group.points[0]?.value ?? "0", other.group.points[0]?.value ?? "0") ||
      (one.fact.id < other.fact.id ? -1 : 1),
  );
  const groups = rows.map(({ group }) => group);
  const ends = groups.flatMap(({ points }) =>
    points.flatMap((point) => [point.low, point.high, point.value].filter((end) => end !== null)),
  );
  const unit = metric.unit === "percent" ? "percent" : UNITS[metric.unit].label;
  // More of a limit is not better by itself: what comes out of it is another metric.
  const better = metric.kind === "limit" ? "neither" : metric.better;
  return {
    form: "values",
    id: `chart-${metric.id}`,
    title: `${metric.name}: every source’s figure`,
    description: `Each mark is a source’s figure; the bar behind it is the range that the printed figure stands for. ${DIRECTIONS[better]}`,
    unit: unit === "" ? "Figure" : unit.charAt(0).toUpperCase() + unit.slice(1),
    direction: better === "neither" ? "none" : better,
    axis: chartAxis(`${metric.name}${unit === "" ? "" : `, ${unit}`}`, ends, metric),
    groups,
  };
}

/** Prices and sizes differ by factors; shares and counts are compared from zero. */
const FACTOR_KINDS: ReadonlySet<Metric["kind"]> = new Set(["price", "limit"]);
/** From this factor between the lowest and the highest on, a linear axis would press the small ones together. */
const WIDE_FACTOR = "20";

function chartAxis(label: string, ends: readonly string[], metric: Metric): ChartAxis {
  const format = tickFormatter(metric.unit);
  const sorted = [...ends].sort(compareDecimals);
  const [lowest, highest] = [sorted[0] ?? "0", sorted.at(-1) ?? "0"];
  const isWide =
    compareDecimals(lowest, "0") > 0 && compareDecimals(highest, multiply(lowest, WIDE_FACTOR)) > 0;
  return FACTOR_KINDS.has(metric.kind) && isWide
    ? factorAxis(label, ends, format)
    : baselineAxis(label, ends, "0", format);
}

function chartGroup(analysis: Analysis, fact: Fact, link: (path: string) => string): ChartGroup {
  const conditions = describeConditions(fact.conditions);
  const name = known(analysis.dataset.subjects, fact.subject).name;
  return {
    label: conditions === "" ? name : `${name} (${conditions})`,
    href: link(subjectPath(fact.subject)),
    points: factPoints(analysis, fact, link),
  };
}

export function metricIndex(analysis: Analysis): {
  scores: MetricSummary[];
  others: MetricSummary[];
} {
  const all = [...analysis.dataset.metrics.values()]
    .map((metric) => metricSummary(analysis, metric))
    .filter((metric) => metric.claims > 0)
    .sort((one, other) => other.claims - one.claims || (one.name < other.name ? -1 : 1));
  return {
    scores: all.filter((metric) => metric.kind === "score"),
    others: all.filter((metric) => metric.kind !== "score"),
  };
}
