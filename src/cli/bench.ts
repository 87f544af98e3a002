/** `npm run bench`: how long core takes, and how much memory, for many synthetic claims. `-- --claims <n> --runs <n>` */
import { parseArgs } from "node:util";
import { Bench } from "tinybench";
import { analyse } from "../core/analysis.ts";
import { buildDataset, type DatasetResult } from "../core/dataset/build-dataset.ts";
import { syntheticDataset } from "./synthetic-dataset.ts";

const { values } = parseArgs({
  options: {
    claims: { type: "string", default: "100000" },
    runs: { type: "string", default: "1" },
  },
});
const files = syntheticDataset(Number(values.claims));
let result: DatasetResult | undefined;
let discrepancies = 0;

const bench = new Bench({ iterations: Number(values.runs), time: 0, warmup: false })
  .add("buildDataset", () => {
    result = buildDataset(files);
  })
  .add("analyse", () => {
    if (result) discrepancies = analyse(result.dataset).discrepancies.size;
  });
await bench.run();

for (const { name, result: measured } of bench.tasks) {
  if (!("latency" in measured)) throw new Error(`${name} was not measured: ${measured.state}`);
  console.log(`${name.padEnd(14)}${(measured.latency.mean / 1000).toFixed(2)} s`);
}
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
console.log(
  `${result?.dataset.claims.size} claims in ${files.size} files, ${result?.issues.length} faults, ${discrepancies} discrepancies.`,
);
console.log(
  `Memory: ${megabytes(process.memoryUsage().heapUsed)} of heap in use, ${megabytes(process.resourceUsage().maxRSS * 1024)} resident at most.`,
);
