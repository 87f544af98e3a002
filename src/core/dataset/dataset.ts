/**
 * The dataset as the engine and the site see it: ids resolved, readings applied, figures parsed.
 * Authored shapes (kebab-case, as written) live in `schema/`; these are the values made from them.
 */
import type { Weekday } from "../quantity/calendar.ts";
import type { Interval } from "../quantity/interval.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { UnitName } from "../quantity/units.ts";
import type { Place } from "../report/issue.ts";
import type { Conditions } from "../schema/conditions.ts";
import type { AuthoredException } from "../schema/exception.ts";
import type { Alias, UnqualifiedReading } from "../schema/reading.ts";
import type {
  ConditionName,
  DerivingMeasure,
  Direction,
  Extent,
  Measure,
  MetricKind,
  Qualifier,
  Quantifier,
  Relation,
  Rivals,
  SourceKind,
  SubjectKind,
  VerdictOutcome,
} from "../schema/vocabulary.ts";

/** A period of days, both ends included, as ISO dates at the precision that is known. */
export interface TimeSpan {
  readonly notBefore: string;
  readonly notAfter: string;
}

export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly kind: SubjectKind;
  readonly description: string;
  /** The organisation that the first segment of the id names. */
  readonly owner: string;
  readonly family: string | null;
  readonly url: string | null;
  readonly aliases: readonly Alias[];
  readonly unqualified: readonly UnqualifiedReading[];
  readonly unattested: string | null;
}

export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly kind: MetricKind;
  readonly family: string;
  readonly unit: UnitName;
  readonly better: "higher" | "lower" | "neither";
  readonly definition: string;
  readonly url: string | null;
  readonly runBy: string | null;
  readonly aliases: readonly Alias[];
  readonly conditions: readonly ConditionName[];
  readonly unqualified: readonly UnqualifiedReading[];
  readonly variesInTime: boolean;
  /** For a metric that varies in time: days for which a stated value is presumed to hold, before and after. */
  readonly steadyDays: number;
  readonly names: ReadonlyMap<string, string>;
  /** For a limit: the condition of other metrics whose values it bounds. */
  readonly bounds: ConditionName | null;
  /** Metrics of the same subject whose figure this one can never exceed. */
  readonly neverAbove: readonly string[];
  /** Whether its answers speak of what is planned or expected. */
  readonly isPlanned: boolean;
  /** For a date: whether the subject exists from then on, or no longer. */
  readonly marks: "beginning" | "end" | null;
  /** The metrics for which it stands; null for a metric that stands for itself. */
  readonly covers: "all-scores" | readonly string[] | null;
  /** How its level follows from the levels of other metrics of the same subject; null when it is a figure of its own. */
  readonly followsFrom: FollowsFrom | null;
  /** The metrics that it averages by the amounts used. */
  readonly mixOf: readonly string[] | null;
  /** The metric whose figure it tells in another unit. */
  readonly proportionalTo: string | null;
}

/** One side of a computation: a metric of the same subject, and conditions beside those of the statement. */
export interface DerivedSide {
  readonly metric: string;
  readonly conditions: Conditions;
}

export interface FollowsFrom {
  readonly measure: DerivingMeasure;
  readonly of: DerivedSide;
  readonly against: DerivedSide | null;
  /** Whether the figure is a decrease, and told without sign. */
  readonly isDecrease: boolean;
  /** The factor of a multiple, as printed. */
  readonly times: string | null;
  readonly because: string;
}

export type Binding =
  | { readonly kind: "exact" | "alias" }
  | { readonly kind: "inferred"; readonly reasons: readonly string[] };

export type Evidence =
  | { readonly form: "quote"; readonly quote: string }
  | {
      readonly form: "cell";
      readonly table: string | null;
      readonly row: string;
      readonly column: string;
      readonly text: string;
    }
  | { readonly form: "record"; readonly copy: string; readonly seen: string };

/** A recorded search for the words of a quotation. */
export interface QuotationSearch {
  readonly in: string;
  /** The same document as a source of the ledger. */
  readonly source: string | null;
  readonly extent: Extent;
  /** Which copy was held, and how long. */
  readonly held: string | null;
  /** For excerpts: how many words were held. */
  readonly words: number | null;
  readonly wasFound: boolean;
  readonly on: string;
}

