/**
 * Figures of several subjects in one document that have to fit one another though no statement joins them: money earned beside the
 * share of it that is all of it, and prices averaged over one mix.
 */
import { type Claim, known } from "../dataset/dataset.ts";
import { describeFact, describeValue, joinWords, publisherName } from "../facts/describe.ts";
import { compareClaims, type Fact, factIdOf } from "../facts/fact.ts";
import { absolute, compareDecimals, type Decimal, divide } from "../quantity/decimal.ts";
import { doIntervalsMeet, gapBetween, hull, type Interval } from "../quantity/interval.ts";
import { divideIntervals } from "../quantity/interval-arithmetic.ts";
import { areUnitsComparable } from "../quantity/units.ts";
import { compareText } from "../report/issue.ts";
import type { CheckContext, Finding } from "./check.ts";
import { hullOf } from "./operands.ts";
import { formatInterval } from "./pairs.ts";
import { magnitudeOf, roundInterval } from "./recomputation.ts";

/** A subject's figure and the figures of the same subject that it goes with. */
interface Row {
  readonly claim: Claim;
  /** For each part every claim that the document makes on it. */
  readonly parts: readonly (readonly Claim[])[];
}

/** How two rows of one table stand to each other. */
interface Fit {
  readonly fits: boolean;
  /** How far they are from fitting, as a share. */
  readonly size: Decimal;
  readonly line: string;
}

/**
 * A row is listed when it fits fewer of the other rows of its document than it does not fit. Where one row is out, that names it; where
 * no two rows fit, nothing tells them apart and all are listed.
 */
export function tableFindings(context: CheckContext): Finding[] {
  const findings: Finding[] = [];
  for (const [id, facts] of levelsByMetric(context)) {
    const { proportionalTo, mixOf } = known(context.dataset.metrics, id);
    if (proportionalTo !== null) {
      const rows = rowsOf(context, facts, [proportionalTo]);
      findings.push(...judge(context, rows, proportionFit, describeProportion));
    }
    if (mixOf !== null) {
      const tables = rowsOf(context, facts, mixOf).map((rows) =>
        rows.filter((row) => !isBeyondItsParts(row)),
      );
      findings.push(...judge(context, tables, mixFit, describeMix));
    }
  }
  return findings;
}

/** The rows of each document, by the conditions that its subjects share. */
function rowsOf(context: CheckContext, facts: readonly Fact[], parts: readonly string[]): Row[][] {
  const tables = new Map<string, Row[]>();
  for (const fact of facts) {
    for (const claim of fact.claims) {
      if (claim.interval === null || claim.quantity?.kind !== "number") continue;
      const found = parts.map((part) =>
        (context.facts.get(partIdOf(fact, part))?.claims ?? []).filter(
          (each) => each.source === claim.source && each.quantity?.kind === "number",
        ),
      );
      if (found.some((claims) => claims.length === 0)) continue;
      const key = [claim.source, ...sharedConditions(fact)].join(" ");
      const rows = tables.get(key);
      const row = { claim, parts: found };
      if (rows) rows.push(row);
      else tables.set(key, [row]);
    }
  }
  return [...tables.values()];
}

/** The levels of the metrics that stand in such tables, which are few, in one pass over all facts. */
function levelsByMetric(context: CheckContext): ReadonlyMap<string, readonly Fact[]> {
  const levels = new Map<string, Fact[]>();
  for (const { id, proportionalTo, mixOf } of context.dataset.metrics.values())
    if (proportionalTo !== null || mixOf !== null) levels.set(id, []);
  if (levels.size === 0) return levels;
  for (const fact of context.facts.values())
    if (fact.measure === "level") levels.get(fact.metric)?.push(fact);
  return levels;
}

const partIdOf = (fact: Fact, metric: string): string =>
  factIdOf({
    subject: fact.subject,
    metric,
    conditions: fact.conditions,
    measure: "level",
    direction: null,
    comparedWith: null,
    relation: null,
    among: null,
  });

/**
 * Whether an average lies outside of what it averages. It is refuted by that alone, as a level that does not follow, so that it says nothing
 * about other rows. Parts in another unit, as the prices of tokens are beside what a question costs, do not bound it.
 */
function isBeyondItsParts({ claim, parts }: Row): boolean {
  const areComparable = parts.flat().every(({ unit }) => areUnitsComparable(unit, claim.unit));
  const range = areComparable ? hullOf(parts.map(intervalOf)) : null;
  return range !== null && claim.interval !== null && !doIntervalsMeet(range, claim.interval);
}

/** What all rows of a table have in common: not the snapshot or the effort, which belong to the model. */
const sharedConditions = (fact: Fact): string[] =>
  Object.entries(fact.conditions)
    .filter(([name]) => name !== "snapshot" && name !== "reasoning-effort")
    .map(([name, value]) => `${name}=${value}`);

