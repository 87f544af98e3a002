import { type Claim, type Dataset, known, type Source } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims, type Fact, factIdOf } from "../facts/fact.ts";
import { dateSpan, formatDate } from "../quantity/calendar.ts";
import { compareDecimals } from "../quantity/decimal.ts";
import type { Check, CheckContext, Finding } from "./check.ts";
import { onePerStatement } from "./one-per-statement.ts";

/** A document mentions a subject that did not exist on the day the document bears. */
export const anachronism: Check = {
  kind: "anachronism",
  run(context) {
    const beginnings = beginningsBySubject(context);
    return [...context.dataset.sources.values()].flatMap((source) =>
      onePerStatement(findingsFor(context, source, beginnings)),
    );
  },
};

interface Beginning {
  /** First day at the earliest, in days since 1970-01-01; null when nothing bounds it. */
  readonly day: string | null;
  readonly isDisputed: boolean;
  readonly claims: readonly Claim[];
}

/** For each subject the earliest day on which it can have existed; none where a date that may be the earliest is in dispute or open. */
function beginningsBySubject({ dataset, facts, standings }: CheckContext): Map<string, Beginning> {
  const beginnings = new Map<string, Beginning>();
  for (const fact of facts.values()) {
    if (!marksBeginning(dataset, fact)) continue;
    const standing = known(standings, fact.id);
    if (standing.interval === null) continue;
    const { low } = standing.interval;
    const earliest = beginnings.get(fact.subject);
    // Skipped, a disputed date would leave a later one of the same subject to accuse documents that lie between the two.
    if (!earliest || compareEnds(low, earliest.day) < 0)
      beginnings.set(fact.subject, {
        day: low,
        isDisputed: standing.basis === "disputed",
        claims: standing.claims,
      });
  }
  return beginnings;
}

/** An open lower end is before everything. */
const compareEnds = (one: string | null, other: string | null): number =>
  one === null || other === null
    ? Number(one !== null) - Number(other !== null)
    : compareDecimals(one, other);

// The date of one snapshot is not that of its model.
const marksBeginning = (dataset: Dataset, fact: Fact): boolean =>
  known(dataset.metrics, fact.metric).marks === "beginning" &&
  fact.measure === "level" &&
  fact.conditions.snapshot === undefined;

/** Values that say that something is not there yet, or that nothing is known. */
const ABSENT = new Set(["no", "unknown", "not-reported", "not-available"]);

function findingsFor(
  context: CheckContext,
  source: Source,
  beginnings: ReadonlyMap<string, Beginning>,
): Finding[] {
  const { dataset } = context;
  const borne = source.statedDate?.date ?? source.time.notAfter;
  const afterwards = String(dateSpan(borne).afterLast);
  const mentions = new Map<string, Claim[]>();
  for (const claim of source.claims) {
    const isPresent =
      !claim.retired && !ABSENT.has(claim.quantity?.printed ?? "") && !datesItself(dataset, claim);
    if (!isPresent) continue;
    for (const subject of [claim.subject, claim.comparedWith?.subject ?? claim.subject]) {
      mentions.set(subject, [...(mentions.get(subject) ?? []), claim]);
    }
  }
  return [...mentions].flatMap(([subject, claims]) => {
    const beginning = beginnings.get(subject);
    if (!beginning || beginning.day === null || beginning.isDisputed) return [];
    if (compareDecimals(beginning.day, afterwards) < 0) return [];
    const about = [...new Set(claims)].sort(compareClaims);
    const first = about[0] as Claim;
    const dating = beginning.claims[0] as Claim;
    const name = known(dataset.subjects, subject).name;
    return [
      {
        id: `anachronism/${first.id}`,
        kind: "anachronism",
        severity: source.statedDate ? "major" : "minor",
        scope: beginning.claims.every((claim) => claim.source === source.id) ? "within" : "between",
        facts: [factIdOf(first)],
        claims: [...new Set([...about, ...beginning.claims])].sort(compareClaims),
        about,
        summary: `${publisherName(dataset, first)} speaks of ${name} in a document of ${formatDate(borne)}; ${publisherName(dataset, dating)} dates it to ${describeValue(dataset, dating)}.`,
        computation: [
          source.statedDate
            ? `the document dates itself ${formatDate(borne)}: “${source.statedDate.quote}”`
            : `the document is of ${formatDate(borne)} at the latest`,
          `${describeFact(dataset, dating)}: ${describeValue(dataset, dating)} (${publisherName(dataset, dating)})`,
          `${formatDate(borne)} is before that: either the date of the document is wrong, or that of ${name}`,
        ],
        size: null,
      } satisfies Finding,
    ];
  });
}

/** A claim that gives the subject's own dates may speak of the future. */
const datesItself = (dataset: Dataset, claim: Claim): boolean =>
  known(dataset.metrics, claim.metric).kind === "date";
