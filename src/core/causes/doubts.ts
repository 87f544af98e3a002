/** Which claims a finding makes doubtful, and what each cannot be right beside. */
import type { Finding } from "../checks/check.ts";
import { type Claim, known } from "../dataset/dataset.ts";
import { doAgree } from "../facts/agreement.ts";
import { speaks } from "../facts/silence.ts";
import { areSimultaneous } from "../facts/time.ts";
import { relationToStanding } from "../verdicts/standing.ts";
import type { CauseContext, Doubt } from "./cause.ts";

/**
 * The claim that conflicts with what stands is the doubtful one. Where nothing stands every side is looked at, and none is accused. A
 * source's repetition of one answer counts once.
 */
export function doubtsOf(context: CauseContext, finding: Finding): Doubt[] {
  switch (finding.kind) {
    case "value-conflict":
    case "date-conflict":
    case "status-conflict":
      return doubtsOfConflict(context, finding);
    case "arithmetic":
    case "unit-misuse":
    case "ordering-conflict":
      return finding.about
        .slice(0, 1)
        .map((claim) => ({ finding, claim, against: [], isDisputed: false }));
    case "impossible":
      return someOnce(finding.about).map((claim) => ({
        finding,
        claim,
        against: [],
        isDisputed: false,
      }));
    case "scope-difference":
      return doubtsOfTimes(context, finding);
    case "anachronism":
    case "unsupported-quotation":
    case "name-variant":
    case "rounding":
      return [];
    default:
      return finding.kind satisfies never;
  }
}

/**
 * A claim is accused by what stands for its own time. What stands for another time accuses nobody: such a claim, and all where nothing
 * stands, is one side of a dispute with those of the finding that contradict it and are not accused themselves.
 */
function doubtsOfConflict(context: CauseContext, finding: Finding): Doubt[] {
  const accused: Doubt[] = [];
  const free: Claim[] = [];
  const seen = new Set<string>();
  for (const claim of finding.about) {
    const answer = answerOf(claim);
    if (seen.has(answer)) continue;
    seen.add(answer);
    const against = accusersOf(context, claim);
    if (against.length === 0 && free.length < MOST_ANSWERS) free.push(claim);
    if (against.length > 0) accused.push({ finding, claim, against, isDisputed: false });
    if (accused.length === MOST_ANSWERS) break;
  }
  const disputed = free.flatMap((claim): Doubt[] => {
    const against = free.filter((other) => contradicts(context, claim, other));
    return against.length > 0 ? [{ finding, claim, against, isDisputed: true }] : [];
  });
  return [...accused, ...disputed];
}

/** The claims that stand and cannot be right beside a claim, the first ones where there are many; none where nothing stands. */
function accusersOf(context: CauseContext, claim: Claim): Claim[] {
  const standing = context.standings.get(claim.fact);
  const accusers: Claim[] = [];
  if (!standing || relationToStanding(standing, claim) !== "conflicts") return accusers;
  for (const other of standing.claims) {
    if (contradicts(context, claim, other)) accusers.push(other);
    if (accusers.length === MOST_ANSWERS) break;
  }
  return accusers;
}

const contradicts = ({ dataset }: CauseContext, claim: Claim, other: Claim): boolean =>
  other.fact === claim.fact &&
  !doAgree(other, claim) &&
  areSimultaneous(other, claim, known(dataset.metrics, claim.metric));

/** So many answers are looked at: of a question that hundreds answer differently nobody asks why each one does. */
const MOST_ANSWERS = 6;

/** What a source says on a question, however often. */
const answerOf = ({ fact, source, quantity, qualifier }: Claim): string =>
  `${fact} ${source} ${quantity?.printed} ${qualifier}`;

/** The different answers of each source, the first ones where there are many. */
function someOnce(claims: readonly Claim[]): Claim[] {
  const answers = new Map<string, Claim>();
  for (const claim of claims) {
    const answer = answerOf(claim);
    if (!answers.has(answer)) answers.set(answer, claim);
    if (answers.size === MOST_ANSWERS) break;
  }
  return [...answers.values()];
}

/** For each question that is answered differently at different times, the first answer beside the first that differs from it. */
function doubtsOfTimes({ dataset }: CauseContext, finding: Finding): Doubt[] {
  const doubts = new Map<string, Doubt>();
  const inTime = [...finding.about]
    .filter(speaks)
    .sort((one, other) => (one.asOf.notBefore < other.asOf.notBefore ? -1 : 1));
  for (const claim of inTime) {
    if (doubts.has(claim.fact)) continue;
    const metric = known(dataset.metrics, claim.metric);
    const other = inTime.find(
      (each) =>
        each.fact === claim.fact &&
        each.source !== claim.source &&
        each.asOf.notBefore > claim.asOf.notBefore &&
        !doAgree(each, claim) &&
        !areSimultaneous(each, claim, metric),
    );
    if (other) doubts.set(claim.fact, { finding, claim, against: [other], isDisputed: true });
  }
  return [...doubts.values()];
}
