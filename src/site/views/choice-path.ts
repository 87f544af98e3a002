/** The way to a variant by questions: authored questions, and at their ends what sources recommend. */
import type { Analysis } from "../../core/analysis.ts";
import { describeTime } from "../../core/checks/pairs.ts";
import { type Claim, type Evidence, known, type Release } from "../../core/dataset/dataset.ts";
import {
  describeConditions,
  describeValue,
  joinWords,
  publisherName,
} from "../../core/facts/describe.ts";
import type { Fact } from "../../core/facts/fact.ts";
import { speaks } from "../../core/facts/silence.ts";
import { formatDate } from "../../core/quantity/calendar.ts";
import { compareText } from "../../core/report/issue.ts";
import type { Status } from "../../core/verdicts/status.ts";
import { claimPath, factPath, metricPath } from "../addresses.ts";
import type { ChoiceAnswer, ChoiceQuestion } from "../choices.ts";
import { USES } from "./choice.ts";
import { type Link, sourceLink, subjectLink } from "./claim.ts";
import { type PriceParts, pricePartsOf } from "./offers.ts";
import { standingView } from "./standing.ts";

/** The anchor of a question or an end. */
const nodeId = (id: string): string => `choice-${id}`;
const ROOT = "start";

interface ChoiceStep {
  readonly text: string;
  readonly anchor: string;
}

interface Recommendation {
  readonly publisher: string;
  readonly path: string;
  readonly evidence: Evidence;
  /** Whether it advises against. */
  readonly isAgainst: boolean;
  /** The use of which it speaks. */
  readonly use: string;
}

interface VariantAdvice {
  readonly subject: Link;
  readonly statements: readonly Recommendation[];
  /** Names of the publishers that recommend it. */
  readonly recommendedBy: readonly string[];
  /** From when on it can no longer be used. */
  readonly ends: readonly StatedEnd[];
}

export interface ChoiceEnd {
  readonly kind: "end";
  readonly anchor: string;
  readonly title: string;
  readonly before: readonly ChoiceStep[];
  readonly uses: readonly (Link & { readonly definition: string })[];
  /** What the recommendations come to, in a sentence. */
  readonly summary: string;
  /** Where sources differ, in a sentence; null where they do not. */
  readonly disagreement: string | null;
  readonly advice: readonly VariantAdvice[];
}

interface ChoiceStop {
  readonly kind: "question";
  readonly anchor: string;
  readonly title: string;
  readonly before: readonly ChoiceStep[];
  readonly answers: readonly ChoiceStep[];
}

/** What bears on every choice: where a variant can be had, until when, and at which prices. */
interface VariantFacts {
  readonly subject: Link;
  readonly channels: readonly (ChannelAnswer | null)[];
  readonly ends: readonly StatedEnd[];
  readonly prices: readonly (Link | null)[];
}

interface ChannelAnswer {
  /** In the order of time, each leading to the claim that says so first: `no, 14 April 2025`, `yes, from 14 May 2025`. */
  readonly answers: readonly Link[];
  readonly path: string;
  readonly status: Status;
}

/** A date from which on a variant can no longer be used, as it stands. */
export interface StatedEnd extends Link {
  /** The channel that ends, and what else is stated of it; empty where the date is for all. */
  readonly where: string;
  readonly status: Status;
  /** The documents that state it, each leading to its words. */
  readonly sources: readonly Link[];
}

export interface ChoicePathView {
  readonly nodes: readonly (ChoiceStop | ChoiceEnd)[];
  readonly channels: readonly string[];
  readonly priceNames: readonly string[];
  readonly variants: readonly VariantFacts[];
}

/** @throws where the questions name a use that the registry does not have: the build stops */
export function choicePathView(
  analysis: Analysis,
  release: Release,
  root: ChoiceQuestion,
): ChoicePathView {
  const parts = pricePartsOf(analysis);
  return {
    nodes: [
      questionNode(ROOT, root.question, root.answers, []),
      ...nodesBelow(analysis, release, root.answers, [
        { text: root.question, anchor: nodeId(ROOT) },
      ]),
    ],
    channels: release.lanes.map(({ title }) => title),
    priceNames: parts ? [parts.input.name, parts.output.name] : [],
    variants: release.subjects.map((subject) => variantFacts(analysis, release, parts, subject)),
  };
}

const questionNode = (
  id: string,
  title: string,
  answers: readonly ChoiceAnswer[],
  before: readonly ChoiceStep[],
): ChoiceStop => ({
  kind: "question",
  anchor: nodeId(id),
  title,
  before,
  answers: answers.map((answer) => ({ text: answer.answer, anchor: nodeId(answer.id) })),
});

