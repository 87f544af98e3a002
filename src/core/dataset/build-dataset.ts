/**
 * Text in, dataset and all issues out. Nothing is thrown for a fault of the data, and nothing is
 * reported one at a time: an author sees everything that has to be mended at once.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";
import { compareIssues, compareText, type Issue } from "../report/issue.ts";
import { nearestName, proposeName } from "../report/near-name.ts";
import { type AuthoredClaim, authoredClaim } from "../schema/claim.ts";
import { authoredExceptions } from "../schema/exception.ts";
import { authoredMetric } from "../schema/metric.ts";
import { authoredRelease } from "../schema/release.ts";
import { SEGMENT_PATTERN } from "../schema/scalars.ts";
import { authoredSource } from "../schema/source.ts";
import { authoredSubject } from "../schema/subject.ts";
import { authoredVerdict } from "../schema/verdict.ts";
import type { ConditionName } from "../schema/vocabulary.ts";
import { type AuthoredFile, parseAuthoredFile } from "./authored-file.ts";
import { resolveClaim } from "./claim-resolution.ts";
import type {
  Claim,
  Dataset,
  Exception,
  Metric,
  Release,
  Source,
  Subject,
  Verdict,
} from "./dataset.ts";
import { followsFromOf } from "./follows-from.ts";
import { checkReferences } from "./references.ts";
import { checkScalarStyles } from "./scalar-styles.ts";

export interface DatasetResult {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
}

/** The kinds of authored file, by the folder in which they stand. */
export const FILE_KINDS = {
  releases: authoredRelease,
  subjects: authoredSubject,
  metrics: authoredMetric,
  sources: authoredSource,
  verdicts: authoredVerdict,
} as const satisfies Record<string, z.ZodType>;
type FileKind = keyof typeof FILE_KINDS;

/** The schema of an authored file, by its path within the data folder; undefined for a path that means nothing. */
export function schemaOf(path: string): z.ZodType | undefined {
  if (path === "exceptions.yaml") return authoredExceptions;
  const folder = path.split("/")[0] ?? "";
  return Object.hasOwn(FILE_KINDS, folder) ? FILE_KINDS[folder as FileKind] : undefined;
}

/**
 * @param files paths within the data folder (`sources/acme/2026-01-01-card.yaml`) and their text
 * @param root how the data folder is called in reports
 */
