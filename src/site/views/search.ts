import type { Analysis } from "../../core/analysis.ts";
import { buildColumns, type ClaimColumns } from "../../core/columns/columns.ts";
import { known } from "../../core/dataset/dataset.ts";
import { describeValue } from "../../core/facts/describe.ts";
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
