import { createExplorer, type Explorer } from "../../src/core/columns/explorer.ts";
import { buildExplorerColumns } from "../../src/core/columns/explorer-columns.ts";
import { describeConditions, describeValue } from "../../src/core/facts/describe.ts";
import { analysisOf, type DatasetParts } from "./dataset.ts";

/** The explorer of a small dataset, as a browser has it: its columns went through JSON. */
export function explorerOf(parts: DatasetParts): Explorer {
  const analysis = analysisOf(parts);
  const columns = buildExplorerColumns(analysis, {
    valueText: (claim) => describeValue(analysis.dataset, claim),
    particulars: ({ conditions, measure }) =>
      [describeConditions(conditions), measure === "level" ? "" : measure]
        .filter((part) => part !== "")
        .join("; "),
    sourceDate: (id) => analysis.dataset.sources.get(id)?.published ?? "undated",
  });
  return createExplorer(JSON.parse(JSON.stringify(columns)));
}
