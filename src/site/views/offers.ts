/** What a model can be had for: its prices for input, cached input and output, put together for the calculator. */
import type { Analysis } from "../../core/analysis.ts";
import { known, type Metric } from "../../core/dataset/dataset.ts";
import { describeConditions } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { divide, multiply, subtract } from "../../core/quantity/decimal.ts";
import { hull, type Interval, middleOf } from "../../core/quantity/interval.ts";
import { parseNumeral } from "../../core/quantity/numeral.ts";
import { compareText } from "../../core/report/issue.ts";
import type { Conditions } from "../../core/schema/conditions.ts";
import { claimPath, subjectPath } from "../addresses.ts";
import {
  formatMoney,
  type Offer,
  type OfferPrice,
  type PromptTier,
  type Range,
} from "../workload.ts";
import { isInConflict } from "./evidence.ts";
import { modelOrder } from "./model-order.ts";
import { standingView } from "./standing.ts";

/** The metrics that price input, cached input and output apart. */
export interface PriceParts {
  readonly input: Metric;
  readonly cached: Metric;
  readonly output: Metric;
  /** The metric that averages them. */
  readonly average: Metric;
}

const TOKEN_PRICE = "usd-per-million-tokens";

/**
 * The three metrics that an average price mixes. Which is which the registry says: the cached price is never above that of
 * input, and the one left is that of output. Null where no metric mixes three such prices.
 */
export function pricePartsOf({ dataset }: Analysis): PriceParts | null {
  for (const average of dataset.metrics.values()) {
    if (average.unit !== TOKEN_PRICE || average.mixOf?.length !== 3) continue;
    const parts = average.mixOf.map((id) => known(dataset.metrics, id));
    const cached = parts.find(({ neverAbove }) =>
      neverAbove.some((id) => average.mixOf?.includes(id)),
    );
    const input = parts.find(({ id }) => cached?.neverAbove.includes(id));
    const output = parts.find((part) => part !== cached && part !== input);
    if (input && cached && output) return { input, cached, output, average };
  }
  return null;
}

/** The level fact of a subject and metric under given conditions, or failing that under none. */
function factFor(facts: readonly Fact[], metric: Metric, conditions: Conditions): Fact | undefined {
  const wanted = describeConditions(conditions);
  const own = facts.filter((fact) => fact.metric === metric.id);
  return (
    own.find((fact) => describeConditions(fact.conditions) === wanted) ??
    own.find((fact) => describeConditions(fact.conditions) === "")
  );
}

const rangeOf = (interval: Interval | null): Range | null =>
  interval?.low && interval.high ? { low: interval.low, high: interval.high } : null;

/** What stands for a price; null where no figure does. */
function priceOf(
  analysis: Analysis,
  fact: Fact | undefined,
  link: (path: string) => string,
): OfferPrice | null {
  if (!fact) return null;
  const standing = known(analysis.standings, fact.id);
  const stands = rangeOf(standing.interval);
  const [claim] = standing.claims;
  if (!stands || !claim) return null;
  // A single figure may be described and not listed; the sum takes what is printed.
  const all = fact.claims.flatMap(({ interval }) => interval ?? []);
  const [first, ...others] = all;
  const stated = first ? rangeOf(others.reduce(hull, first)) : null;
  const isOpen = isInConflict(analysis, fact) && standing.basis !== "verdict";
  const isWider = stated !== null && (stated.low !== stands.low || stated.high !== stands.high);
  return {
    text: standingView(analysis, fact).text,
    href: link(claimPath(claim.id)),
    stands,
    stated: isOpen && isWider ? stated : null,
  };
}

const TIER = /^(≤|<|>|≥)\s*(.+)$/;

function tierOf({ "prompt-tier": tier }: Conditions): PromptTier | null {
  const [, sign = "", bound = ""] = TIER.exec(tier ?? "") ?? [];
  const numeral = parseNumeral(bound);
  return numeral ? { bound: numeral.value, isAbove: sign === ">" || sign === "≥" } : null;
}

/**
 * Every model whose input and output prices some source states, by tier, modality and snapshot; those of the releases first. Where a
 * discount for batches is stated, a second offer is worked out from it.
 */
export function offersOf(analysis: Analysis, link: (path: string) => string): Offer[] {
  const { dataset } = analysis;
  const parts = pricePartsOf(analysis);
  if (!parts) return [];
  const levels = [...analysis.facts.values()].filter(({ measure }) => measure === "level");
  const order = modelOrder(analysis);
  return levels
    .filter(({ metric }) => metric === parts.input.id)
    .sort((one, other) => order(one.subject, other.subject) || compareText(one.id, other.id))
    .flatMap((inputFact) => {
      const { subject, conditions } = inputFact;
      const own = levels.filter((fact) => fact.subject === subject);
      const priceFor = (metric: Metric) =>
        priceOf(analysis, factFor(own, metric, conditions), link);
      const input = priceOf(analysis, inputFact, link);
      const output = priceFor(parts.output);
      if (!input || !output) return [];
      const offer: Offer = {
        id: [subject, ...Object.values(conditions)].join(" "),
        name: known(dataset.subjects, subject).name,
        href: link(subjectPath(subject)),
        note: describeConditions(conditions),
        // A snapshot repeats its model for those who look for it.
        isChosen: conditions.snapshot === undefined,
        tier: tierOf(conditions),
        prices: { input, cached: priceFor(parts.cached), output },
      };
      return [offer, ...batchOffer(analysis, parts, offer, own, link)];
    });
}

/**
 * The same model at its discount for another way of service: a metric that is a percent change of the input price under a service
 * tier, against the input price without. No source says that the cached price is discounted as well, so it is left out.
 */
function batchOffer(
  analysis: Analysis,
  parts: PriceParts,
  offer: Offer,
  own: readonly Fact[],
  link: (path: string) => string,
): Offer[] {
  if (offer.note !== "") return [];
  return own.flatMap((fact) => {
    const metric = known(analysis.dataset.metrics, fact.metric);
    const rule = metric.followsFrom;
    const tier = rule?.of.conditions["service-tier"];
    const isDiscount = rule?.measure === "percent-change" && rule.isDecrease;
    if (!isDiscount || tier === undefined || rule.of.metric !== parts.input.id) return [];
    const discount = priceOf(analysis, fact, link);
    // A discount is set, not measured: it is what is printed, and not all that rounds to it.
    const printed = discount && middleOf(discount.stands);
    if (!discount || !printed) return [];
    const kept = divide(subtract("100", printed), "100");
    const reduced = (price: OfferPrice): OfferPrice => {
      const times = (range: Range): Range => ({
        low: multiply(range.low, kept),
        high: multiply(range.high, kept),
      });
      const stands = times(price.stands);
      return {
        text: formatMoney(stands.low),
        href: discount.href,
        stands,
        stated: price.stated && times(price.stated),
      };
    };
    return [
      {
        ...offer,
        id: `${offer.id} ${tier}`,
        note: `${tier}, worked out from a discount of ${discount.text}`,
        isChosen: false,
        prices: {
          input: reduced(offer.prices.input),
          cached: null,
          output: reduced(offer.prices.output),
        },
      },
    ];
  });
}
