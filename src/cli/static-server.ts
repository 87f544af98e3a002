import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import sirv from "sirv";
import { headersFor, parseHeadersFile } from "./headers-file.ts";

/** Types that sirv does not know, or sends without a character set. */
const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".ndjson": "application/x-ndjson; charset=utf-8",
  ".pagefind": "application/octet-stream",
  ".pf_filter": "application/octet-stream",
  ".pf_fragment": "application/octet-stream",
  ".pf_index": "application/octet-stream",
  ".pf_meta": "application/octet-stream",
  ".txt": "text/plain; charset=utf-8",
};

/** A site being served; `close` ends open connections too. */
export interface RunningServer {
  /** The address of the home page, ending with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

export interface StaticServerOptions {
  /** The folder of the built site. */
  readonly directory: string;
  /** The path under which the site is served, beginning and ending with a slash; `/` unless given. */
  readonly base?: string;
  /** The port; 0 lets the system choose a free one. Rejects with `EADDRINUSE` where it is taken. */
  readonly port: number;
}

/**
 * Serves a built site on this machine only, as a static host would: the headers of its `_headers` file, a
 * redirect to the trailing slash, and its `404.html` with status 404.
 */
export async function serveStatic(options: StaticServerOptions): Promise<RunningServer> {
  const { directory, base = "/", port } = options;
  const headersPath = join(directory, "_headers");
  const rules = existsSync(headersPath) ? parseHeadersFile(readFileSync(headersPath, "utf8")) : [];
  // `dev` makes sirv look at the disk for each request, so a build swapped in behind it is seen.
  const serveFile = sirv(directory, { dev: true, etag: true, extensions: [] });

  const server = createServer((request, response) => {
    const requested = URL.parse(request.url ?? "/", "http://localhost");
    if (requested === null) {
      response.writeHead(400).end();
      return;
    }
    for (const [name, value] of headersFor(requested.pathname, rules)) {
      response.setHeader(name, value);
    }
    const notFound = () => {
      const page = join(directory, "404.html");
      response.statusCode = 404;
      // A file that is missing now may come with the next build, however long it may then be kept.
      response.removeHeader("Cache-Control");
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(existsSync(page) ? readFileSync(page) : "Not found");
    };
    const redirect = (location: string) => {
      response.writeHead(308, { Location: location });
      response.end();
    };

    if (`${requested.pathname}/` === base) return redirect(base + requested.search);
    if (!requested.pathname.startsWith(base)) return notFound();
    const path = `/${requested.pathname.slice(base.length)}`;
    const name = decodePath(path);
    if (name === undefined || name === "/_headers") return notFound();
    if (!path.endsWith("/") && isDirectory(join(directory, name))) {
      return redirect(`${requested.pathname}/${requested.search}`);
    }

    const file = path.endsWith("/") ? `${path}index.html` : path;
    const type = contentTypes[extname(file)];
    if (type !== undefined) response.setHeader("Content-Type", type);
    // With default extensions sirv would also take `/about` and `/about.html/` for files.
    request.url = file + requested.search;
    serveFile(request, response, notFound);
  });

  await listen(server, port);
  const address = server.address() as AddressInfo;
  return {
    url: `http://localhost:${address.port}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/** The path with its percent escapes read, or undefined where they are malformed. */
function decodePath(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    // Only this machine: the preview is for its reader, not for the network.
    server.listen(port, "127.0.0.1", () => resolve());
  });
}
