/**
 * The whole engine in one call: facts, discrepancies, verdicts, standings and statuses of a dataset.
 * The result depends on the claims alone, never on the order in which anything was read.
 */
import type { Cause } from "./causes/cause.ts";
import { explainFinding } from "./causes/explain.ts";
import { indexFigures } from "./causes/same-figure-elsewhere.ts";
import type { CheckContext, Finding } from "./checks/check.ts";
import { DISCREPANCY_KINDS, type DiscrepancyKind, KINDS } from "./checks/kinds.ts";
import { CHECKS } from "./checks/registry.ts";
import { type Dataset, known, type Verdict } from "./dataset/dataset.ts";
import { type Fact, groupFacts } from "./facts/fact.ts";
import { originsOf } from "./facts/origins.ts";
import { speaks } from "./facts/silence.ts";
import { compareText, type Issue } from "./report/issue.ts";
import { proposeName } from "./report/near-name.ts";
import { hashJudgedClaims } from "./verdicts/judged-hash.ts";
import { type Standing, standingOf } from "./verdicts/standing.ts";
import { type Status, statusOf } from "./verdicts/status.ts";

export interface Discrepancy extends Finding {
  /** Organisations from which the claims come: repeaters are no witnesses. */
  readonly witnesses: readonly string[];
  readonly verdict: Verdict | null;
  /** The hash of the claims as they are now; a verdict that judged others is stale. */
  readonly judged: string;
  readonly isStale: boolean;
}

export interface Analysis {
  readonly dataset: Dataset;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly factOfClaim: ReadonlyMap<string, Fact>;
  /** In order of kind, then of id. */
  readonly discrepancies: ReadonlyMap<string, Discrepancy>;
  readonly discrepanciesOfFact: ReadonlyMap<string, readonly Discrepancy[]>;
  readonly discrepanciesOfClaim: ReadonlyMap<string, readonly Discrepancy[]>;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly factStatuses: ReadonlyMap<string, Status>;
  readonly claimStatuses: ReadonlyMap<string, Status>;
  /** Likely causes by discrepancy; empty for kinds that explain themselves. */
  readonly causes: ReadonlyMap<string, readonly Cause[]>;
  /** Verdicts that are stale or decide nothing that exists. */
  readonly issues: readonly Issue[];
}

export function analyse(dataset: Dataset): Analysis {
  const facts = groupFacts(dataset);
  const undecided = new Map(
    [...facts.values()].map((fact) => [fact.id, standingOf(dataset, fact, null)] as const),
  );
  const context: CheckContext = { dataset, facts, standings: undecided };
  const findings = DISCREPANCY_KINDS.flatMap((kind: DiscrepancyKind) =>
    [...CHECKS[kind].run(context)].sort((one, other) => compareText(one.id, other.id)),
  );
  const discrepancies = new Map(
    findings.map((finding) => {
      const verdict = dataset.verdicts.get(finding.id) ?? null;
      const judged = hashJudgedClaims(finding.claims);
      return [
        finding.id,
        {
          ...finding,
          witnesses: originsOf(dataset, finding.claims),
          verdict,
          judged,
          isStale: verdict !== null && verdict.judged !== judged,
        },
      ] as const;
    }),
  );

  const discrepanciesOfFact = new Map<string, Discrepancy[]>();
  const discrepanciesOfClaim = new Map<string, Discrepancy[]>();
  const append = (map: Map<string, Discrepancy[]>, key: string, discrepancy: Discrepancy) => {
    const list = map.get(key);
    if (list) list.push(discrepancy);
    else map.set(key, [discrepancy]);
  };
  for (const discrepancy of discrepancies.values()) {
    for (const fact of discrepancy.facts) append(discrepanciesOfFact, fact, discrepancy);
    for (const claim of discrepancy.claims) append(discrepanciesOfClaim, claim.id, discrepancy);
  }

  const factOfClaim = new Map<string, Fact>();
  const standings = new Map<string, Standing>();
  const factStatuses = new Map<string, Status>();
  const claimStatuses = new Map<string, Status>();
  for (const fact of facts.values()) {
    const here = discrepanciesOfFact.get(fact.id) ?? [];
    const verdict =
      here.find((discrepancy) => discrepancy.verdict && !discrepancy.isStale)?.verdict ?? null;
    standings.set(
      fact.id,
      verdict ? standingOf(dataset, fact, verdict) : known(undecided, fact.id),
    );
    // A source that says it does not know states no figure that could agree.
    const sources = new Set(fact.claims.filter(speaks).map((claim) => claim.source)).size;
    factStatuses.set(fact.id, statusOf(here.map(statusGround), sources));
    for (const claim of fact.claims) {
      factOfClaim.set(claim.id, fact);
      // A claim that merely shows that another one is wrong keeps its own status.
      const doubts = (discrepanciesOfClaim.get(claim.id) ?? []).filter(({ about }) =>
        about.includes(claim),
      );
      claimStatuses.set(claim.id, statusOf(doubts.map(statusGround), sources));
    }
  }
  const causeContext = {
    dataset,
    facts,
    standings,
    figures: indexFigures(dataset.claims.values()),
  };
  const causes = new Map(
    findings.map((finding) => [finding.id, explainFinding(causeContext, finding)] as const),
  );
  return {
    dataset,
    facts,
    factOfClaim,
    discrepancies,
    discrepanciesOfFact,
    discrepanciesOfClaim,
    standings,
    factStatuses,
    claimStatuses,
    causes,
    issues: verdictIssues(dataset, facts, discrepancies),
  };
}

const statusGround = (discrepancy: Discrepancy) => ({
  isConflict: KINDS[discrepancy.kind].isConflict,
  kind: discrepancy.kind,
  outcome: discrepancy.verdict && !discrepancy.isStale ? discrepancy.verdict.outcome : null,
});

function verdictIssues(
  dataset: Dataset,
  facts: ReadonlyMap<string, Fact>,
  discrepancies: ReadonlyMap<string, Discrepancy>,
): Issue[] {
  const issues: Issue[] = [];
  for (const verdict of dataset.verdicts.values()) {
    const discrepancy = discrepancies.get(verdict.discrepancy);
    // A fact that exists was meant: its discrepancy is gone. Otherwise the path may be misspelt.
    const isSettled = facts.has(verdict.discrepancy.slice(verdict.discrepancy.indexOf("/") + 1));
    if (!discrepancy) {
      issues.push({
        ...verdict.place,
        rule: "orphan-verdict",
        severity: "error",
        written: verdict.discrepancy,
        message: "decides a discrepancy that does not exist",
        next: isSettled
          ? "Take the verdict out: the sources agree now."
          : proposeName(verdict.discrepancy, discrepancies.keys(), "take the verdict out"),
      });
    } else if (discrepancy.isStale) {
      issues.push({
        ...verdict.place,
        rule: "stale-verdict",
        severity: "warning",
        written: verdict.judged,
        message: "the judged claims have changed since the verdict was given, so it is open again",
        next: `Judge again; if it still holds write judged: "${discrepancy.judged}" and a new decided: date.`,
      });
    }
  }
  return issues;
}