function nodesBelow(
  analysis: Analysis,
  release: Release,
  answers: readonly ChoiceAnswer[],
  before: readonly ChoiceStep[],
): (ChoiceStop | ChoiceEnd)[] {
  return answers.flatMap((answer): (ChoiceStop | ChoiceEnd)[] => {
    if (!answer.answers) return [endNode(analysis, release, answer, before)];
    const anchor = nodeId(answer.id);
    return [
      questionNode(answer.id, answer.question ?? answer.answer, answer.answers, before),
      ...nodesBelow(analysis, release, answer.answers, [
        ...before,
        { text: answer.answer, anchor },
      ]),
    ];
  });
}

function endNode(
  analysis: Analysis,
  release: Release,
  answer: ChoiceAnswer,
  before: readonly ChoiceStep[],
): ChoiceEnd {
  const uses = (answer.uses ?? []).map((id) => {
    const metric = analysis.dataset.metrics.get(id);
    if (metric?.family !== USES)
      throw new Error(
        `The answer ${answer.id} of ${release.id} names ${id}, which is no metric of the family ${USES}: see src/data/metrics.`,
      );
    return metric;
  });
  const advice = release.subjects.map((subject) => {
    const claims = uses.flatMap((use) =>
      [...analysis.facts.values()]
        .filter(
          (fact) => fact.subject === subject && fact.metric === use.id && fact.measure === "level",
        )
        .flatMap((fact) => fact.claims.map((claim) => ({ claim, use: use.name }))),
    );
    const statements = claims.map(({ claim, use }) => statementOf(analysis, claim, use));
    return {
      subject: subjectLink(analysis, subject),
      statements,
      recommendedBy: [
        ...new Set(
          statements.filter(({ isAgainst }) => !isAgainst).map(({ publisher }) => publisher),
        ),
      ],
      ends: statedEnds(analysis, release, subject),
    };
  });
  // The variant that most publishers name comes first.
  const ordered = advice
    .map((each, order) => ({ each, order }))
    .sort(
      (one, other) =>
        other.each.recommendedBy.length - one.each.recommendedBy.length || one.order - other.order,
    )
    .map(({ each }) => each);
  return {
    kind: "end",
    anchor: nodeId(answer.id),
    title: answer.answer,
    before,
    uses: uses.map(({ id, name, definition }) => ({
      text: name,
      path: metricPath(id),
      definition,
    })),
    summary: summaryOf(ordered),
    disagreement: disagreementOf(ordered),
    advice: ordered,
  };
}

const statementOf = (analysis: Analysis, claim: Claim, use: string): Recommendation => ({
  publisher: publisherName(analysis.dataset, claim),
  path: claimPath(claim.id),
  evidence: claim.evidence,
  isAgainst: claim.quantity?.printed === "no",
  use,
});

const sourcesWords = (count: number): string =>
  count === 1 ? "one publisher" : `${count} publishers`;

/** `X is recommended by A and B; Y by A. No source says it of Z.` */
function summaryOf(advice: readonly VariantAdvice[]): string {
  const named = advice.filter(({ recommendedBy }) => recommendedBy.length > 0);
  const silent = advice.filter(({ statements }) => statements.length === 0);
  const sentences = [
    named.length === 0
      ? "No source recommends a variant for it."
      : `${named
          .map(({ subject, recommendedBy }, index) =>
            index === 0
              ? `${subject.text} is recommended by ${sourcesWords(recommendedBy.length)}, ${joinWords(recommendedBy)}`
              : `${subject.text} by ${joinWords(recommendedBy)}`,
          )
          .join("; ")}.`,
    ...(silent.length > 0 && named.length > 0
      ? [`No source says it of ${joinWords(silent.map(({ subject }) => subject.text))}.`]
      : []),
  ];
  return sentences.join(" ");
}

/**
 * Sources differ where one advises against what another recommends, and where publishers single out different variants. A
 * publisher that names several leaves the choice open.
 */
function disagreementOf(advice: readonly VariantAdvice[]): string | null {
  const against = advice.flatMap(({ subject, statements }) => {
    const names = [
      ...new Set(statements.filter(({ isAgainst }) => isAgainst).map(({ publisher }) => publisher)),
    ];
    return names.length > 0 ? [`${joinWords(names)} advises against ${subject.text}`] : [];
  });
  const choices = new Map<string, string[]>();
  for (const { subject, recommendedBy } of advice)
    for (const publisher of recommendedBy) {
      const named = choices.get(publisher);
      if (named) named.push(subject.text);
      else choices.set(publisher, [subject.text]);
    }
  const sets = new Set([...choices.values()].map((named) => named.join("|")));
  const differing =
    sets.size > 1
      ? [...choices].map(([publisher, named]) => `${publisher} names ${joinWords(named)}`)
      : [];
  const all = [...differing, ...against];
  return all.length === 0 ? null : `Sources differ: ${all.join("; ")}.`;
}

