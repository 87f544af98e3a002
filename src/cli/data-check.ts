/** `npm run data:check`: all faults of the authored data, each with its place and the next step; exit code 1 if there is one. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildDataset } from "../core/dataset/build-dataset.ts";
import { readDataFolder } from "./data-folder.ts";
import { formatIssuesForTerminal, summariseIssues } from "./reporters/terminal.ts";

const { values } = parseArgs({ options: { data: { type: "string", default: "src/data" } } });
if (!existsSync(values.data)) {
  console.error(`There is no folder ${values.data}. Run from the project's folder, or give the data folder with --data <dir>.`);
  process.exit(1);
}
const { dataset, issues } = buildDataset(readDataFolder(values.data), values.data);
if (issues.length > 0) console.error(`${formatIssuesForTerminal(issues)}\n`);
console.log(
  `${values.data}: ${dataset.sources.size} sources, ${dataset.claims.size} claims, ${dataset.metrics.size} metrics, ${dataset.subjects.size} subjects: ${summariseIssues(issues)}.`,
);
process.exitCode = issues.length > 0 ? 1 : 0;
