import { type Claim, type Dataset, known } from "../dataset/dataset.ts";
import { publisherName } from "../facts/describe.ts";
import { compareClaims, factIdOf } from "../facts/fact.ts";
import type { Alias } from "../schema/reading.ts";
import type { AliasKind } from "../schema/vocabulary.ts";
import type { Check, Finding } from "./check.ts";
import { onePerStatement } from "./one-per-statement.ts";

/** Kinds of alias that are faults of rendering; a spelling or an abbreviation is none. */
const FAULTY: ReadonlySet<AliasKind> = new Set<AliasKind>(["garbled", "transcription"]);

interface Written {
  readonly alias: Alias;
  readonly canonical: string;
}

/** Garbled and mis-transcribed names, one finding for each name in each source. */
export const nameVariant: Check = {
  kind: "name-variant",
  run({ dataset }) {
    const groups = new Map<string, { written: Written; claims: Claim[] }>();
    for (const claim of dataset.claims.values()) {
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
    return alias && FAULTY.has(alias.kind) ? [{ alias, canonical: record.name }] : [];
  });
}

function describe(
  dataset: Dataset,
  { alias, canonical }: Written,
  claims: readonly Claim[],
): Finding {
  const first = claims[0] as Claim;
  const how = alias.kind === "garbled" ? "a garbled form" : "a mistaken transcription";
  return {
    id: `name-variant/${first.id}`,
    kind: "name-variant",
    severity: alias.kind === "garbled" ? "minor" : "note",
    scope: "within",
    facts: [...new Set(claims.map(factIdOf))].sort(),
    claims,
    about: claims,
    summary: `${publisherName(dataset, first)} writes “${alias.name}”; it is read as ${how} of ${canonical}.`,
    computation: [
      ...(alias.inferred === undefined ? [] : [alias.inferred]),
      `written so in ${claims.length} ${claims.length === 1 ? "claim" : "claims"}`,
    ],
    size: null,
  };
}
