/** What a change of the data touches: two analysed states, side by side. */
import type { Analysis, Discrepancy } from "../analysis.ts";
import type { Severity } from "../checks/kinds.ts";
import type { Claim } from "../dataset/dataset.ts";
import type { Fact } from "../facts/fact.ts";
import { compareDiscrepancies } from "../report/findings.ts";
import { compareText } from "../report/issue.ts";
import { describeStanding } from "../verdicts/describe-standing.ts";
import type { StandingBasis } from "../verdicts/standing.ts";
import type { Status } from "../verdicts/status.ts";
import { changedFields, type FieldChange } from "./claim-state.ts";

interface Shift<T> {
  readonly before: T;
  readonly after: T;
}

export interface DataChanges {
  readonly sources: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly claims: {
    readonly added: readonly Claim[];
    /** Gone without being retired. */
    readonly removed: readonly Claim[];
    readonly retired: readonly Claim[];
    readonly restored: readonly Claim[];
    readonly corrected: readonly {
      readonly claim: Claim;
      readonly fields: readonly FieldChange[];
    }[];
  };
  readonly facts: { readonly appeared: readonly Fact[]; readonly gone: readonly Fact[] };
  /** Facts of both states for which something else stands, or the same on another ground. */
  readonly standings: readonly (Shift<{ readonly basis: StandingBasis; readonly text: string }> & {
    readonly fact: Fact;
  })[];
  readonly statuses: readonly (Shift<Status> & { readonly fact: Fact })[];
  readonly discrepancies: {
    readonly appeared: readonly Discrepancy[];
    readonly gone: readonly Discrepancy[];
    readonly severity: readonly (Shift<Severity> & { readonly discrepancy: Discrepancy })[];
    /** Of the same severity, but on other figures or with another working. */
    readonly reworked: readonly (Shift<string> & { readonly discrepancy: Discrepancy })[];
    /** Decided before, and open again since a judged claim has changed. */
    readonly reopened: readonly Discrepancy[];
    /** With a verdict that holds where there was none, or another one. */
    readonly decided: readonly Discrepancy[];
    /** With a verdict before and none now. */
    readonly withdrawn: readonly Discrepancy[];
  };
}

function partition<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>) {
  const only = (map: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>) =>
    [...map].filter(([id]) => !other.has(id)).map(([, record]) => record);
  return {
    added: only(after, before),
    removed: only(before, after),
    kept: [...after].flatMap(([id, now]) => {
      const old = before.get(id);
      return old === undefined ? [] : [{ id, old, now }];
    }),
  };
}

const claimsOf = ({ dataset }: Analysis): ReadonlyMap<string, Claim> =>
  new Map(
    [...dataset.claims, ...dataset.retired].sort(([one], [other]) => compareText(one, other)),
  );

export function compareStates(before: Analysis, after: Analysis): DataChanges {
  const sources = partition(before.dataset.sources, after.dataset.sources);
  const claims = partition(claimsOf(before), claimsOf(after));
  const facts = partition(before.facts, after.facts);
  const found = partition(before.discrepancies, after.discrepancies);
  const inOrder = (list: readonly Discrepancy[]) => [...list].sort(compareDiscrepancies);
  const holds = (discrepancy: Discrepancy) => discrepancy.verdict !== null && !discrepancy.isStale;
  const decision = ({ verdict }: Discrepancy) =>
    JSON.stringify(verdict && [verdict.outcome, verdict.stands, verdict.judged]);
  return {
    sources: {
      added: sources.added.map(({ id }) => id),
      removed: sources.removed.map(({ id }) => id),
    },
    claims: {
      added: claims.added,
      removed: claims.removed,
      retired: claims.kept
        .filter(({ old, now }) => !old.retired && now.retired)
        .map(({ now }) => now),
      restored: claims.kept
        .filter(({ old, now }) => old.retired && !now.retired)
        .map(({ now }) => now),
      corrected: claims.kept
        .map(({ old, now }) => ({ claim: now, fields: changedFields(old, now) }))
        .filter(({ fields }) => fields.length > 0),
    },
    facts: { appeared: facts.added, gone: facts.removed },
    standings: facts.kept
      .map(({ now }) => ({
        fact: now,
        before: standingIn(before, now.id),
        after: standingIn(after, now.id),
      }))
      .filter(
        (shift) =>
          shift.before.text !== shift.after.text || shift.before.basis !== shift.after.basis,
      ),
    statuses: facts.kept.flatMap(({ id, now }) => {
      const [old, status] = [before.factStatuses.get(id), after.factStatuses.get(id)];
      return old === undefined || status === undefined || old === status
        ? []
        : [{ fact: now, before: old, after: status }];
    }),
    discrepancies: {
      appeared: inOrder(found.added),
      gone: inOrder(found.removed),
      severity: found.kept
        .filter(({ old, now }) => old.severity !== now.severity)
        .map(({ old, now }) => ({ discrepancy: now, before: old.severity, after: now.severity })),
      reworked: found.kept
        .filter(({ old, now }) => old.severity === now.severity && working(old) !== working(now))
        .map(({ old, now }) => ({ discrepancy: now, before: old.summary, after: now.summary })),
      reopened: inOrder(
        found.kept.filter(({ old, now }) => holds(old) && now.isStale).map(({ now }) => now),
      ),
      decided: inOrder([
        ...found.added.filter(holds),
        ...found.kept
          .filter(({ old, now }) => holds(now) && (!holds(old) || decision(old) !== decision(now)))
          .map(({ now }) => now),
      ]),
      withdrawn: inOrder(
        found.kept.filter(({ old, now }) => old.verdict && !now.verdict).map(({ now }) => now),
      ),
    },
  };
}

const working = ({ summary, computation }: Discrepancy): string =>
  [summary, ...computation].join("\n");

function standingIn(analysis: Analysis, fact: string): { basis: StandingBasis; text: string } {
  const standing = analysis.standings.get(fact);
  if (!standing) return { basis: "disputed", text: "nothing" };
  return { basis: standing.basis, text: describeStanding(analysis.dataset, standing) };
}
