/** Which facts a chart draws, and how they are called in it. */
import type { Analysis } from "../../core/analysis.ts";
import { type Claim, known } from "../../core/dataset/dataset.ts";
import {
  describeConditions,
  describeValue,
  joinWords,
  publisherName,
} from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { speaks } from "../../core/facts/silence.ts";
import { middleOf } from "../../core/quantity/interval.ts";
import { UNITS, type UnitName } from "../../core/quantity/units.ts";
import type { Conditions } from "../../core/schema/conditions.ts";
import type { ConditionName } from "../../core/schema/vocabulary.ts";
import type { ChartPoint } from "../figures/chart-definition.ts";
import { stripRows } from "./strip.ts";

/** Conditions that say what was run; the others say how, and make a setting. */
const OF_THE_SUBJECT: ReadonlySet<string> = new Set<ConditionName>([
  "snapshot",
  "reasoning-effort",
]);

type Kept = Readonly<Partial<Record<ConditionName, readonly string[]>>>;

/** Facts on the level of a metric, of the subjects and with the conditions wanted. */
export function levelFacts(
  analysis: Analysis,
  metric: string,
  subjects: readonly string[] | undefined,
  keep: Kept = {},
): Fact[] {
  return [...analysis.facts.values()].filter(
    (fact) =>
      fact.measure === "level" &&
      fact.metric === metric &&
      (subjects?.includes(fact.subject) ?? true) &&
      (Object.entries(keep) as [ConditionName, readonly string[]][]).every(([name, values]) => {
        const own = fact.conditions[name];
        return own === undefined || values.includes(own);
      }),
  );
}

/** `GPT-X (2026-01-01)`: the subject and what of it was run. */
export function subjectLabel(analysis: Analysis, { subject, conditions }: Fact): string {
  const name = known(analysis.dataset.subjects, subject).name;
  const particulars = Object.values(ownConditions(conditions));
  return particulars.length === 0 ? name : `${name} (${particulars.join(", ")})`;
}

/** Snapshot and effort: what of the subject was run. */
export const ownConditions = (conditions: Conditions): Conditions =>
  conditionsWhere(conditions, (name) => OF_THE_SUBJECT.has(name));

/** How it was run, in words: `format diff`; empty where nothing is particular. */
export function describeSetting(conditions: Conditions, except?: ConditionName): string {
  return describeConditions(
    conditionsWhere(conditions, (name) => !OF_THE_SUBJECT.has(name) && name !== except),
  );
}

function conditionsWhere(conditions: Conditions, isWanted: (name: string) => boolean): Conditions {
  return Object.fromEntries(Object.entries(conditions).filter(([name]) => isWanted(name)));
}

/** Every source's figure of a fact, the standing first. */
export function factPoints(
  analysis: Analysis,
  fact: Fact,
  link: (path: string) => string,
): ChartPoint[] {
  return stripRows(analysis, fact.claims, link).flatMap((row) => {
    const value = middleOf(row);
    if (value === null) return [];
    const { label, low, high, role, href } = row;
    const valueText = withoutUnit(row.valueText, known(analysis.dataset.metrics, fact.metric).unit);
    return [{ label, valueText, value, low, high, role, href }];
  });
}

/** A figure without the word that the axis says for all of them: `1 million tokens` on an axis of tokens. */
function withoutUnit(text: string, unit: UnitName): string {
  const word = ` ${UNITS[unit].label}`;
  return word.length > 1 && text.endsWith(word) ? text.slice(0, -word.length) : text;
}

/** The figure that stands, with a note of who states one that does not agree; every figure where none stands. */
export function standingPoints(
  analysis: Analysis,
  fact: Fact,
  link: (path: string) => string,
): ChartPoint[] {
  const points = factPoints(analysis, fact, link);
  const standing = points.find(({ role }) => role === "standing");
  if (standing === undefined) return points;
  const others = points.filter(({ role }) => role === "conflicts" || role === "scope");
  if (others.length === 0) return [standing];
  const stated = others.map(({ label, valueText }) => `${label} states ${valueText}`);
  return [{ ...standing, breakNote: joinWords(stated) }];
}

/** Facts of which sources say only that there is no figure: `OpenAI: not reported`. */
export function silenceOf(analysis: Analysis, fact: Fact): string | null {
  if (fact.claims.some(speaks) && fact.claims.some(({ interval }) => interval !== null))
    return null;
  const said = (claim: Claim) =>
    `${publisherName(analysis.dataset, claim)}: ${describeValue(analysis.dataset, claim)}`;
  return joinWords([...new Set(fact.claims.map(said))]);
}

/** `Percent`, `USD per 1M tokens`: the head of a column of figures. */
export function unitHeading(unit: UnitName): string {
  const label = unit === "percent" ? "percent" : UNITS[unit].label;
  return label === "" ? "Figure" : label.charAt(0).toUpperCase() + label.slice(1);
}

/** Every end of what is drawn. */
export const endsOf = (points: readonly ChartPoint[]): string[] =>
  points.flatMap(({ low, high, value }) => [low, high, value].filter((end) => end !== null));
