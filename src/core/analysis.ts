/**
 * The whole engine in one call: facts, discrepancies, verdicts, standings and statuses of a dataset.
 * The result depends on the claims alone, never on the order in which anything was read.
 */
import type { Cause } from "./causes/cause.ts";
import { CausesOnDemand } from "./causes/causes-on-demand.ts";
import { indexFigures } from "./causes/figure-index.ts";
import type { CheckContext, Finding } from "./checks/check.ts";
import {
  DISCREPANCY_KINDS,
  type DiscrepancyKind,
  DOUBTS_DOCUMENTS,
  KINDS,
} from "./checks/kinds.ts";
import { answersOf } from "./checks/pairs.ts";
import { CHECKS } from "./checks/registry.ts";
import { ClaimPositions } from "./dataset/claim-positions.ts";
import { type Claim, type Dataset, known, type Verdict } from "./dataset/dataset.ts";
import { type Fact, groupFacts } from "./facts/fact.ts";
import { speaks } from "./facts/silence.ts";
import { type SharedError, witnessesOf } from "./facts/witnesses.ts";
import { onDemand } from "./on-demand.ts";
import { doAllIntervalsMeet } from "./quantity/interval.ts";
import { compareText, type Issue } from "./report/issue.ts";
import { proposeName } from "./report/near-name.ts";
import { hashJudgedClaims } from "./verdicts/judged-hash.ts";
import { type Standing, standingOf } from "./verdicts/standing.ts";
import { type Status, type StatusGround, statusOf } from "./verdicts/status.ts";

export interface Discrepancy extends Finding {
  /** Organisations from which the claims come: repeaters are no witnesses, whether they say that they repeat or betray it. */
  readonly witnesses: readonly string[];
  /** The wrong figures by which sources betray that one repeats the other. */
  readonly sharedErrors: readonly SharedError[];
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
  /** Likely causes by discrepancy, each worked out when it is first asked for; empty for kinds that explain themselves. */
  readonly causes: ReadonlyMap<string, readonly Cause[]>;
  /** Verdicts that are stale or decide nothing that exists. */
  readonly issues: readonly Issue[];
}

