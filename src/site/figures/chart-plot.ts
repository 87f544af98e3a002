/** What the live drawing needs of any form of chart: dots between two axes, each with its words and its claim. Made for browsers. */
import {
  type ChartAxis,
  type ChartDefinition,
  type ChartPoint,
  countPart,
  directionWords,
  type ScatterDefinition,
  type ValuesDefinition,
} from "./chart-definition.ts";
import { type MarkRole, roleWords } from "./marks.ts";

export interface PlotDot {
  readonly x: number;
  readonly y: number;
  /** What it belongs to: a model, a source, a fact. */
  readonly title: string;
  /** Its particulars. */
  readonly lines: readonly string[];
  readonly role: MarkRole;
  readonly href: string | null;
  /** The stretch behind it, along the horizontal axis; null ends reach the edge. */
  readonly span: { readonly from: number | null; readonly to: number | null } | null;
}

export interface PlotAxis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly scale: "linear" | "log";
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Whether it grows downwards, as a list does, and has names instead of grid lines. */
  readonly isList: boolean;
}

export interface Plot {
  readonly title: string;
  readonly horizontal: PlotAxis;
  readonly vertical: PlotAxis;
  /** In the order in which arrow keys go from one to the next. */
  readonly dots: readonly PlotDot[];
  /** Indices of the dots that a stepped line joins. */
  readonly line: readonly number[];
  /** Pixels across the stretches. */
  readonly thickness: number;
  /** Pixels of height beside the axes. */
  readonly height: number;
}

const rowHeight = 22;
/** Space between two models, in rows. */
const groupGap = 0.9;

/** The plot of a chart. */
export function chartPlot(definition: ChartDefinition): Plot {
  switch (definition.form) {
    case "values":
      return valuesPlot(definition);
    case "scatter":
      return scatterPlot(definition);
    case "bars": {
      const { axis, rows } = definition;
      return {
        title: definition.title,
        horizontal: plotAxis(axis),
        vertical: listAxis(
          rows.map(({ label }, index) => ({ at: index + 0.5, label })),
          rows.length,
        ),
        dots: rows.flatMap((row, index) => {
          let count = 0;
          return row.parts.map((part): PlotDot => {
            const from = count;
            count += part.count;
            return {
              x: (from + count) / 2,
              y: index + 0.5,
              title: row.label,
              lines: [countPart(definition, part)],
              role: PART_ROLES[part.part % PART_ROLES.length] ?? "agrees",
              href: part.href,
              span: { from, to: count },
            };
          });
        }),
        line: [],
        thickness: 10,
        height: rows.length * rowHeight * 1.6,
      };
    }
    case "matrix": {
      const { columns, rows } = definition;
      return {
        title: definition.title,
        horizontal: {
          label: "",
          from: 0,
          to: columns.length,
          scale: "linear",
          ticks: columns.map(({ label }, index) => ({ at: index + 0.5, label })),
          isList: true,
        },
        vertical: listAxis(
          rows.map(({ label }, index) => ({ at: index + 0.5, label })),
          rows.length,
        ),
        dots: rows.flatMap(({ label, cells }, row) =>
          cells.flatMap((cell, column): PlotDot[] =>
            cell === null
              ? []
              : [
                  {
                    x: column + 0.5,
                    y: row + 0.5,
                    title: label,
                    lines: [
                      `${columns[column]?.label ?? ""} ${cell.valueText}, ${roleWords[cell.role]}`,
                    ],
                    role: cell.role,
                    href: cell.href,
                    span: null,
                  },
                ],
          ),
        ),
        line: [],
        thickness: 0,
        height: rows.length * rowHeight * 1.6,
      };
    }
    default:
      return definition satisfies never;
  }
}

/** The shapes that tell neighbouring parts of a bar apart. */
const PART_ROLES = ["standing", "rounds", "conflicts", "scope", "agrees"] as const;

const describePoint = (point: ChartPoint): string[] => [
  `${point.row === undefined ? "" : `${point.row}: `}${point.label} ${point.valueText}, ${roleWords[point.role]}`,
  ...(point.breakNote === undefined ? [] : [point.breakNote]),
];

/** One row per figure, with air between models; a model's name is level with its first figure. */
function valuesPlot(definition: ValuesDefinition): Plot {
  const dots: PlotDot[] = [];
  const labels: { at: number; label: string }[] = [];
  let y = groupGap / 2;
  let section: string | undefined;
  for (const group of definition.groups) {
    if (group.section !== section && group.section !== undefined) {
      labels.push({ at: y + 0.5, label: `${group.section}:` });
      y += 1 + groupGap / 2;
    }
    section = group.section;
    let row: string | undefined;
    group.points.forEach((point, index) => {
      const name = point.row === row ? undefined : point.row;
      row = point.row;
      const parts = [index === 0 ? group.label : undefined, name].filter((part) => part);
      if (parts.length > 0) labels.push({ at: y + 0.5, label: parts.join(", ") });
      dots.push({
        x: Number(point.value),
        y: y + 0.5,
        title: section === undefined ? group.label : `${group.label}, ${section}`,
        lines: describePoint(point),
        role: point.role,
        href: point.href,
        span: {
          from: point.low === null ? null : Number(point.low),
          to: point.high === null ? null : Number(point.high),
        },
      });
      y += 1;
    });
    y += groupGap;
  }
  const depth = y - groupGap / 2;
  return {
    title: definition.title,
    horizontal: plotAxis(definition.axis, directionWords[definition.direction]),
    vertical: listAxis(labels, depth),
    dots,
    line: [],
    thickness: 2,
    height: depth * rowHeight,
  };
}

function scatterPlot(definition: ScatterDefinition): Plot {
  const { horizontal, vertical, points, frontier } = definition;
  return {
    title: definition.title,
    horizontal: plotAxis(horizontal, directionWords[horizontal.direction]),
    vertical: plotAxis(vertical, directionWords[vertical.direction]),
    dots: points.map((point) => ({
      x: Number(point.horizontal.value),
      y: Number(point.vertical.value),
      title: point.label,
      lines: [
        `${vertical.name}: ${describePoint(point.vertical).join("; ")}`,
        `${horizontal.name}: ${describePoint(point.horizontal).join("; ")}`,
        ...(point.setting === null ? [] : [`Another setting: ${point.setting}`]),
      ],
      role: point.setting === null ? point.vertical.role : "scope",
      href: point.vertical.href,
      span: null,
    })),
    line: frontier ?? [],
    thickness: 0,
    height: 360,
  };
}

const plotAxis = (axis: ChartAxis, direction = ""): PlotAxis => ({
  label: [axis.label, direction].filter((part) => part !== "").join("; "),
  from: Number(axis.from),
  to: Number(axis.to),
  scale: axis.scale ?? "linear",
  ticks: axis.ticks.map(({ at, label }) => ({ at: Number(at), label })),
  isList: false,
});

const listAxis = (ticks: PlotAxis["ticks"], depth: number): PlotAxis => ({
  label: "",
  from: 0,
  to: depth,
  scale: "linear",
  ticks,
  isList: true,
});