export interface Quotation {
  /** The document as the source names it. */
  readonly document: string;
  /** The source's own word for its rendering: "paraphrased"; null when it presents the words as they stand. */
  readonly label: string | null;
  readonly lookedFor: readonly QuotationSearch[];
}

export interface ComparedWith {
  readonly subject: string;
  /** The metric on the other side; the claim's own when null. */
  readonly metric: string | null;
  readonly conditions: Conditions;
}

export interface Claim {
  readonly id: string;
  readonly key: string;
  readonly source: string;
  /** The id of the fact that it answers. */
  readonly fact: string;
  /** Position in its document, from zero. */
  readonly order: number;
  readonly subject: string;
  readonly metric: string;
  /** Conditions that the source states. */
  readonly statedConditions: Conditions;
  /** Conditions under which the claim is compared: those stated and those that a reading adds. */
  readonly conditions: Conditions;
  readonly measure: Measure;
  readonly comparedWith: ComparedWith | null;
  readonly direction: Direction | null;
  readonly relation: Relation | null;
  readonly over: Quantifier | null;
  readonly among: string | null;
  /** For a relation over a set that no subject stands for: whose models it is about; null where the source does not say. */
  readonly rivals: Rivals | null;
  /** For a superlative: whether it speaks of all times up to its own. */
  readonly isEver: boolean;
  readonly quantity: Quantity | null;
  readonly unit: UnitName;
  readonly qualifier: Qualifier | null;
  /** For a date: the day of the week that the source gives with it. */
  readonly weekday: Weekday | null;
  /** The values the figure stands for, in the base unit of its dimension (dates: epoch days, periods between them: days); null for names and relations. */
  readonly interval: Interval | null;
  /** The same without sign, in the claim's own unit: what the printed figure stands for. */
  readonly printedInterval: Interval | null;
  readonly asOf: TimeSpan;
  readonly measuredBy: string | null;
  readonly attributedTo: string | null;
  readonly binding: Binding;
  readonly evidence: Evidence;
  readonly where: string;
  /** For words that the source presents as those of a document: which one, and where they were looked for. */
  readonly quotation: Quotation | null;
  readonly asWritten: {
    readonly subject: string | null;
    readonly metric: string | null;
    readonly value: string | null;
    readonly unit: string | null;
  };
  readonly retired: {
    readonly on: string;
    readonly because: string;
    readonly movedTo: string | null;
  } | null;
  readonly place: Place;
}

export interface Source {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly kind: SourceKind;
  readonly authors: readonly string[];
  readonly url: string;
  readonly published: string | null;
  readonly time: TimeSpan;
  /** For an undated document: how its bounds are known. */
  readonly timeReasons: readonly string[];
  readonly accessed: string;
  /** The day on which its own text says that it was written, with the words; null when it says none. */
  readonly statedDate: {
    readonly date: string;
    readonly quote: string;
    readonly because: string;
  } | null;
  readonly description: string;
  /** File name of the stored text that quotes are checked against. */
  readonly text: string | null;
  readonly repeats: readonly { readonly source: string; readonly because: string }[];
  /** Every claim in the order of the document, retired ones included. */
  readonly claims: readonly Claim[];
  readonly place: Place;
}

export interface Release {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly announced: string;
  readonly organisation: string;
  readonly subjects: readonly string[];
  readonly primary: string;
  readonly lanes: readonly { readonly channel: string; readonly title: string }[];
  readonly articles: readonly string[];
}

export interface Verdict {
  /** The discrepancy it decides. */
  readonly discrepancy: string;
  readonly outcome: VerdictOutcome;
  readonly stands: readonly string[];
  readonly basis: readonly string[];
  readonly reason: string;
  readonly wouldSettle: string | null;
  readonly decided: string;
  readonly judged: string;
  readonly place: Place;
}

export interface Exception extends AuthoredException {
  readonly location: Place;
}

export interface Dataset {
  readonly releases: ReadonlyMap<string, Release>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Every live claim by id, in order of source id and document. */
  readonly claims: ReadonlyMap<string, Claim>;
  readonly retired: ReadonlyMap<string, Claim>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly exceptions: readonly Exception[];
  /** SHA-256 of all authored files, in hexadecimal. */
  readonly hash: string;
}

/** The record with an id that the loader has already checked; a miss is a programming error. */
export function known<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined)
    throw new Error(`no record ${id}: the dataset was used without being checked`);
  return found;
}