export function buildDataset(files: ReadonlyMap<string, string>, root = "src/data"): DatasetResult {
  const issues: Issue[] = [];
  const paths = [...files.keys()]
    .filter((path) => path.endsWith(".yaml") || path.endsWith(".yml"))
    // In the order of ids, which is not that of whole paths: `a.yaml` comes after `a-b.yaml`.
    .sort((one, other) => compareText(withoutEnding(one), withoutEnding(other)));
  issues.push(...misplacedFolders(paths, root));
  const read = (path: string) => readFile(path, files.get(path) ?? "", root, issues);
  // Sources are many and long: each is read when its claims are resolved, and its tree let go.
  const isSource = (path: string) => path.startsWith("sources/");
  const parsed = paths
    .filter((path) => !isSource(path))
    .map(read)
    .filter((file) => file !== null);
  const isWhole = (file: ReadFile) => file.authored !== FAULTY;

  const take = <K extends FileKind>(kind: K) =>
    parsed.filter((file) => file.kind === kind && isWhole(file)) as (ReadFile & {
      authored: z.output<(typeof FILE_KINDS)[K]>;
    })[];

  const subjects = new Map<string, Subject>(
    take("subjects").map(({ id, authored }) => [
      id,
      {
        id,
        name: authored.name,
        kind: authored.kind,
        description: authored.description,
        owner: id.split("/")[0] ?? id,
        family: authored.family ?? null,
        url: authored.url ?? null,
        aliases: authored.aliases ?? [],
        unqualified: authored.unqualified ?? [],
        unattested: authored.unattested ?? null,
      },
    ]),
  );
  const metrics = new Map<string, Metric>(
    take("metrics").map(({ id, authored }) => [
      id,
      {
        id,
        name: authored.name,
        kind: authored.kind,
        family: authored.family,
        unit: authored.unit,
        better: authored.better,
        definition: authored.definition,
        url: authored.url ?? null,
        runBy: authored["run-by"] ?? null,
        aliases: authored.aliases ?? [],
        conditions: (authored.conditions ?? []) as ConditionName[],
        unqualified: authored.unqualified ?? [],
        variesInTime: authored["varies-in-time"] === "yes",
        steadyDays: Number(authored["steady-days"] ?? "0"),
        bounds: (authored.bounds ?? null) as ConditionName | null,
        neverAbove: authored["never-above"] ?? [],
        isPlanned: authored.planned === "yes",
        marks: authored.marks ?? null,
        covers: authored.covers ?? null,
        followsFrom: followsFromOf(authored["follows-from"]),
        mixOf: authored["mix-of"] ?? null,
        proportionalTo: authored["proportional-to"] ?? null,
        names: new Map((authored.names ?? []).map(({ name, label }) => [name, label])),
      },
    ]),
  );
  const registry = {
    root,
    subjects,
    metrics,
    isFaulty: (kind: "subjects" | "metrics", id: string) => files.has(`${kind}/${id}.yaml`),
  };
  const reportIssue = (issue: Issue) => issues.push(issue);
  const sources = new Map<string, Source>();
  for (const path of paths.filter(isSource)) {
    const document = read(path);
    if (!document) continue;
    const { id, file } = document;
    if (!isWhole(document)) {
      // The claims of a faulty document are read for their own faults, so that all are seen at once.
      const frame = { id, time: { notBefore: "", notAfter: "" }, file };
      for (const [key, claim] of soundClaims(file)) {
        resolveClaim(key, 0, claim, frame, registry, reportIssue);
      }
      continue;
    }
    const authored = document.authored as z.output<typeof authoredSource>;
    const time = {
      notBefore: authored.published ?? authored["not-before"]?.date ?? "",
      notAfter: authored.published ?? authored["not-after"]?.date ?? "",
    };
    const claims: Claim[] = [];
    const frame = { id, time, file };
    for (const [order, key] of keysInOrder(authored.claims, file).entries()) {
      const claim = authored.claims[key] as AuthoredClaim;
      const resolved = resolveClaim(key, order, claim, frame, registry, reportIssue);
      if (resolved) claims.push(resolved);
    }
    sources.set(id, {
      id,
      publisher: id.split("/")[0] ?? id,
      title: authored.title,
      kind: authored.kind,
      authors: authored.authors ?? [],
      url: authored.url,
      published: authored.published ?? null,
      time,
      timeReasons: authored.published
        ? []
        : [authored["not-before"]?.because, authored["not-after"]?.because].filter(
            (reason) => reason !== undefined,
          ),
      accessed: authored.accessed,
      statedDate: authored["states-date"] ?? null,
      description: authored.description,
      text: authored.text ?? null,
      repeats: authored.repeats ?? [],
      claims,
      place: file.placeOf([]),
    });
  }
  const releases = new Map<string, Release>(
    take("releases").map(({ id, authored }) => [
      id,
      { ...authored, id, lanes: authored.lanes ?? [], articles: authored.articles ?? [] },
    ]),
  );
  const verdictPaths = new Map<string, string>();
  const verdicts = new Map<string, Verdict>(
    take("verdicts").map(({ id: path, file, authored }) => {
      const id = discrepancyAt(path, sources);
      verdictPaths.set(`verdicts/${id}`, `verdicts/${path}`);
      const verdict: Verdict = {
        discrepancy: id,
        outcome: authored.outcome,
        stands: authored.stands ?? [],
        basis: authored.basis,
        reason: authored.reason,
        wouldSettle: authored["would-settle"] ?? null,
        decided: authored.decided,
        judged: authored.judged,
        place: file.placeOf([]),
      };
      return [id, verdict];
    }),
  );
  const exceptions: Exception[] = parsed
    .filter((file) => file.kind === "exceptions" && isWhole(file))
    .flatMap(({ file, authored }) =>
      (authored as z.output<typeof authoredExceptions>).exceptions.map((exception, index) => ({
        ...exception,
        location: file.placeOf(["exceptions", index]),
      })),
    );

  const [claims, retired] = [new Map<string, Claim>(), new Map<string, Claim>()];
  for (const source of sources.values())
    for (const claim of source.claims) (claim.retired ? retired : claims).set(claim.id, claim);
  // A copy, so that whoever changes the map later does not change what was hashed.
  const hashed = new Map(files);
  let hash: string | undefined;
  const dataset: Dataset = {
    releases,
    subjects,
    metrics,
    sources,
    claims,
    retired,
    verdicts,
    exceptions,
    // Worked out when it is asked for: no check reads it, and a run that only checks need not go through every text once more.
    get hash() {
      hash ??= hashOf(hashed);
      return hash;
    },
  };

  // Read once more for the few that a report needs, instead of keeping them all.
  const readAgain = new Map<string, AuthoredFile>();
  const fileOf = (record: string) => {
    const path = `${verdictPaths.get(record) ?? record}.yaml`;
    const text = files.get(path);
    const file = readAgain.get(path) ?? parseAuthoredFile(`${root}/${path}`, text ?? "");
    readAgain.set(path, file);
    return text === undefined ? undefined : file;
  };
  const faulty = new Set(issues.map((issue) => issue.file));
  issues.push(...checkReferences(dataset, fileOf, faulty, root));
  if (sources.size === 0 && issues.length === 0) {
    issues.push({
      file: root,
      line: 1,
      column: 1,
      rule: "empty-dataset",
      severity: "error",
      written: "",
      message: "the dataset is empty: no source stands in it",
      next: `Add a source under ${root}/sources/<publisher>/; src/data/README.md shows one.`,
    });
  }
  return { dataset, issues: issues.sort(compareIssues) };
}

