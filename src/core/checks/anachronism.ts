import { type Claim, type Dataset, known, type Source } from "../dataset/dataset.ts";
import { describeFact, describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims } from "../facts/fact.ts";
import { dateSpan, formatDate } from "../quantity/calendar.ts";
import { compareDecimals } from "../quantity/decimal.ts";
import { compareText } from "../report/issue.ts";
import { type Beginning, type BeginningDate, beginningsBySubject, endOf } from "./beginnings.ts";
import type { Check, Finding } from "./check.ts";
import { applies } from "./impossible-beyond-limits.ts";
import { onePerStatement } from "./one-per-statement.ts";

/** A document speaks of a subject as being there that did not exist on the day the document bears. */
export const anachronism: Check = {
  kind: "anachronism",
  run(context) {
    const beginnings = beginningsBySubject(context);
    return [...context.dataset.sources.values()].flatMap((source) =>
      onePerStatement(findingsFor(context.dataset, source, beginnings)),
    );
  },
};

/** Values that say that something is not there yet, or that nothing is known. */
const ABSENT = new Set(["no", "unknown", "not-reported", "not-available"]);

function findingsFor(
  dataset: Dataset,
  source: Source,
  beginnings: ReadonlyMap<string, Beginning>,
): Finding[] {
  const borne = source.statedDate?.date ?? source.time.notAfter;
  const mentions = new Map<string, Claim[]>();
  const mention = (subject: string, claim: Claim) => {
    const list = mentions.get(subject);
    if (list) list.push(claim);
    else mentions.set(subject, [claim]);
  };
  for (const claim of source.claims) {
    if (claim.retired) continue;
    mention(claim.subject, claim);
    const other = claim.comparedWith?.subject ?? claim.subject;
    if (other !== claim.subject) mention(other, claim);
  }
  return [...mentions].flatMap(([subject, claims]) => {
    const beginning = beginnings.get(subject);
    if (!beginning || !precedes(borne, beginning)) return [];
    const date = beginning.dates.find((each) => isWellFounded(source, each));
    if (!date || isExpectedBy(dataset, source, subject, claims, date)) return [];
    const isBetrayed = claims.some((claim) => speaksOfPresent(dataset, source, claim));
    return isBetrayed ? [finding(dataset, source, subject, claims, date, borne)] : [];
  });
}

/** Whether a document was written before every date that anybody gives for the beginning, be it ever so badly founded. */
function precedes(borne: string, { dates: [earliest] }: Beginning): boolean {
  return earliest?.day != null && compareDecimals(earliest.day, endOf(borne)) >= 0;
}

/**
 * Whether a date of the beginning is known well enough to put a document in doubt. Against a document whose own date is in question any date
 * will do; against one that is known to have been published on its day only the owner's word, or that of two independent origins: one other
 * source would merely disagree with it.
 */
function isWellFounded(source: Source, { basis }: BeginningDate): boolean {
  if (basis === "disputed") return false;
  const isOwnDateInDoubt = source.statedDate !== null || source.published === null;
  return isOwnDateInDoubt || basis === "primary" || basis === "agreement" || basis === "verdict";
}

/**
 * Whoever owns a subject knows it before others do, and whoever says when it will come does not take it to be there. To say when it comes to one
 * channel is not to say when it comes at all, unless the beginning is known by that channel.
 */
function isExpectedBy(
  dataset: Dataset,
  source: Source,
  subject: string,
  claims: readonly Claim[],
  beginning: BeginningDate,
): boolean {
  if (known(dataset.subjects, subject).owner === source.publisher) return true;
  return claims.some(
    (claim) =>
      claim.subject === subject &&
      known(dataset.metrics, claim.metric).marks === "beginning" &&
      claim.quantity?.kind === "date" &&
      beginning.claims.some(({ conditions }) => applies(claim.conditions, conditions)) &&
      dateSpan(claim.quantity.printed).first >= dateSpan(source.time.notAfter).afterLast,
  );
}

/**
 * Whether a claim states something of its subjects as they are: a figure, an availability, a property. A plan, an expectation, a date of
 * their own, a mere comparison, and a name that only we read as theirs betray nothing.
 */
function speaksOfPresent(dataset: Dataset, source: Source, claim: Claim): boolean {
  const metric = known(dataset.metrics, claim.metric);
  if (claim.measure === "relation" || metric.kind === "date" || metric.isPlanned) return false;
  if (claim.quantity === null || ABSENT.has(claim.quantity.printed)) return false;
  // Whether something is a major release, or of a type, can be said of what is to come.
  if (metric.kind === "property" && claim.quantity.kind === "name") return false;
  const isOfTheFuture =
    dateSpan(claim.asOf.notBefore).first >= dateSpan(source.time.notAfter).afterLast;
  return !isOfTheFuture && !isNameInferred(dataset, claim);
}

/** Whether it is our reading, beyond what an unqualified mention is read with, that the claim is about this subject. */
function isNameInferred(
  dataset: Dataset,
  { binding, subject, metric, comparedWith }: Claim,
): boolean {
  if (binding.kind !== "inferred") return false;
  const readings = new Set(
    [
      known(dataset.subjects, subject),
      known(dataset.metrics, metric),
      ...(comparedWith ? [known(dataset.subjects, comparedWith.subject)] : []),
    ].flatMap(({ unqualified }) => unqualified.map(({ because }) => because)),
  );
  return binding.reasons.some((reason) => !readings.has(reason));
}

function finding(
  dataset: Dataset,
  source: Source,
  subject: string,
  claims: readonly Claim[],
  beginning: BeginningDate,
  borne: string,
): Finding {
  const about = claims
    .filter(
      (claim) =>
        !ABSENT.has(claim.quantity?.printed ?? "") &&
        known(dataset.metrics, claim.metric).kind !== "date",
    )
    .sort(compareClaims);
  // Named after the first thing stated of the subject itself, and not after a comparison, which betrays nothing. There is one, since what betrays
  // the document is no comparison; it need not be that, so that a better reading of one claim leaves the name as it was.
  const first = about.find(({ measure }) => measure !== "relation") as Claim;
  const dating = beginning.claims[0] as Claim;
  const name = known(dataset.subjects, subject).name;
  return {
    id: `anachronism/${first.id}`,
    kind: "anachronism",
    severity: source.statedDate ? "major" : "minor",
    scope: beginning.claims.every((claim) => claim.source === source.id) ? "within" : "between",
    facts: [...new Set(about.map(({ fact }) => fact))].sort(compareText),
    claims: [...new Set([...about, ...beginning.claims])].sort(compareClaims),
    about,
    summary: `${publisherName(dataset, first)} speaks of ${name} in a document of ${formatDate(borne)}; ${publisherName(dataset, dating)} dates it to ${describeValue(dataset, dating)}.`,
    computation: [
      source.statedDate
        ? `the document dates itself ${formatDate(borne)}: “${source.statedDate.quote}”`
        : `the document is of ${formatDate(borne)} at the latest`,
      `${describeFact(dataset, dating)}: ${describeValue(dataset, dating)} (${publisherName(dataset, dating)})`,
      `${formatDate(borne)} is before that: either the date of the document is wrong, or that of ${name}`,
      `what it says of ${name}: ${about.map((claim) => describeMention(dataset, claim)).join("; ")}`,
    ],
    size: null,
  };
}

const describeMention = (dataset: Dataset, claim: Claim): string =>
  `${describeFact(dataset, claim)}: ${describeValue(dataset, claim)}`;
