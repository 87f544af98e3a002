/** Whether evidence stands in the text of its source. */
import type { Evidence } from "../dataset/dataset.ts";
import { parseWrittenFigure } from "../quantity/written.ts";
import { normaliseText } from "./normalisation.ts";

/**
 * Whether the words stand in the text, as one run of whole words and whole figures, after normalisation of both
 * sides: "scores 54" does not stand in "scores 54.6%".
 */
export function isQuoteInText(quote: string, text: string): boolean {
  const [words, whole] = [normaliseText(quote), normaliseText(text)];
  if (words === "") return false;
  for (let at = whole.indexOf(words); at >= 0; at = whole.indexOf(words, at + 1)) {
    if (!isWithinWord(whole, at) && !isWithinWord(whole, at + words.length)) return true;
  }
  return false;
}

/** Whether a place in a text lies between two characters of one word or one figure. */
function isWithinWord(text: string, at: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
  if (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return true;
  return (
    (/\d$/.test(before) && /^[.,]\d/.test(after)) || (/\d[.,]$/.test(before) && /^\d/.test(after))
  );
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
      if (cells[0] === normaliseText(cell.row) && cells[column] === normaliseText(cell.text))
        return true;
    }
  }
  return false;
}

const WIDEST_FLATTENED_TABLE = 12;

/**
 * A table that lost its markup and stands one cell a line. It begins at the header of its first column (`table`); its
 * width is not known, but no column header is a figure, and each row header stands a whole number of widths from the
 * beginning. The first line that is such a row header decides, because a later one belongs to another table.
 */
function isCellInFlattenedTable(cell: Cell, text: string): boolean {
  if (cell.table === null) return false;
  const lines = text
    .split(/\r?\n/)
    .map(normaliseText)
    .filter((line) => line !== "");
  const [corner, row, column, wanted] = [cell.table, cell.row, cell.column, cell.text].map(
    normaliseText,
  );
  for (const [start, line] of lines.entries()) {
    if (line !== corner) continue;
    for (let offset = 1; offset < WIDEST_FLATTENED_TABLE; offset++) {
      if (lines[start + offset] !== column) continue;
      const rest = lines.slice(start + 1, start + WIDEST_FLATTENED_TABLE);
      const firstFigure = rest.findIndex((header) => parseWrittenFigure(header) !== null);
      const widest = firstFigure < 0 ? WIDEST_FLATTENED_TABLE : firstFigure + 1;
      const distance = firstDistance(lines, start, row ?? "", offset + 1, widest);
      if (distance !== null && lines[start + distance + offset] === wanted) return true;
    }
  }
  return false;
}

/** How far from the start the first line stands that is a row's header at one of the possible widths. */
function firstDistance(
  lines: readonly string[],
  start: number,
  row: string,
  narrowest: number,
  widest: number,
): number | null {
  for (let distance = narrowest; start + distance < lines.length; distance++) {
    if (lines[start + distance] !== row) continue;
    for (let width = narrowest; width <= widest; width++)
      if (distance % width === 0) return distance;
  }
  return null;
}
