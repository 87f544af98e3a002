// `npm run bench:search`: how long a keystroke waits for the claims, names and discrepancies of a query, with many synthetic claims.
//   node test/core/columns/bench-search.ts [--claims 10000] [--runs 20]

import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { syntheticDataset } from "../../../src/cli/synthetic-dataset.ts";
import { analyse } from "../../../src/core/analysis.ts";
import { buildColumns } from "../../../src/core/columns/columns.ts";
import { createClaimSearch } from "../../../src/core/columns/search-claims.ts";
import { buildDataset } from "../../../src/core/dataset/build-dataset.ts";

const { values } = parseArgs({
  options: {
    claims: { type: "string", default: "10000" },
    runs: { type: "string", default: "20" },
  },
});
const runs = Number(values.runs);

const { dataset, issues } = buildDataset(syntheticDataset(Number(values.claims)));
if (issues.length > 0) throw new Error(`The synthetic dataset has ${issues.length} faults.`);
const columns = buildColumns(analyse(dataset), { valueText: () => "", particulars: () => "" });

const milliseconds = (duration: number) => `${duration.toFixed(1)} ms`;
const start = performance.now();
const search = createClaimSearch(columns);
const prepared = performance.now() - start;

const [subject, metric] = [columns.subjects[0]?.names[0], columns.metrics[0]?.names[0]];
const QUERIES = [
  "5",
  "54.6",
  "$0.12",
  "14 April 2025",
  `${subject}`,
  `${metric} ${subject}`,
  `${metric} 54.6`,
  `who disagrees on ${metric}`,
  "a nmae that is mistypde",
];

process.stdout.write(
  `${columns.claims.key.length} claims; columns ${Math.round(gzipSync(JSON.stringify(columns)).length / 1024)} kB compressed; prepared in ${milliseconds(prepared)}\n`,
);
for (const query of QUERIES) {
  const times = Array.from({ length: runs }, () => {
    const asked = performance.now();
    search(query);
    return performance.now() - asked;
  }).sort((one, other) => one - other);
  const [median = 0, slowest = 0] = [times[runs >> 1], times.at(-1)];
  process.stdout.write(
    `${milliseconds(median)} median, ${milliseconds(slowest)} slowest: ${query} (${search(query).claims.length} claims)\n`,
  );
}
