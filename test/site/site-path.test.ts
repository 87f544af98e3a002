import { describe, expect, it } from "vitest";
import { joinSitePath } from "../../src/site/site-path.ts";

describe("joinSitePath", () => {
  it.each([
    ["/", "/", "/"],
    ["/", "/facts/", "/facts/"],
    ["/ledger", "/", "/ledger/"],
    ["/ledger", "/facts/", "/ledger/facts/"],
    ["/ledger/", "/facts/", "/ledger/facts/"],
    ["ledger", "/facts/", "/ledger/facts/"],
    ["/a/b/", "/sources/x/y/#claim", "/a/b/sources/x/y/#claim"],
    ["/ledger/", "/search/?q=54.6", "/ledger/search/?q=54.6"],
  ])("under %s, %s is %s", (base, path, address) => {
    expect(joinSitePath(base, path)).toBe(address);
  });

  it.each(["facts/", "", "#claim", "//example.org/", "https://example.org/"])(
    "refuses %j, which is not a rooted path of the site",
    (path) => {
      expect(() => joinSitePath("/", path)).toThrow(TypeError);
    },
  );
});
