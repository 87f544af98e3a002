import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

export interface Run {
  /** What a person would type. */
  readonly command: string;
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number | null;
}

/**
 * Runs a script of `src/cli` as its npm script would.
 *
 * @param script the npm script, whose file is `src/cli/<script with - for :>.ts`
 * @param folder where it runs: the project's folder unless told otherwise
 */
export function runScript(script: string, args: readonly string[], folder = ROOT): Run {
  const file = join(ROOT, "src/cli", `${script.replace(":", "-")}.ts`);
  const { stdout, stderr, status } = spawnSync(process.execPath, [file, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  const typed = args.length === 0 ? "" : ` -- ${args.join(" ")}`;
  return { command: `npm run ${script}${typed}`, output: stdout, errors: stderr, exitCode: status };
}

const block = (title: string, text: string) =>
  text === "" ? "" : `\n${title}:\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;

/** A run as Markdown, to be read by a reviewer and compared by a test. */
export function formatTranscript({ command, output, errors, exitCode }: Run): string {
  return `\`\`\`console\n$ ${command}\n\`\`\`\n${block("Errors", errors)}${block("Output", output)}\nExit code: ${exitCode}\n`;
}
