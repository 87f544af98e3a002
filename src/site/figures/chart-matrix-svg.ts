import type { MatrixCell, MatrixDefinition } from "./chart-definition.ts";
import { type ChartKind, chartElement, chartWidths } from "./chart-element.ts";
import { splitLabel } from "./chart-rows.ts";
import { pointMark, roleWords } from "./marks.ts";
import { svgElement, svgLink, svgText } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";

const labelSize = 15;
const smallSize = 13;
const lineHeight = 17;
const pointRadius = 5;
/** Where the words of a cell begin, to the right of its mark. */
const markRoom = 15;
const labelWidth = 146;
/** More lines than any answer has: none is cut. */
const mostLines = 20;
/** After so many rows the names of the columns are said again, where the next group begins. */
const rowsPerHead = 8;

type Row = MatrixDefinition["rows"][number];

interface Drawn {
  readonly picture: string;
  readonly words: string;
  readonly bottom: number;
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

/** A row for each fact and a column for each source; on narrow drawings the sources that state a fact stand under it as a list. */
export function drawMatrix(definition: MatrixDefinition, kind: ChartKind): string {
  const drawn = kind === "wide" ? drawColumns(definition) : drawLists(definition);
  return chartElement(
    { kind, width: chartWidths[kind], height: drawn.bottom + 2 },
    { title: definition.title, description: describeMatrix(definition) },
    drawn.picture,
    drawn.words,
  );
}

function drawColumns({ columns, rows }: MatrixDefinition): Drawn {
  const width = chartWidths.wide;
  const left = labelWidth + 10;
  const columnWidth = (width - left) / Math.max(1, columns.length);
  const headings = columns.map(({ label }) => wrapText(label, smallSize, columnWidth - 6, 2));
  const headHeight = Math.max(0, ...headings.map((lines) => lines.length)) * lineHeight + 10;
  const picture: string[] = [];
  const words: string[] = [];
  let y = 0;
  let sinceHead = 0;
  rows.forEach((row, index) => {
    const isNewGroup = row.group === undefined || row.group !== rows[index - 1]?.group;
    if (index === 0 || (sinceHead >= rowsPerHead && isNewGroup)) {
      sinceHead = 0;
      y += index === 0 ? 0 : 12;
      columns.forEach(({ label, href }, column) => {
        const texts = (headings[column] ?? []).map((line, at) =>
          svgText(
            left + column * columnWidth,
            y + 14 + at * lineHeight,
            "chart-source",
            `${line} `,
          ),
        );
        if (index === 0) words.push(svgLink(href, label, texts));
        else picture.push(...texts);
      });
      y += headHeight;
    }
    sinceHead += 1;
    picture.push(svgElement("line", { class: "chart-grid", x1: 0, x2: width, y1: y, y2: y }));
    const label = drawLabel(row, labelWidth, y);
    words.push(label.words);
    let bottom = label.bottom + 4;
    row.cells.forEach((cell, column) => {
      if (cell === null) return;
      const x = left + column * columnWidth;
      const room = columnWidth - markRoom - 4;
      const values = wrapText(cell.valueText, smallSize, room, mostLines, 600);
      const terms = wrapText(roleWords[cell.role], smallSize, room, 2);
      const height = (values.length + terms.length) * lineHeight + 8;
      const isAlert = alertOf(cell);
      picture.push(pointMark(cell.role, x + pointRadius + 1, y + 14, pointRadius));
      words.push(
        svgLink(cell.href, spoken(cell, columns[column]?.label ?? "", row), [
          hitArea(x - 2, y + 3, columnWidth, height - 4),
          ...values.map((line, at) =>
            svgText(x + markRoom, y + 18.5 + at * lineHeight, `chart-value${isAlert}`, `${line} `),
          ),
          ...terms.map((line, at) =>
            svgText(
              x + markRoom,
              y + 18.5 + (values.length + at) * lineHeight,
              `chart-source${isAlert}`,
              `${line} `,
            ),
          ),
        ]),
      );
      bottom = Math.max(bottom, y + height + 4);
    });
    y = bottom;
  });
  return { picture: picture.join(""), words: words.join(""), bottom: y };
}

/** Where a source's name, its figure and the word for how it stands begin or end in a list. */
const listPlaces = { figure: 118, end: 348 } as const;

function drawLists({ columns, rows }: MatrixDefinition): Drawn {
  const width = chartWidths.narrow;
  const picture: string[] = [];
  const words: string[] = [];
  let y = 0;
  for (const row of rows) {
    picture.push(svgElement("line", { class: "chart-grid", x1: 0, x2: width, y1: y, y2: y }));
    const label = drawLabel(row, width, y);
    words.push(label.words);
    y = label.bottom + 4;
    row.cells.forEach((cell, column) => {
      if (cell === null) return;
      const name = columns[column]?.label ?? "";
      const word = roleWords[cell.role];
      const isAlert = alertOf(cell);
      const names = wrapText(name, smallSize, listPlaces.figure - markRoom - 8, 2);
      const room = listPlaces.end - listPlaces.figure - textWidth(word, smallSize) - 8;
      const values = wrapText(cell.valueText, smallSize, room, mostLines, 600);
      const height = Math.max(names.length, values.length) * lineHeight + 5;
      picture.push(pointMark(cell.role, pointRadius + 1, y + 9, pointRadius));
      words.push(
        svgLink(cell.href, spoken(cell, name, row), [
          hitArea(0, y - 1, width, height),
          ...names.map((line, at) =>
            svgText(markRoom, y + 13.5 + at * lineHeight, "chart-source", `${line} `),
          ),
          ...values.map((line, at) =>
            svgText(
              listPlaces.figure,
              y + 13.5 + at * lineHeight,
              `chart-value${isAlert}`,
              `${line} `,
            ),
          ),
          svgText(listPlaces.end, y + 13.5, `chart-source${isAlert}`, word, "end"),
        ]),
      );
      y += height;
    });
    y += 8;
  }
  return { picture: picture.join(""), words: words.join(""), bottom: y };
}

const alertOf = ({ role }: MatrixCell): string =>
  role === "conflicts" ? " chart-value--conflicts" : "";

/** A fact in words, with what it depends on under it. */
function drawLabel(row: Row, width: number, top: number) {
  const { name, detail } = splitLabel(row.label);
  const names = wrapText(name, labelSize, width, 4);
  const details = detail === "" ? [] : wrapText(detail, smallSize, width, 3);
  const bottom = top + 18 + (names.length - 1) * 18;
  const texts = [
    ...names.map((line, index) => svgText(0, top + 18 + index * 18, "chart-group", `${line} `)),
    ...details.map((line, index) =>
      svgText(0, bottom + (index + 1) * lineHeight, "chart-source", `${line} `),
    ),
  ];
  return {
    words: svgLink(row.href, detail === "" ? name : `${name} ${detail}`, texts),
    bottom: bottom + details.length * lineHeight + 8,
  };
}

/** A name holds the words that are seen, so that who speaks them reaches the link. */
const spoken = (cell: MatrixCell, name: string, row: Row): string =>
  `${name} ${cell.valueText}, ${roleWords[cell.role]}, ${row.label}`;

const hitArea = (x: number, y: number, width: number, height: number): string =>
  svgElement("rect", { x, y, width, height, "fill-opacity": "0" });
