/** What a claim says, field by field as text, so that two states of it can be compared and read. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Claim, Source } from "../dataset/dataset.ts";
import { factIdOf } from "../facts/fact.ts";
import { compareText } from "../report/issue.ts";

/** The fields whose change is a correction, with the words by which readers know them. */
export const CLAIM_FIELDS = {
  question: "question",
  value: "value",
  unit: "unit",
  qualifier: "qualifier",
  direction: "direction",
  relation: "relation",
  time: "time for which it is made",
  measuredBy: "measured by",
  attributedTo: "attributed to",
  evidence: "evidence",
  where: "place in the source",
  asWritten: "words for names and figures",
  quotation: "quoted document",
} as const;
export type ClaimField = keyof typeof CLAIM_FIELDS;

/** A field that says nothing is null. */
type ClaimState = Readonly<Record<ClaimField, string | null>>;

function evidenceText({ evidence }: Claim): string {
  switch (evidence.form) {
    case "quote":
      return evidence.quote;
    case "cell":
      return [evidence.table, evidence.row, evidence.column, evidence.text]
        .filter((part) => part !== null)
        .join(" | ");
    case "record":
      return `${evidence.copy}: ${evidence.seen}`;
    default:
      return evidence satisfies never;
  }
}

/** `subject “GPT-X”, unit “dollars”`; null where the source uses the canonical names. */
function writtenText({ asWritten }: Claim): string | null {
  const parts = (["subject", "metric", "value", "unit"] as const).flatMap((field) =>
    asWritten[field] === null ? [] : [`${field} “${asWritten[field]}”`],
  );
  return parts.length === 0 ? null : parts.join(", ");
}

function claimState(claim: Claim): ClaimState {
  const { notBefore, notAfter } = claim.asOf;
  const { quotation } = claim;
  return {
    question: factIdOf(claim),
    value: claim.quantity?.printed ?? null,
    unit: claim.quantity === null ? null : claim.unit,
    qualifier: claim.qualifier,
    direction: claim.direction,
    relation:
      claim.relation === null ? null : [claim.relation, claim.over].filter(Boolean).join(" in "),
    time: notBefore === notAfter ? notBefore : `${notBefore} to ${notAfter}`,
    measuredBy: claim.measuredBy,
    attributedTo: claim.attributedTo,
    evidence: evidenceText(claim),
    where: claim.where,
    asWritten: writtenText(claim),
    quotation:
      quotation &&
      [
        quotation.document,
        quotation.label,
        ...quotation.lookedFor.map(
          (search) => `${search.in} on ${search.on}: ${search.wasFound ? "found" : "not found"}`,
        ),
      ]
        .filter((part) => part !== null)
        .join(" | "),
  };
}

export interface FieldChange {
  readonly field: ClaimField;
  readonly before: string | null;
  readonly after: string | null;
}

/** The fields in which two states of one claim differ. */
export function changedFields(before: Claim, after: Claim): FieldChange[] {
  const [old, now] = [claimState(before), claimState(after)];
  return (Object.keys(CLAIM_FIELDS) as ClaimField[])
    .filter((field) => old[field] !== now[field])
    .map((field) => ({ field, before: old[field], after: now[field] }));
}

/** A short hash of everything that a source's claims say, whatever their order in the file. */
export function digestSource(source: Source): string {
  const states = source.claims
    .map((claim) => [claim.key, claimState(claim), claim.retired] as const)
    .sort(([one], [other]) => compareText(one, other));
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(states)))).slice(0, 12);
}
