/**
 * The closed word lists of the ledger (DESIGN §1), in one place, because the
 * same words stand in authored data, code, addresses and prose.
 */
import { z } from "zod";

/** What kind of statement a claim makes about its metric. */
export const MEASURES = ["level", "difference", "ratio", "percent-change", "relation"] as const;
export type Measure = (typeof MEASURES)[number];

/** How the level of one metric can follow from the levels of others. */
export const DERIVING_MEASURES = [
  "difference",
  "ratio",
  "percent-change",
  "multiple",
  "weekday",
] as const;
export type DerivingMeasure = (typeof DERIVING_MEASURES)[number];

/** How a subject is said to stand to what it is compared with. */
export const RELATIONS = [
  "beats",
  "loses-to",
  "matches",
  "at-least",
  "at-most",
  "similar",
  "best",
  "worst",
  "cheapest",
  "most-expensive",
  "largest",
  "smallest",
  "fastest",
  "slowest",
  "first",
  "succeeds",
  "replaces",
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Relations that single one out of a set. */
export const SUPERLATIVES: ReadonlySet<Relation> = new Set<Relation>([
  "best",
  "worst",
  "cheapest",
  "most-expensive",
  "largest",
  "smallest",
  "fastest",
  "slowest",
  "first",
]);

/** Whose models a relation over a set is about, where the set has no subject of its own to name. */
export const RIVALS = ["all", "own-organisation", "other-organisations"] as const;
export type Rivals = (typeof RIVALS)[number];

/** How much of a document was held when it was searched. */
export const EXTENTS = ["whole", "excerpts"] as const;
export type Extent = (typeof EXTENTS)[number];

/** Over how much of the named set a relation is said to hold. */
export const QUANTIFIERS = ["all", "most", "many", "some", "unstated"] as const;
export type Quantifier = (typeof QUANTIFIERS)[number];

/** Words beside a figure that widen or open the interval it stands for (DESIGN §4). */
export const QUALIFIERS = [
  "about",
  "nearly",
  "over",
  "under",
  "at-least",
  "at-most",
  "up-to",
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const DIRECTIONS = ["up", "down"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Values that stand where a figure is missing, or that answer yes-or-no questions. */
export const NAMED_VALUES = ["yes", "no", "unknown", "not-available", "not-reported"] as const;
export type NamedValue = (typeof NAMED_VALUES)[number];

/**
 * What else must be equal for two claims to be comparable.
 *
 * `role` says how the engine reads two different stated values of one condition.
 * A `parameter` is something by which the figure varies by design (a price has one
 * figure per prompt tier): different values are different questions. A `circumstance`
 * is something that readers drop when they repeat a figure (which grader, which
 * snapshot): different values are two answers to what looks like one question.
 */
export const CONDITIONS = {
  snapshot: { role: "circumstance", label: "snapshot" },
  "reasoning-effort": { role: "circumstance", label: "reasoning effort" },
  subset: { role: "circumstance", label: "subset" },
  grader: { role: "circumstance", label: "grader" },
  scaffold: { role: "circumstance", label: "scaffold" },
  format: { role: "circumstance", label: "format" },
  audience: { role: "circumstance", label: "audience" },
  channel: { role: "parameter", label: "channel" },
  "context-length": { role: "parameter", label: "context length" },
  "prompt-tier": { role: "parameter", label: "prompt-length tier" },
  "service-tier": { role: "parameter", label: "service tier" },
  modality: { role: "parameter", label: "modality" },
} as const satisfies Record<string, { role: "parameter" | "circumstance"; label: string }>;
export type ConditionName = keyof typeof CONDITIONS;
export const CONDITION_NAMES = Object.keys(CONDITIONS) as ConditionName[];

export const METRIC_KINDS = [
  "score",
  "price",
  "limit",
  "date",
  "availability",
  "duration",
  "count",
  "property",
] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

export const SUBJECT_KINDS = ["model", "family", "product", "organisation", "person"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const SOURCE_KINDS = [
  "announcement",
  "documentation",
  "release-notes",
  "newsletter",
  "article",
  "video-summary",
  "leaderboard",
  "repository",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const ALIAS_KINDS = ["spelling", "abbreviation", "transcription", "garbled"] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

export const VERDICT_OUTCOMES = ["stands", "none-stands", "both-stand", "open"] as const;
export type VerdictOutcome = (typeof VERDICT_OUTCOMES)[number];

/** A Zod enumeration whose members are written bare in YAML. */
export function bareEnum<const T extends readonly [string, ...string[]]>(
  values: T,
  description: string,
) {
  return z.enum(values).meta({ description, scalar: "bare" });
}
