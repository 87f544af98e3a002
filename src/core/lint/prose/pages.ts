/** Registries and their pages are one list: every entry has its page, and every page an entry. */
import { compareIssues, type Issue } from "../../report/issue.ts";
import { proposeName } from "../../report/near-name.ts";
import { PROSE_FOLDERS } from "./folders.ts";

/** The ids of the charts among the files of the prose folder: their names. */
export const chartIds = (paths: Iterable<string>): string[] =>
  [...paths].flatMap((path) => /^charts\/(.+)\.md$/.exec(path)?.[1] ?? []);

/** @param paths paths below the prose folder, such as `rules/schema.md` */
export function lintPages(paths: Iterable<string>, root = "src/content"): Issue[] {
  const existing = new Set(paths);
  const issues: Issue[] = [];
  const report = (
    path: string,
    rule: "missing-file" | "misplaced-file",
    message: string,
    next: string,
  ) => {
    const place = { file: `${root}/${path}`, line: 1, column: 1 };
    issues.push({ ...place, rule, severity: "error", written: "", message, next });
  };
  for (const [name, { registry, extension }] of Object.entries(PROSE_FOLDERS)) {
    if (!registry) continue;
    for (const entry of registry) {
      const path = `${name}/${entry}.${extension}`;
      if (existing.has(path)) continue;
      report(
        path,
        "missing-file",
        `${entry} has no page`,
        "Write it; its neighbours show the form.",
      );
    }
    for (const path of existing) {
      const entry = path.slice(name.length + 1, -(extension.length + 1));
      if (!path.startsWith(`${name}/`) || registry.includes(entry)) continue;
      const next = proposeName(entry, registry, "take the page out");
      report(path, "misplaced-file", `${entry} is none of the ${name}`, next);
    }
  }
  return issues.sort(compareIssues);
}
