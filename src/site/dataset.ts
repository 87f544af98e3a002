/**
 * The bridge from authored files to pages: the bundler hands the raw text to core, which reads it once for the whole
 * build. A broken dataset stops the build with the full report.
 */
import { type Analysis, analyse } from "../core/analysis.ts";
import { buildDataset } from "../core/dataset/build-dataset.ts";
import { isExcepted } from "../core/lint/exceptions.ts";
import { formatPlace } from "../core/report/issue.ts";

const DATA_ROOT = "../data/";

const texts = import.meta.glob<string>("../data/**/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

function load(): Analysis {
  const files = new Map(
    Object.entries(texts).map(([path, text]) => [path.slice(DATA_ROOT.length), text]),
  );
  const { dataset, issues } = buildDataset(files);
  const faults = issues.filter(
    (issue) => !dataset.exceptions.some((exception) => isExcepted(issue, exception)),
  );
  if (faults.length > 0) {
    const report = faults.map(
      (issue) => `${formatPlace(issue)} ${issue.rule}: ${issue.message} → ${issue.next}`,
    );
    throw new Error(
      `The dataset has faults; npm run data:check shows them with more room.\n${report.join("\n")}`,
    );
  }
  return analyse(dataset);
}

/** The live dataset, analysed. */
export const analysis: Analysis = load();
