/** A git repository for one test, with commits of given days. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface Repository {
  readonly folder: string;
  /** Commits everything there is, as of a day. */
  commit(day: string): void;
  read(path: string): string;
  edit(path: string, change: (text: string) => string): void;
  remove(): void;
}

/** @param dataset the folder of `test/fixtures/datasets` that becomes `data`; the repository begins with an empty commit */
export function aRepository(dataset: string): Repository {
  const folder = mkdtempSync(join(tmpdir(), "repository-"));
  const git = (args: readonly string[], day = "2026-03-01") => {
    const { status, stderr } = spawnSync("git", [...args], {
      cwd: folder,
      encoding: "utf8",
      // Nothing of the machine's own settings, and the same hashes in every run.
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "A. Tester",
        GIT_AUTHOR_EMAIL: "tester@example.com",
        GIT_AUTHOR_DATE: `${day}T12:00:00Z`,
        GIT_COMMITTER_NAME: "A. Tester",
        GIT_COMMITTER_EMAIL: "tester@example.com",
        GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
      },
    });
    if (status !== 0) throw new Error(stderr);
  };
  git(["init", "--quiet", "--initial-branch=main"]);
  git(["commit", "--quiet", "--allow-empty", "--message=Begin"]);
  git(["tag", "before-the-data"]);
  cpSync(resolve(import.meta.dirname, "../fixtures/datasets", dataset), join(folder, "data"), {
    recursive: true,
  });
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  return {
    folder,
    commit(day) {
      git(["add", "--all"], day);
      git(["commit", "--quiet", "--message=Data"], day);
    },
    read,
    edit(path, change) {
      const changed = change(read(path));
      if (changed === read(path)) throw new Error(`Nothing changed in ${path}.`);
      writeFileSync(join(folder, path), changed);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
