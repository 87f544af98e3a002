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
import { primaryClaims } from "../../core/verdicts/standing.ts";
import { claimPath } from "../addresses.ts";
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

/** How it was run, in words: `format diff`, `489 problems`; empty where nothing is particular. */
export function describeSetting(conditions: Conditions, except?: ConditionName): string {
  const own = conditionsWhere(conditions, (name) => !OF_THE_SUBJECT.has(name) && name !== except);
  // A value of several words says by itself what it is; a single one needs the name of its condition.
  return Object.entries(own)
    .map(([name, value]) => (value.includes(" ") ? value : describeConditions({ [name]: value })))
    .join(", ");
}

function conditionsWhere(conditions: Conditions, isWanted: (name: string) => boolean): Conditions {
  return Object.fromEntries(Object.entries(conditions).filter(([name]) => isWanted(name)));
}

/** Every source's figure of a fact, the standing first, and the primary source before those that state the same. */
export function factPoints(
  analysis: Analysis,
  fact: Fact,
  link: (path: string) => string,
): ChartPoint[] {
  const primaries = new Set(
    primaryClaims(analysis.dataset, fact).map((claim) => publisherName(analysis.dataset, claim)),
  );
  const rank = ({ role, label }: Pick<ChartPoint, "role" | "label">) =>
    (role === "standing" ? 0 : 2) + (primaries.has(label) ? 0 : 1);
  const rows = stripRows(analysis, fact.claims, link).toSorted(
    (one, other) => rank(one) - rank(other),
  );
  return rows.flatMap((row) => {
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

/**
 * The figures that stand, each once, by its primary source where that is among those that state it; the first with a note of who
 * states one that does not agree. Every figure where none stands.
 */
export function standingPoints(
  analysis: Analysis,
  fact: Fact,
  link: (path: string) => string,
): ChartPoint[] {
  const points = factPoints(analysis, fact, link);
  const standing = eachOnce(points.filter(({ role }) => role === "standing"));
  const [first, ...rest] = standing;
  if (first === undefined) return points;
  const others = points.filter(
    (point) =>
      (point.role === "conflicts" || point.role === "scope") &&
      !standing.some((each) => isSameFigure(each, point)),
  );
  return [withNote(first, others), ...rest];
}

/** The one figure by which a model is placed: the first that stands, with a note of every other one that stands or does not agree. */
export function standingPoint(
  analysis: Analysis,
  fact: Fact,
  link: (path: string) => string,
): ChartPoint | undefined {
  const [first, ...rest] = standingPoints(analysis, fact, link);
  if (first === undefined) return undefined;
  const others = rest.filter((point) => !isSameFigure(first, point));
  const noted = withNote(first, others);
  const notes = [noted, first].flatMap(({ breakNote }) => breakNote ?? []);
  return {
    ...noted,
    breakNote: notes.length === 0 ? undefined : [...new Set(notes)].join("; "),
    noted: [...(first.noted ?? []), ...others.flatMap(({ href }) => href ?? [])],
  };
}

/** `$3` and `$3.00` are one figure. */
const isSameFigure = (one: ChartPoint, other: ChartPoint): boolean =>
  one.value === other.value && one.low === other.low && one.high === other.high;

const eachOnce = (points: readonly ChartPoint[]): ChartPoint[] =>
  points.filter((point, index) => points.findIndex((each) => isSameFigure(each, point)) === index);

/** Says of a figure who states another one: `Digest states 54.9% and 55%`. */
function withNote(point: ChartPoint, others: readonly ChartPoint[]): ChartPoint {
  if (others.length === 0) return point;
  const byPublisher = new Map<string, ChartPoint[]>();
  for (const other of others) {
    const own = byPublisher.get(other.label) ?? [];
    if (!own.some((each) => isSameFigure(each, other)))
      byPublisher.set(other.label, [...own, other]);
  }
  const stated = [...byPublisher].map(([label, own]) => {
    const figures = own.map(({ valueText, role }) =>
      role === "standing" ? `${valueText}, which stands as well` : valueText,
    );
    return `${label} states ${joinWords(figures)}`;
  });
  return {
    ...point,
    breakNote: joinWords(stated),
    noted: others.flatMap(({ href }) => href ?? []),
  };
}

/** Facts of which sources say only that there is no figure: `OpenAI: not reported`, and the claims that say so. */
export function silenceOf(
  analysis: Analysis,
  fact: Fact,
  link: (path: string) => string,
): { readonly said: string; readonly claims: readonly string[] } | null {
  if (fact.claims.some(speaks) && fact.claims.some(({ interval }) => interval !== null))
    return null;
  const said = (claim: Claim) =>
    `${publisherName(analysis.dataset, claim)}: ${describeValue(analysis.dataset, claim)}`;
  return {
    said: joinWords([...new Set(fact.claims.map(said))]),
    claims: fact.claims.map(({ id }) => link(claimPath(id))),
  };
}

/** `Percent`, `USD per 1M tokens`: the head of a column of figures. */
export function unitHeading(unit: UnitName): string {
  const label = unit === "percent" ? "percent" : UNITS[unit].label;
  return label === "" ? "Figure" : label.charAt(0).toUpperCase() + label.slice(1);
}

/** Every end of what is drawn. */
export const endsOf = (points: readonly ChartPoint[]): string[] =>
  points.flatMap(({ low, high, value }) => [low, high, value].filter((end) => end !== null));
