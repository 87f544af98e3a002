import type { MarkRole } from "./marks.ts";

/** One source's figure for one model. Texts are as readers see them; numbers are decimal text. */
export interface ChartPoint {
  /** Who states it, short. */
  readonly label: string;
  readonly valueText: string;
  /** Where the mark stands. */
  readonly value: string;
  /** What the figure stands for; `null` is open to that side. */
  readonly low: string | null;
  readonly high: string | null;
  readonly role: MarkRole;
  /** Where the claim is shown, already a path under the base. */
  readonly href: string | null;
  /** What makes this figure not quite comparable, or who states another one: "omits 23 of 500 problems". */
  readonly breakNote?: string | undefined;
  /** Addresses of the claims that the note speaks of and that are not drawn. */
  readonly noted?: readonly string[] | undefined;
  /** What tells its row from the others of the model: "128K"; see `rowName`. */
  readonly row?: string | undefined;
}

/** A model and what the sources state of it. */
export interface ChartGroup {
  /** The setting that the groups from here on share; a heading where it changes, since figures of different settings do not compare. */
  readonly section?: string | undefined;
  readonly label: string;
  readonly href: string | null;
  readonly points: readonly ChartPoint[];
}

export interface ChartAxis {
  /** What is counted, ending with where the axis begins: "Percent solved, axis from 0". */
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly ticks: readonly { readonly at: string; readonly label: string }[];
  /** Logarithmic, for figures of very different size; the label says so. Linear when left out. */
  readonly scale?: "log" | undefined;
}

interface ChartHead {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What is left out and why: one sentence each. */
  readonly notes?: readonly string[] | undefined;
  /** Addresses of the claims that the notes speak of and that are not drawn. */
  readonly noted?: readonly string[] | undefined;
}

/** Figures by model on one axis, one row for each. */
export interface ValuesDefinition extends ChartHead {
  readonly form: "values";
  readonly unit: string;
  readonly direction: "higher" | "lower" | "none";
  /** What tells the rows of one model apart: "Context length". */
  readonly rowName?: string | undefined;
  readonly axis: ChartAxis;
  /** Drawn from top to bottom. */
  readonly groups: readonly ChartGroup[];
}

/** A model as a point between two axes. */
export interface ScatterPoint {
  readonly label: string;
  readonly href: string | null;
  readonly horizontal: ChartPoint;
  readonly vertical: ChartPoint;
  /** What sets it apart from the others, which a frontier compares; null where nothing does. */
  readonly setting: string | null;
}

/** One metric against another. */
export interface ScatterDefinition extends ChartHead {
  readonly form: "scatter";
  readonly horizontal: ScatterAxis;
  readonly vertical: ScatterAxis;
  readonly points: readonly ScatterPoint[];
  /** Indices of the points that no other one beats on both axes, from left to right; null where no line is drawn. */
  readonly frontier: readonly number[] | null;
}

export interface ScatterAxis extends ChartAxis {
  readonly name: string;
  readonly unit: string;
  readonly direction: "higher" | "lower" | "none";
}

/** How the parts of bars are told apart: by pattern as well as by colour. */
export const barPatterns = [
  "plain",
  "solid",
  "hollow",
  "dotted",
  "full",
  "crossed",
  "open",
  "quiet",
] as const;
export type BarPattern = (typeof barPatterns)[number];

export interface BarPart {
  /** Index into the parts of the definition. */
  readonly part: number;
  readonly count: number;
  readonly href: string | null;
}

/** Counts, stacked. */
export interface BarsDefinition extends ChartHead {
  readonly form: "bars";
  /** What the rows are: "Source". */
  readonly rowName: string;
  /** What is counted: "claims". */
  readonly unit: string;
  readonly axis: ChartAxis;
  readonly parts: readonly {
    readonly name: string;
    readonly pattern: BarPattern;
    /** What stands after a count of one and of several: `1 note`, `2 notes`. The name, when left out. */
    readonly counted?: readonly [one: string, several: string] | undefined;
  }[];
  /** Whether the parts are statuses, whose meanings readers can look up. */
  readonly areStatuses?: true | undefined;
  readonly rows: readonly {
    readonly label: string;
    readonly href: string | null;
    readonly parts: readonly BarPart[];
  }[];
}

export interface MatrixCell {
  readonly valueText: string;
  readonly role: MarkRole;
  readonly href: string | null;
}

/** Who states what: a column for each source, a row for each fact. */
export interface MatrixDefinition extends ChartHead {
  readonly form: "matrix";
  readonly columns: readonly { readonly label: string; readonly href: string | null }[];
  readonly rows: readonly {
    readonly label: string;
    readonly href: string | null;
    /** What the rows around it share: rows of one group are not parted by a repeated head. */
    readonly group?: string | undefined;
    /** One cell for each column; null where the source is silent. */
    readonly cells: readonly (MatrixCell | null)[];
  }[];
}

/**
 * A chart as plain data, from which both renderings are made: SVG at build, Chart.js when a reader asks.
 * Survives JSON unchanged.
 */
export type ChartDefinition =
  | ValuesDefinition
  | ScatterDefinition
  | BarsDefinition
  | MatrixDefinition;

/** `1 note`, `2 notes`. */
export function countPart(definition: BarsDefinition, { part, count }: BarPart): string {
  const { name = "", counted } = definition.parts[part] ?? {};
  return `${count} ${counted?.[count === 1 ? 0 : 1] ?? name}`;
}

/** A sentence on how to read the direction, or nothing where neither is better. */
export const directionWords: Readonly<Record<ValuesDefinition["direction"], string>> = {
  higher: "higher is better",
  lower: "lower is better",
  none: "",
};

/**
 * JSON for `<script type="application/json">`: nothing in it can close the element or open a comment.
 */
export function serializeForScript(definition: ChartDefinition): string {
  return JSON.stringify(definition).replaceAll("<", "\\u003c");
}
