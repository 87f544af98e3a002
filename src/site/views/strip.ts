/** The precision strip of a question, from its claims. */
import type { Analysis } from "../../core/analysis.ts";
import { type Claim, known } from "../../core/dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { formatDate } from "../../core/quantity/calendar.ts";
import { compareDecimals } from "../../core/quantity/decimal.ts";
import { formatFigure, fromBaseUnit } from "../../core/quantity/quantity.ts";
import { areUnitsComparable, baseUnitOf, UNITS, type UnitName } from "../../core/quantity/units.ts";
import { relationToStanding } from "../../core/verdicts/standing.ts";
import type { Status } from "../../core/verdicts/status.ts";
import { claimPath } from "../addresses.ts";
import type { StripDefinition, StripRole, StripRow } from "../figures/precision-strip.ts";

const ROLE_OF_STATUS: Readonly<Record<Status, StripRole>> = {
  single: "agrees",
  agrees: "agrees",
  rounds: "rounds",
  "scope differs": "scope",
  conflicts: "conflicts",
  decided: "conflicts",
  open: "conflicts",
};

/** How a claim is marked beside the others of its fact: by what it is to the figure that stands, or else by its status. */
function roleOf(analysis: Analysis, claim: Claim): StripRole {
  const fact = analysis.factOfClaim.get(claim.id);
  const standing = fact && analysis.standings.get(fact.id);
  const relation = standing ? relationToStanding(standing, claim) : null;
  const status = analysis.claimStatuses.get(claim.id) ?? "single";
  // What is true at another time does not conflict with what stands now.
  if (standing?.atOtherTimes.includes(claim)) return "scope";
  if (relation === null) return ROLE_OF_STATUS[status];
  if (relation === "stands") return "standing";
  return relation === "conflicts" && status === "scope differs" ? "scope" : relation;
}

/**
 * One row for each publisher and figure; repetitions in one document share a row.
 *
 * @param link turns a path of the site into an address (adds the base)
 */
export function stripRows(
  analysis: Analysis,
  claims: readonly Claim[],
  link: (path: string) => string,
): StripRow[] {
  const rows = new Map<string, StripRow>();
  for (const claim of claims) {
    const label = publisherName(analysis.dataset, claim);
    const valueText = describeValue(analysis.dataset, claim);
    const key = `${label}\n${valueText}`;
    const role = roleOf(analysis, claim);
    // A row that several claims share leads to the one that carries the standing, or else to the first.
    const shared = rows.get(key)?.role;
    if (shared !== undefined && (shared === "standing" || role !== "standing")) continue;
    const interval =
      claim.interval && fromBaseUnit(claim.interval, drawnUnit(analysis, claim.metric, claim.unit));
    rows.set(key, {
      label,
      valueText,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      exact:
        interval?.low != null &&
        interval.high !== null &&
        compareDecimals(interval.low, interval.high) === 0,
      fades: claim.qualifier === "about" || claim.qualifier === "nearly",
      role,
      href: link(claimPath(claim.id)),
    });
  }
  // The standing first, then as sources stand in the dataset.
  return [...rows.values()].sort(
    (one, other) => Number(other.role === "standing") - Number(one.role === "standing"),
  );
}

/** The unit in which figures stated in another one are drawn: the metric's own, or the base unit where a change has no such. */
function drawnUnit(analysis: Analysis, metric: string, stated: UnitName): UnitName {
  const own = known(analysis.dataset.metrics, metric).unit;
  return areUnitsComparable(own, stated) ? own : baseUnitOf(stated);
}

const compactLarge = (value: string): string => {
  const trimmed = value.replace(/\.0+$/, "");
  if (/000000$/.test(trimmed)) return `${trimmed.slice(0, -6)}M`;
  return /000$/.test(trimmed) && trimmed.length > 4 ? `${trimmed.slice(0, -3)}K` : value;
};

/** Ticks as readers write figures: `54.5%`, `$0.10`, `14 April 2025`. */
export function tickFormatter(unit: UnitName): (value: string) => string {
  if (unit === "date") return formatDate;
  if (unit === "tokens" || unit === "words" || unit === "users") return compactLarge;
  // Money has cents or none: `$0.10`, not `$0.1`.
  const isMoney = unit === "usd" || unit === "usd-per-million-tokens";
  return (value) =>
    formatFigure(isMoney ? value.replace(/^\d+\.\d$/, (text) => `${text}0`) : value, unit);
}

export function factStrip(
  analysis: Analysis,
  fact: Fact,
  link: (path: string) => string,
): StripDefinition {
  const stated = fact.claims[0]?.unit ?? known(analysis.dataset.metrics, fact.metric).unit;
  const unit = drawnUnit(analysis, fact.metric, stated);
  return {
    title: describeFact(analysis.dataset, fact),
    axis: {
      label: `${known(analysis.dataset.metrics, fact.metric).name}${UNITS[unit].label === "" ? "" : `, ${unit === "percent" ? "percent" : UNITS[unit].label}`}`,
      kind: UNITS[unit].values === "date" ? "calendar" : "number",
      formatTick: tickFormatter(unit),
    },
    rows: stripRows(analysis, fact.claims, link),
  };
}
