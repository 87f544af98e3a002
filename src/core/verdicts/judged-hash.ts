import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Claim } from "../dataset/dataset.ts";

/**
 * A short hash of what a verdict judged: which claims, and of each its question, value, time and evidence. Anything else
 * about a claim (its place in the file, a note) may change without re-opening the verdict.
 */
export function hashJudgedClaims(claims: readonly Claim[]): string {
  const judged = claims
    .map((claim) => [
      claim.id,
      claim.fact,
      claim.quantity?.printed ?? null,
      claim.unit,
      claim.qualifier,
      claim.direction,
      claim.relation,
      claim.over,
      claim.rivals,
      claim.isEver,
      claim.weekday,
      claim.asOf.notBefore,
      claim.asOf.notAfter,
      claim.evidence,
    ])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(judged)))).slice(0, 16);
}
