import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./project-root.ts";

export interface ChildOptions {
  /** Variables set on top of this process's own. */
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the child when aborted; the promise still waits until it has gone. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a script under this same Node in the project's folder, its output going where ours goes, and
 * resolves to its exit code (1 where a signal ended it).
 */
export function runNode(args: readonly string[], options: ChildOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      cwd: projectRoot,
      env: { ...process.env, ...options.env },
      stdio: "inherit",
    });
    const stop = () => child.kill();
    options.signal?.addEventListener("abort", stop);
    child.once("error", reject);
    child.once("close", (code) => {
      options.signal?.removeEventListener("abort", stop);
      resolve(code ?? 1);
    });
  });
}

/** Runs an `astro` command, with its telemetry off; otherwise as `runNode`. */
export function runAstro(args: readonly string[], options: ChildOptions = {}): Promise<number> {
  const astro = join(projectRoot, "node_modules/astro/bin/astro.mjs");
  return runNode([astro, ...args], {
    ...options,
    env: { ASTRO_TELEMETRY_DISABLED: "1", ...options.env },
  });
}
