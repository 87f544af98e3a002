import { spawn } from "node:child_process";

export interface CommandResult {
  readonly status: number | null;
  /** What the command wrote, errors included. */
  readonly output: string;
}

/** Runs the build command of the project in `folder` and resolves when it has ended, well or not. */
export function runBuild(folder: string, args: readonly string[] = []): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["src/cli/build.ts", ...args], { cwd: folder });
    const output: string[] = [];
    child.stdout.on("data", (chunk) => output.push(String(chunk)));
    child.stderr.on("data", (chunk) => output.push(String(chunk)));
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, output: output.join("") }));
  });
}
