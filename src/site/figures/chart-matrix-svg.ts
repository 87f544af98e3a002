import type { MatrixDefinition } from "./chart-definition.ts";
import { type ChartKind, chartElement, chartWidths } from "./chart-element.ts";
import { pointMark, roleWords } from "./marks.ts";
import { svgElement, svgLink, svgText } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";

const labelSize = 15;
const smallSize = 13;
const lineHeight = 18;
const pointRadius = 5;

interface Layout {
  readonly kind: ChartKind;
  readonly width: number;
  readonly labelWidth: number;
  /** Left edge of the cells. */
  readonly left: number;
  /** Whether there is room for the figure and the word beside a mark. */
  readonly hasWords: boolean;
}

/** What the drawing says, for those who do not see it. */
export function describeMatrix(definition: MatrixDefinition): string {
  const sentences = definition.rows.map(({ label, cells }) => {
    const stated = cells.flatMap((cell, index) =>
      cell === null
        ? []
        : [`${definition.columns[index]?.label ?? ""} ${cell.valueText}, ${roleWords[cell.role]}`],
    );
    return `${label}: ${stated.join("; ")}.`;
  });
  return [definition.description, ...sentences].join(" ");
}

/** A row for each fact, a column for each source, a mark and a word where it states the fact. */
export function drawMatrix(definition: MatrixDefinition, kind: ChartKind): string {
  const width = chartWidths[kind];
  const layout: Layout =
    kind === "wide"
      ? { kind, width, labelWidth: 146, left: 156, hasWords: true }
      : { kind, width, labelWidth: width, left: 0, hasWords: false };
  const { columns, rows } = definition;
  const columnWidth = (width - layout.left) / Math.max(1, columns.length);
  const headings = columns.map(({ label }) =>
    layout.hasWords ? wrapText(label, smallSize, columnWidth - 6, 2) : [label],
  );
  // On narrow drawings the names of the columns stand in stairs, each above its own.
  const headHeight = layout.hasWords
    ? Math.max(...headings.map((lines) => lines.length)) * 17 + 10
    : columns.length * 17 + 10;
  const picture: string[] = [];
  const words: string[] = [];
  columns.forEach(({ label, href }, index) => {
    const x = layout.left + index * columnWidth;
    const lines = headings[index] ?? [];
    const texts = layout.hasWords
      ? lines.map((line, at) => svgText(x, 14 + at * 17, "chart-source", `${line} `))
      : [stair(label, x, columnWidth, index, width)];
    words.push(svgLink(href, label, texts));
    if (!layout.hasWords) {
      picture.push(
        svgElement("line", {
          class: "chart-grid",
          x1: x + columnWidth / 2,
          x2: x + columnWidth / 2,
          y1: 18 + index * 17,
          y2: headHeight,
        }),
      );
    }
  });
  let y = headHeight;
  for (const row of rows) {
    const lines = wrapText(row.label, labelSize, layout.labelWidth, layout.hasWords ? 4 : 2);
    picture.push(svgElement("line", { class: "chart-grid", x1: 0, x2: width, y1: y, y2: y }));
    words.push(
      svgLink(
        row.href,
        row.label,
        lines.map((line, index) =>
          svgText(0, y + 18 + index * lineHeight, "chart-group", `${line} `),
        ),
      ),
    );
    const labelBottom = y + 8 + lines.length * lineHeight;
    const cellTop = layout.hasWords ? y : labelBottom;
    row.cells.forEach((cell, index) => {
      if (cell === null) return;
      const x = layout.left + index * columnWidth;
      const markX = layout.hasWords ? x + pointRadius + 1 : x + columnWidth / 2;
      const markY = cellTop + 14;
      picture.push(pointMark(cell.role, markX, markY, pointRadius));
      const isAlert = cell.role === "conflicts" ? " chart-value--conflicts" : "";
      const word = roleWords[cell.role];
      const shown = layout.hasWords ? fitted(cell.valueText, columnWidth - 19) : cell.valueText;
      // A name holds the words that are seen, so that who speaks them reaches the link; cut ones come before the whole.
      const seen = shown === cell.valueText ? "" : `${shown}, ${word}: `;
      words.push(
        svgLink(
          cell.href,
          `${seen}${cell.valueText}, ${word}, ${columns[index]?.label ?? ""}, ${row.label}`,
          [
            svgElement("rect", {
              x: layout.hasWords ? x - 2 : markX - 12,
              y: layout.hasWords ? cellTop + 3 : markY - 12,
              width: layout.hasWords ? columnWidth : 24,
              height: layout.hasWords ? 38 : 24,
              "fill-opacity": "0",
            }),
            ...(layout.hasWords
              ? [
                  svgText(x + 15, cellTop + 18.5, `chart-value${isAlert}`, `${shown} `),
                  svgText(
                    x + 15,
                    cellTop + 35,
                    `chart-source${isAlert}`,
                    word === "scope differs" ? "scope" : word,
                  ),
                ]
              : []),
          ],
        ),
      );
    });
    y = layout.hasWords ? Math.max(labelBottom, y + 46) : labelBottom + 30;
  }
  return chartElement(
    { kind, width, height: y + 2 },
    { title: definition.title, description: describeMatrix(definition) },
    picture.join(""),
    words.join(""),
  );
}

/** A figure cut to the room of its cell; the table and the link's name have all of it. */
function fitted(text: string, width: number): string {
  if (textWidth(text, smallSize, 600) <= width) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, smallSize, 600) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

function stair(
  label: string,
  x: number,
  columnWidth: number,
  index: number,
  width: number,
): string {
  const half = textWidth(label, smallSize) / 2;
  const middle = Math.min(Math.max(x + columnWidth / 2, half), width - half);
  return svgText(middle, 14 + index * 17, "chart-source", label, "middle");
}
