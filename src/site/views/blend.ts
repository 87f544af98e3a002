/** How stated average prices arise from list prices: the mixes that give each, and whether one mix can give several. */
import type { Analysis } from "../../core/analysis.ts";
import { type Claim, known, type Metric } from "../../core/dataset/dataset.ts";
import { joinWords, publisherName } from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import {
  averageAt,
  averagesOver,
  commonRatio,
  doesMixGive,
  type Fraction,
  formatFraction,
  irreconcilable,
  type MixShares,
  mixesThatGive,
  type StatedBlend,
  simplestMixes,
} from "../../core/quantity/blend.ts";
import { divide, roundToPlaces } from "../../core/quantity/decimal.ts";
import { type Interval, middleOf } from "../../core/quantity/interval.ts";
import { intervalOf } from "../../core/quantity/quantity.ts";
import { claimPath } from "../addresses.ts";
import { countWord } from "../format-count.ts";
import type { PricingExamples } from "../pricing-examples.ts";
import { printApostrophes } from "../typography.ts";
import { type Link, metricLink, subjectLink } from "./claim.ts";
import { type PriceParts, pricePartsOf } from "./offers.ts";
import { standingView } from "./standing.ts";

interface Price extends Link {
  /** The metric in the words of the registry. */
  readonly metric: string;
}

interface BlendEntry {
  readonly subject: Link;
  /** The average as stated, linked to its claim. */
  readonly stated: Link;
  readonly statedBy: string;
  /** What its last digit leaves open: `$1.835 to $1.845`. */
  readonly range: string;
  readonly prices: readonly Price[];
  /** The least and the greatest share of each kind of tokens in mixes that give it, in the order of `prices`. */
  readonly shares: readonly string[];
  /** The simplest mixes that give it, as `17 : 2 : 0`. */
  readonly examples: readonly string[];
  /** What the mixes that people name give. */
  readonly named: readonly {
    readonly mix: string;
    readonly gives: string;
    readonly fits: boolean;
  }[];
  /** The corners of the region of mixes that give it, for the drawing; empty where none does. */
  readonly region: readonly MixShares[];
}

export interface BlendView {
  readonly metric: Link;
  readonly definition: string;
  /** Who states the averages. */
  readonly owner: string;
  /** Names of the three parts, in the order of every mix. */
  readonly parts: readonly string[];
  readonly entries: readonly BlendEntry[];
  /** Whether one mix gives all of them, in a sentence. */
  readonly isReconcilable: boolean;
  readonly finding: string;
  /** For each smallest set that no one mix gives, the reasoning in steps. */
  readonly proofs: readonly { readonly about: string; readonly steps: readonly string[] }[];
  /** Where all can come from one mix: examples of such mixes. */
  readonly joint: readonly string[];
}

/** Of a mix in whole parts, at most this many are shown as examples of one average. */
const MOST_PARTS = 24;
const EXAMPLES = 4;

interface Candidate {
  readonly fact: Fact;
  readonly claim: Claim;
  readonly blend: StatedBlend;
  readonly prices: readonly {
    readonly metric: Metric;
    readonly claim: Claim;
    readonly text: string;
  }[];
}

/** One for each owner of models of which an average and the prices it averages are stated. */
export function blendViews(
  analysis: Analysis,
  mixes: PricingExamples["mixes"],
): readonly BlendView[] {
  const parts = pricePartsOf(analysis);
  if (!parts) return [];
  const groups = new Map<string, Candidate[]>();
  for (const fact of analysis.facts.values()) {
    if (fact.metric !== parts.average.id || fact.measure !== "level") continue;
    const candidate = candidateOf(analysis, parts, fact);
    if (!candidate) continue;
    const { owner } = known(analysis.dataset.subjects, fact.subject);
    const group = groups.get(owner);
    if (group) group.push(candidate);
    else groups.set(owner, [candidate]);
  }
  const released = [...analysis.dataset.releases.values()].flatMap(({ subjects }) => subjects);
  const rank = ({ fact }: Candidate) =>
    released.includes(fact.subject) ? released.indexOf(fact.subject) : released.length;
  return [...groups].map(([owner, candidates]) =>
    blendView(
      analysis,
      parts,
      owner,
      candidates.sort((one, other) => rank(one) - rank(other)),
      mixes,
    ),
  );
}

