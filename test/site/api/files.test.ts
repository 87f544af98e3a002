import { describe, expect, test } from "vitest";
import { COLLECTION_NAMES, COLLECTIONS } from "../../../src/site/api/contract.ts";
import {
  collectionFile,
  csvColumns,
  FILE_FORMATS,
  indexFile,
} from "../../../src/site/api/files.ts";
import { formatCsv, formatNdjson } from "../../../src/site/api/formats.ts";
import { collectionRecords } from "../../../src/site/api/records.ts";
import { analysisOf } from "../../builders/dataset.ts";
import { VARIED } from "./varied-dataset.ts";

const link = (path: string) => `/base${path}`;
const analysis = analysisOf(VARIED);
const text = (name: (typeof COLLECTION_NAMES)[number], format: (typeof FILE_FORMATS)[number]) =>
  collectionFile(analysis, name, format, link).body;

/** A reader of RFC 4180, written from the standard and not from our writer. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let field = "";
    if (csv[at] === '"') {
      for (at++; ; at++) {
        if (csv[at] === '"' && csv[at + 1] === '"') at++;
        else if (csv[at] === '"') break;
        else if (at >= csv.length) throw new Error("a quoted field has no end");
        field += csv[at];
      }
      at++;
    } else {
      while (at < csv.length && csv[at] !== "," && csv[at] !== "\r") {
        if (csv[at] === '"' || csv[at] === "\n")
          throw new Error(`an unquoted field holds ${JSON.stringify(csv[at])}`);
        field += csv[at++];
      }
    }
    row.push(field);
    if (csv[at] === ",") {
      at++;
      continue;
    }
    if (csv.slice(at, at + 2) !== "\r\n")
      throw new Error(`a row ends with ${JSON.stringify(csv.slice(at, at + 2))}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe("CSV", () => {
  test("gives back quotes, commas and line breaks as they went in", () => {
    const values = [
      'he said "no"',
      "a, b",
      "one\ntwo",
      "one\r\ntwo",
      '"',
      '""',
      " spaced ",
      "–",
      "",
    ];
    const csv = formatCsv(
      values.map((value) => ({ id: "x", value, last: "y" })),
      ["id", "value", "last"],
    );
    expect(readCsv(csv)).toEqual([
      ["id", "value", "last"],
      ...values.map((value) => ["x", value, "y"]),
    ]);
  });

  test("writes what is null or absent as nothing, lists by spaces, and what is open as JSON", () => {
    const csv = formatCsv(
      [
        {
          none: null,
          list: ["a#b", "c"],
          open: { channel: "api, app" },
          records: [{ a: 1 }],
          nested: { inner: "deep" },
          yes: true,
        },
      ],
      [
        "none",
        "absent",
        "list",
        "open",
        "records",
        "nested.inner",
        "nested.other",
        "none.inner",
        "yes",
      ],
    );
    expect(readCsv(csv)[1]).toEqual([
      "",
      "",
      "a#b c",
      '{"channel":"api, app"}',
      '[{"a":1}]',
      "deep",
      "",
      "",
      "true",
    ]);
  });

  test.each(COLLECTION_NAMES)(
    "of %s has a row for each record and a cell for each column",
    (name) => {
      const [header, ...rows] = readCsv(text(name, "csv"));
      expect(header).toEqual(csvColumns(name));
      expect(rows).toHaveLength(collectionRecords(analysis, name, link).length);
      for (const row of rows) expect(row).toHaveLength(header?.length ?? 0);
    },
  );

  test("of claims says the same as their JSON, cell by cell", () => {
    const [header = [], ...rows] = readCsv(text("claims", "csv"));
    const records = collectionRecords(analysis, "claims", link);
    const cell = (row: number, column: string) => rows[row]?.[header.indexOf(column)];
    for (const [row, record] of records.entries()) {
      expect(cell(row, "id")).toBe(record.id);
      expect(cell(row, "quote")).toBe(record.quote ?? "");
      expect(cell(row, "value")).toBe(record.value ?? "");
      expect(cell(row, "low")).toBe(record.low ?? "");
      expect(cell(row, "asOf.notBefore")).toBe(record.asOf.notBefore);
      expect(cell(row, "cell.text")).toBe(record.cell?.text ?? "");
      expect(cell(row, "record.seen")).toBe(record.record?.seen ?? "");
      expect(cell(row, "asWritten.value")).toBe(record.asWritten.value ?? "");
      expect(JSON.parse(cell(row, "conditions") ?? "")).toEqual(record.conditions);
    }
    expect(records.map(({ quote }) => quote)).toContain('Mini for 12 cents, no "catch"');
  });

  test.each(COLLECTION_NAMES)(
    "of %s has a column for each field that a record can have, none of them an object in brackets",
    (name) => {
      const columns = csvColumns(name);
      for (const field of Object.keys(COLLECTIONS[name].record.shape)) {
        expect(
          columns.some((column) => column === field || column.startsWith(`${field}.`)),
          field,
        ).toBe(true);
      }
      expect(text(name, "csv")).not.toContain("[object Object]");
    },
  );
});

describe("NDJSON", () => {
  test("has one record a line, line breaks in texts or not", () => {
    const ndjson = formatNdjson([{ text: "one\ntwo" }, { text: "three" }]);
    expect(ndjson.split("\n")).toHaveLength(3);
    expect(ndjson.endsWith("}\n")).toBe(true);
  });

  test.each(COLLECTION_NAMES)("of %s holds the records of its JSON", (name) => {
    const lines = text(name, "ndjson").split("\n").slice(0, -1);
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(text(name, "json"))[name]);
  });
});

describe("the index", () => {
  const index = JSON.parse(indexFile(analysis, link));

  test("counts what the collections hold", () => {
    expect(index).toMatchObject({ version: "v1", dataset: { hash: analysis.dataset.hash } });
    for (const name of ["claims", "sources", "facts", "discrepancies"] as const)
      expect(index.dataset[name], name).toBe(JSON.parse(text(name, "json"))[name].length);
  });

  test("names every file under the base, once, with the schema of those that have one", () => {
    const urls: string[] = index.files.map(({ url }: { url: string }) => url);
    expect(urls.toSorted()).toEqual(
      COLLECTION_NAMES.flatMap((name) =>
        FILE_FORMATS.map((format) => `/base/api/v1/${name}.${format}`),
      ).sort(),
    );
    for (const { url, schema } of index.files) {
      const name = /([a-z]+)\.json$/.exec(url)?.[1];
      expect(schema, url).toBe(name === undefined ? null : `/base/schema/v1/${name}.schema.json`);
    }
  });
});

test("files of one dataset are the same, byte for byte, however its files were read", () => {
  const shuffled = analysisOf({
    ...VARIED,
    sources: Object.fromEntries(Object.entries(VARIED.sources ?? {}).toReversed()),
  });
  for (const name of COLLECTION_NAMES)
    for (const format of FILE_FORMATS)
      expect(collectionFile(shuffled, name, format, link).body).toBe(text(name, format));
});
