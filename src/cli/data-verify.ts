/** `npm run data:verify -- --texts <dir>`: every quote stands in its source's text, every cell resolves. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildDataset } from "../core/dataset/build-dataset.ts";
import { verifyEvidence } from "../core/evidence/verify.ts";
import { proposeName } from "../core/report/near-name.ts";
import { readDataFolder } from "./data-folder.ts";
import { readArguments } from "./options.ts";
import { formatIssuesForTerminal, summariseIssues } from "./reporters/terminal.ts";

const USAGE = `npm run data:verify -- --texts <dir> [--source <id>]

Looks up every quote and every cell in the stored text of its source.

  --texts <dir>     the folder that holds the texts
  --source <id>     verify this source only
  --data <dir>      the data folder (src/data)`;

const { values } = readArguments(USAGE, {
  options: {
    texts: { type: "string" },
    data: { type: "string", default: "src/data" },
    // Whoever holds the text of one source only can verify that one.
    source: { type: "string" },
  },
});
if (values.texts === undefined || !existsSync(values.texts)) {
  console.error(
    values.texts === undefined
      ? "Where are the stored texts? Give their folder: npm run data:verify -- --texts <dir>"
      : `There is no folder ${values.texts}. Give the folder that holds the stored texts: npm run data:verify -- --texts <dir>`,
  );
  process.exit(1);
}
if (!existsSync(values.data)) {
  console.error(
    `There is no folder ${values.data}. Run from the project's folder, or give the data folder with --data <dir>.`,
  );
  process.exit(1);
}
const folder = values.texts;
const texts = new Map(
  readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [name, readFileSync(join(folder, name), "utf8")] as const),
);
const { dataset, issues: formIssues } = buildDataset(readDataFolder(values.data), values.data);
if (values.source !== undefined && !dataset.sources.has(values.source)) {
  console.error(
    `There is no source ${values.source}. ${proposeName(values.source, dataset.sources.keys(), "give its publisher and document")}`,
  );
  process.exit(1);
}
const { issues, counts, skipped } = verifyEvidence(dataset, texts, values.source);
const all = [...formIssues, ...issues];
if (all.length > 0) console.error(`${formatIssuesForTerminal(all)}\n`);
for (const [source, count] of counts) {
  const why = skipped.get(source);
  console.log(
    `${source}: ${why === undefined ? `${count.quotes} quotes, ${count.cells} cells, ${count.records} records` : `skipped, it ${why} (${count.records})`}`,
  );
}
console.log(`Verified against ${folder}: ${summariseIssues(all)}.`);
process.exitCode = all.length > 0 ? 1 : 0;
