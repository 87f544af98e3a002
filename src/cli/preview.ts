import { existsSync } from "node:fs";
import { connect } from "node:net";
import { resolve } from "node:path";
import { parseBasePath } from "./base-path.ts";
import { readArguments } from "./options.ts";
import { projectRoot } from "./project-root.ts";
import { type RunningServer, serveStatic } from "./static-server.ts";

const defaultPort = 4321;

/** Whether something answers on the port, on whichever address `localhost` means first here. */
function isTaken(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ host: "localhost", port });
    socket.once("connect", () => {
      socket.destroy();
      settle(true);
    });
    socket.once("error", () => settle(false));
  });
}

/** Serves on the first port that is free, beginning with `first`. */
async function serveFrom(first: number, directory: string, base: string): Promise<RunningServer> {
  for (let port = first; port < first + 100; port += 1) {
    // A server on the other address family would not stop us listening, yet get the browser's requests.
    if (await isTaken(port)) continue;
    try {
      return await serveStatic({ directory, base, port });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(
    `No free port between ${first} and ${first + 99}. Choose one: PORT=8080 npm start`,
  );
}

const USAGE = `npm run preview [-- --out <dir>] [--base <path>]

Serves the built site as it will be served, on PORT or the first free port from 4321.

  --out <dir>       the built site (dist)
  --base <path>     the path under which it is served (/, or BASE_PATH)`;

const { values } = readArguments(USAGE, {
  options: {
    out: { type: "string", default: "dist" },
    base: { type: "string", default: process.env.BASE_PATH || "/" },
  },
});
const directory = resolve(projectRoot, values.out);
const base = parseBasePath(values.base);
const chosenPort = process.env.PORT;

if (!existsSync(resolve(directory, "index.html"))) {
  console.error(`There is no built site in ${values.out}. Build it first: npm run build`);
  process.exitCode = 1;
} else if (chosenPort !== undefined && !/^\d{1,5}$/.test(chosenPort)) {
  console.error(`PORT is "${chosenPort}", which is not a port number.`);
  process.exitCode = 1;
} else {
  try {
    const server =
      chosenPort === undefined
        ? await serveFrom(defaultPort, directory, base)
        : await serveStatic({ directory, base, port: Number(chosenPort) });
    console.log(`\nRelease Ledger is at ${server.url}\nPress Ctrl+C to stop.`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    console.error(
      code === "EADDRINUSE" ? `Port ${chosenPort} is taken. Choose another one in PORT.` : message,
    );
    process.exitCode = 1;
  }
}