function candidateOf(analysis: Analysis, parts: PriceParts, fact: Fact): Candidate | null {
  const standing = known(analysis.standings, fact.id);
  const [claim] = standing.claims;
  if (standing.shows !== "figure" || !claim?.quantity) return null;
  // An average is a result and no listed price: it stands for whatever rounds to it.
  const stated = intervalOf(claim.quantity, { qualifier: claim.qualifier ?? undefined });
  const prices = [parts.input, parts.cached, parts.output].flatMap((metric) => {
    const price = [...analysis.facts.values()].find(
      (each) =>
        each.subject === fact.subject &&
        each.metric === metric.id &&
        each.measure === "level" &&
        JSON.stringify(each.conditions) === JSON.stringify(fact.conditions),
    );
    const stands = price && known(analysis.standings, price.id);
    const [carrier] = stands?.claims ?? [];
    const value = stands?.shows === "figure" ? stands.interval : null;
    return price && carrier && value && middleOf(value) !== null
      ? [{ metric, claim: carrier, text: standingView(analysis, price).text, value }]
      : [];
  });
  const [input, cached, output] = prices.map(({ value }) => middleOf(value));
  if (!stated || !input || !cached || !output) return null;
  return { fact, claim, blend: { prices: [input, cached, output], stated }, prices };
}

function blendView(
  analysis: Analysis,
  parts: PriceParts,
  owner: string,
  candidates: readonly Candidate[],
  mixes: PricingExamples["mixes"],
): BlendView {
  const blends = candidates.map(({ blend }) => blend);
  const conflicts = irreconcilable(blends);
  const nameOf = (position: number) =>
    known(analysis.dataset.subjects, candidates[position]?.fact.subject ?? "").name;
  const isReconcilable = conflicts.length === 0;
  return {
    metric: metricLink(analysis, parts.average.id),
    definition: printApostrophes(parts.average.definition),
    owner: known(analysis.dataset.subjects, owner).name,
    parts: [parts.input.name, parts.cached.name, parts.output.name],
    entries: candidates.map((candidate) => entryOf(analysis, candidate, mixes)),
    isReconcilable,
    finding: findingOf(blends, conflicts, nameOf),
    proofs: conflicts.map((set) => proofOf(blends, set, nameOf)),
    joint: isReconcilable && blends.length > 1 ? jointMixes(blends) : [],
  };
}

function entryOf(
  analysis: Analysis,
  { fact, claim, blend, prices }: Candidate,
  mixes: PricingExamples["mixes"],
): BlendEntry {
  const region = mixesThatGive([blend]);
  return {
    subject: subjectLink(analysis, fact.subject),
    stated: { text: standingView(analysis, fact).text, path: claimPath(claim.id) },
    statedBy: publisherName(analysis.dataset, claim),
    range: formatInterval(blend.stated),
    prices: prices.map((price) => ({
      metric: price.metric.name,
      text: price.text,
      path: claimPath(price.claim.id),
    })),
    shares: shareRanges(region),
    examples: simplestMixes(blend, MOST_PARTS, EXAMPLES).map((mix) => mix.join(" : ")),
    named: mixes.map(({ name, parts: { input, cached, output } }) => {
      const mix = [Number(input), Number(cached), Number(output)] as const;
      return {
        mix: name,
        gives: `$${trim(averageAt(mix, blend.prices))}`,
        fits: doesMixGive(mix, blend),
      };
    }),
    region,
  };
}

/** At most four places, and never fewer than two: `1.84`, `0.1063`. */
function trim(value: string): string {
  const [whole = "0", places = ""] = roundToPlaces(value, 4).split(".");
  return `${whole}.${places.replace(/0+$/, "").padEnd(2, "0")}`;
}

const formatInterval = ({ low, high }: Interval): string =>
  low === null || high === null
    ? `$${trim(low ?? high ?? "0")}`
    : low === high
      ? `$${trim(low)}`
      : `$${trim(low)} to $${trim(high)}`;

const formatFractions = (range: { low: Fraction; high: Fraction }): string => {
  const [low, high] = [trim(formatFraction(range.low, 8)), trim(formatFraction(range.high, 8))];
  return low === high ? `$${low}` : `between $${low} and $${high}`;
};

