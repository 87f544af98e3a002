import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import { publisherName } from "../facts/describe.ts";
import { compareClaims } from "../facts/fact.ts";
import type { Alias } from "../schema/reading.ts";
import type { Check, Finding } from "./check.ts";
import type { Severity } from "./kinds.ts";
import { onePerStatement } from "./one-per-statement.ts";

/** How a name misses what it stands for. */
type Fault = "garbled" | "transcription" | "ambiguous";

const FAULTS: Readonly<Record<Fault, { readonly severity: Severity; readonly words: string }>> = {
  garbled: { severity: "minor", words: "; it is read as a garbled form of" },
  transcription: { severity: "note", words: "; it is read as a mistaken transcription of" },
  ambiguous: { severity: "note", words: ", which could mean something else; it is read as" },
};

interface Written {
  readonly alias: Alias;
  readonly fault: Fault;
  readonly canonical: string;
}

/** Garbled, mis-transcribed and ambiguous names, one finding for each name in each source. */
export const nameVariant: Check = {
  kind: "name-variant",
  run({ dataset }) {
    const groups = new Map<string, { written: Written; claims: Claim[] }>();
    for (const claim of dataset.claims.values()) {
      const { subject, metric } = claim.asWritten;
      if (subject === null && metric === null) continue;
      for (const written of faultyNames(dataset, claim)) {
        const key = `${claim.source} ${written.canonical} ${written.alias.name}`;
        const group = groups.get(key) ?? { written, claims: [] };
        group.claims.push(claim);
        groups.set(key, group);
      }
    }
    return onePerStatement(
      [...groups.values()].map(({ written, claims }) =>
        describe(dataset, written, claims.sort(compareClaims)),
      ),
    );
  },
};

function faultyNames(dataset: Dataset, claim: Claim): Written[] {
  const named = [
    [claim.asWritten.subject, known(dataset.subjects, claim.subject)],
    [claim.asWritten.metric, known(dataset.metrics, claim.metric)],
  ] as const;
  return named.flatMap(([name, record]) => {
    const alias = record.aliases.find((candidate) => candidate.name === name);
    const fault = alias && faultOf(alias);
    return alias && fault ? [{ alias, fault, canonical: record.name }] : [];
  });
}

/** A spelling or an abbreviation is no fault, unless the registry has to say why it is read as this and not as something else. */
function faultOf({ kind, inferred }: Alias): Fault | null {
  if (kind === "garbled" || kind === "transcription") return kind;
  return inferred === undefined ? null : "ambiguous";
}

function describe(
  dataset: Dataset,
  { alias, fault, canonical }: Written,
  claims: readonly Claim[],
): Finding {
  const first = claims[0] as Claim;
  const { severity, words } = FAULTS[fault];
  return {
    id: `name-variant/${first.id}`,
    kind: "name-variant",
    severity,
    scope: "within",
    facts: [...new Set(claims.map((claim) => claim.fact))].sort(),
    claims,
    about: claims,
    summary: `${publisherName(dataset, first)} writes “${alias.name}”${words} ${canonical}.`,
    computation: [
      ...(alias.inferred === undefined ? [] : [alias.inferred]),
      `written so in ${claims.length} ${claims.length === 1 ? "claim" : "claims"}`,
    ],
    size: null,
  };
}
