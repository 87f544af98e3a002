/** Figures by subject on one axis, in sections where settings differ. */
import type { Analysis } from "../../core/analysis.ts";
import { known } from "../../core/dataset/dataset.ts";
import { describeConditions, joinWords } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { AuthoredChartOf } from "../../core/lint/prose/chart-front-matter.ts";
import { compareDecimals } from "../../core/quantity/decimal.ts";
import { compareText } from "../../core/report/issue.ts";
import { CONDITIONS } from "../../core/schema/vocabulary.ts";
import { subjectPath } from "../addresses.ts";
import { baselineAxis, factorAxis } from "../figures/chart-axis.ts";
import type { ChartGroup, ChartPoint, ValuesDefinition } from "../figures/chart-definition.ts";
import {
  describeSetting,
  endsOf,
  factPoints,
  levelFacts,
  silenceOf,
  standingPoints,
  subjectLabel,
  unitHeading,
} from "./chart-facts.ts";
import { tickFormatter } from "./strip.ts";

type Authored = AuthoredChartOf<"values">;
type Link = (path: string) => string;

/** @throws RangeError where metrics have different units or a figure lies below the baseline */
export function valuesChart(
  analysis: Analysis,
  id: string,
  authored: Authored,
  link: Link,
): ValuesDefinition {
  const metrics = authored.metrics.map((metric) => known(analysis.dataset.metrics, metric));
  const [first] = metrics;
  if (first === undefined || metrics.some(({ unit }) => unit !== first.unit))
    throw new RangeError(`The chart ${id} needs metrics of one unit.`);
  const sections = metrics.flatMap(({ id: metric, name }) =>
    sectionsOf(levelFacts(analysis, metric, authored.subjects, authored.keep), name, authored),
  );
  const groups = sections.flatMap(({ heading, facts }) =>
    groupsOf(analysis, facts, authored, link).map((group) => ({
      ...group,
      section: sections.length > 1 ? heading : undefined,
    })),
  );
  const points = groups.flatMap((group) => group.points);
  const from = authored.from ?? "0";
  if (authored.scale === undefined) assertAbove(id, from, points);
  const format = tickFormatter(first.unit);
  const unit = unitHeading(first.unit);
  const label = metrics.length === 1 ? `${first.name}, ${unit.toLowerCase()}` : unit;
  const silences = silencesOf(analysis, sections, authored, link);
  return {
    form: "values",
    id: `drawn-${id}`,
    title: authored.title,
    description: authored.summary,
    unit,
    // What a model may be given is not what it does well with.
    direction: first.better === "neither" || first.kind === "limit" ? "none" : first.better,
    rowName: authored.rows && capitalised(CONDITIONS[authored.rows].label),
    axis:
      authored.scale === "factors"
        ? factorAxis(label, endsOf(points), format)
        : baselineAxis(label, endsOf(points), from, format),
    groups,
    notes: silences.map(({ note }) => note),
    noted: silences.flatMap(({ claims }) => claims),
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Section {
  readonly heading: string;
  readonly facts: readonly Fact[];
}

/** Facts of one metric by setting, the one without particulars first. */
function sectionsOf(facts: readonly Fact[], name: string, { rows }: Authored): Section[] {
  const bySetting = new Map<string, Fact[]>();
  for (const fact of facts) {
    const setting = describeSetting(fact.conditions, rows);
    bySetting.set(setting, [...(bySetting.get(setting) ?? []), fact]);
  }
  return [...bySetting]
    .sort(([one], [other]) => compareText(one, other))
    .map(([setting, own]) => ({
      heading: setting === "" ? name : `${name}, ${setting}`,
      facts: own,
    }));
}

function groupsOf(
  analysis: Analysis,
  facts: readonly Fact[],
  authored: Authored,
  link: Link,
): ChartGroup[] {
  const bySubject = new Map<string, { fact: Fact; facts: Fact[] }>();
  for (const fact of facts) {
    const label = subjectLabel(analysis, fact);
    const group = bySubject.get(label);
    if (group) group.facts.push(fact);
    else bySubject.set(label, { fact, facts: [fact] });
  }
  const drawn = [...bySubject].flatMap(([label, { fact, facts: own }]) => {
    const points = inSequence(own, authored).flatMap((each) =>
      pointsOf(analysis, each, authored, link),
    );
    if (points.length === 0) return [];
    return [
      { subject: fact.subject, group: { label, href: link(subjectPath(fact.subject)), points } },
    ];
  });
  const better = known(analysis.dataset.metrics, facts[0]?.metric ?? "").better;
  const sign = better === "lower" ? 1 : -1;
  const rank = (subject: string) => authored.subjects?.indexOf(subject) ?? 0;
  return drawn
    .sort(
      (one, other) =>
        rank(one.subject) - rank(other.subject) ||
        sign *
          compareDecimals(one.group.points[0]?.value ?? "0", other.group.points[0]?.value ?? "0") ||
        compareText(one.group.label, other.group.label),
    )
    .map(({ group }) => group);
}

function inSequence(facts: readonly Fact[], { rows, sequence = [] }: Authored): Fact[] {
  if (rows === undefined) return [...facts];
  const rank = ({ conditions }: Fact) => {
    const index = sequence.indexOf(conditions[rows] ?? "");
    return index === -1 ? sequence.length : index;
  };
  return [...facts].sort((one, other) => rank(one) - rank(other) || compareText(one.id, other.id));
}

function pointsOf(analysis: Analysis, fact: Fact, authored: Authored, link: Link): ChartPoint[] {
  const points =
    authored.shows === "standing"
      ? standingPoints(analysis, fact, link)
      : factPoints(analysis, fact, link);
  const row = authored.rows && fact.conditions[authored.rows];
  if (row === undefined) return points;
  return points.map((point) => ({ ...point, row }));
}

function assertAbove(id: string, from: string, points: readonly ChartPoint[]): void {
  const below = points.find(({ value }) => compareDecimals(value, from) < 0);
  if (below !== undefined)
    throw new RangeError(`The axis of the chart ${id} begins above ${below.valueText}.`);
}

/** What is asked and not told: one sentence for each section and row, and the claims that say so. */
function silencesOf(
  analysis: Analysis,
  sections: readonly Section[],
  { rows }: Authored,
  link: Link,
): { readonly note: string; readonly claims: readonly string[] }[] {
  return sections.flatMap(({ heading, facts }) => {
    const silences = new Map<string, { said: string; labels: Set<string>; claims: string[] }>();
    for (const fact of facts) {
      const silence = silenceOf(analysis, fact, link);
      if (silence === null) continue;
      const value = rows && fact.conditions[rows];
      const asked =
        value === undefined
          ? heading
          : `${heading}, ${describeConditions({ [rows ?? ""]: value })}`;
      const key = `${asked}\n${silence.said}`;
      const own = silences.get(key) ?? { said: silence.said, labels: new Set(), claims: [] };
      own.labels.add(subjectLabel(analysis, fact));
      own.claims.push(...silence.claims);
      silences.set(key, own);
    }
    return [...silences].map(([key, { said, labels, claims }]) => ({
      note: `${key.split("\n")[0]}: no figure for ${joinWords([...labels])}; ${said}.`,
      claims,
    }));
  });
}
