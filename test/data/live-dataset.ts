import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { readDataFolder } from "../../src/cli/data-folder.ts";
import { readProseFolder } from "../../src/cli/prose-folder.ts";
import type { Analysis } from "../../src/core/analysis.ts";
import { lintAuthored } from "../../src/core/lint/lint-authored.ts";

export const ROOT = resolve(import.meta.dirname, "../..");
const TEXTS = resolve(ROOT, "../shared/sources");

/** The committed data and prose, as `data:check` sees them. */
export const lint = lintAuthored(
  { root: "src/data", files: readDataFolder(join(ROOT, "src/data")) },
  { root: "src/content", files: readProseFolder(join(ROOT, "src/content")) },
);
export const dataset = lint.dataset;

/** The analysis of the committed data; throws where they have faults, which a test of its own lists. */
export function liveAnalysis(): Analysis {
  if (lint.analysis === null) throw new Error("The data have faults: run npm run data:check.");
  return lint.analysis;
}

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
