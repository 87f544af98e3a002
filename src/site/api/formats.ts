/** The same records in the formats that people load: JSON, NDJSON and CSV. */

export const formatJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** One record a line (ndjson.org). */
export const formatNdjson = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

/**
 * RFC 4180 with a header and CRLF. Nested objects become columns named `outer.inner`, maps with open keys and lists of
 * objects become JSON, lists of texts are joined by a space, null is empty.
 */
export function formatCsv(records: readonly object[], columns: readonly string[]): string {
  return formatCsvRows(
    columns,
    records.map((record) => columns.map((column) => cellText(valueAt(record, column)))),
  );
}

/** RFC 4180 with a header and CRLF, from texts. */
export function formatCsvRows(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [header, ...rows].map((row) => `${row.map(quoteField).join(",")}\r\n`).join("");
}

function valueAt(record: object, column: string): unknown {
  return column
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], record);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value))
    return value.every((item) => typeof item === "string")
      ? value.join(" ")
      : JSON.stringify(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function quoteField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