function variantFacts(
  analysis: Analysis,
  release: Release,
  parts: PriceParts | null,
  subject: string,
): VariantFacts {
  const levels = [...analysis.facts.values()].filter(
    (fact) => fact.subject === subject && fact.measure === "level",
  );
  return {
    subject: subjectLink(analysis, subject),
    channels: release.lanes.map(({ channel }) => {
      const fact = levels.find(
        ({ metric, conditions }) =>
          known(analysis.dataset.metrics, metric).kind === "availability" &&
          known(analysis.dataset.metrics, metric).family === "availability" &&
          conditions.channel === channel &&
          Object.keys(conditions).length === 1,
      );
      if (!fact) return null;
      return {
        answers: answersInTime(analysis, fact),
        path: factPath(fact.id),
        status: known(analysis.factStatuses, fact.id),
      };
    }),
    ends: statedEnds(analysis, release, subject),
    prices: (parts ? [parts.input, parts.output] : []).map(({ id }) => {
      const fact = levels.find(
        ({ metric, conditions }) => metric === id && Object.keys(conditions).length === 0,
      );
      return fact ? { text: standingView(analysis, fact).text, path: factPath(fact.id) } : null;
    }),
  };
}

/**
 * What sources answer, in the order of the days for which they say it; an answer that is repeated later is the same one. What is
 * said without a date comes last, unless a dated source says the same.
 */
function answersInTime({ dataset }: Analysis, fact: Fact): Link[] {
  const spoken = fact.claims.filter(speaks);
  const isDated = ({ asOf }: Claim) => asOf.notBefore === asOf.notAfter;
  const days = new Map<string, Claim[]>();
  for (const claim of spoken.filter(isDated)) {
    const day = days.get(claim.asOf.notBefore);
    if (day) day.push(claim);
    else days.set(claim.asOf.notBefore, [claim]);
  }
  const links: Link[] = [];
  let before = "";
  for (const [day, claims] of [...days].sort(([one], [other]) => compareText(one, other))) {
    const [first] = claims as [Claim, ...Claim[]];
    const answer = [...new Set(claims.map((claim) => describeValue(dataset, claim)))].join(" or ");
    if (answer === before) continue;
    // Nothing begins with a first "no".
    const isChange = before !== "" || first.quantity?.printed !== "no";
    links.push({
      text: `${answer}, ${isChange ? "from " : ""}${formatDate(day)}`,
      path: claimPath(first.id),
    });
    before = answer;
  }
  const said = new Set(spoken.filter(isDated).map((claim) => describeValue(dataset, claim)));
  for (const claim of spoken.filter((each) => !isDated(each))) {
    const answer = describeValue(dataset, claim);
    if (said.has(answer)) continue;
    said.add(answer);
    links.push({ text: `${answer}, undated, ${describeTime(claim)}`, path: claimPath(claim.id) });
  }
  return links;
}

/** Every date of a metric that marks an end, whichever it is: the registry says which does. */
function statedEnds(analysis: Analysis, release: Release, subject: string): StatedEnd[] {
  return [...analysis.facts.values()]
    .filter(
      (fact) =>
        fact.subject === subject &&
        fact.measure === "level" &&
        known(analysis.dataset.metrics, fact.metric).marks === "end" &&
        fact.claims.some(speaks),
    )
    .map((fact) => {
      const { channel, ...others } = fact.conditions;
      const lane = release.lanes.findIndex((each) => each.channel === channel);
      const beside = describeConditions(lane === -1 ? fact.conditions : others);
      const sources = new Map(
        [...fact.claims].filter(speaks).map((claim) => {
          const { publisher, text } = sourceLink(analysis, claim.source);
          return [
            claim.source,
            { text: `${publisher}, ${text}`, path: claimPath(claim.id) },
          ] as const;
        }),
      );
      return {
        text: standingView(analysis, fact).text,
        path: factPath(fact.id),
        where: [release.lanes[lane]?.title ?? "", beside].filter((part) => part !== "").join(", "),
        status: known(analysis.factStatuses, fact.id),
        sources: [...sources.values()],
        lane: lane === -1 ? release.lanes.length : lane,
      };
    })
    .sort((one, other) => one.lane - other.lane || compareText(one.path, other.path))
    .map(({ lane: _lane, ...end }) => end);
}
