/** The way to a variant by questions: authored questions, and at their ends what sources recommend. */
import type { Analysis } from "../../core/analysis.ts";
import { type Claim, type Evidence, known, type Release } from "../../core/dataset/dataset.ts";
import { describeValue, joinWords, publisherName } from "../../core/facts/describe.ts";
import type { Status } from "../../core/verdicts/status.ts";
import { claimPath, factPath, metricPath } from "../addresses.ts";
import type { ChoiceAnswer, ChoiceQuestion } from "../choices.ts";
import { USES } from "./choice.ts";
import { type Link, subjectLink } from "./claim.ts";
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

/** What bears on every choice: where a variant can be had, and at which prices. */
interface VariantFacts {
  readonly subject: Link;
  readonly channels: readonly (ChannelAnswer | null)[];
  readonly prices: readonly (Link | null)[];
}

interface ChannelAnswer extends Link {
  readonly status: Status;
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
      const values = [
        ...new Set(fact.claims.map((claim) => describeValue(analysis.dataset, claim))),
      ];
      return {
        text:
          values.length > 1
            ? `${joinWords(values)}, at different times or in conflict`
            : (values[0] ?? ""),
        path: factPath(fact.id),
        status: known(analysis.factStatuses, fact.id),
      };
    }),
    prices: (parts ? [parts.input, parts.output] : []).map(({ id }) => {
      const fact = levels.find(
        ({ metric, conditions }) => metric === id && Object.keys(conditions).length === 0,
      );
      return fact ? { text: standingView(analysis, fact).text, path: factPath(fact.id) } : null;
    }),
  };
}
