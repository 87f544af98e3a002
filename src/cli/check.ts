import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { projectRoot } from "./project-root.ts";

interface Check {
  readonly title: string;
  /** A program of node_modules/.bin, which npm puts on PATH, and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
  /** The command that mends what can be mended without thinking. */
  readonly mend?: string;
}

/** The slow ones first, so that the short ones fill the other slot. */
const checks: readonly Check[] = [
  { title: "types", command: ["astro", "check", "--minimumFailingSeverity", "warning"] },
  { title: "types of core (no Node, no DOM)", command: ["tsc", "-p", "src/core"] },
  { title: "dead code and dependencies", command: ["knip"] },
  {
    title: "format of .astro and .mdx",
    command: ["prettier", "--check", "."],
    mend: "npx prettier --write .",
  },
  {
    title: "lint and format",
    command: ["biome", "check", "--error-on-warnings", "--max-diagnostics=100"],
    mend: "npx biome check --write",
  },
];

interface Outcome {
  readonly passed: boolean;
  readonly output: string;
}

function run({ command: [program, ...args] }: Check): Promise<Outcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(program, args, {
      cwd: projectRoot,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
    });
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", (error) => resolve({ passed: false, output: error.message }));
    child.once("close", (code) =>
      resolve({ passed: code === 0, output: Buffer.concat(chunks).toString("utf8").trim() }),
    );
  });
}

const waiting = checks.values();
const failed: string[] = [];

async function work(): Promise<void> {
  for (const check of waiting) {
    const started = performance.now();
    const { passed, output } = await run(check);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (passed) {
      console.log(`ok      ${check.title} (${seconds} s)`);
    } else {
      failed.push(check.title);
      console.log(
        `FAILED  ${check.title}: ${check.command.join(" ")} (${seconds} s)\n\n${output}\n`,
      );
    }
  }
}

// Two at a time: each of them is a program of a gigabyte or so.
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
console.log(failed.length === 0 ? "All checks passed." : `Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
