import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { COLLECTION_NAMES, contractSchema } from "../../../src/site/api/contract.ts";
import { collectionFile, indexFile } from "../../../src/site/api/files.ts";
import { collectionRecords } from "../../../src/site/api/records.ts";
import { aVerdict } from "../../builders/authored.ts";
import { analysisOf } from "../../builders/dataset.ts";
import { VARIED } from "./varied-dataset.ts";

const link = (path: string) => `/base${path}`;

/** The dataset with every form that a record can take, and a verdict on one of its conflicts. */
function decidedAnalysis() {
  const [conflict] = analysisOf(VARIED).discrepancies.values();
  const [first] = conflict?.claims ?? [];
  const verdict = aVerdict({ judged: conflict?.judged, stands: [first?.id], basis: [first?.id] });
  return analysisOf({ ...VARIED, verdicts: { [conflict?.id ?? ""]: verdict } });
}

const analysis = decidedAnalysis();
/** Ajv shares no code with Zod, from which the schemas are generated. `uri` is checked by Zod and by the browser. */
const validator = () => new Ajv2020({ allErrors: true, formats: { uri: true } });

describe("what is published is what the published schema says", () => {
  test.each(COLLECTION_NAMES)("%s.json", (name) => {
    const validate = validator().compile(contractSchema(name));
    const published: Record<string, unknown[]> = JSON.parse(
      collectionFile(analysis, name, "json", link).body,
    );
    expect(validate(published), JSON.stringify(validate.errors, null, 2)).toBe(true);
    expect(published[name]?.length, "records validated").toBeGreaterThan(0);
  });

  test("index.json", () => {
    const validate = validator().compile(contractSchema("index"));
    expect(validate(JSON.parse(indexFile(analysis, link))), JSON.stringify(validate.errors)).toBe(
      true,
    );
  });

  test.each(COLLECTION_NAMES)(
    "and the schema of %s names its dialect, its address and every field",
    (name) => {
      const schema = contractSchema(name) as {
        $id: string;
        $schema: string;
        properties: Record<string, { items: { required: string[]; properties: object } }>;
      };
      expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
      expect(schema.$id).toBe(`/schema/v1/${name}.schema.json`);
      const [record] = collectionRecords(analysis, name, link);
      const { required, properties } = schema.properties[name]?.items ?? {
        required: [],
        properties: {},
      };
      expect(Object.keys(record ?? {}).sort()).toEqual(Object.keys(properties).sort());
      // A reader need not ask whether a field is there, only whether it is null.
      expect([...required].sort()).toEqual(Object.keys(properties).sort());
    },
  );
});

describe("the schema refuses", () => {
  const claims = () => JSON.parse(collectionFile(analysis, "claims", "json", link).body);
  const validate = validator().compile(contractSchema("claims"));

  test.each<[string, (record: Record<string, unknown>) => void]>([
    ["a claim without its source", (record) => delete record.source],
    ["a figure as a number", (record) => Object.assign(record, { value: 54.6 })],
    ["a bound that is no decimal", (record) => Object.assign(record, { low: "54,55" })],
    ["a bound in scientific notation", (record) => Object.assign(record, { high: "1e6" })],
    ["a status that is not in the list", (record) => Object.assign(record, { status: "wrong" })],
    [
      "an address outside of the site",
      (record) => Object.assign(record, { url: "https://example.com/" }),
    ],
  ])("%s", (_, spoil) => {
    const published = claims();
    expect(validate(published)).toBe(true);
    spoil(published.claims[0]);
    expect(validate(published)).toBe(false);
  });
});
