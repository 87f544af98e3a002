/** The adapter that fills the core's map of files from a folder. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Every YAML file below a folder, by its path within it with `/` as separator. Throws when the folder does not exist. */
export function readDataFolder(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  for (const entry of entries) {
    const path = join(folder, entry);
    if (/\.ya?ml$/.test(entry) && statSync(path).isFile()) {
      files.set(relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8"));
    }
  }
  return files;
}
