import { type MixShares, shareOnScale } from "../../core/quantity/blend.ts";
import { escapeText, pixel, svgElement, svgLink, svgText } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** The mixes that give one stated figure, as corners of their region; each line of the triangle has its own pattern. */
interface MixBand {
  readonly label: string;
  readonly valueText: string;
  readonly href: string | null;
  readonly region: readonly MixShares[];
}

interface MixTriangle {
  readonly title: string;
  readonly description: string;
  /** What the corners stand for: the first at the left, the second on top, the third at the right. */
  readonly corners: readonly [string, string, string];
  readonly bands: readonly MixBand[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const side = 300;
const left = 14;
const top = 40;
const height = (side * Math.sqrt(3)) / 2;
const base = top + height;
const labelSize = 13;
const labelGap = 34;

/** Where a mix lies: the weighted middle of the three corners. */
function place(mix: MixShares): Point {
  const [, second, third] = mix.map(shareOnScale) as [number, number, number];
  return { x: left + side * (third + second / 2), y: base - height * second };
}

/**
 * A triangle whose corners are one kind of token alone and whose every point is a mix, with the region of mixes that give each stated
 * figure. Regions that do not meet have no mix in common. Two elements, of which the styles show one.
 */
export function mixTriangle(definition: MixTriangle): string {
  return draw(definition, "wide") + draw(definition, "narrow");
}

function draw(
  { title, description, corners, bands }: MixTriangle,
  kind: "wide" | "narrow",
): string {
  const isWide = kind === "wide";
  const width = isWide ? 620 : 350;
  const legendTop = base + 52;
  const corner = {
    left: { x: left, y: base },
    top: { x: left + side / 2, y: top },
    right: { x: left + side, y: base },
  };
  const outline = [corner.left, corner.top, corner.right];
  const drawn = bands.map((band, index) => ({ band, index, points: band.region.map(place) }));
  const picture = [
    svgElement("polygon", { class: "mix-outline", points: pointsText(outline) }),
    ...drawn.map(({ points, index }) => drawRegion(points, index)),
    svgText(corner.left.x - 10, base + 20, "mix-corner", corners[0]),
    svgText(corner.top.x, top - 14, "mix-corner", corners[1], "middle"),
    svgText(corner.right.x + 10, base + 20, "mix-corner", corners[2], "end"),
  ];
  const labels = spread(
    drawn.map(({ points }, index) => (isWide ? rightmost(points).y : legendTop + index * labelGap)),
    isWide ? labelGap : 0,
    isWide ? base - 12 : Number.POSITIVE_INFINITY,
  );
  const words = drawn.map(({ band, points, index }) => {
    const y = labels[index] ?? 0;
    const x = isWide ? left + side + 56 : left + 34;
    const end = rightmost(points);
    const key = isWide
      ? svgElement("polyline", {
          class: "mix-leader",
          points: pointsText([end, { x: x - 34, y: y - 4 }]),
        }) + swatch(x - 32, y - 4, index)
      : swatch(left, y - 4, index);
    const lines = [
      svgText(x, y, "mix-value", `${band.valueText} `),
      svgText(
        x + textWidth(band.valueText, labelSize, 600) + 7,
        y,
        "mix-label",
        wrapText(band.label, labelSize, width - x - 60, 1).join(" "),
      ),
    ];
    const hit = svgElement("rect", {
      x: x - 34,
      y: y - 16,
      width: width - x + 34,
      height: 24,
      "fill-opacity": "0",
    });
    return (
      (points.length === 0 ? "" : key) +
      svgLink(band.href, `${band.valueText} ${band.label}`, [hit, ...lines])
    );
  });
  const total = Math.ceil(isWide ? base + 34 : legendTop + bands.length * labelGap - 8);
  const head = [
    svgElement("title", {}, [escapeText(title)]),
    svgElement("desc", {}, [escapeText(description)]),
  ];
  return svgElement(
    "svg",
    {
      class: `mix mix--${kind}`,
      viewBox: `0 0 ${width} ${total}`,
      width,
      height: total,
      role: "group",
      "aria-label": title,
    },
    [svgElement("g", { role: "img" }, [...head, ...picture]), ...words],
  );
}

/** The end of a region that is nearest to the labels; the middle of the right side for an empty one. */
const rightmost = (points: readonly Point[]): Point =>
  points.reduce(
    (best, point) => (point.x > best.x ? point : best),
    points[0] ?? { x: left + side, y: top + height / 2 },
  );

const pointsText = (points: readonly Point[]): string =>
  points.map(({ x, y }) => `${pixel(x)},${pixel(y)}`).join(" ");

/** A region may be a line or a point; an outline of its own keeps it in sight. */
const drawRegion = (points: readonly Point[], index: number): string =>
  points.length === 0
    ? ""
    : svgElement("polygon", {
        class: `mix-band mix-band--${index % 3}`,
        points: pointsText(points),
      });

const swatch = (x: number, y: number, index: number): string =>
  svgElement("line", { class: `mix-band mix-band--${index % 3}`, x1: x, x2: x + 24, y1: y, y2: y });

/** Moves labels apart until each has its room, keeping their order; the last stays above a bound. */
function spread(wanted: readonly number[], gap: number, most: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let least = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, least);
    least = (placed[index] ?? 0) + gap;
  }
  const over = Math.max(0, Math.max(...placed) - most);
  return placed.map((y) => y - over);
}
