import { svgElement } from "./svg.ts";

/**
 * What a mark says about its source's figure. One vocabulary of shapes for strips, charts and their keys,
 * so that nothing rests on colour alone: `standing` is solid with end ticks, `agrees` solid, `rounds`
 * hollow, `conflicts` pointed, `scope` hollow and dashed.
 */
export const markRoles = ["standing", "agrees", "rounds", "conflicts", "scope"] as const;
export type MarkRole = (typeof markRoles)[number];

/** The word that goes with a mark wherever there is room for one. */
export const roleWords: Readonly<Record<MarkRole, string>> = {
  standing: "stands",
  agrees: "agrees",
  rounds: "rounds",
  conflicts: "conflicts",
  scope: "scope differs",
};

/** A stretch of an axis in pixels. An open end reaches the edge of the plot and ends in an arrow. */
export interface PixelSpan {
  readonly from: number;
  readonly to: number;
  readonly openFrom: boolean;
  readonly openTo: boolean;
}

type End = "flat" | "pointed" | "arrow";
type Corner = readonly [x: number, y: number];

/** Below this width a bar would vanish, so it is drawn this wide about its true middle. */
const leastBarWidth = 6;

/** Neighbours that touch but do not meet ([a, b) and [b, c)) keep this gap between their bars. */
const touchGap = 1.5;

const arrowLength = 9;

/** How much higher than its bar the standing's end ticks are. */
const tickFactor = 1.6;

/** The outline of one end from its lower to its upper corner, or mirrored. */
function endCorners(at: number, inward: 1 | -1, y: number, half: number, end: End, room: number) {
  const lowerToUpper: readonly Corner[] = {
    flat: (): readonly Corner[] => [
      [at, y + half],
      [at, y - half],
    ],
    pointed: (): readonly Corner[] => {
      const depth = Math.min(half, room / 2) * inward;
      return [
        [at + depth, y + half],
        [at, y],
        [at + depth, y - half],
      ];
    },
    arrow: (): readonly Corner[] => {
      const neck = at + Math.min(arrowLength, room) * inward;
      return [
        [neck, y + half],
        [neck, y + half + 3],
        [at, y],
        [neck, y - half - 3],
        [neck, y - half],
      ];
    },
  }[end]();
  return inward === 1 ? lowerToUpper : lowerToUpper.toReversed();
}

function formatCorners(corners: readonly Corner[]): string {
  return corners
    .map(([x, y]) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`)
    .join(" ");
}

/** Where the bar of a span is drawn, never narrower than can be seen. */
function drawnSpan(span: PixelSpan): PixelSpan {
  const from = span.openFrom ? span.from : span.from + touchGap / 2;
  const to = span.openTo ? span.to : span.to - touchGap / 2;
  if (to - from >= leastBarWidth) return { ...span, from, to };
  const middle = (span.from + span.to) / 2;
  return { ...span, from: middle - leastBarWidth / 2, to: middle + leastBarWidth / 2 };
}

/**
 * A figure as the interval it stands for.
 *
 * @param fades ends dissolve into ever shorter dashes ("about 66"): a shape, so it prints as well
 * @param thickness height of the bar in pixels
 */
export function intervalMark(
  role: MarkRole,
  span: PixelSpan,
  y: number,
  thickness: number,
  fades: boolean,
): string {
  const bar = drawnSpan(span);
  const isHollow = role === "rounds" || role === "scope";
  // Too narrow for end ticks, the standing keeps their height instead.
  const isUpright = role === "standing" && bar.to - bar.from < 10;
  const height = isUpright ? thickness * tickFactor : thickness;
  // A stroke is centred on its outline, so a hollow bar is drawn half a stroke smaller.
  const half = (height - (isHollow ? 1.5 : 0)) / 2;
  const inset = isHollow ? 0.75 : 0;
  const fadeLength = fades ? (bar.to - bar.from) / 3 : 0;
  const isFading = fadeLength >= 5;
  const from = bar.from + (isFading && !bar.openFrom ? fadeLength : inset);
  const to = bar.to - (isFading && !bar.openTo ? fadeLength : inset);
  const room = to - from;
  const flat: End = role === "conflicts" && !isFading ? "pointed" : "flat";
  const corners = [
    ...endCorners(from, 1, y, half, bar.openFrom ? "arrow" : flat, room),
    ...endCorners(to, -1, y, half, bar.openTo ? "arrow" : flat, room),
  ];
  const parts = [
    svgElement("polygon", { class: `mark mark--${role}`, points: formatCorners(corners) }),
  ];
  if (isFading && !bar.openFrom) parts.push(fadeMarks(role, from, -1, fadeLength, y, thickness));
  if (isFading && !bar.openTo) parts.push(fadeMarks(role, to, 1, fadeLength, y, thickness));
  if (role === "standing" && !isFading && !isUpright) {
    if (!bar.openFrom) parts.push(endTick(bar.from, y, thickness * tickFactor));
    if (!bar.openTo) parts.push(endTick(bar.to - 2, y, thickness * tickFactor));
  }
  return parts.join("");
}

function endTick(x: number, y: number, height: number): string {
  return svgElement("rect", {
    class: "mark mark--standing",
    x,
    y: y - height / 2,
    width: 2,
    height,
  });
}

/** Dashes from the solid part outwards: where each begins and how long it is, as shares of the length. */
const fadeDashes = [
  [0.1, 0.28],
  [0.5, 0.2],
  [0.82, 0.12],
] as const;

function fadeMarks(
  role: MarkRole,
  start: number,
  direction: 1 | -1,
  length: number,
  y: number,
  thickness: number,
): string {
  return fadeDashes
    .map(([offset, share], index) => {
      const near = start + direction * offset * length;
      const far = near + direction * share * length;
      const height = thickness * (0.86 - 0.2 * index);
      return svgElement("rect", {
        class: `mark-fade mark-fade--${role}`,
        x: Math.min(near, far),
        y: y - height / 2,
        width: Math.abs(far - near),
        height,
      });
    })
    .join("");
}

/** An exact figure: a listed price, a count, a single value in a chart. */
export function pointMark(role: MarkRole, x: number, y: number, radius: number): string {
  const className = `mark mark--${role}`;
  switch (role) {
    case "standing":
    case "agrees":
      return svgElement("circle", { class: className, cx: x, cy: y, r: radius });
    case "rounds":
      return svgElement("circle", { class: className, cx: x, cy: y, r: radius - 0.75 });
    case "conflicts": {
      const reach = radius * 1.3;
      return svgElement("polygon", {
        class: className,
        points: formatCorners([
          [x - reach, y],
          [x, y - reach],
          [x + reach, y],
          [x, y + reach],
        ]),
      });
    }
    case "scope": {
      const half = radius - 0.75;
      return svgElement("rect", {
        class: className,
        x: x - half,
        y: y - half,
        width: half * 2,
        height: half * 2,
      });
    }
    default:
      return role satisfies never;
  }
}
