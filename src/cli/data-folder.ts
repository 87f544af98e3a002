/** The adapter that fills the core's map of files from a folder. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Every YAML file below a folder, by its path within it with `/` as separator. What tools keep there (`.git`, `node_modules`) is nobody's
 * data, and is not walked. Throws when the folder does not exist.
 */
export function readDataFolder(folder: string): Map<string, string> {
  return new Map(
    dataFilesIn(folder, "")
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

function dataFilesIn(folder: string, within: string): string[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = `${within}${entry.name}`;
    if (entry.isDirectory()) return isOfTools(entry.name) ? [] : dataFilesIn(folder, `${path}/`);
    return /\.ya?ml$/.test(entry.name) && statSync(join(folder, path)).isFile() ? [path] : [];
  });
}

const isOfTools = (folder: string): boolean => folder.startsWith(".") || folder === "node_modules";
