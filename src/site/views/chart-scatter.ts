/** One metric against another, and the line of the points that no other one beats. */
import type { Analysis } from "../../core/analysis.ts";
import { known, type Metric } from "../../core/dataset/dataset.ts";
import { joinWords, nameInSentence } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { AuthoredChartOf } from "../../core/lint/prose/chart-front-matter.ts";
import { compareDecimals, type Decimal } from "../../core/quantity/decimal.ts";
import { compareText } from "../../core/report/issue.ts";
import { subjectPath } from "../addresses.ts";
import { baselineAxis, factorAxis } from "../figures/chart-axis.ts";
import type {
  ChartAxis,
  ChartPoint,
  ScatterAxis,
  ScatterDefinition,
  ScatterPoint,
} from "../figures/chart-definition.ts";
import {
  describeSetting,
  endsOf,
  levelFacts,
  ownConditions,
  standingPoint,
  subjectLabel,
  unitHeading,
} from "./chart-facts.ts";
import { tickFormatter } from "./strip.ts";

type Authored = AuthoredChartOf<"against">;
type Link = (path: string) => string;

export function scatterChart(
  analysis: Analysis,
  id: string,
  authored: Authored,
  link: Link,
): ScatterDefinition {
  const { subjects, keep } = authored;
  const across = levelFacts(analysis, authored.horizontal, undefined, keep);
  const facts = levelFacts(analysis, authored.vertical, subjects, keep);
  const missing: string[] = [];
  const placed = facts.flatMap((fact): (ScatterPoint & { readonly rank: number })[] => {
    const label = subjectLabel(analysis, fact);
    const vertical = standingPoint(analysis, fact, link);
    const partner = partnerOf(fact, across);
    const horizontal = partner && standingPoint(analysis, partner, link);
    if (vertical === undefined) return [];
    if (horizontal === undefined) {
      missing.push(label);
      return [];
    }
    const setting = describeSetting(fact.conditions);
    return [
      {
        label,
        href: link(subjectPath(fact.subject)),
        horizontal,
        vertical,
        setting: setting === "" ? null : setting,
        rank: subjects?.indexOf(fact.subject) ?? 0,
      },
    ];
  });
  const points = placed
    .sort((one, other) => one.rank - other.rank || compareText(one.label, other.label))
    .map(({ rank: _, ...point }) => point);
  const metric = (name: string) => known(analysis.dataset.metrics, name);
  const [horizontal, vertical] = [metric(authored.horizontal), metric(authored.vertical)];
  return {
    form: "scatter",
    id: `drawn-${id}`,
    title: authored.title,
    description: authored.summary,
    horizontal: scatterAxis(
      horizontal,
      points.map((point) => point.horizontal),
      (label, ends, format) => factorAxis(label, ends, format),
    ),
    vertical: scatterAxis(
      vertical,
      points.map((point) => point.vertical),
      (label, ends, format) => baselineAxis(label, ends, authored.from ?? "0", format),
    ),
    points,
    frontier: authored.line === "frontier" ? frontierOf(points, horizontal, vertical) : null,
    notes:
      missing.length === 0 ? [] : [missingNote(nameInSentence(horizontal), [...new Set(missing)])],
  };
}

function missingNote(name: string, labels: readonly string[]): string {
  const article = /^[aeiou]/iu.test(name) ? "an" : "a";
  const pronoun = labels.length > 1 ? "them" : "it";
  return `Not drawn, since no source in the ledger states ${article} ${name} for ${pronoun}: ${joinWords(labels)}.`;
}

function scatterAxis(
  metric: Metric,
  points: readonly ChartPoint[],
  axisOf: (label: string, ends: readonly string[], format: (value: string) => string) => ChartAxis,
): ScatterAxis {
  const unit = unitHeading(metric.unit);
  const lower = unit.startsWith("USD") ? unit : unit.toLowerCase();
  return {
    ...axisOf(`${metric.name}, ${lower}`, endsOf(points), tickFormatter(metric.unit)),
    name: metric.name,
    unit,
    direction: metric.better === "neither" ? "none" : metric.better,
  };
}

/** The fact that answers for the same thing: of the same snapshot, or else the one stated without conditions, or the only one. */
function partnerOf(fact: Fact, others: readonly Fact[]): Fact | undefined {
  const own = others.filter(({ subject }) => subject === fact.subject);
  const { snapshot } = ownConditions(fact.conditions);
  return (
    own.find(
      ({ conditions }) => snapshot !== undefined && ownConditions(conditions).snapshot === snapshot,
    ) ??
    own.find(({ conditions }) => Object.keys(conditions).length === 0) ??
    (own.length === 1 ? own[0] : undefined)
  );
}

/**
 * Indices of the points beside which no other is at least as good on both axes and better on one: the Pareto frontier, from left to
 * right. Points of a setting of their own take no part.
 */
export function frontierOf(
  points: readonly ScatterPoint[],
  horizontal: Pick<Metric, "better">,
  vertical: Pick<Metric, "better">,
): number[] {
  const gain = (metric: Pick<Metric, "better">, one: Decimal, other: Decimal) =>
    metric.better === "lower" ? compareDecimals(other, one) : compareDecimals(one, other);
  const doesBeat = (one: ScatterPoint, other: ScatterPoint) => {
    const gains = [
      gain(horizontal, one.horizontal.value, other.horizontal.value),
      gain(vertical, one.vertical.value, other.vertical.value),
    ];
    return gains.every((each) => each >= 0) && gains.some((each) => each > 0);
  };
  const taking = points.flatMap((point, index) =>
    point.setting === null ? [{ point, index }] : [],
  );
  return taking
    .filter(({ point }) => !taking.some((other) => doesBeat(other.point, point)))
    .sort(
      (one, other) =>
        compareDecimals(one.point.horizontal.value, other.point.horizontal.value) ||
        one.index - other.index,
    )
    .map(({ index }) => index);
}
