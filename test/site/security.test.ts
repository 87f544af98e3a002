import { describe, expect, test } from "vitest";
import { headersFor, parseHeadersFile } from "../../src/cli/headers-file.ts";
import { formatHeadersFile, headerPolicy, metaPolicy } from "../../src/site/security.ts";

describe("the Content-Security-Policy", () => {
  test("allows nothing but files of our own origin, and WebAssembly", () => {
    const sources = metaPolicy.split("; ").flatMap((directive) => directive.split(" ").slice(1));
    expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", "'wasm-unsafe-eval'"]));
  });

  test("forbids framing in the header, since a meta element cannot", () => {
    expect(headerPolicy).toBe(`${metaPolicy}; frame-ancestors 'none'`);
  });
});

describe("the _headers file", () => {
  test.each(["/", "/ledger/"])("guards every path below %s", (base) => {
    const rules = parseHeadersFile(formatHeadersFile(base));
    const headers = headersFor(`${base}facts/one/`, rules);
    expect(headers.get("Content-Security-Policy")).toBe(headerPolicy);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.has("Cache-Control")).toBe(false);
  });

  test("lets only files with a hash in their name be kept for ever", () => {
    const rules = parseHeadersFile(formatHeadersFile("/ledger/"));
    expect(headersFor("/ledger/_astro/a.123.js", rules).get("Cache-Control")).toContain(
      "immutable",
    );
    expect(headersFor("/ledger/api/v1/claims.json", rules).has("Cache-Control")).toBe(false);
  });
});
