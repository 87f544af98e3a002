import { describe, expect, test } from "vitest";
import { headersFor, parseHeadersFile } from "../../src/cli/headers-file.ts";

const rules = parseHeadersFile(`/*
  X-Everywhere: yes
  Link: <https://example.com/>; rel="license"

/assets/*
  Cache-Control: immutable
  X-Everywhere: here too
/one/
  X-One: 1
`);

describe("the headers of a path", () => {
  test("come from every pattern that matches, the later one winning", () => {
    expect([...headersFor("/assets/a.css", rules)]).toEqual([
      ["X-Everywhere", "here too"],
      ["Link", '<https://example.com/>; rel="license"'],
      ["Cache-Control", "immutable"],
    ]);
  });

  test("come from a pattern without a star only where it is the whole path", () => {
    expect(headersFor("/one/", rules).get("X-One")).toBe("1");
    expect(headersFor("/one/two/", rules).has("X-One")).toBe(false);
  });
});

test.each(["/*\n  no colon\n", "  X-Lost: without a path\n"])("%j is refused", (text) => {
  expect(() => parseHeadersFile(text)).toThrow("_headers");
});
