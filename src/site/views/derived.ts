/** What a computed figure in prose shows, closed and opened. */
import type { Analysis } from "../../core/analysis.ts";
import { type Claim, known } from "../../core/dataset/dataset.ts";
import {
  type Derivation,
  type DerivedMeasure,
  derive,
  isDerivation,
} from "../../core/derivation/derivation.ts";
import {
  formatDerived,
  formatDerivedRange,
  type SignShown,
} from "../../core/derivation/format-derived.ts";
import { describeFact, describeValue, publisherName } from "../../core/facts/describe.ts";
import { claimPath } from "../addresses.ts";
import { isInConflict } from "./evidence.ts";

/** A part of a formula: a sign, or an operand that leads to its claim. */
interface FormulaPart {
  readonly text: string;
  readonly href?: string;
}

interface DerivedOperand {
  /** What it is a figure of: `GPT-X on Bench Y`. */
  readonly title: string;
  readonly valueText: string;
  readonly publisher: string;
  readonly href: string;
  readonly isDisputed: boolean;
}

export interface DerivedView {
  readonly text: string;
  /** `54.6% − 33.2%`. */
  readonly formula: readonly FormulaPart[];
  readonly operands: readonly DerivedOperand[];
  /** Every value that the operands allow. */
  readonly range: string;
  /** Sources conflict on at least one operand. */
  readonly isDisputed: boolean;
}

/**
 * @param link turns a path of the site into an address (adds the base)
 * @throws RangeError for what cannot be computed; data:check refuses it with its place
 */
export function derivedView(
  analysis: Analysis,
  measure: DerivedMeasure,
  ids: readonly string[],
  sign: SignShown,
  link: (path: string) => string,
): DerivedView {
  const result = derive(
    measure,
    ids.map((id) => known(analysis.dataset.claims, id)),
  );
  if (!isDerivation(result)) throw new RangeError(`${ids.join(", ")}: ${result.fault}`);
  const operands = result.operands.map((claim) => operandOf(analysis, claim, link));
  return {
    text: formatDerived(result, sign),
    formula: formulaOf(measure, operands),
    operands,
    range: rangeOf(result),
    isDisputed: operands.some(({ isDisputed }) => isDisputed),
  };
}

function operandOf(
  analysis: Analysis,
  claim: Claim,
  link: (path: string) => string,
): DerivedOperand {
  const fact = known(analysis.factOfClaim, claim.id);
  return {
    title: describeFact(analysis.dataset, fact),
    valueText: describeValue(analysis.dataset, claim),
    publisher: publisherName(analysis.dataset, claim),
    href: link(claimPath(claim.id)),
    isDisputed: isInConflict(analysis, fact),
  };
}

function formulaOf(measure: DerivedMeasure, operands: readonly DerivedOperand[]): FormulaPart[] {
  const [own, other] = operands.map(({ valueText, href }) => ({ text: valueText, href })) as [
    FormulaPart,
    FormulaPart,
  ];
  const sum = operands.flatMap(({ valueText, href }, index) => [
    ...(index === 0 ? [] : [{ text: " + " }]),
    { text: valueText, href },
  ]);
  switch (measure) {
    case "difference":
      return [own, { text: " − " }, other];
    case "days":
      return [{ text: "from " }, other, { text: " to " }, own];
    case "ratio":
      return [own, { text: " ÷ " }, other];
    case "percent-change":
      return [{ text: "(" }, own, { text: " − " }, other, { text: ") ÷ " }, other];
    case "sum":
      return sum;
    case "mean":
      return [{ text: "(" }, ...sum, { text: `) ÷ ${operands.length}` }];
    default:
      return measure satisfies never;
  }
}

function rangeOf(derivation: Derivation): string {
  const { low, high } = derivation.interval;
  const range = formatDerivedRange(derivation);
  return low !== null && low === high
    ? "Each operand is exact, and so is the result, but for rounding."
    : `The operands are rounded as printed; the result can be ${range}.`;
}
