import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, serveStatic } from "../../src/cli/static-server.ts";

const files = {
  "404.html": "<h1>Not here</h1>",
  "_astro/a.123.js": "export {};",
  _headers: "/ledger/*\n  X-Everywhere: yes\n/ledger/_astro/*\n  Cache-Control: immutable\n",
  "api/v1/claims.ndjson": "{}\n",
  "facts/gpt-4.1/index.html": "<h1>A fact</h1>",
  "index.html": "<h1>Home</h1>",
  "pagefind/wasm.en.pagefind": "wasm",
};

let directory: string;
let server: RunningServer;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "static-server-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  server = await serveStatic({ directory, base: "/ledger/", port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

async function get(path: string) {
  const response = await fetch(new URL(path, server.url), { redirect: "manual" });
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    location: response.headers.get("location"),
    cacheControl: response.headers.get("cache-control"),
    everywhere: response.headers.get("x-everywhere"),
    body: await response.text(),
  };
}

describe("the static server", () => {
  test.each([
    ["/ledger/", "text/html;charset=utf-8", files["index.html"]],
    ["/ledger/?q=1", "text/html;charset=utf-8", files["index.html"]],
    ["/ledger/facts/gpt-4.1/", "text/html;charset=utf-8", files["facts/gpt-4.1/index.html"]],
    ["/ledger/_astro/a.123.js", "text/javascript; charset=utf-8", files["_astro/a.123.js"]],
    ["/ledger/api/v1/claims.ndjson", "application/x-ndjson; charset=utf-8", "{}\n"],
    ["/ledger/pagefind/wasm.en.pagefind", "application/octet-stream", "wasm"],
  ])("answers %s with the file and its type", async (path, type, body) => {
    expect(await get(path)).toMatchObject({ status: 200, type, body, everywhere: "yes" });
  });

  test("sends the headers of the _headers file", async () => {
    expect((await get("/ledger/_astro/a.123.js")).cacheControl).toBe("immutable");
  });

  test.each([
    ["/ledger", "/ledger/"],
    ["/ledger/facts/gpt-4.1?q=1", "/ledger/facts/gpt-4.1/?q=1"],
  ])("redirects %s to its trailing slash", async (path, location) => {
    expect(await get(path)).toMatchObject({ status: 308, location });
  });

  test.each([
    "/",
    "/other/",
    "/ledger/none",
    "/ledger/none/",
    "/ledger/index.html/",
    "/ledger/_headers",
    "/ledger/%E0%A4%A/",
    "/ledger/..%2f..%2fetc/",
  ])("answers %s with the site's 404 page and status 404", async (path) => {
    expect(await get(path)).toMatchObject({
      status: 404,
      type: "text/html; charset=utf-8",
      body: files["404.html"],
    });
  });

  test("refuses an address that cannot be read, and goes on", async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), "127.0.0.1");
    socket.end("GET // HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    expect(await text(socket)).toMatch(/^HTTP\/1.1 400 /);
    expect((await get("/ledger/")).status).toBe(200);
  });

  test("does not let a missing file be cached like an existing one", async () => {
    expect(await get("/ledger/_astro/gone.js")).toMatchObject({ status: 404, cacheControl: null });
  });

  test("sees a site that was swapped in behind it", async () => {
    writeFileSync(join(directory, "index.html"), "<h1>A longer home page</h1>");
    expect((await get("/ledger/")).body).toBe("<h1>A longer home page</h1>");
    writeFileSync(join(directory, "index.html"), files["index.html"]);
  });
});
