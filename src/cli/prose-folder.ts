/** The adapter that fills the core's map of prose from a folder. */
import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** Every Markdown and MDX file below a folder, by its path within it with `/` as separator. */
export function readProseFolder(folder: string): Map<string, string> {
  const paths = globSync("**/*.{md,mdx}", { cwd: folder }).sort();
  return new Map(
    paths.map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path), "utf8")]),
  );
}
