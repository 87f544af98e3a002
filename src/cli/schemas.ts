/** `npm run schemas`: writes the JSON Schemas by which editors complete and check authored data; `-- --check` only compares. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editorSchemas } from "./editor-schemas.ts";
import { readArguments } from "./options.ts";

const USAGE = `npm run schemas [-- --check] [--out <dir>]

Writes the JSON Schemas by which editors complete and check authored data.

  --check         compare only, and fail where one is stale
  --out <dir>     where they stand (schemas)`;

const { values } = readArguments(USAGE, {
  options: {
    check: { type: "boolean", default: false },
    out: { type: "string", default: "schemas" },
  },
});
const stale = [...editorSchemas()].filter(([name, text]) => {
  const path = join(values.out, name);
  return !existsSync(path) || readFileSync(path, "utf8") !== text;
});
for (const [name, text] of stale) {
  if (values.check) {
    console.error(`${join(values.out, name)} is not what the schemas in src/core/schema generate.`);
  } else {
    mkdirSync(values.out, { recursive: true });
    writeFileSync(join(values.out, name), text);
    console.log(`wrote ${join(values.out, name)}`);
  }
}
if (stale.length === 0) console.log(`The schemas in ${values.out} are fresh.`);
else if (values.check) console.error("Run npm run schemas, and commit what it writes.");
process.exitCode = values.check && stale.length > 0 ? 1 : 0;
