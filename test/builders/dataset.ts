import { type Analysis, analyse } from "../../src/core/analysis.ts";
import { buildDataset, type DatasetResult } from "../../src/core/dataset/build-dataset.ts";
import type { Claim, Dataset } from "../../src/core/dataset/dataset.ts";
import { formatPlace } from "../../src/core/report/issue.ts";
import { aMetric, aPrice, aSource, aSubject } from "./authored.ts";
import { type AuthoredFields, toYaml } from "./yaml.ts";

/** What is in a dataset beside the registry that every one has; ids are paths without their folder and ending. */
export interface DatasetParts {
  readonly subjects?: Readonly<Record<string, AuthoredFields>>;
  readonly metrics?: Readonly<Record<string, AuthoredFields>>;
  /** A source, or the claims of one, which get the keys `c1`, `c2`, … */
  readonly sources?: Readonly<Record<string, AuthoredFields | readonly AuthoredFields[]>>;
  readonly verdicts?: Readonly<Record<string, AuthoredFields>>;
  readonly releases?: Readonly<Record<string, AuthoredFields>>;
}

const ORGANISATIONS = ["acme", "beta", "delta", "gamma"];

const SUBJECTS: Readonly<Record<string, AuthoredFields>> = {
  ...Object.fromEntries(
    ORGANISATIONS.map((id) => [
      id,
      aSubject({
        name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
        kind: "organisation",
        description: "An invented company.",
      }),
    ]),
  ),
  "acme/one": aSubject(),
  "acme/one-mini": aSubject({ name: "One mini" }),
  "acme/zero": aSubject({ name: "Zero" }),
  "beta/rival": aSubject({ name: "Rival" }),
};

const METRICS: Readonly<Record<string, AuthoredFields>> = {
  bench: aMetric(),
  "bench-hard": aMetric({ name: "Bench Hard" }),
  "input-price": aPrice(),
  "blended-price": aPrice({ name: "Blended price" }),
  availability: aMetric({
    name: "Availability",
    kind: "availability",
    family: "availability",
    unit: "yes-no",
    better: "neither",
    conditions: ["channel"],
    "varies-in-time": "yes",
  }),
  "release-date": aMetric({
    name: "Release date",
    kind: "date",
    family: "release-date",
    unit: "date",
    better: "neither",
    conditions: ["channel"],
  }),
  "context-window": aMetric({
    name: "Context window",
    kind: "limit",
    family: "context-window",
    unit: "tokens",
    conditions: ["channel"],
  }),
  latency: aMetric({
    name: "Latency",
    kind: "duration",
    family: "latency",
    unit: "seconds",
    better: "lower",
    conditions: ["context-length"],
  }),
  licence: aMetric({
    name: "Licence",
    kind: "property",
    family: "licence",
    unit: "name",
    better: "neither",
    conditions: [],
    names: [
      { name: "open", label: "open weights" },
      { name: "closed", label: "closed weights" },
    ],
  }),
};

/** Claims by key: `c1`, `c2`, … in their order. */
export const keyed = (claims: readonly AuthoredFields[]): AuthoredFields =>
  Object.fromEntries(claims.map((claim, index) => [`c${index + 1}`, claim]));

const isList = (
  part: AuthoredFields | readonly AuthoredFields[],
): part is readonly AuthoredFields[] => Array.isArray(part);

/** The authored files of a dataset: an invented registry, and on top of it these parts. */
export function datasetOf(parts: DatasetParts = {}): Map<string, string> {
  const files = new Map<string, string>();
  const put = (folder: string, records: Readonly<Record<string, AuthoredFields>>) => {
    for (const [id, record] of Object.entries(records))
      files.set(`${folder}/${id}.yaml`, toYaml(record));
  };
  put("subjects", { ...SUBJECTS, ...parts.subjects });
  put("metrics", { ...METRICS, ...parts.metrics });
  put(
    "sources",
    Object.fromEntries(
      Object.entries(parts.sources ?? {}).map(([id, part]) => [
        id,
        isList(part) ? aSource({ claims: keyed(part) }) : part,
      ]),
    ),
  );
  put("verdicts", parts.verdicts ?? {});
  put("releases", parts.releases ?? {});
  return files;
}

/** What the loader makes of the parts, faults included; the data folder is called `data` in reports. */
export const load = (parts: DatasetParts = {}): DatasetResult =>
  buildDataset(datasetOf(parts), "data");

/** The dataset of parts that must be without fault. */
export function soundDataset(parts: DatasetParts = {}): Dataset {
  const { dataset, issues } = load(parts);
  if (issues.length > 0) {
    throw new Error(
      `The builder wrote faulty data:\n${issues.map((issue) => `${formatPlace(issue)} ${issue.rule}: ${issue.message}`).join("\n")}`,
    );
  }
  return dataset;
}

/** The analysis of parts that must be without fault. */
export const analysisOf = (parts: DatasetParts = {}): Analysis => analyse(soundDataset(parts));

/** The one claim `c1` of a source `beta/review` that states it. */
export function soundClaim(claim: AuthoredFields, parts: DatasetParts = {}): Claim {
  const found = soundDataset({
    ...parts,
    sources: { ...parts.sources, "beta/review": [claim] },
  }).claims.get("beta/review#c1");
  if (!found) throw new Error("The claim is not in the dataset that the builder wrote.");
  return found;
}

/** Ids of the discrepancies found, in their order. */
export const discrepancyIds = (analysis: Analysis): string[] => [...analysis.discrepancies.keys()];
