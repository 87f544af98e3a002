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
  /** What makes this figure not quite comparable: "omits 23 of 500 problems". */
  readonly breakNote?: string | undefined;
}

/** A model and what the sources state of it. */
export interface ChartGroup {
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
  /** Equal lengths are equal factors, for figures of very different size; the label says so. Linear when left out. */
  readonly scale?: "log" | undefined;
}

/**
 * A chart as plain data, from which both renderings are made: SVG at build, Chart.js when a reader asks.
 * Survives JSON unchanged.
 */
export interface ChartDefinition {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly direction: "higher" | "lower" | "none";
  readonly axis: ChartAxis;
  /** Drawn from top to bottom. */
  readonly groups: readonly ChartGroup[];
}

/** A sentence on how to read the direction, or nothing where neither is better. */
export const directionWords: Readonly<Record<ChartDefinition["direction"], string>> = {
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
