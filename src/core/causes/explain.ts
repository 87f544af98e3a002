import type { Finding } from "../checks/check.ts";
import type { DiscrepancyKind } from "../checks/kinds.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { compareText } from "../report/issue.ts";
import type { Cause, CauseContext, Doubt, Hypothesis } from "./cause.ts";
import { derived } from "./derived.ts";
import { doubtsOf } from "./doubts.ts";
import { droppedCondition } from "./dropped-condition.ts";
import { valueInWords } from "./figure-elsewhere.ts";
import { CAUSE_KINDS, SUPPORTS } from "./kinds.ts";
import { otherBaseline } from "./other-baseline.ts";
import { otherColumn } from "./other-column.ts";
import { otherConditions } from "./other-conditions.ts";
import { otherRow } from "./other-row.ts";
import { otherSnapshot } from "./other-snapshot.ts";
import { otherTime } from "./other-time.ts";
import { pointsAsPercent } from "./points-as-percent.ts";
import { rounding } from "./rounding.ts";
import { transcription } from "./transcription.ts";

/** The one list of hypotheses, in the order of `CAUSE_KINDS`: innocent ones first. */
export const HYPOTHESES: readonly Hypothesis[] = [
  rounding,
  droppedCondition,
  otherConditions,
  otherSnapshot,
  otherTime,
  otherColumn,
  otherRow,
  otherBaseline,
  pointsAsPercent,
  derived,
  transcription,
];

/** More than this nobody weighs against one another. */
const MOST_CAUSES = 3;

/** Kinds in which something has to be wrong or different, so that having no explanation is worth saying. */
const IN_NEED: ReadonlySet<DiscrepancyKind> = new Set<DiscrepancyKind>([
  "value-conflict",
  "date-conflict",
  "status-conflict",
  "arithmetic",
]);

/**
 * Likely causes of what a finding found, best supported first and, among equals, innocent ones first; at most three, and at least the best
 * one for each doubtful claim as far as three go. Where a cause is strong, the weak ones for the same claim are left out. A conflict or a
 * computation for which nothing fits is `unexplained`; kinds that explain themselves, and statements about which no hypothesis has
 * anything to say, have none.
 */
export function explainFinding(context: CauseContext, finding: Finding): Cause[] {
  const explained = doubtsOf(context, finding).map((doubt) => ({
    doubt,
    causes: causesOf(context, doubt),
  }));
  const best = explained.flatMap(({ causes }) => causes.slice(0, 1)).sort(compareCauses);
  const further = explained.flatMap(({ causes }) => causes.slice(1)).sort(compareCauses);
  // Both sides of a dispute have one cause of a kind.
  const isDispute = explained.every(({ doubt }) => doubt.isDisputed);
  const found = new Map<string, Cause>();
  for (const cause of [...best, ...further]) {
    const key = isDispute ? cause.kind : `${cause.kind} ${cause.note}`;
    if (!found.has(key)) found.set(key, cause);
  }
  const causes = [...found.values()].slice(0, MOST_CAUSES).sort(compareCauses);
  if (!IN_NEED.has(finding.kind)) return causes;
  const open = explained.filter((each) => each.causes.length === 0).map(({ doubt }) => doubt);
  return [...causes, ...unexplained(context, open, causes.length === 0)].slice(0, MOST_CAUSES);
}

/** The causes that hypotheses find for one doubtful claim, in order. */
function causesOf(context: CauseContext, doubt: Doubt): Cause[] {
  const causes = HYPOTHESES.flatMap(({ kind, explains, explain }) =>
    explains.includes(doubt.finding.kind)
      ? explain(context, doubt).map((cause): Cause => ({ kind, ...cause }))
      : [],
  ).sort(compareCauses);
  return causes[0]?.support === "strong"
    ? causes.filter(({ support }) => support !== "weak")
    : causes;
}

/** Each doubtful figure for which nothing fits; a dispute once, and only where nothing fits any side of it. */
function unexplained(
  { dataset }: CauseContext,
  doubts: readonly Doubt[],
  isAllOpen: boolean,
): Cause[] {
  const base = { kind: "unexplained", support: "weak" } as const;
  const disputed = doubts.filter(({ isDisputed }) => isDisputed);
  const causes = doubts
    .filter(({ isDisputed }) => !isDisputed)
    .map(
      (doubt): Cause => ({
        ...base,
        claims: [doubt.claim],
        note: `No hypothesis fits ${doubtfulInWords(dataset, doubt)}.`,
      }),
    );
  return disputed.length > 0 && isAllOpen
    ? [
        ...causes,
        {
          ...base,
          claims: disputed.map(({ claim }) => claim),
          note: "No hypothesis fits the difference, and nothing tells which side is right.",
        },
      ]
    : causes;
}

/** What is in doubt: the figure or, where a computation accuses a date, the day of the week beside it. */
function doubtfulInWords(dataset: Dataset, { finding, claim }: Doubt): string {
  const { weekday } = claim;
  return finding.kind === "arithmetic" && weekday !== null
    ? `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`
    : valueInWords(dataset, claim);
}

const compareCauses = (one: Cause, other: Cause): number =>
  SUPPORTS.indexOf(one.support) - SUPPORTS.indexOf(other.support) ||
  CAUSE_KINDS.indexOf(one.kind) - CAUSE_KINDS.indexOf(other.kind) ||
  compareText(one.note, other.note);
