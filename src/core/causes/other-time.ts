import { describeTime } from "../checks/pairs.ts";
import { type Claim, known } from "../dataset/dataset.ts";
import { doAgree } from "../facts/agreement.ts";
import { publisherName } from "../facts/describe.ts";
import { speaks } from "../facts/silence.ts";
import { areSimultaneous } from "../facts/time.ts";
import { formatDate } from "../quantity/calendar.ts";
import type { Cause, CauseContext, Doubt, Hypothesis } from "./cause.ts";
import { explainByMatch, figureInQuestion, isDoubtful, valueInWords } from "./figure-elsewhere.ts";
import { weaken } from "./figure-index.ts";

/** What is stated is true of another time: it was so before or is so since, or the date is that of another event. */
export const otherTime: Hypothesis = {
  kind: "other-time",
  explains: ["value-conflict", "status-conflict", "date-conflict", "scope-difference"],
  explain(context, doubt) {
    switch (doubt.finding.kind) {
      case "date-conflict":
        return explainByEvent(context, doubt);
      case "scope-difference":
        return explainByStatedTimes(context, doubt);
      default:
        return explainByAnswer(context, doubt);
    }
  },
};

type Explanation = Omit<Cause, "kind">;

/**
 * The same answer to the same question, given for a time that cannot be that of the claims it contradicts; or a time that is open. Where
 * somebody who is not in doubt gives that answer for their time as well, another time explains nothing.
 */
function explainByAnswer(context: CauseContext, doubt: Doubt): Explanation[] {
  const { dataset, facts } = context;
  const { claim, against } = doubt;
  const metric = known(dataset.metrics, claim.metric);
  const fact = facts.get(claim.fact);
  if (!metric.variesInTime || !fact) return [];
  const alike = fact.claims.filter(
    (other) => other.source !== claim.source && speaks(other) && doAgree(claim, other),
  );
  const isOfTheirTime = (other: Claim) =>
    against.some((each) => areSimultaneous(other, each, metric));
  if (alike.some((other) => isOfTheirTime(other) && !isDoubtful(context, other))) return [];
  const elsewhen = alike.filter((other) => !isOfTheirTime(other));
  const [first] = elsewhen;
  const [contradicting] = against;
  if (first && contradicting)
    return [
      {
        support: "strong",
        claims: [claim, ...elsewhen, contradicting],
        note: `${figureInQuestion(context, doubt)} is what ${publisherName(dataset, first)} states ${forTime(first)}; ${valueInWords(dataset, contradicting)} is stated ${forTime(contradicting)}.`,
      },
    ];
  const { notBefore, notAfter } = claim.asOf;
  const isOpen = notBefore !== notAfter;
  return isOpen && contradicting && against.every(({ asOf }) => asOf.notBefore > notBefore)
    ? [
        {
          support: "weak",
          claims: [claim, contradicting],
          note: `The time for which ${publisherName(dataset, claim)} speaks is not known: it may be before ${formatDate(contradicting.asOf.notBefore)}, for which ${valueInWords(dataset, contradicting)} is stated.`,
        },
      ]
    : [];
}

/** `for 14 April 2025`, or `for a time between … and …`. */
const forTime = (claim: Claim): string =>
  claim.asOf.notBefore === claim.asOf.notAfter
    ? `for ${describeTime(claim)}`
    : `for a time ${describeTime(claim)}`;

/** The claims are about one question at times that cannot overlap, and each may be right for its own. */
function explainByStatedTimes({ dataset }: CauseContext, { claim, against }: Doubt): Explanation[] {
  const [other] = against;
  if (!other) return [];
  const [first, second] = [claim, other].map((each) => publisherName(dataset, each));
  const say = (each: Claim) => `${valueInWords(dataset, each)} ${forTime(each)}`;
  return [
    {
      support: "strong",
      claims: [claim, other],
      note: `${first} states ${say(claim)}, and ${first === second ? "" : `${second} states `}${say(other)}: each may be right for its own time.`,
    },
  ];
}

/** The date is that of another event of the same subject or, less telling, of another subject of its family. */
function explainByEvent(context: CauseContext, doubt: Doubt): Explanation[] {
  const { subjects } = context.dataset;
  const own = explainByMatch(context, doubt, (claim, match) => match.subject === claim.subject);
  if (own.length > 0) return own;
  return explainByMatch(context, doubt, (claim, match) => {
    const { family } = known(subjects, claim.subject);
    const isKin = match.subject === family || known(subjects, match.subject).family === family;
    // The same event of another subject is another row.
    return family !== null && isKin && match.metric !== claim.metric;
  }).flatMap((cause) => {
    const support = weaken(cause.support);
    return support === null ? [] : [{ ...cause, support }];
  });
}
