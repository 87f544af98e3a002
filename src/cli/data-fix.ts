/** `npm run data:fix`: repairs the quoting of authored data in place; comments and everything else stay as they are. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaOf } from "../core/dataset/build-dataset.ts";
import { fixScalarStyles } from "../core/dataset/fix-scalar-styles.ts";
import { readDataFolder } from "./data-folder.ts";
import { fail, readArguments } from "./options.ts";

const USAGE = `npm run data:fix [-- --data <dir>]

Repairs the quoting of authored data in place; comments and everything else stay as they are.

  --data <dir>    the data folder (src/data)`;

const { values } = readArguments(USAGE, {
  options: { data: { type: "string", default: "src/data" } },
});
if (!existsSync(values.data)) {
  fail(
    `There is no folder ${values.data}. Run from the project's folder, or give the data folder with --data <dir>.`,
  );
}
let fixed = 0;
for (const [path, text] of readDataFolder(values.data)) {
  const schema = schemaOf(path);
  if (!schema) continue;
  const result = fixScalarStyles(path, text, schema);
  if (result === text) continue;
  // Read again just before writing, so that an edit made meanwhile is never overwritten.
  if (readFileSync(join(values.data, path), "utf8") !== text) continue;
  writeFileSync(join(values.data, path), result);
  fixed++;
  console.log(`fixed ${values.data}/${path}`);
}
console.log(
  fixed === 0
    ? "Nothing to fix."
    : `Fixed ${fixed} ${fixed === 1 ? "file" : "files"}. Now run npm run data:check.`,
);
