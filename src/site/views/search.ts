import type { Analysis } from "../../core/analysis.ts";
import { buildColumns, type ClaimColumns } from "../../core/columns/columns.ts";
import { type Claim, known } from "../../core/dataset/dataset.ts";
import { describeValue, nameInSentence, publisherName } from "../../core/facts/describe.ts";
import { sharpestDiscrepancies } from "./discrepancy.ts";
import { claimLists } from "./explorer.ts";
import { factSummary } from "./fact.ts";

/** The claim columns of the live dataset, with the words that pages use. */
export function searchColumns(analysis: Analysis): ClaimColumns {
  const particulars = new Map(
    [...analysis.facts.values()].map((fact) => [fact.id, factSummary(analysis, fact).particulars]),
  );
  return buildColumns(analysis, {
    valueText: (id) => describeValue(analysis.dataset, known(analysis.dataset.claims, id)),
    particulars: (id) => particulars.get(known(analysis.factOfClaim, id).id) ?? "",
  });
}

interface SearchExample {
  /** What is typed. */
  readonly query: string;
  /** What it finds. */
  readonly finds: string;
}

/** Searches that find something in this dataset: the benchmark with most claims, the figure of a conflict, a model with what it costs or can, a publisher. */
export function searchExamples(analysis: Analysis): SearchExample[] {
  const { dataset } = analysis;
  const { scores, otherMetrics, subjects } = claimLists(analysis);
  const [benchmark] = scores;
  const [sharpest] = sharpestDiscrepancies(analysis, (path) => path, 1);
  const disputed = sharpest && conflictingFigure(analysis, sharpest.id);
  const [model] = subjects.filter(({ id }) => known(dataset.subjects, id).kind === "model");
  const [measure] = otherMetrics.filter(({ id }) => {
    const { kind } = known(dataset.metrics, id);
    return (
      (kind === "price" || kind === "limit") &&
      [...dataset.claims.values()].some(
        (claim) => claim.metric === id && claim.subject === model?.id,
      )
    );
  });
  const [source] = claimLists(analysis).sources.filter(
    ({ publisher }) => publisher !== disputed?.publisher,
  );
  return [
    ...(benchmark ? [{ query: benchmark.text, finds: "claims on a benchmark" }] : []),
    ...(disputed
      ? [{ query: disputed.figure, finds: "claims equal to a figure, or rounding to it" }]
      : []),
    ...(model && measure
      ? [
          {
            query: `${model.text} ${nameInSentence(known(dataset.metrics, measure.id))}`,
            finds: "one model and one measure",
          },
        ]
      : []),
    ...(source ? [{ query: source.publisher, finds: "what a publisher states" }] : []),
  ];
}

/** The figure in a conflict that does not stand, and who prints it. */
function conflictingFigure(
  analysis: Analysis,
  id: string,
): { readonly figure: string; readonly publisher: string } | undefined {
  const { dataset } = analysis;
  const { facts, claims } = known(analysis.discrepancies, id);
  const standing = facts.flatMap((fact) => known(analysis.standings, fact).claims);
  const isFigure = ({ quantity }: Claim) => quantity?.kind === "number";
  const stated = claims.filter(isFigure);
  const claim = stated.find((each) => !standing.includes(each)) ?? stated[0];
  return (
    claim && {
      figure: describeValue(dataset, claim),
      publisher: publisherName(dataset, claim),
    }
  );
}
