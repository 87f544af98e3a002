/** Whether evidence stands in the text of its source. */
import type { Evidence } from "../dataset/dataset.ts";
import { normaliseText } from "./normalisation.ts";

/** Whether the words stand in the text, as one run, after normalisation of both sides. */
export function isQuoteInText(quote: string, text: string): boolean {
  return normaliseText(text).includes(normaliseText(quote));
}

type Cell = Extract<Evidence, { form: "cell" }>;

/** Whether a table of the text has this cell under this row and column header. */
export function isCellInText(cell: Cell, text: string): boolean {
  return isCellInPipeTable(cell, text) || isCellInFlattenedTable(cell, text);
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map(normaliseText);

/** Heading text without its marks. */
const headingOf = (line: string): string => normaliseText(line.replace(/^#+\s*/, ""));

/** A Markdown table: `table`, if given, is the nearest heading above it or the header of its first column. */
function isCellInPipeTable(cell: Cell, text: string): boolean {
  const lines = text.split(/\r?\n/);
  let heading = "";
  for (const [index, line] of lines.entries()) {
    if (/^#+\s/.test(line)) heading = headingOf(line);
    const isHeader = /^\s*\|/.test(line) && /^\s*\|[\s:|-]+\|\s*$/.test(lines[index + 1] ?? "");
    if (!isHeader) continue;
    const headers = cellsOf(line);
    if (cell.table !== null && ![heading, headers[0]].includes(normaliseText(cell.table))) continue;
    const column = headers.indexOf(normaliseText(cell.column));
    if (column < 0) continue;
    for (let row = index + 2; /^\s*\|/.test(lines[row] ?? ""); row++) {
      const cells = cellsOf(lines[row] ?? "");
      if (cells[0] === normaliseText(cell.row) && cells[column] === normaliseText(cell.text)) return true;
    }
  }
  return false;
}

const WIDEST_FLATTENED_TABLE = 12;

/**
 * A table that lost its markup and stands one cell a line: beginning at the header of its first column (`table`), there
 * must be one width at which row header, column header and cell line up, with no gap on the way.
 */
function isCellInFlattenedTable(cell: Cell, text: string): boolean {
  if (cell.table === null) return false;
  const lines = text.split(/\r?\n/).map(normaliseText).filter((line) => line !== "");
  const [corner, row, column, wanted] = [cell.table, cell.row, cell.column, cell.text].map(normaliseText);
  for (const [start, line] of lines.entries()) {
    if (line !== corner) continue;
    for (let offset = 1; offset < WIDEST_FLATTENED_TABLE; offset++) {
      if (lines[start + offset] !== column) continue;
      for (let width = offset + 1; width <= WIDEST_FLATTENED_TABLE; width++) {
        for (let position = start + width; position < Math.min(lines.length, start + width * 40); position += width) {
          if (lines[position] === row && lines[position + offset] === wanted) return true;
        }
      }
    }
  }
  return false;
}
