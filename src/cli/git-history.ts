/** The adapter that fills the core's map of files from a commit, without touching the checkout. */
import { spawnSync } from "node:child_process";
import { relative, resolve, sep } from "node:path";

/** Why git could not give what was asked for, with the next step. */
export class GitFault extends Error {}

interface Git {
  readonly status: number | null;
  readonly output: Buffer;
  readonly errors: string;
}

const LARGEST_OUTPUT = 2 ** 30;

function git(args: readonly string[], input?: string): Git {
  const result = spawnSync("git", [...args], { input, maxBuffer: LARGEST_OUTPUT });
  if (result.error && "code" in result.error && result.error.code === "ENOENT")
    throw new GitFault("git is not installed, and the earlier state of the data is read from it.");
  if (result.error) throw result.error;
  return { status: result.status, output: result.stdout, errors: result.stderr.toString("utf8") };
}

/** A commit as its name and its day, in ISO form. */
export interface Commit {
  readonly id: string;
  readonly day: string;
}

/** The commit that a branch, tag or hash means. Throws a `GitFault` for an unknown one, and outside of a repository. */
export function resolveCommit(ref: string): Commit {
  if (git(["rev-parse", "--is-inside-work-tree"]).status !== 0) {
    throw new GitFault(
      "This folder is in no git repository. Run from the project's folder, in a clone with its history.",
    );
  }
  const found = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  const id = found.output.toString("utf8").trim();
  if (found.status !== 0 || id === "") {
    throw new GitFault(
      `git knows no commit ${ref}. Name a branch, a tag or a hash (git log --oneline -- src/data lists some); a shallow clone has to be completed first with git fetch --unshallow.`,
    );
  }
  const day = git(["show", "--no-patch", "--format=%cs", id]).output.toString("utf8").trim();
  return { id, day };
}

/** A folder as git's paths name it, from where the command runs. */
const pathOf = (folder: string): string => {
  const path = relative(process.cwd(), resolve(folder)).split(sep).join("/");
  return path === "" ? "." : path;
};

/** The files of a folder in a commit whose names end in one of the endings, by path below the folder; none where there was no such folder. */
export function readCommittedFolder(
  commit: Commit,
  folder: string,
  endings: readonly string[],
): Map<string, string> {
  const path = pathOf(folder);
  const listed = git(["ls-tree", "-r", "-z", commit.id, "--", `${path}/`]).output.toString("utf8");
  const entries = listed
    .split("\0")
    .filter((entry) => endings.some((ending) => entry.endsWith(ending)))
    .map((entry) => {
      const [about = "", name = ""] = entry.split("\t");
      return { object: about.split(" ")[2] ?? "", name: name.slice(path.length + 1) };
    });
  if (entries.length === 0) return new Map();
  const { output } = git(
    ["cat-file", "--batch"],
    entries.map(({ object }) => `${object}\n`).join(""),
  );
  // Each object is `<hash> blob <bytes>`, a line break, so many bytes, a line break.
  let at = 0;
  return new Map(
    entries.map(({ name }) => {
      const endOfHead = output.indexOf("\n", at);
      const size = Number(output.toString("utf8", at, endOfHead).split(" ")[2]);
      at = endOfHead + 1 + size + 1;
      return [name, output.toString("utf8", endOfHead + 1, endOfHead + 1 + size)] as const;
    }),
  );
}

/** The commits that touched a folder, the newest first. */
export function commitsOf(folder: string): Commit[] {
  const { output } = git(["log", "--format=%H %cs", "--", pathOf(folder)]);
  return output
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [id = "", day = ""] = line.split(" ");
      return { id, day };
    });
}

/** How a commit is called in messages. */
export const shortName = (commit: Commit): string => commit.id.slice(0, 10);
