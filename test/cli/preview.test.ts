import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

const projectRoot = resolve(import.meta.dirname, "../..");
const running: ChildProcess[] = [];
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "preview-"));
  mkdirSync(join(directory, "empty"));
  writeFileSync(join(directory, "index.html"), "<h1>Home</h1>");
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.kill()) await once(child, "exit");
  }
});

function preview(out: string, port: string | undefined) {
  const child = spawn(process.execPath, ["src/cli/preview.ts", "--out", out], {
    cwd: projectRoot,
    env: { ...process.env, PORT: port, BASE_PATH: undefined },
  });
  running.push(child);
  return child;
}

/** The address that a preview prints once it listens. */
async function printedAddress(child: ReturnType<typeof preview>): Promise<URL> {
  let output = "";
  for await (const chunk of child.stdout) {
    output += String(chunk);
    const address = /http:\S+/.exec(output)?.[0];
    if (address !== undefined) return new URL(address);
  }
  throw new Error(`The preview ended without an address: ${output}`);
}

/** What a preview says when it does not start, and its exit code. */
async function refusal(child: ReturnType<typeof preview>) {
  const [message, [exitCode]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  return { message, exitCode };
}

/** Listens on a port of this machine: the given one where it is free, else whoever has it keeps it. */
async function occupy(port: number) {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening").catch(() => undefined);
  return server;
}

describe("the preview", () => {
  test("prints the address at which it serves", async () => {
    const address = await printedAddress(preview(directory, "0"));
    expect(address.hostname).toBe("localhost");
    expect(await (await fetch(address)).text()).toBe("<h1>Home</h1>");
  });

  test("takes the next free port where its own is taken", async () => {
    const other = await occupy(4321);
    const address = await printedAddress(preview(directory, undefined));
    expect(Number(address.port)).toBeGreaterThan(4321);
    other.close();
  });

  test("does not leave the port that PORT names", async () => {
    const other = await occupy(0);
    const address = other.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const { message, exitCode } = await refusal(preview(directory, port));
    expect(message).toContain(`Port ${port} is taken`);
    expect(exitCode).toBe(1);
    other.close();
  });

  test("says what to do where nothing was built", async () => {
    const { message, exitCode } = await refusal(preview(join(directory, "empty"), "0"));
    expect(message).toContain("npm run build");
    expect(exitCode).toBe(1);
  });
});
