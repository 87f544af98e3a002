import { computeChange, isChange, operandsOf } from "../checks/operands.ts";
import { numericWorking, printedValues } from "../checks/recomputation.ts";
import { type Claim, known } from "../dataset/dataset.ts";
import { describeValue, publisherName } from "../facts/describe.ts";
import { compareClaims } from "../facts/fact.ts";
import { absolute, roundToPlaces, toDecimal } from "../quantity/decimal.ts";
import type { Numeral } from "../quantity/numeral.ts";
import type { Cause, CauseContext, Doubt, Hypothesis } from "./cause.ts";
import { type Slip, slipOfDates, slipOfFigures } from "./slips.ts";

/** A slip of hand, eye or ear turns what stands into what is stated, or the source garbles a name beside the figure. */
export const transcription: Hypothesis = {
  kind: "transcription",
  explains: ["value-conflict", "date-conflict", "arithmetic", "impossible"],
  explain(context, doubt) {
    const slips =
      doubt.finding.kind === "arithmetic"
        ? explainResult(context, doubt)
        : explainFigure(context, doubt);
    return slips.length > 0 ? slips : explainByGarbledName(context, doubt);
  },
};

type Explanation = Omit<Cause, "kind">;

function explainFigure(context: CauseContext, doubt: Doubt): Explanation[] {
  const { dataset } = context;
  for (const against of doubt.against) {
    // Of two sides neither is the slip: they are told in one order, whichever is looked at.
    const [claim, other] = doubt.isDisputed
      ? ([doubt.claim, against].sort(compareClaims) as [Claim, Claim])
      : [doubt.claim, against];
    // Whoever ran a test has read nobody's figure off, so that a likeness of digits is chance.
    if ([claim, other].every((each) => isOwnMeasurement(context, each))) continue;
    const slip = slipBetween(claim, other);
    if (!slip) continue;
    const whose = (each: Claim) => (doubt.isDisputed ? `${publisherName(dataset, each)}’s ` : "");
    return [
      {
        support: slip.support,
        claims: [claim, other],
        note: `${whose(claim)}${describeValue(dataset, claim)} is ${whose(other)}${describeValue(dataset, other)} ${slip.words}.`,
      },
    ];
  }
  return [];
}

const isOwnMeasurement = ({ dataset }: CauseContext, { measuredBy, source }: Claim): boolean =>
  measuredBy !== null && measuredBy === known(dataset.sources, source).publisher;

const numeralOf = ({ quantity }: Claim): Numeral | null =>
  quantity?.kind === "number" && quantity.from === quantity.to ? quantity.from : null;

function slipBetween(claim: Claim, other: Claim): Slip | null {
  if (claim.quantity?.kind === "date" && other.quantity?.kind === "date")
    return slipOfDates(claim.quantity.printed, other.quantity.printed);
  const [one, another] = [numeralOf(claim), numeralOf(other)];
  return one && another && claim.unit === other.unit
    ? slipOfFigures(one.value, another.value)
    : null;
}

/** A stated change that is one slip away from what its operands give. */
function explainResult(context: CauseContext, { claim }: Doubt): Explanation[] {
  const stated = numeralOf(claim);
  if (!isChange(claim.measure) || stated === null) return [];
  const places = stated.step.split(".")[1]?.length ?? 0;
  for (const { own, other } of operandsOf(context, claim)) {
    const result = computeChange(
      claim.measure,
      printedValues(own),
      printedValues(other),
      claim.direction === "down",
    );
    if (result?.low == null || result.low !== result.high) continue;
    const slip = slipOfFigures(
      stated.value,
      toDecimal(roundToPlaces(absolute(result.low), places)),
    );
    const { figure } = numericWorking(claim, { text: "", claims: [] }, result, result, false);
    if (slip && figure !== null)
      return [
        {
          support: slip.support,
          claims: [claim, own, other],
          note: `${describeValue(context.dataset, own)} and ${describeValue(context.dataset, other)} give ${figure}; ${describeValue(context.dataset, claim)} is that ${slip.words}.`,
        },
      ];
  }
  return [];
}

/** Where the ear or the eye went wrong on a name it may have done so on the figure beside it. */
function explainByGarbledName({ dataset }: CauseContext, { claim }: Doubt): Explanation[] {
  const named = [
    [claim.asWritten.subject, known(dataset.subjects, claim.subject)],
    [claim.asWritten.metric, known(dataset.metrics, claim.metric)],
  ] as const;
  for (const [written, { name, aliases }] of named) {
    const alias = aliases.find((each) => each.name === written);
    if (alias?.kind === "garbled" || alias?.kind === "transcription")
      return [
        {
          support: "weak",
          claims: [claim],
          note: `${publisherName(dataset, claim)} writes “${written}” for ${name}: where the name is garbled, the figure beside it may be too.`,
        },
      ];
  }
  return [];
}
