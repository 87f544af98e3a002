import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { readDataFolder } from "../../src/cli/data-folder.ts";
import { readProseFolder } from "../../src/cli/prose-folder.ts";
import { type Analysis, analyse } from "../../src/core/analysis.ts";
import { lintAuthored } from "../../src/core/lint/lint-authored.ts";

export const ROOT = resolve(import.meta.dirname, "../..");
const TEXTS = resolve(ROOT, "../shared/sources");

/** The committed data and prose, as `data:check` sees them. */
export const lint = lintAuthored(
  { root: "src/data", files: readDataFolder(join(ROOT, "src/data")) },
  { root: "src/content", files: readProseFolder(join(ROOT, "src/content")) },
);
export const dataset = lint.dataset;

/** The analysis of what is sound in the data; that nothing is faulty has a test of its own. */
export const analysis: Analysis = lint.analysis ?? analyse(dataset);

/** The stored texts by file name; null on a machine that has none, since the project holds no source's text. */
export const texts: ReadonlyMap<string, string> | null = existsSync(TEXTS)
  ? new Map(
      readdirSync(TEXTS)
        .filter((name) => statSync(join(TEXTS, name)).isFile())
        .map((name) => [name, readFileSync(join(TEXTS, name), "utf8")] as const),
    )
  : null;

/** How the folder of texts is called in messages: from the project's folder, so that no machine is named. */
export const textsFolder: string = relative(ROOT, TEXTS);