/**
 * The discrepancy that a verdict's path names. For one on a statement the claim's `#` may be spelled `/`, as in its address, since bundlers
 * take what follows a `#` in a file's name for a fragment.
 */
function discrepancyAt(path: string, sources: ReadonlyMap<string, Source>): string {
  const [kind, publisher, document, ...key] = path.split("/");
  const source = sources.get(`${publisher}/${document}`);
  const isClaim = source?.claims.some((claim) => claim.key === key.join("/"));
  return isClaim ? `${kind}/${source?.id}#${key.join("/")}` : path;
}

const withoutEnding = (path: string): string => path.replace(/\.ya?ml$/, "");

/** Stands for the record of a file that is YAML but not what its schema asks. */
const FAULTY = Symbol("faulty");

interface ReadFile {
  readonly kind: FileKind | "exceptions";
  readonly id: string;
  readonly file: AuthoredFile;
  /** What the schema made of the file, or `FAULTY`; of a source in which single claims have faults, what it made of the others. */
  readonly authored: unknown;
}

/** The keys of claims in the order of the document; an object puts keys that are whole numbers before all others. */
function keysInOrder(claims: Readonly<Record<string, unknown>>, file: AuthoredFile): string[] {
  const keys = Object.keys(claims);
  // Only such a key can stand elsewhere than where it was written.
  const isMoved = (key: string) => key <= ":" && /^\d+$/.test(key);
  if (!keys.some(isMoved)) return keys;
  return keys
    .map((key) => ({ key, place: file.placeOf(["claims", key]) }))
    .sort(
      (one, other) => one.place.line - other.place.line || one.place.column - other.place.column,
    )
    .map(({ key }) => key);
}

/** Those claims of a document that are as their schema asks, whatever is wrong with the rest of it. */
function soundClaims(file: AuthoredFile): [key: string, claim: AuthoredClaim][] {
  const { claims } = (file.value ?? {}) as { claims?: unknown };
  if (claims === null || typeof claims !== "object" || Array.isArray(claims)) return [];
  return Object.entries(claims).flatMap(([key, claim]) => {
    const { data } = authoredClaim.safeParse(claim);
    return data ? [[key, data] as [string, AuthoredClaim]] : [];
  });
}