function judge(
  context: CheckContext,
  tables: readonly (readonly Row[])[],
  fitOf: (context: CheckContext, row: Row, other: Row) => Fit | null,
  describe: (context: CheckContext, row: Row, misfits: readonly Row[], isAlone: boolean) => string,
): Finding[] {
  return tables.flatMap((rows) =>
    rows.flatMap((row) => {
      const others = rows
        .filter((other) => factIdOf(other.claim) !== factIdOf(row.claim))
        .sort((one, other) => compareText(one.claim.id, other.claim.id));
      const judged = others.flatMap((other) => {
        const fit = fitOf(context, row, other);
        return fit ? [{ other, fit }] : [];
      });
      const misfits = judged.filter(({ fit }) => !fit.fits);
      if (misfits.length === 0 || misfits.length <= judged.length - misfits.length) return [];
      const size = misfits
        .map(({ fit }) => fit.size)
        .reduce((best, each) => (compareDecimals(each, best) > 0 ? each : best));
      const isPartInDoubt = row.parts.length === 1;
      return [
        {
          id: `arithmetic/${row.claim.id}`,
          kind: "arithmetic",
          severity: "minor",
          scope: "within",
          facts: [factIdOf(row.claim)],
          claims: [
            ...new Set(
              [row, ...misfits.map(({ other }) => other)].flatMap(({ claim, parts }) => [
                claim,
                ...parts.flat(),
              ]),
            ),
          ].sort(compareClaims),
          // The row's own claim comes first, since the finding is shown at its place.
          about: [row.claim, ...(isPartInDoubt ? row.parts.flat().sort(compareClaims) : [])],
          summary: describe(
            context,
            row,
            misfits.map(({ other }) => other),
            misfits.length === judged.length,
          ),
          computation: judged.map(
            ({ fit }) => `${fit.line}: ${fit.fits ? "follows" : "does not follow"}`,
          ),
          size,
        } satisfies Finding,
      ];
    }),
  );
}

const subjectName = (context: CheckContext, { claim }: Row): string =>
  known(context.dataset.subjects, claim.subject).name;
const figureOf = (context: CheckContext, claim: Claim): string =>
  describeValue(context.dataset, claim);
const intervalOf = (claims: readonly Claim[]): Interval =>
  claims.map(({ interval }) => interval as Interval).reduce(hull);
const show = (interval: Interval): string => formatInterval(roundInterval(interval));

/** Two forms of one figure have the same proportion in every row. */
function proportionFit(context: CheckContext, row: Row, other: Row): Fit | null {
  const proportionOf = ({ claim, parts: [part = []] }: Row) =>
    divideIntervals(claim.interval as Interval, intervalOf(part));
  const [mine, theirs] = [proportionOf(row), proportionOf(other)];
  if (mine === null || theirs === null) return null;
  const told = (each: Row, proportion: Interval) =>
    `${subjectName(context, each)}: ${figureOf(context, each.claim)} ÷ ${(each.parts[0] ?? []).map((part) => figureOf(context, part)).join(" or ")} gives ${show(proportion)}`;
  return {
    fits: doIntervalsMeet(mine, theirs),
    size: divide(absolute(gapBetween(mine, theirs)), magnitudeOf(mine)),
    line: `${told(row, mine)}; ${told(other, theirs)}`,
  };
}

function describeProportion(
  context: CheckContext,
  { claim, parts: [part = []] }: Row,
  _misfits: readonly Row[],
  isAlone: boolean,
): string {
  const { dataset } = context;
  const beside = joinWords([...new Set(part.map((each) => describeValue(dataset, each)))]);
  return `${publisherName(dataset, claim)} states ${describeValue(dataset, claim)} beside ${beside} for ${describeFact(dataset, claim)}; ${isAlone ? "no other row" : "most other rows"} of its table ${isAlone ? "has" : "do not have"} that proportion.`;
}

/** What the parts of a mix are called: prices or scores where all of them are. */
function partsName(context: CheckContext, { parts }: Row): string {
  const kinds = new Set(
    parts.flat().map(({ metric }) => known(context.dataset.metrics, metric).kind),
  );
  const [kind] = kinds;
  return kinds.size === 1 && (kind === "price" || kind === "score") ? `${kind}s` : "parts";
}

/**
 * If every price of one model lies between 0.2 and 0.25 times that of another, so does every average of them over one mix of amounts,
 * whatever the mix.
 */
function mixFit(context: CheckContext, row: Row, other: Row): Fit | null {
  const bounds = hullOf(
    row.parts.map((part, index) =>
      divideIntervals(intervalOf(part), intervalOf(other.parts[index] ?? [])),
    ),
  );
  const stated = divideIntervals(row.claim.interval as Interval, other.claim.interval as Interval);
  if (bounds === null || stated === null) return null;
  const [mine, theirs] = [subjectName(context, row), subjectName(context, other)];
  const ratios = row.parts
    .map(
      (part, index) =>
        `${part.map((each) => figureOf(context, each)).join(" or ")} to ${(other.parts[index] ?? []).map((each) => figureOf(context, each)).join(" or ")}`,
    )
    .join(", ");
  return {
    fits: doIntervalsMeet(bounds, stated),
    size: divide(absolute(gapBetween(bounds, stated)), magnitudeOf(stated)),
    line: `the ${partsName(context, row)} of ${mine} and ${theirs} (${ratios}) have a ratio of ${show(bounds)}, and so has any one mix of them; the stated ${figureOf(context, row.claim)} and ${figureOf(context, other.claim)} have ${show(stated)}`,
  };
}

function describeMix(context: CheckContext, row: Row, misfits: readonly Row[]): string {
  const { dataset } = context;
  const beside = joinWords(
    misfits.map((other) => `${figureOf(context, other.claim)} for ${subjectName(context, other)}`),
  );
  return `${publisherName(dataset, row.claim)} states ${describeValue(dataset, row.claim)} for ${describeFact(dataset, row.claim)}; no one mix of its ${partsName(context, row)} gives that beside ${beside}.`;
}