function shareRanges(region: readonly MixShares[]): string[] {
  const unit = ["1", "0", "0"] as const;
  return [0, 1, 2].map((part) => {
    // The share of a part is the average of prices that are one for it and zero for the others.
    const prices = unit.map((_, index) => (index === part ? "1" : "0"));
    const range = averagesOver(region, [prices[0] ?? "0", prices[1] ?? "0", prices[2] ?? "0"]);
    if (!range) return "none";
    const percent = (share: Fraction) =>
      roundToPlaces(formatFraction({ ...share, numerator: share.numerator * 100n }, 6), 1).replace(
        /\.0$/,
        "",
      );
    const [low, high] = [percent(range.low), percent(range.high)];
    return low === high ? `${low}%` : `${low}% to ${high}%`;
  });
}

function findingOf(
  blends: readonly StatedBlend[],
  conflicts: readonly (readonly number[])[],
  nameOf: (position: number) => string,
): string {
  if (blends.length < 2) return "One average alone says nothing about a common mix.";
  const all = blends.length === 2 ? "both" : `all ${countWord(blends.length)}`;
  if (conflicts.length === 0)
    return `One mix of tokens can give ${all} averages, so they may be one calculation.`;
  const impossible = conflicts.filter((set) => set.length === 1);
  if (impossible.length > 0)
    return `${joinWords(impossible.map(([position = 0]) => nameOf(position)))}: no mix of its prices gives the stated average at all.`;
  const everyPair = (blends.length * (blends.length - 1)) / 2;
  const isEveryPair =
    conflicts.filter((set) => set.length === 2).length === everyPair && blends.length > 2;
  return `No one mix of tokens gives ${all} averages${isEveryPair ? ", nor any two of them" : ""}. Whoever computed them used different mixes, or prices other than these.`;
}

/** Why no one mix gives a set of averages: what the mixes that give the others make of each. */
function proofOf(
  blends: readonly StatedBlend[],
  set: readonly number[],
  nameOf: (position: number) => string,
): { about: string; steps: string[] } {
  const names = joinWords(set.map(nameOf));
  const steps = set.flatMap((position) => {
    const blend = blends[position] as StatedBlend;
    const given = set.filter((other) => other !== position);
    const region = mixesThatGive(given.map((other) => blends[other] as StatedBlend));
    const range = averagesOver(region, blend.prices);
    if (!range) return [];
    const stated = formatInterval(blend.stated);
    if (given.length === 0)
      return [
        `Whatever the mix, ${nameOf(position)} costs ${formatFractions(range)} on average. The source states ${stated}.`,
      ];
    const held = joinWords(
      given.map(
        (other) => `${formatInterval((blends[other] as StatedBlend).stated)} for ${nameOf(other)}`,
      ),
    );
    return [
      `With any mix that gives ${held}, ${nameOf(position)} costs ${formatFractions(range)}. The source states ${stated}, which lies outside.`,
    ];
  });
  return { about: names, steps: [...ratioStep(blends, set, nameOf), ...steps] };
}

/** Where all prices of one are the same multiple of the other's, so are all averages: the shortest way to see it. */
function ratioStep(
  blends: readonly StatedBlend[],
  set: readonly number[],
  nameOf: (position: number) => string,
): string[] {
  const [first = 0, second = 0] = set;
  const [one, other] = [blends[first], blends[second]];
  if (set.length !== 2 || !one || !other) return [];
  const ratio = commonRatio(one.prices, other.prices);
  const [statedOne, statedOther] = [middleOf(one.stated), middleOf(other.stated)];
  if (ratio === null || statedOne === null || statedOther === null) return [];
  const statedRatio = roundToPlaces(divide(statedOne, statedOther), 2);
  return [
    `Each of the three prices of ${nameOf(first)} is ${ratio} times that of ${nameOf(second)}, so with the same mix its average must be ${ratio} times as high too. The stated average is ${statedRatio} times as high.`,
  ];
}

/** Mixes in whole parts that give every one of the averages. */
function jointMixes(blends: readonly StatedBlend[]): string[] {
  const [first, ...others] = blends as [StatedBlend, ...StatedBlend[]];
  return simplestMixes(first, MOST_PARTS * 2, Number.POSITIVE_INFINITY)
    .filter((mix) => others.every((other) => doesMixGive(mix, other)))
    .slice(0, EXAMPLES)
    .map((mix) => mix.join(" : "));
}