/** One issue for each folder, or file beside the folders, in which no authored data belongs, however much stands in it. */
function misplacedFolders(paths: readonly string[], root: string): Issue[] {
  const unknown = new Map<string, string[]>();
  for (const path of paths) {
    if (schemaOf(path)) continue;
    const folder = path.split("/")[0] ?? "";
    const inside = unknown.get(folder);
    if (inside) inside.push(path);
    else unknown.set(folder, [path]);
  }
  return [...unknown].map(([folder, inside]) => ({
    file: `${root}/${inside[0]}`,
    line: 1,
    column: 1,
    rule: "misplaced-file",
    severity: "error",
    written: "",
    message: `no authored data belongs in ${folder}${inside.length > 1 ? `, where ${inside.length} files stand` : ""}`,
    next: proposeName(
      folder,
      [...Object.keys(FILE_KINDS), "exceptions.yaml"],
      "see src/data/README.md",
    ),
  }));
}

function readFile(path: string, text: string, root: string, issues: Issue[]): ReadFile | null {
  const shown = `${root}/${path}`;
  const folder = path.split("/")[0] ?? "";
  const schema = schemaOf(path);
  const misplaced = (message: string, next: string) => {
    issues.push({
      file: shown,
      line: 1,
      column: 1,
      rule: "misplaced-file",
      severity: "error",
      written: "",
      message,
      next,
    });
    return null;
  };
  // Its folder is reported, once.
  if (!schema) return null;
  if (path.endsWith(".yml"))
    return misplaced(
      "files end in .yaml here, so that every one of them is found",
      `Rename it to ${path.replace(/yml$/, "yaml")}.`,
    );
  const kind = (path === "exceptions.yaml" ? "exceptions" : folder) as FileKind | "exceptions";
  const id = path.slice(kind === "exceptions" ? 0 : folder.length + 1).replace(/\.yaml$/, "");
  const segments = id.split("/");
  // The address of a verdict is that of its discrepancy, whose segments may hold characters that ids of other files may not.
  if (kind !== "verdicts" && segments.some((segment) => !SEGMENT_PATTERN.test(segment))) {
    return misplaced(
      "the path is the id, so it may hold lower-case letters, digits, dots and hyphens only",
      "Rename the file.",
    );
  }
  if (kind === "sources" && segments.length !== 2) {
    return misplaced(
      "a source stands at sources/<publisher>/<document>.yaml",
      "Move it there; its path is its id.",
    );
  }
  const file = parseAuthoredFile(shown, text);
  issues.push(...file.issues);
  if (file.value === undefined) return null;
  issues.push(...checkScalarStyles(file, schema));
  const result = schema.safeParse(file.value ?? {});
  if (!result.success) {
    for (const issue of result.error.issues)
      issues.push(...describeSchemaIssue(issue, file, schema));
    const rest = kind === "sources" ? withoutFaultyClaims(file.value, result.error.issues) : null;
    return { kind, id, file, authored: rest ?? FAULTY };
  }
  return { kind, id, file, authored: result.data };
}

/**
 * A source without those of its claims that are not as their schema asks, as a claim with any other fault is left out as well; null where
 * the fault is in the document itself, or nothing is left.
 */
function withoutFaultyClaims(
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): z.output<typeof authoredSource> | null {
  const faulty = new Set(issues.map(({ path }) => (path[0] === "claims" ? path[1] : undefined)));
  if (faulty.has(undefined)) return null;
  const { claims, ...document } = value as { claims: Readonly<Record<string, unknown>> };
  const sound = Object.entries(claims).filter(([key]) => !faulty.has(key));
  return authoredSource.safeParse({ ...document, claims: Object.fromEntries(sound) }).data ?? null;
}