export function analyse(dataset: Dataset): Analysis {
  const facts = groupFacts(dataset);
  const undecided = new Map(
    [...facts.values()].map((fact) => [fact.id, standingOf(dataset, fact)] as const),
  );
  const context: CheckContext = { dataset, facts, standings: undecided };
  const findings = DISCREPANCY_KINDS.flatMap((kind: DiscrepancyKind) =>
    [...CHECKS[kind].run(context)].sort((one, other) => compareText(one.id, other.id)),
  );
  const discrepancies = new Map(
    findings.map((finding) => {
      const verdict = dataset.verdicts.get(finding.id) ?? null;
      // Most discrepancies have no verdict, and of those nobody asks.
      const judged = onDemand(() => hashJudgedClaims(finding.claims));
      const witnesses = onDemand(() =>
        witnessesOf(dataset, finding.claims, primaryFigures(context, finding)),
      );
      const { id, kind, severity, scope, facts, claims, about, size } = finding;
      const discrepancy: Discrepancy = {
        id,
        kind,
        severity,
        scope,
        facts,
        claims,
        about,
        size,
        // Taken over one by one: to spread the finding would be to read its words, which are made when they are read.
        get summary() {
          return finding.summary;
        },
        get computation() {
          return finding.computation;
        },
        // Neither a check nor a status asks for witnesses.
        get witnesses() {
          return witnesses().origins;
        },
        get sharedErrors() {
          return witnesses().sharedErrors;
        },
        verdict,
        get judged() {
          return judged();
        },
        isStale: verdict !== null && verdict.judged !== judged(),
      };
      return [finding.id, discrepancy] as const;
    }),
  );

  const discrepanciesOfFact = discrepanciesBy(discrepancies, ({ facts }) => facts);
  // Neither a check nor a status asks for what is told by claim.
  const discrepanciesOfClaim = onDemand(() =>
    discrepanciesBy(discrepancies, ({ claims }) => claims.map(({ id }) => id)),
  );
  const factOfClaim = onDemand(
    () => new Map([...dataset.claims.values()].map(({ id, fact }) => [id, known(facts, fact)])),
  );
  // A claim that merely shows that another one is wrong keeps its own status.
  const positions = new ClaimPositions(dataset);
  const doubts: (StatusGround[] | undefined)[] = new Array(positions.length).fill(undefined);
  for (const discrepancy of discrepancies.values()) {
    const ground = statusGround(discrepancy);
    for (const claim of discrepancy.about) {
      const position = positions.of(claim);
      const grounds = doubts[position];
      if (grounds) grounds.push(ground);
      else doubts[position] = [ground];
    }
  }

  const standings = new Map<string, Standing>();
  const factStatuses = new Map<string, Status>();
  const statusesByPosition: Status[] = new Array(positions.length).fill("single");
  for (const fact of facts.values()) {
    const here = discrepanciesOfFact.get(fact.id) ?? [];
    const decisions = here.flatMap(({ kind, verdict, isStale, about }) =>
      verdict && !isStale ? [{ verdict, about, isConflict: KINDS[kind].isConflict }] : [],
    );
    standings.set(
      fact.id,
      decisions.length > 0 ? standingOf(dataset, fact, decisions) : known(undecided, fact.id),
    );
    const isShared = hasSeveralSources(fact);
    const doMeet = !isShared || doFiguresMeet(dataset, fact);
    factStatuses.set(fact.id, statusOf(here.map(statusGround), isShared, doMeet));
    const undoubted = statusOf([], isShared, doMeet);
    for (const claim of fact.claims) {
      const position = positions.of(claim);
      const grounds = doubts[position];
      statusesByPosition[position] = grounds ? statusOf(grounds, isShared, doMeet) : undoubted;
    }
  }
  const claimStatuses = onDemand(
    () =>
      new Map(
        [...dataset.claims.values()].map((claim) => [
          claim.id,
          statusesByPosition[positions.of(claim)] as Status,
        ]),
      ),
  );
  const causes = new CausesOnDemand(discrepancies, () => ({
    dataset,
    facts,
    standings,
    figures: indexFigures(dataset.claims.values()),
  }));
  return {
    dataset,
    facts,
    get factOfClaim() {
      return factOfClaim();
    },
    discrepancies,
    discrepanciesOfFact,
    get discrepanciesOfClaim() {
      return discrepanciesOfClaim();
    },
    standings,
    factStatuses,
    get claimStatuses() {
      return claimStatuses();
    },
    causes,
    issues: verdictIssues(dataset, facts, discrepancies),
  };
}

/** Discrepancies by what they are found on, in their own order. */
function discrepanciesBy(
  discrepancies: ReadonlyMap<string, Discrepancy>,
  keysOf: (discrepancy: Discrepancy) => readonly string[],
): Map<string, Discrepancy[]> {
  const groups = new Map<string, Discrepancy[]>();
  for (const discrepancy of discrepancies.values()) {
    for (const key of keysOf(discrepancy)) {
      const group = groups.get(key);
      if (group) group.push(discrepancy);
      else groups.set(key, [discrepancy]);
    }
  }
  return groups;
}

/** Whether more than one source answers. One that says it does not know states no figure that could agree. */
function hasSeveralSources({ claims }: Fact): boolean {
  const first = claims.find(speaks);
  return claims.some((claim) => claim.source !== first?.source && speaks(claim));
}

const doFiguresMeet = (dataset: Dataset, fact: Fact): boolean =>
  doAllIntervalsMeet(answersOf(dataset, fact).flatMap(({ first }) => first.interval ?? []));

/** For a conflict of figures, the claims that carry what the primary states. */
function primaryFigures({ standings }: CheckContext, { kind, facts }: Finding): readonly Claim[] {
  const standing = kind === "value-conflict" ? standings.get(facts[0] ?? "") : undefined;
  return standing?.basis === "primary" ? standing.claims : [];
}

function statusGround({ kind, severity, verdict, isStale }: Discrepancy): StatusGround {
  const outcome = verdict && !isStale ? verdict.outcome : null;
  // A note accuses nobody, whatever its kind: the words of a quotation may stand in the part that was not held.
  const isAccusation = KINDS[kind].isConflict && severity !== "note";
  const areClaimsInDoubt = !DOUBTS_DOCUMENTS.has(kind) || outcome === "none-stands";
  return { isConflict: isAccusation && areClaimsInDoubt, kind, outcome };
}

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