/** A Zod issue in the words of the house: place, what was written, why not, what next. */
function describeSchemaIssue(
  issue: z.core.$ZodIssue,
  file: AuthoredFile,
  schema: z.ZodType,
): Issue[] {
  const base = {
    ...file.placeOf(issue.path),
    severity: "error" as const,
    written: file.writtenAt(issue.path),
    ...(issue.path[0] === "claims" && issue.path.length > 1
      ? { record: String(issue.path[1]) }
      : {}),
  };
  const field = issue.path.length > 0 ? issue.path.map(String).join(".") : "the file";
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        ...base,
        ...file.placeOf([...issue.path, key]),
        rule: "unknown-key",
        written: key,
        message: `${key} is no field of ${field}`,
        next: proposeName(
          key,
          knownKeys(schema, issue.path),
          "take it out; src/data/README.md lists the fields",
        ),
      }));
    case "invalid_type": {
      const isMissing = issue.message.includes("received undefined");
      return [
        {
          ...base,
          rule: "schema",
          message: isMissing
            ? `${field} is missing`
            : `${field} should be ${issue.expected === "record" || issue.expected === "object" ? "a map" : issue.expected === "array" ? "a list" : "text"}`,
          next: isMissing
            ? `Add ${String(issue.path.at(-1) ?? "the fields")}:; src/data/README.md shows how.`
            : "Write it as src/data/README.md shows.",
        },
      ];
    }
    case "invalid_value": {
      const values = issue.values.map(String);
      if (!isWritten(file.value, issue.path)) {
        return [
          {
            ...base,
            rule: "schema",
            message: `${field} is missing`,
            next: `Add ${String(issue.path.at(-1))}:; it is one of ${values.join(", ")}.`,
          },
        ];
      }
      const near = nearestName(base.written, values);
      return [
        {
          ...base,
          rule: "schema",
          message: `${field} is not one of ${values.join(", ")}`,
          next: near ? `Did you mean ${near}?` : "Write one of these, without quotes.",
        },
      ];
    }
    case "invalid_union": {
      const inner =
        issue.errors.find((errors) => errors.some((nested) => nested.path.length > 0)) ??
        issue.errors[0] ??
        [];
      const nested = inner.flatMap((deeper) =>
        describeSchemaIssue(
          { ...deeper, path: [...issue.path, ...deeper.path] } as z.core.$ZodIssue,
          file,
          schema,
        ),
      );
      return nested.length > 0
        ? nested
        : [
            {
              ...base,
              rule: "schema",
              message: `${field} has none of the allowed forms`,
              next: "Write it as src/data/README.md shows.",
            },
          ];
    }
    case "invalid_key":
      return [
        {
          ...base,
          rule: "schema",
          message: `${field} is not a key: lower-case letters, digits, dots and hyphens`,
          next: "Rename the key; it becomes part of the claim's id.",
        },
      ];
    default:
      return [
        { ...base, rule: "schema", message: `${field} ${issue.message}`, next: nextStepFor(issue) },
      ];
  }
}

/** Whether the author wrote anything at a path. */
function isWritten(value: unknown, path: readonly PropertyKey[]): boolean {
  let current = value;
  for (const step of path) {
    if (current === null || typeof current !== "object" || !Object.hasOwn(current, step))
      return false;
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return true;
}

const nextStepFor = (issue: z.core.$ZodIssue): string =>
  issue.code === "custom"
    ? "Mend it as the message says; src/data/README.md shows an example."
    : "Correct the value.";

/** The field names that a schema knows at a path, for proposals. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let node = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as
    | JsonSchemaNode
    | undefined;
  for (const step of path) {
    const key = String(step);
    const properties =
      node?.properties && Object.hasOwn(node.properties, key) ? node.properties[key] : undefined;
    node =
      properties ??
      (typeof node?.additionalProperties === "object" ? node.additionalProperties : undefined) ??
      node?.items;
    if (node?.anyOf) node = node.anyOf.find((option) => option.properties) ?? node;
  }
  return Object.keys(node?.properties ?? {});
}

interface JsonSchemaNode {
  readonly properties?: Readonly<Record<string, JsonSchemaNode>>;
  readonly additionalProperties?: JsonSchemaNode | boolean;
  readonly items?: JsonSchemaNode;
  readonly anyOf?: readonly JsonSchemaNode[];
}

function hashOf(files: ReadonlyMap<string, string>): string {
  const hasher = sha256.create();
  for (const path of [...files.keys()].sort(compareText)) {
    // Lengths keep the border between path and text unambiguous.
    const text = files.get(path) ?? "";
    hasher.update(utf8ToBytes(`${path.length}:${path}${text.length}:${text}`));
  }
  return bytesToHex(hasher.digest());
}
